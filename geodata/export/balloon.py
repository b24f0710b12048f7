"""What a Placemark's balloon says, as HTML: who says it, the passage, its weakness, the credits."""

from __future__ import annotations

from html import escape

from geodata.export.common import credit, credits
from geodata.export.rows import BETWEEN, certainty, kind
from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.passages import claim_quotes
from geodata.model.places import Place
from geodata.wording import terms
from geodata.wording.dates import claim_time, said_words
from geodata.wording.notes import note_label
from geodata.wording.places import precision_words


def balloon(edition: Edition, claim: Claim, place: Place | None) -> str:
    """Return the words on one claim and one place; everything from the edition is escaped."""
    lines = [
        _line("", f"According to {edition.speaker(claim.said_by).according_to}:"),
        *(f"<blockquote>{quote}</blockquote>" for quote in _quotes(edition, claim)),
        _line("How it came here", "; ".join(claim.chain)),
        _line("Limited by the words", "; ".join(f"“{hedge}”" for hedge in claim.hedge)),
        _line("Limitation", claim.limitation),
        *(_line(note_label(note), note.text) for note in map(edition.note, claim.notes)),
        _line("Kind", kind(claim)),
        _line("", f"{terms.STATUS[claim.status]}."),
        _line("Topics", "; ".join(edition.theme(id).title for id in claim.themes)),
        _line("Time", claim_time(claim) or "undated"),
        _line("Said", said_words(claim.said)),
        *(_place_lines(edition, claim, place) if place else ()),
        _line("Rights", edition.article.rights),
    ]
    return "\n".join(line for line in lines if line)


def edition_words(edition: Edition) -> str:
    """Return the words on the edition as a whole."""
    article = edition.article
    lines = [
        _line("", f"Places that “{article.title}” names, and what it says of them."),
        _line("Author", "; ".join(article.authors)),
        _line("Publisher", article.publisher),
        _line("", article.written.notice),
        _line("", "These are claims, not facts; each says according to whom."),
        _line("Rights", article.rights),
        *(_line("Map data", one) for one in credits(edition)),
    ]
    return "\n".join(line for line in lines if line)


def _quotes(edition: Edition, claim: Claim) -> list[str]:
    """Return the passages, the limiting words emphasised."""
    return [
        "".join(
            f"<em>{escape(piece.text)}</em>" if piece.hedge else escape(piece.text)
            for piece in quote
        )
        for quote in claim_quotes(edition, claim)
    ]


def _place_lines(edition: Edition, claim: Claim, place: Place) -> list[str]:
    sure = certainty(edition, claim, place).split(BETWEEN)
    meant = "; ".join(terms.CERTAINTY[one] for one in terms.CERTAINTY if one in sure)
    return [
        _line("Place", f"{place.title}, {place.description}"),
        _line("As of", place.as_of),
        _line("How exact", f"{precision_words(place)}. {place.precision_note}"),
        _line(
            "Named or inferred",
            "; ".join(filter(None, (terms.BASIS[place.basis], place.basis_source))),
        ),
        _line("How sure", meant),
        _line("Administered by", place.administered_by),
        _line("Claimed by", place.claimed_by),
        _line("Disputed", place.dispute_note),
        _line("Map data", credit(place)),
    ]


def _line(label: str, text: str) -> str:
    """Return one paragraph, or nothing where there is nothing to say."""
    if not text:
        return ""
    return f"<p>{f'<b>{escape(label)}:</b> ' if label else ''}{escape(text)}</p>"
