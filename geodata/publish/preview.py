"""Draws the small picture that social media show beside a link: the article's title on its map."""

import io
import math
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont
from shapely.affinity import translate
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon, shape
from shapely.geometry.base import BaseGeometry

from geodata.ground import files as ground
from geodata.ground.grid import Box
from geodata.model.circle import continuous, copies, nearest
from geodata.model.edition import Edition
from geodata.model.kinds import Group
from geodata.model.places import Place
from geodata.reader.areas import HUGE_KM2, area_km2
from geodata.reader.map_data import map_config
from geodata.reader.symbols import corners
from geodata.wording.places import precision_words

SIZE_PX: Final = (1200, 630)
TEXT_WIDTH_PX: Final = 520
OVERSAMPLING: Final = 2
LEAST_VIEW_DEGREES: Final = 20.0
"""How much of its surroundings a place's own picture shows at least."""
LEAST_HOME_DEGREES: Final = 4.0
"""How much the picture of an edition shows at least, in longitude and latitude."""
SIGN_SHARE: Final = 0.85
"""How far a sign reaches into its mark, as a part of the mark's radius."""
_LEAST: Final = 1.0
"""Degrees on the picture's map, where both edges lie beyond its end near a pole."""
WATER, LAND, BORDER, INK, PAPER, MUTED, ACCENT = (
    "#cfdde3",
    "#f6f3ea",
    "#c9c1ad",
    "#1d2327",
    "#fbfaf7",
    "#555e64",
    "#14506e",
)

Point = tuple[float, float]


class _View:
    """Web Mercator pixels of a picture that shows ``bounds`` (west, south, east, north).

    The bounds are continuous: their east lies beyond 180 where they cross it.
    """

    def __init__(self, bounds: list[float]) -> None:
        west, south, east, north = bounds
        (left, bottom), (right, top) = _mercator((west, south)), _mercator((east, north))
        room = (SIZE_PX[0] - TEXT_WIDTH_PX - 40, SIZE_PX[1] - 60)
        wide, high = max(right - left, _LEAST), max(top - bottom, _LEAST)
        self.scale = min(room[0] / wide, room[1] / high) * OVERSAMPLING
        self.middle = ((left + right) / 2, (bottom + top) / 2)
        self.origin = (
            (TEXT_WIDTH_PX + room[0] / 2 + 20) * OVERSAMPLING,
            SIZE_PX[1] / 2 * OVERSAMPLING,
        )

    @property
    def turns(self) -> list[float]:
        """Degrees by which the copies of the world that the picture shows are turned eastwards."""
        west, _, east, _ = self.bounds
        return copies(west, east)

    @property
    def bounds(self) -> Box:
        """What the picture shows, continuous."""
        west, east = (
            self.middle[0] + (x * OVERSAMPLING - self.origin[0]) / self.scale
            for x in (TEXT_WIDTH_PX, SIZE_PX[0])
        )
        north, south = (
            _latitude(self.middle[1] + (self.origin[1] - y * OVERSAMPLING) / self.scale)
            for y in (0, SIZE_PX[1])
        )
        return (west, south, east, north)

    def turned(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a geometry where it is nearest to the middle of the picture."""
        middle = (geometry.bounds[0] + geometry.bounds[2]) / 2
        by = nearest(middle, self.middle[0]) - middle
        return translate(geometry, by) if by else geometry

    def pixels(self, ring: Any, turn: float = 0.0) -> list[Point]:
        points = (_mercator(point) for point in ring)
        return [
            (
                self.origin[0] + (x + turn - self.middle[0]) * self.scale,
                self.origin[1] - (y - self.middle[1]) * self.scale,
            )
            for x, y in points
        ]


def preview_png(edition: Edition, place: Place | None = None) -> bytes:
    """Draw the picture: 1200 × 630 pixels, PNG, title and author left, outlines of places right.

    ``place`` is a place of the edition that the map is framed on and the words name; ``None`` for
    the edition as a whole.
    """
    big = (SIZE_PX[0] * OVERSAMPLING, SIZE_PX[1] * OVERSAMPLING)
    picture = Image.new("RGB", big, WATER)
    draw = ImageDraw.Draw(picture)
    config = map_config(edition)
    view = _View(_framed(place) or _widened(config["home"], LEAST_HOME_DEGREES))
    _draw_world(draw, view)
    own = place.id if place else ""
    # The picture's own place comes last, so that none covers it.
    for feature in sorted(config["features"]["features"], key=lambda one: one["id"] == own):
        # A vague area would look sharp at this size; the picture leaves it out.
        if feature["properties"]["precision"] not in ("approximate", "band"):
            sign = feature["properties"].get("sign")
            geometry = view.turned(shape(feature["geometry"]))
            _draw_place(draw, view, geometry, sign, chosen=feature["id"] == own)
    _draw_text(draw, edition, place)
    buffer = io.BytesIO()
    picture.resize(SIZE_PX, Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _mercator(point: Any) -> Point:
    lon, lat = point[0], max(-85.0, min(85.0, point[1]))
    return lon, math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _latitude(y: float) -> float:
    """Return the latitude of a height in Mercator degrees."""
    return math.degrees(math.atan(math.sinh(math.radians(y))))


def _polygons(geometry: BaseGeometry) -> Iterator[Polygon]:
    if isinstance(geometry, MultiPolygon):
        yield from geometry.geoms
    elif isinstance(geometry, Polygon):
        yield geometry


def _lines(geometry: BaseGeometry) -> Iterator[LineString]:
    if isinstance(geometry, MultiLineString):
        yield from geometry.geoms
    elif isinstance(geometry, LineString):
        yield geometry


def _draw_world(draw: ImageDraw.ImageDraw, view: _View) -> None:
    sheets = ground.sheets(view.bounds)
    for turn in view.turns:
        for sheet in sheets:
            _draw_land(draw, view, sheet, turn)
        for line in (line for sheet in sheets for line in sheet.borders()):
            draw.line(view.pixels(line, turn), fill=BORDER, width=OVERSAMPLING)


def _draw_land(draw: ImageDraw.ImageDraw, view: _View, sheet: ground.Sheet, turn: float) -> None:
    areas = ((sheet.land(), LAND, WATER), (sheet.lakes(), WATER, LAND))
    for polygons, outside, inside in areas:
        for outer, *holes in polygons:
            draw.polygon(view.pixels(outer, turn), fill=outside)
            for hole in holes:
                draw.polygon(view.pixels(hole, turn), fill=inside)


def _framed(place: Place | None) -> list[float] | None:
    """Give the bounds of a place's own picture; ``None`` for no place, or a huge one."""
    if place is None or area_km2(place.geometry) > HUGE_KM2:
        return None
    return _widened(continuous(place.bounds), LEAST_VIEW_DEGREES, margin=0.25)


def _widened(bounds: Sequence[float], least: float, margin: float = 0.0) -> list[float]:
    """Give bounds of ``least`` degrees each way, and with a ``margin`` in shares of the span.

    They show something of the surroundings, for one point or one town as well.
    """
    west, south, east, north = bounds
    lon = max((east - west) * margin, (least - (east - west)) / 2)
    lat = max((north - south) * margin, (least - (north - south)) / 2)
    return [west - lon, south - lat, east + lon, north + lat]


def _draw_place(
    draw: ImageDraw.ImageDraw,
    view: _View,
    geometry: BaseGeometry,
    sign: Group | None,
    *,
    chosen: bool,
) -> None:
    colour, strength = (ACCENT, 2) if chosen else (INK, 1)
    for polygon in _polygons(geometry):
        draw.line(
            view.pixels(polygon.exterior.coords), fill=colour, width=2 * strength * OVERSAMPLING
        )
    for line in _lines(geometry):
        pixels = view.pixels(line.coords)
        # A casing, as on the map, tells a line from the edge of an area.
        for paint, wide in ((PAPER, 3 + 3 * strength), (colour, 1 + 2 * strength)):
            draw.line(pixels, fill=paint, width=wide * OVERSAMPLING, joint="curve")
    if geometry.geom_type == "Point":
        ((x, y),) = view.pixels(geometry.coords)
        radius = (2 + 3 * strength + (3 if sign else 0)) * OVERSAMPLING
        box = (x - radius, y - radius, x + radius, y + radius)
        draw.ellipse(box, fill=colour, outline=PAPER, width=2 * OVERSAMPLING)
        for outline in corners(sign) if sign else ():
            half = radius * SIGN_SHARE
            draw.polygon([(x + dx * half, y + dy * half) for dx, dy in outline], fill=PAPER)


def _draw_text(draw: ImageDraw.ImageDraw, edition: Edition, place: Place | None) -> None:
    draw.rectangle((0, 0, TEXT_WIDTH_PX * OVERSAMPLING, SIZE_PX[1] * OVERSAMPLING), fill=PAPER)
    left, width = 44 * OVERSAMPLING, (TEXT_WIDTH_PX - 80) * OVERSAMPLING
    y = 70.0 * OVERSAMPLING
    y = _write(draw, (left, y), "Article Atlas", 24, MUTED, width) + 26 * OVERSAMPLING
    y = _write(draw, (left, y), edition.article.title, 46, INK, width, 3 if place else 5)
    y += 22 * OVERSAMPLING
    y = _write(draw, (left, y), ", ".join(edition.article.authors), 26, INK, width)
    y += 22 * OVERSAMPLING
    if place:
        y = _write(draw, (left, y), place.title, 30, ACCENT, width)
        _write(draw, (left, y), precision_words(place), 22, MUTED, width)
        return
    _write(
        draw, (left, y), "The article on its map: who says what of which place", 24, MUTED, width
    )


def _write(
    draw: ImageDraw.ImageDraw,
    at: Point,
    text: str,
    size: int,
    colour: str,
    width: float,
    most: int = 2,
) -> float:
    """Write text in at most ``most`` lines, none wider than ``width``; give the y of its end."""
    font = ImageFont.load_default(size * OVERSAMPLING)
    x, y = at
    for line in fitted(text, lambda line: draw.textlength(line, font=font), width, most):
        draw.text((x, y), line, fill=colour, font=font)
        y += size * 1.25 * OVERSAMPLING
    return y


def fitted(text: str, length: Callable[[str], float], width: float, most: int) -> tuple[str, ...]:
    """Break a text between words into at most ``most`` lines; "…" stands for what is cut off.

    ``length`` measures a line, in the unit of ``width``. A word that is wider than a line is cut.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]}…"]
    return tuple(_cut(line, length, width) for line in lines)


def _cut(line: str, length: Callable[[str], float], width: float) -> str:
    if length(line) <= width:
        return line
    kept = line.removesuffix("…")
    count = bisect_right(range(1, len(kept) + 1), width, key=lambda n: length(f"{kept[:n]}…"))
    return f"{kept[:count].rstrip()}…"
