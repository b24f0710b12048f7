"""How an edition reads: every sentence that is made of its fields."""
