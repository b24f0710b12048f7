"""Draws the small picture that social media show beside a link: the article's title on its map."""

import io
from collections.abc import Sequence
from typing import Final

from PIL import Image, ImageDraw

from geodata.ground import files as ground
from geodata.model.circle import continuous, extent
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.publish.picture_fonts import length, runs_from_right, unwritable, write
from geodata.publish.picture_lines import fitted
from geodata.publish.picture_names import write_names
from geodata.publish.picture_places import ACCENT, PAPER, draw_places
from geodata.publish.picture_view import OVERSAMPLING, SIZE_PX, TEXT_WIDTH_PX, Point, View
from geodata.reader.areas import HUGE_KM2, area_km2
from geodata.reader.first_view import ONE_SPOT_DEGREES, mark_of
from geodata.reader.map_data import map_config
from geodata.wording.places import precision_words

LEAST_VIEW_DEGREES: Final = 20.0
"""How much of its surroundings a place's own picture shows at least."""
LEAST_SPOT_DEGREES: Final = 4.0
"""How much the picture of an edition of one spot shows, in longitude and latitude."""
WATER, LAND, BORDER, TITLE, MUTED = "#cfdde3", "#f6f3ea", "#c9c1ad", "#1d2327", "#555e64"


def preview_png(edition: Edition, place: Place | None = None) -> bytes:
    """Draw the picture: 1200 × 630 pixels, PNG, title and author left, places right.

    The map is framed as the first view of the reader is, and its places look as they do there.
    ``place`` is a place of the edition that the map is framed on and the words name instead;
    ``None`` for the edition as a whole.
    """
    picture = draw_map(edition, place)
    _draw_text(ImageDraw.Draw(picture), edition, place)
    buffer = io.BytesIO()
    picture.resize(SIZE_PX, Image.Resampling.LANCZOS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def draw_map(edition: Edition, place: Place | None = None, *, names: bool = True) -> Image.Image:
    """Draw the picture's map alone, `OVERSAMPLING` times as large as the picture."""
    big = (SIZE_PX[0] * OVERSAMPLING, SIZE_PX[1] * OVERSAMPLING)
    picture = Image.new("RGB", big, WATER)
    draw = ImageDraw.Draw(picture)
    config = map_config(edition)
    view = View(_framed(place) or _home(edition, config["home"]))
    _draw_world(draw, view)
    features, chosen = config["features"]["features"], place.id if place else ""
    draw_places(picture, view, features, chosen)
    if names:
        write_names(draw, view, config["places"], features, chosen)
    return picture


def unwritten(edition: Edition) -> str:
    """Return the signs of an edition's title and authors that the picture has no font for."""
    return unwritable(edition.article.title + "".join(edition.article.authors))


def _draw_world(draw: ImageDraw.ImageDraw, view: View) -> None:
    sheets = ground.sheets(view.bounds)
    for turn in view.turns:
        for sheet in sheets:
            _draw_land(draw, view, sheet, turn)
        for line in (line for sheet in sheets for line in sheet.borders()):
            draw.line(view.pixels(line, turn), fill=BORDER, width=OVERSAMPLING)


def _draw_land(draw: ImageDraw.ImageDraw, view: View, sheet: ground.Sheet, turn: float) -> None:
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


def _home(edition: Edition, home: Sequence[float]) -> list[float]:
    """Give the bounds of the first view; of one spot alone, with something to know it by."""
    if not edition.places:
        return list(home)
    west, south, east, north = continuous(extent(mark_of(place) for place in edition.places))
    is_spot = max(east - west, north - south) < ONE_SPOT_DEGREES
    return _widened(home, LEAST_SPOT_DEGREES if is_spot else 0.0)


def _widened(bounds: Sequence[float], least: float, margin: float = 0.0) -> list[float]:
    """Give bounds of ``least`` degrees each way, and with a ``margin`` in shares of the span.

    They show something of the surroundings, for one point or one town as well.
    """
    west, south, east, north = bounds
    lon = max((east - west) * margin, (least - (east - west)) / 2, 0.0)
    lat = max((north - south) * margin, (least - (north - south)) / 2, 0.0)
    return [west - lon, south - lat, east + lon, north + lat]


def _draw_text(draw: ImageDraw.ImageDraw, edition: Edition, place: Place | None) -> None:
    draw.rectangle((0, 0, TEXT_WIDTH_PX * OVERSAMPLING, SIZE_PX[1] * OVERSAMPLING), fill=PAPER)
    left, width = 44 * OVERSAMPLING, (TEXT_WIDTH_PX - 80) * OVERSAMPLING
    y = 70.0 * OVERSAMPLING
    y = _write(draw, (left, y), "Article Atlas", 24, MUTED, width) + 26 * OVERSAMPLING
    y = _write(
        draw, (left, y), edition.article.title, 46, TITLE, width, 3 if place else 5, weight=600
    )
    y += 22 * OVERSAMPLING
    y = _write(draw, (left, y), ", ".join(edition.article.authors), 26, TITLE, width)
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
    weight: int = 400,
) -> float:
    """Write text in at most ``most`` lines, none wider than ``width``; give the y of its end.

    A text that no font here can write is left out.
    """
    x, y = at
    if unwritable(text):
        return y
    large = size * OVERSAMPLING
    for line in fitted(text, lambda line: length(line, large, weight), width, most):
        start = x + width - length(line, large, weight) if runs_from_right(text) else x
        write(draw, (start, y + large), line, size=large, colour=colour, weight=weight)
        y += large * 1.25
    return y
