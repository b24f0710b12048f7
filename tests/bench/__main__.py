"""Run the bench: `python -m tests.bench [--runs N] [--only PART] [--write FILE]`."""

import argparse
import signal
import sys
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from geodata.writing.files import write_file
from tests.bench import contestants as apps
from tests.bench import scale, scale_report
from tests.bench.measure import Effects, Times, openings, readings
from tests.bench.table import Row, machine_notes, markdown, ratio
from tests.browser.chromium import launch

RUNS = 20
SCALE_RUNS = 5
AT_ONCE_MS = 50
TIMES_FASTER = 10
OPENING_RATIO = 1.15
COMMIT_RATIO = 1.05

ACTS = {
    "place": "click on a place → its passage highlighted",
    "mention": "click on a mention → its place selected on the map",
    "theme off": "theme switched off → map changed",
    "theme on": "theme switched on → map changed",
}


EXPLANATION = """\
Milliseconds. All apps run at once, are measured by turns in one browser, and use the same Streamlit
settings and the same local Leaflet. The plain app (`tests/bench/plain_app.py`) shows the same
article and places in one script: it rebuilds the map on every filter and learns of clicks through
what `st_folium` returns. "In the document" is the median until the effect is in the page; "median"
and "p90" run until the first animation frame that shows it. Times are read in the page, from the
browser's own time of the click. An opening is a new reader with an empty cache on a warm server;
the click is made in the page as soon as the places are drawn, again and again until it is answered.
The bare page answers a click by a popup in the map's own frame, the plain app by way of the server.
The ratio is to the bare page, in the last row to the empty one, else to the plain app.
"""


def _reading_rows(times: Effects) -> list[Row]:
    rows = []
    for act, words in ACTS.items():
        shown, changed = times[act], times[f"changed {act}"]
        ours, plain = shown[apps.ATLAS.name], shown[apps.PLAIN.name]
        rows.append(
            Row(
                words,
                apps.ATLAS.name,
                ours,
                changed=changed[apps.ATLAS.name],
                beside=plain,
                target=f"< {AT_ONCE_MS} ms and ≥ {TIMES_FASTER}× faster",
                met=median(ours) < AT_ONCE_MS and ratio(plain, ours) >= TIMES_FASTER,
            )
        )
        rows.append(Row(words, apps.PLAIN.name, plain, changed=changed[apps.PLAIN.name]))
    return rows


def _opening_rows(drawn: Times, answered: Times) -> list[Row]:
    rows = []
    bare = apps.BARE.name
    for words, times in (
        ("opening → places drawn", drawn),
        ("opening → places drawn and a click answered", answered),
    ):
        for one in apps.ALL:
            if one.name not in times:
                continue
            row = Row(words, one.name, times[one.name])
            if one is apps.ATLAS:
                met = ratio(times[one.name], times[bare]) <= OPENING_RATIO
                target = f"≤ {OPENING_RATIO} × the bare page"
                row = Row(
                    words, one.name, times[one.name], beside=times[bare], target=target, met=met
                )
            rows.append(row)
    empty = drawn[apps.EMPTY.name]
    words = "opening → click answered, beside the empty page"
    rows.append(Row(words, apps.ATLAS.name, answered[apps.ATLAS.name], beside=empty))
    return rows


def _commit_rows(act: str, times: Times) -> list[Row]:
    """Return our app's times beside those of another checkout."""
    ours, other = times[apps.ATLAS.name], times[apps.OTHER_COMMIT]
    met = ratio(ours, other) <= COMMIT_RATIO
    target = f"≤ {COMMIT_RATIO} × the other checkout"
    return [
        Row(act, apps.ATLAS.name, ours, beside=other, target=target, met=met),
        Row(act, apps.OTHER_COMMIT, other),
    ]


def _measure_beside(tree: Path, runs: int) -> str:
    """Return the report that compares this checkout with another, both by turns."""
    both = (apps.ATLAS, apps.other_checkout(tree))
    with apps.serve_all(both) as servers, sync_playwright() as playwright:
        browser = launch(playwright)
        effects = readings(browser, servers, both, runs)
        drawn, answered = openings(browser, servers, both, runs)
        notes = machine_notes(browser.version)
        browser.close()
    rows = [row for act, words in ACTS.items() for row in _commit_rows(words, effects[act])]
    rows += _commit_rows("opening → places drawn", drawn)
    rows += _commit_rows("opening → places drawn and a click answered", answered)
    return f"# Two checkouts ({date.today().isoformat()})\n\n{markdown(rows)}\n\n{notes}\n"


def _measure(runs: int, only: str | None) -> str:
    """Return the whole report as Markdown; ``only`` leaves one of its two parts out."""
    rows: list[Row] = []
    with apps.serve_all(apps.ALL) as servers, sync_playwright() as playwright:
        browser = launch(playwright)
        if only != "opening":
            print(f"Reading, {runs} runs by turns …", flush=True)
            rows += _reading_rows(readings(browser, servers, (apps.ATLAS, apps.PLAIN), runs))
        if only != "reading":
            print(f"Opening, {runs} runs by turns …", flush=True)
            rows += _opening_rows(*openings(browser, servers, apps.ALL, runs))
        notes = machine_notes(browser.version)
        browser.close()
    return f"# Bench ({date.today().isoformat()})\n\n{markdown(rows)}\n\n{notes}\n\n{EXPLANATION}"


def _measure_scale(runs: int, drawing: Path | None) -> str:
    """Return the report of editions of growing size; draw their times where a file is named."""
    sizes = list(scale.SIZES)
    with scale.editions(sizes) as served, sync_playwright() as playwright:
        browser = launch(playwright)
        figures = scale.measure(browser, served, runs)
        notes = machine_notes(browser.version)
        browser.close()
    if drawing:
        write_file(drawing, scale_report.plot(figures, sizes).encode())
    table = scale_report.table(figures)
    return f"# Any size ({date.today().isoformat()}, {runs} runs)\n\n{table}\n\n{notes}\n"


def main() -> None:
    """Measure, print the report, and write it to a file where one is named."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--runs", type=int, help="runs of each act (20; 5 of editions by size)")
    parser.add_argument("--write", type=Path, help="also write the report to this file")
    parser.add_argument("--only", choices=("reading", "opening", "scale"), help="one part only")
    parser.add_argument("--plot", type=Path, help="draw what --only scale finds, as SVG")
    parser.add_argument("--beside", type=Path, help="compare with this other checkout instead")
    options = parser.parse_args()
    # Ended from outside, the servers must end with us: leave through their contexts.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if options.beside:
        report = _measure_beside(options.beside, options.runs or RUNS)
    elif options.only == "scale":
        report = _measure_scale(options.runs or SCALE_RUNS, options.plot)
    else:
        report = _measure(options.runs or RUNS, options.only)
    print(f"\n{report}")
    if options.write:
        write_file(options.write, report.encode())


if __name__ == "__main__":
    main()
