"""The app opens: for every kind of reader, with nothing asked of another host and no error."""

import pytest

from tests.browser.conftest import Device, Scheme, Visit


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_map_is_drawn_and_connected(visit: Visit, device: Device, scheme: Scheme) -> None:
    atlas = visit("/", device=device, scheme=scheme)
    assert "balochistan" in atlas.drawn_places()
    assert atlas.selected_place() is None
    assert atlas.current_mention() is None


def test_each_place_is_drawn_by_one_path(visit: Visit) -> None:
    drawn = visit("/").drawn_places()
    assert sorted(drawn) == sorted(set(drawn))


def test_a_click_where_a_place_can_be_hit_selects_it(visit: Visit) -> None:
    atlas = visit("/")
    atlas.click_place("pakistan")
    atlas.wait_selected("pakistan")
    assert atlas.selected_place() == "pakistan"


def test_a_second_reader_starts_with_nothing_chosen(visit: Visit) -> None:
    first = visit("/")
    first.click_place("pakistan")
    first.wait_selected("pakistan")
    assert visit("/").selected_place() is None


@pytest.mark.parametrize("device", ["desktop", "phone"])
def test_the_page_does_not_scroll_sideways(visit: Visit, device: Device) -> None:
    assert visit("/", device=device).sideways_scroll() == 0
