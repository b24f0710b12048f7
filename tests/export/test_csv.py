"""CSV as RFC 4180 has it, read by a strict reader and by GDAL, and safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from geodata.export.csv_table import RUNS, defused, export
from geodata.model.edition import Edition
from tests.export.reading import read_layer, rebuilt


def table(edition: Edition) -> list[dict[str, str]]:
    text = export(edition).decode("utf-8")
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    names, *rows = lines
    assert len(set(names)) == len(names)
    assert {len(row) for row in rows} == {len(names)}
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_a_row_stands_for_each_claim_place_and_passage(invented: Edition) -> None:
    assert [(row["claim"], row["place"], row["passage_number"]) for row in table(invented)] == [
        ("carters-left", "lyon", "1"),
        ("carters-left", "paris", "1"),
        ("bridge-closed", "old-bridge", "1"),
        ("bridge-closed", "lyon", "1"),
        ("inns-open", "alpine-inns", "1"),
        ("government-silent", "france", "1"),
        ("traders-return", "paris", "1"),
    ]


def test_the_first_edition_has_a_row_for_each_passage_too(first: Edition) -> None:
    wanted = [
        (claim.id, place, str(number))
        for claim in first.claims_in_text_order
        for place in claim.places or ("",)
        for number in range(1, len(claim.quotes) + 1)
    ]
    assert [(row["claim"], row["place"], row["passage_number"]) for row in table(first)] == wanted
    assert any(place == "" for _, place, _ in wanted)


def test_a_row_says_who_says_it_first_and_how_weak_it_is(invented: Edition) -> None:
    row = table(invented)[2]
    assert next(iter(row)) == "according_to"
    assert row["according_to"] == "According to Anna Brook, a miller"
    assert row["passage"] == "“The bridge may be closed,” said Anna Brook, a miller from Lyon."
    assert (row["passage_start"], row["passage_end"]) == ("125", "189")
    assert (row["hedge"], row["limitation"]) == ("may", "She does not say which bridge.")
    assert (row["notes"], row["editors_notes"]) == ("", "")
    assert row["kind"] == "direct quotation; source named; statement"
    assert row["chain"] == "quoted by the author"
    assert row["themes"] == "roads | trade"
    assert (row["about"], row["about_words"]) == ("2019?-05", "May 2019 (year inferred)")
    assert (row["precision"], row["basis"], row["certainty"]) == ("exact", "inferred", "likely")
    assert (row["basis_source"], row["mentions"]) == ("A map of 2018.", "bridge")
    assert (row["attribution"], row["rights"]) == (
        "drawn by hand (public domain)",
        "Invented for tests.",
    )


def test_a_row_carries_the_editors_notes_that_bear_on_its_claim(noted: Edition) -> None:
    (row,) = (row for row in table(noted) if row["claim"] == "inns-open")
    assert row["notes"] == "carters"
    assert row["editors_notes"] == (
        "Editors’ note, 1 February 2020: Written with two horses in the text."
    )


def test_each_certainty_with_which_a_place_is_meant_stands_once(invented: Edition) -> None:
    claim = invented.claim("bridge-closed").model_copy(update={"refers_to": ("lyon-left",)})
    others = (one for one in invented.claims if one.id != "bridge-closed")
    rows = {
        row["place"]: row
        for row in table(rebuilt(invented, claims=(claim, *others)))
        if row["claim"] == "bridge-closed"
    }
    assert rows["lyon"]["mentions"] == "lyon-left | bridge | lyon-miller"
    assert rows["lyon"]["certainty"] == "certain | likely"
    assert rows["old-bridge"]["certainty"] == "likely"


def test_a_point_has_longitude_and_latitude_and_an_area_its_limits(invented: Edition) -> None:
    rows = {row["place"]: row for row in table(invented)}
    lyon, alps = rows["lyon"], rows["alpine-inns"]
    assert (lyon["geometry_type"], lyon["lon"], lyon["lat"]) == (
        *("Point", "4.830000", "45.760000"),
    )
    assert (alps["geometry_type"], alps["lon"], alps["lat"]) == ("Polygon", "", "")
    assert [alps[side] for side in ("west", "south", "east", "north")] == [
        *("6.000000", "45.000000", "7.000000", "46.000000")
    ]


def test_no_coordinate_is_taken_for_thousands_where_a_comma_stands_before_decimals(
    first: Edition,
) -> None:
    degrees = ("lon", "lat", "west", "south", "east", "north", "label_lon", "label_lat")
    found = [row[key] for row in table(first) for key in degrees if row[key]]
    assert len(found) == 400
    assert all(re.fullmatch(r"-?\d{1,3}\.\d{6}", one) for one in found)


def test_lines_end_in_crlf_and_quotes_are_doubled(invented: Edition) -> None:
    claim = invented.claims[0].model_copy(update={"limitation": 'He said "no", twice;\nreally.'})
    written = export(rebuilt(invented, claims=(claim, *invented.claims[1:]))).decode()
    assert '"He said ""no"", twice;\nreally."' in written
    assert written.endswith("\r\n")
    outside = re.sub(r'"[^"]*"', "", written)
    assert outside.count("\n") == outside.count("\r\n") == 8
    assert not written.startswith("\ufeff")


@pytest.mark.parametrize("sign", RUNS)
def test_a_cell_that_a_spreadsheet_would_run_is_defused(sign: str) -> None:
    assert defused(f"{sign}1+1") == f"'{sign}1+1"


BLANKS = (
    *(" ", "  ", "\u00a0", "\u2007", "\u202f", "\u3000", "\u2003", "\u200b", "\u2060", "\ufeff"),
    *("\u00ad", "\u200e", "\u061c", "\u3164", " \u00a0\u200b ", "\u0085", "\u2028", "\x0b"),
)


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize("sign", ["=", "@", "＋", "-"])
def test_no_blank_before_a_formula_hides_it(sign: str, blank: str) -> None:
    assert defused(f"{blank}{sign}1+1") == f"'{blank}{sign}1+1"
    assert defused(f"{blank}1{sign}1") == f"{blank}1{sign}1"


@pytest.mark.parametrize(
    "cell",
    ['=HYPERLINK("https://example.org")', "+1", "-2+3|calc", "@SUM(A1)", "＝1", "\t=1", "\r=1"],
)
def test_formulas_in_an_edition_arrive_as_text(invented: Edition, cell: str) -> None:
    speaker = invented.speakers[0].model_copy(update={"name": cell, "according_to": cell})
    written = rebuilt(invented, speakers=(speaker, *invented.speakers[1:]))
    names = {row["speaker"] for row in table(written) if row["said_by"] == speaker.id}
    assert names == {f"'{cell}"}


def test_numbers_and_plain_words_are_left_alone() -> None:
    assert [defused(cell) for cell in (-4.5, 3, None, "a=b", "", "’s", "1-2")] == [
        *("-4.500000", "3", "", "a=b", "", "’s", "1-2")
    ]


def test_no_cell_of_the_first_edition_begins_a_formula(first: Edition) -> None:
    for row in table(first):
        for name, cell in row.items():
            number = name in ("label_lon", "label_lat", "lon", "lat", *_SIDES)
            assert number or not cell.startswith(RUNS)


_SIDES = ("west", "south", "east", "north")


def test_gdal_reads_the_same_rows_and_values(first: Edition, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(export(first))
    frame = read_layer(path)
    assert [
        {name: str(value) for name, value in row.items() if name != "geometry"}
        for row in frame.to_dict("records")
    ] == table(first)
