"""The bench's table: its statistics, and how a row reads."""

import pytest

from tests.bench.table import Row, markdown, percentile_90, ratio


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ([7.0], 7.0),
        ([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0], 9.0),
        ([10.0, 9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0, 0.0], 9.0),
    ],
)
def test_nine_times_in_ten_do_not_exceed_the_90th_percentile(
    times: list[float], expected: float
) -> None:
    assert percentile_90(times) == expected


def test_the_ratio_compares_medians_and_not_means() -> None:
    assert ratio([10.0, 20.0, 900.0], [10.0, 10.0, 700.0]) == 2.0


def test_a_row_shows_median_percentile_runs_and_how_much_faster() -> None:
    row = Row("a → b", "ours", [20.0, 21.0, 30.0], [15.0], [400.0, 420.0, 9000.0], "< 50 ms", True)
    assert markdown([row]).splitlines()[2] == (
        "| a → b | ours | 15 | 21 | 30 | 3 | 20× faster | < 50 ms: met |"
    )


def test_a_row_that_is_not_much_faster_shows_its_ratio() -> None:
    row = Row("a → b", "ours", [2300.0], beside=[2000.0], target="≤ 1.15", met=True)
    assert markdown([row]).splitlines()[2].endswith("| 2,300 | 2,300 | 1 | 1.15 | ≤ 1.15: met |")


def test_a_missed_target_says_so() -> None:
    row = Row("a → b", "ours", [80.0], beside=[100.0], target="< 50 ms", met=False)
    assert markdown([row]).endswith("| 0.80 | < 50 ms: missed |")
