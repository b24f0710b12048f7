"""Tries the whole geoparser on hostile texts for some time: ``python -m tests.geoparse.fuzz``.

Each text is made of pieces that break parsers: brackets, marks, controls, scripts, very long words,
halves of names. What must hold is checked; the slowest text and the peak of memory are printed.
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import time
from itertools import pairwise

from geodata.geoparse.contracts import Setting
from geodata.geoparse.geoparser import Geoparser, open_geoparser
from geodata.geoparse.values import Parse

PIECES = (
    *("Paris", "Texas", "the border between Chad and Sudan", "said", "according to", "he", "U.S."),
    *("“", "”", '"', "'", "‘", "’", "(", ")", "[", "{", "—", "-", ".", ",", ";", ":", "\n", "\n\n"),
    *("\x00", "\x1b[31m", "\u202e", "\u200b", "\ufeff", "e\u0301", "\u0301" * 9, "🌍", "👩‍👩‍👧"),
    *("北京", "الشرق الأوسط", "Москва", "नई दिल्ली", "<script>", "&amp;", "%00", "../", "' or 1=1"),
    *("A" * 50, "a" * 500, "A." * 40, "of the " * 9, "in Paris, " * 5, "2024-03-22", "last March"),
    *("NOT, A — PLACE", "CITY, Country (AP) —", "1" * 60, "\r\n", "\t", " " * 30),
)

LONGEST = 60_000
"""Signs of a text; with more it takes longer, not otherwise."""


def made(random_: random.Random) -> str:
    """Return a text: pieces in a row, one piece over and over, or anything at all."""
    way = random_.random()
    if way < 0.5:
        joint = random_.choice((" ", "", ", ", "\n"))
        return joint.join(random_.choices(PIECES, k=random_.randrange(1, 400)))
    if way < 0.8:
        return (random_.choice(PIECES) * random_.randrange(1, 4_000))[:LONGEST]
    signs = (random_.randrange(1, 0x2FFF) for _ in range(random_.randrange(1, 4_000)))
    return "".join(map(chr, signs))


def check(text: str, parse: Parse) -> None:
    """Raise where something does not hold."""
    outer = [one.toponym.span for one in parse.mentions if one.inside is None]
    assert all(one.end <= two.start for one, two in pairwise(outer)), "mentions overlap"
    assert all(one.toponym.span.end <= len(text) for one in parse.mentions), "outside the text"
    spans = [one.span for one in parse.quotations]
    assert all(one.end <= two.start for one, two in pairwise(spans)), "quotations overlap"
    assert all(n < len(parse.mentions) for one in parse.claims for n in one.mentions), "claims"


def main() -> int:
    """Run for so many seconds; print the figures, and the seed of what failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    geoparser: Geoparser = open_geoparser()
    ends, seed, signs = time.monotonic() + options.seconds, options.seed, 0
    slowest, slow_seed = 0.0, 0
    while time.monotonic() < ends:
        text = made(random.Random(seed))
        began = time.process_time()
        try:
            check(text, geoparser.parse(text, Setting(language="en", date="2026-11-28")))
        except Exception as error:
            print(f"Seed {seed} ({len(text):,} signs): {type(error).__name__}: {error}")
            return 1
        spent = (time.process_time() - began) / max(len(text), 1_000) * 1_000
        if spent > slowest:
            slowest, slow_seed = spent, seed
        seed, signs = seed + 1, signs + len(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seed - options.seed:,} texts, {signs:,} signs, none failed.")
    print(f"Slowest: {slowest:.2f} s for 1,000 signs (seed {slow_seed}). Peak {peak:.0f} MB.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
