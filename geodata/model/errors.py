"""Errors of editions and of looking things up in them; the tree of all stands at ``AtlasError``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from geodata import AtlasError as AtlasError


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong with an edition: where it is, what it is, and how to put it right."""

    file: str
    """The file's name inside the edition's folder, or the edition's id."""
    record: str
    """The record, such as ``claim council-in-balochistan``; "" for the file as a whole."""
    fault: str
    """What is wrong, with the value at fault; a whole sentence."""
    cure: str
    """What to do about it; a whole sentence."""

    def __str__(self) -> str:
        """Return ``file: record: fault Cure: cure`` on one line."""
        where = f"{self.file}: {self.record}" if self.record else self.file
        return f"{where}: {self.fault} Cure: {self.cure}"


class EditionFaults(AtlasError):
    """An edition cannot be loaded; ``faults`` lists everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults in the order given."""
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnknownIdError(AtlasError, LookupError):
    """An edition was asked for something whose id it does not have."""

    def __init__(self, kind: str, wanted: str) -> None:
        """Name the kind of thing and the id that was wanted."""
        self.kind, self.wanted = kind, wanted
        fault = f"The edition has no {kind} with the id {wanted!r}."
        super().__init__(f"{fault} Cure: Choose an id that it has.")


class UnknownFormatError(AtlasError, LookupError):
    """An export format was asked for that does not exist."""


class AddressError(AtlasError, ValueError):
    """An address that others shall find us at is none of the web."""


class QuoteError(AtlasError, ValueError):
    """A quote does not lead to one position of the text; ``fault`` and ``cure`` say why."""

    def __init__(self, fault: str, cure: str) -> None:
        """Keep both sentences."""
        self.fault, self.cure = fault, cure
        super().__init__(f"{fault} {cure}")


class QuoteNotFoundError(QuoteError):
    """A quote with its context does not occur in the text."""


class QuoteAmbiguousError(QuoteError):
    """A quote with its context occurs more than once in the text."""
