"""The soak's own sums, and its table."""

from __future__ import annotations

import math
from pathlib import Path

from tests.soak.__main__ import markdown, plan
from tests.soak.load import nth
from tests.soak.trials import Row


def test_a_share_of_the_times_is_the_smallest_that_it_does_not_exceed() -> None:
    times = [5.0, 1.0, 4.0, 2.0, 3.0]
    assert (nth(times, 0.5), nth(times, 0.95), nth(times, 0.2)) == (3.0, 5.0, 1.0)
    assert math.isnan(nth([], 0.5))


def test_the_table_says_what_was_missed() -> None:
    rows = [Row("ten readers", "9 open", "all 10 open", False), Row("log", "5", "≤ 9", True)]
    assert markdown(rows).splitlines() == [
        "| trial | seen | wanted | |",
        "| --- | --- | --- | --- |",
        "| ten readers | 9 open | all 10 open | **missed** |",
        "| log | 5 | ≤ 9 | met |",
    ]


def test_the_trials_are_those_that_the_document_names(tmp_path: Path) -> None:
    names = set(plan(500, tmp_path))
    assert names == {"in-turn", "burst", "limit", "class", "restart", "slow"}
    document = (Path(__file__).parents[2] / "docs" / "load.md").read_text("utf-8")
    assert all(f"`{name}`" in document for name in names)
