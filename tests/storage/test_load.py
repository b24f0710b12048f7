"""An edition loads whole, or the loader says all that is wrong with it and how to mend it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults
from geodata.storage.load import edition_folder, list_editions, load_edition
from tests.invented import write_edition

FAULTS = Path(__file__).parent / "faults"
FILES = {
    "edition": "edition.toml",
    "themes": "themes.toml",
    "speakers": "speakers.toml",
    "mentions": "mentions.toml",
    "claims": "claims.toml",
    "route": "route.toml",
    "places": "places.geojson",
}


def faults_of(folder: Path) -> list[str]:
    """Load an edition that cannot be loaded, and return what is said."""
    with pytest.raises(EditionFaults) as refused:
        load_edition(folder)
    return [str(fault) for fault in refused.value.faults]


def break_file(folder: Path, file: str, old: str, new: str) -> None:
    """Replace the first occurrence of a stretch in one file."""
    content = (folder / file).read_bytes().decode()
    assert old in content
    (folder / file).write_bytes(content.replace(old, new, 1).encode())


def cases() -> list[object]:
    """Return every case of the tables in ``faults/``."""
    return [
        pytest.param(
            FILES[table.stem], case["old"], case["new"], case["faults"], id=f"{table.stem}-{number}"
        )
        for table in sorted(FAULTS.glob("*.toml"))
        for number, case in enumerate(tomllib.loads(table.read_text("utf-8"))["case"], 1)
    ]


def test_an_edition_in_order_loads(invented: Edition) -> None:
    assert invented.id == "from-lyon-to-paris"
    assert len(invented.places) == 5
    assert len(invented.mentions) == 10
    assert len(invented.claims) == 5


def test_a_claim_and_a_route_name_the_notes_that_bear_on_them_or_none(
    invented_folder: Path,
) -> None:
    assert load_edition(invented_folder).claim("inns-open").notes == ()
    assert load_edition(invented_folder).route("carters").notes == ()
    limitation, way = 'limitation = "The newspaper is not named."', 'note = "schematic, not a path"'
    break_file(invented_folder, "claims.toml", limitation, limitation + '\nnotes = ["carters"]')
    break_file(invented_folder, "route.toml", way, way + '\nnotes = ["carters"]')
    edition = load_edition(invented_folder)
    assert edition.claim("inns-open").notes == ("carters",)
    assert edition.route("carters").notes == ("carters",)
    assert edition.note("carters").text == "Written with two horses in the text."


@pytest.mark.parametrize(("file", "old", "new", "faults"), cases())
def test_every_fault_is_said_with_file_record_and_cure(
    invented_folder: Path, file: str, old: str, new: str, faults: list[str]
) -> None:
    break_file(invented_folder, file, old, new)
    assert faults_of(invented_folder) == faults


def test_every_file_of_an_edition_has_a_table_of_faults() -> None:
    assert {table.stem for table in FAULTS.glob("*.toml")} == set(FILES)


def test_a_place_leaves_out_no_more_points_than_a_reader_can_take_in(invented_folder: Path) -> None:
    point = '{"name": "Marseille", "lon": 5.37, "lat": 43.3}'
    points = ", ".join([point] * 101)
    break_file(invented_folder, "places.geojson", '"title"', f'"excludes": [{points}], "title"')
    assert faults_of(invented_folder) == [
        "places.geojson: place lyon: `excludes`: The list has 101 points; 100 are allowed. "
        "Cure: Keep those that a reader would look for."
    ]


def test_the_faults_of_all_files_are_said_at_once(invented_folder: Path) -> None:
    break_file(invented_folder, "themes.toml", '"circle"', '"star"')
    break_file(invented_folder, "claims.toml", '["may"]', '["might"]')
    break_file(invented_folder, "places.geojson", '"Q90"', '"90"')
    break_file(invented_folder, "edition.toml", "code_points = 341", "code_points = 1")
    assert [fault.split(":")[0] for fault in faults_of(invented_folder)] == [
        "claims.toml",
        "edition.toml",
        "places.geojson",
        "themes.toml",
    ]


@pytest.mark.parametrize("file", ["article.txt", *FILES.values()])
def test_a_missing_file_is_said_and_route_may_be_missing(invented_folder: Path, file: str) -> None:
    (invented_folder / file).unlink()
    if file == "route.toml":
        assert load_edition(invented_folder).routes == ()
    else:
        assert faults_of(invented_folder) == [
            f"{file}: The file is missing. Cure: Add {file} to the edition."
        ]


def test_a_text_that_was_changed_is_noticed(invented_folder: Path) -> None:
    break_file(invented_folder, "article.txt", "said Anna Brook", "said Anna Brooke")
    faults = faults_of(invented_folder)
    assert faults[0].startswith("claims.toml: claim bridge-closed: The quote '“The bridge may be")
    assert "edition.toml: `code_points` is 341, but article.txt holds 342." in faults[1]


def test_line_ends_are_not_changed_in_silence(invented_folder: Path) -> None:
    text = (invented_folder / "article.txt").read_bytes()
    (invented_folder / "article.txt").write_bytes(text.replace(b"\n", b"\r\n"))
    assert any("holds 349" in fault for fault in faults_of(invented_folder))
    assert faults_of(invented_folder) == [
        "article.txt: It holds 349 code points in place of 341, since its 8 line ends were "
        "changed to CR LF, as Windows writes them. Cure: Save it with line feeds (LF) alone, as it "
        "was: all positions are counted from there."
    ]


def test_line_ends_are_not_blamed_for_another_change(invented_folder: Path) -> None:
    text = (invented_folder / "article.txt").read_bytes().replace(b"\n", b"\r\n")
    (invented_folder / "article.txt").write_bytes(text + b"!")
    said = [fault for fault in faults_of(invented_folder) if "code_points" in fault]
    assert said == [
        "edition.toml: `code_points` is 341, but article.txt holds 350. Cure: If the text was "
        "changed by mistake, put it back; else correct `code_points`."
    ]


@pytest.mark.parametrize("text", ["", " \n\u00a0"])
def test_an_article_without_text_is_refused(invented_folder: Path, text: str) -> None:
    (invented_folder / "article.txt").write_text(text, encoding="utf-8")
    assert faults_of(invented_folder) == [
        "article.txt: It holds no text. Cure: Put the article's text into it."
    ]


def test_an_article_beyond_the_limit_is_refused(invented_folder: Path) -> None:
    (invented_folder / "article.txt").write_text("a" * 1_000_001, encoding="utf-8")
    assert faults_of(invented_folder) == [
        "article.txt: It holds 1,000,001 code points; 1,000,000 are allowed. "
        "Cure: Split the article into several editions."
    ]


def test_more_mentions_than_the_limit_are_refused(invented_folder: Path) -> None:
    one = '[[mention]]\nid = "m"\n'
    (invented_folder / "mentions.toml").write_text(one * 20_001, encoding="utf-8")
    assert faults_of(invented_folder) == [
        "mentions.toml: It holds 20,001 records of mention; 20,000 are allowed. "
        "Cure: Split the edition."
    ]


def test_an_edition_with_nothing_in_its_files_says_what_to_add(invented_folder: Path) -> None:
    for file in ("themes.toml", "speakers.toml", "mentions.toml", "claims.toml", "route.toml"):
        (invented_folder / file).write_text("", encoding="utf-8")
    assert [fault for fault in faults_of(invented_folder) if "It holds no" in fault] == [
        "claims.toml: It holds no claim. Cure: Add at least one claim.",
        "mentions.toml: It holds no mention. Cure: Add at least one mention.",
        "speakers.toml: It holds no speaker. Cure: Add at least one speaker.",
        "themes.toml: It holds no theme. Cure: Add at least one theme.",
    ]


def test_a_folder_that_does_not_exist_is_said(tmp_path: Path) -> None:
    assert faults_of(tmp_path / "nowhere") == [
        "nowhere: There is no such folder. Cure: Name an edition's folder."
    ]


def test_editions_are_the_folders_named_by_slugs(editions_root: Path) -> None:
    write_edition(editions_root, "another")
    (editions_root / "No slug").mkdir()
    (editions_root / ".hidden").mkdir()
    (editions_root / "a-file").write_text("", encoding="utf-8")
    assert list_editions() == ("another", "from-lyon-to-paris")
    assert load_edition(edition_folder("another")).id == "another"


def test_there_may_be_no_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_EDITIONS", str(tmp_path / "nowhere"))
    assert list_editions() == ()


@pytest.mark.usefixtures("editions_root")
@pytest.mark.parametrize(
    "id", ["", ".", "..", "../editions", "/etc", "from-lyon-to-paris/", "From", "x\x00y", "nothing"]
)
def test_no_id_leads_out_of_the_folder_of_editions(id: str) -> None:
    with pytest.raises(EditionFaults, match="There is no such edition"):
        edition_folder(id)


def test_loading_imports_neither_geopandas_nor_streamlit() -> None:
    code = (
        "import sys, geodata.storage.load, geodata.model.ledger, geodata.export.geojson\n"
        "heavy = {'geopandas', 'pandas', 'pyproj', 'streamlit', 'folium'} & set(sys.modules)\n"
        "sys.exit(', '.join(sorted(heavy)) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
