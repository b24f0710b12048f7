"""What cannot be imported is said clearly, and nothing of the edition is written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from geodata.__main__ import main
from geodata.editing import writing
from geodata.editing.import_file import READERS, import_file
from geodata.editing.reading import LARGEST_BYTES
from geodata.model.errors import EditionFaults
from geodata.storage.load import load_edition
from tests.editing.roundtrip import (
    Document,
    annotation,
    contents,
    exported,
    feature,
    saved,
)


def refusals(folder: Path, source: Path, format: str | None = None) -> list[str]:
    """Import a file that is refused; return what is said, and make sure that nothing changed."""
    before = contents(folder)
    with pytest.raises(EditionFaults) as refused:
        import_file(folder, source, format)
    assert contents(folder) == before
    return [str(fault) for fault in refused.value.faults]


def write(folder: Path, data: bytes) -> Path:
    path = folder.parent / "edited.json"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "It is not JSON: Expecting value: line 1 column 1 (char 0). Cure: Mend the syntax"),
        (b"{", "It is not JSON: Expecting property name"),
        (b'{"type": "FeatureCollection"', "It is not JSON: Expecting ',' delimiter"),
        (b"\xff\xfe", "It is not UTF-8. Cure: Save the file as UTF-8."),
        (b"PK\x03\x04\x80", "It is not UTF-8."),
        (b"[NaN]", "It is not JSON: NaN is not a number."),
        (b'{"a": 1, "a": 2}', "It is not JSON: the key 'a' stands twice in one object."),
        (b"[" * 200_000, "It is nested too deeply. Cure: Write it flat."),
        (b"[" + b"9" * 5_000 + b"]", "It is not JSON: Exceeds the limit"),
        (b'["\\ud800"]', "It is not JSON: it holds half of a surrogate pair."),
        (b"null", "It is neither a GeoJSON FeatureCollection nor a collection of annotations."),
        (b"3", "It is neither a GeoJSON FeatureCollection nor"),
        (b'{"type": "Feature"}', "It is neither a GeoJSON FeatureCollection nor"),
        (b'{"type": ["FeatureCollection"]}', "It is neither a GeoJSON FeatureCollection nor"),
        (b"[]", "It holds no annotations."),
        (b'{"type": "AnnotationCollection", "first": "x"}', "It holds no annotations."),
        (b'{"type": "FeatureCollection"}', "It holds no features."),
        (b'{"type": "FeatureCollection", "features": {}}', "It holds no features."),
        (b'{"type": "FeatureCollection", "features": [3]}', "feature number 1: It has no propert"),
        (
            b'{"type": "FeatureCollection", "features": [{"properties": {}}]}',
            "feature number 1: It names neither a claim nor a place.",
        ),
        (
            b'{"type": "FeatureCollection", "features": [{"properties": {"claim": [1]}}]}',
            "feature number 1: It names neither a claim nor a place.",
        ),
    ],
)
def test_a_file_that_is_no_export_is_refused(
    invented_folder: Path, data: bytes, fault: str
) -> None:
    said = refusals(invented_folder, write(invented_folder, data))
    assert any(f"edited.json: {fault}" in one for one in said), said


def test_a_file_that_is_missing_or_a_folder_is_refused(invented_folder: Path) -> None:
    nowhere, folder = invented_folder.parent / "nowhere.json", invented_folder.parent
    assert refusals(invented_folder, nowhere) == [
        "nowhere.json: It cannot be read: No such file or directory. Cure: Name a file that exists "
        "and can be read."
    ]
    assert refusals(invented_folder, folder) == [
        f"{folder.name}: It cannot be read: Is a directory. Cure: Name a file that exists and can "
        "be read."
    ]


def test_a_file_beyond_the_limit_is_refused(invented_folder: Path) -> None:
    path = invented_folder.parent / "huge.json"
    with path.open("wb") as file:
        file.truncate(LARGEST_BYTES + 1)
    assert refusals(invented_folder, path) == [
        "huge.json: The file has more than 64,000,000 bytes. Cure: Make it smaller."
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no endless file here")
def test_a_file_that_never_ends_is_refused(invented_folder: Path) -> None:
    assert refusals(invented_folder, Path("/dev/zero")) == [
        "zero: The file has more than 64,000,000 bytes. Cure: Make it smaller."
    ]


@pytest.mark.parametrize("format", sorted(READERS))
def test_a_file_of_the_other_format_is_refused(invented_folder: Path, format: str) -> None:
    other = "geojson" if format == "annotations" else "annotations"
    path = saved(invented_folder, other, exported(invented_folder, other))
    assert len(refusals(invented_folder, path, format)) == 1
    values: list[Any] = [[], {}, None, "x", 3]
    for value in values:
        assert refusals(invented_folder, saved(invented_folder, other, value), format)


@pytest.mark.parametrize("format", sorted(READERS))
def test_an_export_of_another_edition_is_refused(invented_folder: Path, format: str) -> None:
    document = exported(invented_folder, format)
    document["edition"]["id"] = "taliban-is-k"
    path = saved(invented_folder, format, document)
    assert refusals(invented_folder, path) == [
        f"{path.name}: It is of the edition 'taliban-is-k', not of 'from-lyon-to-paris'. Cure: "
        "Name the edition that it was exported from."
    ]


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("said_by", "nobody", "It names the speaker 'nobody', which does not exist."),
        ("said_by", 3, "`said_by` is 3, which is not a text."),
        ("themes", ["war"], "It names the theme 'war', which does not exist."),
        ("themes", ["roads", None], "`themes` holds null in feature bridge-closed.old-bridge."),
        ("place_names", {"en": None}, "`names` holds null in feature bridge-closed.old-bridge."),
        ("mode", "guess", "`mode` is 'guess'"),
        ("limitation", "a\u202eb", "holds the invisible character U+202E"),
        ("hedge", ["might"], "The hedge 'might' does not stand in its quotes."),
        ("status", "verified", "no entry of the log of changes lists it"),
        ("quotes", [{"exact": "Not in it"}], "The quote 'Not in it' does not occur in the text."),
        ("quotes", [{"exact": ""}], "It holds an empty or broken quote."),
        ("quotes", ["text"], "It holds a quote without `exact`."),
        ("quotes", "text", "`quotes` is not a list."),
        ("about", {"edtf": "2019-99", "basis": "stated"}, "2019-99"),
        ("about", 2019, "`about` is 2019"),
        ("place_title", "", "`title` is empty."),
        ("place_names", ["x"], "`names` is ['x']"),
        ("precision", "vague", "`precision` is 'vague'"),
        ("within", "nowhere", "It names the place 'nowhere', which does not exist."),
        ("label_lat", 91, "`label_lat`"),
        ("label_lat", "45.7", "`label_lat`"),
        ("wikidata", "90", "`wikidata` is '90'"),
    ],
)
def test_a_value_that_no_edition_may_hold_is_refused(
    invented_folder: Path, key: str, value: Any, fault: str
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.old-bridge")["properties"][key] = value
    said = refusals(invented_folder, saved(invented_folder, "geojson", document))
    assert any(fault in one for one in said), said


@pytest.mark.parametrize(
    ("key", "value"),
    [("themes", []), ("limitation", None), ("limitation", "No source is given.")],
)
def test_a_value_that_a_draft_may_hold_is_taken_and_told(
    invented_folder: Path, key: str, value: Any
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.old-bridge")["properties"][key] = value
    outcome = import_file(invented_folder, saved(invented_folder, "geojson", document))
    assert outcome.lines == (f"claims.toml: claim bridge-closed: {key} changed",)


@pytest.mark.parametrize(
    ("geometry", "fault"),
    [
        ({"type": "Point", "coordinates": [45.76, 4.83]}, "but not if its coordinates are swapped"),
        ({"type": "Point", "coordinates": [4.83, 91]}, "beyond ±180 or ±90 degrees"),
        ({"type": "Point", "coordinates": [float("1e999"), 1]}, "edited.geojson: It is not JSON"),
        ({"type": "Point", "coordinates": []}, "place lyon: "),
        ({"type": "Point"}, "place lyon: "),
        ({"type": "LineString", "coordinates": [[0, 0], [1, 1]]}, "place lyon: "),
        ("POINT (4.83 45.76)", "place lyon: "),
        ([], "place lyon: "),
    ],
)
def test_a_geometry_that_no_edition_may_hold_is_refused(
    invented_folder: Path, geometry: Any, fault: str
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["geometry"] = geometry
    said = refusals(invented_folder, saved(invented_folder, "geojson", document))
    assert any(fault in one for one in said), said


def test_two_different_edits_of_one_field_are_refused(invented_folder: Path) -> None:
    document = exported(invented_folder, "geojson")
    for place in ("old-bridge", "lyon"):
        feature(document, f"bridge-closed.{place}")["properties"]["limitation"] = f"Of {place}."
    assert refusals(invented_folder, saved(invented_folder, "geojson", document)) == [
        "edited.geojson: claim bridge-closed: `limitation` is 'Of old-bridge.' in feature "
        "bridge-closed.old-bridge, but 'Of lyon.' in feature bridge-closed.lyon. Cure: Make them "
        "the same, or leave one as it was."
    ]


def test_a_quote_that_is_not_in_the_text_is_one_fault(invented_folder: Path) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "inns-open.alpine-inns")["properties"]["quotes"] = [{"exact": "Not in it"}]
    assert refusals(invented_folder, saved(invented_folder, "geojson", document)) == [
        "edited.geojson: feature inns-open.alpine-inns: The quote 'Not in it' does not occur in "
        "the text. Cure: Copy the quote from article.txt, letter by letter."
    ]


def test_an_overlapping_or_ambiguous_mention_is_refused(invented_folder: Path) -> None:
    document = exported(invented_folder, "annotations")
    selector = annotation(document, "lyon-left")["target"]["selector"]
    selector[0] |= {"prefix": "", "suffix": ""}
    selector[1] |= {"start": 0, "end": 4}
    said = refusals(invented_folder, saved(invented_folder, "annotations", document))
    assert "annotation lyon-left: The quote 'Lyon' occurs more than once" in said[0]

    document = exported(invented_folder, "annotations")
    annotation(document, "french")["target"]["selector"] = [
        {"type": "TextQuoteSelector", "exact": "the Alps"}
    ]
    said = refusals(invented_folder, saved(invented_folder, "annotations", document))
    assert any("overlaps" in one or "stands before" in one for one in said)


def test_an_edition_that_would_have_a_fault_is_not_written(invented_folder: Path) -> None:
    def drop(document: Document) -> None:
        kept = [one for one in document["features"] if one["properties"]["place"] != "france"]
        document["features"] = kept

    document = exported(invented_folder, "geojson")
    drop(document)
    path, before = saved(invented_folder, "geojson", document), contents(invented_folder)
    with pytest.raises(EditionFaults) as refused:
        import_file(invented_folder, path, remove=True)
    assert "place 'france', which does not exist" in str(refused.value)
    assert contents(invented_folder) == before


@pytest.mark.usefixtures("editions_root")
def test_the_command_writes_only_what_is_sound(
    invented_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    path, before = saved(invented_folder, "geojson", document), contents(invented_folder)
    command = ["import", "from-lyon-to-paris", "--from", str(path)]
    assert main([*command, "--dry-run"]) == 0
    assert capsys.readouterr().out == ("claims.toml: claim bridge-closed: limitation changed\n")
    assert contents(invented_folder) == before
    assert main(command) == 0
    assert capsys.readouterr().out == (
        "claims.toml: claim bridge-closed: limitation changed\n"
        "Written: claims.toml. Say in the log of edition.toml what was changed, by whom and why.\n"
    )
    assert load_edition(invented_folder).claim("bridge-closed").limitation == "Which bridge?"


@pytest.mark.usefixtures("editions_root")
def test_a_file_imported_twice_does_not_bring_the_old_words_back(
    invented_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The claim stands in two features; only one was edited, so the other still has old words."""
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    path = saved(invented_folder, "geojson", document)
    command = ["import", "from-lyon-to-paris", "--from", str(path)]
    assert main(command) == 0
    capsys.readouterr()
    assert main(command) == 1
    assert capsys.readouterr().err == (
        "edited.geojson: claim bridge-closed: `limitation` is 'She does not say which bridge.' in "
        "feature bridge-closed.old-bridge, but 'Which bridge?' in feature bridge-closed.lyon. "
        "Cure: Make them the same, or edit a new export.\n"
    )
    assert load_edition(invented_folder).claim("bridge-closed").limitation == "Which bridge?"


@pytest.mark.usefixtures("editions_root")
def test_a_file_may_be_edited_further_after_an_import(
    invented_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = exported(invented_folder, "geojson")
    command = ["import", "from-lyon-to-paris", "--from"]
    for words, warned in (("Which inns?", False), ("Which inns, and when?", True)):
        feature(document, "inns-open.alpine-inns")["properties"]["limitation"] = words
        assert main([*command, str(saved(invented_folder, "geojson", document))]) == 0
        assert load_edition(invented_folder).claim("inns-open").limitation == words
        said = capsys.readouterr().err
        assert said == (
            "warning: edited.geojson: The edition was changed after this file was exported. Cure: "
            "Look through what changes: it may be older than what the edition holds.\n"
            if warned
            else ""
        )
    assert main([*command, str(saved(invented_folder, "geojson", document))]) == 0
    assert capsys.readouterr().out == "Nothing changes.\n"


@pytest.mark.usefixtures("editions_root")
def test_the_command_can_write_a_copy_and_never_over_one(
    invented_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    path, before = saved(invented_folder, "geojson", document), contents(invented_folder)
    copies = tmp_path / "copies"
    command = ["import", "from-lyon-to-paris", "--from", str(path), "--output", str(copies)]
    assert main(command) == 0
    copy = copies / "from-lyon-to-paris"
    assert capsys.readouterr().out.endswith(f"Written: {copy}\n")
    assert load_edition(copy).claim("bridge-closed").limitation == "Which bridge?"
    assert contents(invented_folder) == before
    assert main(command) == 1
    assert capsys.readouterr().err == (
        f"{copy}: It is there already. Cure: Name another --output, or remove it.\n"
    )
    assert sorted(one.name for one in copies.iterdir()) == ["from-lyon-to-paris"]


@pytest.mark.usefixtures("editions_root")
def test_the_command_says_what_is_wrong_and_ends_with_one(
    invented_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    for arguments, fault in (
        (["import", "from-lyon-to-paris", "--from", str(path)], "x.json: It cannot be read:"),
        (["import", "nothing", "--from", str(path)], "'nothing': There is no such edition."),
    ):
        assert main(arguments) == 1
        assert capsys.readouterr().err.startswith(fault)
    (tmp_path / "file").write_text("", encoding="utf-8")
    path.write_text(json.dumps(exported(invented_folder, "geojson")), encoding="utf-8")
    output = ["--output", str(tmp_path / "file")]
    assert main(["import", "from-lyon-to-paris", "--from", str(path), *output]) == 1
    assert "It cannot be written: " in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
@pytest.mark.usefixtures("editions_root")
def test_an_edition_that_may_not_be_written_stays_as_it_is(
    invented_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = exported(invented_folder, "geojson")
    feature(document, "bridge-closed.lyon")["properties"]["limitation"] = "Which bridge?"
    path, before = saved(invented_folder, "geojson", document), contents(invented_folder)
    invented_folder.chmod(0o500)
    try:
        assert main(["import", "from-lyon-to-paris", "--from", str(path)]) == 1
    finally:
        invented_folder.chmod(0o700)
    assert "Nothing was changed. Cure: Correct its permissions." in capsys.readouterr().err
    assert contents(invented_folder) == before


def test_where_one_of_two_files_cannot_be_written_neither_is(
    invented_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, really = contents(invented_folder), os.replace

    def fail(source: Path, goal: Path) -> None:
        if Path(goal).name == "places.geojson" and not Path(source).name.endswith(".old"):
            raise OSError(28, "No space left on device")
        really(source, goal)

    monkeypatch.setattr(os, "replace", fail)
    files = {"claims.toml": b"new", "places.geojson": b"new"}
    with pytest.raises(EditionFaults, match=r"No space left on device\. Nothing was changed"):
        writing.replace(invented_folder, files, writing.seen(invented_folder))
    assert contents(invented_folder) == before
