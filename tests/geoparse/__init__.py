"""Tests of the geoparser: toponyms, places, and who says what."""
