"""The front door of the geoparser: opens its parts, and has them read a text.

>>> from geodata.geoparse.geoparser import open_geoparser        # doctest: +SKIP
>>> open_geoparser().parse("Floods reached Tete in Mozambique.")  # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from geodata.gazetteer.gazetteer import Gazetteer, open_gazetteer
from geodata.geoparse.contracts import QuotationFinder, Recogniser, Resolver, Setting
from geodata.geoparse.english.reading import EnglishReader
from geodata.geoparse.english.recogniser import EnglishRecogniser
from geodata.geoparse.errors import MissingModelError, TooLongError
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.resolution.resolver import GazetteerResolver
from geodata.geoparse.values import Parse, ProposedClaim, Quotation

LONGEST_TEXT: Final = 1_000_000
"""Code points of a text that is read at once; a long book chapter has a tenth of it."""
NO_MODEL: Final = (
    "No language model was at hand: names were looked up in the gazetteer alone, so that more are "
    "missed, and nobody who says something was looked for."
)
ClaimFinder = Callable[[str, Parse, Setting], Sequence[ProposedClaim]]


class Geoparser:
    """Reads texts with a recogniser, a resolver and, where it has one, a quotation finder."""

    def __init__(
        self,
        recogniser: Recogniser,
        resolver: Resolver,
        quotations: QuotationFinder | None = None,
        *,
        version: str,
        remarks: tuple[str, ...] = (),
    ) -> None:
        """Put a geoparser together; ``version`` changes when its answers may."""
        self._recogniser = recogniser
        self._resolver = resolver
        self._quotations = quotations
        self.version = version
        self._remarks = remarks

    def parse(self, text: str, setting: Setting = Setting()) -> Parse:  # noqa: B008  (it is frozen)
        """Return what is proposed for a text; offsets are code points of the text as given.

        Raises
        ------
        TooLongError
            If the text has more than ``LONGEST_TEXT`` code points.
        """
        if len(text) > LONGEST_TEXT:
            fault = f"The text has {len(text):,} signs; at most {LONGEST_TEXT:,} are read at once."
            raise TooLongError(f"{fault} Cure: Cut it into parts.")
        toponyms = self._recogniser.recognise(text)
        mentions = tuple(self._resolver.resolve(text, toponyms, setting))
        quotations: tuple[Quotation, ...] = ()
        if self._quotations is not None:
            quotations = tuple(self._quotations.find(text))
        return Parse(text, setting.language or "en", mentions, (), quotations, self._remarks)


def open_geoparser(*, quotations: bool = True, gazetteer: Gazetteer | None = None) -> Geoparser:
    """Open the geoparser of English texts; without the model it looks names up alone, and says so.

    Raises
    ------
    MissingGazetteerError
        If the gazetteer is not there: without it nothing could be found.
    """
    gazetteer = gazetteer or open_gazetteer()
    lookup = Lookup(gazetteer.senses)
    reader: EnglishReader | None = None
    remarks: tuple[str, ...] = ()
    try:
        reader = EnglishReader(parsed=quotations)
    except MissingModelError:
        remarks = (NO_MODEL,)
    return Geoparser(
        EnglishRecogniser(reader, lookup),
        GazetteerResolver(lookup),
        version="1",
        remarks=remarks,
    )
