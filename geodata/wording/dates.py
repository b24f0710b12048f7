"""Puts EDTF dates into words: precision and doubt are said, never hidden.

A range reads in two ways. The time that a claim is *about* is a span ("from January 2015 to March
2016"); the time at which something was *said* is one moment, not known exactly ("between").
"""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache

from geodata.model.claims import Claim
from geodata.model.dates import MONTHS, SEASONS, DateEnd, Dating, read_edtf

_DOUBT = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
_NEXT_DAY = timedelta(days=1)


def claim_time(claim: Claim) -> str:
    """Say when a claim's matter is said to have been: words to stand after "Time:"; "" for undated.

    Where it is the time at which the claim was made, it reads as that does.
    """
    if claim.about is None:
        return ""
    same = claim.about.edtf == claim.said.edtf
    return said_words(claim.about) if same else about_words(claim.about)


def about_words(dating: Dating) -> str:
    """Say a time as a span, to stand after "Time:": ``March 2024 (year inferred)``."""
    return in_words(dating.edtf, inferred=dating.basis == "inferred")


def said_words(dating: Dating) -> str:
    """Say a moment, to stand after "said" or "written": ``in March 2024 (year inferred)``."""
    return moment_in_words(dating.edtf, inferred=dating.basis == "inferred")


@lru_cache(maxsize=1024)
def in_words(edtf: str, *, inferred: bool) -> str:
    """Put an EDTF date or range into words, a range as a span.

    Parameters
    ----------
    edtf
        An expression that ``read_edtf`` accepts.
    inferred
        Whether the date is inferred rather than stated; its sign ``?`` then marks the part that
        is inferred, and without a sign the whole of it is.

    Examples
    --------
    >>> in_words("2024?-03", inferred=True)
    'March 2024 (year inferred)'
    >>> in_words("2021-08?/..", inferred=True)
    'from August 2021 (inferred) on'
    """
    lower, upper = read_edtf(edtf)
    if lower is None or upper is None:
        return _half_open(edtf, inferred)
    if lower is upper:
        return _with_doubt(lower, inferred)
    if _adjoin(lower, upper):
        return _pair(lower, upper, inferred, "{} and {}")
    return _pair(lower, upper, inferred, "from {} to {}")


@lru_cache(maxsize=1024)
def moment_in_words(edtf: str, *, inferred: bool) -> str:
    """Put an EDTF date or range into words, a range as one moment that is not known exactly.

    Of a range of two neighbours ("in March and April") only the text can say that it means both:
    where the whole of it is inferred, it is "or".

    Parameters
    ----------
    edtf
        An expression that ``read_edtf`` accepts.
    inferred
        As for ``in_words``.

    Examples
    --------
    >>> moment_in_words("2024-04/2024-12", inferred=True)
    'between April and December 2024 (inferred)'
    >>> moment_in_words("/2024-12", inferred=False)
    'at an unknown date, by December 2024 at the latest'
    """
    lower, upper = read_edtf(edtf)
    if lower is None and upper is not None and edtf.startswith("/"):
        return f"at an unknown date, by {_with_doubt(upper, inferred)} at the latest"
    if upper is None and lower is not None and edtf.endswith("/"):
        return f"at an unknown date, {_preposition(lower)} {_with_doubt(lower, inferred)} or later"
    if lower is None or upper is None:
        return _half_open(edtf, inferred)
    if lower is upper:
        return f"{_preposition(lower)} {_with_doubt(lower, inferred)}"
    if _adjoin(lower, upper):
        guessed = "inferred" in (_doubt_words(lower, inferred), _doubt_words(upper, inferred))
        both = "{} or {}" if guessed else "{} and {}"
        return f"{_preposition(lower)} {_pair(lower, upper, inferred, both)}"
    return _pair(lower, upper, inferred, "between {} and {}")


def _half_open(edtf: str, inferred: bool) -> str:
    """Say a range of which one end is open or unknown."""
    lower, upper = read_edtf(edtf)
    if upper is not None:
        lead = "from an unknown date until" if edtf.startswith("/") else "until"
        return f"{lead} {_with_doubt(upper, inferred)}"
    # read_edtf refuses an expression of which both ends are missing.
    assert lower is not None
    trail = "to an unknown date" if edtf.endswith("/") else "on"
    return f"from {_with_doubt(lower, inferred)} {trail}"


def _pair(lower: DateEnd, upper: DateEnd, inferred: bool, frame: str) -> str:
    """Say both ends in a frame; what they share (year, doubt) is said once."""
    doubt = _doubt_words(lower, inferred)
    if doubt != _doubt_words(upper, inferred):
        return frame.format(_with_doubt(lower, inferred), _with_doubt(upper, inferred))
    start = _bare(lower)
    if lower.year == upper.year and lower.month and upper.month:
        start = start.removesuffix(f" {lower.year}")
    return frame.format(start, _bare(upper)) + (f" ({doubt})" if doubt else "")


def _adjoin(lower: DateEnd, upper: DateEnd) -> bool:
    """Whether a range is two neighbours, such as March and April, each known exactly."""
    exact = "X" not in lower.edtf + upper.edtf and lower.parts == upper.parts
    return exact and lower.last + _NEXT_DAY == upper.first


def _preposition(end: DateEnd) -> str:
    return "on" if end.day is not None and end.day.isdigit() else "in"


def _with_doubt(end: DateEnd, inferred: bool) -> str:
    doubt = _doubt_words(end, inferred)
    return _bare(end) + (f" ({doubt})" if doubt else "")


def _bare(end: DateEnd) -> str:
    """Say a date without its signs of doubt: ``22 March 2024``, ``spring 2024``, ``the 2010s``."""
    year = _year(end)
    if end.month is None:
        return year
    if end.month == "XX":
        return f"{year} ({'month and day' if end.day else 'month'} not known)"
    number = int(end.month)
    month = f"{SEASONS[number] if number in SEASONS else MONTHS[number - 1]} {year}"
    if end.day is None:
        return month
    return f"{month} (day not known)" if end.day == "XX" else f"{int(end.day)} {month}"


def _year(end: DateEnd) -> str:
    if end.year.endswith("XX"):
        return f"a year from {end.first.year} to {end.last.year}"
    if end.year.endswith("X"):
        return f"the {end.year[:-1]}0s"
    return end.year.lstrip("0") or "0"


def _doubt_words(end: DateEnd, inferred: bool) -> str:
    """Say which parts are in doubt: ``year inferred``, ``inferred``, ``day approximate``."""
    doubt = {part: end.doubt[part] for part in end.parts if part in end.doubt}
    if not doubt:
        return "inferred" if inferred else ""
    sign = "%" if len(set(doubt.values())) > 1 else next(iter(doubt.values()))
    kind = _DOUBT[sign]
    if inferred:
        kind = {"?": "inferred", "~": "inferred, approximate", "%": "inferred, approximate"}[sign]
    if len(doubt) == len(end.parts):
        return kind
    return f"{' and '.join(_part_name(end, part) for part in doubt)} {kind}"


def _part_name(end: DateEnd, part: str) -> str:
    seasonal = part == "month" and end.month is not None and end.month.isdigit()
    return "season" if seasonal and int(end.month or 0) in SEASONS else part
