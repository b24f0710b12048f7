"""What QGIS calls layers' columns and features by, and what its map tips say.

Nothing in a map tip comes from an edition as markup: QGIS shows tips as web pages.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from typing import Final, Literal

Kind = Literal["claims", "places", "mentions"]

DISPLAY: Final[dict[Kind, str]] = {
    "claims": "coalesce(nullif(\"place_title\", ''), 'Not on the map') || ' – ' || \"speaker\"",
    "places": '"place_title"',
    "mentions": '"exact"',
}
"""How a feature is called in lists and when it is identified."""
_TIPS: Final[dict[Kind, tuple[tuple[str, str], ...]]] = {
    "claims": (
        ("", "place_title"),
        ("", "according_to"),
        ("", "passage"),
        ("Limited by the words", "hedge"),
        ("Limitation", "limitation"),
        ("", "precision_words"),
        ("", "basis_words"),
    ),
    "places": (
        ("", "place_title"),
        ("", "place_description"),
        ("", "precision_words"),
        ("", "basis_words"),
    ),
    "mentions": (
        ("The text says", "exact"),
        ("Meant", "place_title"),
        ("How sure", "certainty"),
        ("Reading", "reading"),
    ),
}
_NAMES: Final = {"geonames": "GeoNames", "wikidata": "Wikidata", "edtf": "EDTF"}


def add_forms(root: ET.Element, kind: Kind, columns: Iterable[str]) -> None:
    """Add to a style what a layer's columns and features are called, and its map tips."""
    aliases = ET.SubElement(root, "aliases")
    for index, column in enumerate(columns):
        ET.SubElement(aliases, "alias", field=column, index=str(index), name=alias(column))
    ET.SubElement(root, "previewExpression").text = DISPLAY[kind]
    ET.SubElement(root, "mapTip").text = "".join(_line(*one) for one in _TIPS[kind])


def alias(column: str) -> str:
    """Return a column's name in words.

    Examples
    --------
    >>> alias("according_to")
    'According to'
    """
    words = _NAMES.get(column, column.replace("_", " "))
    return f"{words[:1].upper()}{words[1:]}"


def _line(label: str, column: str) -> str:
    """Return a paragraph of a tip, which is left out where the column is empty."""
    value = f'"{column}"'
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;")):
        value = f"replace({value}, '{sign}', '{entity}')"
    before = f"<b>{label}:</b> " if label else ""
    written = f"if(length(\"{column}\") > 0, '<p>{before}' || {value} || '</p>', '')"
    return f"[% {written} %]"
