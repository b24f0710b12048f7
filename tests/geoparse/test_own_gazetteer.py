"""A gazetteer of one's own: what it may hold, what is refused, and that it is asked first."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from geodata.geoparse.contracts import Setting
from geodata.geoparse.errors import OwnGazetteerError
from geodata.geoparse.lookup import Lookup
from geodata.geoparse.own_gazetteer import over, read_own_gazetteer
from geodata.geoparse.recognition.recogniser import NameRecogniser
from geodata.geoparse.resolution.resolver import GazetteerResolver
from tests.geoparse.made_up import made_up_senses

CSV = """\
name,kind,country,lon,lat,names
Camp Ash,camp,PK,66.5,30.5,Ash Camp|The Ash
Paris,city,ZZ,1,1,
"""
AREA = {"type": "Polygon", "coordinates": [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]]}
GEOJSON = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "geometry": AREA, "properties": {"name": "Paris", "kind": "region"}}
        ],
    }
)


def written(folder: Path, text: str) -> Path:
    path = folder / "own"
    path.write_text(text, "utf-8")
    return path


def test_csv_gives_places_by_all_their_names(tmp_path: Path) -> None:
    own = read_own_gazetteer(written(tmp_path, "\ufeff" + CSV))
    assert sorted(own) == ["ash", "ash camp", "camp ash", "paris"]
    (camp,) = own["ash camp"]
    assert (camp.name, camp.kind, camp.code, camp.country) == ("Camp Ash", "camp", "S.CMP", "PK")
    assert (camp.lon, camp.lat, camp.id) == (66.5, 30.5, "own:1")


def test_geojson_gives_a_point_in_an_area(tmp_path: Path) -> None:
    ((place,),) = read_own_gazetteer(written(tmp_path, GEOJSON)).values()
    assert (place.lon, place.lat, place.kind) == (1, 1, "region")


def test_ones_own_places_are_taken_before_all_others(tmp_path: Path) -> None:
    lookup = Lookup(over(read_own_gazetteer(written(tmp_path, CSV)), made_up_senses))
    text = "A fire near Camp Ash; later one in Paris."
    mentions = GazetteerResolver(lookup).resolve(
        text, NameRecogniser(None, lookup).recognise(text), Setting()
    )
    assert [(one.toponym.text, one.place and one.place.id) for one in mentions] == [
        ("Camp Ash", "own:1"),
        ("Paris", "own:2"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,lon\nA,1\n", "'lat' is missing"),
        ("name,lon,lat\n,1,1\n", "Place 1 has no name"),
        ("name,lon,lat\nA,x,1\n", "its lon is 'x'"),
        ("name,lon,lat\nA,nan,1\n", "its lon is 'nan'"),
        ("name,lon,lat\nA,1\n", "its lat is 'None'"),
        ("name,lon,lat\nA,1,95\n", "off the globe"),
        ("name,kind,lon,lat\nA,blob,1,1\n", "'blob' is no kind"),
        ("{}", "no FeatureCollection"),
        ("{", "JSON"),
        ('{"features": [{"properties": {"name": "A"}}]}', "Feature 1"),
        ('{"features": [{"geometry": {"type": "Point"}, "properties": {}}]}', "Feature 1"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(OwnGazetteerError, match=told):
        read_own_gazetteer(written(tmp_path, text))


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OwnGazetteerError, match="UTF-8"):
        read_own_gazetteer(path)
