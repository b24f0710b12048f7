"""Tests of the editions themselves."""
