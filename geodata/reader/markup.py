"""Render the HTML that readers get; everything from outside is escaped by the templates."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment

from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.model.passages import (
    article_blocks,
    claim_quotes,
    note_numbers,
    note_words,
    notes_in_order,
)
from geodata.reader import addresses
from geodata.reader.layers import key_signs, layered
from geodata.reader.reports import report_address
from geodata.wording import terms
from geodata.wording.claims import according_to, kind_words, passage
from geodata.wording.counts import (
    checked_words,
    inferred_words,
    outcome_words,
    undated_words,
    unplaced_words,
)
from geodata.wording.dates import claim_time, in_words, said_words
from geodata.wording.directions import text_direction
from geodata.wording.lines import plain_lines
from geodata.wording.notes import note_label, pointer
from geodata.wording.overview import overview
from geodata.wording.places import exactness
from geodata.wording.templates import templates_of

TEMPLATES = Path(__file__).with_name("templates")


@cache
def _environment() -> Environment:
    environment = templates_of(TEMPLATES)
    environment.globals.update(words=terms, to=addresses)
    return environment


def render(template: str, **context: Any) -> str:
    """Render one template of ``geodata/reader/templates`` with autoescaping.

    Raises
    ------
    jinja2.UndefinedError
        If the template names a value that ``context`` does not hold.
    """
    return _environment().get_template(template).render(**context)


def edition_part(template: str, edition: Edition, **more: Any) -> str:
    """Render a template that shows (a part of) an edition.

    Besides the edition it is given ``blocks``, ``counts`` and the wordings of claims and places.
    """
    counts = ledger(edition)
    edition = layered(edition)
    return render(
        template,
        edition=edition,
        article=edition.article,
        blocks=article_blocks(edition),
        counts=counts,
        checked=checked_words(counts),
        outcomes=outcome_words(counts),
        inferred=inferred_words(counts),
        undated=undated_words(sum(claim.about is None for claim in edition.claims)),
        unplaced=unplaced_words(sum(not claim.places for claim in edition.claims)),
        overview=edition.once(overview),
        according_to=lambda claim: according_to(edition, claim),
        claim_quotes=lambda claim: claim_quotes(edition, claim),
        report_address=report_address,
        exactness=exactness,
        signs=key_signs(edition),
        plain_lines=plain_lines,
        claim_time=claim_time,
        said_words=said_words,
        day_words=lambda edtf: in_words(edtf, inferred=False),
        notes=notes_in_order(edition),
        numbers=note_numbers(edition),
        note_label=note_label,
        passage=passage,
        pointer=pointer,
        kind_words=kind_words,
        runs=lambda text: text_direction(text, edition.article.language),
        note_words=lambda note: note_words(edition, note),
        **{"errors_to": "", **more},
    )
