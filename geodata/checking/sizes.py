"""Warns of an edition that is larger than what was tried: it is shown, but its readers wait."""

from __future__ import annotations

from typing import Final

from geodata.checking.edition_parts import Parts

TRIED: Final = {"place": 1_000, "mention": 10_000, "claim": 10_000}
"""How many records of a kind were tried in a browser (docs/speed.md)."""
_FILES: Final = {"place": "places.geojson", "mention": "mentions.toml", "claim": "claims.toml"}


def apply(parts: Parts) -> None:
    """Add a warning for each kind with more records than were tried."""
    records = {"place": parts.places, "mention": parts.mentions, "claim": parts.claims}
    for kind, most in TRIED.items():
        if len(records[kind]) > most:
            warning = (
                f"It holds {len(records[kind]):,} records of {kind}; editions were tried with "
                f"up to {most:,}."
            )
            cure = "Split the edition, unless its readers can wait."
            parts.warn(_FILES[kind], "", warning, cure)
