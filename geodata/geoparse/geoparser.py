"""The front door of the geoparser: opens its parts, and has them read a text.

``open_geoparser().parse("Floods reached Tete in Mozambique.")``
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from geodata.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geodata.gazetteer.schema import DIGEST
from geodata.geoparse.claims import propose_claims
from geodata.geoparse.contracts import QuotationFinder, Recogniser, Resolver, Setting
from geodata.geoparse.errors import MissingModelError, TooLongError
from geodata.geoparse.languages import detect
from geodata.geoparse.lookup import Lookup, SensesOf
from geodata.geoparse.own_gazetteer import over, read_own_gazetteer
from geodata.geoparse.recognition.plain import PlainRecogniser
from geodata.geoparse.recognition.recogniser import NameRecogniser
from geodata.geoparse.resolution.resolver import GazetteerResolver
from geodata.geoparse.values import Mention, Parse

VERSION: Final = "1"
"""To be raised whenever the same text may be answered otherwise."""
LONGEST_TEXT: Final = 1_000_000
"""Code points of a text that is read at once; a long book chapter has a tenth of it."""
NO_MODEL: Final = (
    "No language model was at hand: names were looked up in the gazetteer alone, so that more are "
    "missed, and nobody who says something was looked for."
)
NO_LANGUAGE: Final = (
    "No model reads this language ({language}): names were looked up in the gazetteer alone, so "
    "that more are missed, and nobody who says something was looked for."
)
NOT_INSTALLED: Final = (
    "The model that reads this language ({language}) is not installed "
    "(requirements-languages.txt lists what it needs): names were looked up in the gazetteer "
    "alone, so that more are missed, and nobody who says something was looked for."
)
NO_QUOTATIONS: Final = "Who says something is looked for in English texts only."
ENGLISH: Final = "en"
"""The language whose model is no extra."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads one language: finds its toponyms and, where it can, who says what."""

    recogniser: Recogniser
    quotations: QuotationFinder | None = None
    remarks: tuple[str, ...] = ()


Opener = Callable[[Lookup, bool], Reading]
"""Opens what reads a language, with quotations or without; it may raise ``MissingModelError``."""


class Geoparser:
    """Reads each text with what reads its language; what is not asked for is not loaded."""

    def __init__(
        self,
        lookup: Lookup,
        resolver: Resolver,
        openers: Mapping[str, Opener],
        *,
        quotations: bool = True,
        version: str = VERSION,
    ) -> None:
        """Put a geoparser together, of openers by language (BCP 47).

        ``version`` is another one whenever the same text may be answered otherwise.
        """
        self._lookup = lookup
        self._resolver = resolver
        self._openers = openers
        self._wants_quotations = quotations
        self._readings: dict[str, Reading] = {}
        self.version = version

    def parse(self, text: str, setting: Setting = Setting()) -> Parse:
        """Return what is proposed for a text; offsets are code points of the text as given.

        Raises
        ------
        TooLongError
            If the text has more than ``LONGEST_TEXT`` code points.
        """
        if len(text) > LONGEST_TEXT:
            fault = f"The text has {len(text):,} signs; at most {LONGEST_TEXT:,} are read at once."
            raise TooLongError(f"{fault} Cure: Cut it into parts.")
        language = setting.language or detect(text)
        reading = self._reading(language)
        toponyms = reading.recogniser.recognise(text)
        mentions = tuple(_flat(self._resolver.resolve(text, toponyms, setting)))
        if reading.quotations is None:
            return Parse(text, language, mentions, (), (), reading.remarks)
        quotations = tuple(reading.quotations.find(text))
        sentences = reading.quotations.sentences(text)
        claims = propose_claims(text, sentences, mentions, quotations, setting.date)
        return Parse(text, language, mentions, claims, quotations, reading.remarks)

    def _reading(self, language: str) -> Reading:
        base = language.split("-")[0].lower()
        if base not in self._readings:
            self._readings[base] = self._open(base)
        return self._readings[base]

    def _open(self, language: str) -> Reading:
        if language not in self._openers:
            remark = NO_LANGUAGE.format(language=language[:20])
            return Reading(PlainRecogniser(self._lookup), remarks=(remark,))
        try:
            return self._openers[language](self._lookup, self._wants_quotations)
        except MissingModelError:
            if language == ENGLISH:
                return Reading(NameRecogniser(None, self._lookup), remarks=(NO_MODEL,))
            remark = NOT_INSTALLED.format(language=language)
            return Reading(PlainRecogniser(self._lookup), remarks=(remark,))


def _flat(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield mentions, each followed by those inside it, which then say so."""
    at = 0
    for one in mentions:
        yield replace(one, parts=())
        yield from (replace(part, inside=at) for part in one.parts)
        at += 1 + len(one.parts)


def open_geoparser(
    *, quotations: bool = True, gazetteer: Gazetteer | None = None, own: Path | None = None
) -> Geoparser:
    """Open the geoparser; a model is loaded when a text of its language first comes.

    Parameters
    ----------
    quotations
        Whether to look for who says what, which takes most of the time.
    own
        A gazetteer of one's own, laid over the built-in one (``own_gazetteer``).

    Raises
    ------
    MissingGazetteerError
        If the gazetteer is not there: without it nothing could be found.
    OwnGazetteerError
        If one's own cannot be read.
    """
    senses: SensesOf = (gazetteer or open_gazetteer()).senses
    version = f"{VERSION} {DIGEST.read_text('ascii')[:16]}"
    if own is not None:
        senses = over(read_own_gazetteer(own), senses)
        version += f" {hashlib.sha256(own.read_bytes()).hexdigest()[:16]}"
    lookup = Lookup(senses)
    openers = {ENGLISH: _open_english, "ru": _open_russian, "fr": _open_french}
    return Geoparser(
        lookup, GazetteerResolver(lookup), openers, quotations=quotations, version=version
    )


def _open_english(lookup: Lookup, quotations: bool) -> Reading:
    from geodata.geoparse.english.reading import EnglishReader

    reader = EnglishReader(parsed=quotations)
    recogniser = NameRecogniser(reader, lookup)
    if not quotations:
        return Reading(recogniser)
    from geodata.geoparse.english_speech import EnglishSpeech

    return Reading(recogniser, EnglishSpeech(reader))


def _open_russian(lookup: Lookup, quotations: bool) -> Reading:
    from geodata.geoparse.other_tongues.recogniser import OtherRecogniser
    from geodata.geoparse.russian.reading import RussianReader
    from geodata.geoparse.russian.tongue import Russian

    return Reading(
        OtherRecogniser(RussianReader(), Russian(), lookup),
        remarks=(NO_QUOTATIONS,) if quotations else (),
    )


def _open_french(lookup: Lookup, quotations: bool) -> Reading:
    from geodata.geoparse.french.reading import FrenchReader
    from geodata.geoparse.french.tongue import French
    from geodata.geoparse.other_tongues.recogniser import OtherRecogniser

    return Reading(
        OtherRecogniser(FrenchReader(), French(), lookup),
        remarks=(NO_QUOTATIONS,) if quotations else (),
    )
