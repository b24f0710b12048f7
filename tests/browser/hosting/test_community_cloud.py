"""The app as Community Cloud frames it: under an inner path, with the address bar of its host."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.hosting.conftest import Hosted
from tests.browser.hosting.framed import FramedAtlas

Around = Callable[[str], FramedAtlas]


def test_the_address_bar_follows_the_reader_without_going_through_the_server(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.cloud}/")
    atlas.mark_frame()
    entries = atlas.outer.evaluate("() => history.length")
    atlas.only("themes", "bases")
    atlas.click_place("pakistan")
    atlas.outer.wait_for_url(f"{hosted.cloud}/?themes=bases&place=pakistan&mention=pakistan-bases")
    assert atlas.outer.evaluate("() => history.length") == entries + 1
    assert atlas.outer.evaluate("() => history.state") == {"kept": "by the host"}
    assert atlas.frame_is_marked()


def test_back_undoes_the_selection_and_the_address_bar_follows(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.cloud}/")
    atlas.click_place("pakistan")
    atlas.outer.wait_for_url(f"{hosted.cloud}/?place=pakistan&mention=pakistan-bases")
    atlas.mention("quetta-training").click()
    atlas.outer.wait_for_url(f"{hosted.cloud}/?place=quetta&mention=quetta-training")
    atlas.mark_frame()
    atlas.outer.go_back()
    atlas.wait_selected("pakistan")
    atlas.outer.wait_for_url(f"{hosted.cloud}/?place=pakistan&mention=pakistan-bases")
    atlas.outer.go_back()
    atlas.wait_unselected()
    atlas.outer.wait_for_url(f"{hosted.cloud}/")
    assert atlas.frame_is_marked()


def test_links_inside_keep_the_inner_path_and_the_copied_one_is_without_it(
    around: Around, hosted: Hosted
) -> None:
    atlas = around(f"{hosted.cloud}/?themes=bases&place=quetta")
    atlas.wait_selected("quetta")
    query = "?themes=bases&place=quetta&mention=quetta-training"
    assert atlas.page.url == f"{hosted.cloud}/~/+/{query}"
    claims = atlas.page.locator("header a", has_text="Claims")
    assert claims.evaluate("(one) => one.href") == f"{hosted.cloud}/~/+/claims{query}"
    atlas.copy_button.click()
    expect(atlas.copy_button).to_have_text("Link copied")
    copied = atlas.outer.evaluate("() => navigator.clipboard.readText()")
    assert copied.split("&at=")[0] == f"{hosted.cloud}/{query}"
    claims.click()
    expect(atlas.page.locator("h1")).to_have_text("Claims")
    atlas.outer.wait_for_url(f"{hosted.cloud}/claims{query}")
    assert atlas.page.url == f"{hosted.cloud}/~/+/claims{query}"
