"""Measures how many articles a second are geoparsed, by one process and by workers."""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ARTICLE = ROOT / "geodata" / "editions" / "taliban-is-k" / "article.txt"
WAYS = {"one process": (), "one worker": ("--workers", "1"), "two workers": ("--workers", "2")}
TEN_MILLION = 10_000_000


@dataclass(frozen=True)
class Measured:
    """One way, measured."""

    name: str
    start_s: float
    """Until one article is done."""
    articles_s: float
    """Articles a second after that."""
    peak_mb: float
    """Of the largest process."""


def articles(count: int) -> bytes:
    """Return so many articles as JSON lines: the edition's paragraphs, turned."""
    paragraphs = ARTICLE.read_text("utf-8").split("\n\n")
    turned = (
        paragraphs[n % len(paragraphs) :] + paragraphs[: n % len(paragraphs)] for n in range(count)
    )
    lines = (json.dumps({"id": f"{n}", "text": "\n\n".join(one)}) for n, one in enumerate(turned))
    return "".join(f"{one}\n" for one in lines).encode()


def seconds(folder: Path, name: str, data: bytes, module: str, more: Sequence[str]) -> float:
    """Return how long the command takes for an input."""
    source, goal = folder / f"{name}.in.jsonl", folder / f"{name}.jsonl"
    source.write_bytes(data)
    command = [sys.executable, "-m", module, "geoparse", "--jsonl", str(source)]
    begun = time.perf_counter()
    subprocess.run([*command, "--output", str(goal), *more], cwd=ROOT, check=True)
    return time.perf_counter() - begun


def measure(folder: Path, name: str, count: int, module: str, more: Sequence[str]) -> Measured:
    """Measure one way: once with one article, once with all."""
    mark = name.replace(" ", "-")
    start = seconds(folder, f"{mark}-1", articles(1), module, more)
    whole = seconds(folder, f"{mark}-all", articles(count + 1), module, more)
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return Measured(name, start, count / max(whole - start, 0.001), peak_kb / 1024)


def main() -> None:
    """Measure all ways; check that they give the same bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=512)
    parser.add_argument("--no-quotations", action="store_true")
    parser.add_argument("--double", action="store_true", help="without a geoparser")
    options = parser.parse_args()
    module = "tests.archive.command" if options.double else "geodata"
    usual = ("--no-quotations",) if options.no_quotations else ()
    words = len(ARTICLE.read_text("utf-8").split())
    print(f"{options.articles} articles of {words:,} words")
    print(
        "| way | first result | articles a second | words a second "
        "| largest process so far | ten million |"
    )
    print("| --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        for way, more in WAYS.items():
            one = measure(Path(name), way, options.articles, module, (*usual, *more))
            hours = TEN_MILLION / one.articles_s / 3600
            print(
                f"| {one.name} | {one.start_s:.1f} s | {one.articles_s:,.1f} "
                f"| {one.articles_s * words:,.0f} | {one.peak_mb:,.0f} MB | {hours:,.0f} h |"
            )
        same = {path.read_bytes() for path in Path(name).glob("*-all.jsonl")}
        print("The same bytes each way." if len(same) == 1 else "THE BYTES DIFFER.")


if __name__ == "__main__":
    main()
