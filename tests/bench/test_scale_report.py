"""The table and the plot of editions by size."""

from itertools import pairwise
from xml.etree import ElementTree

from tests.bench.scale import FIRST
from tests.bench.scale_report import DRAWN, plot, table

FIGURES = {
    what: {FIRST: [10.0, 20.0, 30.0], "10 places": [5.0], "100 places": [100.0 + number]}
    for number, what in enumerate(DRAWN)
}


def test_each_median_stands_with_its_ratio_to_the_first_editions() -> None:
    lines = table(FIGURES).splitlines()
    assert lines[0] == "|  | first edition | 10 places | 100 places |"
    assert lines[2] == "| opening → places drawn, ms | 20 | 5.0 (0.2×) | 100 (5.0×) |"
    assert len(lines) == 2 + len(DRAWN)


def test_the_plot_has_a_line_for_each_act_and_none_of_their_words_meet() -> None:
    svg = ElementTree.fromstring(plot(FIGURES, [(10, 100), (100, 1_000)]))
    name = "{http://www.w3.org/2000/svg}"
    assert len(svg.findall(f"{name}polyline")) == len(DRAWN)
    words = [one for one in svg.findall(f"{name}text") if one.get("fill") != "#333"]
    ys = sorted(float(one.get("y", "0")) for one in words)
    assert min(after - before for before, after in pairwise(ys)) >= 14
