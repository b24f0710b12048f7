"""Tests of reading editions from folders."""
