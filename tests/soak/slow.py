"""A slow line: when the article's text can be read, in the app behind nginx and in the twin."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from playwright.sync_api import Browser, Page

DOWN_KBIT_S: Final = 400
UP_KBIT_S: Final = 400
LATENCY_MS: Final = 400
PATIENCE_MS: Final = 120_000
TEXT: Final = "#atlas-first .first-paragraph, #atlas-article p"
_BYTES_A_SECOND: Final = 1000 / 8

# Notes when the text stands in the window for the first time, and when Chromium first painted any.
_WATCH: Final = """
window.readableAt = null;
const look = () => {
  const text = document.querySelector(TEXT);
  const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
  const box = text && text.getBoundingClientRect();
  const shown = painted && box && box.height > 0 && box.top < innerHeight;
  if (shown) window.readableAt = performance.now();
  else requestAnimationFrame(look);
};
if (window === top) requestAnimationFrame(look);
"""


def readable_s(browser: Browser, url: str) -> tuple[float, float]:
    """Open a page on a slow line with an empty cache.

    Returns
    -------
    readable
        Seconds from the start of the navigation until the article's text is on the screen.
    whole
        Seconds until the map has drawn its places; infinity where it does not within two minutes.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    try:
        page = context.new_page()
        slow_down(page)
        page.add_init_script(_WATCH.replace("TEXT", repr(TEXT)))
        page.goto(url, wait_until="commit", timeout=PATIENCE_MS)
        page.wait_for_function("() => window.readableAt", timeout=PATIENCE_MS)
        readable = float(page.evaluate("() => window.readableAt")) / 1000
        frame = page.frame_locator("iframe").first
        frame.locator(".label-name").first.wait_for(timeout=PATIENCE_MS)
        return readable, float(page.evaluate("() => performance.now()")) / 1000
    finally:
        context.close()


def slow_down(page: Page) -> None:
    """Give a page a slow line."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", dict(_conditions()))


def _conditions() -> Mapping[str, object]:
    return {
        "offline": False,
        "latency": LATENCY_MS,
        "downloadThroughput": DOWN_KBIT_S * _BYTES_A_SECOND,
        "uploadThroughput": UP_KBIT_S * _BYTES_A_SECOND,
    }
