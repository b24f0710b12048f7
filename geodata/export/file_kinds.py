"""What each export is as a file: its name's end, its media type, and what it is good for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FileKind:
    """One kind of file, in words for those who choose among them."""

    suffix: str
    media_type: str
    title: str
    use: str


FILE_KINDS = {
    "geojson": FileKind(
        ".geojson",
        "application/geo+json",
        "GeoJSON",
        "every claim with its places and outlines, for maps and programs; can be edited and "
        "brought back",
    ),
    "annotations": FileKind(
        ".jsonld",
        "application/ld+json",
        "Web Annotations",
        "every mention anchored in the text, for annotation tools; can be edited and brought back",
    ),
    "csv": FileKind(".csv", "text/csv; charset=utf-8", "CSV", "every claim as rows of a table"),
    "kml": FileKind(
        ".kml",
        "application/vnd.google-earth.kml+xml",
        "KML",
        "the claims by theme, for Google Earth",
    ),
    "gpkg": FileKind(
        ".gpkg",
        "application/geopackage+sqlite3",
        "GeoPackage",
        "claims, places and mentions as layers with styles, for QGIS",
    ),
    "linked-places": FileKind(
        ".jsonld", "application/ld+json", "Linked Places", "the places, for gazetteers"
    ),
}
"""By format. A file is best named after its edition, such as ``taliban-is-k.kml``."""
