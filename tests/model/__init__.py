"""Tests of what an edition is."""
