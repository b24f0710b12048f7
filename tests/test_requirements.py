"""The requirements files: everything pinned, nothing used that is not named with its reason."""

import ast
import re
import sys
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.pins import DIVIDER, name_of, requirement_lines, split
from tests.repository import ROOT, ours

APP = ROOT / "requirements.txt"
DEV = ROOT / "requirements-dev.txt"
OWN = {"app", "geodata", "pages", "tests"}


def _pinned(*paths: Path) -> set[str]:
    return {name_of(line) for path in paths for line in requirement_lines(path.read_text("utf-8"))}


def _direct(*paths: Path) -> set[str]:
    return {name_of(line) for path in paths for line in requirement_lines(split(path)[0])}


def _needed_by(names: set[str]) -> set[str]:
    """Return the packages that these need on this machine, in turn, themselves included."""
    found: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        found.add(name)
        for line in requires(name) or []:
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                waiting |= {name_of(need.name)} - found
    return found


def _imported(paths: list[Path]) -> set[str]:
    """Return the third-party packages that these files import, by their names on PyPI."""
    modules = set()
    for path in paths:
        for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules.add(node.module.split(".")[0])
    distributions = packages_distributions()
    outside = modules - set(sys.stdlib_module_names) - OWN
    return {name_of(distributions[module][0]) for module in outside}


def _is_test(path: Path) -> bool:
    return path.parts[0] == "tests"


@pytest.mark.parametrize("path", [APP, DEV], ids=lambda path: path.name)
def test_every_requirement_is_pinned_to_one_version(path: Path) -> None:
    lines = requirement_lines(path.read_text("utf-8"))
    assert [line for line in lines if not re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line)] == []


@pytest.mark.parametrize("path", [APP, DEV], ids=lambda path: path.name)
def test_every_direct_requirement_stands_under_a_line_that_says_why(path: Path) -> None:
    before = ""
    unexplained = []
    explained_above = False
    for line in split(path)[0].splitlines():
        if requirement_lines(line):
            if not (before.startswith("#") or explained_above):
                unexplained.append(line)
            explained_above = True
        else:
            explained_above = False
        before = line
    assert unexplained == []


def test_all_that_the_app_needs_in_turn_is_pinned() -> None:
    assert _needed_by(_direct(APP)) - _pinned(APP) == set()


def test_all_that_the_checks_need_in_turn_is_pinned() -> None:
    assert _needed_by(_direct(DEV)) - _pinned(APP, DEV) == set()


def test_the_installed_packages_are_the_pinned_ones() -> None:
    lines = [line for path in (APP, DEV) for line in requirement_lines(split(path)[0])]
    pins = {name_of(line): line.split("==")[1] for line in lines}
    assert {name: version(name) for name in pins} == pins


def test_the_app_imports_only_packages_that_its_requirements_name() -> None:
    files = [path for path in ours(".py") if not _is_test(path)]
    assert _imported(files) - _direct(APP) == set()


def test_the_tests_import_only_packages_that_the_requirements_name() -> None:
    files = [path for path in ours(".py") if _is_test(path)]
    assert _imported(files) - _direct(APP, DEV) == set()


def test_the_divider_stands_once_in_each_file() -> None:
    assert [path.read_text("utf-8").count(DIVIDER) for path in (APP, DEV)] == [1, 1]
