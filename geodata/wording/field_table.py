"""One table of the fields of places, mentions and claims: what each is called, and who carries it.

The exports, the tables of the page and the imports follow it, so that a new field is named in the
model and here, and nowhere else (docs/design/2026-11-26-fields.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Literal, get_args

from geodata.wording import terms
from geodata.wording.dates import claim_time, said_words
from geodata.wording.places import precision_words

Shape = Literal[
    "text",
    "word",
    "number",
    "list",
    "table",
    "tables",
    "limits",
    "dating",
    "quote",
    "quotes",
    "places",
]
"""What a value is in the edition's files. ``word``: one of a fixed few; ``limits``: west, south,
east, north or nothing; ``tables``: a list of them; ``places``: ids with certainty."""
Carrier = Literal[
    "geojson",
    "rows",
    "mention-rows",
    "annotations",
    "linked-places",
    "whole",
    "balloon",
    "page",
]
EVERYWHERE: Final[frozenset[Carrier]] = frozenset(get_args(Carrier))
"""``rows`` are CSV, GeoPackage and the data of KML; ``mention-rows`` a place's cells in the
GeoPackage's layer of mentions; ``whole`` a claim as annotations and Linked Places list it;
``balloon`` a line of KML's balloons; ``page`` a line of the page's tables. A format that says a
field in a way of its own (a title, a geometry, a sentence) does not carry it plainly too."""


@dataclass(frozen=True, eq=False)  # told apart by identity, which is fast to look up
class Field:
    """One field of a kind of record."""

    key: str
    """Its name in the edition's files, and inside a record of its own."""
    name: str = ""
    """Its name in exports, beside fields of other records; the key where none is given."""
    shape: Shape = "text"
    carriers: frozenset[Carrier] = EVERYWHERE
    label: str = ""
    """What it is called before its value, for readers; the key in words where none is given."""
    attribute: str = ""
    """Its name in the model, where Python keeps the key for itself."""
    words: Callable[[Any], str] | None = None
    """Says the value of a record in words; a row has them beside it."""
    always: bool = False
    """Whether it stands wherever a claim appears, so that none is taken for a fact."""
    column_after: str = ""
    """The column that its own follows in a row, where that is not the order of the table."""

    @property
    def exported(self) -> str:
        """Its name in exports."""
        return self.name or self.key

    @property
    def title(self) -> str:
        """What it is called for readers."""
        return self.label or self.key.replace("_", " ").capitalize()

    def of(self, record: object) -> Any:
        """Return a record's value as the edition's files hold it."""
        value = getattr(record, self.attribute or self.key)
        return None if value is None else _PLAIN.get(self.shape, _same)(value)


@lru_cache(maxsize=64)
def carried(fields: tuple[Field, ...], carrier: Carrier) -> tuple[Field, ...]:
    """Return the fields that one of the formats takes as they are, in its order."""
    return tuple(field for field in fields if carrier in field.carriers)


@lru_cache(maxsize=64)
def shapes_of(fields: tuple[Field, ...]) -> Mapping[str, Shape]:
    """Return the shape of each field by its key."""
    return {field.key: field.shape for field in fields}


def _same(value: Any) -> Any:
    return value


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one.model_dump() for one in value]


_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "list": list,
    "limits": list,
    "table": dict,
    "tables": _tables,
    "quotes": _tables,
    "places": _tables,
    "quote": lambda value: value.model_dump(),
    "dating": lambda value: {"edtf": value.edtf, "basis": value.basis, "from": value.from_},
}


def _by(*carriers: Carrier) -> frozenset[Carrier]:
    return frozenset(carriers)


_GEOJSON, _ROWS = _by("geojson"), _by("geojson", "rows")
_LINKED, _CLAIM = _ROWS | _by("linked-places"), _ROWS | _by("whole")
_NOTED = _LINKED | _by("annotations")
_LABEL, _DISPUTE = _ROWS | _by("mention-rows"), _LINKED | _by("balloon")

PLACE: tuple[Field, ...] = (
    Field("title", "place_title", carriers=_LABEL),
    Field("description", "place_description", carriers=_ROWS),
    Field("class", "place_class", "word", _LINKED, attribute="class_"),
    Field("names", "place_names", "table", _ROWS),
    Field("local", "place_local", "list", _GEOJSON),
    Field("precision", shape="word", carriers=_NOTED | _LABEL, words=precision_words),
    Field("precision_note", carriers=_LINKED),
    Field(
        "basis",
        shape="word",
        carriers=_NOTED | _LABEL,
        words=lambda place: terms.BASIS[place.basis],
    ),
    Field("basis_source", carriers=_NOTED),
    Field("as_of", carriers=_LINKED),
    Field("within", carriers=_ROWS),
    Field("within_bounds", shape="limits", carriers=_GEOJSON),
    Field("within_note", carriers=_LINKED),
    Field("tolerance_km", shape="number", carriers=_GEOJSON),
    Field("label_lon", shape="number", carriers=_LABEL),
    Field("label_lat", shape="number", carriers=_LABEL),
    Field("geonames", carriers=_ROWS),
    Field("wikidata", carriers=_ROWS),
    Field("source", "geometry_source", carriers=_GEOJSON),
    Field("licence", "geometry_licence", carriers=_GEOJSON),
    Field("method", "geometry_method", carriers=_ROWS),
    Field("administered_by", carriers=_DISPUTE),
    Field("claimed_by", carriers=_DISPUTE),
    Field("dispute_note", carriers=_DISPUTE, label="Disputed"),
    Field("excludes", shape="tables", carriers=_GEOJSON),
)
"""The fields of a place but its id and its geometry, in the order of the exports."""

MENTION: tuple[Field, ...] = (
    Field("quote", shape="quote", carriers=_by()),
    Field("kind", shape="word", carriers=_ROWS),
    Field("places", shape="places", carriers=_by()),
    Field("outcome", shape="word", carriers=_ROWS | _by("annotations")),
    Field("reading", carriers=_ROWS, column_after="reason"),
    Field("reason", carriers=_by("rows", "annotations")),
    Field("status", shape="word", carriers=_ROWS | _by("annotations")),
)
"""The fields of a mention but its id, in the order of mentions.toml."""

CLAIM: tuple[Field, ...] = (
    Field("said_by", carriers=_CLAIM, always=True),
    Field("chain", shape="list", carriers=_CLAIM, always=True),
    Field("form", shape="word", carriers=_CLAIM, always=True),
    Field("source", "claim_source", "word", _CLAIM, always=True),
    Field("mode", shape="word", carriers=_CLAIM, always=True),
    Field("quotes", shape="quotes", carriers=_by("geojson", "whole")),
    Field("refers_to", shape="list", carriers=_CLAIM, column_after="theme_titles"),
    Field("hedge", shape="list", carriers=_CLAIM, always=True),
    Field("limitation", carriers=_CLAIM, always=True),
    Field("notes", shape="list", carriers=_CLAIM, always=True),
    Field("themes", shape="list", carriers=_CLAIM),
    Field("places", shape="list", carriers=_by("whole")),
    Field("about", shape="dating", carriers=_CLAIM, words=claim_time),
    Field("said", shape="dating", carriers=_CLAIM, words=lambda claim: said_words(claim.said)),
    Field("status", shape="word", carriers=_CLAIM, always=True),
)
"""The fields of a claim but its id, in the order of claims.toml."""
