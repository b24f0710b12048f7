"""Reads mentions and claims from our Web Annotations, whole or as a plain list of annotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.editing import fields
from geodata.editing.claim_fields import claim_fields
from geodata.editing.comparable import held_claims, held_mentions
from geodata.editing.incoming import Fields, Incoming, Occurrence, same_edition
from geodata.export.common import name
from geodata.model.edition import Edition
from geodata.wording import field_table
from geodata.wording.field_table import carried


def read(edition: Edition, file: str, document: Any) -> Incoming:
    """Return what annotations say of mentions, and of the claims listed with them."""
    incoming = Incoming(file)
    collection = document if isinstance(document, dict) else {}
    same_edition(incoming, edition, collection.get("edition"))
    annotations = _annotations(document)
    if not annotations:
        fault = "It holds no annotations."
        incoming.say("", fault, "Export the edition as annotations and edit that.")
    claims, mentions = held_claims(edition), held_mentions(edition)
    for claim in fields.items(collection.get("claims")):
        _claim(incoming, edition, "the list of claims", claim, claims)
    for number, one in enumerate(annotations, 1):
        if where := _annotation(incoming, edition, number, one, mentions):
            for claim in fields.items(one.get("claims")):
                _claim(incoming, edition, where, claim, claims)
    return incoming


def _annotations(document: Any) -> list[Any]:
    """Find the annotations of a collection, a page, a list, or the single one there is."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return []
    if document.get("type") == "Annotation":
        return [document]
    items = document.get("items")
    return items if isinstance(items, list) else _annotations(document.get("first"))


def _annotation(
    incoming: Incoming, edition: Edition, number: int, one: Any, mentions: Mapping[str, Fields]
) -> str:
    """Take in one annotation; return its name in messages, "" where it has no id."""
    id = _id(edition, one)
    where = f"annotation {id}" if id else f"annotation number {number}"
    if not id:
        fault = "It does not say which mention it is."
        incoming.say(where, fault, "Give it `mention`, an id such as paris-opening.")
        return ""
    held = mentions.get(id)
    found: Fields = {
        field.key: fields.given(field.shape, one[field.exported])
        for field in carried(field_table.MENTION, "annotations")
        # One of a fixed few words cannot be empty: without it, nothing is said of the field.
        if field.exported in one and not (field.shape == "word" and one[field.exported] is None)
    }
    if "body" in one:
        found |= _bodies(incoming, where, edition, one["body"])
    selectors = _selectors(one.get("target"))
    if selectors or held is None:
        known = [held["quote"]] if held else []
        found["quote"] = fields.quote(incoming, where, edition.article.text, selectors, known)
    incoming.mentions.setdefault(id, []).append(Occurrence(where, found))
    return where


def _id(edition: Edition, one: Any) -> str:
    """Return the mention's id from `mention`, or from the end of our own URN."""
    if not isinstance(one, dict):
        return ""
    if isinstance(one.get("mention"), str):
        return str(one["mention"])
    urn, start = str(one.get("id", "")), name(edition, "mention", "")
    return urn.removeprefix(start) if urn.startswith(start) else ""


def _bodies(incoming: Incoming, where: str, edition: Edition, body: Any) -> Fields:
    found: Fields = {"places": []}
    for one in body if isinstance(body, list) else [body]:
        if not isinstance(one, dict):
            incoming.warn(where, "One of its bodies is not a table.", "It is not taken over.")
        elif one.get("purpose") == "identifying":
            found["places"].append(
                {"id": _place(edition, one), "certainty": fields.text(one.get("certainty"))}
            )
        elif one.get("purpose") == "classifying":
            found["kind"] = one.get("value")
        elif one.get("purpose") == "commenting":
            found["reading"] = one.get("value")
        else:
            fault = f"A body of the purpose {one.get('purpose')!r} is not taken over."
            incoming.warn(where, fault, "Put what it says into the body that is commenting.")
    return found


def _place(edition: Edition, body: Fields) -> str:
    if isinstance(body.get("place"), str):
        return str(body["place"])
    return str(body.get("source", "")).removeprefix(name(edition, "place", ""))


def _selectors(target: Any) -> Fields:
    """Return quote and position of an annotation's target as one table."""
    found: Fields = {}
    for one in target if isinstance(target, list) else [target]:
        selectors = one.get("selector") if isinstance(one, dict) else None
        for selector in selectors if isinstance(selectors, list) else [selectors]:
            if isinstance(selector, dict):
                found |= {key: value for key, value in selector.items() if key != "type"}
    return found


def _claim(
    incoming: Incoming, edition: Edition, where: str, given: Any, claims: Mapping[str, Fields]
) -> None:
    id = given.get("claim") if isinstance(given, dict) else None
    if not isinstance(id, str):
        incoming.say(where, "A claim has no id.", "Give it `claim`, an id.")
        return
    held = claims.get(id)
    found = claim_fields(incoming, f"claim {id}", edition, given, held)
    if "places" in given:
        known = held["places"] if held else []
        places = fields.items(given["places"])
        found["places"] = fields.in_held_order(places, known) if _ids(places) else places
    incoming.claims.setdefault(id, []).append(Occurrence(where, found))


def _ids(places: Any) -> bool:
    return isinstance(places, list) and all(isinstance(one, str) for one in places)
