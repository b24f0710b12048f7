"""Lets a place's label go along when an import moves the place, or says that it stays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from pydantic_core import PydanticCustomError
from shapely import Point

from geodata.editing.incoming import Edit, Incoming
from geodata.model.circle import apart, wrapped
from geodata.model.edition import Edition
from geodata.model.geometry import Geometry, geometry_fault, read_geometry
from geodata.model.labels import DECIMALS, label_of
from geodata.model.places import Place

_KEYS: Final = ("label_lon", "label_lat")
_SAME_DEG: Final = 1e-5


def labels_along(
    incoming: Incoming,
    edition: Edition,
    edits: list[Edit],
    is_written: Callable[[str], bool],
) -> list[Edit]:
    """Return the edits of places, with new positions for labels of places that move.

    A label that stands on its point goes as far as the point does; one that stands where labels
    stand by themselves stands there on the new geometry. Any other stays, and a warning says so.

    Parameters
    ----------
    is_written
        Says of a place whether its file gives the label's position; if not, it follows anyway.
    """
    places = {place.id: place for place in edition.places}
    return [
        _with_label(incoming, places[edit.id], edit, is_written)
        if edit.id in places and "geometry" in edit.fields
        else edit
        for edit in edits
    ]


def _with_label(
    incoming: Incoming, place: Place, edit: Edit, is_written: Callable[[str], bool]
) -> Edit:
    if edit.fields.keys() & set(_KEYS) or not is_written(place.id):
        return edit
    try:
        new = read_geometry(edit.fields["geometry"])
    except PydanticCustomError:
        return edit
    if geometry_fault(new):
        return edit  # the check will say so
    if (label := _label(place, new, edit.fields.get("precision", place.precision))) is None:
        fault = f"It is moved, but its label stays at {place.label_lon:g}, {place.label_lat:g}."
        incoming.warn(f"place {place.id}", fault, "Change `label_lon` and `label_lat`, too.")
        return edit
    fields = {key: at for key, at, old in zip(_KEYS, label, place.label, strict=True) if at != old}
    return Edit(edit.id, edit.fields | fields, is_new=False)


def _label(place: Place, new: Geometry, precision: Any) -> tuple[float, float] | None:
    """Return where the label goes; ``None`` where its editor has chosen a spot of their own."""
    old = place.geometry
    if isinstance(old, Point) and isinstance(new, Point):
        lon, lat = place.label_lon + new.x - old.x, place.label_lat + new.y - old.y
        return round(wrapped(lon), DECIMALS), round(lat, DECIMALS)
    lon, lat = label_of(old, on_the_edge=place.precision == "approximate")
    if max(apart(lon, place.label_lon), abs(lat - place.label_lat)) > _SAME_DEG:
        return None
    return label_of(new, on_the_edge=precision == "approximate")
