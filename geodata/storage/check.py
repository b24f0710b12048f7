"""Checks an edition as an editor wants it checked: all that loading asks, and what looks odd.

``python -m geodata check [EDITION]`` prints what this finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from geodata.checking import checked, headings, oddities, unmentioned
from geodata.model.errors import EditionFaults, Fault
from geodata.model.ledger import Ledger, ledger
from geodata.storage.basemap_names import basemap_names
from geodata.storage.edition_format import warn_of_an_older_format
from geodata.storage.files import read_text
from geodata.storage.load import edition_of, in_order, read_parts
from geodata.storage.recipe_file import check_recipes
from geodata.wording.counts import claim_words, counted, mention_words

TOML_FILES = (
    *("edition.toml", "themes.toml", "speakers.toml"),
    *("mentions.toml", "claims.toml", "route.toml", "geometry.toml"),
)


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
    to_do: tuple[Fault, ...] = ()
    """What only a checked edition must have and this one has not yet; it fails no check."""

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

    def to_do_lines(self) -> list[str]:
        """Return as lines of text what is still to be done before the edition is a checked one."""
        return [f"{self.edition}: for a checked edition: {one}" for one in self.to_do]


def check_edition(folder: Path) -> Report:
    """Read the edition in a folder and say all that is wrong with it; it raises nothing."""
    folder = Path(folder)
    try:
        parts = read_parts(folder)
    except EditionFaults as error:
        return Report(edition=folder.name, faults=error.faults, warnings=(), ledger=None)
    loads = not parts.faults and parts.article is not None
    # Only a check needs geopandas; loading an edition must not wait for it.
    from geodata.checking import geometry

    warn_of_an_older_format(parts, folder.resolve().name)
    check_recipes(parts, folder)
    geometry.apply(parts)
    oddities.apply(parts)
    checked.apply(parts)
    headings.apply(parts, _files(folder))
    language = parts.article.language if parts.article else ""
    unmentioned.apply(parts, basemap_names(language))
    return Report(
        edition=folder.name,
        faults=tuple(in_order(parts.faults)),
        warnings=tuple(in_order(parts.warnings)),
        to_do=tuple(in_order(parts.to_do)) if loads else (),
        ledger=ledger(edition_of(parts, folder)) if loads else None,
    )


def _files(folder: Path) -> dict[str, str]:
    """Return the texts of an edition's TOML files by name, as far as they can be read."""
    texts = {name: read_text(folder, name)[0] for name in TOML_FILES}
    return {name: text for name, text in texts.items() if text is not None}
