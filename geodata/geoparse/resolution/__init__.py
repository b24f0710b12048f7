"""Choosing places: what a name may mean, weighed by all that the text says beside it."""
