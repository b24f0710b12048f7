"""The core of Article Atlas: editions of articles and their places. It knows nothing of the UI.

The front door, for a program of one's own::

    from geodata import edition_folder, load_edition

    edition = load_edition(edition_folder("taliban-is-k"))
    for claim in edition.claims_of_place("quetta"):
        print(edition.speaker(claim.said_by).name, claim.quotes[0].exact)

Whatever the core refuses, it refuses with an ``AtlasError``, which has the tree of them all. What
is behind the door is imported when it is first asked for, so that no page waits for what it does
not need. The rooms are described in ``docs/architecture.md``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geodata.model.edition import Edition as Edition
    from geodata.storage.load import edition_folder as edition_folder
    from geodata.storage.load import list_editions as list_editions
    from geodata.storage.load import load_edition as load_edition

_DOOR = {
    "Edition": "geodata.model.edition",
    "edition_folder": "geodata.storage.load",
    "list_editions": "geodata.storage.load",
    "load_edition": "geodata.storage.load",
}
__all__ = ["AtlasError", "Edition", "edition_folder", "list_editions", "load_edition"]


class AtlasError(Exception):
    """The root of all errors that the core raises on purpose; each names fault, value and cure.

    AtlasError
    ├── EditionFaults          an edition's files hold one or more faults (all of them are listed)
    ├── NoEditionsError        a command is for all editions, and there is none
    ├── UnknownIdError         an id that the edition does not have
    ├── UnknownFormatError     an export format that does not exist
    ├── AddressError           an address that is none of the web
    ├── OutputError            a file or folder that a command cannot write
    ├── LockedError            a folder that another process is writing into
    ├── JsonError              a text is not JSON that we take
    ├── LayoutError            a file of records that cannot be edited line by line
    ├── QuoteError             a quote does not lead to one position of the text
    │   ├── QuoteNotFoundError     it does not occur in the text
    │   └── QuoteAmbiguousError    it occurs more than once
    ├── TextFileError          a file that holds no text to read
    ├── NotOnePlaceError       a name that leads to no place, or to several
    ├── GazetteerError         the gazetteer cannot be used
    │   ├── MissingGazetteerError  its file is not there, or not the one of this version
    │   ├── UnknownEntryError      it has no place with this id
    │   └── NoOutlineError         it knows a place as a point, and its kind needs an outline
    ├── GeoparseError          a text cannot be geoparsed
    │   ├── MissingModelError      the language model is not there, or another one is
    │   ├── OwnGazetteerError      a gazetteer of one's own cannot be read
    │   └── TooLongError           the text is longer than is read at once
    ├── ArchiveError           a run over many texts cannot begin or go on
    │   ├── InputError             its input cannot be read, or changed meanwhile
    │   ├── LineError              a line of it does not say what it must
    │   ├── ResumeError            what was begun there was begun with something else
    │   ├── MissingPackagesError   a package is not installed that only archives need
    │   └── WorkersError           its workers cannot be had, or were lost
    └── BasemapError           the basemap cannot be derived
        ├── PackageError           a source package cannot be had as it is pinned
        ├── RecipeError            the recipe of a place's outline cannot be followed
        ├── MissingPlaceError      a recipe is for a place that the edition lacks
        └── OwnTableError          a row of the gazetteer's own tables is wrong

    A command prints the message and ends with status 1. Values (pydantic models) refuse bad input
    with pydantic's own ``ValidationError``, of which the loader makes faults of the edition.
    """


if not TYPE_CHECKING:  # else the checker would take any name for one of ours

    def __getattr__(name: str) -> Any:
        """Import what is asked for by name."""
        if name not in _DOOR:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_DOOR[name]), name)
