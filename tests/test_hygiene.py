"""The repository as a whole: no traces of one machine, small files that say what they are for."""

import ast
import re
from pathlib import Path

import pytest

from tests.repository import ROOT, committed, is_derived, ours, text_of

MAX_LINES = 400

TOP_LEVEL = {
    "app.py", "geodata", "pages", "tests", "requirements.in", "requirements.txt", "README.md",
    ".ci", ".gitignore", ".streamlit", "CHANGELOG.md", "LICENSE", "Makefile", "docs",
    "requirements-archive.in", "requirements-archive.txt",
    "pyproject.toml", "requirements-dev.in", "requirements-dev.txt", "static",
    ".gitattributes", ".npmrc", ".prettierignore", "eslint.config.js", "package-lock.json",
    "package.json", "tsconfig.json",
    ".editorconfig", ".pre-commit-config.yaml", "CONTRIBUTING.md",
    "requirements-languages.in", "requirements-languages.txt",
}  # fmt: skip

# A home directory or work folder of one machine. "/app/…" in a container is nobody's own.
MACHINE_PATH = re.compile(r"(?<![\w.~/-])/(?:work|home|Users|root)/[\w.-]+")
OUTSIDE_FOLDER = re.compile(r"\.\./" + "shared")
REGISTRY_HOST = re.compile(
    r"(?:registry\.npmjs|files\.pythonhosted|pypi\.python|(?:deb|security|snapshot)\.debian"
    r"|(?<![\w.-])pypi)\.(?:org|com)"
)


def _findings(pattern: re.Pattern[str]) -> list[str]:
    """Return ``file:line: what`` wherever a committed file of ours matches."""
    found = []
    for path in ours():
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1):
            found += [f"{path}:{number}: {hit.group()}" for hit in pattern.finditer(line)]
    return found


def _opening(path: Path) -> str:
    """Return the first comment or docstring of a file, without its marks, "" if it has none."""
    text = text_of(path) or ""
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    text = text.removeprefix("#!/bin/sh\n").removeprefix("#!/usr/bin/env bash\n")
    if block := re.match(r"\s*(?:/\*+|\{#-?|<!--)(.*?)(?:\*/|-?#\}|-->)", text, re.DOTALL):
        return " ".join(block.group(1).split())
    if lines := re.match(r"(?:(?://|#)[^\n]*\n)+", text):
        return " ".join(line.lstrip("/# ") for line in lines.group().splitlines())
    return ""


def test_no_committed_file_names_a_path_of_one_machine() -> None:
    assert _findings(MACHINE_PATH) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see /ho" + "me/anna/atlas", True),
        ('open("/Us' + 'ers/anna/x")', True),
        ("https://example.org/ho" + "me/anna", False),
        ("../ho" + "me/anna", False),
        ("/usr/bin/chromium", False),
    ],
)
def test_a_path_of_one_machine_is_told_from_an_address(line: str, found: bool) -> None:
    assert bool(MACHINE_PATH.search(line)) is found


def test_no_committed_file_refers_to_a_folder_outside_the_repository() -> None:
    assert _findings(OUTSIDE_FOLDER) == []


def test_no_committed_file_names_the_host_of_a_package_registry() -> None:
    assert _findings(REGISTRY_HOST) == []


@pytest.mark.parametrize("path", ours(".py", ".js", ".mjs", ".css", ".sh"), ids=str)
def test_a_file_begins_with_a_sentence_that_says_what_it_is_for(path: Path) -> None:
    assert re.match(r"[^a-z\s].{10,}[.!?:](\s|$)", _opening(path), re.DOTALL), _opening(path)


@pytest.mark.parametrize("path", ours(".py", ".js", ".mjs", ".css", ".html", ".j2", ".sh"), ids=str)
def test_no_file_of_code_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert is_derived(path) or len((text_of(path) or "").splitlines()) <= MAX_LINES


def test_the_top_level_holds_only_what_was_agreed() -> None:
    assert {path.parts[0] for path in committed()} - TOP_LEVEL == set()


def _make_targets() -> list[str]:
    return re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


needs_readme = pytest.mark.skipif(
    not (ROOT / "README.md").exists(), reason="the README is not written yet"
)


@needs_readme
@pytest.mark.parametrize("target", _make_targets())
def test_the_readme_names_every_make_target(target: str) -> None:
    assert f"make {target}" in (ROOT / "README.md").read_text("utf-8")


@needs_readme
@pytest.mark.parametrize("page", sorted((ROOT / "pages").glob("*.py")), ids=lambda page: page.name)
def test_the_readme_names_every_page(page: Path) -> None:
    assert f"pages/{page.name}" in (ROOT / "README.md").read_text("utf-8")
