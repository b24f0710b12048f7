"""Turn an edition into the one JSON value that the browser code reads.

The browser never sees text positions: Python counts code points and JavaScript UTF-16 units,
so every passage is sent already cut into pieces.
"""

from typing import Any

from geodata.model.article import Article
from geodata.model.claims import Claim
from geodata.model.dates import Dating
from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.model.mentions import Mention
from geodata.model.passages import Piece, article_blocks, claim_quotes
from geodata.model.places import Place
from geodata.model.routes import Route
from geodata.model.themes import Theme
from geodata.reader.layers import layered, own_layers
from geodata.reader.script_json import script_json
from geodata.reader.symbols import SHAPES
from geodata.wording import terms
from geodata.wording.claims import according_to, kind_words
from geodata.wording.dates import claim_time, in_words, said_words
from geodata.wording.notes import note_label, pointer
from geodata.wording.places import precision_words

Json = dict[str, Any]


def view_json(edition: Edition) -> str:
    """Give the reader's view as compact JSON text for a script element (see `reader_view`)."""
    return script_json(reader_view(edition))


def reader_view(edition: Edition) -> Json:
    """Give everything that the browser code needs to know of an edition.

    Returns
    -------
    view
        Keys ``edition``, ``themes``, ``speakers``, ``kinds``, ``places``, ``mentions``, ``claims``,
        ``notes``, ``routes``, ``languages``, ``ledger``; lists are in file order, mentions in text
        order.
    """
    edition = layered(edition)
    shown = _shown_mentions(edition)
    return {
        "edition": {
            "id": edition.id,
            "title": edition.article.title,
            "authors": list(edition.article.authors),
            "publisher": edition.article.publisher,
            "dated": _dated(edition.article),
        },
        "themes": [_theme(t) for t in edition.themes],
        "speakers": [{"id": s.id, "name": s.name, "source": s.source} for s in edition.speakers],
        "kinds": _kinds(edition),
        "places": [_place(edition, p, shown) for p in edition.places],
        "mentions": [_mention(edition, m) for m in edition.mentions if m.id in shown],
        "claims": [_claim(edition, c) for c in edition.claims],
        "notes": [{"id": n.id, "label": note_label(n)} for n in edition.notes],
        "routes": [_route(r) for r in edition.routes],
        "languages": _languages(edition),
        "ledger": _counts(edition),
    }


def _theme(theme: Theme) -> Json:
    return {
        "id": theme.id,
        "title": theme.title,
        "short": theme.short,
        "colour": theme.colour,
        "colour_dark": theme.colour_dark,
        "path": SHAPES[theme.shape],
    }


def _kinds(edition: Edition) -> list[Json]:
    groups = []
    for field, (title, labels) in terms.KIND_GROUPS.items():
        used = {getattr(c, field) for c in edition.claims}
        options = [{"id": k, "title": v} for k, v in labels.items() if k in used]
        groups.append({"id": field, "title": title, "options": options})
    return groups


def _place(edition: Edition, place: Place, shown: frozenset[str]) -> Json:
    return {
        "id": place.id,
        "title": place.title,
        "description": place.description,
        "names": dict(place.names),
        "local": [
            {"lang": language, "text": name, "dir": terms.direction(language)}
            for language, name in place.local_names
        ],
        "class": terms.CLASS[place.class_],
        "precision": place.precision,
        "precisionWords": precision_words(place),
        "precisionNote": place.precision_note,
        "basis": place.basis,
        "basisWords": terms.BASIS[place.basis],
        "basisSource": place.basis_source,
        "asOf": place.as_of,
        "dispute": place.dispute_note,
        "administeredBy": place.administered_by,
        "claimedBy": place.claimed_by,
        "source": place.source,
        "licence": place.licence,
        "mentions": [m.id for m in edition.mentions_of_place(place.id) if m.id in shown],
        "claims": [c.id for c in edition.claims_of_place(place.id)],
        **({"layers": list(own)} if (own := own_layers(edition, place)) else {}),
    }


def _mention(edition: Edition, mention: Mention) -> Json:
    return {
        "id": mention.id,
        "exact": mention.quote.exact,
        "kind": terms.MENTION_KIND[mention.kind],
        "places": [
            {"id": r.id, "certainty": r.certainty, "words": terms.CERTAINTY[r.certainty]}
            for r in mention.places
        ],
        "outcome": mention.outcome,
        "outcomeWords": terms.OUTCOME[mention.outcome],
        "reason": terms.REASON.get(mention.reason or "", ""),
        "reading": mention.reading,
        "claims": [c.id for c in edition.claims_of_mention(mention.id)],
        "status": mention.status,
        "statusWords": terms.STATUS[mention.status],
    }


def _claim(edition: Edition, claim: Claim) -> Json:
    return {
        "id": claim.id,
        "speaker": claim.said_by,
        "according": according_to(edition, claim),
        "form": claim.form,
        "source": claim.source,
        "mode": claim.mode,
        "kindWords": kind_words(claim),
        "quotes": [[_piece(p) for p in pieces] for pieces in claim_quotes(edition, claim)],
        "hedge": list(claim.hedge),
        "limitation": claim.limitation,
        "pointer": pointer(claim.limitation)[1] if claim.notes else "",
        "notes": list(claim.notes),
        "themes": list(claim.themes),
        "places": list(claim.places),
        "mentions": [m.id for m in edition.mentions_of_claim(claim.id)],
        "refersTo": list(claim.refers_to),
        "about": _dating(claim.about, claim_time(claim)),
        "said": _dating(claim.said, said_words(claim.said)),
        "status": claim.status,
        "statusWords": terms.STATUS[claim.status],
        "statusShort": terms.STATUS_SHORT[claim.status],
    }


def _piece(piece: Piece) -> Json:
    data: Json = {"text": piece.text}
    if piece.mention:
        data["mention"] = piece.mention
    if piece.hedge:
        data["hedge"] = True
    return data


def _dated(article: Article) -> str:
    """Say for a citation when the article was published, or else when it was written."""
    if article.date_published:
        return in_words(article.date_published, inferred=False)
    return f"written {said_words(article.written)}"


def _dating(dating: Dating | None, words: str) -> Json | None:
    if dating is None:
        return None
    return {
        "edtf": dating.edtf,
        "words": words,
        "basis": dating.basis,
        "from": dating.from_,
        "earliest": dating.earliest.isoformat() if dating.earliest else None,
        "latest": dating.latest.isoformat() if dating.latest else None,
    }


def _route(route: Route) -> Json:
    return {
        "id": route.id,
        "title": route.title,
        "claim": route.claim,
        "note": route.note,
        "notes": list(route.notes),
        "legs": [
            {"from": leg.from_, "to": leg.to, "verb": leg.verb, "mention": leg.mention}
            for leg in route.legs
        ],
    }


def _languages(edition: Edition) -> list[Json]:
    """Give the languages that names can be shown in; one without a title goes by its tag."""
    used = {k for p in edition.places for k in p.names}
    known = [k for k in terms.LANGUAGES if k == "en" or k in used]
    return [
        {"id": k, "title": terms.LANGUAGES.get(k, k), "dir": terms.direction(k)}
        for k in (*known, *sorted(used - terms.LANGUAGES.keys()))
    ]


def _counts(edition: Edition) -> Json:
    counts = ledger(edition)
    return {
        "mentions": len(counts.entries),
        "mapped": counts.mapped,
        "merged": counts.merged,
        "notMapped": counts.not_mapped,
        "claims": counts.claims,
        "speakers": counts.speakers,
        "verified": counts.verified,
    }


def _shown_mentions(edition: Edition) -> frozenset[str]:
    pieces = (p for block in article_blocks(edition) for p in block.pieces)
    return frozenset(p.mention for p in pieces if p.mention)
