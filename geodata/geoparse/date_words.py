"""Finds the words of a date in English and takes them apart; ``dates`` makes EDTF of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geodata.model.dates import MONTHS

_SHORT: Final = {name[:3]: number for number, name in enumerate(MONTHS, 1)} | {"Sept": 9}
_MONTH: Final = (
    "(?P<month>"
    + "|".join(
        [*MONTHS, *(rf"{short}\." for short in _SHORT if short != "May"), "Sept", "Oct", "Nov"]
    )
    + r")(?!\w)"
)
_NO_NUMBER_BEFORE: Final = r"(?<![\w.,$€£#/-])"
_NO_NUMBER_AFTER: Final = r"(?![\w%/])(?![.,:]\d)(?!-\d{2}-)"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\w.,]\d)"
_PLAIN_YEAR: Final = r"(?:1\d{3}|20\d{2})"
_YEAR: Final = rf"(?P<year>{_PLAIN_YEAR}){_NO_NUMBER_AFTER}"
_SEASON: Final = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\b"
_SEASONS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_WHICH: Final = r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast)"
WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS: Final = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_COUNT: Final = (
    rf"(?P<count>\d{{1,3}}|[Aa]n?|(?i:{'|'.join(_NUMBERS)}|fifteen|twenty|thirty|forty|fifty))"
)
_TENS: Final = {
    "a": 1,
    "an": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_UNIT: Final = r"(?P<unit>day|week|month|year|decade)"
_LED: Final = (
    r"(?<![\w-])(?:in|since|by|during|until|till|before|after|from|between|through|around|circa|"
    r"about|early|late|mid|year|In|Since|By|During|Until|Before|After|From|Between|Early|Late)"
    r"(?:\s+(?:early|late|mid))?[\s-]+"
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<![\w-])(?P<iso>[12]\d{3}-\d{2}-\d{2})(?![\w-])",
        rf"{_NO_NUMBER_BEFORE}{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}",
        rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}",
        rf"\b{_SEASON},?\s+(?:of\s+)?{_YEAR}",
        rf"\b{_MONTH},?\s+(?:of\s+)?{_WHICH}\s+(?P<period>year)\b",
        rf"\b{_MONTH}\s+{_DAY},?\s+(?:of\s+)?{_WHICH}\s+(?P<period>year)\b",
        rf"{_NO_NUMBER_BEFORE}{_DAY}(?:\s+of)?\s+{_MONTH},?\s+(?:of\s+)?{_WHICH}\s+(?P<period>year)\b",
        rf"{_NO_NUMBER_BEFORE}{_DAY}(?:\s+of)?\s+{_MONTH}",
        rf"\b{_MONTH}\s+{_DAY}{_NO_NUMBER_AFTER}",
        rf"\b{_WHICH}\s+{_MONTH}",
        rf"{_LED}{_MONTH}(?!\s+[A-Z&])",
        r"\b(?:the\s+)?(?P<decade>1[5-9]\d|20\d)0s\b",
        r"\b(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]century\b",
        rf"{_LED}(?:the\s+(?:end|start|beginning|middle)\s+of\s+)?{_YEAR}",
        r"\b[Tt]he\s+(?P<year>1[89]\d\d|20\d\d)(?=\s[a-z])",
        r"(?<=[\s(])(?P<first>1[89]\d\d|20\d\d)\s?[–-]\s?(?P<second>\d{4}|\d\d)(?![\w-])",
        rf"(?:[Bb]etween|[Ff]rom)\s+(?P<first>{_PLAIN_YEAR})\s+(?:and|to|until|till|through)\s+"
        rf"(?P<second>{_PLAIN_YEAR}){_NO_NUMBER_AFTER}",
        rf"(?:{'|'.join(MONTHS)})\s+(?:and|or|to|through|until)\s+{_MONTH}",
        rf"\b{_WHICH}\s+(?:{_SEASON}|(?P<period>week|month|year)\b)",
        rf"\b{_COUNT}\s+{_UNIT}s?\s+ago\b",
        rf"\b(?i:in|over|during|for)\s+the\s+(?:last|past)\s+(?:{_COUNT}\s+)?{_UNIT}s?\b(?P<span>)",
        rf"(?<![A-Z]\w)(?:\b{_WHICH}\s+)?\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!\s+[A-Z])",
        r"\b(?P<near>[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast night"
        r"|[Tt]his (?:morning|afternoon|evening))\b",
    )
)
_NAMED_DAY: Final = re.compile(
    r"(?:Good|Black|Bloody|Ash|Palm|Easter|Holy|Super|Red|Sheffield|\b(?:[Aa]|[Ee]very|[Ee]ach))\s$"
)


@dataclass(frozen=True, slots=True)
class DateWords:
    """The parts of a date as written, at [start, end); 0 or "" for what is not written."""

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0
    """As in EDTF: 21 is spring, 24 is winter."""
    which: str = ""
    """"this", "last" or "next"."""
    fixed: str = ""
    """EDTF, where the words need no more: a decade, a range of years."""
    weekday: int = -1
    """Monday is 0."""
    period: str = ""
    """A unit: "week", "month", "year", "day", "decade"."""
    ago: int = 0
    span: bool = False
    """It means the whole time back to then: "in the past two years"."""
    near: str = ""


def date_words(text: str, start: int, end: int) -> list[DateWords]:
    """Return the dates that a stretch of a text writes; of two that overlap the longer one."""
    found = [
        words
        for pattern in _PATTERNS
        for match in pattern.finditer(text, start, end)
        for words in _read(match)
    ]
    kept: list[DateWords] = []
    for words in sorted(found, key=lambda one: (one.start, -one.end)):
        if kept and words.start < kept[-1].end:
            continue
        if kept and _names_its_weekday(text, kept[-1], words):
            words = replace(words, start=kept.pop().start)
        kept.append(words)
    return kept


def _names_its_weekday(text: str, first: DateWords, second: DateWords) -> bool:
    """Say whether two are one date: "Thursday, May 5"."""
    joint = text[first.end : second.start]
    return first.weekday >= 0 and second.day > 0 and joint in (", ", " ", ", the ", " the ")


def _read(match: re.Match[str]) -> Iterator[DateWords]:
    part = {name: value for name, value in match.groupdict().items() if value is not None}
    if "weekday" in part and _NAMED_DAY.search(match.string, 0, match.start()):
        return
    yield DateWords(
        start=_written_from(match, part),
        end=match.end(),
        year=int(part.get("year", 0)),
        month=_month(part.get("month", "")),
        day=int(part.get("day", 0)),
        season=_SEASONS.get(part.get("season", "").lower(), 0),
        which=part.get("which", "").lower().replace("past", "last"),
        fixed=_fixed(part),
        weekday=WEEKDAYS.index(part["weekday"]) if "weekday" in part else -1,
        period=part.get("period", part.get("unit", "")),
        ago=_count(part.get("count", "")) if "unit" in part else 0,
        span="span" in part,
        near=part.get("near", "").lower(),
    )


def _written_from(match: re.Match[str], part: dict[str, str]) -> int:
    """Return where the date begins, without the preposition that leads to it."""
    if "first" in part:
        return match.start("first")
    led = [name for name in ("month", "year") if name in part]
    words = ("day", "which", "season", "decade", "century", "first", "iso", "near", "weekday")
    if len(led) != len(part) or not led or any(name in part for name in words):
        return match.start()
    return min(match.start(name) for name in led)


def _month(word: str) -> int:
    return _SHORT.get("Sept" if word.startswith("Sept") else word[:3], 0)


def _count(word: str) -> int:
    word = word.lower()
    if word.isdigit():
        return int(word)
    return _TENS.get(word) or (_NUMBERS.index(word) + 1 if word in _NUMBERS else 1)


def _fixed(part: dict[str, str]) -> str:
    if "iso" in part:
        return part["iso"]
    if "decade" in part:
        return f"{part['decade']}X"
    if "century" in part:
        return f"{int(part['century']) - 1:02d}XX"
    if "first" in part:
        first, second = part["first"], part["second"]
        return f"{first}/{first[: 4 - len(second)]}{second}"
    return ""
