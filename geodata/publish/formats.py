"""The register of formats: all that an edition can be exported to, each with its name and file.

It stands here and not beside the exports, since the page (``html``) is made by a room above them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from geodata.export.annotations import export as web_annotations
from geodata.export.csv_table import export as csv
from geodata.export.geojson import export as geojson
from geodata.export.kml import export as kml
from geodata.export.linked_places import export as linked_places
from geodata.model.edition import Edition
from geodata.model.errors import UnknownFormatError


@dataclass(frozen=True)
class Format:
    """One format that an edition can be written in."""

    id: str
    """Its name on the command line."""
    title: str
    """What others call it."""
    button: str
    """What its button on the page Data says."""
    stem: str
    """Its file's name in a published folder, without the end."""
    suffix: str
    """The end of its files' names, such as ``.geojson``."""
    media_type: str
    write: Callable[[Edition], bytes]
    """Returns an edition in this format; the same bytes for the same edition."""

    @property
    def file(self) -> str:
        """Its file's name in a published folder."""
        return self.stem + self.suffix


def _page(edition: Edition) -> bytes:
    from geodata.publish.single_page import single_page  # folium is slow to import

    return single_page(edition).encode()


def _geopackage(edition: Edition) -> bytes:
    from geodata.export.gpkg import export as gpkg  # so is geopandas

    return gpkg(edition)


_ALL = (
    Format(
        "html",
        "HTML",
        "One web page that needs no server (HTML)",
        "index",
        ".html",
        "text/html; charset=utf-8",
        _page,
    ),
    Format(
        "geojson",
        "GeoJSON",
        "Claims and places for maps (GeoJSON)",
        "claims",
        ".geojson",
        "application/geo+json",
        geojson,
    ),
    Format(
        "annotations",
        "Web Annotations",
        "Mentions as W3C Web Annotations (JSON-LD)",
        "mentions",
        ".jsonld",
        "application/ld+json",
        web_annotations,
    ),
    Format(
        "linked-places",
        "Linked Places Format",
        "Places for gazetteers (Linked Places Format)",
        "places",
        ".jsonld",
        "application/ld+json",
        linked_places,
    ),
    Format(
        "csv",
        "CSV",
        "Claims for spreadsheets (CSV)",
        "claims",
        ".csv",
        "text/csv; charset=utf-8",
        csv,
    ),
    Format(
        "kml",
        "KML",
        "Claims for Google Earth (KML)",
        "claims",
        ".kml",
        "application/vnd.google-earth.kml+xml",
        kml,
    ),
    Format(
        "gpkg",
        "GeoPackage",
        "Everything for QGIS, styled (GeoPackage)",
        "edition",
        ".gpkg",
        "application/geopackage+sqlite3",
        _geopackage,
    ),
)
FORMATS: Final[Mapping[str, Format]] = {format.id: format for format in _ALL}
"""By id, in the order in which readers are offered them."""


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
    return FORMATS[format].write(edition)
