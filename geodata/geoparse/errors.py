"""Why a text cannot be geoparsed."""

from geodata import AtlasError


class GeoparseError(AtlasError):
    """A text cannot be geoparsed; the message says why, and the cure."""


class MissingModelError(GeoparseError):
    """The language model is not installed, or is not the one that was measured."""


class OwnGazetteerError(GeoparseError):
    """A gazetteer of one's own cannot be read; the message names the row."""


class TooLongError(GeoparseError):
    """A text is longer than is read at once."""
