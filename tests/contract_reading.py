"""Reads the contract with the browser out of its modules: types, fields, words about them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator
from functools import cached_property
from types import ModuleType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from geodata.reader.contract import common, map, page, records

MODULES = (common, records, page, map)
SENT = ("PageData", "MapData")
"""What Python sends; the types that it is made of follow from it."""


class Contract:
    """The types of the contract, by their names, in the order of its modules."""

    def __init__(self, modules: Iterable[ModuleType] = MODULES) -> None:
        """Read the modules; of two types of one name the later counts."""
        self._modules = tuple(modules)
        self._named = {name: one for part in self._modules for name, one in vars(part).items()}

    @cached_property
    def docs(self) -> dict[str, dict[str, str]]:
        """What is said of each type ("") and of its fields."""
        found: dict[str, dict[str, str]] = {}
        for node in self._classes.values():
            said = found[node.name] = {"": ast.get_docstring(node) or ""}
            for pair in zip(node.body, node.body[1:], strict=False):
                match pair:
                    case (
                        ast.AnnAssign(target=ast.Name(id=field)),
                        ast.Expr(value=ast.Constant(value=str(words))),
                    ):
                        said[field] = words.strip()
        return found

    @cached_property
    def needed(self) -> list[str]:
        """The names of the types that what is sent is made of, in the contract's order."""
        waiting, seen = list(SENT), set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            waiting += self.bases(name)
            for hint in self.own(name).values():
                waiting += [one.__name__ for one in _inside(hint) if is_typeddict(one)]
        return [name for name in self._classes if name in seen]

    @cached_property
    def aliases(self) -> dict[Any, str]:
        """The names of the sent unions of words, by what they are."""
        used = {
            part
            for name in self.needed
            for hint in self.own(name).values()
            for part in _inside(hint)
            if get_origin(part) is Literal
        }
        names = sorted(name for name, one in self._named.items() if get_origin(one) is Literal)
        return {self._named[name]: name for name in names if self._named[name] in used}

    def bases(self, name: str) -> list[str]:
        """Return the types that a type extends; Python 3.11 forgets them at once."""
        names = [base.id for base in self._classes[name].bases if isinstance(base, ast.Name)]
        return [base for base in names if base != "TypedDict"]

    def own(self, name: str) -> dict[str, Any]:
        """Return the fields that a type adds to those of its bases."""
        hints = get_type_hints(self._named[name], include_extras=True)
        above = {key for base in self.bases(name) for key in get_type_hints(self._named[base])}
        return {key: hint for key, hint in hints.items() if key not in above}

    @cached_property
    def _classes(self) -> dict[str, ast.ClassDef]:
        bodies = (ast.parse(inspect.getsource(module)).body for module in self._modules)
        return {
            node.name: node for body in bodies for node in body if isinstance(node, ast.ClassDef)
        }


def _inside(hint: Any) -> Iterator[Any]:
    yield hint
    for part in get_args(hint):
        yield from _inside(part)
