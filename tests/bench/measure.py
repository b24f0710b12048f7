"""Measure the contestants by turns, so that whatever slows the machine down slows them all down."""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.bench.contestants import Contestant, Effect, Reading, click_place
from tests.bench.edition import theme_with_a_place_of_its_own
from tests.browser.server import Server

PROBE = Path(__file__).with_name("probe.js")

# Close to each other: the map need not move far, and each stays in view.
# By turns, since an app may take a second click on the same place for no news.
CLICKED = ("pakistan", "afghanistan")
READ = ("balochistan", "tribal-areas")

QUIET_MS = 600
"""How long an app must have been idle before it is measured; st_folium answers after 250 ms."""

WARM_UP_RUNS = 2
TIMEOUT_MS = 60_000

Times = dict[str, list[float]]
"""Milliseconds by contestant."""

Effects = dict[str, Times]
"""Times by act, until it is shown; under ``changed`` + act, until it is in the document."""


def open_page(browser: Browser, url: str, *probes: Path) -> Page:
    """Open an address as a new reader, with nothing in the cache and the probes in the page."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    context.set_default_timeout(TIMEOUT_MS)
    for probe in (PROBE, *probes):
        context.add_init_script(path=probe)
    page = context.new_page()
    page.goto(url, wait_until="commit")
    return page


def opening(browser: Browser, server: Server, one: Contestant) -> dict[str, float | None]:
    """Return the milliseconds from opening to drawn and to a click answered (None: no place)."""
    page = open_page(browser, server.url)
    how = one.opening
    times: dict[str, float | None] = page.evaluate(
        "(how) => window.bench.opening(...how)",
        [how.drawn, how.place, how.answer, how.frames_between_clicks],
    )
    page.context.close()
    return times


def openings(
    browser: Browser, servers: dict[str, Server], contestants: tuple[Contestant, ...], runs: int
) -> tuple[Times, Times]:
    """Open every contestant ``runs`` times, by turns; return drawn and answered."""
    drawn: Times = defaultdict(list)
    answered: Times = defaultdict(list)
    for run in range(-WARM_UP_RUNS, runs):
        for one in contestants:
            times = opening(browser, servers[one.name], one)
            if run < 0:
                continue
            for store, time in ((drawn, times["drawn"]), (answered, times["answered"])):
                if time is not None:
                    store[one.name].append(time)
    return drawn, answered


def _settle(page: Page) -> None:
    page.evaluate("(ms) => window.bench.settled(ms)", QUIET_MS)


def _time(page: Page, where: str, effect: Effect, act: Callable[[], None]) -> list[float]:
    """Return the milliseconds from the click that ``act`` makes to its effect: changed, shown."""
    _settle(page)
    page.evaluate("([where, effect]) => window.bench.arm(where, effect)", [where, effect])
    act()
    times: list[float] = page.evaluate("() => window.bench.result()")
    return times


def _read_once(
    page: Page, how: Reading, run: int, theme: str, place: str
) -> dict[str, list[float]]:
    """Do everything a reader does once; return the milliseconds by act."""
    clicked, read = CLICKED[run % len(CLICKED)], READ[run % len(READ)]
    times = {}
    how.reset(page)
    times["place"] = _time(page, "map", how.passage(clicked), lambda: click_place(page, clicked))
    how.reset(page)
    times["mention"] = _time(
        page, "page", how.selected(read), lambda: how.click_mention(page, read)
    )
    times["theme off"] = _time(
        page, "page", how.hidden(place), lambda: how.switch_theme(page, theme)
    )
    times["theme on"] = _time(page, "page", how.shown(place), lambda: how.switch_theme(page, theme))
    return times


def readings(
    browser: Browser, servers: dict[str, Server], contestants: tuple[Contestant, ...], runs: int
) -> Effects:
    """Read in every contestant ``runs`` times, by turns; return the times by act."""
    theme, place = theme_with_a_place_of_its_own()
    pages = {one.name: open_page(browser, servers[one.name].url) for one in contestants}
    times: Effects = defaultdict(lambda: defaultdict(list))
    for run in range(-WARM_UP_RUNS, runs):
        for one in contestants:
            if one.reading is None:
                continue
            name = theme["id"] if one.script.name == "app.py" else theme["title"]
            found = _read_once(pages[one.name], one.reading, run, name, place)
            if run >= 0:
                for act, (changed, shown) in found.items():
                    times[f"changed {act}"][one.name].append(changed)
                    times[act][one.name].append(shown)
    for page in pages.values():
        page.context.close()
    return times
