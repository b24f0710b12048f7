"""What looks odd between records but may be meant: warnings, which do not fail a check."""

from __future__ import annotations

from geodata.checking import hedges, late_ends, sizes
from geodata.checking.edition_parts import Parts


def apply(parts: Parts) -> None:
    """Add every warning to ``parts``, of refused records as far as they could be read."""
    _merged_before_named(parts)
    hedges.apply(parts)
    late_ends.apply(parts)
    sizes.apply(parts)


def _merged_before_named(parts: Parts) -> None:
    """Warn of mentions that are merged with a place which nothing before them has named."""
    named: set[str] = set()
    for mention in parts.mentions:
        meant = set(mention.place_ids)
        if mention.outcome == "merged" and meant and not named & meant:
            fault = "It is merged, but none of its places is named before it."
            cure = "Make it mapped, unless it is meant."
            parts.warn("mentions.toml", f"mention {mention.id}", fault, cure)
        named |= meant
