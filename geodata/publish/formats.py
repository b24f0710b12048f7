"""The register of formats: all that an edition can be exported to, each with its name and file.

It stands here and not beside the exports, since the page (``html``) is made by a room above them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from geodata.export.annotations import export as web_annotations
from geodata.export.annotations import export_list as annotations_list
from geodata.export.article_text import export as article_text
from geodata.export.article_text import is_whole
from geodata.export.csv_table import export as csv
from geodata.export.geojson import export as geojson
from geodata.export.geojson_layers import Shape
from geodata.export.geojson_layers import export as geojson_layer
from geodata.export.geojson_layers import has as has_layer
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
    has: Callable[[Edition], bool] = lambda edition: True
    """Whether there is anything to write of an edition."""

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


_SHAPES: Final[Mapping[Shape, str]] = {
    "points": "Points",
    "lines": "Lines",
    "areas": "Areas",
}
_PARTS = (
    *(
        Format(
            f"geojson-{shape}",
            "GeoJSON",
            f"{title} to edit in QGIS (GeoJSON)",
            f"claims-{shape}",
            ".geojson",
            "application/geo+json",
            partial(geojson_layer, shape=shape),
            partial(has_layer, shape=shape),
        )
        for shape, title in _SHAPES.items()
    ),
    Format(
        "annotations-list",
        "Web Annotations",
        "Mentions for annotation clients (a JSON list)",
        "mentions",
        ".json",
        "application/json",
        annotations_list,
    ),
    Format(
        "text",
        "text",
        "The article’s text, in which mentions count their positions",
        "article",
        ".txt",
        "text/plain; charset=utf-8",
        article_text,
        is_whole,
    ),
)
PARTS: Final[Mapping[str, Format]] = {format.id: format for format in _PARTS}
"""What programs take only in parts or without a frame: each holds less than the format it is of."""


def formats_of(edition: Edition) -> tuple[Format, ...]:
    """Return all that an edition can be had as, in the order in which readers are offered it."""
    return tuple(format for format in (*_ALL, *_PARTS) if format.has(edition))


def export(edition: Edition, format: str) -> bytes:
    """Write an edition in one of the ``FORMATS`` or ``PARTS``.

    Raises
    ------
    UnknownFormatError
        If there is no such format, or nothing of the edition in it.
    """
    known = {**FORMATS, **PARTS}
    if format not in known:
        raise UnknownFormatError(
            f"There is no export format {format!r}. Choose one of: {', '.join(sorted(known))}."
        )
    if not known[format].has(edition):
        raise UnknownFormatError(
            f"{edition.id} has nothing to write as {format}. "
            f"Choose one of: {', '.join(one.id for one in formats_of(edition))}."
        )
    return known[format].write(edition)
