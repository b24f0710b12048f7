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
    assert atlas.sideways_scroll() == 0


def test_a_second_reader_starts_with_nothing_chosen(visit: Visit) -> None:
    first = visit("/")
    first.click_place("pakistan")
    first.wait_selected("pakistan")
    assert visit("/").selected_place() is None


def test_the_place_of_a_link_is_framed_on_the_map(visit: Visit) -> None:
    atlas = visit("/?place=balochistan")
    atlas.map_frame.wait_for_function("() => window.map.getZoom() === 5")
    assert "at=" not in atlas.page.url  # the reader has not moved the map
