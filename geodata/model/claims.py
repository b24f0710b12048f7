"""Claims: what the article states of places, said by whom, through whom, and of when.

The claim, not the place, is the unit of the map. Its quotes are the claim: it has no title that
could say more than its source.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from geodata.model.base import Line, ParagraphOrNone, Slug, Slugs, Status, Value
from geodata.model.dates import Dating
from geodata.model.quotes import TextQuote

Form = Literal["direct-quotation", "reported-speech", "authors-words", "editors-inference"]
Source = Literal["named", "described", "none"]
Mode = Literal["statement", "forecast", "recommendation"]


class Claim(Value):
    """Something that the article states of one or more places."""

    id: Slug
    said_by: Slug
    """The id of the speaker."""
    chain: tuple[Line, ...]
    """How it came from the speaker to this article, step by step."""
    form: Form
    source: Source
    """What the claim rests on: a named source, one described but unnamed, or none."""
    mode: Mode
    quotes: Annotated[tuple[TextQuote, ...], Field(min_length=1)]
    """The passages that make it, in the order of the text."""
    refers_to: Slugs = ()
    """Mentions before the quotes that the quotes' words go back to, as "the attack" does to the
    sentence that says where it was. They give the claim its place without being said again."""
    hedge: tuple[Line, ...]
    """The limiting words, verbatim parts of the quotes."""
    limitation: ParagraphOrNone = ""
    """What a reader should know of this claim's weakness; "" where there is nothing to tell."""
    notes: Slugs = ()
    """The editors' notes that bear on it, in the order in which they are to be read."""
    themes: Slugs = ()
    places: Slugs
    """The places that it is about; none where all that it names is too vague to be mapped."""
    about: Dating | None = None
    """When it is said to have been; ``None`` for an undated claim."""
    said: Dating
    """When it was said."""
    status: Status
