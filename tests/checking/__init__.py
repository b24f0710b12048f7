"""Tests of what must hold of an edition, and of what looks odd."""
