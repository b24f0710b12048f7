"""Publishing: which files are written, that they hold what exports hold, and whose they replace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from geodata.__main__ import main
from geodata.model.edition import Edition
from geodata.publish.formats import FORMATS, PARTS, export
from geodata.publish.preview import preview_png
from geodata.publish.site import folder_address, publish
from tests.export.everything import everything_in
from tests.export.test_every_format import uncited

NAMES = {
    *("index.html", "claims.geojson", "mentions.jsonld", "places.jsonld", "claims.csv"),
    *("claims.kml", "edition.gpkg", "preview.png", "claims-points.geojson"),
    *("claims-areas.geojson", "mentions.json", "article.txt"),
}
FORMAT_OF = {one.file: one.id for one in (*FORMATS.values(), *PARTS.values())} | {
    "preview.png": "png"
}


def test_a_site_is_the_page_the_data_in_every_format_and_a_picture(
    invented: Edition, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "site"
    written = publish(invented, folder)
    assert {path.name for path in written} == NAMES
    assert set(written) == set(folder.iterdir())
    for format in FORMATS:
        if format != "html":
            assert (folder / FORMATS[format].file).read_bytes() == export(invented, format)
    assert (folder / "preview.png").read_bytes() == preview_png(invented)


def test_the_page_names_the_files_beside_it_with_their_sizes(
    invented: Edition, tmp_path: Path
) -> None:
    publish(invented, tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    links = dict(
        re.findall(r'<a href="\./([^"]+)" download="[^"]+">[^<]+</a>: [^,]+, ([^<]+)', page)
    )
    assert set(links) == NAMES - {"index.html", "preview.png"}
    thousands = -(-(tmp_path / "claims.geojson").stat().st_size // 1000)
    assert links["claims.geojson"] == f"{thousands} KB"


def test_the_page_that_stands_alone_leads_to_no_files(invented: Edition) -> None:
    page = export(invented, "html").decode()
    assert 'data-page="about"' in page
    assert 'data-page="data"' not in page
    assert "atlas-beside" not in page


def test_the_page_names_the_picture_that_is_written(invented: Edition, tmp_path: Path) -> None:
    publish(invented, tmp_path)
    page = (tmp_path / "index.html").read_text("utf-8")
    pictures = re.findall(r'<meta property="og:image" content="([^"]+)">', page)
    assert pictures == ["preview.png"]
    assert (tmp_path / pictures[0]).read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_nothing_that_is_published_of_excerpts_holds_more_than_cited_passages(
    first_excerpts: Edition, tmp_path: Path
) -> None:
    withheld = uncited(first_excerpts)
    for path in publish(first_excerpts, tmp_path):
        written = everything_in(FORMAT_OF[path.name], path.read_bytes())
        assert [one for one in sorted(withheld) if one in written] == [], path.name
    assert not (tmp_path / "article.txt").exists()


def test_files_of_the_same_names_are_replaced_and_others_stay(
    invented: Edition, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("old", encoding="utf-8")
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    publish(invented, site)
    assert (site / "CNAME").read_text("utf-8") == "example.org"
    assert (site / "index.html").stat().st_size > 1_000_000
    assert {path.name for path in site.iterdir()} == NAMES | {"CNAME"}


def test_publishing_twice_gives_the_same_bytes(invented: Edition, tmp_path: Path) -> None:
    one, other = publish(invented, tmp_path / "one"), publish(invented, tmp_path / "other")
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


def test_an_edition_that_cannot_be_written_out_leaves_no_folder_behind(
    invented: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(edition: Edition) -> bytes:
        raise OSError("no picture")

    monkeypatch.setattr("geodata.publish.site.preview_png", fail)
    with pytest.raises(OSError, match="no picture"):
        publish(invented, tmp_path / "site")
    assert not (tmp_path / "site").exists()


@pytest.mark.usefixtures("editions_root")
def test_the_command_says_what_it_has_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "site"
    assert main(["publish", "from-lyon-to-paris", "--output", str(folder)]) == 0
    out, err = capsys.readouterr()
    assert {line.rpartition(": ")[0] for line in out.splitlines()} == {
        str(folder / name) for name in NAMES
    }
    assert all(re.search(r": [\d,]+ bytes$", line) for line in out.splitlines())
    assert err == ""


def test_the_command_tells_of_signs_that_the_picture_cannot_write(
    tmp_path: Path, editions_root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = editions_root / "from-lyon-to-paris" / "edition.toml"
    text = file.read_text("utf-8")
    assert text.count('authors = ["Jo Field"]') == 1
    file.write_text(text.replace("Jo Field", "Jo 李"), "utf-8")
    assert main(["publish", "from-lyon-to-paris", "--output", str(tmp_path / "site")]) == 0
    said = "preview.png: It lacks words, for no font here has the signs 李. Cure: Name a font file"
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("editions_root")
def test_a_folder_that_cannot_be_made_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    for folder in (tmp_path / "site", tmp_path / "site" / "inner"):
        assert main(["publish", "from-lyon-to-paris", "--output", str(folder)]) == 1
        said = capsys.readouterr().err
        fault = rf"{re.escape(str(folder))}: It cannot be written: [\w ]+\."
        assert re.fullmatch(rf"{fault} Cure: Name another --output, or mend this one\.\n", said)
    assert (tmp_path / "site").read_text("utf-8") == "a file"


@pytest.mark.usefixtures("editions_root")
def test_a_file_that_a_folder_stands_in_the_way_of_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").mkdir()
    assert main(["publish", "from-lyon-to-paris", "--output", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}: It cannot be written: Is a directory. "
        "Cure: Name another --output, or mend this one.\n"
    )


@pytest.mark.usefixtures("editions_root")
def test_an_unknown_edition_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["publish", "nothing", "--output", str(tmp_path / "site")]) == 1
    assert "There is no such edition." in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_with_an_address_other_sites_are_told_all_of_the_page(
    invented: Edition, tmp_path: Path
) -> None:
    publish(invented, tmp_path, "https://example.org/maps/index.html?a=1&b")
    page = (tmp_path / "index.html").read_text("utf-8")
    tags = dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page))
    said = tags["description"]
    assert said.startswith("By Jo Field. 10 mentions of places: 5 on the map, ")
    assert said.endswith(" The map shows claims, not facts.")
    picture = "https://example.org/maps/preview.png"
    alt = "Title and author beside a map of the article’s places"
    assert {key: value for key, value in tags.items() if ":" in key} == {
        "og:site_name": "Article Atlas",
        "og:type": "article",
        "og:title": "From Lyon to Paris: the article on its map",
        "og:description": said,
        "og:url": "https://example.org/maps/",
        "og:image": picture,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": alt,
        "twitter:card": "summary_large_image",
        "twitter:title": "From Lyon to Paris: the article on its map",
        "twitter:description": said,
        "twitter:image": picture,
    }


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/maps", "https://example.org/maps/"),
        ("http://example.org:8000/maps//", "http://example.org:8000/maps/"),
        ("https://example.org/index.html", "https://example.org/"),
        (" https://example.org/a/INDEX.HTM#top ", "https://example.org/a/"),
        ("https://example.org/a?place=x", "https://example.org/a/"),
    ],
)
def test_an_address_may_be_the_folders_or_its_pages(given: str, folder: str) -> None:
    assert folder_address(given) == folder


@pytest.mark.parametrize(
    "address", ["example.org", "javascript:alert(1)", "https:///x", "https://"]
)
def test_an_address_that_is_none_is_refused_and_nothing_is_written(
    invented: Edition, tmp_path: Path, address: str
) -> None:
    with pytest.raises(ValueError, match="does not begin with https"):
        publish(invented, tmp_path / "site", address)
    assert not (tmp_path / "site").exists()
