"""What stands around a name and says that it names a place, or that it does not."""

from __future__ import annotations

import re
from typing import Final

_WHERE: Final = (
    r"(?:in|near|outside|around|into|across|toward|towards|throughout|between|inside|beyond|via"
    r"|visiting|visited|reached|leaving|entered)"
)
_WHENCE: Final = r"(?:from|to|at|of|through|over|on|for|and)"
_THE: Final = (
    r"(?:\s+(?:the|nearby|central|downtown|northern|southern|eastern|western|north|south"
    r"|east|west|upper|lower|greater|rural|neighbou?ring))?"
)
_KIND_OF: Final = (
    r"(?:cit(?:y|ies)|towns?|villages?|hamlets?|suburbs?|provinces?|states?|count(?:y|ies)|districts?"
    r"|regions?|areas?|islands?|ports?|capitals?|mayors?|residents|people|governors?|neighbou?rhoods?"
    r"|municipalit(?:y|ies)|governorates?|communit(?:y|ies)|outskirts|streets|coast|banks|north|south"
    r"|east|west|northeast|northwest|southeast|southwest|border|borders|shores?)"
)
_BEFORE_WHERE: Final = re.compile(rf"(?:^|\W){_WHERE}{_THE}\s+$", re.IGNORECASE)
_BEFORE_WHENCE: Final = re.compile(rf"(?:^|\W){_WHENCE}{_THE}\s+$", re.IGNORECASE)
_BEFORE_KIND: Final = re.compile(rf"\b{_KIND_OF}\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_AFTER_KIND: Final = re.compile(
    r"['’]?s?\s+(?:city|town|village|province|state|district|region|area|areas|county|counties|island"
    r"|islands|river|valley|suburb|prefecture|governorate|police|residents?|officials|firefighters"
    r"|mayor|native|man|woman|men|women|couple|teenager|teen|businessman|homeowners?|schools?|airport"
    r"|harbou?r|coast|peninsula|border|neighbou?rhood|basin|delta)\b"
)
_TITLE: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Prof|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Rev|President"
    r"|Minister|Senator|Judge|Justice|Coach|Officer|Professor|Secretary|Chief|King|Queen|Prince"
    r"|Princess|Pope|Saint|Attorney|Detective|Deputy|Sheriff|Chairman|Captain|General)\.?\s+$"
)
_SAYS: Final = re.compile(r"\s+(?:said|says|told|added|noted|argued|wrote|testified|explained)\b")
_ILLNESS: Final = re.compile(
    r"[\s-]+(?:[Vv]irus|ebolavirus|[Ff]lu|influenza|[Ff]ever|[Dd]isease|[Ss]yndrome|strain|variant)\b"
)
_GROUP_BEFORE: Final = re.compile(
    r"(?:\b[A-Z]{2,5}|\b(?:State|Front|Army|Party|Movement|Group|Brigade))\s?[-–—]\s?$"
    r"|\b[A-Z]{3,5}\s$"
)
_GROUP_AFTER: Final = re.compile(
    r"(?:[-–]\w+)?\s(?:branch|chapter|wing|affiliate|cell|faction|leadership\scouncil)\b"
)
_ARTICLE: Final = re.compile(
    r"\b[Tt]he\s(?:(?:northern|southern|eastern|western|central|upper|lower|north|south|east|west)\s)?$"
)
_NOUN: Final = re.compile(
    r"[\s-](?!(?:and|or|to|in|of|on|at|by|for|from|with|was|is|has|had|are|were|as|that|which|who"
    r"|where|when|after|before|into|through|near|since|will|would|have|can|could|may|might|must"
    r"|should|does|did|also|then|now|but|than|because|so|if|while|up|down|out|over|under)\b)[A-Za-z]"
)
LOOK_BACK: Final = 40
LOOK_AHEAD: Final = 24


def stands_where(text: str, start: int) -> bool:
    """Say whether a preposition of place stands before it: in, near, outside …"""
    return bool(_BEFORE_WHERE.search(text[max(0, start - LOOK_BACK) : start]))


def stands_whence(text: str, start: int) -> bool:
    """Say whether a preposition stands before it that may be of place: from, to, at, of …"""
    return bool(_BEFORE_WHENCE.search(text[max(0, start - LOOK_BACK) : start]))


def follows_article(text: str, start: int, end: int) -> bool:
    """Say whether "the" stands before a name for its own sake: "the Sahel", not "the Ohio man"."""
    return bool(_ARTICLE.search(text[max(0, start - LOOK_BACK) : start])) and not _NOUN.match(
        text[end : end + LOOK_AHEAD]
    )


def is_called(text: str, start: int, end: int) -> bool:
    """Say whether the text calls it a place: "the town of X", "X province", "X residents"."""
    return bool(
        _BEFORE_KIND.search(text[max(0, start - LOOK_BACK) : start])
        or _AFTER_KIND.match(text[end : end + LOOK_AHEAD])
    )


def is_person(text: str, start: int, end: int) -> bool:
    """Say whether a title before it or a verb of saying behind it speaks for a person."""
    return bool(
        _TITLE.search(text[max(0, start - LOOK_BACK) : start])
        or _SAYS.match(text[end : end + LOOK_AHEAD])
    )


def is_illness(text: str, end: int) -> bool:
    """Say whether an illness or a virus is called by the name: "West Nile virus"."""
    return bool(_ILLNESS.match(text[end : end + LOOK_AHEAD]))


def is_group(text: str, start: int, end: int) -> bool:
    """Say whether a name is a part of a group's: "ISIS Khorasan", "the Sinai branch"."""
    return bool(
        _GROUP_BEFORE.search(text[max(0, start - LOOK_BACK) : start])
        or _GROUP_AFTER.match(text[end : end + LOOK_AHEAD])
    )
