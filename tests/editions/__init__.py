"""Tests of the editions that the project holds."""
