"""Turn an edition into the one JSON value that the browser code reads.

The browser never sees text positions: Python counts code points and JavaScript UTF-16 units,
so every passage is sent already cut into pieces.
"""

from collections.abc import Mapping

from geodata.model.claims import Claim
from geodata.model.dates import Dating
from geodata.model.edition import Edition
from geodata.model.ledger import ledger
from geodata.model.mentions import Mention
from geodata.model.passages import Piece, article_blocks, claim_quotes
from geodata.model.places import Place
from geodata.model.routes import Route
from geodata.reader import contract
from geodata.reader.layers import layered, own_layers
from geodata.reader.script_json import script_json
from geodata.reader.symbols import SIGNS, look, sign_of, theme_data
from geodata.wording import terms
from geodata.wording.claims import according_to, kind_words
from geodata.wording.counts import checked_words
from geodata.wording.dates import claim_time, said_words
from geodata.wording.editions import dated
from geodata.wording.notes import note_label, pointer
from geodata.wording.places import precision_on_the_map


def view_json(edition: Edition) -> str:
    """Give the reader's view as compact JSON text for a script element (see `reader_view`)."""
    return script_json(reader_view(edition))


def reader_view(edition: Edition) -> contract.PageData:
    """Give everything that the browser code needs to know of an edition.

    Returns
    -------
    view
        As `geodata.reader.contract` has it; lists are in file order, mentions in text order.
    """
    edition = layered(edition)
    shown = _shown_mentions(edition)
    return {
        "edition": {
            "id": edition.id,
            "title": edition.article.title,
            "authors": list(edition.article.authors),
            "publisher": edition.article.publisher,
            "language": edition.article.language,
            "direction": terms.direction(edition.article.language),
            "dated": dated(edition.article),
            "checked": checked_words(ledger(edition)),
        },
        "themes": [theme_data(t) for t in edition.themes],
        "speakers": [{"id": s.id, "source": s.source} for s in edition.speakers],
        "kinds": _kinds(edition),
        "places": [_place(edition, p, shown) for p in edition.places],
        "mentions": [_mention(edition, m) for m in edition.mentions if m.id in shown],
        "claims": [_claim(edition, c) for c in edition.claims],
        "notes": [{"id": n.id, "title": note_label(n)} for n in edition.notes],
        "routes": [_route(r) for r in edition.routes],
        "languages": _languages(edition),
    }


def _kinds(edition: Edition) -> list[contract.KindGroup]:
    return [
        _kind_group(edition, "form", *terms.KIND_GROUPS["form"]),
        _kind_group(edition, "source", *terms.KIND_GROUPS["source"]),
        _kind_group(edition, "mode", *terms.KIND_GROUPS["mode"]),
    ]


def _kind_group(
    edition: Edition, field: contract.KindField, title: str, labels: Mapping[str, str]
) -> contract.KindGroup:
    used = {getattr(claim, field) for claim in edition.claims}
    options: list[contract.KindOption] = [
        {"id": kind, "title": words} for kind, words in labels.items() if kind in used
    ]
    return {"id": field, "title": title, "options": options}


def _place(edition: Edition, place: Place, shown: frozenset[str]) -> contract.PagePlace:
    data: contract.PagePlace = {
        "id": place.id,
        "title": place.title,
        "description": place.description,
        "names": dict(place.names),
        "local": [
            {"lang": language, "text": name, "dir": terms.direction(language)}
            for language, name in place.local_names
        ],
        "precision": look(place),
        "precisionWords": precision_on_the_map(place),
        "precisionNote": place.precision_note,
        "basis": place.basis,
        "basisWords": terms.BASIS[place.basis],
        "basisSource": place.basis_source,
        "asOf": place.as_of,
        "dispute": place.dispute_note,
        "administeredBy": place.administered_by,
        "claimedBy": place.claimed_by,
        "outlineSource": place.source,
        "outlineLicence": place.licence,
        "mentions": [m.id for m in edition.mentions_of_place(place.id) if m.id in shown],
        "claims": [c.id for c in edition.claims_of_place(place.id)],
    }
    if sign := sign_of(place):
        data["sign"] = SIGNS[sign]
    if own := own_layers(edition, place):
        data["layers"] = list(own)
    return data


def _mention(edition: Edition, mention: Mention) -> contract.Mention:
    return {
        "id": mention.id,
        "exact": mention.quote.exact,
        "places": [
            {"id": r.id, "certaintyWords": terms.CERTAINTY[r.certainty]} for r in mention.places
        ],
        "outcome": mention.outcome,
        "reasonWords": terms.REASON.get(mention.reason or "", ""),
        "reading": mention.reading,
        "claims": [c.id for c in edition.claims_of_mention(mention.id)],
        "status": mention.status,
        "statusWords": terms.STATUS[mention.status],
    }


def _claim(edition: Edition, claim: Claim) -> contract.Claim:
    return {
        "id": claim.id,
        "speakerId": claim.said_by,
        "according": according_to(edition, claim),
        "form": claim.form,
        "source": claim.source,
        "mode": claim.mode,
        "kindWords": kind_words(claim),
        "quotes": [[_piece(p) for p in pieces] for pieces in claim_quotes(edition, claim)],
        "limitation": claim.limitation,
        "pointer": pointer(claim.limitation)[1] if claim.notes else "",
        "notes": list(claim.notes),
        "themes": list(claim.themes),
        "places": list(claim.places),
        "mentions": [m.id for m in edition.mentions_of_claim(claim.id)],
        "refersTo": list(claim.refers_to),
        "about": _dating(claim.about, claim_time(claim)) if claim.about else None,
        "saidWords": said_words(claim.said),
        "status": claim.status,
        "statusWords": terms.STATUS[claim.status],
        "statusShort": terms.STATUS_SHORT[claim.status],
    }


def _piece(piece: Piece) -> contract.Piece:
    data: contract.Piece = {"text": piece.text}
    if piece.mention:
        data["mention"] = piece.mention
    if piece.hedge:
        data["hedge"] = True
    return data


def _dating(dating: Dating, words: str) -> contract.Dating:
    return {
        "words": words,
        "inferred": dating.basis == "inferred",
        "earliest": dating.earliest.isoformat() if dating.earliest else None,
        "latest": dating.latest.isoformat() if dating.latest else None,
    }


def _route(route: Route) -> contract.PageRoute:
    return {
        "id": route.id,
        "claim": route.claim,
        "note": route.note,
        "notes": list(route.notes),
        "legs": [
            {"fromPlace": leg.from_, "toPlace": leg.to, "verb": leg.verb, "mention": leg.mention}
            for leg in route.legs
        ],
    }


def _languages(edition: Edition) -> list[contract.Language]:
    """Give the languages that names can be shown in; one without a title goes by its tag."""
    used = {k for p in edition.places for k in p.names}
    known = [k for k in terms.LANGUAGES if k == "en" or k in used]
    return [
        {"id": k, "title": terms.LANGUAGES.get(k, k)}
        for k in (*known, *sorted(used - terms.LANGUAGES.keys()))
    ]


def _shown_mentions(edition: Edition) -> frozenset[str]:
    pieces = (p for block in article_blocks(edition) for p in block.pieces)
    return frozenset(p.mention for p in pieces if p.mention)
