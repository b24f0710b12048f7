"""The ground: the map below the places, as the files that browsers fetch.

The whole world stands in one coarse file; finer levels are cut into square cells of degrees, a
file each. docs/geodata.md describes them.
"""
