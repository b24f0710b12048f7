"""Reads Russian texts, with an optional model."""
