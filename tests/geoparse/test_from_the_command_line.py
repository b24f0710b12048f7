"""The whole geoparser, model and gazetteer included, as its command gives it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from geodata.__main__ import main

FIVE = sorted((Path(__file__).parent / "five").glob("*.txt"))


def parsed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """Return what the command prints as JSON."""
    assert main(["geoparse", *arguments]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("path", FIVE, ids=lambda path: path.stem)
def test_every_span_of_a_draft_is_its_words(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = path.read_text("utf-8")
    found = parsed(capsys, str(path), "--format", "json", "--claim-text")
    mentions, claims = found["mentions"], found["claims"]
    assert len(mentions) > 30
    assert len(claims) > 8
    for one in (*mentions, *claims):
        assert text[one["start"] : one["end"]] == one["text"]
    for one in mentions:
        assert one["why"].endswith(".")
        assert (one["place"] is None) <= (one["confidence"] == 0)
    assert any(one["speaker"] for one in claims)
    assert all(max(one["mentions"]) < len(mentions) for one in claims)


def test_what_lies_inside_a_description_points_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Rain fell in southern Tajikistan on Friday, officials said.", "utf-8")
    mentions = parsed(capsys, str(path), "--format", "json", "--date", "2026-11-28")["mentions"]
    assert [(one["text"], one.get("inside")) for one in mentions] == [
        ("southern Tajikistan", None),
        ("Tajikistan", 0),
    ]


def test_ones_own_gazetteer_is_asked_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own, path = tmp_path / "own.csv", tmp_path / "a.txt"
    own.write_text("name,kind,lon,lat\nCamp Ash,camp,66.5,30.5\n", "utf-8")
    path.write_text("A fire broke out near Camp Ash on Friday.", "utf-8")
    found = parsed(capsys, str(path), "--format", "json", "--gazetteer", str(own))
    assert [one["place"]["id"] for one in found["mentions"]] == ["own:1"]
