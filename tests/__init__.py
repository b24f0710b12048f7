"""The tests: unit, property, data, page and browser ones, and the bench."""
