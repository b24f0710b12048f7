"""What one view of the map shows, as shapes in pixels: the names and the marks of the places.

Pixels are CSS pixels of the map's frame.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.model.circle import MAP_END
from tests.browser.map_page import MapPage

SMALL_PX: Final = 24.0
"""An area that is no larger is a mark, as a point's is."""

SNAPSHOT: Final = """() => {
  const rect = (element) => {
    const {left, top, right, bottom} = element.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const names = [...document.querySelectorAll("[data-label-for]")]
    .filter((label) => label.checkVisibility({visibilityProperty: true}))
    .map((label) => {
      const line = label.parentNode.querySelector("line");
      const [x, y] = rect(line.parentNode);
      const [x1, y1, x2, y2] =
        ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name)));
      const isTied = getComputedStyle(line.parentNode).display !== "none";
      const leader = isTied ? [x + x1, y + y1, x + x2, y + y2] : null;
      return {id: label.dataset.labelFor, box: rect(label), leader};
    });
  const {min} = map.getPixelBounds();
  const marks = [...document.querySelectorAll("path.place:not(.is-off)")].map((path) => {
    const kind = [...path.classList].find((name) => name.startsWith("place-"));
    return [kind.slice(6), path.getBBox().width / 2];
  });
  return {
    names, marks: Object.fromEntries(marks), zoom: map.getZoom(), corner: [min.x, min.y],
    size: [innerWidth, innerHeight],
  };
}"""


@dataclass(frozen=True)
class Mark:
    """A place as it is drawn: its shape in pixels, and how far a point's mark reaches around it."""

    id: str
    kind: str
    shape: BaseGeometry
    radius: float

    @property
    def is_point(self) -> bool:
        return self.radius > 0

    @property
    def is_line(self) -> bool:
        return "Line" in self.shape.geom_type

    @property
    def is_small(self) -> bool:
        west, north, east, south = self.shape.bounds
        return self.is_point or max(east - west, south - north) < SMALL_PX

    def away(self, box: BaseGeometry) -> float:
        """Return how far the mark's edge is from a box: 0 where they touch."""
        return max(0.0, float(self.shape.distance(box)) - self.radius)


@dataclass(frozen=True)
class Name:
    """A name as it stands: its box, and the line that ties it to its mark."""

    id: str
    box: BaseGeometry
    leader: BaseGeometry | None


@dataclass(frozen=True)
class Drawn:
    """What one view of the map shows."""

    names: Sequence[Name]
    marks: Mapping[str, Mark]
    zoom: float
    corner: tuple[float, float]
    waiting: int
    """How many places have their mark in view and no name."""

    def on_screen(self, geometry: BaseGeometry) -> BaseGeometry:
        """Project degrees to the frame's pixels."""
        return _projected(geometry, self.zoom, self.corner)

    def on_earth(self, geometry: BaseGeometry) -> BaseGeometry:
        """Turn the frame's pixels into degrees, with longitudes within 180°."""
        world = 256 * 2**self.zoom

        def unproject(at: np.ndarray) -> np.ndarray:
            x, y = (at[:, i] + self.corner[i] for i in (0, 1))
            lat = np.degrees(np.arctan(np.sinh(np.pi * (1 - 2 * y / world))))
            return np.column_stack(((x / world - 0.5) * 360, lat))

        whole = shapely.transform(geometry, unproject)
        turn = 360 * round(whole.centroid.x / 360)
        return shapely.transform(whole, lambda at: at - np.array((turn, 0.0)))


def drawn(atlas: MapPage, config: Mapping[str, Any]) -> Drawn:
    """Read what the map's frame shows now; ``config`` is the map's data."""
    seen = atlas.frame.evaluate(SNAPSHOT)
    zoom, corner = seen["zoom"], tuple(seen["corner"])
    kinds = {place["id"]: place["placeClass"] for place in config["places"]}
    frame = shapely.box(0, 0, *seen["size"])
    marks = {}
    for feature in config["features"]["features"]:
        id = feature["id"]
        shape = _projected(shapely.from_geojson(json.dumps(feature["geometry"])), zoom, corner)
        if id in seen["marks"] and shape.intersects(frame):
            radius = seen["marks"][id] if shape.geom_type == "Point" else 0.0
            marks[id] = Mark(id, kinds[id], shape, radius)
    names = [
        Name(one["id"], shapely.box(*one["box"]), _line(one["leader"]))
        for one in seen["names"]
        if one["id"] in marks and shapely.box(*one["box"]).intersects(frame)
    ]
    return Drawn(names, marks, zoom, corner, len(marks) - len(names))


def filled(atlas: MapPage, config: Mapping[str, Any]) -> float:
    """Return which part of the map's width or height the marks take that are not set aside.

    Of a country its label counts, of all else its extent; what lies beyond the map does not.
    """
    seen = atlas.frame.evaluate(SNAPSHOT)
    corner, size = tuple(seen["corner"]), seen["size"]
    boxes = []
    for place in config["places"]:
        if place["id"] in config["aside"]:
            continue
        bounds = place["bbox"] if place["placeClass"] != "country" else [*place["label"]] * 2
        boxes.append(_projected(shapely.box(*bounds), seen["zoom"], corner).bounds)
    low = [max(0.0, min(box[i] for box in boxes)) for i in (0, 1)]
    high = [min(size[i], max(box[i + 2] for box in boxes)) for i in (0, 1)]
    parts = [(high[i] - low[i]) / size[i] for i in (0, 1)]
    return float(max(parts))


def _projected(geometry: BaseGeometry, zoom: float, corner: Sequence[float]) -> BaseGeometry:
    world = 256 * 2**zoom

    def project(at: np.ndarray) -> np.ndarray:
        lat = np.radians(np.clip(at[:, 1], -MAP_END, MAP_END))
        y = 0.5 - np.arcsinh(np.tan(lat)) / (2 * math.pi)
        x = at[:, 0] / 360 + 0.5
        return np.column_stack((x * world - corner[0], y * world - corner[1]))

    whole = shapely.transform(geometry, project)
    return whole if whole.is_valid or not whole.area else shapely.make_valid(whole)


def _line(ends: Sequence[float] | None) -> BaseGeometry | None:
    return shapely.LineString([ends[:2], ends[2:]]) if ends else None
