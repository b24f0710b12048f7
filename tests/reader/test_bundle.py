"""The bundles of the browser code: fresh, whole where they must be, and small at first."""

import hashlib
import os
import re
from pathlib import Path

import pytest

from geodata.reader import bundle
from geodata.reader.bundle import (
    ATLAS,
    DIST,
    STATIC,
    address,
    never_changes,
    script,
    whole_code,
)
from tests.repository import ROOT

FIRST_VIEW_BYTES = 130_000
SCRIPTS = sorted(path.name for path in DIST.glob("*.js"))
LATER = re.compile(r'import\("\./(?P<file>[\w-]+\.js)\?(?P<version>[0-9a-f]{8})"\)')


def digest(root: Path, atlas: Path) -> str:
    """Return what .ci/bundle.mjs calls the digest of the sources, taken without node."""
    paths = [path for path in atlas.rglob("*.js") if atlas / "dist" not in path.parents]
    names = sorted(path.relative_to(root).as_posix() for path in paths)
    taken = hashlib.sha256()
    for name in sorted([*names, ".ci/bundle.mjs"]):
        text = (root / name).read_text("utf-8")  # with line feeds, whatever the checkout has
        taken.update(f"{name}\n{text}\n".encode())
    return taken.hexdigest()


def first_line(name: str) -> str:
    """Return the line that says what a file of dist/ is made of."""
    return (DIST / name).read_text("utf-8").split("\n", 1)[0]


def test_what_is_served_and_what_is_carried_whole_is_there() -> None:
    assert SCRIPTS == [
        "map.js",
        "pages.js",
        "picture.js",
        "reader.js",
        "sharing.js",
        "single-map.js",
        "single.js",
        "streets.js",
        "timechart.js",
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_committed_bundle_is_made_of_the_modules_as_they_stand(name: str) -> None:
    assert first_line(name) == (
        "// Derived from the modules in static/atlas/ by make bundle; do not edit. "
        f"Sources: {digest(ROOT, ATLAS)}"
    ), "run: make bundle"


def test_another_line_in_any_module_is_another_digest(tmp_path: Path) -> None:
    atlas = tmp_path / "static" / "atlas"
    for path in ("static/atlas/a.js", "static/atlas/room/b.js", ".ci/bundle.mjs"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"one\ntwo\n")
    before = digest(tmp_path, atlas)
    (atlas / "a.js").write_bytes(b"one\r\ntwo\r\n")
    assert digest(tmp_path, atlas) == before  # another checkout of the same
    (atlas / "dist").mkdir()
    (atlas / "dist" / "a.js").write_text("derived", "utf-8")
    assert digest(tmp_path, atlas) == before
    (atlas / "room" / "b.js").write_text("one\nthree\n", "utf-8")
    assert digest(tmp_path, atlas) != before


def test_the_first_view_loads_at_most_a_hundred_kilobytes() -> None:
    sizes = [(STATIC / script(name)).stat().st_size for name in ("reader", "map")]
    assert sum(sizes) <= FIRST_VIEW_BYTES


@pytest.mark.parametrize(
    ("name", "rare"),
    [
        ("reader", ["sharing.js", "timechart.js"]),
        ("pages", ["timechart.js"]),
        ("map", ["picture.js", "streets.js"]),
    ],
)
def test_what_is_rare_is_fetched_later_from_beside_the_code(name: str, rare: list[str]) -> None:
    found = list(LATER.finditer((STATIC / script(name)).read_text("utf-8")))  # type: ignore[arg-type]
    assert sorted(one["file"] for one in found) == rare
    for one in found:
        code = (DIST / one["file"]).read_bytes().replace(b"\r\n", b"\n")
        assert hashlib.sha256(code).hexdigest()[:8] == one["version"]
        assert never_changes(f"atlas/dist/{one['file']}", one["version"])


def test_an_address_ends_in_a_digest_of_what_is_there_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "STATIC", tmp_path)
    monkeypatch.setattr(bundle, "DIST", tmp_path / "atlas" / "dist")
    file = tmp_path / "atlas" / "dist" / "map.js"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"one\r\n")
    assert address("atlas/dist/map.js") == "atlas/dist/map.js?2c8b08da"
    assert never_changes("atlas/dist/map.js", "2c8b08da")
    file.write_bytes(b"two\n")
    os.utime(file, ns=(1, 1))
    assert address("atlas/dist/map.js") == "atlas/dist/map.js?27dd8ed4"
    assert not never_changes("atlas/dist/map.js", "2c8b08da")


def test_a_font_may_be_kept_too() -> None:
    font = "vendor/source-serif-4/source-serif-4-latin-400-normal.woff2"
    assert never_changes(font, address(font).partition("?")[2])
    assert not never_changes("vendor/leaflet/leaflet.js", address(font).partition("?")[2])


def test_the_map_asks_for_each_of_its_fonts_as_it_is_now() -> None:
    css = (ATLAS / "map" / "map.css").read_text("utf-8")
    fonts = re.findall(r'url\("\.\./\.\./([^"]+)"\)', css)
    assert len(fonts) == 6
    assert fonts == [address(font.partition("?")[0]) for font in fonts]


@pytest.mark.parametrize(
    ("file", "query"),
    [
        ("atlas/dist/map.js", ""),
        ("atlas/dist/map.js", "00000000"),
        ("atlas/dist/map.js", "0" * 5000),
        ("atlas/dist/none.js", "00000000"),
        ("atlas/dist", "00000000"),
        ("atlas/dist/../dist/map.js", address("atlas/dist/map.js").partition("?")[2]),
        ("atlas/\0.css", "00000000"),
        ("basemap/world.json", "00000000"),
    ],
)
def test_any_other_address_may_change(file: str, query: str) -> None:
    assert not never_changes(file, query)


@pytest.mark.parametrize("name", ["single", "single-map"])
def test_what_a_page_carries_whole_fetches_nothing(name: str) -> None:
    code = whole_code(name)  # type: ignore[arg-type]
    assert re.findall(r"\bimport\b\s*[(\"'{*]|sourceMappingURL", code) == []
    assert len(code) > 40_000
