"""All errors of the core stand in one tree, and a command makes one message of any of them."""

from __future__ import annotations

import argparse
import importlib
import inspect
import logging
import pkgutil
import re

import pytest

import geodata
from geodata import AtlasError
from geodata.__main__ import main
from geodata.basemap import __main__ as basemap
from geodata.basemap.errors import PackageError
from geodata.commands import check
from geodata.commands.errors import OutputError, writing


def errors() -> set[type[Exception]]:
    """Return every exception that a module of the core declares."""
    found = set()
    for info in pkgutil.walk_packages(geodata.__path__, "geodata."):
        for one in vars(importlib.import_module(info.name)).values():
            if inspect.isclass(one) and issubclass(one, Exception):
                found |= {one} if one.__module__.startswith("geodata") else set()
    return found


def drawn(error: type[Exception], indent: str = "") -> list[str]:
    """Return the names of an error and those below it, as deep as they stand."""
    below = sorted(error.__subclasses__(), key=lambda one: one.__name__)
    names = [name for one in below for name in drawn(one, indent + "    ")]
    return [indent + error.__name__, *names]


def test_every_error_of_the_core_stands_in_one_tree() -> None:
    assert [one.__name__ for one in errors() if not issubclass(one, AtlasError)] == []


def test_the_tree_is_drawn_as_it_is() -> None:
    errors()  # an error is known once its module has been imported
    lines = (inspect.getdoc(AtlasError) or "").splitlines()
    nodes = [re.match(r"([│├└─ ]*)([A-Z]\w+)(?:  |$)", line) for line in lines]
    shown = [" " * len(one[1]) + one[2] for one in nodes if one]
    assert sorted(shown) == sorted(drawn(AtlasError))


@pytest.mark.usefixtures("editions_root")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (AtlasError("It is bent. Cure: Straighten it."), "It is bent. Cure: Straighten it.\n"),
        (
            PermissionError(13, "Permission denied", "claims.toml"),
            "claims.toml: Permission denied. Cure: Mend that, and run again.\n",
        ),
        (OSError("no room"), "no room. Cure: Mend that, and run again.\n"),
    ],
)
def test_a_command_that_is_stopped_says_why_in_one_message(
    error: Exception,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def stop(options: argparse.Namespace) -> int:
        raise error

    monkeypatch.setattr(check, "run", stop)
    assert main(["check"]) == 1
    assert capsys.readouterr() == ("", said)


def test_the_basemaps_build_says_what_stops_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def stop(*_: object, **__: object) -> dict[str, int]:
        raise PackageError("npm was not found; install it")

    monkeypatch.setattr(basemap, "build", stop)
    assert basemap.main([]) == 1
    assert caplog.messages == ["npm was not found; install it"]


def test_the_basemaps_build_says_what_it_wrote(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(basemap, "build", lambda *_, **__: {"world.json": 1234})
    monkeypatch.setattr(basemap, "read_sources", lambda *_: None)
    monkeypatch.setattr(basemap, "build_gazetteer", lambda *_: {"gazetteer.sqlite.xz": 5678})
    caplog.set_level(logging.INFO)
    assert basemap.main([]) == 0
    assert caplog.messages == [
        "Building the gazetteer",
        "world.json: 1,234 bytes",
        "gazetteer.sqlite.xz: 5,678 bytes",
    ]


def test_what_the_system_says_against_writing_gets_a_cure() -> None:
    with pytest.raises(OutputError) as refused, writing("a.csv"):
        raise OSError("the disk is full")
    assert str(refused.value) == (
        "a.csv: It cannot be written: the disk is full. "
        "Cure: Name another --output, or mend this one."
    )
