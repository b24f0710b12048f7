"""Why the gazetteer has no answer: it is missing, broken, or has no place of that id."""

from geodata import AtlasError


class GazetteerError(AtlasError):
    """The gazetteer cannot be used; the message says why, and the cure."""


class MissingGazetteerError(GazetteerError):
    """The gazetteer's file is not there, or is not the one that belongs to this version."""


class UnknownEntryError(GazetteerError, LookupError):
    """The gazetteer has no place with the id that was asked for."""


class NoOutlineError(GazetteerError):
    """A place is known as a point alone, which cannot stand for a place of its kind."""
