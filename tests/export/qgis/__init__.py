"""QGIS itself: where its Python is, and what it makes of our files."""
