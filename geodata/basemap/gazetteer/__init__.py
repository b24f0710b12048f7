"""Builds the gazetteer's file from the packages and the project's own tables."""
