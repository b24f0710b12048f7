"""Find a Chromium on this machine and start it as the tests need; as a module, tell which."""

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

# The same browser without windows first: one with windows draws its own buttons, as a page of their
# own, for each new reader, which took more than the app's pages.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MAC_APPS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)

# Every request that is not for this machine goes to a proxy that does not exist and so is refused:
# pages, frames, workers, web sockets, bare IP addresses alike, without slowing the rest down.
REFUSE_OUTSIDE = (
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=localhost;127.0.0.1;[::1]",
)

FLAGS = (
    "--no-sandbox",  # tests run as root in containers, and open nothing but this app
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    *REFUSE_OUTSIDE,
)


def find(playwright: Playwright) -> str | None:
    """Return the path of a Chromium: ``$CHROMIUM``, an installed one, or Playwright's own."""
    if named := os.environ.get("CHROMIUM"):
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    for app in (*MAC_APPS, Path(playwright.chromium.executable_path)):
        if app.exists():
            return str(app)
    return None


def launch(playwright: Playwright, *, refuse_outside: bool = True) -> Browser:
    """Start Chromium without a window.

    Parameters
    ----------
    playwright
        The running Playwright.
    refuse_outside
        False for a test that brings its own way of refusing or answering requests.

    Raises
    ------
    RuntimeError
        If no Chromium is found; the message names the cure.
    """
    path = find(playwright)
    if path is None:
        raise RuntimeError("no Chromium found: run `make chromium`, or set CHROMIUM to its path")
    flags = [flag for flag in FLAGS if refuse_outside or flag not in REFUSE_OUTSIDE]
    return playwright.chromium.launch(executable_path=path, args=flags)


def main() -> int:
    """Print the path of the Chromium that the tests take; return 1 where there is none."""
    with sync_playwright() as playwright:
        path = find(playwright)
    print(f"Chromium: {path}" if path else "No Chromium found")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
