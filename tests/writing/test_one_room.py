"""One room writes to disk: nothing else in the core, the pages or the app does."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WRITING = {
    *("write_text", "write_bytes", "mkdir", "makedirs", "mkdtemp", "mkstemp", "touch"),
    *("unlink", "rmdir", "rmtree", "rename", "renames", "copy", "copy2", "copyfile", "copytree"),
    *("move", "symlink_to", "hardlink_to", "link", "symlink", "truncate", "chmod", "remove_file"),
    *("TemporaryDirectory", "NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile"),
    *("to_file", "connect"),
}
MODULES = {"os", "shutil", "tempfile", "Path", "path"}
NEEDED = {
    "geodata/export/gpkg.py": {"to_file", "connect"},  # GDAL and SQLite, in a scratch folder
    "geodata/archive/ids.py": {"connect"},  # SQLite, a file without a name that it takes away
    "geodata/basemap/rivers.py": {"connect"},  # to read
    "geodata/basemap/gazetteer/write.py": {"connect"},  # SQLite, in a scratch folder
    "geodata/gazetteer/gazetteer.py": {"connect"},  # to read
    "geodata/gazetteer/unpacking.py": {"open"},  # unpacked in a scratch folder, then put in place
}
"""What a module may do since a library writes there for it, into a folder of the room's own."""


def writes(path: Path) -> set[str]:
    """Return the names of the calls of a module that may write to disk."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        owner = getattr(getattr(node.func, "value", None), "id", "")
        texts = [one.value for one in ast.walk(node) if isinstance(one, ast.Constant)]
        if name == "open" and any(
            isinstance(one, str) and set(one) <= set("rwaxbt+") and set(one) & set("wax+")
            for one in texts
        ):
            found.add("open")
        elif name in ("replace", "remove") and owner == "os":
            found.add(f"os.{name}")
        elif name in WRITING and (name not in ("copy", "move", "link") or owner in MODULES):
            found.add(name)
    return found


def modules() -> list[Path]:
    files = [ROOT / "app.py", *(ROOT / "geodata").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    return [one for one in files if one.parent.name != "writing"]


def test_no_module_writes_but_those_of_the_room() -> None:
    found = {one.relative_to(ROOT).as_posix(): writes(one) for one in modules()}
    needless = {name: calls - NEEDED.get(name, set()) for name, calls in found.items()}
    assert {name: calls for name, calls in needless.items() if calls} == {}
    assert len(found) > 100


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("Path('x').write_text('')", "write_text"),
        ("open('x', 'w')", "open"),
        ("Path('x').open(mode='ab')", "open"),
        ("os.replace('x', 'y')", "os.replace"),
        ("shutil.copy('x', 'y')", "copy"),
        ("tempfile.TemporaryDirectory()", "TemporaryDirectory"),
        ("frame.to_file('x')", "to_file"),
    ],
)
def test_a_line_that_writes_is_found(line: str, call: str, tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(f"import os, shutil, tempfile\n{line}\n", "utf-8")
    assert writes(tmp_path / "x.py") == {call}


def test_a_line_that_reads_or_changes_a_text_is_not(tmp_path: Path) -> None:
    lines = "open('f')\nPath('f').open('rb')\n'x'.replace('r', 'w')\nlist.copy([])\n"
    (tmp_path / "x.py").write_text(lines, "utf-8")
    assert writes(tmp_path / "x.py") == set()
