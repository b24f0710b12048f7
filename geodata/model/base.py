"""The kinds of plain values that editions are made of, and how they refuse bad input."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from geodata.model.signs import NONCHARACTERS

SLUG_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_ID = 80
LONGEST_LINE = 2_000
LONGEST_PARAGRAPH = 20_000

# Control characters, line and paragraph separators, and the invisible marks that reverse the
# order of the text around them; code points that are no signs. The joiners that Persian and Urdu
# need are not among them.
_INVISIBLE = "\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff" + NONCHARACTERS
_NOT_IN_A_PARAGRAPH = re.compile(f"[\x00-\x09\x0b-\x1f{_INVISIBLE}]")
_NOT_IN_A_LINE = re.compile(f"[\x00-\x1f{_INVISIBLE}]")

Status = Literal["proposed", "unverified", "verified", "corrected"]
"""Who has checked a record: ``proposed`` is a machine's, and never counts as checked."""
CHECKED: frozenset[Status] = frozenset({"verified", "corrected"})
"""The statuses that only a named person can give."""
Basis = Literal["stated", "inferred"]


class Value(BaseModel):
    """A frozen record that knows all of its fields and refuses any other."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=True,
        validate_by_alias=True,
        arbitrary_types_allowed=True,
        ignored_types=(cached_property,),
    )

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Copy the record, some fields changed; what was computed from the old ones is left out."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied

    def contradictions(self) -> Iterable[tuple[str, str]]:
        """Return what does not agree between the fields: each fault with its cure."""
        return ()


def refusal(fault: str, cure: str) -> PydanticCustomError:
    """Make the error that a validator raises: a sentence on the fault and one on the cure."""
    return PydanticCustomError("refused", "{fault} {cure}", {"fault": fault, "cure": cure})


def refusals(found: Sequence[tuple[str, str]]) -> PydanticCustomError:
    """Make one error of several faults with their cures, so that all of them are told at once."""
    (fault, cure), *also = found
    context = {"fault": fault, "cure": cure, "also": also}
    return PydanticCustomError("refused", "{fault} {cure}", context)


def is_slug(value: str) -> bool:
    """Say whether a text can be an id."""
    return len(value) <= LONGEST_ID and re.fullmatch(SLUG_PATTERN, value) is not None


def shorten(value: object, limit: int = 80) -> str:
    """Show a value within a message: quoted, and cut when it is longer than ``limit``.

    Examples
    --------
    >>> shorten("from-lyon-to-paris", limit=10)
    "'from-lyo…"
    """
    shown = repr(value)
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _clean(value: str, forbidden: re.Pattern[str]) -> str:
    if found := forbidden.search(value):
        raise refusal(
            f"{shorten(value)} holds the invisible character U+{ord(found[0]):04X}.",
            "Remove that character.",
        )
    if value != value.strip():
        raise refusal(f"{shorten(value)} begins or ends with a blank.", "Remove the blank.")
    return value


def _pattern(kind: object) -> str:
    """Return the pattern of one of the annotated types of text below."""
    constraints = get_args(kind)[1]
    assert isinstance(constraints, StringConstraints)
    return str(constraints.pattern)


def _line(value: str) -> str:
    return _clean(value, _NOT_IN_A_LINE)


def _paragraph(value: str) -> str:
    return _clean(value, _NOT_IN_A_PARAGRAPH)


Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=LONGEST_ID)]
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_LINE), AfterValidator(_line)
]
LineOrNone = Annotated[str, StringConstraints(max_length=LONGEST_LINE), AfterValidator(_line)]
"""One line of words, or "" for none."""
Paragraph = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_PARAGRAPH), AfterValidator(_paragraph)
]
ParagraphOrNone = Annotated[
    str, StringConstraints(max_length=LONGEST_PARAGRAPH), AfterValidator(_paragraph)
]
"""Words that may run over several lines, or "" for none."""
SlugOrNone = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=LONGEST_ID)
]
"""The id of something else, or "" for none."""
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as ``en`` or ``uz-Cyrl``."""
WebAddress = Annotated[
    str,
    StringConstraints(pattern=r"^(https?://[^\s<>\"]+)?$", max_length=LONGEST_LINE),
    AfterValidator(_line),
]
"""An http or https address, or "" for none."""
Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
"""A colour as ``#rrggbb``."""
GeonamesId = Annotated[str, StringConstraints(pattern=r"^[0-9]{0,12}$")]
"""A number of GeoNames, as text, or "" for none."""
WikidataId = Annotated[str, StringConstraints(pattern=r"^(Q[1-9][0-9]{0,15})?$")]
"""An item of Wikidata, or "" for none."""
Longitude = Annotated[float, Field(strict=True, ge=-180, le=180, allow_inf_nan=False)]
Latitude = Annotated[float, Field(strict=True, ge=-90, le=90, allow_inf_nan=False)]
Offset = Annotated[int, Field(strict=True, ge=0)]
"""A count of code points from the beginning of the article's text."""


CANDIDATE_PATTERN = r"^([a-z]{1,20}:[A-Za-z0-9._-]{1,59}|[a-z0-9]+(-[a-z0-9]+)*)$"

PATTERNS = {
    CANDIDATE_PATTERN: "Write the id of a place of the edition, or one such as geonames:2996944.",
    _pattern(Slug): "Use a-z, 0-9 and single hyphens, such as my-id.",
    _pattern(SlugOrNone): 'Write an id such as my-id, or "" for none.',
    _pattern(Language): "Write a language tag such as en, ur or uz-Cyrl.",
    _pattern(WebAddress): 'Write an address that begins with https:// or http://, or "" for none.',
    _pattern(Colour): "Write it as #rrggbb in small letters.",
    _pattern(GeonamesId): 'Write the digits alone, in quotes, or "" for none.',
    _pattern(WikidataId): 'Write it as Q42, or "" for none.',
}
"""What to do about a text that does not fit its pattern."""


def repeated(values: list[str] | tuple[str, ...]) -> list[str]:
    """Return the values that occur more than once, each once, in the order of their repetition.

    Examples
    --------
    >>> repeated(["lyon", "paris", "west", "paris", "lyon", "paris"])
    ['paris', 'lyon']
    """
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for value in values:
        if value in seen:
            twice[value] = None
        seen.add(value)
    return list(twice)


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    if twice := repeated(values):
        raise refusal(f"{shorten(twice[0])} stands twice in the list.", "Leave one of them out.")
    return values


Slugs = Annotated[tuple[Slug, ...], AfterValidator(_unique)]
"""A list of ids, none twice; it may be empty."""
