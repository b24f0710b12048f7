"""How the tests read exports: GDAL for layers, and JSON-LD without a network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import pyogrio
from pyld import jsonld

from geodata.export.linked_places import LINKED_PLACES
from geodata.model.edition import Edition

SCHEMAS = Path(__file__).parent / "schemas"
CONTEXTS = {
    "http://www.w3.org/ns/anno.jsonld": SCHEMAS / "web-annotation" / "anno.jsonld",
    LINKED_PLACES: SCHEMAS / "linked-places" / "linkedplaces-context-v1.1.jsonld",
}


def schema(*steps: str) -> Any:
    """Return a vendored JSON schema or context."""
    return json.loads(SCHEMAS.joinpath(*steps).read_text("utf-8"))


def layers(path: Path) -> list[str]:
    """Return the names of the layers that GDAL sees, in its order."""
    return [str(name) for name, _ in pyogrio.list_layers(path)]


def read_layer(path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read one layer with GDAL; empty cells become ""."""
    frame = pyogrio.read_dataframe(path, layer=layer)
    columns = [name for name in frame.columns if name != "geometry" and frame[name].dtype != "f8"]
    frame[columns] = frame[columns].astype("object").where(frame[columns].notna(), "")
    return frame


def expand(document: Any) -> Any:
    """Expand a JSON-LD document with the vendored contexts; any other address is an error."""

    def load(url: str, options: object) -> dict[str, Any]:
        context = json.loads(CONTEXTS[url].read_text("utf-8"))
        return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": url} | {
            "document": context
        }

    return jsonld.expand(document, {"documentLoader": load})


def rebuilt(edition: Edition, **changes: object) -> Edition:
    """Return an edition with other parts, everything that is computed from them made anew."""
    parts = {key: getattr(edition, key) for key in Edition.model_fields}
    return Edition(**(parts | changes))
