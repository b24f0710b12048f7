"""Finds words inside a stretch of the text as whole words: "may" is not found in "many"."""

from __future__ import annotations

import re

from geodata.model.quotes import TextPosition


def whole_words(text: str, words: str, within: TextPosition) -> tuple[TextPosition, ...]:
    """Return every position inside ``within`` where ``words`` stand as whole words.

    Upper and lower case are told apart. An apostrophe joins: "don" is not found in "don’t".

    Examples
    --------
    >>> text = "Many may say so."
    >>> whole_words(text, "may", TextPosition(start=0, end=len(text)))
    (TextPosition(start=5, end=8),)
    """
    before = r"(?<!\w)(?<!\w['’])" if words[0].isalnum() else ""
    after = r"(?!\w)(?!['’]\w)" if words[-1].isalnum() else ""
    pattern = before + re.escape(words) + after
    return tuple(
        TextPosition(start=found.start(), end=found.end())
        for found in re.compile(pattern).finditer(text, within.start, within.end)
    )
