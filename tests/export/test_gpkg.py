"""GeoPackage: read by GDAL by counts and values, with styles as QGIS keeps them."""

from __future__ import annotations

import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pyogrio
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.export.gpkg import export
from geodata.model.edition import Edition
from geodata.model.places import Place
from tests.export.reading import layers, read_layer, rebuilt

APPROXIMATE = "\"precision\" = 'approximate'"
TYPES = {
    "places_points": "Point",
    "places_areas": "MultiPolygon",
    "mentions_points": "Point",
    "mentions_areas": "MultiPolygon",
    "mentions_unmapped": None,
    "claims_points": "Point",
    "claims_areas": "MultiPolygon",
    "claims_unmapped": None,
}
"""The layers of the first edition, each with its one type of geometry."""


@pytest.fixture(scope="module")
def package(first: Edition, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("gpkg") / "edition.gpkg"
    path.write_bytes(export(first))
    return path


@pytest.fixture
def database(package: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{package}?mode=ro", uri=True)) as connection:
        yield connection


def same(one: BaseGeometry | None, other: BaseGeometry | None) -> bool:
    if one is None or other is None:
        return one is other
    parts, others = (
        sorted(shapely.get_parts(one), key=str),
        sorted(shapely.get_parts(other), key=str),
    )
    return len(parts) == len(others) and all(
        shapely.equals_exact(part.normalize(), wanted.normalize(), 0)
        for part, wanted in zip(parts, others, strict=True)
    )


def rows_of(package: Path, kind: str) -> list[dict[str, Any]]:
    """Return the rows of all layers of a kind; those without geometry have ``None``."""
    found = []
    for layer, geometry in TYPES.items():
        if layer.startswith(kind):
            found += [
                {"geometry": None, **row} if geometry is None else row
                for row in read_layer(package, layer).to_dict("records")
            ]
    return found


def in_layers(pairs: list[tuple[Any, Place | None]]) -> list[tuple[Any, Place | None]]:
    """Return pairs of records and places in the order of the layers."""
    order = {"Point": 0, "Polygon": 1, "MultiPolygon": 1}
    return sorted(pairs, key=lambda pair: order[pair[1].geometry.geom_type] if pair[1] else 2)


def test_it_has_the_layers_in_world_coordinates(package: Path) -> None:
    assert set(layers(package)) == {*TYPES, "layer_styles"}
    for layer, geometry in TYPES.items():
        info = pyogrio.read_info(package, layer=layer)
        assert info["geometry_type"] == geometry
        assert info["crs"] == ("EPSG:4326" if geometry else None)


def test_gdal_reads_a_claim_with_each_of_its_places(package: Path, first: Edition) -> None:
    rows = rows_of(package, "claims")
    wanted = in_layers(
        [
            (claim, first.place(place) if place else None)
            for claim in first.claims_in_text_order
            for place in claim.places or ("",)
        ]
    )
    assert len(rows) == len(wanted)
    for row, (claim, place) in zip(rows, wanted, strict=True):
        speaker = first.speaker(claim.said_by)
        assert row["according_to"] == f"According to {speaker.according_to}"
        assert (row["claim"], row["said_by"]) == (claim.id, claim.said_by)
        assert row["hedge"] == " | ".join(claim.hedge)
        assert row["limitation"] == claim.limitation
        assert row["passage"] == " […] ".join(quote.exact for quote in claim.quotes)
        assert row["themes"] == " | ".join(claim.themes)
        assert row["about"] == (claim.about.edtf if claim.about else "")
        assert row["place"] == (place.id if place else "")
        assert row["rights"] == first.article.rights
        assert same(row["geometry"], place.geometry if place else None)


def test_gdal_reads_every_place(package: Path, first: Edition) -> None:
    rows = rows_of(package, "places")
    places = [place for place, _ in in_layers([(one, one) for one in first.places])]
    assert [row["place"] for row in rows] == [place.id for place in places]
    for row, place in zip(rows, places, strict=True):
        assert (row["place_title"], row["precision_note"]) == (place.title, place.precision_note)
        assert (row["basis"], row["basis_source"]) == (place.basis, place.basis_source)
        assert (row["label_lon"], row["label_lat"]) == place.label
        assert row["attribution"] == f"{place.source} ({place.licence})"
        assert same(row["geometry"], place.geometry)


def test_gdal_reads_every_mention_mapped_or_not(package: Path, first: Edition) -> None:
    rows = rows_of(package, "mentions")
    wanted = in_layers(
        [
            ((one, ref), first.place(ref.id) if ref else None)
            for one in first.mentions
            for ref in one.places or (None,)
        ]
    )
    assert len(rows) == len(wanted)
    for row, ((mention, ref), _) in zip(rows, wanted, strict=True):
        position = first.position(mention)
        assert (row["mention"], row["start"], row["end"]) == (
            *(mention.id, position.start, position.end),
        )
        assert (row["exact"], row["outcome"], row["reading"]) == (
            *(mention.quote.exact, mention.outcome, mention.reading),
        )
        assert (row["place"], row["certainty"]) == ((ref.id, ref.certainty) if ref else ("", ""))
        assert same(row["geometry"], first.place(ref.id).geometry if ref else None)


def test_a_mention_names_who_says_what_of_it_and_how_weak_that_is(
    package: Path, first: Edition
) -> None:
    for row in rows_of(package, "mentions"):
        claims = first.claims_of_mention(row["mention"])
        assert row["claims"] == " | ".join(claim.id for claim in claims)
        assert row["according_to"] == " | ".join(
            first.speaker(claim.said_by).according_to for claim in claims
        )
        assert row["limitations"] == " | ".join(claim.limitation for claim in claims)
        hedges = set(row["hedges"].split(" | ")) - {""}
        assert hedges == {hedge for claim in claims for hedge in claim.hedge}
        assert row["rights"] == first.article.rights
        place = first.place(row["place"]) if row["place"] else None
        assert row["attribution"] == (f"{place.source} ({place.licence})" if place else "")


def test_gdal_reads_a_style_for_each_layer(package: Path) -> None:
    rows = read_layer(package, "layer_styles").to_dict("records")
    assert [(row["f_table_name"], row["styleName"], row["useAsDefault"]) for row in rows] == [
        (layer, layer, True) for layer in TYPES
    ]
    assert all(row["styleQML"].startswith("<!DOCTYPE qgis>\n<qgis ") for row in rows)


def test_excerpts_hold_only_the_mentions_in_cited_passages(
    excerpts: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "excerpts.gpkg"
    path.write_bytes(export(excerpts))
    found = {
        mention
        for layer in layers(path)
        if layer.startswith("mentions")
        for mention in read_layer(path, layer)["mention"]
    }
    assert found == {
        *("lyon-left", "paris-for", "bridge", "lyon-miller", "alps", "french", "paris-return")
    }


def test_its_metadata_names_rights_and_map_credits(package: Path, first: Edition) -> None:
    metadata = pyogrio.read_info(package, layer="claims_areas")["dataset_metadata"]
    assert metadata["RIGHTS"] == first.article.rights
    assert metadata["NOTICE"] == first.article.written.notice
    assert "Natural Earth" in metadata["ATTRIBUTION"]
    assert "CC BY 4.0" in metadata["ATTRIBUTION"]


def styles(database: sqlite3.Connection) -> dict[str, ET.Element]:
    rows = database.execute(
        "SELECT f_table_name, styleQML FROM layer_styles WHERE useAsDefault = 1"
    )
    return {name: ET.fromstring(style) for name, style in rows.fetchall()}


def test_each_layer_has_a_default_style_of_its_own_kind_of_symbol(
    database: sqlite3.Connection,
) -> None:
    found = styles(database)
    assert set(found) == set(TYPES)
    for layer, root in found.items():
        drawn = [rule for rule in root.iter("rule") if rule.get("symbol")]
        symbols = {one.get("name"): one.get("type") for one in root.iter("symbol")}
        assert [rule.get("symbol") for rule in drawn] == list(symbols)
        wanted = {"Point": {"marker"}, "MultiPolygon": {"fill"}, None: set()}
        assert set(symbols.values()) == wanted[TYPES[layer]]
        fills = [option.get("value") for option in root.iterfind(".//Option[@name='style']")]
        assert set(fills) <= {"no"}, "areas are outlined, never filled"


def test_the_claims_rules_stand_in_a_group_for_each_theme(
    database: sqlite3.Connection, first: Edition
) -> None:
    for layer in ("claims_points", "claims_areas"):
        groups = styles(database)[layer].findall("renderer-v2/rules/rule")
        assert [group.get("label") for group in groups] == [theme.title for theme in first.themes]
        assert [group.get("filter") for group in groups] == [
            f"\"first_theme\" = '{theme.id}'" for theme in first.themes
        ]
        assert [group.get("symbol") for group in groups] == [None] * len(groups)
        assert [len(group) for group in groups] == [2] * len(groups)


def test_mentions_have_no_labels_and_places_have_their_names(database: sqlite3.Connection) -> None:
    for layer, root in styles(database).items():
        fields = [one.get("fieldName") for one in root.iter("text-style")]
        labelled = TYPES[layer] and not layer.startswith("mentions")
        assert fields == (["place_title"] if labelled else [])


def test_columns_have_names_in_words_and_nothing_in_a_tip_is_markup(
    database: sqlite3.Connection, package: Path
) -> None:
    for layer, root in styles(database).items():
        aliases = {one.get("field"): one.get("name") for one in root.iter("alias")}
        assert set(aliases) == {"fid", *pyogrio.read_info(package, layer=layer)["fields"]}
        assert aliases["rights"] == "Rights"
        tip = root.findtext("mapTip") or ""
        assert tip.count("'&lt;'") == tip.count("[%") > 0
    assert "According to" in aliases.values()


def test_approximate_areas_have_broad_dashed_faint_edges(database: sqlite3.Connection) -> None:
    root = styles(database)["places_areas"]
    (rule,) = (one for one in root.iter("rule") if one.get("filter") == APPROXIMATE)
    symbol = root.find(f".//symbol[@name='{rule.get('symbol')}']")
    assert symbol is not None
    options = {one.get("name"): one.get("value") for one in symbol.iter("Option")}
    assert (options["outline_style"], options["outline_width"]) == ("dash", "1.2")
    assert symbol.get("alpha") == "0.45"


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchall() == [(0x47504B47,)]


def test_an_edition_of_nothing_is_a_package_of_an_empty_layer(
    invented: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "empty.gpkg"
    nothing = dict.fromkeys(("places", "mentions", "claims", "notes", "routes"), ())
    path.write_bytes(export(rebuilt(invented, **nothing)))
    assert layers(path) == ["places_points", "layer_styles"]
