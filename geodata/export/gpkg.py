"""GeoPackage: layers of claims, places and mentions that open styled in QGIS."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from geodata.export.common import NO_THEME, themes_of
from geodata.export.members import Row, joined
from geodata.export.qgis_styles import claims_style, mentions_style, places_style
from geodata.export.rows import (
    certainty,
    claim_places,
    claim_row,
    edition_row,
    mention_row,
    place_row,
)
from geodata.model.edition import Edition
from geodata.model.geometry import Geometry
from geodata.model.places import Place
from geodata.wording.claims import passage
from geodata.wording.editions import LAYERS
from geodata.wording.places import credits
from geodata.writing.whole_folders import scratch

_Layer = tuple[str, list[Row], list[Geometry | None]]

_STYLES_TABLE = """
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256),
  styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)
"""


def export(edition: Edition) -> bytes:
    """Return the edition as a GeoPackage (an SQLite database).

    Layers, WGS 84 (EPSG:4326): ``claims``, a row for each claim and place, those without a place
    without geometry; ``places``; ``mentions``, a row for each mention and place meant, those that
    are not mapped without geometry. Attribution and rights stand in each row and in the metadata.

    Raises
    ------
    OSError
        If there is no room for it in the folder for temporary files.
    """
    with scratch() as folder:
        path = folder / "edition.gpkg"
        try:
            for layer in (_places(edition), _mentions(edition), _claims(edition)):
                _write(path, edition, layer)
            _finish(path, edition)
        except (sqlite3.Error, DataSourceError, DataLayerError, FeatureError) as error:
            said = f"the GeoPackage cannot be made in {folder.parent}: {error}"
            raise OSError(errno.EIO, said) from error
        return path.read_bytes()


def _claims(edition: Edition) -> _Layer:
    rows: list[Row] = []
    shapes: list[Geometry | None] = []
    for claim, place in claim_places(edition):
        words = {
            "passage": passage(claim),
            "certainty": certainty(edition, claim, place),
            "first_theme": claim.themes[0] if claim.themes else NO_THEME.id,
        }
        rows.append(claim_row(edition, claim) | words | place_row(place) | edition_row(edition))
        shapes.append(place.geometry if place else None)
    return "claims", rows, shapes


def _places(edition: Edition) -> _Layer:
    rows = [
        place_row(place)
        | {
            "themes": joined(theme.id for theme in edition.themes_of_place(place.id)),
            "claims": joined(claim.id for claim in edition.claims_of_place(place.id)),
        }
        | edition_row(edition)
        for place in edition.places
    ]
    return "places", rows, [one.geometry for one in edition.places]


def _mentions(edition: Edition) -> _Layer:
    rows: list[Row] = []
    shapes: list[Geometry | None] = []
    for mention in edition.mentions:
        for ref in mention.places or (None,):
            if row := mention_row(edition, mention, ref):
                place: Place | None = edition.place(ref.id) if ref else None
                rows.append(row | edition_row(edition))
                shapes.append(place.geometry if place else None)
    return "mentions", rows, shapes


def _write(path: Path, edition: Edition, layer: _Layer) -> None:
    name, rows, shapes = layer
    geometry = gpd.GeoSeries(shapes, crs="EPSG:4326")
    frame = gpd.GeoDataFrame(rows, geometry=geometry)
    frame.to_file(
        path,
        layer=name,
        driver="GPKG",
        engine="pyogrio",
        geometry_type="Unknown",  # towns are points, rivers lines, provinces areas, in one layer
        promote_to_multi=False,
        dataset_metadata=_metadata(edition),
        dataset_options={"VERSION": "1.2"},  # which every QGIS 3 knows in full
        layer_options={"DESCRIPTION": LAYERS[name], "SPATIAL_INDEX": "YES"},
    )


def _metadata(edition: Edition) -> dict[str, str]:
    article = edition.article
    return {
        "TITLE": article.title,
        "EDITION": edition.id,
        "AUTHORS": joined(article.authors),
        "NOTICE": article.written.notice,
        "RIGHTS": article.rights,
        "ATTRIBUTION": joined(credits(edition)),
        "PUBLISH": article.publish,
    }


def _finish(path: Path, edition: Edition) -> None:
    """Add the styles, and take the time of writing out, so that the bytes are always the same."""
    day = max((change.date for change in edition.changes), default="2000-01-01")
    when = f"{day}T00:00:00.000Z"
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.execute(_STYLES_TABLE)
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier, description)"
            " VALUES ('layer_styles', 'attributes', 'layer_styles', 'Styles for QGIS')"
        )
        _add_styles(database, edition, when)
        database.execute("UPDATE gpkg_contents SET last_change = ?", (when,))
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (when,))
        database.execute("VACUUM")
    finally:
        database.close()


def _add_styles(database: sqlite3.Connection, edition: Edition, when: str) -> None:
    lines = any(place.is_line for place in edition.places)
    styles: Sequence[tuple[str, str]] = (
        ("claims", claims_style(themes_of(edition), lines=lines)),
        ("places", places_style(lines=lines)),
        ("mentions", mentions_style(lines=lines)),
    )
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, 'geom', ?, ?, '', 1, ?, '', ?)",
        [(name, name, style, "Article Atlas", when) for name, style in styles],
    )
