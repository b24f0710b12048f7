"""Turns annotations that a client made anew, and that name no mention, into new mentions.

No client can set a key of ours, but each can tag and comment: a tag names the place that is meant
(or why the mention is not on the map), the comment is the reading.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import chain, count
from typing import Any, Final, get_args

from geodata.editing import fields
from geodata.editing.incoming import Fields, Incoming, Occurrence
from geodata.model.edition import Edition
from geodata.model.errors import QuoteError
from geodata.model.mentions import MentionKind, Reason
from geodata.model.quotes import TextQuote, anchor

_KINDS: Final = frozenset(get_args(MentionKind))
_REASONS: Final = frozenset(get_args(Reason))
_LONGEST_STEM: Final = 40


class Newcomers:
    """Makes new mentions, each with an id that nothing else has."""

    def __init__(self, edition: Edition, given: Collection[str]) -> None:
        """Look at what the edition holds already, and at the ids that the file itself gives."""
        self._edition = edition
        self._at = {edition.position(one).start: one.id for one in edition.mentions}
        self._taken = {*(one.id for one in edition.mentions), *given}
        self._places = {one.id: one.id for one in edition.places}
        for one in edition.places:
            self._places.setdefault(one.title.casefold(), one.id)

    def read(self, incoming: Incoming, where: str, one: Fields, selectors: Fields) -> None:
        """Take in an annotation as a new mention, or say what it needs to become one."""
        given = fields.quote(incoming, where, self._edition.article.text, selectors, [])
        if given is None:
            return
        start = self._start(given)
        if known := self._at.get(start):
            fault = f"It stands where the mention {known} does, and does not say that it is that."
            incoming.say(where, fault, f"Give it `mention` = {known!r}, or take it out.")
            return
        tags, comment = _said(one.get("body"))
        places = list(dict.fromkeys(self._places[tag] for tag in tags if tag in self._places))
        reasons = [] if places else [tag for tag in tags if tag in _REASONS]
        if len(places) + len(reasons) != 1 or not comment:
            some = next(iter(self._places), "")
            fault = "It is new, and does not say which place it means, or how it is read."
            cure = (
                f"Tag it with one place of the edition (such as {some}) or one reason why it is "
                f"not on the map ({', '.join(sorted(_REASONS))}), and write the reading as comment."
            )
            incoming.say(where, fault, cure)
            return
        id = self._new_id(given["exact"], start)
        self._at[start] = id
        found: Fields = {
            "quote": given,
            "kind": next((tag for tag in tags if tag in _KINDS), "name"),
            "places": [{"id": place, "certainty": "likely"} for place in places],
            "outcome": self._outcome(places, start),
            "reading": comment,
            "reason": "".join(reasons),
            "status": "unverified",
        }
        incoming.mentions[id] = [Occurrence(where, found)]

    def _start(self, quote: Fields) -> int:
        try:
            return anchor(self._edition.article.text, TextQuote(**quote)).start
        except QuoteError:
            return -1

    def _outcome(self, places: list[str], start: int) -> str:
        if not places:
            return "not-mapped"
        earlier = (
            one
            for one in self._edition.mentions
            if one.outcome == "mapped" and self._edition.position(one).start < start
        )
        named = {ref.id for one in earlier for ref in one.places}
        return "merged" if set(places) <= named else "mapped"

    def _new_id(self, words: str, start: int) -> str:
        plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
        stem = re.sub("[^a-z0-9]+", "-", plain)[:_LONGEST_STEM].strip("-") or "mention"
        further = (f"{stem}-at-{start}-{number}" for number in count(2))
        ids = chain((stem, f"{stem}-at-{start}"), further)
        id = next(one for one in ids if one not in self._taken)
        self._taken.add(id)
        return id


def _said(body: Any) -> tuple[list[str], str]:
    """Return the tags of a client's bodies, and its first comment."""
    tags: list[str] = []
    comments: list[str] = []
    for one in body if isinstance(body, list) else [body]:
        value = one.get("value") if isinstance(one, dict) else None
        if isinstance(value, str) and value.strip():
            comment = one.get("purpose") in ("commenting", "describing", "replying", None)
            plain = value.strip()
            if comment:
                comments.append(plain)
            else:
                tags.append(plain.casefold())
    return tags, (comments or [""])[0]
