"""Tests of the exports, each against something that is not ours: a schema, a context, GDAL."""
