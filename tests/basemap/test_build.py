"""The geodata build's own steps, on shapes small enough to write out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import shapely
from shapely.geometry import Point, box

from geodata.basemap.errors import MissingPlaceError, PackageError
from geodata.basemap.packages import Package, fetch
from geodata.basemap.rivers import cut_at_jumps
from geodata.basemap.shapes import rounded, valid_polygons
from geodata.basemap.topology import shared_lines
from geodata.basemap.write import new_places

SMALL = Package(
    name="invented",
    version="1.0",
    registry="PyPI",
    file="invented.txt",
    sha256="2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",  # of "hello"
)


def test_a_package_with_the_pinned_bytes_is_used_from_the_cache(tmp_path: Path) -> None:
    (tmp_path / "invented.txt").write_bytes(b"hello")
    assert fetch(SMALL, tmp_path) == tmp_path / "invented.txt"


def test_a_package_with_other_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "invented.txt").write_bytes(b"hello, changed")
    with pytest.raises(PackageError, match=r"invented\.txt: SHA-256 is .*, expected 2cf24dba"):
        fetch(SMALL, tmp_path)


def test_a_download_that_is_cut_off_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_off(package: Package, folder: Path) -> None:
        (folder / package.file).write_bytes(b"hel")
        raise KeyboardInterrupt

    monkeypatch.setattr("geodata.basemap.packages._download", cut_off)
    with pytest.raises(KeyboardInterrupt):
        fetch(SMALL, tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_download_goes_into_the_cache_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def whole(package: Package, folder: Path) -> None:
        (folder / package.file).write_bytes(b"hello")

    monkeypatch.setattr("geodata.basemap.packages._download", whole)
    assert fetch(SMALL, tmp_path / "cache").read_bytes() == b"hello"
    assert [one.name for one in (tmp_path / "cache").iterdir()] == ["invented.txt"]


def test_places_that_were_changed_meanwhile_are_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    feature = {"type": "Feature", "properties": {"id": "tyre"}, "geometry": None}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    change = new_places(path, {"tyre": Point(35.2, 33.27)})
    path.write_text("an editor's own")
    with pytest.raises(OSError, match="It was changed meanwhile; run again"):
        change.write()
    assert path.read_text() == "an editor's own"


def test_two_neighbours_share_one_border() -> None:
    west, east = box(0, 0, 1, 1), box(1, 0, 2, 1)
    lines = shared_lines([west, east])
    assert {pair: line.wkt for pair, line in lines.items()} == {
        (0, 1): "MULTILINESTRING ((1 0, 1 1))"
    }


def test_a_river_is_cut_at_jumps_and_wrapped_at_the_antimeridian() -> None:
    course = [[10.0, 5.0], [10.1, 5.0], [12.0, 5.0], [12.1, 5.1], [190.0, 60.0], [190.2, 60.0]]
    stretches = [shapely.get_coordinates(line).round(6).tolist() for line in cut_at_jumps(course)]
    assert stretches == [
        [[10.0, 5.0], [10.1, 5.0]],
        [[12.0, 5.0], [12.1, 5.1]],
        [[-170.0, 60.0], [-169.8, 60.0]],
    ]


def test_rounding_that_folds_a_polygon_leaves_valid_polygons() -> None:
    thin = box(0, 0, 1, 0.004).union(box(0, 0, 0.5, 1))
    tidy = valid_polygons(rounded(thin, 2))
    assert tidy.is_valid
    assert tidy.area == 0.5


def test_new_geometry_leaves_a_places_properties_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    facts = {"id": "tyre", "title": "Tyre", "names": {"ar": "صور"}, "within_bounds": None}
    feature = {"type": "Feature", "properties": facts, "geometry": None}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    size = new_places(path, {"tyre": Point(35.2, 33.27)}).write()
    written = json.loads(path.read_text(encoding="utf-8"))["features"][0]
    assert written["properties"] == facts
    assert written["geometry"] == {"type": "Point", "coordinates": [35.2, 33.27]}
    assert size == path.stat().st_size


def test_geometry_for_a_place_that_is_not_in_the_file_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "places.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": []}))
    with pytest.raises(MissingPlaceError, match=r"places\.geojson lacks \['tyre'\]"):
        new_places(path, {"tyre": Point(35.2, 33.27)})
