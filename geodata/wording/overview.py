"""What an article says, and where, in a few lines that are made from its edition's records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from geodata.model.claims import Claim
from geodata.model.edition import Edition
from geodata.model.places import Place
from geodata.wording.counts import counted

MOST_PLACES: Final = 3
"""How many places are named as those of which most is said."""
MOST_CLAIMS: Final = 2
"""How many of the author's recommendations, or else expectations, are quoted."""
_SAID: Final = {
    "recommendation": ("{} recommends", "{} recommend"),
    "forecast": ("{} expects", "{} expect"),
}


_ARTICLE: Final = {"named": "a named", "unnamed": "an unnamed"}


@dataclass(frozen=True)
class Overview:
    """What a reader should know of an article before reading it; every sentence has its stop."""

    title: str
    editors: str
    """The editors' own sentence, as the edition holds it; "" for none."""
    label: str
    """Whose claims those in ``claims`` are, and of what kind: ``The author recommends``."""
    claims: tuple[Claim, ...]
    """What the author recommends or, where that is nothing, expects; each in the text's words."""
    whose: str
    """Whose word the claims rest on; "" without claims."""
    most: tuple[tuple[Place, str], ...]
    """The places of which most is said, each with how much."""
    places: str
    """How many places are named, and how many inferred."""
    undated: str
    """How many claims have no date; "" for none."""
    unplaced: str
    """How many claims have no place; "" for none."""


def overview(edition: Edition) -> Overview:
    """Make the overview of an edition; one without claims tells of its places alone."""
    label, claims = _authors_aims(edition)
    return Overview(
        title=f"What this article {'says' if edition.claims else 'names'}, and where",
        editors=edition.article.overview,
        label=label,
        claims=claims,
        whose=_whose(edition),
        most=_most(edition),
        places=_places(edition),
        undated=_of_all(edition, [c for c in edition.claims if not c.about], "undated"),
        unplaced=_of_all(edition, [c for c in edition.claims if not c.places], "without a place"),
    )


def _authors_aims(edition: Edition) -> tuple[str, tuple[Claim, ...]]:
    several = len(edition.article.authors) > 1
    for mode, words in _SAID.items():
        own = [c for c in edition.claims_in_text_order if _is_own(c) and c.mode == mode]
        if own:
            label = words[several].format("The authors" if several else "The author")
            return label, tuple(own[:MOST_CLAIMS])
    return "", ()


def _is_own(claim: Claim) -> bool:
    return claim.form == "authors-words"


def _whose(edition: Edition) -> str:
    if not edition.claims:
        return ""
    own = [claim for claim in edition.claims if _is_own(claim)]
    inferred = sum(claim.form == "editors-inference" for claim in edition.claims)
    others = [c for c in edition.claims if c.form not in ("authors-words", "editors-inference")]
    named = [c for c in others if edition.speaker(c.said_by).source == "named"]
    unnamed = [c for c in others if edition.speaker(c.said_by).source != "named"]
    parts = [
        _own_words(edition, own),
        _of_speakers(named, "named"),
        _of_speakers(unnamed, "unnamed"),
        f"{inferred} {_verb(inferred)} inferred by the editors" if inferred else "",
    ]
    return f"{'; '.join(part for part in parts if part)}."


def _own_words(edition: Edition, own: list[Claim]) -> str:
    whose = "the authors’ own" if len(edition.article.authors) > 1 else "the author’s own"
    of_all = f"{len(own)} of {counted(len(edition.claims), 'claim')} {_verb(len(own))} {whose}"
    bare = bool(own) and all(claim.source == "none" for claim in own)
    return f"{of_all}, with no source given" if bare else of_all


def _of_speakers(claims: list[Claim], what: str) -> str:
    if not claims:
        return ""
    speakers = len({claim.said_by for claim in claims})
    if speakers == 1:
        return f"{len(claims)} {_verb(len(claims))} of {_ARTICLE[what]} speaker"
    same = ", who may be the same source" if what == "unnamed" else ""
    return f"{len(claims)} {_verb(len(claims))} of {counted(speakers, f'{what} speaker')}{same}"


def _verb(count: int) -> str:
    return "is" if count == 1 else "are"


def _most(edition: Edition) -> tuple[tuple[Place, str], ...]:
    if edition.claims:
        named: Iterable[str] = (id for claim in edition.claims for id in claim.places)
    else:
        named = (id for mention in edition.mentions for id in mention.place_ids)
    noun = "claim" if edition.claims else "mention"
    counts = Counter(named)
    ranked = sorted(edition.places, key=lambda place: -counts[place.id])[:MOST_PLACES]
    return tuple((one, counted(counts[one.id], noun)) for one in ranked if counts[one.id])


def _places(edition: Edition) -> str:
    inferred = sum(place.basis == "inferred" for place in edition.places)
    named = f"{counted(len(edition.places) - inferred, 'place')} named in the article"
    return f"{named}, {inferred} inferred from outside." if inferred else f"{named}."


def _of_all(edition: Edition, claims: list[Claim], what: str) -> str:
    count, total = len(claims), len(edition.claims)
    return f"{count} of {counted(total, 'claim')} {_verb(count)} {what}." if count else ""
