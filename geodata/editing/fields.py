"""Turns the values of a file, as GDAL, QGIS or a text editor leave them, into those of an edition.

GIS programs keep lists and tables as texts that hold JSON, and empty texts as null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import shapely
from pydantic_core import PydanticCustomError
from shapely.geometry.base import BaseGeometry

from geodata.editing.incoming import Fields, Incoming
from geodata.model.errors import QuoteAmbiguousError, QuoteError
from geodata.model.geometry import read_geometry
from geodata.model.quotes import TextPosition, TextQuote, anchor, describe
from geodata.storage.program_values import given as given
from geodata.storage.program_values import is_said as is_said
from geodata.storage.program_values import items as items
from geodata.storage.program_values import nested as nested
from geodata.storage.program_values import text as text
from geodata.wording.field_table import Field

SAME_PLACE_DEG = 1e-7
"""Corners closer than this, about a centimetre, are the same: programs round what they save."""


def present(fields: Iterable[Field], given: Fields) -> list[Field]:
    """Return those of the fields that are given; none where all of them are null.

    A feature that is drawn anew names its claim and its place, and leaves the rest empty.
    """
    found = [field for field in fields if field.exported in given]
    if all(given[field.exported] is None for field in found):
        return []
    return [one for one in found if is_said(one.shape, given[one.exported])]


def quote(incoming: Incoming, where: str, article: str, value: Any, held: list[Fields]) -> Any:
    """Return a quote as the edition is to hold it, or add a fault and return ``None``.

    A quote that leads where one of ``held`` does is that one: its context is the editor's own. One
    that occurs more than once is told by its position, if that fits.

    Parameters
    ----------
    article
        The article's text.
    value
        A table with ``exact``, ``prefix``, ``suffix`` and perhaps ``start`` and ``end``.
    held
        The quotes that the edition holds for this record.
    """
    if not isinstance(value, dict) or not isinstance(value.get("exact"), str):
        incoming.say(where, "It holds a quote without `exact`.", "Give the words of the text.")
        return None
    parts = {key: value.get(key) or "" for key in ("exact", "prefix", "suffix")}
    if not all(isinstance(part, str) for part in parts.values()) or not parts["exact"]:
        incoming.say(where, "It holds an empty or broken quote.", "Give the words of the text.")
        return None
    given = TextQuote(**parts)
    try:
        position = anchor(article, given)
    except QuoteError as error:
        found = _position(article, given, value)
        if found is None or not isinstance(error, QuoteAmbiguousError):
            incoming.say(where, error.fault, error.cure)
            return None
        position, given = found, describe(article, found)
    for one in held:
        if anchor(article, TextQuote(**one)) == position:
            return one
    return given.model_dump()


def _position(article: str, given: TextQuote, value: Fields) -> TextPosition | None:
    start, end = value.get("start"), value.get("end")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    return TextPosition(start=start, end=end) if article[start:end] == given.exact else None


def same_or_new_geometry(value: Any, held: Fields | None) -> Any:
    """Return the geometry that the edition holds where the file's is the same, else the file's.

    One that programs have made a collection of one part, or given heights of nought, is plain.
    """
    try:
        one = _plain(read_geometry(value))
        other = _plain(read_geometry(_listed(held["geometry"]))) if held else None
    except PydanticCustomError:
        return value  # the loader will say what is wrong with it
    if other and shapely.equals_exact(one.normalize(), other.normalize(), SAME_PLACE_DEG):
        return held["geometry"] if held else value
    written = shapely.from_geojson(json.dumps(value))
    changed = written.geom_type != one.geom_type or shapely.has_z(written)
    return _listed(dict(shapely.geometry.mapping(one))) if changed else value


def _plain(geometry: BaseGeometry) -> BaseGeometry:
    """Return the one part of a geometry that has one; any other as it is."""
    parts = shapely.get_parts(geometry)
    part: BaseGeometry = parts[0] if len(parts) == 1 else geometry
    return part


def _listed(geometry: Fields) -> Any:
    """Return a geometry with lists for tuples, as JSON has it."""
    return json.loads(json.dumps(geometry))


def in_held_order(found: Iterable[str], held: list[str]) -> list[str]:
    """Return ids in the order in which the edition holds them, those that it lacks at the end."""
    wanted, known = dict.fromkeys(found), set(held)
    return [one for one in held if one in wanted] + [one for one in wanted if one not in known]
