"""GeoPackage: layers of claims, places and mentions that open styled in QGIS."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import geopandas as gpd
from pyogrio import write_dataframe
from pyogrio.errors import DataLayerError, DataSourceError, FeatureError

from geodata.export.common import themes_of
from geodata.export.geojson_layers import Shape
from geodata.export.gpkg_layers import Layer, layers_of
from geodata.export.members import joined
from geodata.export.qgis_rules import claims_rules, mentions_rules, places_rules
from geodata.export.qgis_styles import layer_style, table_style
from geodata.model.edition import Edition
from geodata.wording.places import credits
from geodata.writing.whole_folders import scratch

_TYPES: Final[dict[Shape, str]] = {
    "points": "Point",
    "lines": "MultiLineString",
    "areas": "MultiPolygon",
}
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

    Its layers are `layers_of` the edition, WGS 84 (EPSG:4326). Attribution and rights stand in each
    row and in the metadata.

    Raises
    ------
    OSError
        If there is no room for it in the folder for temporary files.
    """
    layers = layers_of(edition)
    with scratch() as folder:
        path = folder / "edition.gpkg"
        try:
            for layer in layers:
                _write(path, edition, layer)
            _finish(path, edition, layers)
        except (sqlite3.Error, DataSourceError, DataLayerError, FeatureError) as error:
            said = f"the GeoPackage cannot be made in {folder.parent}: {error}"
            raise OSError(errno.EIO, said) from error
        return path.read_bytes()


def _write(path: Path, edition: Edition, layer: Layer) -> None:
    options = {"DESCRIPTION": layer.description}
    about = {
        "layer": layer.name,
        "driver": "GPKG",
        "dataset_metadata": _metadata(edition),
        "dataset_options": {"VERSION": "1.2"},  # which every QGIS 3 knows in full
        "append": path.exists(),
    }
    if layer.shape is None:
        write_dataframe(gpd.GeoDataFrame(layer.rows), path, layer_options=options, **about)
        return
    frame = gpd.GeoDataFrame(layer.rows, geometry=gpd.GeoSeries(layer.geometries, crs="EPSG:4326"))
    write_dataframe(
        frame,
        path,
        geometry_type=_TYPES[layer.shape],
        promote_to_multi=layer.shape != "points",
        layer_options={**options, "SPATIAL_INDEX": "YES"},
        **about,
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


def _finish(path: Path, edition: Edition, layers: Sequence[Layer]) -> None:
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
        _add_styles(database, edition, layers, when)
        database.execute("UPDATE gpkg_contents SET last_change = ?", (when,))
        database.execute("UPDATE gpkg_metadata_reference SET timestamp = ?", (when,))
        database.execute("VACUUM")
    finally:
        database.close()


def _add_styles(
    database: sqlite3.Connection, edition: Edition, layers: Sequence[Layer], when: str
) -> None:
    database.executemany(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
        " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
        " update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, ?, '', ?)",
        [
            (
                *(layer.name, "geom" if layer.shape else "", layer.name),
                *(_style(edition, layer), "Article Atlas", when),
            )
            for layer in layers
        ],
    )


def _style(edition: Edition, layer: Layer) -> str:
    # QGIS counts the row's number among the columns, as the first.
    columns = ("fid", *(layer.rows[0] if layer.rows else ()))
    if layer.shape is None:
        return table_style(layer.kind, columns)
    rules = {
        "claims": lambda shape: claims_rules(themes_of(edition), shape),
        "places": places_rules,
        "mentions": mentions_rules,
    }
    return layer_style(layer.kind, rules[layer.kind](layer.shape), columns)
