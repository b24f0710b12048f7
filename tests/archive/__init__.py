"""Tests of archives: many texts, interrupted runs, several processes."""
