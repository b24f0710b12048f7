"""QGIS itself, where it is found, opens, shows, edits and saves what docs/formats.md promises."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from geodata.editing.import_file import import_file
from geodata.editing.writing import replace
from geodata.model.edition import Edition
from geodata.publish.formats import export
from geodata.storage.load import edition_folder
from tests.export.qgis.run import ask, find

pytestmark = pytest.mark.skipif(find() is None, reason="there is no QGIS here: make qgis")

NEAR = [58, 22, 78, 40]
LAYERS = [f"{kind}_{shape}" for kind in ("claims", "places") for shape in ("points", "areas")]
TEXT = "A limitation written in QGIS."
EDITS = {
    "points": [
        {"where": ["place", "quetta"], "to": [67.02, 30.2]},
        {"where": ["claim", "detainees-on-recruitment"], "set": {"limitation": TEXT}},
    ],
    "areas": [{"where": ["claim", "hersh-on-pakistan"], "set": {"limitation": TEXT}}],
}


@dataclass(frozen=True)
class Seen:
    """What QGIS told of the first edition's files, all in one run."""

    package: dict[str, dict[str, Any]]
    layers: dict[str, list[dict[str, Any]]]
    labels: list[str]
    mention_labels: list[str]
    saved: dict[str, Any]
    folder: Path


@pytest.fixture(scope="module")
def seen(first: Edition, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder = tmp_path_factory.mktemp("qgis")
    package = folder / "edition.gpkg"
    package.write_bytes(export(first, "gpkg"))
    picture = {"do": "picture", "file": str(package), "extent": NEAR}
    tasks: list[dict[str, Any]] = [
        {"do": "open", "file": str(package)},
        {**picture, "layers": LAYERS, "output": str(folder / "names.png")},
        {**picture, "layers": ["mentions_areas"], "output": str(folder / "mentions.png")},
    ]
    for shape, edits in EDITS.items():
        file = folder / f"{shape}.geojson"
        file.write_bytes(export(first, f"geojson-{shape}"))
        shutil.copy(file, folder / f"{shape}-in-place.geojson")
        tasks += [
            {"do": "open", "file": str(file)},
            {
                **{"do": "save_as", "file": str(file), "edits": edits},
                "output": str(folder / f"{shape}-saved-as.geojson"),
            },
            {"do": "save_as", "file": str(folder / f"{shape}-in-place.geojson"), "edits": edits},
        ]
    opened, labels, mention_labels, *rest = ask(tasks)
    return Seen(
        {layer["name"]: layer for layer in opened},
        {"points": rest[0], "areas": rest[3]},
        labels,
        mention_labels,
        {"points-as": rest[1], "points-in": rest[2], "areas-as": rest[4], "areas-in": rest[5]},
        folder,
    )


def test_dragging_the_geopackage_in_loses_no_row(seen: Seen, first: Edition) -> None:
    rows = {name: layer["rows"] for name, layer in seen.package.items()}
    assert {name: seen.package[name]["geometry"] for name in rows} == {
        "places_points": "Point",
        "places_areas": "MultiPolygon",
        "mentions_points": "Point",
        "mentions_areas": "MultiPolygon",
        "mentions_unmapped": "NoGeometry",
        "claims_points": "Point",
        "claims_areas": "MultiPolygon",
        "claims_unmapped": "NoGeometry",
    }
    for kind, wanted in (
        ("places", len(first.places)),
        ("claims", sum(max(1, len(claim.places)) for claim in first.claims)),
        ("mentions", sum(max(1, len(one.places)) for one in first.mentions)),
    ):
        assert sum(count for name, count in rows.items() if name.startswith(kind)) == wanted


def test_every_row_with_a_geometry_is_drawn_by_a_rule(seen: Seen) -> None:
    for layer in seen.package.values():
        if layer["geometry"] != "NoGeometry":
            assert layer["drawn"] == layer["rows"]


def test_the_claims_themes_are_groups_of_the_legend(seen: Seen, first: Edition) -> None:
    for name in ("claims_points", "claims_areas"):
        legend = seen.package[name]["legend"]
        assert [title for title, _ in legend] == [theme.title for theme in first.themes]
        assert {len(rules) for _, rules in legend} == {2}


def test_no_place_is_labelled_by_another_places_words(seen: Seen, first: Edition) -> None:
    assert set(seen.labels) <= {place.title for place in first.places}
    assert {"Afghanistan", "Pakistan", "Quetta"} <= set(seen.labels)
    assert seen.mention_labels == []
    assert not any(layer["labels"] for name, layer in seen.package.items() if "mentions" in name)


def test_features_columns_and_map_tips_have_words(seen: Seen) -> None:
    called = {name: layer["called"] for name, layer in seen.package.items()}
    assert called["places_points"] == "Quetta"
    assert called["claims_unmapped"] == "Not on the map – The author (Georgi Asatrian)"
    assert called["mentions_points"] == "Russia"
    claims = seen.package["claims_areas"]
    assert {"According to", "Limitation", "Place title", "GeoNames"} <= set(claims["aliases"])
    assert claims["tip"].startswith("<p>Afghanistan</p><p>According to the author, ")
    assert "<b>Limitation:</b>" in claims["tip"]


@pytest.mark.parametrize("shape", EDITS)
def test_a_file_to_edit_is_one_layer_with_every_row(seen: Seen, shape: str, first: Edition) -> None:
    (layer,) = seen.layers[shape]
    assert layer["geometry"] == {"points": "Point", "areas": "Polygon"}[shape]
    pairs = [(claim, place) for claim in first.claims for place in claim.places or ("",)]
    on_areas = [place for _, place in pairs if place and not first.place(place).is_point]
    assert layer["rows"] == (len(on_areas) if shape == "areas" else len(pairs) - len(on_areas))


@pytest.mark.parametrize("way", ["saved-as", "in-place"])
@pytest.mark.parametrize("shape", EDITS)
def test_what_qgis_saves_comes_back_with_its_edits_and_no_other(
    seen: Seen, shape: str, way: str
) -> None:
    assert seen.saved["points-as"] == seen.saved["areas-as"] == [0, ""]
    assert seen.saved["points-in"] is seen.saved["areas-in"] is True
    outcome = import_file(edition_folder("taliban-is-k"), seen.folder / f"{shape}-{way}.geojson")
    told = {line for line in outcome.lines if not line.endswith("(--remove takes it out)")}
    assert (
        told
        == {
            "points": {
                "places.geojson: place quetta: geometry, label_lon, label_lat changed",
                "claims.toml: claim detainees-on-recruitment: limitation changed",
            },
            "areas": {"claims.toml: claim hersh-on-pakistan: limitation changed"},
        }[shape]
    )


def test_edits_of_both_files_are_kept(seen: Seen, tmp_path: Path) -> None:
    folder = tmp_path / "taliban-is-k"
    shutil.copytree(edition_folder("taliban-is-k"), folder)
    files = [seen.folder / f"{shape}-in-place.geojson" for shape in EDITS]
    outcome = import_file(folder, files[0], further=files[1:])
    replace(folder, outcome.files, outcome.as_read)
    claims = (folder / "claims.toml").read_text("utf-8")
    assert claims.count(TEXT) == 2
    assert "67.02" in (folder / "places.geojson").read_text("utf-8")
