"""Tests of writing to disk: whole or not at all."""
