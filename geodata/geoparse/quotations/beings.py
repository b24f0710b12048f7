"""What a noun is of: somebody, a body, a text, or a thing, a time, a measure, an event.

Who speaks must be able to: a glacier near words in marks says none of them. A noun is judged by
the nearest of some common ones, in the vectors of the language model; no list could hold them all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, Literal

from geodata.geoparse.quotations import grammar
from geodata.geoparse.quotations.nouns import BODIES, FEMALE, MALE, NOT_PEOPLE
from geodata.geoparse.quotations.vocabulary import words

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab

Kind = Literal["person", "body", "text", "thing", "time", "event", ""]
_SEEDS: Final[dict[Kind, frozenset[str]]] = {
    "person": words(
        """
    man woman person child doctor teacher farmer minister president mayor spokesman spokeswoman
    resident official worker neighbour mother brother soldier officer lawyer scientist economist
    passenger witness survivor player captain priest driver nurse student leader manager expert
    diplomat activist friend widow guard people villager fisherman plumber baker trucker
    shopkeeper ranger firefighter crew coastguard customer supplier beekeeper pilot tourist trader
    mechanic electrician lifeguard couple crowd pensioner investor climber hiker grower docker
    cleaner herder rancher gardener forecaster planner
    """
    ),
    "body": words(
        """
    government ministry company union committee court police agency council party team hospital
    organisation university bank army charity newspaper commission authority club parliament
    embassy department church railway supermarket station channel manufacturer navy panel utility
    junta
    """
    ),
    "text": words(
        """
    report study statement letter document article memo email survey website notice message paper
    book indictment poster leaflet diary verdict poll transcript plaque manual record manifesto
    communique
    """
    ),
    "thing": words(
        """
    glacier helicopter truck bridge river house tree storm machine engine ship road mountain dam
    stone wind water fire battery pipe fence bullet boat aircraft building room tower valve rock
    ice rain cloud cow virus vaccine satellite sensor bomb missile cable tunnel roof crop harbour
    street island valley forest door table knife coal steel storage gas oil carriage star orchard
    dog phone bear power network tractor lorry train bulldozer reactor fish bee bird airport border
    """
    ),
    "time": words(
        """
    morning week month day hour year night evening summer century minute season weekend winter
    afternoon sunday monday percent kilometre mile dollar euro degree tonne metre litre half amount
    number total size height distance proportion
    """
    ),
    "event": words(
        """
    position outbreak price problem growth crisis war explosion earthquake election collapse death
    increase decline drought delay failure attack accident fall change plan idea hope fear cost
    damage lack risk situation closure shortage trade inflation temperature disease pollution
    demand supply success visit trip journey experience moment event construction repair evacuation
    release arrival loss rise pension profit protest search project investment surgery rescue
    process method sale purchase
    """
    ),
}
_SPEAKING: Final = ("person", "body", "text")
_NEAREST: Final = 3
"""Seeds of a kind whose mean nearness counts."""
_DOUBT: Final = 0.05
"""By how much a thing must be nearer than a speaker: of 460 nouns, chosen without any text, it
lets through all but a few speakers and turns down five of six things."""
_DOER: Final = re.compile(r"(?:er|or|ist|ian|man|woman|ee)$")
_DOUBT_OF_DOERS: Final = 0.2
"""The same for endings that most nouns of people have: a "grower" is near its crop."""
_CAPABLE: Final = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_INCAPABLE: Final = frozenset(
    {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "LANGUAGE"}
)
_LIKE_A_PERSON: Final = re.compile(
    r"(?:er|or|ist|ian|man|woman|person|ant|ent|ee|official|guard|source|one|president|chief|"
    r"aide|ally|witness|mother|father|diplomat|analyst|expert|head|captain|relative|victim)$"
)
_OF_COURTS: Final = frozenset({"judge", "detective", "general", "rebel", "hostage", "prosecutor"})


def can_speak(token: Token) -> bool:
    """Say whether a noun is of what says things; a name and a pronoun do, unless of a time."""
    if token.ent_type_ in _INCAPABLE:
        return token.pos_ != "PROPN" and _counts_people(token)
    if token.pos_ != "NOUN" or token.ent_type_ in _CAPABLE:
        return True
    if any(one.pos_ == "PROPN" for one in grammar.children(token, "appos")):
        return True
    return kind_of(token.vocab, _word(token)) in (*_SPEAKING, "") or _counts_people(token)


def _word(token: Token) -> str:
    """Return a noun whole where hyphens cut it: a "think-tank" is no tank."""
    if token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_:
        return f"{token.nbor(-2).lower_}-{token.lemma_}"
    return token.lemma_


def _counts_people(token: Token) -> bool:
    """Say whether a noun or a number is of people: "half of the voters", "two drivers"."""
    of = next((one for one in grammar.children(token, "prep") if one.lower_ == "of"), None)
    counted = grammar.child(of, "pobj") if of is not None else None
    if counted is None:
        return token.pos_ in ("NUM", "PRON") or (
            token.pos_ == "NOUN" and kind_of(token.vocab, token.lemma_) in _SPEAKING
        )
    return counted.pos_ in ("PRON", "PROPN") or is_human(counted.vocab, counted.lemma_)


def is_human(vocab: Vocab, lemma: str) -> bool:
    """Say whether a noun is of a person; its ending tells of a rare one."""
    word = lemma.lower()
    if word in MALE or word in FEMALE or word in _OF_COURTS:
        return True
    near = _nearness(vocab, word)
    ends = bool(_LIKE_A_PERSON.search(word)) and word not in BODIES and word not in NOT_PEOPLE
    if near is None:
        return ends
    rivals = (
        ("thing", "time", "event") if ends else tuple(kind for kind in near if kind != "person")
    )
    return near["person"] > max(near[kind] for kind in rivals)


def kind_of(vocab: Vocab, lemma: str) -> Kind:
    """Return what a noun is of; "" where the vectors do not tell."""
    word = lemma.lower()
    if word in MALE or word in FEMALE:
        return "person"
    if word in BODIES:
        return "body"
    known: Kind | None = next((kind for kind, seeds in _SEEDS.items() if word in seeds), None)
    near = _nearness(vocab, word)
    if near is None or known is not None:
        return known or ""
    speaks = max(near[kind] for kind in ("person", "body", "text"))
    best = max(near, key=lambda kind: near[kind])
    doubt = _DOUBT_OF_DOERS if _DOER.search(word) else _DOUBT
    return "" if near[best] - speaks < doubt and best not in _SPEAKING else best


def likeness(vocab: Vocab, one: str, other: str) -> float:
    """Return how near two words are, from -1 to 1; 0 where one is unknown."""
    first, second = _unit(vocab, one), _unit(vocab, other)
    return 0.0 if first is None or second is None else float(first @ second)


@lru_cache(maxsize=4096)
def _nearness(vocab: Vocab, word: str) -> dict[Kind, float] | None:
    import numpy as np

    vector = _unit(vocab, word)
    if vector is None:
        return None
    return {
        kind: float(np.sort(seeds @ vector)[-_NEAREST:].mean())
        for kind, seeds in _seeds(vocab).items()
    }


@lru_cache(maxsize=2)
def _seeds(vocab: Vocab) -> dict[Kind, Any]:
    import numpy as np

    return {
        kind: np.array([one for word in seeds if (one := _unit(vocab, word)) is not None])
        for kind, seeds in _SEEDS.items()
    }


def _unit(vocab: Vocab, word: str) -> Any:
    """Return a word's vector of length one; ``None`` where the model has none."""
    import numpy as np

    vector = np.asarray(vocab.get_vector(word))
    length = float(np.linalg.norm(vector))
    return vector / length if length else None
