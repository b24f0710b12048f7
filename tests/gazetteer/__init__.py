"""Tests of the gazetteer: what it finds, how it is packed and unpacked."""
