"""In which of today's countries a place lies (ISO 3166-1), by what the edition itself says."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from geodata.model.edition import Edition
from geodata.model.places import Place

TABLE: Final = Path(__file__).with_name("countries.tsv")
"""Every country's code with its ids at GeoNames and Wikidata, as the gazetteer has them."""


def country_codes(edition: Edition, place: Place) -> list[str]:
    """Return the codes of the country that a place is, or that it lies in by ``within``.

    None for a disputed place that is no country, or that lies in one: a code would take sides.
    """
    codes = codes_by_id()
    step: Place | None = place
    while step is not None:
        found = codes.get(step.wikidata) or codes.get(f"geonames:{step.geonames}")
        if found or step.dispute_note:
            return [found] if found else []
        step = edition.place(step.within) if step.within else None
    return []


@cache
def codes_by_id() -> Mapping[str, str]:
    """Return the codes by the ids of the countries; GeoNames' have ``geonames:`` before them."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    by_wikidata = {row["wikidata"]: row["code"] for row in rows if row["wikidata"]}
    return by_wikidata | {
        f"geonames:{row['geonames']}": row["code"] for row in rows if row["geonames"]
    }
