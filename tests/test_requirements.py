"""The requirements files: everything pinned, nothing used that is not named with its reason."""

import ast
import re
import sys
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.pins import (
    APP,
    APP_IN,
    ARCHIVE,
    ARCHIVE_IN,
    DEV,
    DEV_IN,
    LANGUAGES,
    LANGUAGES_IN,
    hashed,
    name_of,
    requirement_lines,
)
from tests.repository import ROOT, ours

OWN = {"qgis", "app", "geodata", "pages", "tests"}
NO_LANGUAGES = "requirements-languages.txt is not installed"


def _pinned(*paths: Path) -> set[str]:
    return {name_of(line) for path in paths for line in requirement_lines(path.read_text("utf-8"))}


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


def _languages_installed() -> bool:
    try:
        return all(version(name) for name in _pinned(LANGUAGES_IN))
    except PackageNotFoundError:
        return False


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
    return {name_of(distributions.get(module, [module])[0]) for module in outside}


def _is_test(path: Path) -> bool:
    return path.parts[0] == "tests"


def _is_of_archives(path: Path) -> bool:
    return path.is_relative_to("geodata/archive")


INS, ALL = [APP_IN, DEV_IN, ARCHIVE_IN, LANGUAGES_IN], [APP, DEV, ARCHIVE, LANGUAGES]


@pytest.mark.parametrize("path", [*INS, *ALL], ids=lambda path: path.name)
def test_every_requirement_is_pinned_to_one_version(path: Path) -> None:
    lines = requirement_lines(path.read_text("utf-8"))
    assert [line for line in lines if not re.match(r"[\w.-]+==[\w.]+( ;.*)?$", line)] == []


@pytest.mark.parametrize("path", INS, ids=lambda path: path.name)
def test_every_direct_requirement_stands_under_a_line_that_says_why(path: Path) -> None:
    before = ""
    unexplained = []
    explained_above = False
    for line in path.read_text("utf-8").splitlines():
        if requirement_lines(line):
            if not (before.startswith("#") or explained_above):
                unexplained.append(line)
            explained_above = True
        else:
            explained_above = False
        before = line
    assert unexplained == []


def test_all_that_the_app_needs_in_turn_is_pinned() -> None:
    assert _needed_by(_pinned(APP_IN)) - _pinned(APP) == set()


def test_all_that_the_checks_need_in_turn_is_pinned() -> None:
    assert _needed_by(_pinned(DEV_IN)) - _pinned(APP, DEV) == set()


def test_all_that_archives_need_in_turn_is_pinned() -> None:
    assert _needed_by(_pinned(ARCHIVE_IN)) - _pinned(APP, ARCHIVE) == set()


def test_no_package_is_pinned_to_two_versions() -> None:
    pins = [line for path in ALL for line in requirement_lines(path.read_text("utf-8"))]
    versions = {line.split(" ;")[0].lower() for line in pins}
    assert len(versions) == len({name_of(one) for one in versions})


@pytest.mark.skipif(not _languages_installed(), reason=NO_LANGUAGES)
def test_all_that_reading_other_languages_needs_in_turn_is_pinned() -> None:
    assert _needed_by(_pinned(LANGUAGES_IN)) - _pinned(APP, LANGUAGES) == set()


@pytest.mark.skipif(not _languages_installed(), reason=NO_LANGUAGES)
def test_the_installed_packages_for_other_languages_are_the_pinned_ones() -> None:
    lines = requirement_lines(LANGUAGES_IN.read_text("utf-8"))
    pins = {name_of(line): line.split("==")[1] for line in lines}
    assert {name: version(name) for name in pins} == pins


def test_the_installed_packages_are_the_pinned_ones() -> None:
    lines = [line for path in INS for line in requirement_lines(path.read_text("utf-8"))]
    pins = {name_of(line): line.split("==")[1] for line in lines}
    assert {name: version(name) for name in pins} == pins


def test_the_app_imports_only_packages_that_its_requirements_name() -> None:
    files = [path for path in ours(".py") if not _is_test(path) and not _is_of_archives(path)]
    assert _imported(files) - _pinned(APP_IN, LANGUAGES_IN) == set()


def test_archives_import_only_packages_that_their_requirements_name() -> None:
    files = [path for path in ours(".py") if _is_of_archives(path)]
    assert _imported(files) - _pinned(APP_IN, ARCHIVE_IN) == set()


def test_the_tests_import_only_packages_that_the_requirements_name() -> None:
    files = [path for path in ours(".py") if _is_test(path)]
    assert _imported(files) - _pinned(*INS) == set()


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_pin_has_the_hashes_of_its_files_and_the_file_no_address(path: Path) -> None:
    text = path.read_text("utf-8")
    entries = hashed(text)
    assert set(entries) == _pinned(path)
    assert [name for name, entry in entries.items() if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "-index" not in text


@pytest.mark.parametrize(
    ("wanted", "pins"),
    [
        (APP_IN, [APP]),
        (DEV_IN, [APP, DEV]),
        (ARCHIVE_IN, [APP, ARCHIVE]),
        (LANGUAGES_IN, [APP, LANGUAGES]),
    ],
    ids=lambda one: str(one)[-8:],
)
def test_what_is_asked_for_directly_is_pinned_as_asked(wanted: Path, pins: list[Path]) -> None:
    made = {line.lower() for path in pins for line in requirement_lines(path.read_text("utf-8"))}
    asked = requirement_lines(wanted.read_text("utf-8"))
    assert [line for line in asked if line.lower() not in made] == []
