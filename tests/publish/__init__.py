"""Tests of editions without a server."""
