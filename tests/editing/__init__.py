"""Tests of bringing edits back into an edition."""
