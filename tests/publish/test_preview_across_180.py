"""The preview picture of an edition on both sides of 180°, and of one place beside it."""

from __future__ import annotations

import pytest
from PIL import Image

from geodata.model.edition import Edition
from geodata.publish.preview import draw_map
from geodata.storage.load import load_edition
from tests.pacific import write_pacific
from tests.publish.test_preview import ACCENT, LAND, PANEL_PX

INK = (35, 40, 45)


@pytest.fixture(scope="module")
def pacific(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return load_edition(write_pacific(tmp_path_factory.mktemp("pacific")))


def drawn(edition: Edition, place: str = "") -> Image.Image:
    """Return the map without names, which would stand beside what is looked for."""
    chosen = edition.place(place) if place else None
    return draw_map(edition, chosen, names=False).resize((1200, 630), Image.Resampling.LANCZOS)


def like(picture: Image.Image, at: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    """Say whether a pixel has a colour, but for what making the picture smaller does to it."""
    found = picture.getpixel(at)
    assert isinstance(found, tuple)
    return all(abs(one - other) <= 14 for one, other in zip(found, colour, strict=True))


def columns(picture: Image.Image, colour: tuple[int, int, int]) -> list[int]:
    """Return the columns right of the words in which a colour stands."""
    right = range(PANEL_PX + 2, 1200)
    return [x for x in right if any(like(picture, (x, y), colour) for y in range(630))]


def test_places_of_both_sides_stand_near_each_other_with_land_on_either_hand(
    pacific: Edition,
) -> None:
    picture = drawn(pacific)
    ink = columns(picture, INK)
    assert max(ink) - min(ink) < 250, "not one at either edge"
    assert min(ink) > PANEL_PX + 150
    land = columns(picture, LAND)
    assert min(land) < PANEL_PX + 40, "Asia"
    assert max(land) > 1150, "America"


@pytest.mark.parametrize("place", ["fiji", "lakeba", "suva", "chukotka"])
def test_a_place_beside_180_is_in_the_middle_of_its_picture(pacific: Edition, place: str) -> None:
    accent = columns(drawn(pacific, place), ACCENT)
    assert (min(accent) + max(accent)) / 2 == pytest.approx((PANEL_PX + 1200) / 2, abs=12)


def test_fiji_is_drawn_as_one_box_without_a_line_at_180(pacific: Edition) -> None:
    picture = drawn(pacific, "fiji")
    rows = [y for y in range(630) if like(picture, (860, y), ACCENT)]
    middle = (min(rows) + max(rows)) // 2
    across = [x for x in range(530, 1200) if like(picture, (x, middle), ACCENT)]
    assert max(across) - min(across) > 100
    assert [x for x in across if min(across) + 8 < x < max(across) - 8] == []
