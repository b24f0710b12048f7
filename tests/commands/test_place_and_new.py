"""A place of the gazetteer is found and put into an edition; an edition is begun from a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.storage.load import load_edition
from tests.invented import write_edition

pytestmark = pytest.mark.usefixtures("editions_root", "cache")

TEXT = "A flood in Tete\n\nThe Zambezi rose near Tete.\nIt is high.\n\n\nKariba was opened.\n"
WRITTEN = '\n[written]\nedtf = "2026"\nbasis = "stated"\nfrom = "Its head."\nnotice = "Of 2026."\n'
MENTION = """\
[[mention]]
id = "tete"
kind = "name"
places = [{ id = "tete", certainty = "certain" }]
outcome = "mapped"
reading = "The city."
reason = ""
status = "unverified"
quote = { exact = "Tete", prefix = "near ", suffix = "." }
"""


@pytest.fixture
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unpack the gazetteer into a folder of the tests, once."""
    folder = tmp_path_factory.getbasetemp() / "gazetteer"
    monkeypatch.setenv("ARTICLE_ATLAS_CACHE", str(folder))


def begin(root: Path, text: str = TEXT) -> int:
    """Begin an edition of a text."""
    source = root.parent / "text.txt"
    source.write_text(text, "utf-8")
    return main(["new", "flood-tete", "--text", str(source)])


def place(root: Path, id: str) -> dict[str, object]:
    """Return a feature's properties, with its geometry's type."""
    text = (root / "flood-tete" / "places.geojson").read_text("utf-8")
    features = {one["properties"]["id"]: one for one in json.loads(text)["features"]}
    found = features[id]
    return {**found["properties"], "type": found["geometry"]["type"]}


def test_a_place_is_found_with_all_that_tells_it_from_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["place", "Tete"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(
        all(part in line for part in ("Tete", "town or city", "MZ", "geonames:1026014"))
        for line in lines
    )


def test_a_disputed_place_says_so_in_the_table_and_in_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["place", "Simferopol", "--kind", "city"]) == 0
    assert "Administered by Russia; claimed by Ukraine" in capsys.readouterr().out
    assert main(["place", "Simferopol", "--kind", "city", "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert first["dispute"]["administered_by"] == "Russia"
    assert first["country"] == "UA"


def test_a_name_that_no_place_has_ends_with_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["place", "Xyzzyville"]) == 1
    assert capsys.readouterr().out == "No place has this name.\n"


def test_a_missing_gazetteer_is_an_error_and_no_empty_answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    from geodata.gazetteer import unpacking

    monkeypatch.setattr(
        unpacking.unpacked, "__defaults__", (tmp_path / "a", tmp_path / "b", tmp_path)
    )
    assert main(["place", "Tete"]) == 1
    assert "Cure" in capsys.readouterr().err


def test_a_begun_edition_lacks_only_what_an_editor_alone_knows(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert begin(editions_root) == 0
    capsys.readouterr()
    assert main(["check", "flood-tete"]) == 1
    *found, sum_up = capsys.readouterr().out.splitlines()
    faults = [line for line in found if ": warning: " not in line]
    assert faults == [
        "flood-tete: edition.toml: The key `written` is missing. Cure: Add `written`.",
        "flood-tete: mentions.toml: It holds no mention. Cure: Add at least one mention.",
        "flood-tete: places.geojson: It holds no place. Cure: Add at least one place.",
    ]
    warnings = [line for line in found if line not in faults]
    assert sorted(line.split("“")[1].split("”")[0] for line in warnings) == ["Tete", "Zambezi"]
    assert sum_up == "flood-tete: 3 faults, 2 warnings"


def test_what_was_missing_makes_a_begun_edition_whole(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(editions_root)
    assert main(["place", "Mozambique", "--id", "geonames:1036973", "--add", "flood-tete"]) == 0
    assert main(["place", "Tete", "--kind", "city", "--country", "MZ", "--add", "flood-tete"]) == 0
    folder = editions_root / "flood-tete"
    facts = folder / "edition.toml"
    facts.write_text(facts.read_text("utf-8").replace("\n[[block]]", WRITTEN + "\n[[block]]", 1))
    (folder / "mentions.toml").write_text(MENTION, "utf-8")
    capsys.readouterr()
    assert main(["check", "flood-tete"]) == 0
    edition = load_edition(folder)
    assert edition.article.title == "A flood in Tete"
    assert [one.kind for one in edition.article.blocks] == ["title", "paragraph", "paragraph"]
    tete = place(editions_root, "tete")
    assert (tete["within"], tete["geonames"], tete["type"]) == ("mozambique", "1026014", "Point")
    assert "GeoNames" in str(tete["licence"])
    country = place(editions_root, "mozambique")
    assert (country["precision"], country["local"]) == ("administrative", ["pt"])


def test_of_several_places_one_must_be_named(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(editions_root)
    before = (editions_root / "flood-tete" / "places.geojson").read_bytes()
    assert main(["place", "Paris", "--add", "flood-tete"]) == 1
    out, err = capsys.readouterr()
    assert "geonames:2988507" in out
    assert "--id" in err
    assert (editions_root / "flood-tete" / "places.geojson").read_bytes() == before


def test_a_place_is_added_once(editions_root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begin(editions_root)
    add = ["place", "Paris", "--id", "geonames:2988507", "--add", "flood-tete"]
    assert (main(add), main(add)) == (0, 1)
    assert "It is there already, as 'paris'." in capsys.readouterr().err


def test_a_disputed_place_and_one_across_180_degrees_are_added_with_what_is_said_of_them(
    editions_root: Path,
) -> None:
    begin(editions_root)
    for name, id in (("Kosovo", "geonames:831053"), ("Bering Sea", "atlas:bering-sea")):
        assert main(["place", name, "--id", id, "--add", "flood-tete"]) == 0
    assert place(editions_root, "kosovo")["claimed_by"] == "Serbia"
    sea = place(editions_root, "bering-sea")
    assert (sea["type"], sea["precision"]) == ("MultiPolygon", "approximate")


def test_a_river_is_added_as_a_line_and_a_lake_by_its_outline(editions_root: Path) -> None:
    begin(editions_root)
    for name in ("Zambezi", "Lake Kariba"):
        id = {"Zambezi": "atlas:river-zambezi"}.get(name, "naturalearth:1159125055")
        assert main(["place", name, "--id", id, "--add", "flood-tete"]) == 0
    river, lake = place(editions_root, "zambezi"), place(editions_root, "lake-kariba")
    assert (river["class"], str(river["type"]).removeprefix("Multi")) == ("river", "LineString")
    assert (lake["class"], str(lake["type"]).removeprefix("Multi")) == ("reservoir", "Polygon")


def test_a_place_whose_kind_needs_an_outline_that_is_not_known_is_refused(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begin(editions_root)
    assert main(["place", "Cubango", "--id", "geonames:13645449", "--add", "flood-tete"]) == 1
    assert "no outline of it. Cure: Draw it in a map program" in capsys.readouterr().err


def test_an_edition_whose_places_need_claims_refuses_one_without(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_edition(editions_root, "another")
    assert main(["place", "Quetta", "--id", "geonames:1167528", "--add", "another"]) == 1
    assert "No claim is about it." in capsys.readouterr().err


@pytest.mark.parametrize("id", ["Flood", "../x", "from-lyon-to-paris"])
def test_an_edition_is_begun_under_a_free_id_alone(
    id: str, editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = editions_root.parent / "text.txt"
    source.write_text(TEXT, "utf-8")
    assert main(["new", id, "--text", str(source)]) == 1
    assert "Cure" in capsys.readouterr().err


def test_a_text_that_cannot_be_read_begins_no_edition(
    editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = editions_root.parent / "text.txt"
    source.write_bytes(b"caf\xe9")
    assert main(["new", "one", "--text", str(source)]) == 1
    source.write_bytes(b" \n")
    assert main(["new", "one", "--text", str(source)]) == 1
    assert not (editions_root / "one").exists()
    assert capsys.readouterr().err.count("Cure") == 2
