"""Put our browser modules into one file each for the page and the map: `python -m geodata.bundle`.

A page of fifty small modules is slow to open, since each is a request of its own. The modules stay
what is written, read and tested; a bundle is derived from them, and is only used while it is fresh.
"""

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Final

STATIC: Final = Path(__file__).parents[1] / "static"
ATLAS: Final = STATIC / "atlas"
FOLDER: Final = ATLAS / "bundle"
ENTRIES: Final = {"page": ATLAS / "page" / "boot.js", "map": ATLAS / "map" / "map.js"}
"""The bundles' names, and the module that each begins with."""

_IMPORT: Final = re.compile(
    r'^import\s*\{(?P<names>[^}]*)\}\s*from\s*"(?P<file>\.{1,2}/[\w./-]+\.js)";\n', re.M
)
_LATER: Final = re.compile(r'\bimport\("(?P<file>\.{1,2}/[\w./-]+\.js)"\)')
_EXPORT: Final = re.compile(
    r"^export (?P<what>(?:async )?function|const|class) (?P<name>\w+)", re.M
)
_LEFT: Final = re.compile(r"^\s*(?:import|export)\b|\bimport\(", re.M)


def bundle(entry: Path) -> str:
    """Write a module and all that it imports as one module with the same exports.

    Each module becomes a function scope that hands on its exports, in the order in which the
    browser would run them; a module that is imported later (``import("./x.js")``) is in it too.

    Raises
    ------
    ValueError
        If modules import each other in a circle or in a form that is not known here, or if two
        have the same file name.
    """
    order: list[Path] = []
    _visit(entry, order, ())
    for name, count in Counter(path.name for path in order).items():
        if count > 1:
            raise ValueError(f"{entry.name}: two modules are named {name}; rename one")
    scopes = [_scope(path) for path in order]
    names = ", ".join(found["name"] for found in _EXPORT.finditer(_read(entry)))
    head = "// Derived from the modules beside this folder by `make bundle`; do not edit.\n"
    tail = f"const {{ {names} }} = {_name(entry.name)};\nexport {{ {names} }};\n"
    return head + "\n".join(scopes) + tail


def write() -> None:
    """Write both bundles."""
    FOLDER.mkdir(exist_ok=True)
    for name, entry in ENTRIES.items():
        (FOLDER / f"{name}.js").write_text(bundle(entry), "utf-8")


@cache
def script(name: str) -> str:
    """Return where a bundle lies below `static/`; its first module where the bundle is not fresh.

    Looked up once: who works on the modules restarts the app or lives with separate files.
    """
    entry = ENTRIES[name]
    file = FOLDER / f"{name}.js"
    fresh = file.is_file() and file.read_text("utf-8") == bundle(entry)
    if not fresh:
        fault = f"{name}.js is not fresh: the app loads the modules one by one. Run: make bundle"
        print(fault, file=sys.stderr)  # an export may be going to standard output
    return (file if fresh else entry).relative_to(STATIC).as_posix()


def _visit(path: Path, order: list[Path], above: tuple[Path, ...]) -> None:
    if path in above:
        circle = " → ".join(one.name for one in (*above[above.index(path) :], path))
        raise ValueError(f"{path.name}: modules import each other in a circle: {circle}")
    if path in order:
        return
    code = _read(path)
    for found in (*_IMPORT.finditer(code), *_LATER.finditer(code)):
        _visit((path.parent / found["file"]).resolve(), order, (*above, path))
    order.append(path)


def _scope(path: Path) -> str:
    code = _read(path)
    exports = ", ".join(found["name"] for found in _EXPORT.finditer(code))
    code = _IMPORT.sub(_taken, code)
    code = _LATER.sub(lambda found: f"Promise.resolve({_name(found['file'])})", code)
    code = _EXPORT.sub(r"\g<what> \g<name>", code)
    if left := _LEFT.search(code):
        line = code[left.start() :].strip().partition("\n")[0]
        raise ValueError(f'{path.name}: cannot bundle {line!r}; use import {{ … }} from "./x.js"')
    return f"const {_name(path.name)} = (() => {{\n{code}return {{ {exports} }};\n}})();\n"


def _taken(found: re.Match[str]) -> str:
    names = " ".join(found["names"].split()).replace(" as ", ": ")
    return f"const {{ {names} }} = {_name(found['file'])};\n"


def _name(file: str) -> str:
    return "m_" + Path(file).stem.replace("-", "_")


def _read(path: Path) -> str:
    return path.read_text("utf-8")


if __name__ == "__main__":
    write()
