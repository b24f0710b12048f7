"""The one writer of places.geojson: a property a line, so that versions can be compared."""

from __future__ import annotations

import json

from geodata.storage.places_text import collection_text

LYON = {
    "type": "Feature",
    "properties": {"id": "lyon", "names": {"ur": "لیون"}},
    "geometry": {"type": "Point", "coordinates": [4.83, 45.76]},
}
BARE = {"type": "Feature", "properties": {"id": "bare"}, "geometry": None}
WRITTEN = """{
  "type": "FeatureCollection",
  "features": [
    {
      "type": "Feature",
      "properties": {
        "id": "lyon",
        "names": {"ur": "لیون"}
      },
      "geometry": {"type":"Point","coordinates":[4.83,45.76]}
    },
    {
      "type": "Feature",
      "properties": {
        "id": "bare"
      },
      "geometry": null
    }
  ]
}
"""


def test_a_property_has_a_line_and_a_geometry_one() -> None:
    assert collection_text([LYON, BARE]) == WRITTEN
    assert json.loads(WRITTEN)["features"] == [LYON, BARE]
