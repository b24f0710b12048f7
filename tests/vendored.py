"""Where vendored files come from, and the digests they had then: `python -m tests.vendored`.

Run it after a vendored file was replaced by that of another version: it writes the digests again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.repository import ROOT, committed, is_vendored

DIGESTS: Final = ROOT / "tests" / "vendored.sha256"
MODULES: Final = ROOT / "node_modules"
PACKAGES: Final = {
    "static/vendor/leaflet": "leaflet",
    "static/vendor/protomaps-leaflet": "protomaps-leaflet",
    "static/vendor/source-serif-4": "@fontsource/source-serif-4",
    "static/vendor/source-sans-3": "@fontsource-variable/source-sans-3",
    "static/vendor/noto-sans-arabic": "@fontsource/noto-sans-arabic",
    "tests/browser/vendor/axe-core": "axe-core",
}
"""The npm package of each folder of browser files; package.json has the same packages."""
INSIDE: Final = ("", "dist", "files")
"""Where in its package a file may stand."""


def vendored() -> list[Path]:
    """Return all vendored files, relative to the root; what we say of them ourselves left out."""
    return [path for path in committed() if is_vendored(path) and path.name != "README.md"]


def digest(path: Path) -> str:
    """Return the SHA-256 of a file of the repository."""
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()


def recorded() -> dict[str, str]:
    """Return the digest of each vendored file as it was when it came, by its path."""
    lines = DIGESTS.read_text("utf-8").splitlines()
    return {path: mark for mark, path in (line.split("  ", 1) for line in lines)}


def originals(path: Path) -> Iterator[Path]:
    """Give the files of the installed npm package that a vendored file may be a copy of."""
    for folder, package in PACKAGES.items():
        if path.is_relative_to(folder):
            for inside in INSIDE:
                file = MODULES / package / inside / path.relative_to(folder)
                if file.is_file():
                    yield file


if __name__ == "__main__":
    DIGESTS.write_text("".join(f"{digest(path)}  {path}\n" for path in vendored()), "utf-8")
