"""Tests of hosting: the app behind a real nginx, in several replicas, and in frames."""
