"""The editors' guide lists every kind of place with its code and what can be drawn for it."""

from __future__ import annotations

import re

from geodata.model.kinds import KINDS
from tests.repository import ROOT

SHAPES = {"p": "point", "l": "line", "a": "area"}


def test_the_guide_has_the_kinds_as_the_table_has_them() -> None:
    guide = (ROOT / "docs" / "editing.md").read_text("utf-8")
    section = guide.split("### Kinds of place")[1].split("\n## ")[0]
    _, *rows = re.findall(r"(?m)^\| `([^`]+)` \| ([^|\n]+) \| ([^|\n]+) \| ([^|\n]+) \|$", section)
    assert rows == [
        (
            kind.id,
            kind.words,
            ".".join(filter(None, (kind.feature_class, kind.feature_code))),
            ", ".join(SHAPES[shape] for shape in kind.shapes),
        )
        for kind in KINDS.values()
    ]
