"""Draws the rooms and their imports into docs/architecture.md: `python -m tests.rooms_picture`."""

from __future__ import annotations

import ast
from pathlib import Path

import grimp

from geodata.writing.files import write_file

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- rooms: drawn by `make rooms` -->\n", "<!-- end of rooms -->\n"
FRONT = {"geodata.__main__": "command line"}


def picture() -> str:
    """Return the rooms as a Mermaid graph: a box a room, an arrow where one imports another."""
    graph = grimp.build_graph("geodata", "pages", cache_dir=None)
    modules = sorted(graph.modules)
    arrows = {
        (room(one), room(other))
        for one in modules
        for other in graph.find_modules_directly_imported_by(one)
        if room(one) != room(other)
    }
    rooms = sorted({room(one) for one in modules if room(one)})
    lines = ["```mermaid", "graph TD"]
    lines += [f'  {_id(one)}["{one}<br>{said_of(one)}"]' for one in rooms]
    lines += [f"  {_id(a)} --> {_id(b)}" for a, b in sorted(arrows) if a and b]
    return "\n".join([*lines, "```", ""])


def room(module: str) -> str:
    """Return the room that a module stands in; "" for the packages that hold the rooms."""
    top, *rest = module.split(".")
    if top == "pages":
        return "pages"
    return f"geodata/{rest[0]}" if rest and module not in FRONT else FRONT.get(module, "")


def said_of(name: str) -> str:
    """Return what the first line of a room's package says of it, up to the first comma or colon."""
    if name in FRONT.values():
        return "puts the commands together"
    if name == "pages":
        return "the only code that knows Streamlit"
    source = (ROOT / name / "__init__.py").read_text("utf-8")
    line = (ast.get_docstring(ast.parse(source)) or "").splitlines()[0]
    return line.split(":")[0].split(";")[0].rstrip(".")


def drawn(document: str) -> str:
    """Return a document with the picture drawn anew between its marks."""
    before, _, rest = document.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + picture() + END + after


def _id(name: str) -> str:
    return name.replace("/", "_").replace(" ", "_")


if __name__ == "__main__":
    write_file(DOCUMENT, drawn(DOCUMENT.read_text("utf-8")).encode())
