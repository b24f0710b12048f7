"""Reads French texts, with an optional model."""
