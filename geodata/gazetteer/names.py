"""Turns a name into the key under which it is looked up: spellings that differ little share one."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST_NAME: Final = 200
"""Code points of a name that are looked at; no name of a place is longer."""

_LETTERS: Final = str.maketrans(
    {
        **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"},
        **{"ħ": "h", "ŧ": "t", "ə": "a", "ŋ": "n"},
        # One letter, two code points: Arabic as Persian and Urdu write it.
        **{"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "أ": "ا", "إ": "ا", "آ": "ا"},
        # Signs that only lengthen, join or part letters.
        **dict.fromkeys("\u0640\u200c\u200d\u200e\u200f\u00ad", ""),
        # Apostrophes, and letters that look like them.
        **dict.fromkeys("'’‘`´ʻʼʾʿˈ′ʹ\"“”.", ""),
    }
)
_WORDS: Final = {"saint": "st", "sainte": "ste", "mount": "mt", "and": ""}
_ARTICLE: Final = "the"


def name_key(name: str) -> str:
    """Return the key of a name; "" where it holds no letter and no digit.

    Case, accents, apostrophes, full stops, hyphens and blanks do not count, nor does a leading
    "the"; "Saint" is "St", "Mount" is "Mt". Vowel signs that are letters of their script are kept.

    Examples
    --------
    >>> name_key("The  Saint-Denis")
    'st denis'
    >>> name_key("Kyïv") == name_key("KYIV")
    True
    """
    folded = unicodedata.normalize("NFKD", name[:LONGEST_NAME].casefold().translate(_LETTERS))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign))
    composed = unicodedata.normalize("NFC", plain.translate(_LETTERS))  # Korean syllables
    # Marks that are left are vowel signs, letters of their script.
    parts = "".join(
        sign if unicodedata.category(sign)[0] in "LNM" else " " for sign in composed
    ).split()
    if len(parts) > 1 and parts[0] == _ARTICLE:
        parts = parts[1:]
    return " ".join(word for one in parts if (word := _WORDS.get(one, one)))
