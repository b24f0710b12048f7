"""The apps that are measured: how each is started, and what a reader does and sees there."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from tests.bench.edition import EDITIONS
from tests.bench.local_leaflet import VENDOR
from tests.browser.atlas_page import AtlasPage
from tests.browser.recorder import Recorder
from tests.browser.server import ROOT, Server, serve

HERE = Path(__file__).parent

Effect = dict[str, str]
"""What the browser must show: CSS selectors under ``text``, ``map`` or ``noMap`` (see probe.js)."""


@dataclass(frozen=True)
class Opening:
    """What "open" means: what is drawn first, the place then clicked, and the answer to it."""

    drawn: Effect
    place: str | None = None
    answer: Effect | None = None
    frames_between_clicks: int = 4
    """How long to wait for the answer before clicking again, in animation frames."""


@dataclass(frozen=True)
class Reading:
    """How a reader acts in an app, and what the app then shows."""

    click_mention: Callable[[Page, str], None]
    switch_theme: Callable[[Page, str], None]
    reset: Callable[[Page], None]
    passage: Callable[[str], Effect]
    selected: Callable[[str], Effect]
    hidden: Callable[[str], Effect]
    shown: Callable[[str], Effect]


@dataclass(frozen=True)
class Contestant:
    """One app."""

    name: str
    script: Path
    opening: Opening
    reading: Reading | None = None


def click_place(page: Page, place_id: str) -> None:
    """Click on a place on the map, where it can really be hit."""
    AtlasPage(page, Recorder()).click_place(place_id)


def _click(selector: str) -> Callable[[Page, str], None]:
    return lambda page, value: page.locator(selector.replace("{}", value)).first.click()


def _on_map(selector: str, key: str = "map") -> Callable[[str], Effect]:
    return lambda place: {key: selector.replace("{}", place)}


def _click_pill(page: Page, label: str) -> None:
    page.get_by_test_id("stButtonGroup").get_by_text(label, exact=True).click()


_OURS = Reading(
    click_mention=_click('button[data-mention][data-place~="{}"]'),
    switch_theme=_click('[data-theme-switch="{}"]'),
    reset=lambda page: page.keyboard.press("Escape"),
    passage=lambda place: {
        "text": f'button[data-mention][data-place~="{place}"][aria-current="true"]'
    },
    selected=_on_map("path.place-{}.is-selected"),
    hidden=_on_map("path.place-{}.is-off"),
    shown=_on_map("path.place-{}:not(.is-off)"),
)

_PLAIN = Reading(
    click_mention=_click_pill,
    switch_theme=_click_pill,
    reset=lambda page: None,
    passage=lambda place: {
        "text": f'[data-chosen="{place}"] mark[data-places~="{place}"][style*="gold"]'
    },
    selected=_on_map('path.place-{}[stroke="#cc0000"]'),
    hidden=_on_map("path.place-{}", "noMap"),
    shown=_on_map("path.place-{}"),
)

# Answered where it can be answered soonest, whichever mention or popup that is.
FIRST_CLICK = "path.place-pakistan"

ATLAS = Contestant(
    "Article Atlas",
    ROOT / "app.py",
    Opening(
        {"map": FIRST_CLICK},
        FIRST_CLICK,
        {"text": 'button[data-mention][aria-current="true"]'},
    ),
    _OURS,
)
PLAIN = Contestant(
    "plain streamlit-folium app",
    HERE / "plain_app.py",
    # st_folium reports a click once there has been no other for 250 ms: leave it time.
    Opening({"map": FIRST_CLICK}, FIRST_CLICK, {"text": 'mark[style*="gold"]'}, 180),
    _PLAIN,
)
BARE = Contestant(
    "bare st_folium page, one polygon",
    HERE / "bare_app.py",
    Opening({"map": "path.place-area"}, "path.place-area", {"map": ".leaflet-popup"}),
)
EMPTY = Contestant("empty Streamlit page", HERE / "empty_app.py", Opening({"text": "#bench-ready"}))
ALL = (ATLAS, PLAIN, BARE, EMPTY)


OTHER_COMMIT = "Article Atlas, other checkout"


def other_checkout(tree: Path) -> Contestant:
    """Return the app of another checkout, acted in as in ours; it shows its own editions."""
    return replace(ATLAS, name=OTHER_COMMIT, script=tree.resolve() / "app.py")


@contextmanager
def serve_all(contestants: tuple[Contestant, ...]) -> Iterator[dict[str, Server]]:
    """Start every contestant as a server of its own, with the same Streamlit settings as the app.

    A page of the bench is copied to an empty folder together with our Leaflet, since Streamlit
    serves ``static`` from beside the script.
    """
    with ExitStack() as stack:
        servers = {}
        for one in contestants:
            script = one.script
            if script.parent == HERE:
                folder = Path(stack.enter_context(TemporaryDirectory(prefix="atlas-bench-")))
                shutil.copytree(VENDOR / "leaflet", folder / "static/vendor/leaflet")
                script = Path(shutil.copy(script, folder))
            env = {} if one.name == OTHER_COMMIT else {"ARTICLE_ATLAS_EDITIONS": str(EDITIONS)}
            servers[one.name] = stack.enter_context(serve(script, env=env))
        yield servers
