"""Why the basemap could not be derived: packages, recipes, places; each message says the cure."""

from geodata import AtlasError


class BasemapError(AtlasError):
    """The basemap, or the outline of a place, cannot be derived."""


class PackageError(BasemapError):
    """A source package could not be fetched, or its bytes are not the pinned ones."""


class RecipeError(BasemapError):
    """A recipe cannot be read or followed; the message says which, what is wrong, and the cure."""


class MissingPlaceError(BasemapError):
    """An edition's places.geojson lacks a place that the build derives."""
