"""Draws places on the preview picture as the map draws them: by precision, basis and kind."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import shapely
from PIL import Image, ImageDraw, ImageFilter
from shapely import LineString
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geodata.publish.picture_view import OVERSAMPLING, SIZE_PX, Point, View
from geodata.reader.symbols import corners

INK, PAPER, ACCENT, SOFT = "#23282d", "#fbfaf7", "#14506e", "#6d6353"
SIGN_SHARE: Final = 0.85
"""How far a sign reaches into its mark, as a part of the mark's radius."""
_APPROXIMATE: Final = ("approximate", "band")
_LINES: Final = ("line", "band")
_DOTS: Final = (1.0, 6.0)
_DASHES: Final = (8.0, 4.0, 1.0, 4.0)
"""In pixels: drawn, left out, and so on."""
_EDGE_PX: Final = 14
_BLUR_PX: Final = 4
_EDGE_SEEN: Final = 0.36


def draw_places(picture: Image.Image, view: View, features: Sequence[Any], chosen: str) -> None:
    """Draw features of the map's data; the ``chosen`` one last, so that none covers it."""
    ordered = sorted(features, key=lambda one: one["id"] == chosen)
    shapes = [(one, view.turned(shape(one["geometry"]))) for one in ordered]
    _soft_edges(picture, view, (area for one, area in shapes if _precision(one) in _APPROXIMATE))
    draw = ImageDraw.Draw(picture)
    for feature, geometry in shapes:
        colour = ACCENT if feature["id"] == chosen else INK
        strength = 2 if feature["id"] == chosen else 1
        if geometry.geom_type == "Point":
            _mark(draw, view, geometry, feature["properties"], colour, strength)
        else:
            _outline(draw, view, geometry, feature["properties"], colour, strength)


def mark_radius_px(sign: str | None, strength: int = 1) -> int:
    """Return how large a point's mark is, in pixels of the picture."""
    return 2 + 3 * strength + (3 if sign else 0)


def _precision(feature: Any) -> str:
    return str(feature["properties"]["precision"])


def _strokes(view: View, geometry: BaseGeometry) -> Iterator[list[Point]]:
    """Give the edges of an area, or a line, in pixels, as far as they are in the picture."""
    edges = geometry.boundary if geometry.geom_type.endswith("Polygon") else geometry
    for part in shapely.get_parts(shapely.intersection(edges, view.frame)):
        if isinstance(part, LineString) and not part.is_empty:
            yield view.pixels(part.coords)


def _soft_edges(picture: Image.Image, view: View, shapes: Iterable[BaseGeometry]) -> None:
    """Blur the edges of what is somewhere in an area, so that none looks sharp."""
    found = [line for area in shapes for line in _strokes(view, area)]
    if not found:
        return
    mask = Image.new("L", SIZE_PX)  # what is blurred needs no finer one
    draw = ImageDraw.Draw(mask)
    for line in found:
        small = [(x / OVERSAMPLING, y / OVERSAMPLING) for x, y in line]
        draw.line(small, fill=round(255 * _EDGE_SEEN), width=_EDGE_PX, joint="curve")
    mask = mask.filter(ImageFilter.GaussianBlur(_BLUR_PX)).resize(picture.size)
    picture.paste(Image.new("RGB", picture.size, SOFT), mask=mask)


def _outline(
    draw: ImageDraw.ImageDraw,
    view: View,
    geometry: BaseGeometry,
    looks: Any,
    colour: str,
    strength: int,
) -> None:
    soft, line = looks["precision"] in _APPROXIMATE, looks["precision"] in _LINES
    dashes = _DOTS if soft else _DASHES if looks["basis"] == "inferred" else ()
    width = (2.2 if soft else 2.6 if line else 1.8) * strength
    for stroke in _strokes(view, geometry):
        if line and not soft:
            # A casing, as on the map, tells a line from the edge of an area.
            _line(draw, stroke, PAPER, 6 * strength)
        for piece in dashed(stroke, [one * OVERSAMPLING for one in dashes]):
            _line(draw, piece, colour, width)


def _line(draw: ImageDraw.ImageDraw, line: list[Point], colour: str, width: float) -> None:
    draw.line(line, fill=colour, width=round(width * OVERSAMPLING), joint="curve")


def dashed(line: list[Point], pattern: Sequence[float]) -> Iterator[list[Point]]:
    """Cut a line into dashes: so much drawn, so much left out, and so on; all of it for none."""
    if not pattern:
        yield line
        return
    whole = LineString(line) if len(line) > 1 else LineString()
    at, drawn = 0.0, 0
    while at < whole.length:
        end = min(whole.length, at + pattern[drawn % len(pattern)])
        if drawn % 2 == 0:
            yield [(x, y) for x, y in substring(whole, at, end).coords]
        at, drawn = end, drawn + 1


def _mark(
    draw: ImageDraw.ImageDraw,
    view: View,
    point: BaseGeometry,
    looks: Any,
    colour: str,
    strength: int,
) -> None:
    """Draw a point: a dot, or a ring of dashes for one that is inferred; with its kind's sign."""
    ((x, y),) = view.pixels(point.coords)
    sign = looks.get("sign")
    radius = mark_radius_px(sign, strength) * OVERSAMPLING
    inferred = looks["basis"] == "inferred"
    box = (x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(box, fill=PAPER if inferred else colour, outline=PAPER, width=2 * OVERSAMPLING)
    if inferred:
        for start in range(0, 360, 60):
            draw.arc(box, start, start + 32, fill=colour, width=2 * OVERSAMPLING)
    for outline in corners(sign) if sign else ():
        half = radius * SIGN_SHARE * (0.8 if inferred else 1)
        fill = colour if inferred else PAPER
        draw.polygon([(x + dx * half, y + dy * half) for dx, dy in outline], fill=fill)
