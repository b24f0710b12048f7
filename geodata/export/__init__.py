"""Editions in other formats: one module a format, each with ``export(edition) -> bytes``.

A format carries everything that the edition knows, with attribution and rights, and nothing of
the text that the edition does not publish. The same edition always gives the same bytes.
"""

# Without `from __future__ import annotations`: that name would stand before the module of the same
# name when someone writes `from geodata.export import annotations`.

from importlib import import_module
from typing import cast

from geodata.model.edition import Edition
from geodata.model.errors import UnknownFormatError

FORMATS: dict[str, str] = {
    "annotations": "geodata.export.annotations",
    "csv": "geodata.export.csv_table",
    "geojson": "geodata.export.geojson",
    "gpkg": "geodata.export.gpkg",
    "html": "geodata.publish.html",
    "kml": "geodata.export.kml",
    "linked-places": "geodata.export.linked_places",
}
"""The module of each format; it is imported when the format is first asked for."""


def export(edition: Edition, format: str) -> bytes:
    """Write an edition in one of the ``FORMATS``.

    Raises
    ------
    UnknownFormatError
        If there is no such format.
    """
    if format not in FORMATS:
        raise UnknownFormatError(
            f"There is no export format {format!r}. Choose one of: {', '.join(sorted(FORMATS))}."
        )
    return cast(bytes, import_module(FORMATS[format]).export(edition))
