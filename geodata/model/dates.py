"""When something is said to have been: an EDTF date, and what it rests on.

Dates are written in the Extended Date/Time Format (ISO 8601-2), read by the library ``edtf``,
which is imported only when the first date is read. Uncertainty is kept: ``2024?-03`` is a March
whose year is not certain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from geodata.model.base import Basis, Line, LineOrNone, Value, refusal, shorten

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}

# One end of a date: a qualifier (? uncertain, ~ approximate, % both) before a part stands for
# that part alone; after a part it stands for the part and all to its left.
_END = re.compile(
    r"(?P<qy>[?~%]?)(?P<year>\d{4}|\d{3}X|\d{2}XX)(?P<yq>[?~%]?)"
    r"(?:-(?P<qm>[?~%]?)(?P<month>\d{2}|XX)(?P<mq>[?~%]?)"
    r"(?:-(?P<qd>[?~%]?)(?P<day>\d{2}|XX)(?P<dq>[?~%]?))?)?"
)
_CURE = (
    "Write a date in EDTF, such as 2015, 2015-01, 2024?-03 (year uncertain), 2024-21 (spring), "
    "2021-08/.. (from then on) or 2015-01/2016-03."
)
_OPEN, _UNKNOWN = "..", ""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class DateEnd:
    """One date of an EDTF expression, taken apart: the whole expression, or one end of a range."""

    edtf: str
    year: str
    month: str | None
    day: str | None
    doubt: Mapping[str, str]
    """Which of ``year``, ``month``, ``day`` is in doubt, and by which of the signs ? ~ %."""
    first: date
    """The first day that it can mean, signs of doubt set aside."""
    last: date
    """The last day that it can mean."""

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the parts that are written: the year, the month or season, the day."""
        return ("year", "month", "day")[: 1 + (self.month is not None) + (self.day is not None)]


@lru_cache(maxsize=1024)
def read_end(edtf: str) -> DateEnd:
    """Read one EDTF date (not a range).

    Raises
    ------
    PydanticCustomError
        If it is not EDTF, or one of EDTF's forms for which this app has no words (sets, negative
        or five-digit years, times of day, seasons other than 21–24).
    """
    found = _END.fullmatch(edtf)
    if not found:
        raise refusal(f"{shorten(edtf)} is not a date that this app can read.", _CURE)
    month, day = found["month"], found["day"]
    if month == "XX" and day not in (None, "XX"):
        raise refusal(f"{shorten(edtf)} names a day of no month.", _CURE)
    if month and month.isdigit() and int(month) > 12 and (int(month) not in SEASONS or day):
        raise refusal(f"{shorten(edtf)} names no month or season.", _CURE)
    first, last = _bounds(edtf)
    return DateEnd(
        edtf=edtf,
        year=found["year"],
        month=month,
        day=day,
        doubt=_doubt(found),
        first=first,
        last=last,
    )


def _doubt(found: re.Match[str]) -> dict[str, str]:
    doubt: dict[str, str] = {}
    written = [part for part in ("year", "month", "day") if found[part]]
    for index, part in enumerate(written):
        if alone := found["q" + part[0]]:
            doubt[part] = alone
        if leftwards := found[part[0] + "q"]:
            doubt.update(dict.fromkeys(written[: index + 1], leftwards))
    return doubt


def _bounds(edtf: str) -> tuple[date, date]:
    """Let the EDTF library read a date and say its first and last day."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(edtf)
        lower, upper = parsed.lower_strict(), parsed.upper_strict()
        first, last = date(*lower[:3]), date(*upper[:3])
        # The library ends a winter with its year; we count its January and February.
        return first, date(first.year + 1, 3, 1) - _DAY if _is_winter(edtf) else last
    except (EDTFParseException, ValueError) as error:
        raise refusal(f"{shorten(edtf)} is not a date in EDTF.", _CURE) from error


def _is_winter(edtf: str) -> bool:
    return edtf.endswith("-24") and edtf.count("-") == 1


@lru_cache(maxsize=1024)
def read_edtf(edtf: str) -> tuple[DateEnd | None, DateEnd | None]:
    """Read an EDTF expression as its two ends; a single date is both of them, the same object.

    ``None`` stands for an end that is open (``..``) or unknown ("").

    Raises
    ------
    PydanticCustomError
        If it cannot be read, has no end at all, or ends before it begins.
    """
    if "/" not in edtf:
        end = read_end(edtf)
        return end, end
    from_, _, to = edtf.partition("/")
    lower, upper = (None if end in (_OPEN, _UNKNOWN) else read_end(end) for end in (from_, to))
    if lower is None and upper is None:
        raise refusal(f"{shorten(edtf)} says nothing about the time.", "Leave the date out.")
    if lower and upper and lower.first > upper.last:
        raise refusal(f"{shorten(edtf)} ends before it begins.", "Put the earlier date first.")
    return lower, upper


def _edtf(value: str) -> str:
    read_edtf(value)
    return value


Edtf = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_edtf)]
"""An EDTF date or range that can be put in words."""
EdtfOrNone = Annotated[
    str, StringConstraints(max_length=60), AfterValidator(lambda value: value and _edtf(value))
]


def _calendar_day(value: str) -> str:
    try:
        if date.fromisoformat(value).isoformat() == value:
            return value
    except ValueError:
        pass
    raise refusal(f"{shorten(value)} is not a day.", "Write it as 2026-11-22, in quotes.")


CalendarDay = Annotated[str, AfterValidator(_calendar_day)]
"""A whole day, as ``2026-11-22``."""


class Dating(Value):
    """A date of the article's world: when something was, or when it was said."""

    edtf: Edtf
    basis: Basis
    """``stated`` in the text, or ``inferred``."""
    from_: LineOrNone = Field(default="", validation_alias="from")
    """What it is inferred from; "" where the text states it."""

    @model_validator(mode="after")
    def _ask_what_it_is_inferred_from(self) -> Dating:
        if self.basis == "inferred" and not self.from_:
            raise refusal(
                f"The date {self.edtf} is inferred, but `from` does not say from what.",
                "Say in `from` what it is inferred from.",
            )
        return self

    @property
    def earliest(self) -> date | None:
        """The first day that is meant; ``None`` where the beginning is open or unknown."""
        lower = read_edtf(self.edtf)[0]
        return lower.first if lower else None

    @property
    def latest(self) -> date | None:
        """The last day that is meant; ``None`` where the end is open or unknown."""
        upper = read_edtf(self.edtf)[1]
        return upper.last if upper else None


class Written(Dating):
    """When the article was written, and the notice that stands above it."""

    notice: Line
