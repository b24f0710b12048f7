"""What a Placemark's balloon says, as HTML: who says it, the passage, its weakness, the credits."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.passages import Piece, claim_quotes
from geodata.model.places import Place
from geodata.wording.claims import according_to_speaker
from geodata.wording.editions import edition_lines
from geodata.wording.lines import Line, claim_lines

TEMPLATES = Path(__file__).with_name("templates")


def balloon(edition: Edition, claim: Claim, place: Place | None) -> str:
    """Return the words on one claim and one place; everything from the edition is escaped."""
    speaker = Line(f"{according_to_speaker(edition, claim)}:")
    lines = claim_lines(edition, claim, place)
    return _rendered(claim_quotes(edition, claim), lines, [speaker])


def edition_words(edition: Edition) -> str:
    """Return the words on the edition as a whole."""
    return _rendered((), edition_lines(edition))


def _rendered(
    quotes: Iterable[Iterable[Piece]], after: list[Line], before: Iterable[Line] = ()
) -> str:
    return _template().render(before=before, quotes=quotes, after=after).rstrip("\n")


@cache
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("balloon.html")
