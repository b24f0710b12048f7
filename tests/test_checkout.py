"""A clone is the same, byte by byte, whatever git's settings; so what counts bytes holds in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

LONGEST_S = 60
"""How long a command may take, in seconds."""
ARTICLE = Path("geodata/editions/taliban-is-k/article.txt")


def run(*command: str, cwd: Path = ROOT, **more: str) -> str:
    """Run a command and return what it prints; fail with what it complains of."""
    env = os.environ | more
    env.pop("ARTICLE_ATLAS_EDITIONS", None)
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def clone(target: Path, autocrlf: str, without: str = "") -> Path:
    """Clone what is committed with a setting of ``core.autocrlf``, without one of its files."""
    run("git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(target))
    run("git", "config", "core.autocrlf", autocrlf, cwd=target)
    run("git", "read-tree", "HEAD", cwd=target)
    if without:
        run("git", "rm", "--quiet", "--cached", without, cwd=target)
    run("git", "checkout-index", "--all", cwd=target)
    return target


def contents(folder: Path) -> dict[Path, bytes]:
    """Return the files of a clone with their bytes."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    inside = ((path.relative_to(folder), path) for path in files)
    return {name: path.read_bytes() for name, path in inside if name.parts[0] != ".git"}


@pytest.fixture(scope="module")
def as_committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone that leaves all line ends as they are committed."""
    return clone(tmp_path_factory.mktemp("plain") / "clone", "false")


@pytest.fixture(scope="module")
def as_on_windows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone as Git for Windows makes it by default."""
    return clone(tmp_path_factory.mktemp("windows") / "clone", "true")


def test_a_clone_with_autocrlf_holds_the_bytes_that_are_committed(
    as_committed: Path, as_on_windows: Path
) -> None:
    wanted, found = contents(as_committed), contents(as_on_windows)
    assert ARTICLE in wanted
    assert sorted(map(str, found)) == sorted(map(str, wanted))
    assert [str(name) for name, data in wanted.items() if found[name] != data] == []


def test_the_editions_of_a_clone_with_autocrlf_are_whole(as_on_windows: Path) -> None:
    said = run(sys.executable, "-m", "geodata", "check", cwd=as_on_windows, PYTHONPATH="")
    assert said.splitlines()[-1] == "taliban-is-k: no faults"


def test_without_gitattributes_autocrlf_would_change_the_article(
    as_committed: Path, tmp_path: Path
) -> None:
    spoiled = clone(tmp_path / "clone", "true", without=".gitattributes")
    before = (as_committed / ARTICLE).read_bytes()
    assert (spoiled / ARTICLE).read_bytes() == before.replace(b"\n", b"\r\n") != before


@pytest.mark.parametrize(
    ("path", "attribute", "value"),
    [
        (str(ARTICLE), "text", "unset"),
        ("static/atlas/page/reader.js", "eol", "lf"),
        ("static/vendor/leaflet/leaflet.css", "text", "unset"),
        ("static/atlas/dist/reader.js", "diff", "unset"),
        ("static/atlas/dist/reader.js", "linguist-generated", "set"),
    ],
)
def test_git_knows_how_to_treat_a_file(path: str, attribute: str, value: str) -> None:
    assert run("git", "check-attr", attribute, path) == f"{path}: {attribute}: {value}\n"
