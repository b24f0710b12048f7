"""The dates that a sentence names, in EDTF: as they stand, or read against the article's own date.

A month without a year, "on Friday" and "two years ago" are told only where the article's date is
known; they then mean the nearest such time before it, or after it where the sentence looks ahead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, Literal

from pydantic_core import PydanticCustomError

from geodata.geoparse.date_words import DateWords, date_words
from geodata.geoparse.values import FoundDate, Span
from geodata.model.dates import read_edtf

_AHEAD: Final = re.compile(r"\b(?:will|shall|is to|are to|plans? to|expected to)\b|['’]ll\b")
_WHEN_SAID: Final = re.compile(
    r"\b(?:said|says|told|announced|warned|confirmed|reported|added)\b[\w\s]{0,20}$"
)
_YEARS: Final = range(1000, 9000)
"""The years in which an article can have appeared: weeks can be counted from them."""
_NEAR: Final = 80
"""Signs around a date in which "will" is looked for."""
_BEFORE: Final = 16
"""Signs before a date in which its preposition is looked for."""
_OPENING: Final = re.compile(r"\b(since|after)\s+(?:the\s+)?(?:early\s+|late\s+)?$", re.IGNORECASE)
_CLOSING: Final = re.compile(r"\b(until|till|before)\s+(?:the\s+)?$", re.IGNORECASE)
_ABOUT: Final = re.compile(r"\b(?:around|about|circa|c\.)\s+$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_TO: Final = re.compile(r",?\s*(?:to|until|till|through|and|[–—-])\s*(?:the\s+)?$", re.IGNORECASE)
_DASHES: Final = "–—-"


def find_dates(text: str, span: Span, written: str) -> tuple[FoundDate, ...]:
    """Return the dates that a stretch of a text names, in its order.

    Parameters
    ----------
    text
        The whole text.
    span
        The stretch, such as a sentence.
    written
        When the article appeared, ISO 8601; "" if that is not known. What is no whole day says
        nothing more than "" does.
    """
    day = _whole_day(written)
    found: list[FoundDate] = []
    words = date_words(text, span.start, span.end)
    at = 0
    while at < len(words):
        ahead = _looks_ahead(text, span, words[at])
        pair = _range(text, words[at : at + 2], day, ahead)
        one = pair or _single(text, words[at], day, ahead)
        found += [one] if one is not None and _is_edtf(one.edtf) else []
        at += 2 if pair is not None else 1
    return tuple(found)


def _looks_ahead(text: str, span: Span, words: DateWords) -> bool:
    """Say whether a date is of what is still to come: "will sail on", not "said on"."""
    least = max(span.start, words.start - _NEAR)
    if _WHEN_SAID.search(text[least : words.start]):
        return False
    leads = len(text[span.start : words.start].split()) <= 1
    end = min(span.end, words.end + _NEAR) if leads else words.start
    return bool(_AHEAD.search(text, least, end))


def _whole_day(written: str) -> date | None:
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def _is_edtf(edtf: str) -> bool:
    try:
        read_edtf(edtf)
    except PydanticCustomError:
        return False
    return True


def _range(
    text: str, words: Sequence[DateWords], day: date | None, ahead: bool
) -> FoundDate | None:
    """Read "from March to May 2024" and "between 2015 and 2016" as one date."""
    if len(words) < 2:
        return None
    first, second = words
    joint = text[first.end : second.start]
    leads = _FROM.search(text, max(0, first.start - _BEFORE), first.start)
    if not _TO.fullmatch(joint) or not (leads or joint.strip()[:1] in _DASHES):
        return None
    whole = _edtf(second, day, ahead)
    lower = _edtf(first, day, ahead, year=int(whole[:4]) if whole[:4].isdigit() else 0)
    if not lower or not whole or "/" in lower + whole:
        return None
    given = _is_whole(second) and (_is_whole(first) or bool(first.month))
    return FoundDate(Span(first.start, second.end), f"{lower}/{whole}", _basis(given))


def _single(text: str, words: DateWords, day: date | None, ahead: bool) -> FoundDate | None:
    edtf = _edtf(words, day, ahead)
    if not edtf:
        return None
    least = max(0, words.start - _BEFORE)
    start = words.start
    if "/" not in edtf:
        if opening := _OPENING.search(text, least, start):
            edtf, start = f"{edtf}/..", opening.start()
        elif closing := _CLOSING.search(text, least, start):
            edtf, start = f"../{edtf}", closing.start()
        elif _ABOUT.search(text, least, start) and "X" not in edtf:
            edtf += "~"
    return FoundDate(Span(start, words.end), edtf, _basis(_is_whole(words)))


def _basis(given: bool) -> Literal["text", "inferred"]:
    return "text" if given else "inferred"


def _is_whole(words: DateWords) -> bool:
    return bool(words.year or words.fixed)


def _edtf(words: DateWords, day: date | None, ahead: bool, year: int = 0) -> str:
    """Return a date in EDTF; "" where it cannot be told without the article's date."""
    if words.fixed:
        return words.fixed
    if words.year or (year and words.month):
        return _joined(words.year or year, words.month or words.season, words.day)
    if day is None:
        return ""
    if words.month:
        return _joined(_year_of_month(words, day, ahead), words.month, words.day)
    if words.near:
        return _near(words.near, day)
    if words.weekday >= 0:
        return _weekday(words, day, ahead)
    if words.ago or words.span:
        return _back(words, day)
    if words.period:
        return _period(words, day)
    return _joined(_year_of_season(words, day), words.season, 0)


def _joined(year: int, month: int, day: int) -> str:
    edtf = f"{year:04d}" + (f"-{month:02d}" if month else "")
    return edtf + (f"-{day:02d}" if day else "")


def _near(word: str, day: date) -> str:
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    return (day + timedelta(shift)).isoformat()


def _weekday(words: DateWords, day: date, ahead: bool) -> str:
    back = (day.weekday() - words.weekday) % 7
    if words.which == "next" or (ahead and words.which != "last"):
        return (day + timedelta(7 - back)).isoformat()
    return (day - timedelta(back or (7 if words.which == "last" else 0))).isoformat()


def _back(words: DateWords, day: date) -> str:
    """Read "two years ago" and "in the past two years"; the longer ago, the less exactly."""
    count = words.ago or 1
    if words.period in ("day", "week"):
        then = day - timedelta(count * (7 if words.period == "week" else 1))
        edtf = then.isoformat() + ("~" if words.period == "week" and not words.span else "")
    elif words.period == "month":
        months = day.year * 12 + day.month - 1 - count
        edtf = f"{months // 12:04d}-{months % 12 + 1:02d}"
    else:
        years = count * (10 if words.period == "decade" else 1)
        edtf = f"{day.year - years:04d}"
        edtf += "~" if words.period == "decade" and not words.span else ""
    return f"{edtf}/{day.isoformat()}" if words.span else edtf


def _period(words: DateWords, day: date) -> str:
    step = {"last": -1, "next": 1}.get(words.which, 0)
    if words.period == "year":
        return f"{day.year + step:04d}"
    if words.period == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    monday = day - timedelta(day.weekday() - 7 * step)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _year_of_season(words: DateWords, day: date) -> int:
    """Return the year in which the season that is meant begins; a winter begins in December."""
    first = {21: 3, 22: 6, 23: 9, 24: 12}[words.season]
    begun = day.year if day.month >= first else day.year - 1
    on = (day.month - first) % 12 < 3
    if words.which == "last":
        return begun - 1 if on else begun
    if words.which == "next":
        return begun + 1
    return begun if on or words.season == 24 else day.year


def _year_of_month(words: DateWords, day: date, ahead: bool) -> int:
    """Return the year of a month or day that names none: the nearest before, or ahead."""
    if words.period or words.which == "this":
        return day.year + {"last": -1, "next": 1}.get(words.which, 0)
    if words.which == "last":
        return day.year if words.month < day.month else day.year - 1
    if words.which == "next":
        return day.year if words.month > day.month else day.year + 1
    if ahead:
        over = (words.month, words.day or 31) < (day.month, day.day)
        return day.year + 1 if over else day.year
    begun = (words.month, words.day or 1) <= (day.month, day.day)
    return day.year if begun else day.year - 1
