"""Run the trials: `python -m tests.soak [--readers N] [--only TRIAL] [--write FILE]`."""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from pages.parts.descriptors import raise_limit
from tests.soak import trials
from tests.soak.trials import Row

HOLD_S: Final = 20.0
CLASS: Final = 40
FILES_A_READER: Final = 2
"""Of this program: a connection, and a little for all else."""


def markdown(rows: list[Row]) -> str:
    """Return the table of the trials."""
    lines = ["| trial | seen | wanted | |", "| --- | --- | --- | --- |"]
    for row in rows:
        met = "met" if row.met else "**missed**"
        lines.append(f"| {row.trial} | {row.seen} | {row.wanted} | {met} |")
    return "\n".join(lines)


def plan(readers: int, folder: Path) -> dict[str, Callable[[], list[Row]]]:
    """Return the trials by name, for so many readers; ``folder`` takes nginx's files."""
    rooms = {name: folder / name for name in ("class", "slow")}
    for room in rooms.values():
        room.mkdir()
    return {
        "in-turn": lambda: trials.in_turn(readers, HOLD_S),
        "burst": lambda: trials.burst(readers // 5),
        "limit": lambda: trials.past_the_limit(readers // 10),
        "class": lambda: trials.school_class(CLASS, rooms["class"]),
        "restart": lambda: trials.restart(readers // 10),
        "slow": lambda: trials.slow_line(rooms["slow"]),
    }


def machine() -> str:
    """Say what the machine was doing, for whoever reads the times."""
    one, _, fifteen = os.getloadavg()
    busy = f"Load average {fifteen:.1f} over the last quarter of an hour, {one:.1f} at the end"
    return f"{busy}; the program that opens the pages ran on the same {os.cpu_count()} cores."


def main() -> int:
    """Run the trials and print the table; return 1 where something wanted was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--readers", type=int, default=500, help="how many readers (default 500)")
    parser.add_argument("--only", help="the names of some trials, parted by commas")
    parser.add_argument("--write", type=Path, help="also write the table to this file")
    options = parser.parse_args()
    # Ended from outside, the servers must end with us: leave through their contexts.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    if raise_limit() < FILES_A_READER * options.readers + 200:
        print(f"Too few open files: {resource.getrlimit(resource.RLIMIT_NOFILE)}", file=sys.stderr)
        return 2
    rows: list[Row] = []
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for name, trial in plan(options.readers, Path(folder)).items():
            if not options.only or name in options.only.split(","):
                print(f"{name} …", flush=True)
                rows += trial()
                print(markdown(rows[-1:]).splitlines()[-1], flush=True)
    took = f"{date.today().isoformat()}, {time.monotonic() - start:.0f} s."
    report = f"{markdown(rows)}\n\n{took} {machine()}\n"
    print(f"\n{report}")
    if options.write:
        options.write.write_text(report, "utf-8")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
