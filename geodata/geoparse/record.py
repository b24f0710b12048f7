"""A parse as the JSON record that files hold, the same whichever way it was made.

Positions are half-open code-point offsets into the text as it was given. Confidences and scores
are rounded, so that neither the size of a batch nor the machine changes a byte.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Final

from geodata.geoparse.values import (
    Candidate,
    Mention,
    Parse,
    Place,
    ProposedClaim,
    Span,
    Speaker,
)

VERSION: Final = 1
"""Another one whenever the same parse becomes another record."""
_DECIMALS: Final = 3


def record(parse: Parse, id: str, *, claim_text: bool = False) -> dict[str, Any]:
    """Return what is proposed for a text, as JSON holds it.

    Parameters
    ----------
    id
        The text's own id.
    claim_text
        Whether each claim says its words again, beside their position.
    """
    return {
        "id": id,
        "language": parse.language,
        **({"remarks": list(parse.remarks)} if parse.remarks else {}),
        "mentions": [_mention(one) for one in parse.mentions],
        "claims": [_claim(one, parse.text if claim_text else "") for one in parse.claims],
    }


def record_line(record: dict[str, Any]) -> bytes:
    """Return a record as a line of JSON in UTF-8, line feed included."""
    spelled = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return f"{spelled}\n".encode()


def rounded(mention: Mention) -> Mention:
    """Return a mention whose confidence is the one that is written, so that its word fits."""
    return replace(mention, confidence=_share(mention.confidence))


def place_facts(place: Place) -> dict[str, Any]:
    """Return a place as JSON holds it; WGS 84 degrees."""
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "latitude": place.lat,
        "longitude": place.lon,
        "class": place.code,
        "kind": place.kind,
        **({"dispute": place.dispute} if place.dispute else {}),
    }


def _mention(given: Mention) -> dict[str, Any]:
    mention = rounded(given)
    return {
        **_span(mention.toponym.span),
        "text": mention.toponym.text,
        "kind": mention.toponym.kind,
        "confidence": mention.confidence,
        "level": mention.level,
        "place": place_facts(mention.place) if mention.place else None,
        "candidates": [_candidate(one) for one in mention.candidates],
        "why": mention.why,
        "cannot_choose": mention.cannot_choose,
        "none_of_these": mention.none_of_these,
        **({} if mention.inside is None else {"inside": mention.inside}),
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {**place_facts(candidate.place), "score": _share(candidate.score)}


def _claim(claim: ProposedClaim, text: str) -> dict[str, Any]:
    return {
        **_span(claim.span),
        **({"text": text[claim.span.start : claim.span.end]} if text else {}),
        "mentions": list(claim.mentions),
        "speaker": _speaker(claim.speaker) if claim.speaker else None,
        "form": claim.form,
        "verb_class": claim.verb_class,
        "chain": list(claim.chain),
        "hedge": [_span(one) for one in claim.hedge],
        "dates": [{**_span(one.span), "edtf": one.edtf, "basis": one.basis} for one in claim.dates],
    }


def _speaker(speaker: Speaker) -> dict[str, Any]:
    """Return a speaker; the position is null where the sentence itself does not name them."""
    where = _span(speaker.span) if speaker.span else {"start": None, "end": None}
    return {"name": speaker.name, **where}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _share(value: float) -> float:
    return round(float(value), _DECIMALS)
