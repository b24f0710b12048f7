"""How Russian writes names of places: in six cases, of which the gazetteer has the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from geodata.geoparse.other_tongues.tongue import LONGEST, Wider
from geodata.geoparse.russian.forms import Forms, endings
from geodata.geoparse.values import Entity, Span
from geodata.geoparse.words import LONGEST_WORD, Word

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W\d_]+)*")
_NOUN: Final = (
    r"(?:мор[еяюё]м?|океан\w{0,2}|залив\w{0,2}|пролив\w{0,2}|водохранилищ\w{1,2}|озер\w{1,2}"
    r"|озёр\w{0,2}|област\w{1,3}|кра[йяюе]\w{0,2}|остров\w{0,3}|полуостров\w{0,2}|хреб\w{2,4}"
    r"|канал\w{0,2}|гор[аыуе]\w{0,2}|пустын\w{1,2}|республик\w{1,2}|округ\w{0,2}|район\w{0,2}"
    r"|долин\w{1,2}|земл\w{1,2}|мыс\w{0,2}|бухт\w{1,2}|губ[аыуе]\w{0,2}|нагорь\w{1,2}|равнин\w{1,2}"
    r"|плат[оо]|степ\w{1,2}|сектор\w{0,2}|дельт\w{1,2}|архипелаг\w{0,2}|штат\w{0,2}|рог\w{0,2}"
    r"|берег\w{0,2}|мир\w{0,2}|высот\w{0,3})"
)
"""Nouns, in any case, that belong to an adjective before them: "Охотским морем"."""
_ALONE: Final = r"(?:мор[еяюё]м?|залив\w{0,2}|пролив\w{0,2}|мыс\w{0,2}|бухт\w{1,2})"
"""Nouns without which the name behind them is that of something else: "проливом Дрейка"."""
_NOUN_BEHIND: Final = re.compile(rf"^\s{_NOUN}(?!\w)")
_NOUN_BEFORE: Final = re.compile(rf"\b{_NOUN}\s$", re.IGNORECASE)
_ALONE_BEFORE: Final = re.compile(rf"\b{_ALONE}\s$")
_IS_NOUN: Final = re.compile(rf"^{_NOUN}$")
_NEXT: Final = re.compile(r"^\s([а-яё]+)")
_WHERE: Final = re.compile(
    r"(?:^|\W)(?:во?|на|из|изо|до|по|возле|близ|около|через|вдоль|под|над|между|из-за|из-под"
    r"|город\w{0,3}|сел[аоеу]\w{0,2}|деревн\w{1,2}|пос[её]л\w{2,4}|порт\w{0,2}|рек\w{1,2}"
    r"|озер\w{1,2}|столиц\w{1,2}|остров\w{0,3}|окраин\w{1,2}|жител\w{1,3}|берег\w{0,2})\s$",
    re.IGNORECASE,
)
_COMMON: Final = re.compile(
    r"(?:рек\w{1,2}|город\w{0,3}|сел[аоеу]\w{0,2}|деревн\w{1,2}|пос[её]л\w{2,4}|озер\w{1,2}"
    r"|вулкан\w{0,2}|столиц\w{1,2})\s(?=[А-ЯЁ])",
    re.IGNORECASE,
)
"""Nouns that do not belong to the name behind them."""
_OFF: Final = re.compile(r"(?:^|\W)со?\s$", re.IGNORECASE)
"""It means "from" before a genitive, and "with" before an instrumental."""
_MARKS: Final = " \n\t«»\"'“”„().,;:!?"
_KINDS: Final = tuple(
    (re.compile(rf"(?:^|\W){noun}\s$", re.IGNORECASE), kind)
    for noun, kind in (
        (r"озер\w{1,2}", "lake"),
        (r"рек\w{1,2}", "river"),
        (r"остров\w{0,2}", "island"),
        (r"(?:город|сел|деревн|пос[её]л)\w{0,3}", "city"),
        (r"(?:горы?|горе|гору|горой|вулкан\w{0,2})", "mountain"),
        (r"(?:штат|провинци|регион|департамент)\w{0,3}", "province"),
    )
)
"""Nouns, in any case, before a name that say of what kind the place is."""
_LOOK_BACK: Final = 24
_MOST_WORDS: Final = 4


class Russian:
    """Russian names."""

    code = "ru"

    def __init__(self) -> None:
        """Open the dictionary of forms."""
        self._forms = Forms()

    def words(self, text: str) -> list[Word]:
        """Return the words of a text; one with hyphens is one: "Ростовом-на-Дону"."""
        return [
            Word(one.start(), one.end(), one.group(), one.group()[0].isupper())
            for one in _WORD.finditer(text)
            if one.end() - one.start() <= LONGEST_WORD
        ]

    def forms(self, name: str) -> tuple[str, ...]:
        """Return the name as written, and in the nominative as far as its words may be read."""
        return self._forms.nominatives(name)

    def shorter(self, name: str) -> str:
        """Return a name without the noun before it that says of what kind the place is."""
        first, _, rest = name.partition(" ")
        if not rest or _ALONE_BEFORE.search(first + " "):
            return name
        return rest if _IS_NOUN.match(first.casefold()) else name

    def guesses(self, name: str) -> tuple[str, ...]:
        """Return the name with other endings, for one that the dictionary lacks."""
        return endings(name)

    def place_span(self, text: str, entity: Entity) -> Span | None:
        """Return what of a model's place is its name; ``None`` where it is no place's."""
        name = text[entity.start : entity.end]
        start = entity.start + len(name) - len(name.lstrip(_MARKS))
        end = entity.end - (len(name) - len(name.rstrip(_MARKS)))
        if not start < end <= start + LONGEST:
            return None
        if common := _COMMON.match(text[start:end]):
            start += common.end()
        name = text[start:end]
        behind = _NEXT.match(text[end : end + LONGEST_WORD])
        if (
            behind
            and " " not in name
            and not _NOUN_BEHIND.match(text[end : end + LONGEST_WORD])
            and self._forms.describes(name, behind.group(1))
        ):
            return None
        return Span(start, end)

    def stretches(self, text: str, words: Sequence[Word], at: int) -> list[Span]:
        """Return what may be a name from a word on, the longest first."""
        ends = [words[at].end]
        for before, word in zip(
            words[at : at + _MOST_WORDS - 1], words[at + 1 : at + _MOST_WORDS], strict=False
        ):
            if text[before.end : word.start] not in (" ", "\u00a0"):
                break
            if not word.capital and not _IS_NOUN.match(word.text):
                break
            ends.append(word.end)
        return [Span(words[at].start, end) for end in reversed(ends)]

    def wider(self, text: str, span: Span) -> list[Wider]:
        """Return the name with the noun behind an adjective, or before a name."""
        found = []
        behind = _NOUN_BEHIND.match(text[span.end : span.end + LONGEST_WORD])
        if behind and self._forms.describes(text[span.start : span.end], behind.group().strip()):
            found.append(Wider(Span(span.start, span.end + behind.end()), always=True))
        before = text[max(0, span.start - _LOOK_BACK) : span.start]
        noun = _NOUN_BEFORE.search(before)
        if noun:
            wide = Span(span.start - len(noun.group()), span.end)
            found.append(Wider(wide, always=bool(_ALONE_BEFORE.search(before))))
        return found

    def stands_where(self, text: str, start: int) -> bool:
        """Say whether a preposition of place stands before it."""
        before = text[max(0, start - _LOOK_BACK) : start]
        if _WHERE.search(before):
            return True
        word = _WORD.match(text, start)
        return (
            word is not None
            and _OFF.search(before) is not None
            and self._forms.is_genitive(word.group())
        )

    def kind_before(self, text: str, start: int) -> str:
        """Return the English noun of the kind that the words before a name tell; "" if none."""
        before = text[max(0, start - _LOOK_BACK) : start]
        return next((kind for pattern, kind in _KINDS if pattern.search(before)), "")

    def article_before(self, text: str, start: int) -> str:
        """Return none: there are no articles."""
        return ""

    def is_place(self, name: str) -> bool:
        """Say whether a name is, by the dictionary, a place's and no person's."""
        return " " not in name and self._forms.is_place(name)

    def is_common(self, name: str) -> bool:
        """Say whether a word usually means no place."""
        return " " not in name and self._forms.is_common(name)
