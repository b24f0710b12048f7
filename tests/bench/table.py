"""Turn measured times into a Markdown table: median, 90th percentile, ratio, target."""

import os
import platform
from dataclasses import dataclass
from importlib.metadata import version
from math import ceil
from pathlib import Path
from statistics import median


@dataclass(frozen=True)
class Row:
    """One act measured in one app, beside the same act in another."""

    act: str
    app: str
    times: list[float]
    changed: list[float] | None = None
    """The times until the effect was in the document, before the browser showed it."""
    beside: list[float] | None = None
    """The times of the app that this one is compared with."""
    target: str = ""
    met: bool | None = None


def percentile_90(times: list[float]) -> float:
    """Return the smallest measured time that at least nine in ten do not exceed."""
    return sorted(times)[ceil(0.9 * len(times)) - 1]


def ratio(times: list[float], beside: list[float]) -> float:
    """Return how many times the median of ``beside`` the median of ``times`` is."""
    return median(times) / median(beside)


def _cells(row: Row) -> list[str]:
    compared = f"{ratio(row.times, row.beside):.2f}" if row.beside else ""
    if row.beside and ratio(row.times, row.beside) < 0.5:
        compared = f"{ratio(row.beside, row.times):.0f}× faster"
    met = {None: "", True: "met", False: "missed"}[row.met]
    return [
        row.act,
        row.app,
        f"{median(row.changed):,.0f}" if row.changed else "",
        f"{median(row.times):,.0f}",
        f"{percentile_90(row.times):,.0f}",
        str(len(row.times)),
        compared,
        f"{row.target}: {met}" if row.target else "",
    ]


def markdown(rows: list[Row]) -> str:
    """Return the table; times in milliseconds."""
    head = ["from … to …", "app", "in the document", "median", "p90", "runs", "ratio", "target"]
    lines = [
        head,
        ["---", "---", "---:", "---:", "---:", "---:", "---:", "---"],
        *map(_cells, rows),
    ]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def machine_notes(chromium: str) -> str:
    """Say in one paragraph on what the times were measured."""
    return (
        f"{platform.system()} on {os.cpu_count()} cores ({_processor()}), "
        f"Python {platform.python_version()}, Streamlit {version('streamlit')}, "
        f"folium {version('folium')}, streamlit-folium {version('streamlit-folium')}, "
        f"Chromium {chromium}; browser and all servers on this machine. Trust the ratios more than "
        "the absolute times."
    )
