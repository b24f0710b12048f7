"""In which language a text is written: as told, or as py3langid finds it."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

LONGEST_LOOK: Final = 5_000
"""Code points of a text that are looked at."""
# What articles are mostly written in; the fewer it chooses from, the surer it is of short texts.
_LANGUAGES: Final = (
    "ar bn cs da de el en es fa fi fr he hi hu id it ja ko nl no pl pt ro ru sv sw ta th"
    " tr uk ur vi zh"
).split()


def detect(text: str) -> str:
    """Return the language of a text, BCP 47; English where it holds no letter."""
    look = text[:LONGEST_LOOK]
    if not any(sign.isalpha() for sign in look):
        return "en"
    return str(_identifier().classify(look)[0])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_pickled_model(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
