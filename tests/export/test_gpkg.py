"""GeoPackage: read by GDAL by counts and values, with styles as QGIS keeps them."""

from __future__ import annotations

import sqlite3
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.export.gpkg import export
from geodata.model.edition import Edition
from tests.export.reading import layers, read_layer


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
    return bool(shapely.equals_exact(one.normalize(), other.normalize(), 0))


def test_it_has_the_layers_in_world_coordinates(package: Path) -> None:
    assert set(layers(package)) == {"places", "claims", "mentions", "layer_styles"}
    for layer in ("places", "claims", "mentions"):
        assert pyogrio.read_info(package, layer=layer)["crs"] == "EPSG:4326"


def test_gdal_reads_a_claim_with_each_of_its_places(package: Path, first: Edition) -> None:
    rows = read_layer(package, "claims").to_dict("records")
    wanted = [
        (claim, first.place(place) if place else None)
        for claim in first.claims_in_text_order
        for place in claim.places or ("",)
    ]
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
    rows = read_layer(package, "places").to_dict("records")
    assert [row["place"] for row in rows] == [place.id for place in first.places]
    for row, place in zip(rows, first.places, strict=True):
        assert (row["place_title"], row["precision_note"]) == (place.title, place.precision_note)
        assert (row["basis"], row["basis_source"]) == (place.basis, place.basis_source)
        assert (row["label_lon"], row["label_lat"]) == place.label
        assert row["attribution"] == f"{place.source} ({place.licence})"
        assert same(row["geometry"], place.geometry)


def test_gdal_reads_every_mention_mapped_or_not(package: Path, first: Edition) -> None:
    rows = read_layer(package, "mentions").to_dict("records")
    wanted = [(one, ref) for one in first.mentions for ref in one.places or (None,)]
    assert len(rows) == len(wanted)
    for row, (mention, ref) in zip(rows, wanted, strict=True):
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
    for row in read_layer(package, "mentions").to_dict("records"):
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
        ("claims", "claims", True),
        ("places", "places", True),
        ("mentions", "mentions", True),
    ]
    assert all(row["styleQML"].startswith("<!DOCTYPE qgis>\n<qgis ") for row in rows)


def test_excerpts_hold_only_the_mentions_in_cited_passages(
    excerpts: Edition, tmp_path: Path
) -> None:
    path = tmp_path / "excerpts.gpkg"
    path.write_bytes(export(excerpts))
    assert list(dict.fromkeys(read_layer(path, "mentions")["mention"])) == [
        *("lyon-left", "paris-for", "bridge", "lyon-miller", "alps", "french", "paris-return")
    ]


def test_its_metadata_names_rights_and_map_credits(package: Path, first: Edition) -> None:
    metadata = pyogrio.read_info(package, layer="claims")["dataset_metadata"]
    assert metadata["RIGHTS"] == first.article.rights
    assert metadata["NOTICE"] == first.article.written.notice
    assert "Natural Earth" in metadata["ATTRIBUTION"]
    assert "CC BY 4.0" in metadata["ATTRIBUTION"]


def test_each_layer_has_a_default_style_whose_rules_name_a_symbol(
    database: sqlite3.Connection, first: Edition
) -> None:
    styles = dict(
        database.execute(
            "SELECT f_table_name, styleQML FROM layer_styles"
            " WHERE useAsDefault = 1 AND f_geometry_column = 'geom'"
        ).fetchall()
    )
    assert set(styles) == {"claims", "places", "mentions"}
    for style in styles.values():
        root = ET.fromstring(style)
        rules = root.findall("renderer-v2/rules/rule")
        symbols = {one.get("name"): one.get("type") for one in root.iter("symbol")}
        assert [rule.get("symbol") for rule in rules] == list(symbols)
        for rule in rules:
            point = "= 'Point'" in (rule.get("filter") or "")
            assert symbols[rule.get("symbol")] == ("marker" if point else "fill")
        fills = [option.get("value") for option in root.iterfind(".//Option[@name='style']")]
        assert set(fills) == {"no"}, "areas are outlined, never filled"
    for theme in first.themes:
        assert styles["claims"].count(f"'{theme.id}'") == 4


def test_approximate_areas_have_broad_dashed_faint_edges(database: sqlite3.Connection) -> None:
    ((style,),) = database.execute(
        "SELECT styleQML FROM layer_styles WHERE f_table_name = 'places'"
    ).fetchall()
    root = ET.fromstring(style)
    (rule,) = (
        rule
        for rule in root.iter("rule")
        if (rule.get("filter") or "").endswith("AND \"precision\" = 'approximate'")
    )
    symbol = root.find(f".//symbol[@name='{rule.get('symbol')}']")
    assert symbol is not None
    options = {one.get("name"): one.get("value") for one in symbol.iter("Option")}
    assert (options["outline_style"], options["outline_width"]) == ("dash", "1.2")
    assert symbol.get("alpha") == "0.45"


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert database.execute("PRAGMA application_id").fetchall() == [(0x47504B47,)]
