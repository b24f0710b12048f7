"""Which names on the map mislead: measured on what a browser drew, with outlines of all countries.

Pixels are CSS pixels of the map's frame. The rules in words stand in docs/labels.md.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Final

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.gazetteer.gazetteer import open_gazetteer
from tests.browser.map.drawn import Drawn, Mark, Name

FARTHEST_PX: Final = 60.0
ADJOINING_PX: Final = 14.0
"""So near to its mark a name needs no leader, and may stand off ground that is smaller than it."""
BESIDE_PX: Final = 24.0
"""A line that runs so near to a mark is near to its name as well."""
ON_THE_BORDER_PX: Final = 3.0
"""So near to a border a mark stands on both sides of it: outlines are generalised."""
SMALL_GROUND_PX: Final = 16.0
"""Ground that reaches no farther from its mark is smaller than a name."""
SAME_PX: Final = 3.0
"""Marks so close together stand on one spot: no name can be nearer to one than to the other."""
SLACK_PX: Final = 0.5
AT_SEA: Final = ("island", "islands", "sea", "ocean", "gulf", "bay", "strait", "cape")
RULES: Final = ("near", "abroad", "far", "leader", "overlap")


def misleading(view: Drawn) -> dict[str, list[str]]:
    """Return what breaks the rules: by rule, a sentence each."""
    found: dict[str, list[str]] = {rule: [] for rule in RULES}
    for name in view.names:
        found["near"] += _near(name, view)
        found["abroad"] += _abroad(name, view)
        away = view.marks[name.id].away(name.box)
        if away > FARTHEST_PX:
            found["far"].append(f"{name.id} is {away:.0f} px from its mark")
        found["leader"] += _leader(name, view)
    for i, name in enumerate(view.names):
        for other in view.names[:i]:
            if name.box.buffer(-SLACK_PX).intersects(other.box.buffer(-SLACK_PX)):
                found["overlap"].append(f"{name.id} and {other.id}")
    return found


def farthest(view: Drawn) -> float:
    """Return how far the farthest name stands from its mark."""
    return max((view.marks[name.id].away(name.box) for name in view.names), default=0.0)


def _near(name: Name, view: Drawn) -> Iterator[str]:
    """No name is nearer to another place's mark than to its own, or covers one."""
    own = view.marks[name.id]
    away = own.away(name.box)
    for other in view.marks.values():
        if other.id == name.id or not (other.is_small or other.is_line):
            continue
        its = other.away(name.box)
        if other.is_line and not own.is_point:
            continue  # rivers meet, and run through areas: their names lie along and inside them
        beside = other.is_line and other.shape.distance(own.shape) - own.radius <= away + BESIDE_PX
        if own.is_point and other.is_point and own.shape.distance(other.shape) <= SAME_PX:
            continue
        if its <= 0 or (its < away - SLACK_PX and not beside):
            yield f"{name.id} is {away:.0f} px from its mark, and {its:.0f} from that of {other.id}"


def _abroad(name: Name, view: Drawn) -> Iterator[str]:
    """No name lies wholly in a country, a sea or an area that is not its own."""
    own = view.marks[name.id]
    if not own.is_small and own.shape.intersects(name.box):
        return
    for other in view.marks.values():
        is_area = "Polygon" in other.shape.geom_type and not other.is_small
        if is_area and other.shape.contains(name.box) and other.away(own.shape) > own.radius:
            yield f"{name.id} lies wholly in {other.id}"
    box = view.on_earth(name.box)
    mark = view.on_earth(own.shape.buffer(ON_THE_BORDER_PX))
    home = _countries_at(mark)
    if any(land.intersects(box) for land in home.values()):
        return
    there = _countries_at(box)
    if not there and (own.kind in AT_SEA or not home):
        return
    if _is_small_ground(own, home, view) and own.away(name.box) <= ADJOINING_PX:
        return
    yield f"{name.id} lies wholly in {', '.join(there) or 'the sea'}, not in {', '.join(home)}"


def _is_small_ground(own: Mark, home: Mapping[str, BaseGeometry], view: Drawn) -> bool:
    """Say whether the land around a mark reaches no farther than a name is high."""
    reach = view.on_earth(own.shape.buffer(own.radius + SMALL_GROUND_PX))
    mark = view.on_earth(own.shape.buffer(ON_THE_BORDER_PX))
    parts = [part for land in home.values() for part in shapely.get_parts(land)]
    return all(reach.contains(part) for part in parts if part.intersects(mark))


def _leader(name: Name, view: Drawn) -> Iterator[str]:
    """What needs a leader has one; it ends at its name, and crosses no other name or leader."""
    own = view.marks[name.id]
    away = own.away(name.box)
    if name.leader is None:
        if own.is_point and away > ADJOINING_PX:
            yield f"{name.id} has no leader, {away:.0f} px from its mark"
        return
    if shapely.Point(name.leader.coords[-1]).distance(name.box) > 1:
        yield f"the leader of {name.id} does not end at its name"
    for other in view.names:
        if other.id == name.id:
            continue
        if name.leader.intersects(other.box.buffer(-SLACK_PX)):
            yield f"the leader of {name.id} crosses {other.id}"
        if other.leader and other.id < name.id and name.leader.crosses(other.leader):
            yield f"the leaders of {name.id} and {other.id} cross"


@functools.cache
def _countries() -> tuple[list[str], list[BaseGeometry], shapely.STRtree]:
    """Return all countries and territories: names, outlines in degrees, and what finds them."""
    gazetteer = open_gazetteer()
    ids = gazetteer._ask(
        "select own_id, geonames, name from places where kind in ('country', 'territory')"
    )
    names, shapes = [], []
    for row in ids:
        shape = gazetteer.shape(row["own_id"] or f"geonames:{row['geonames']}")
        if shape.geom_type != "Point":
            names.append(row["name"])
            shapes.append(shapely.make_valid(shape))
            shapely.prepare(shapes[-1])
    return names, shapes, shapely.STRtree(shapes)


def _countries_at(shape: BaseGeometry) -> dict[str, BaseGeometry]:
    names, shapes, tree = _countries()
    return {names[i]: shapes[i] for i in tree.query(shape, predicate="intersects")}
