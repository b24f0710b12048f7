"""The values that a geoparser works with; spans are half-open code-point offsets into the text.

None of them asserts anything: a mention is one that a machine proposes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from geodata.model.mentions import MentionKind

Level = Literal["high", "medium", "low"]
VerbClass = Literal["said", "claimed", "denied", "warned", "asked", ""]
"""What the verb of saying does; "" where there is no verb, as in a quotation that floats."""
QuotationForm = Literal["direct", "indirect", "mixed"]
HIGH: Final = 0.9
"""A confidence from here on is "high": measured, at least 95 of 100 such places are right."""
MEDIUM: Final = 0.6


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, [start, end)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that is empty or begins before the text."""
        if not 0 <= self.start < self.end:
            raise ValueError(
                f"A span holds at least one sign of the text: {self.start}, {self.end}."
            )

    def overlaps(self, other: Span) -> bool:
        """Say whether two spans share a code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Entity:
    """A name that a language model found, [start, end) in code points, and what it calls it:
    GPE, LOC, FAC, ORG, PERSON, NORP … as spaCy's English models do."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name as written, or a description of a place, not yet resolved."""

    span: Span
    text: str
    kind: MentionKind
    names: tuple[str, ...]
    """The names to look up, the whole one first: "southern Tajikistan" has "Tajikistan"; none where
    it names no place that could be found."""
    parts: tuple[Toponym, ...] = ()
    """The names inside a description, each a toponym of its own."""
    with_article: bool = False
    """Whether "the" stands before it, as before seas, ranges, regions, and seldom before towns."""
    model_label: str = ""
    """What the language model calls it, such as GPE or ORG; "" where another pass found it."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of a gazetteer, as far as a proposal needs it; WGS 84 degrees."""

    id: str
    name: str
    kind: str
    code: str
    """GeoNames' feature class and code, such as P.PPLA."""
    country: str
    """ISO 3166-1 alpha-2; "" for what lies in none, or in several."""
    lon: float
    lat: float
    population: int
    dispute: str = ""
    """What is disputed about it, in neutral words; "" where nothing is."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a toponym may mean, and how much speaks for it, from 0 to 1."""

    place: Place
    score: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A toponym and the place that is proposed for it."""

    toponym: Toponym
    place: Place | None
    """``None`` where no place is proposed."""
    confidence: float
    """How often such a proposal is right, measured; 0 where none is made."""
    candidates: tuple[Candidate, ...]
    """Ranked, the proposed place first."""
    why: str
    """A sentence that says why this place was taken, or none."""
    cannot_choose: bool = False
    """Two candidates are about equally likely."""
    none_of_these: bool = False
    """The gazetteer seems to lack the place that is meant."""
    evidence: tuple[float, ...] = ()
    """The numbers that the confidence is made of."""
    parts: tuple[Mention, ...] = ()
    """The names inside a description, resolved; none once they stand behind it in a parse."""
    inside: int | None = None
    """In a parse: the position of the mention that it is a part of."""

    @property
    def level(self) -> Level:
        """Return the confidence as a word."""
        if self.confidence >= HIGH:
            return "high"
        return "medium" if self.confidence >= MEDIUM else "low"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it: the fullest name that the text gives, and where the passage names them."""

    name: str
    span: Span | None
    """Where the sentence names them, if only by a pronoun; ``None`` where it does not."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch that the text reports as somebody's words."""

    span: Span
    """What is said: the direct words with their marks, or the reported clause."""
    form: QuotationForm
    speaker: Speaker | None
    """``None`` where the text names nobody."""
    verb: str
    """The verb of saying as written; "" where there is none."""
    verb_class: VerbClass
    chain: tuple[str, ...] = ()
    """Through whom it came, from the nearest to the author outwards."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that a sentence names, in EDTF, and what it rests on."""

    span: Span
    edtf: str
    basis: Literal["text", "inferred"]
    """"inferred": read against the article's own date, as "last March" is."""


@dataclass(frozen=True, slots=True)
class ProposedClaim:
    """A sentence that names a place, with who says it, how surely and of when."""

    span: Span
    mentions: tuple[int, ...]
    """The mentions in it, by their positions in the parse."""
    speaker: Speaker | None
    """``None``: nobody is named, so the article's author says it."""
    form: Literal["direct-quotation", "reported-speech", "authors-words"]
    verb_class: VerbClass
    chain: tuple[str, ...]
    hedge: tuple[Span, ...]
    dates: tuple[FoundDate, ...]


@dataclass(frozen=True, slots=True)
class Parse:
    """What a geoparser proposes for a text."""

    text: str
    language: str
    """BCP 47, as detected or told."""
    mentions: tuple[Mention, ...]
    claims: tuple[ProposedClaim, ...]
    quotations: tuple[Quotation, ...]
    remarks: tuple[str, ...] = ()
    """What a reader of it should know: that no model read it, that only names were looked up."""
