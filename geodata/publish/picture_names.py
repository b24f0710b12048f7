"""Writes places' names on the preview picture: the most named first, and none over another.

A name stands beside its point, or in the middle of its area or line; where there is no room for it,
it is left out, for near another mark it would name that.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from PIL import ImageDraw

from geodata.publish.picture_fonts import length, unwritable, write
from geodata.publish.picture_lines import fitted
from geodata.publish.picture_places import ACCENT, INK, PAPER, mark_radius_px
from geodata.publish.picture_view import OVERSAMPLING, SIZE_PX, TEXT_WIDTH_PX, Point, View

SIZE: Final = 19 * OVERSAMPLING
LINE: Final = 22 * OVERSAMPLING
WIDEST: Final = 190 * OVERSAMPLING
MOST_LINES: Final = 3
MOST_NAMES: Final = 14
GAP: Final = 3 * OVERSAMPLING
WEIGHT: Final = 600
Box = tuple[float, float, float, float]


def write_names(
    draw: ImageDraw.ImageDraw,
    view: View,
    places: Sequence[Any],
    features: Sequence[Any],
    chosen: str,
) -> None:
    """Write the names of the map's data, that of the ``chosen`` place first."""
    looks = {one["id"]: one for one in features}
    marks = {
        id: box for id, one in looks.items() if (box := _mark(view, one, 2 if id == chosen else 1))
    }
    taken: list[Box] = []
    order = sorted(places, key=lambda one: (one["id"] != chosen, -one["weight"]))
    for place in order:
        others = [box for id, box in marks.items() if id != place["id"]]
        if len(taken) == MOST_NAMES or unwritable(place["title"]):
            continue
        lines = fitted(place["title"], lambda text: length(text, SIZE, WEIGHT), WIDEST, MOST_LINES)
        at = _at(view, place["label"])
        for box in _spots(lines, at, marks.get(place["id"])):
            if _is_free(box, [*others, *taken]):
                taken.append(box)
                _write(draw, lines, box, ACCENT if place["id"] == chosen else INK)
                break


def _at(view: View, label: Sequence[float]) -> Point:
    lon, lat = label
    middle = view.middle[0]
    return view.pixels([(lon - 360 * round((lon - middle) / 360), lat)])[0]


def _mark(view: View, feature: Any, strength: int) -> Box | None:
    """Return the box of a point's mark."""
    if feature["geometry"]["type"] != "Point":
        return None
    x, y = _at(view, feature["geometry"]["coordinates"])
    radius = (mark_radius_px(feature["properties"].get("sign"), strength) + 2) * OVERSAMPLING
    return x - radius, y - radius, x + radius, y + radius


def _spots(lines: Sequence[str], at: Point, mark: Box | None) -> Iterator[Box]:
    """Give where a name may stand: right, left, above or below its mark; or on its label."""
    wide, high = max(length(line, SIZE, WEIGHT) for line in lines), len(lines) * LINE
    x, y = at
    if mark is None:
        yield x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
        return
    left, top, right, bottom = mark
    middle = (top + bottom) / 2
    yield right + GAP, middle - high / 2, right + GAP + wide, middle + high / 2
    yield left - GAP - wide, middle - high / 2, left - GAP, middle + high / 2
    across = (left + right) / 2
    yield across - wide / 2, top - GAP - high, across + wide / 2, top - GAP
    yield across - wide / 2, bottom + GAP, across + wide / 2, bottom + GAP + high


def _is_free(box: Box, others: Iterable[Box]) -> bool:
    left, top, right, bottom = box
    inside = (
        left >= (TEXT_WIDTH_PX + 8) * OVERSAMPLING
        and right <= (SIZE_PX[0] - 8) * OVERSAMPLING
        and top >= 8 * OVERSAMPLING
        and bottom <= (SIZE_PX[1] - 8) * OVERSAMPLING
    )
    return inside and not any(
        left < other[2] and other[0] < right and top < other[3] and other[1] < bottom
        for other in others
    )


def _write(draw: ImageDraw.ImageDraw, lines: Sequence[str], box: Box, colour: str) -> None:
    left, top, right, _ = box
    for number, line in enumerate(lines):
        x = (left + right - length(line, SIZE, WEIGHT)) / 2
        base = top + LINE * number + LINE * 0.76
        write(draw, (x, base), line, size=SIZE, colour=colour, weight=WEIGHT, halo=PAPER)
