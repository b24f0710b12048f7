"""Derives the browser's declarations from the contract: `python -m tests.contract_types`."""

from __future__ import annotations

from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NotRequired, Union, get_args, get_origin, is_typeddict

from geodata.reader.addresses import PAGES
from geodata.writing.files import write_file
from tests.contract_reading import Contract

ROOT = Path(__file__).parents[1]
FILE = ROOT / "static" / "atlas" / "data.d.ts"
PAGES_FILE = ROOT / "static" / "atlas" / "common" / "pages.js"
PAGES_HEAD = """\
// The pages beside the reader, as their addresses end: derived from geodata/reader/addresses.py by
// `make contract`; do not edit.
"""
HEAD = """\
// The data of page and map, as Python writes it: derived from geodata/reader/contract/ by
// `make contract`; do not edit.
"""
SIMPLE = {str: "string", bool: "boolean", int: "number", float: "number", NoneType: "null"}


def declarations(contract: Contract | None = None) -> str:
    """Return the declarations of all that is sent, in the contract's order."""
    contract = contract or Contract()
    words = sorted(contract.aliases.items(), key=lambda one: one[1])
    aliases = [f"export type {name} = {_union(literal)};" for literal, name in words]
    interfaces = [_interface(contract, name) for name in contract.needed]
    return "\n\n".join([HEAD.rstrip(), "\n".join(aliases), *interfaces]) + "\n"


def pages() -> str:
    """Return the browser's list of pages."""
    paths = ", ".join(f'"{page.path}"' for page in PAGES if page.path)
    return f"{PAGES_HEAD}\nexport const PAGES = [{paths}];\n"


def keys() -> dict[str, list[str]]:
    """Return the keys that each sent type has itself."""
    contract = Contract()
    return {name: list(contract.own(name)) for name in contract.needed}


def _union(literal: Any) -> str:
    return " | ".join(f'"{word}"' for word in get_args(literal))


def _interface(contract: Contract, name: str) -> str:
    bases, docs = contract.bases(name), contract.docs[name]
    above = f" extends {', '.join(bases)}" if bases else ""
    lines = [f"/** {docs['']} */", f"export interface {name}{above} {{"]
    for key, hint in contract.own(name).items():
        if key in docs:
            lines.append(f"  /** {docs[key]} */")
        optional = get_origin(hint) is NotRequired
        inner = get_args(hint)[0] if optional else hint
        lines.append(f"  {key}{'?' if optional else ''}: {_written(contract, inner)};")
    return "\n".join([*lines, "}"])


def _written(contract: Contract, hint: Any) -> str:
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
        return contract.aliases.get(hint) or _union(hint)
    if origin is Annotated:
        return f"[{', '.join([_written(contract, get_args(parts[0])[0])] * parts[1])}]"
    if origin is list:
        return f"{_written(contract, parts[0])}[]"
    if origin is dict and parts[0] is str:
        return f"Record<string, {_written(contract, parts[1])}>"
    if origin in (Union, UnionType):
        return " | ".join(_written(contract, part) for part in parts)
    raise TypeError(f"{hint} has no word in TypeScript yet. Add one to _written.")


if __name__ == "__main__":
    write_file(FILE, declarations().encode())
    write_file(PAGES_FILE, pages().encode())
