"""What keeps work on the code alike: hooks, editors' settings, and no test that nobody runs."""

from __future__ import annotations

import re
import tomllib

from tests.repository import ROOT, committed, is_derived, is_vendored, text_of

HOOKS = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def test_the_hooks_run_every_check_but_the_tests() -> None:
    hooked = {word for entry in re.findall(r"entry: make (.*)", HOOKS) for word in entry.split()}
    checks = set(re.findall(r"(?m)^(check-[a-z-]+):", MAKEFILE))
    tests = {"check-tests", "check-core-tests", "check-browser-tests", "check-frame-tests"}
    assert hooked == checks - tests - {"check-all-else", "check-browser-side", "check-pythons"}


def test_the_hooks_are_local_and_fetch_nothing() -> None:
    assert re.findall(r"repo: (\S+)", HOOKS) == ["local"]
    assert set(re.findall(r"language: (\S+)", HOOKS)) == {"system"}
    assert len(re.findall(r"- id: ", HOOKS)) == len(re.findall(r"language: ", HOOKS))


def test_every_file_is_saved_as_the_editors_are_told() -> None:
    odd = []
    for path in committed():
        if is_vendored(path) or is_derived(path) or path.name == "article.txt":
            continue
        text = text_of(path)
        if text and re.search(r"\r|[ \t]$|[^\n]\Z", text, re.MULTILINE):
            odd.append(str(path))
    assert odd == []


def test_an_article_is_left_as_it_is_by_editors() -> None:
    settings = (ROOT / ".editorconfig").read_text("utf-8")
    section = settings.split("[{article.txt,")[1]
    for key in ("end_of_line", "insert_final_newline", "trim_trailing_whitespace", "charset"):
        assert f"{key} = unset" in section


def test_every_test_is_in_a_place_where_tests_are_looked_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    places = settings["tool"]["pytest"]["ini_options"]["testpaths"]
    looked_for = {file for place in places for file in ROOT.glob(place) if file.is_file()}
    folders = {place for place in places if (ROOT / place).is_dir()}
    lost = [
        str(path)
        for path in committed()
        if path.parts[0] == "tests" and path.match("test_*.py")
        if ROOT / path not in looked_for
        if not any(path.as_posix().startswith(f"{folder}/") for folder in folders)
    ]
    assert lost == []
