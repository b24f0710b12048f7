"""More than one edition: readers choose, one that is broken is not half shown, excerpts stay so."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, expect

from geodata.storage.load import edition_folder
from tests.browser.atlas_page import AtlasPage
from tests.browser.conftest import Visit
from tests.browser.server import Server
from tests.invented import ID as INVENTED
from tests.invented import write_edition

# What no passage of the invented edition cites, in pieces short enough to find half a leak.
WITHHELD = ("keep to the", "the road", "looked on", "the\u00a0West", "🐎")
CITED = "In May 2019 they left"
LYON = ["alpine-inns", "france", "lyon", "old-bridge", "paris"]
BROKEN = {
    "quote-gone": "claims.toml: claim carters-left: The quote 'In May 2018 they left Lyon for "
    "Paris.' does not occur in the text.",
    "file-gone": "mentions.toml: The file is missing.",
    "no-toml": "speakers.toml: It is not TOML",
}


@pytest.fixture(scope="module")
def many(
    tmp_path_factory: pytest.TempPathFactory, serve_editions: Callable[[Path], Server]
) -> Server:
    """Return the app on six editions: the real one, two invented, three broken."""
    root = tmp_path_factory.mktemp("many")
    copytree(edition_folder("taliban-is-k"), root / "taliban-is-k")
    write_edition(root)
    write_edition(root, "in-excerpts", publish="excerpts")
    for name in BROKEN:
        write_edition(root, name)
    claims = root / "quote-gone" / "claims.toml"
    claims.write_text(claims.read_text("utf-8").replace("In May 2019 they", "In May 2018 they"))
    (root / "file-gone" / "mentions.toml").unlink()
    (root / "no-toml" / "speakers.toml").write_text("[[speaker\n")
    return serve_editions(root)


def menu(atlas: AtlasPage) -> list[str]:
    texts = atlas.page.locator("nav a").all_inner_texts()
    return [text.strip() for text in texts]


# -- choosing --------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/ledger"])
def test_with_more_than_one_edition_the_reader_chooses(
    visit: Visit, many: Server, path: str
) -> None:
    atlas = visit(path, server=many, reader=False)
    choice = atlas.page.locator(".choice a")
    assert choice.all_inner_texts() == [
        "file-gone (cannot be read at present)",
        "From Lyon to Paris",
        "From Lyon to Paris",
        "no-toml (cannot be read at present)",
        "quote-gone (cannot be read at present)",
        "The Taliban can contribute to the fight against IS-K",
    ]
    last = atlas.page.locator(".choice li").last
    assert last.locator(".label").all_inner_texts() == [
        "Georgi Asatrian · written between April and December 2024 (inferred)",
        "11 places, 46 claims by 10 speakers",
        "Draft: no named editor has yet compared this with the text and its sources",
    ]
    maps = atlas.page.locator(".choice img")
    assert maps.count() == 3, "none of the broken editions"
    for index in range(3):
        maps.nth(index).scroll_into_view_if_needed()
        atlas.page.wait_for_function(
            "(i) => i.complete && i.naturalWidth === 320", arg=maps.nth(index).element_handle()
        )
    assert atlas.page.locator("#atlas-article, iframe, table").count() == 0
    head, words = atlas.page.locator(".masthead"), atlas.page.locator(".atlas-page")
    assert menu(atlas) == ["Read", "Places", "Claims", "All place names", "Data", "About"]
    top, below = head.bounding_box(), words.bounding_box()
    assert top is not None
    assert below is not None
    assert top["y"] + top["height"] <= below["y"] + 1
    assert top["width"] == 1400
    choice.nth(1).click()
    atlas.wait_ready()
    assert sorted(atlas.drawn_places()) == LYON
    assert atlas.query() == {"edition": INVENTED}


def test_an_edition_is_chosen_by_the_address_and_kept_from_page_to_page(
    visit: Visit, many: Server
) -> None:
    atlas = visit(f"/?edition={INVENTED}", server=many)
    expect(atlas.page.locator("h1")).to_have_text("From Lyon to Paris")
    assert sorted(atlas.shown_places()) == LYON
    assert atlas.themes_on() == ["roads", "trade"]
    atlas.only("themes", "trade")
    atlas.mention("alps").click()
    atlas.wait_selected("alpine-inns")
    expect(atlas.card).to_contain_text("According to an unnamed newspaper, cited by the author")
    kept = {"edition": INVENTED, "themes": "trade", "place": "alpine-inns", "mention": "alps"}
    assert {**atlas.query(), "at": ""} == {**kept, "at": ""}
    atlas.page.get_by_role("link", name="Claims", exact=True).click()
    expect(atlas.page.locator("table#claims tbody tr:visible")).to_have_count(4)
    atlas.page.get_by_role("link", name="About", exact=True).click()
    expect(atlas.page.locator(".atlas-page")).to_contain_text("Jo Field")
    atlas.page.get_by_role("link", name="Read", exact=True).click()
    atlas.wait_ready()
    atlas.wait_selected("alpine-inns")
    assert {**atlas.query(), "at": ""} == {**kept, "at": ""}


@pytest.mark.parametrize("path", ["/", "/about", "/claims"])
def test_the_choice_can_be_reached_from_every_page(visit: Visit, many: Server, path: str) -> None:
    atlas = visit(f"{path}?edition={INVENTED}", server=many, reader=path == "/")
    atlas.page.get_by_role("link", name="Editions", exact=True).click()
    expect(atlas.page.locator(".choice a")).to_have_count(6)
    assert atlas.query() == {}


def test_each_edition_knows_its_own_places_alone(visit: Visit, many: Server) -> None:
    atlas = visit("/?edition=taliban-is-k&place=paris", server=many)
    assert len(atlas.drawn_places()) == 11
    assert atlas.notices() == ["This link names an unknown place, “paris”; it was ignored."]
    assert atlas.query() == {"edition": "taliban-is-k"}


def test_an_unknown_edition_leads_to_the_choice_with_a_notice(visit: Visit, many: Server) -> None:
    atlas = visit("/?edition=atlantis", server=many, reader=False)
    expect(atlas.page.locator(".choice a")).to_have_count(6)
    expect(atlas.page.locator("#atlas-notices li")).to_contain_text(
        "This link asks for an unknown edition, “atlantis”; it was ignored."
    )


# -- broken ones -----------------------------------------------------------------------------------


@pytest.mark.parametrize("edition", list(BROKEN))
def test_a_broken_edition_is_told_and_nothing_of_it_is_shown(
    visit: Visit, many: Server, edition: str
) -> None:
    start = many.log_size()
    atlas = visit(f"/?edition={edition}", server=many, reader=False)
    expect(atlas.page.locator("h1")).to_have_text("This edition cannot be read at present.")
    shown = atlas.page.locator("body").inner_text()
    for word in ("Lyon", "Paris", "Traceback", "Error", ".toml", str(many.log.parent)):
        assert word not in shown
    assert atlas.page.locator("#atlas-article, iframe, table, .stException").count() == 0
    assert menu(atlas) == ["Read", "Places", "Claims", "All place names", "Data", "About"]
    assert BROKEN[edition] in many.read_log(start)  # the editor's words, where the editor looks


def test_a_broken_edition_is_told_on_every_page(visit: Visit, many: Server) -> None:
    atlas = visit("/about?edition=quote-gone", server=many, reader=False)
    for page in ("places", "claims", "ledger", "data", "about"):
        atlas.page.goto(f"{many.url}/{page}?edition=quote-gone")
        expect(atlas.page.locator("h1")).to_have_text("This edition cannot be read at present.")
        assert atlas.page.locator("table, .stException, .stDownloadButton").count() == 0


def test_a_broken_edition_breaks_no_other(visit: Visit, many: Server) -> None:
    atlas = visit("/?edition=taliban-is-k&place=quetta", server=many)
    atlas.wait_selected("quetta")
    assert atlas.notices() == []


# -- excerpts --------------------------------------------------------------------------------------


class Heard:
    """All that a page receives: bodies of answers, and what comes over its web sockets."""

    def __init__(self, page: Page) -> None:
        self._pieces: list[bytes] = []
        page.on("websocket", lambda socket: socket.on("framereceived", self._keep))

    def _keep(self, payload: str | bytes) -> None:
        self._pieces.append(payload.encode() if isinstance(payload, str) else payload)

    def text(self) -> str:
        return b"\n".join(self._pieces).decode("utf-8", errors="replace")


def assert_nothing_withheld(text: str, where: str) -> None:
    found = [words for words in WITHHELD if words in text]
    assert not found, f"{where} holds {found}"


def test_of_excerpts_no_page_receives_or_shows_more_than_the_cited_passages(
    visit: Visit, many: Server
) -> None:
    atlas = visit("/?edition=in-excerpts", server=many)
    heard = Heard(atlas.page)
    article = atlas.page.locator("#atlas-article")
    for page in ("", "places", "claims", "ledger", "data", "about"):
        atlas.page.goto(f"{many.url}/{page}?edition=in-excerpts")
        if page:
            atlas.wait_run()
        else:
            atlas.wait_ready()
            expect(article).to_contain_text("[…] In May 2019 they left Lyon")
            assert_nothing_withheld(atlas.map_frame.content(), "the map's frame")
        assert_nothing_withheld(atlas.page.content(), f"the page /{page}")
    assert CITED in heard.text()
    assert_nothing_withheld(heard.text(), "what the server sent")


def test_a_whole_edition_is_heard_whole(visit: Visit, many: Server) -> None:
    atlas = visit(f"/about?edition={INVENTED}", server=many, reader=False)
    heard = Heard(atlas.page)
    atlas.goto(f"{many.url}/?edition={INVENTED}")
    assert [words for words in WITHHELD if words not in heard.text()] == []


def test_of_excerpts_no_export_holds_more_than_the_cited_passages(
    visit: Visit, many: Server
) -> None:
    atlas = visit("/data?edition=in-excerpts", server=many, reader=False)
    expect(atlas.page.locator(".atlas-page")).to_contain_text("only cited passages")
    buttons = atlas.page.locator(".st-key-atlas-downloads button")
    expect(buttons).to_have_count(10)
    names = []
    for button in buttons.all():
        with atlas.page.expect_download() as started:
            button.click()
        file = Path(started.value.path())
        names.append(started.value.suggested_filename)
        text = file.read_bytes().decode("utf-8", errors="replace")
        assert "May 2019" in text or "areas" in names[-1], names[-1]
        assert_nothing_withheld(text, names[-1])
    assert len(set(names)) == 10
    assert all(name.startswith("in-excerpts-") for name in names)
