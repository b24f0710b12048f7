"""What QGIS, GDAL and Windows editors leave in an edition's files is read, or named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from geodata.storage.check import check_edition
from geodata.storage.load import load_edition

FIELDS_OF_NONE = (
    *("basis_source", "as_of", "geonames", "wikidata", "administered_by", "claimed_by"),
    *("dispute_note", "local", "names", "within_bounds", "tolerance_km", "label_lon", "label_lat"),
)


def altered(folder: Path, alter: Any) -> None:
    path = folder / "places.geojson"
    document = json.loads(path.read_text("utf-8"))
    for one in document["features"]:
        alter(one)
    path.write_text(json.dumps(document), "utf-8")


def test_null_is_the_empty_value_of_a_place(invented_folder: Path) -> None:
    def alter(one: dict[str, Any]) -> None:
        if one["properties"]["id"] == "paris":
            one["properties"] |= dict.fromkeys(FIELDS_OF_NONE)

    altered(invented_folder, alter)
    paris = load_edition(invented_folder).place("paris")
    assert (paris.as_of, paris.local, dict(paris.names), paris.tolerance_km) == ("", (), {}, 0.0)
    assert paris.label == (2.35, 48.86)


@pytest.mark.parametrize("key", ["title", "precision", "class", "basis", "source"])
def test_null_where_something_must_stand_is_still_a_fault(invented_folder: Path, key: str) -> None:
    altered(invented_folder, lambda one: one["properties"].update({key: None}))
    faults = check_edition(invented_folder).faults
    assert any(f"`{key}`" in one.fault and "None" not in one.fault for one in faults), faults


def test_what_programs_add_and_pack_is_understood(invented_folder: Path) -> None:
    before = load_edition(invented_folder)

    def alter(one: dict[str, Any]) -> None:
        one["id"] = 7
        one["properties"] |= {"fid": 7, "OGC_FID": 8}
        for key in ("names", "local"):
            one["properties"][key] = json.dumps(one["properties"][key])
        geometry = one["geometry"]
        if geometry["type"] == "Point":
            point = [*geometry["coordinates"], 0.0]
            one["geometry"] = {"type": "MultiPoint", "coordinates": [point]}

    altered(invented_folder, alter)
    assert load_edition(invented_folder).places == before.places


def test_a_height_or_a_second_point_is_still_a_fault(invented_folder: Path) -> None:
    altered(
        invented_folder,
        lambda one: one.update(geometry={"type": "Point", "coordinates": [4.8, 45.7, 12.0]}),
    )
    assert "The geometry has heights." in {
        one.fault for one in check_edition(invented_folder).faults
    }
    points = {"type": "MultiPoint", "coordinates": [[4.8, 45.7], [4.9, 45.7]]}
    altered(invented_folder, lambda one: one.update(geometry=points))
    assert any("'MultiPoint'" in one.fault for one in check_edition(invented_folder).faults)


def test_a_byte_order_mark_is_no_part_of_any_file(invented_folder: Path) -> None:
    before = load_edition(invented_folder)
    for path in invented_folder.iterdir():
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    after = load_edition(invented_folder)
    assert after == before
    assert shapely.equals(after.places[0].geometry, before.places[0].geometry)


def test_line_ends_that_were_rewritten_are_one_fault_with_its_cure(invented_folder: Path) -> None:
    for path in invented_folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (fault,) = check_edition(invented_folder).faults
    assert (fault.file, fault.cure[:34]) == ("article.txt", "Save it with line feeds (LF) alone")


BAD = ["\ufffe", "\uffff", "\ufdd0", "\U0001fffe", "\U0010ffff", "\u202e", "\u2066", "\x00", "\x1b"]


@pytest.mark.parametrize("sign", BAD, ids=[f"U+{ord(one):04X}" for one in BAD])
def test_a_sign_that_breaks_or_turns_a_text_is_a_fault_in_every_field(
    invented_folder: Path, sign: str
) -> None:
    text = (invented_folder / "claims.toml").read_text("utf-8")
    escaped = f"\\U{ord(sign):08X}"
    new = text.replace("She does not say", f"She does {escaped}not say")
    (invented_folder / "claims.toml").write_text(new, "utf-8")
    altered(
        invented_folder,
        lambda one: one["properties"].update(description=f"a{sign}b", names={"en": f"a{sign}b"}),
    )
    said = [str(one) for one in check_edition(invented_folder).faults]
    name = f"holds the invisible character U+{ord(sign):04X}. Cure: Remove that character."
    for start in ("claims.toml: claim bridge-closed: `limit", "places.geojson: place lyon: `descr"):
        assert any(one.startswith(start) and one.endswith(name) for one in said), said


@pytest.mark.parametrize("sign", BAD, ids=[f"U+{ord(one):04X}" for one in BAD])
def test_such_a_sign_is_a_fault_in_the_article(invented_folder: Path, sign: str) -> None:
    path = invented_folder / "article.txt"
    path.write_bytes(path.read_bytes().replace(b"Alps", f"A{sign}ps".encode()))
    (fault, *_) = (
        one
        for one in check_edition(invented_folder).faults
        if one.file == "article.txt" and f"U+{ord(sign):04X} at " in one.fault
    )
    assert fault.cure.startswith("Remove ")


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("In \u2067שלום\u2069 it is.", True),
        ("\u202bשלום\u202c, \u2068\u2066a\u2069\u2069", True),
        ("In \u2067שלום it is.\nHere too.", False),
        ("\u2067\u202a\u2069", False),
        ("joiner \u200c\u200d, mark \u200e\u200f", True),
    ],
)
def test_marks_of_direction_may_stand_where_they_end_in_their_paragraph(
    text: str, sound: bool
) -> None:
    from geodata.model.signs import harmful_signs

    assert (list(harmful_signs(text)) == []) is sound


def test_a_web_address_holds_no_invisible_sign(invented_folder: Path) -> None:
    path = invented_folder / "edition.toml"
    text = path.read_text("utf-8")
    assert text.count('url = ""') == 1
    path.write_text(text.replace('url = ""', 'url = "https://x.example/\\uFFFE"'), "utf-8")
    assert any("U+FFFE" in one.fault for one in check_edition(invented_folder).faults)
