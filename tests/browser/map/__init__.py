"""Tests of the map's frame alone, on a page with nothing else."""
