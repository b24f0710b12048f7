"""CSV (RFC 4180): a row for each claim, place and passage, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from geodata.export.common import quotes_of
from geodata.export.members import Cell, Row, joined
from geodata.export.rows import (
    certainty,
    claim_places,
    claim_row,
    edition_row,
    place_row,
    places_alone,
)
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place

# With these signs at its beginning, a spreadsheet takes a text for a formula or a command; the
# full-width forms are read as their plain ones in East Asian settings.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

_INVISIBLE = re.compile(
    r"^[\s\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]+"
)
"""Blanks and signs that are not seen, at the beginning of a text."""


def export(edition: Edition) -> bytes:
    """Return the edition as comma-separated values: UTF-8 without a mark, lines that end in CRLF.

    The first line names the columns. Claims come in the order of the text, their places in the
    order of the claim, their passages in the order of the text; a claim without a place has empty
    cells there. An edition without claims gives a row for each place. Degrees are WGS 84; ``lon``
    and ``lat`` are given for points alone, ``west`` to ``north`` for all. Outlines are left out: a
    spreadsheet's cell cannot hold them.
    """
    out = io.StringIO(newline="")
    writer: csv.DictWriter[str] | None = None
    for row in rows(edition):
        if writer is None:
            writer = csv.DictWriter(out, list(row), dialect="excel", lineterminator="\r\n")
            writer.writeheader()
        writer.writerow({key: defused(value) for key, value in row.items()})
    return out.getvalue().encode()


def rows(edition: Edition) -> Iterator[Row]:
    """Return the rows before they are made safe; all have the same columns."""
    common = edition_row(edition)
    for claim, place in claim_places(edition):
        for number, quote in enumerate(quotes_of(edition, claim), 1):
            yield _row(edition, claim, place, number, quote) | common
    for place in places_alone(edition):
        yield _row(edition, None, place, None, {}) | common


def _row(
    edition: Edition,
    claim: Claim | None,
    place: Place | None,
    number: int | None,
    quote: Mapping[str, Any],
) -> Row:
    return {
        **claim_row(edition, claim),
        "passage_number": number,
        "passage": quote.get("exact"),
        "passage_start": quote.get("start"),
        "passage_end": quote.get("end"),
        "mentions": _mentions(edition, claim.id, place) if claim else "",
        "certainty": certainty(edition, claim, place) if claim else "",
        **place_row(place),
        **_where(place),
    }


def defused(value: Cell) -> str:
    """Return a cell that no spreadsheet runs: ``'`` before a text that would begin a formula.

    Blanks before it are looked through, whatever kind they are: many programs drop them.

    A number stays as it is; nothing can be hidden in it.
    """
    if value is None:
        return ""
    if isinstance(value, float):
        # Three decimals would be thousands where a comma stands before decimals: 60.487 is 60487
        # to a German spreadsheet. Six it leaves as they are.
        return f"{value:.6f}"
    if isinstance(value, int):
        return str(value)
    return (
        f"'{value}"
        if value.startswith(RUNS) or _INVISIBLE.sub("", value).startswith(RUNS)
        else value
    )


def _mentions(edition: Edition, claim: str, place: Place | None) -> str:
    return joined(
        mention.id
        for mention in edition.mentions_of_claim(claim)
        if place and place.id in mention.place_ids
    )


def _where(place: Place | None) -> Row:
    west, south, east, north = place.bounds if place else (None,) * 4
    point = place is not None and place.is_point
    return {
        "geometry_type": place.geometry.geom_type if place else "",
        "lon": west if point else None,
        "lat": south if point else None,
        "west": west,
        "south": south,
        "east": east,
        "north": north,
    }
