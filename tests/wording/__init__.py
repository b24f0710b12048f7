"""Tests of how an edition reads."""
