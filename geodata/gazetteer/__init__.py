"""Where places are: one read-only file of the world's towns, units, countries, waters, regions.

``geodata/basemap/gazetteer`` builds it; docs/gazetteer.md says what it holds and what it lacks.
"""
