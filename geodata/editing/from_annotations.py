"""Reads mentions and claims from our Web Annotations, whole or as a plain list of annotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from geodata.editing import fields
from geodata.editing.claim_fields import claim_fields
from geodata.editing.comparable import held_claims, held_mentions
from geodata.editing.incoming import Fields, Incoming, Occurrence, same_edition
from geodata.editing.new_annotations import Newcomers
from geodata.editing.targets import read_target
from geodata.export.common import name
from geodata.model.base import shorten
from geodata.model.edition import Edition
from geodata.wording import field_table
from geodata.wording.field_table import carried


def read(edition: Edition, file: str, document: Any, remove: bool = False) -> Incoming:
    """Return what annotations say of mentions, and of the claims listed with them.

    A mention keeps its places where its annotation names none, unless they are to be removed.
    """
    incoming = Incoming(file)
    collection = document if isinstance(document, dict) else {}
    same_edition(incoming, edition, collection.get("edition"))
    annotations = _annotations(document)
    if not annotations:
        fault = "It holds no annotations."
        incoming.say("", fault, "Export the edition as annotations and edit that.")
    claims, mentions = edition.once(held_claims), edition.once(held_mentions)
    given = {_id(edition, one) for one in annotations if isinstance(one, dict)}
    newcomers = Newcomers(edition, given)
    _claims(incoming, edition, "the list of claims", collection.get("claims"), claims)
    for number, one in enumerate(annotations, 1):
        where = f"annotation number {number}"
        if not isinstance(one, dict):
            incoming.say(where, "It is not a table.", "Write it as { … }.")
        elif id := _id(edition, one):
            where = f"annotation {id}"
            found = _mention(incoming, where, edition, one, mentions.get(id), remove)
            incoming.mentions.setdefault(id, []).append(Occurrence(where, found))
            _claims(incoming, edition, where, one.get("claims"), claims)
        else:
            selectors = read_target(incoming, where, one.get("target"))
            newcomers.read(incoming, where, one, selectors)
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


def _mention(
    incoming: Incoming, where: str, edition: Edition, one: Fields, held: Fields | None, remove: bool
) -> Fields:
    """Return what one annotation says of a mention."""
    found: Fields = {
        field.key: fields.given(field.shape, one[field.exported])
        for field in carried(field_table.MENTION, "annotations")
        if field.exported in one and fields.is_said(field.shape, one[field.exported])
    }
    if "body" in one:
        found |= _bodies(incoming, where, edition, one["body"])
        mapped = held and found.get("outcome", held["outcome"]) != "not-mapped"
        if held and mapped and held["places"] and not found["places"] and not remove:
            fault = "It names no place, so the mention keeps its places."
            incoming.warn(where, fault, "Use --remove to take them out.")
            del found["places"]
    selectors = read_target(incoming, where, one.get("target"))
    if selectors or held is None:
        known = [held["quote"]] if held else []
        found["quote"] = fields.quote(incoming, where, edition.article.text, selectors, known)
    return found


def _id(edition: Edition, one: Fields) -> str:
    """Return the mention's id from `mention`, or from the end of our own URN."""
    if isinstance(one.get("mention"), str):
        return str(one["mention"])
    urn, start = str(one.get("id", "")), name(edition, "mention", "")
    return urn.removeprefix(start) if urn.startswith(start) else ""


def _bodies(incoming: Incoming, where: str, edition: Edition, body: Any) -> Fields:
    """Return what the bodies say; of several that say the same field, the first counts."""
    found: Fields = {"places": []}
    keys = {"classifying": "kind", "commenting": "reading"}
    for one in body if isinstance(body, list) else [body]:
        purpose = one.get("purpose") if isinstance(one, dict) else None
        if not isinstance(one, dict):
            incoming.warn(where, "One of its bodies is not a table.", "It is not taken over.")
        elif purpose == "identifying":
            found["places"].append(
                {"id": _place(edition, one), "certainty": fields.text(one.get("certainty"))}
            )
        elif not isinstance(purpose, str) or purpose not in keys:
            fault = f"A body of the purpose {shorten(purpose)} is not taken over."
            incoming.warn(where, fault, "Put what it says into the body that is commenting.")
        elif found.setdefault(keys[purpose], one.get("value")) != one.get("value"):
            fault = f"A further body that is {purpose}, {shorten(one.get('value'))}, is not taken."
            incoming.warn(where, fault, "Put what it says into the first of them.")
    return found


def _place(edition: Edition, body: Fields) -> str:
    if isinstance(body.get("place"), str):
        return str(body["place"])
    return str(body.get("source", "")).removeprefix(name(edition, "place", ""))


def _claims(
    incoming: Incoming, edition: Edition, where: str, given: Any, claims: Mapping[str, Fields]
) -> None:
    listed = fields.items(given)
    if not isinstance(listed, list):
        incoming.say(
            where, f"`claims` is {shorten(given)}, which is not a list.", "Write [{…}, …]."
        )
        return
    for claim in listed:
        _claim(incoming, edition, where, claim, claims)


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
