"""Checks an edition as an editor wants it checked: everything that loading asks, and the geometry.

``python -m geodata check [EDITION]`` prints what this finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, Fault
from geodata.model.ledger import Ledger, ledger
from geodata.storage.load import load_edition
from geodata.wording.counts import claim_words, counted, mention_words


@dataclass(frozen=True)
class Report:
    """What a check found."""

    edition: str
    """The name of the edition's folder."""
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    """What looks odd but may be meant; it does not fail the check."""
    ledger: Ledger | None
    """``None`` where the edition could not be loaded."""

    @property
    def is_sound(self) -> bool:
        """Whether no fault was found."""
        return not self.faults

    def lines(self) -> list[str]:
        """Return the report as lines of text: faults, warnings, counts."""
        lines = [str(fault) for fault in self.faults]
        lines += [f"warning: {warning}" for warning in self.warnings]
        if self.ledger:
            lines += [mention_words(self.ledger), claim_words(self.ledger)]
        verdict = "no faults" if self.is_sound else counted(len(self.faults), "fault")
        warned = f", {counted(len(self.warnings), 'warning')}" if self.warnings else ""
        return [
            *(f"{self.edition}: {line}" for line in lines),
            f"{self.edition}: {verdict}{warned}",
        ]


def check_edition(folder: Path) -> Report:
    """Load the edition in a folder and check where its places lie; it raises nothing.

    Its geometry can be looked at only where the edition could be loaded.
    """
    name = Path(folder).name
    try:
        edition = load_edition(folder)
    except EditionFaults as error:
        return Report(edition=name, faults=error.faults, warnings=(), ledger=None)
    faults, warnings = _places(edition)
    return Report(
        edition=name,
        faults=tuple(faults),
        warnings=(*warnings, *_merged_before_named(edition)),
        ledger=ledger(edition),
    )


def _places(edition: Edition) -> tuple[list[Fault], list[Fault]]:
    # Only a check needs geopandas; loading an edition must not wait for it.
    from geodata.checking import distances

    faults: list[Fault] = []
    warnings: list[Fault] = []
    for place in edition.places:
        outer = edition.place(place.within) if place.within else None
        record = f"place {place.id}"
        for fault, cure in distances.place_faults(place, outer):
            faults.append(Fault("places.geojson", record, fault, cure))
        for warning, cure in distances.place_warnings(place):
            warnings.append(Fault("places.geojson", record, warning, cure))
    return faults, warnings


def _merged_before_named(edition: Edition) -> list[Fault]:
    """Warn of mentions that are merged with a place which nothing before them has named."""
    named: set[str] = set()
    found: list[Fault] = []
    for mention in edition.mentions:
        if mention.outcome == "merged" and not named & set(mention.place_ids):
            fault = "It is merged, but none of its places is named before it."
            cure = "Make it mapped, unless it is meant."
            found.append(Fault("mentions.toml", f"mention {mention.id}", fault, cure))
        named |= set(mention.place_ids)
    return found
