"""What a Placemark's balloon says, as HTML: who says it, the passage, its weakness, the credits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Template

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.passages import Piece, claim_quotes
from geodata.model.places import Place
from geodata.wording.claims import according_to_speaker
from geodata.wording.editions import edition_lines
from geodata.wording.lines import Line, claim_lines, place_lines
from geodata.wording.templates import templates_of

TEMPLATES = Path(__file__).with_name("templates")


def balloon(edition: Edition, claim: Claim, place: Place | None) -> str:
    """Return the words on one claim and one place; everything from the edition is escaped."""
    speaker = Line(f"{according_to_speaker(edition, claim)}:")
    lines = claim_lines(edition, claim, place)
    return _rendered(claim_quotes(edition, claim), lines, [speaker])


def place_words(edition: Edition, place: Place) -> str:
    """Return the words on a place that no claim is about."""
    return _rendered((), [*place_lines(place), Line(edition.article.rights, "Rights")])


def edition_words(edition: Edition) -> str:
    """Return the words on the edition as a whole."""
    return _rendered((), edition_lines(edition))


def _rendered(
    quotes: Iterable[Iterable[Piece]], after: list[Line], before: Iterable[Line] = ()
) -> str:
    return _template().render(before=before, quotes=quotes, after=after).rstrip("\n")


@cache
def _template() -> Template:
    return templates_of(TEMPLATES).get_template("balloon.html")
