"""What page and map get of kinds and lines: order, looks, frames, signs, the key."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely import Polygon, box

from geodata.model.edition import Edition
from geodata.publish.preview import preview_png
from geodata.reader.layers import key_signs
from geodata.reader.map_data import map_config
from geodata.reader.page_data import reader_view
from geodata.reader.symbols import SIGNS, corners, look
from geodata.storage.load import load_edition
from geodata.wording.places import precision_words
from tests.invented import STREET, write_bare_edition, write_lined_edition


@pytest.fixture
def lined(tmp_path: Path) -> Edition:
    """Return the invented edition with a river, a street and a border crossing."""
    return load_edition(write_lined_edition(tmp_path))


def test_lines_lie_on_areas_and_under_points(lined: Edition) -> None:
    assert [place["id"] for place in map_config(lined)["places"]] == [
        *("france", "old-bridge", "alpine-inns", "lyon", "paris"),
    ]


def test_each_place_has_its_look_and_the_new_kinds_their_frame(lined: Edition) -> None:
    found = {
        place["id"]: (place["precision"], place.get("frameKm"))
        for place in map_config(lined)["places"]
    }
    assert found == {
        "france": ("administrative", None),
        "alpine-inns": ("band", 20),
        "old-bridge": ("line", 1),
        "lyon": ("exact", None),
        "paris": ("exact", 20),
    }


def test_an_area_that_is_exactly_known_is_drawn_as_an_outline(first: Edition) -> None:
    square = box(12.37, 51.34, 12.373, 51.3418)
    new = {"class_": "square", "precision": "exact", "geometry": square}
    place = first.place("quetta").model_copy(update=new)
    assert look(place) == "administrative"
    assert precision_words(place) == "Outline: square"


def test_a_street_keeps_five_decimals(lined: Edition) -> None:
    features = {one["id"]: one for one in map_config(lined)["features"]["features"]}
    assert features["old-bridge"]["geometry"] == STREET
    assert features["paris"]["properties"]["sign"] == "border"
    assert [id for id, one in features.items() if "sign" in one["properties"]] == ["paris"]


def test_the_card_gets_the_look_and_the_sign(lined: Edition) -> None:
    found = {one["id"]: (one["precision"], one.get("sign")) for one in reader_view(lined)["places"]}
    assert found["paris"] == ("exact", SIGNS["border"])
    assert found["alpine-inns"] == ("band", None)
    assert key_signs(lined) == [(SIGNS["border"], "Borders and crossings")]


def test_an_edition_of_towns_and_areas_gets_nothing_more(first: Edition, tmp_path: Path) -> None:
    for edition in (first, load_edition(write_bare_edition(tmp_path))):
        config = map_config(edition)
        assert "signs" not in config
        assert key_signs(edition) == []
    framed = [place["id"] for place in map_config(first)["places"] if "frameKm" in place]
    assert framed == [], "no two marks of the first edition lie close together"


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_a_sign_is_one_or_more_sound_outlines_in_its_mark(sign: str) -> None:
    outlines = corners(sign)  # type: ignore[arg-type]
    for outline in outlines:
        assert Polygon(outline).is_valid
        assert all(x * x + y * y < 1 for x, y in outline), "it stays inside the round mark"
    assert len(outlines) == SIGNS[sign].count("M")  # type: ignore[index]


def test_the_preview_draws_lines_signs_and_bands_each_in_its_way(lined: Edition) -> None:
    def changed(id: str, **update: str) -> Edition:
        return lined.model_copy(
            update={
                "places": tuple(
                    one.model_copy(update=update) if one.id == id else one for one in lined.places
                )
            }
        )

    before = preview_png(lined)
    assert preview_png(changed("paris", class_="city")) != before
    assert preview_png(changed("alpine-inns", precision="administrative")) != before
    assert preview_png(changed("alpine-inns", description="another")) == before
