"""Measure editions of growing size by turns: opening, acts, scrolling, bytes, memory."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page

from tests.bench.edition import EDITION
from tests.bench.measure import TIMEOUT_MS, open_page
from tests.browser.server import Server, serve
from tests.made_editions import make_edition

PROBE = Path(__file__).with_name("scale.js")
FIRST = "first edition"
SIZES = ((10, 100), (100, 1_000), (1_000, 10_000))
"""Places and mentions of the made editions."""
MENTION = '#atlas-article button[data-mention]:not([data-place=""])'
QUIET_MS = 500
SCROLL_PX = 5_000
MEGABYTE = 1_000_000

Figures = dict[str, dict[str, list[float]]]
"""What was measured, by what it is and by the edition's name."""


@dataclass(frozen=True)
class Sized:
    """An edition on a server of its own."""

    name: str
    server: Server


@contextmanager
def editions(sizes: Sequence[tuple[int, int]]) -> Iterator[list[Sized]]:
    """Serve the first edition and made ones, each by a process of its own, all at once."""
    with ExitStack() as stack:
        served = []
        for places, mentions in ((0, 0), *sizes):
            root = Path(stack.enter_context(TemporaryDirectory(prefix="atlas-scale-")))
            if places:
                make_edition(root, places, mentions)
            else:
                copytree(EDITION, root / EDITION.name)
            name = name_of(places, mentions) if places else FIRST
            server = stack.enter_context(serve(env={"ARTICLE_ATLAS_EDITIONS": str(root)}))
            served.append(Sized(name, server))
        yield served


def name_of(places: int, mentions: int) -> str:
    """Return how an edition of a size is called in tables."""
    return f"{places:,} places, {mentions:,} mentions"


def measure(browser: Browser, served: Sequence[Sized], runs: int) -> Figures:
    """Open and use every edition ``runs`` times, by turns; one more run before is not counted."""
    figures: Figures = defaultdict(lambda: defaultdict(list))
    for run in range(-1, runs):
        for one in served:
            for what, value in _once(browser, one.server).items():
                if run >= 0:
                    figures[what][one.name].append(value)
    for one in served:
        if kept := _resident_mb(one.server):
            figures["server"][one.name].append(kept)
    return figures


def _once(browser: Browser, server: Server) -> dict[str, float]:
    page = open_page(browser, server.url, PROBE)
    page.context.set_default_timeout(3 * TIMEOUT_MS)
    watched = page.context.new_cdp_session(page)
    received = _count_bytes(watched)
    opened: dict[str, float] = page.evaluate("() => window.scale.opening()")
    page.evaluate("(ms) => window.scale.quiet(ms)", QUIET_MS)
    found = {
        "text": opened["text"],
        "opening": opened["drawn"],
        "first act": opened["answered"],
    }
    found["bytes"] = sum(received) / MEGABYTE
    page.keyboard.press("Escape")
    found["filter"] = _act(page, "[data-theme-switch]")
    found["filter back"] = _act(page, "[data-theme-switch]")
    found["click"] = _act(page, MENTION)
    page.evaluate("(ms) => window.scale.quiet(ms)", QUIET_MS)
    found["scrolling"] = page.evaluate("(px) => window.scale.scroll(px)", SCROLL_PX)
    found["browser"] = _heap(watched)
    page.context.close()
    return found


def _act(page: Page, selector: str) -> float:
    page.evaluate("(ms) => window.scale.quiet(ms)", QUIET_MS)
    page.evaluate("() => window.scale.arm()")
    page.locator(selector).first.click()
    time: float = page.evaluate("() => window.scale.result()")
    return time


def _count_bytes(watched: CDPSession) -> list[float]:
    """Return a list that grows by the bytes of every answer and every message."""
    received: list[float] = []

    def message(event: dict[str, Any]) -> None:
        text: str = event["response"]["payloadData"]
        received.append(len(text) * (0.75 if event["response"]["opcode"] == 2 else 1))

    watched.send("Network.enable")
    watched.on("Network.webSocketFrameReceived", message)
    watched.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    return received


def _heap(watched: CDPSession) -> float:
    watched.send("HeapProfiler.collectGarbage")
    watched.send("Performance.enable")
    listed = watched.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in listed if m["name"] == "JSHeapUsedSize")) / MEGABYTE


def _resident_mb(server: Server) -> float | None:
    """Return the memory that a server holds; ``None`` where the machine does not tell."""
    status = Path(f"/proc/{server.process.pid}/status")
    if not status.exists():
        return None
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024 / MEGABYTE
