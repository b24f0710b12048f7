"""Publish an edition as a folder that any web server, or a USB stick, can hold."""

from pathlib import Path
from typing import Final

from geodata.edition import Edition
from geodata.export import FORMATS, export
from geodata.preview import preview_png

FILES: Final = {
    "html": "index.html",
    "geojson": "claims.geojson",
    "annotations": "mentions.jsonld",
    "linked-places": "places.jsonld",
    "csv": "claims.csv",
    "kml": "claims.kml",
    "gpkg": "edition.gpkg",
}
"""The file that each format is published as."""


def publish(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Write the edition's page, its data in every format, and its preview picture.

    Parameters
    ----------
    edition
        The edition; with ``publish = "excerpts"`` only cited passages are written.
    folder
        Where to write; made if it is not there. Files of the same names are replaced.

    Returns
    -------
    files
        What was written.

    Raises
    ------
    OSError
        If the folder cannot be written.
    """
    contents = {
        name: export(edition, format) for format, name in FILES.items() if format in FORMATS
    }
    contents["preview.png"] = preview_png(edition)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in contents)
