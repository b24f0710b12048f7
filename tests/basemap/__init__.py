"""Tests of the basemap and how it is derived."""
