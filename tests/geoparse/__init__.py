"""Tests of the geoparser."""
