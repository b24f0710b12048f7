"""Puts EDTF dates into words: precision and doubt are said, never hidden.

The words are whole phrases that can stand after "When:" or between brackets.
"""

from __future__ import annotations

from functools import lru_cache

from geodata.model.dates import MONTHS, SEASONS, DateEnd, Dating, read_edtf

_DOUBT = {"?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}


def dating_words(dating: Dating) -> str:
    """Return a date in words, with what is in doubt: ``March 2024 (year inferred)``."""
    return in_words(dating.edtf, inferred=dating.basis == "inferred")


@lru_cache(maxsize=1024)
def in_words(edtf: str, *, inferred: bool) -> str:
    """Put an EDTF date or range into words.

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
    if lower is upper and lower is not None:
        return _with_doubt(lower, inferred)
    if lower is None and upper is not None:
        unknown = edtf.startswith("/")
        lead = "from an unknown date until" if unknown else "until"
        return f"{lead} {_with_doubt(upper, inferred)}"
    if lower is not None and upper is None:
        trail = "to an unknown date" if edtf.endswith("/") else "on"
        return f"from {_with_doubt(lower, inferred)} {trail}"
    # read_edtf refuses an expression of which both ends are missing.
    assert lower is not None
    assert upper is not None
    return _between(lower, upper, inferred)


def _between(lower: DateEnd, upper: DateEnd, inferred: bool) -> str:
    """Say a closed range; what both ends share (year, doubt) is said once."""
    doubt = _doubt_words(lower, inferred)
    if doubt != _doubt_words(upper, inferred):
        return f"between {_with_doubt(lower, inferred)} and {_with_doubt(upper, inferred)}"
    start = _bare(lower)
    if lower.year == upper.year and lower.month and upper.month:
        start = start.removesuffix(f" {lower.year}")
    return f"between {start} and {_bare(upper)}" + (f" ({doubt})" if doubt else "")


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
