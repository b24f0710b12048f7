"""Derives the browser's declarations from the contract: `python -m tests.contract_types`."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from geodata.reader import contract
from geodata.reader.addresses import PAGES
from geodata.writing.files import write_file

ROOT = Path(__file__).parents[1]
FILE = ROOT / "static" / "atlas" / "data.d.ts"
PAGES_FILE = ROOT / "static" / "atlas" / "common" / "pages.js"
PAGES_HEAD = """\
// The pages beside the reader, as their addresses end: derived from geodata/reader/addresses.py by
// `make contract`; do not edit.
"""
SENT = ("PageData", "MapData")
"""What Python sends; the types that it is made of follow from it."""
HEAD = """\
// The data of page and map, as Python writes it: derived from geodata/reader/contract.py by
// `make contract`; do not edit.
"""
SIMPLE = {str: "string", bool: "boolean", int: "number", float: "number", NoneType: "null"}


def declarations(module: ModuleType = contract) -> str:
    """Return the declarations of all that is sent, in the contract's order."""
    needed, docs = set(_needed(module)), _docs(module)
    aliases = [_alias(module, name) for name in sorted(_aliases(module).values())]
    interfaces = [_interface(module, name, docs[name]) for name in docs if name in needed]
    return "\n\n".join([HEAD.rstrip(), "\n".join(aliases), *interfaces]) + "\n"


def pages() -> str:
    """Return the browser's list of pages."""
    paths = ", ".join(f'"{page.path}"' for page in PAGES if page.path)
    return f"{PAGES_HEAD}\nexport const PAGES = [{paths}];\n"


def keys(module: ModuleType = contract) -> dict[str, list[str]]:
    """Return the keys that each sent type has itself."""
    return {
        name: list(_own(module, name)) for name in _docs(module) if name in set(_needed(module))
    }


def _needed(module: ModuleType) -> Iterator[str]:
    """Give the names of the types that what is sent is made of."""
    waiting, seen = list(SENT), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        waiting += _bases(module, name)
        for hint in _own(module, name).values():
            waiting += [one.__name__ for one in _inside(hint) if is_typeddict(one)]


def _inside(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _inside(part)


def _bases(module: ModuleType, name: str) -> list[str]:
    """Return the types that a type extends; Python 3.11 forgets them at once."""
    (node,) = (one for one in _classes(module) if one.name == name)
    names = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return [base for base in names if base != "TypedDict"]


def _own(module: ModuleType, name: str) -> dict[str, Any]:
    """Return the fields that a type adds to those of its bases."""
    hints = get_type_hints(getattr(module, name), include_extras=True)
    above = {key for base in _bases(module, name) for key in get_type_hints(getattr(module, base))}
    return {key: hint for key, hint in hints.items() if key not in above}


def _names(module: ModuleType) -> list[str]:
    return sorted(name for name, value in vars(module).items() if get_origin(value) is Literal)


def _aliases(module: ModuleType) -> dict[Any, str]:
    """Return the names of the sent unions of words, by what they are."""
    used = {
        part
        for name in _needed(module)
        for hint in _own(module, name).values()
        for part in _inside(hint)
        if get_origin(part) is Literal
    }
    return {getattr(module, name): name for name in _names(module) if getattr(module, name) in used}


def _alias(module: ModuleType, name: str) -> str:
    return f"export type {name} = {_union(getattr(module, name))};"


def _union(literal: Any) -> str:
    return " | ".join(f'"{word}"' for word in get_args(literal))


def _interface(module: ModuleType, name: str, docs: dict[str, str]) -> str:
    bases = _bases(module, name)
    above = f" extends {', '.join(bases)}" if bases else ""
    lines = [f"/** {docs['']} */", f"export interface {name}{above} {{"]
    for key, hint in _own(module, name).items():
        if key in docs:
            lines.append(f"  /** {docs[key]} */")
        optional = get_origin(hint) is NotRequired
        inner = get_args(hint)[0] if optional else hint
        lines.append(f"  {key}{'?' if optional else ''}: {_written(module, inner)};")
    return "\n".join([*lines, "}"])


def _written(module: ModuleType, hint: Any) -> str:
    """Write a type as TypeScript.

    Raises
    ------
    TypeError
        For a type that cannot be sent as JSON, or that has no word here yet.
    """
    origin, parts = get_origin(hint), get_args(hint)
    if hint in SIMPLE:
        return SIMPLE[hint]
    if is_typeddict(hint):
        return str(hint.__name__)
    if origin is Literal:
        return _aliases(module).get(hint) or _union(hint)
    if origin is Annotated:
        return f"[{', '.join([_written(module, get_args(parts[0])[0])] * parts[1])}]"
    if origin is list:
        return f"{_written(module, parts[0])}[]"
    if origin is dict and parts[0] is str:
        return f"Record<string, {_written(module, parts[1])}>"
    if origin in (Union, UnionType):
        return " | ".join(_written(module, part) for part in parts)
    raise TypeError(f"{hint} has no word in TypeScript yet. Add one to _written.")


def _docs(module: ModuleType) -> dict[str, dict[str, str]]:
    """Return what is said of each type ("") and of its fields."""
    found: dict[str, dict[str, str]] = {}
    for node in _classes(module):
        said = found[node.name] = {"": ast.get_docstring(node) or ""}
        for pair in zip(node.body, node.body[1:], strict=False):
            match pair:
                case (
                    ast.AnnAssign(target=ast.Name(id=field)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    said[field] = words.strip()
    return found


def _classes(module: ModuleType) -> list[ast.ClassDef]:
    body = ast.parse(inspect.getsource(module)).body
    return [node for node in body if isinstance(node, ast.ClassDef)]


if __name__ == "__main__":
    write_file(FILE, declarations().encode())
    write_file(PAGES_FILE, pages().encode())
