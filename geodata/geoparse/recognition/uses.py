"""How a name is used: as a dateline, in a group's name, for those who govern there (a metonym)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from geodata.geoparse.lookup import Lookup
from geodata.geoparse.recognition.evidence import is_group, stands_whence, stands_where
from geodata.geoparse.values import Toponym

# "KABUL, Afghanistan (AP) —", "PATASKALA --"
_DASH: Final = re.compile(
    r"(?:,\s[A-Z][\w.’' ]{1,24})?(?:,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:,?\s\d{4})?"
    r"(?:\s?\([A-Za-z/. ]{2,24}\))?\s*(?:—|–|\x97|--?)\s"
)
_SAYS: Final = re.compile(
    r"(?:\s(?:also|has|had|again|later|repeatedly))*\s(?:said|says|denie[sd]|warn(?:s|ed)|accuse[sd]"
    r"|insist(?:s|ed)|claim(?:s|ed)|reject(?:s|ed)|refuse[sd]|agree[sd]|announce[sd]|threaten(?:s|ed)"
    r"|demand(?:s|ed)|condemn(?:s|ed)|hope[sd]|want(?:s|ed)|fear(?:s|ed)|blame[sd]|welcome[sd]"
    r"|vow(?:s|ed)|urge[sd]|argue[sd]|maintain(?:s|ed)|considers?|believe[sd]|view(?:s|ed))\b"
    r"|\s(?:has|had)\s(?:never|long|always|repeatedly|consistently|yet|not)\b"
    r"|['’]s\s(?:\w+\s)?(?:polic(?:y|ies)|stance|ambitions?|denials?|interests?|allies|diplomacy"
    r"|foreign|government|response|decision|demands?|claims?|position|strategy|influence)\b"
)
LOOK_AHEAD: Final = 60
_CAPITAL: Final = "P.PPLC"


def is_dateline(text: str, start: int, end: int) -> bool:
    """Say whether a name in capitals stands before a dash, where a report was filed."""
    return (
        text[start:end].isupper()
        and end - start > 2
        and bool(_DASH.match(text[end : end + LOOK_AHEAD]))
    )


def used(text: str, toponym: Toponym, lookup: Lookup) -> Toponym:
    """Return a name with the kind that its use gives it."""
    start, end = toponym.span.start, toponym.span.end
    if toponym.kind in ("name", "adjective") and is_group(text, start, end):
        return replace(toponym, kind="organisation")
    if toponym.kind != "name":
        return toponym
    if is_dateline(text, start, end):
        return replace(toponym, kind="dateline")
    senses = lookup(toponym.names[0]) if toponym.names else ()
    if stands_where(text, start) or stands_whence(text, start):
        return toponym
    if senses and senses[0].code == _CAPITAL and _SAYS.match(text[end : end + LOOK_AHEAD]):
        return replace(toponym, kind="metonym")
    return toponym
