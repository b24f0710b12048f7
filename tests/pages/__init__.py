"""Tests of the pages as they are sent."""
