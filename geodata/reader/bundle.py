"""Where the browser code lies that `make bundle` builds from the modules of static/atlas/."""

from pathlib import Path
from typing import Final, Literal

STATIC: Final = Path(__file__).parents[2] / "static"
ATLAS: Final = STATIC / "atlas"
DIST: Final = ATLAS / "dist"


def script(name: Literal["reader", "pages", "map"]) -> str:
    """Return where a page's or the map's code lies below `static/`.

    It fetches the rest, from beside itself, when that is needed.
    """
    return (DIST / f"{name}.js").relative_to(STATIC).as_posix()


def whole_code(name: Literal["single", "single-map"]) -> str:
    """Return the code of a page, or of its map, that holds all its files: it fetches nothing."""
    return (DIST / f"{name}.js").read_text("utf-8")
