"""Tests of the core with generated input."""
