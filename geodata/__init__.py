"""The core of Article Atlas: editions of articles and their places. It knows nothing of the UI.

The front door, for a program of one's own::

    from geodata import edition_folder, load_edition

    edition = load_edition(edition_folder("taliban-is-k"))
    for claim in edition.claims_of_place("quetta"):
        print(edition.speaker(claim.said_by).name, claim.quotes[0].exact)

What is behind it is imported when it is first asked for, so that no page waits for what it does
not need. The rooms are described in ``docs/architecture.md``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geodata.model.edition import Edition as Edition
    from geodata.model.errors import AtlasError as AtlasError
    from geodata.storage.load import edition_folder as edition_folder
    from geodata.storage.load import list_editions as list_editions
    from geodata.storage.load import load_edition as load_edition

_DOOR = {
    "AtlasError": "geodata.model.errors",
    "Edition": "geodata.model.edition",
    "edition_folder": "geodata.storage.load",
    "list_editions": "geodata.storage.load",
    "load_edition": "geodata.storage.load",
}
__all__ = ["AtlasError", "Edition", "edition_folder", "list_editions", "load_edition"]


if not TYPE_CHECKING:  # else the checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        """Import what is asked for by name."""
        if name not in _DOOR:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_DOOR[name]), name)
