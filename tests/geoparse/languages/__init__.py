"""How well Russian and French texts are read."""
