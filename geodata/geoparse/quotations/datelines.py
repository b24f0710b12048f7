"""The town in capitals at the head of a report: "MARDEN, May 3 (Agency) —"; it says nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from geodata.geoparse.quotations.marks import paragraphs

_TOWN: Final = r"[A-Z][A-Z'’.\-]{2,30}(?:[ ][A-Z][A-Z'’.\-]{1,30}){0,3}"
_HEAD: Final = re.compile(
    rf"\s{{0,9}}(?P<town>{_TOWN})(?:, ?[^—–:\n\"“]{{1,40}}?)?(?: ?\([^)\n]{{1,30}}\))?"
    r"(?: ?(?:—|–|--)| -(?= )|(?P<colon>:))"
)


def datelines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the datelines, [start, end); who speaks in a script has several lines, a town one."""
    heads = [
        found
        for start, _ in paragraphs(text)
        if (found := _HEAD.match(text, start, start + 150)) is not None
    ]
    colons = Counter(bool(found["colon"]) for found in heads)[True]
    for found in heads:
        if not found["colon"] or (colons == 1 and found.start() == 0):
            yield found.start(), found.end()
