"""A claim and one of its places in words, line by line: who says it, its weakness, the credits."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.mentions import Mention
from geodata.model.places import Place
from geodata.wording import field_table, terms
from geodata.wording.claims import certainties, claim_kind
from geodata.wording.dates import claim_time, in_words, said_words
from geodata.wording.field_table import Carrier, Field, carried
from geodata.wording.notes import note_label
from geodata.wording.places import credit, precision_words


@dataclass(frozen=True)
class Line:
    """Words, and perhaps a label before them; without words there is nothing to say."""

    words: str
    label: str = ""


def claim_lines(edition: Edition, claim: Claim, place: Place | None) -> list[Line]:
    """Return what is to be told of a claim below its passages, and of one of its places."""
    return [
        Line("; ".join(claim.chain), "How it came here"),
        Line("; ".join(f"“{hedge}”" for hedge in claim.hedge), "Limited by the words"),
        Line(claim.limitation, "Limitation"),
        *(Line(note.text, note_label(note)) for note in map(edition.note, claim.notes)),
        Line(claim_kind(claim), "Kind"),
        Line(f"{terms.STATUS[claim.status]}."),
        Line("; ".join(edition.theme(id).title for id in claim.themes), "Topics"),
        Line(claim_time(claim) or "undated", "Time"),
        Line(said_words(claim.said), "Said"),
        *field_lines(field_table.CLAIM, "balloon", claim),
        *(place_lines(place, certainties(edition, claim, place)) if place else ()),
        Line(edition.article.rights, "Rights"),
    ]


def place_lines(place: Place, sure: Collection[str] = ()) -> list[Line]:
    """Return what is to be told of a place; ``sure`` has how sure it is that this one is meant."""
    meant = "; ".join(terms.CERTAINTY[one] for one in terms.CERTAINTY if one in sure)
    basis = "; ".join(filter(None, (terms.BASIS[place.basis], place.basis_source)))
    return [
        Line(f"{place.title}, {place.description}", "Place"),
        Line(place.as_of, "As of"),
        Line(f"{precision_words(place)}. {place.precision_note}", "How exact"),
        Line(basis, "Named or inferred"),
        Line(meant, "How sure"),
        *field_lines(field_table.PLACE, "balloon", place),
        Line(credit(place), "Map data"),
    ]


def field_lines(fields: tuple[Field, ...], carrier: Carrier, record: object) -> list[Line]:
    """Return the fields that are told plainly, a line each; empty ones are left out."""
    return [
        Line(words, field.title)
        for field in carried(fields, carrier)
        if (words := field_words(field, field.of(record)))
    ]


def plain_lines(record: Place | Mention | Claim) -> list[Line]:
    """Return the fields of a record that the page's tables tell plainly."""
    kinds = {Place: field_table.PLACE, Mention: field_table.MENTION, Claim: field_table.CLAIM}
    return field_lines(kinds[type(record)], "page", record)


def field_words(field: Field, value: Any) -> str:
    """Return a value of a field in words; "" for none."""
    if value in (None, "", [], {}):
        return ""
    if field.shape == "dating":
        return in_words(value["edtf"], inferred=value["basis"] == "inferred")
    if field.shape == "number":
        return f"{value:g}"
    items = [f"{key}: {one}" for key, one in value.items()] if isinstance(value, dict) else value
    return "; ".join(map(str, items)) if isinstance(items, list) else str(items)
