"""Derives the committed map layers from packages pinned by version and hash."""
