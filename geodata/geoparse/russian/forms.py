"""Brings Russian names into the nominative, by the dictionary of pymorphy3 and its guesses.

The dictionary is OpenCorpora's (CC BY-SA), inside the package ``pymorphy3-dicts-ru``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import Any, Final

_KEPT: Final = 20_000
_MOST_READINGS: Final = 6
"""Readings of a word that are looked at; later ones are unlikely."""
_MOST_FORMS: Final = 12
_MOST_WORDS: Final = 6
_ADJECTIVES: Final = frozenset(("ADJF", "PRTF"))
_PLACE: Final = "Geox"
_PERSONS: Final = frozenset(("Name", "Surn", "Patr"))
_ENDINGS: Final = (
    *(("ами", "ы"), ("ями", "и"), ("ией", "ия"), ("ах", "ы"), ("ях", "и"), ("ой", "а")),
    *(("ей", "я"), ("ом", ""), ("ем", "ь"), ("ем", "й"), ("ии", "ия"), ("ию", "ия")),
    *(("ам", "ы"), ("е", "а"), ("е", ""), ("ы", "а"), ("и", "ь"), ("и", "а"), ("и", "я")),
    *(("у", "а"), ("у", ""), ("ю", "я"), ("ю", "ь"), ("а", ""), ("я", "ь"), ("я", "й")),
)
"""Endings of the oblique cases, each with one of the nominative."""
_CASES: Final = {"loc2": "loct", "gen2": "gent", "acc2": "accs"}
"""Cases that some nouns have of their own, and those of an adjective with them: "на берегу"."""
_SHORTEST: Final = 3
"""Letters that a guessed name has at least."""
_SURE: Final = 0.3
"""A reading of this share is a usual one."""


class Forms:
    """The forms of Russian words; it keeps its answers."""

    def __init__(self) -> None:
        """Load the dictionary."""
        from pymorphy3 import MorphAnalyzer

        analyzer = MorphAnalyzer(lang="ru")

        @lru_cache(maxsize=_KEPT)
        def readings(word: str) -> Sequence[Any]:
            return tuple(analyzer.parse(word)[:_MOST_READINGS])

        self._readings = readings

    def nominatives(self, name: str) -> tuple[str, ...]:
        """Return the name as written, and as it may read in the nominative.

        Adjectives agree with the noun behind them; what follows the noun stays as it is, or is
        inflected too: "Нижнем Новгороде", "Мысом Доброй Надежды", "Сан-Паулу".
        """
        words = name.split()
        if not words or len(words) > _MOST_WORDS:
            return (name,)
        found = [name]
        for head in range(len(words)):
            for form in self._inflected(words, head):
                if form not in found:
                    found.append(form)
            if len(found) > _MOST_FORMS:
                break
        return tuple(found[: _MOST_FORMS + 1])

    def describes(self, word: str, noun: str) -> bool:
        """Say whether a word is an adjective that agrees with a noun behind it."""
        if any("NOUN" in one.tag and _PLACE in one.tag for one in self._readings(word)):
            return False
        return any(
            self._agrees(adjective, one)
            for one in self._readings(noun)
            if one.tag.POS == "NOUN"
            for adjective in self._readings(word)
            if adjective.tag.POS in _ADJECTIVES
        )

    def is_common(self, word: str) -> bool:
        """Say whether a word is usually none of a place: "Орёл" is a bird, too."""
        readings = self._readings(word)
        if any(_PLACE in one.tag and one.score >= _SURE for one in readings):
            return False
        return any(
            one.is_known and one.score >= _SURE and _PLACE not in one.tag for one in readings
        )

    def is_place(self, word: str) -> bool:
        """Say whether a word is known as a place's name, and not as a person's."""
        readings = self._readings(word)
        return any(_PLACE in one.tag for one in readings) and not any(
            _PERSONS & set(one.tag.grammemes) for one in readings
        )

    def is_genitive(self, word: str) -> bool:
        """Say whether a word may be a genitive and no instrumental."""
        cases = {one.tag.case for one in self._readings(_inflecting(word)[0])}
        return "gent" in cases and "ablt" not in cases

    def _inflected(self, words: Sequence[str], head: int) -> Iterator[str]:
        """Yield a name with the noun at ``head`` and the adjectives before it in the nominative."""
        before, noun, behind = words[:head], words[head], words[head + 1 :]
        for reading, form in self._nouns(noun):
            ways = [list(self._adjectives(word, reading)) or [word] for word in before]
            for way in product(*ways):
                yield " ".join((*way, form, *behind))

    def _nouns(self, word: str) -> Iterator[tuple[Any, str]]:
        """Yield readings of a noun, or of an adjective as one, each with its nominative."""
        part, tail, lead = _inflecting(word)
        for reading in self._readings(part):
            if reading.tag.POS == "NOUN" or reading.tag.POS in _ADJECTIVES:
                number = reading.tag.number or "sing"
                wanted = {"nomn", number}
                if reading.tag.POS in _ADJECTIVES and number == "sing":
                    wanted.add(reading.tag.gender or "masc")
                form = reading.inflect(wanted)
                if form:
                    yield reading, lead + _as_written(form.word, part) + tail

    def _adjectives(self, word: str, noun: Any) -> Iterator[str]:
        """Yield the nominatives of an adjective that agrees with a noun's reading."""
        for reading in self._readings(word):
            if reading.tag.POS in _ADJECTIVES and self._agrees(reading, noun):
                wanted = {"nomn", noun.tag.number or "sing"}
                if "sing" in wanted:
                    wanted.add(noun.tag.gender or "masc")
                form = reading.inflect(wanted)
                if form:
                    yield _as_written(form.word, word)
                    return

    @staticmethod
    def _agrees(adjective: Any, noun: Any) -> bool:
        one, other = adjective.tag, noun.tag
        if _CASES.get(one.case, one.case) != _CASES.get(other.case, other.case):
            return False
        if one.number != other.number:
            return False
        return one.number == "plur" or other.gender is None or one.gender == other.gender


def endings(name: str) -> tuple[str, ...]:
    """Return a name with the endings of the nominative that its last word's may stand for.

    Examples
    --------
    >>> endings("Аддис-Абебе")
    ('Аддис-Абеба', 'Аддис-Абеб')
    """
    found = [
        name.removesuffix(oblique) + nominative
        for oblique, nominative in _ENDINGS
        if name.endswith(oblique) and len(name) - len(oblique) >= _SHORTEST
    ]
    return tuple(dict.fromkeys(found))


def _inflecting(word: str) -> tuple[str, str, str]:
    """Return the part of a word with hyphens that is inflected, and what stands behind and before.

    "Комсомольске" of "Комсомольске-на-Амуре", "Баторе" of "Улан-Баторе".
    """
    parts = word.split("-")
    for at in range(1, len(parts)):
        if parts[at][:1].islower():
            first = "-".join(parts[:at])
            lead, _, part = first.rpartition("-")
            return part, "-" + "-".join(parts[at:]), lead + "-" if lead else ""
    lead, _, part = word.rpartition("-")
    return part, "", lead + "-" if lead else ""


def _as_written(form: str, word: str) -> str:
    """Return a form with a capital where the word has one."""
    return form[:1].upper() + form[1:] if word[:1].isupper() else form
