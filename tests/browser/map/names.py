"""Measures the names on the map in many windows, and prints the table of docs/labels.md.

More editions stand in folders that are named::

    python -m tests.browser.map.names [FOLDER …]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from geodata.reader.map_data import map_config
from geodata.storage.load import load_edition
from tests.browser.chromium import launch
from tests.browser.map.drawn import drawn, filled
from tests.browser.map.known import EDITION
from tests.browser.map.name_rules import RULES, farthest, misleading
from tests.browser.map.plain import serve_plain
from tests.browser.map_page import MapPage
from tests.made_editions import make_edition

SIZES: Final = {
    "1400×900": (646, 851),
    "1024×768": (423, 719),
    "768×1024": (768, 448),
    "1920×1080": (994, 1031),
    "390×844": (390, 369),
    "700×640": (700, 280),
}
"""Windows, and the size that the map's frame has in them."""
MADE: Final = ((20, 1), (50, 1), (100, 1))
"""Places and seeds of made editions."""
TESTS: Final = Path(__file__).parents[2]
HEAD: Final = ("edition", "window", "names", "wait", *RULES, "farthest, px", "set aside", "filled")


@dataclass(frozen=True)
class Measured:
    """One edition in one window."""

    edition: str
    window: str
    shown: int
    waiting: int
    farthest: float
    broken: dict[str, list[str]]
    aside: int
    """How many places the first view leaves out."""
    filled: float
    """Which part of the map's width or height the marks take that it does not leave out."""


def editions(folder: Path) -> list[Path]:
    """Return the editions that are measured; all but the first are written to a folder."""
    invented = []
    for path in sorted(TESTS.glob("*_edition")):
        id = tomllib.loads((path / "edition.toml").read_text("utf-8"))["id"]
        invented.append(Path(shutil.copytree(path, folder / "invented" / id)))
    made = [make_edition(folder / "made", places, seed=seed) for places, seed in MADE]
    return [EDITION, *invented, *made]


@contextmanager
def opened(browser: Browser, edition: Path, folder: Path) -> Iterator[MapPage]:
    """Open an edition's map by itself, with its names laid over the ground."""
    folder.mkdir(parents=True)
    with serve_plain(folder, edition) as address:
        context = browser.new_context(color_scheme="light")
        atlas = MapPage(context.new_page()).open(address).greet()
        atlas.wait_labels()
        atlas.wait_basemap()
        yield atlas
        context.close()


def resized(atlas: MapPage, window: str) -> None:
    """Give the map's frame the size that it has in a window, and show the first view."""
    width, height = SIZES[window]
    atlas.page.set_viewport_size({"width": width, "height": height})
    atlas.frame.wait_for_function(
        "([w, h]) => map.getSize().x === w && map.getSize().y === h", arg=[width, height]
    )
    atlas.say("home")
    atlas.settle()
    atlas.paint(badges=atlas.first_badges())


def measured(browser: Browser, edition: Path, folder: Path) -> Iterator[Measured]:
    """Measure one edition in every window."""
    config = map_config(load_edition(edition))
    with opened(browser, edition, folder) as atlas:
        for window in SIZES:
            resized(atlas, window)
            view = drawn(atlas, config)
            shown, broken = len(view.names), misleading(view)
            yield Measured(
                edition.name, window, shown, view.waiting, farthest(view), broken,
                len(config["aside"]), filled(atlas, config),
            )  # fmt: skip


def row(one: Measured) -> str:
    """Return one line of the table."""
    counts = [str(len(one.broken[rule])) for rule in RULES]
    cells = [one.edition, one.window, str(one.shown), str(one.waiting), *counts]
    cells += [f"{one.farthest:.0f}", str(one.aside), f"{one.filled:.0%}"]
    return f"| {' | '.join(cells)} |"


def main(more: Sequence[str]) -> None:
    """Print the table, and below each line what breaks a rule."""
    print(f"| {' | '.join(HEAD)} |")
    print("| --- " * len(HEAD) + "|")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser, folder = launch(playwright), Path(name)
        others = [path for root in more for path in sorted(Path(root).iterdir())]
        for number, edition in enumerate([*editions(folder), *others]):
            for one in measured(browser, edition, folder / str(number)):
                print(row(one), flush=True)
                for rule, faults in one.broken.items():
                    print("".join(f"{rule}: {fault}\n" for fault in faults), end="")


if __name__ == "__main__":
    main(sys.argv[1:])
