"""The ground as files: cells, coordinates, what pictures and the published page read."""
