"""Tell what grows with an edition: a table with ratios to the first edition, and a plot."""

from html import escape
from itertools import pairwise
from math import log10
from statistics import median

from tests.bench.scale import FIRST, Figures

WORDS = {
    "text": "opening → text there, ms",
    "opening": "opening → places drawn, ms",
    "first act": "opening → a click answered, ms",
    "filter": "topic switched off → on the screen, ms",
    "filter back": "topic switched on → on the screen, ms",
    "click": "click on a mention → on the screen, ms",
    "scrolling": "longest frame of 5,000 px of scrolling, ms",
    "bytes": "bytes to open, MB",
    "browser": "memory of the page's scripts, MB",
    "server": "memory of the server, MB",
}
DRAWN = ("opening", "first act", "filter", "click", "scrolling")
COLOURS = ("#1f5f8b", "#7a3b8f", "#b3541e", "#2f7d4f", "#8a1c3a")
WIDTH, HEIGHT, LEFT, RIGHT, EDGE = 720, 400, 70, 240, 40


def table(figures: Figures) -> str:
    """Return medians as Markdown, each with its ratio to the first edition's."""
    names = list(next(iter(figures.values())))
    lines = [["", *names], ["---", *["---:"] * len(names)]]
    for what, words in WORDS.items():
        if found := figures.get(what):
            lines.append([words, *[_cell(found, name) for name in names]])
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(found: dict[str, list[float]], name: str) -> str:
    value, first = median(found[name]), median(found[FIRST])
    words = f"{value:,.0f}" if value >= 10 else f"{value:.1f}"
    return words if name == FIRST else f"{words} ({value / first:.1f}×)"


def plot(figures: Figures, sizes: list[tuple[int, int]]) -> str:
    """Return the times over the number of places as SVG, both axes in powers of ten."""
    xs = [LEFT + (WIDTH - LEFT - RIGHT) * n / max(1, len(sizes) - 1) for n in range(len(sizes))]
    times = [median(found) for what in DRAWN for found in figures[what].values()]
    low, high = int(log10(min(times))), int(log10(max(times))) + 1

    def y(time: float) -> float:
        return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (log10(time) - low) / (high - low)

    parts = [_grid(y(10**power), f"{10**power:,} ms") for power in range(low, high + 1)]
    parts += [
        _text(x, HEIGHT - 14, f"{places:,}", "middle")
        for x, (places, _) in zip(xs, sizes, strict=True)
    ]
    parts.append(_text(xs[-1] + 24, HEIGHT - 14, "places, ten mentions each", "start"))
    labels = _apart([y(median(list(figures[what].values())[-1])) for what in DRAWN])
    for what, colour, label in zip(DRAWN, COLOURS, labels, strict=True):
        made = [median(one) for name, one in figures[what].items() if name != FIRST]
        points = " ".join(f"{x:.0f},{y(time):.0f}" for x, time in zip(xs, made, strict=True))
        first = y(median(figures[what][FIRST]))
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
            f'<path d="M{LEFT} {first:.0f}H{xs[-1]:.0f}" stroke="{colour}" '
            'stroke-dasharray="2 5"/>' + _text(xs[-1] + 8, label + 4, _short(what), "start", colour)
        )
    title = "Milliseconds by the size of an edition; dotted: the first edition"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="sans-serif" font-size="12"><title>{title}</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )


def _short(what: str) -> str:
    return WORDS[what].removesuffix(", ms").replace(" → on the screen", "")


def _grid(y: float, words: str) -> str:
    line = f'<path d="M{LEFT} {y:.0f}H{WIDTH - RIGHT}" stroke="#ddd"/>'
    return line + _text(LEFT - 8, y + 4, words, "end")


def _text(x: float, y: float, words: str, anchor: str, colour: str = "#333") -> str:
    where = f'x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" fill="{colour}"'
    return f"<text {where}>{escape(words)}</text>"


def _apart(ys: list[float], least: float = 15) -> list[float]:
    """Move positions down until no two are nearer than ``least``, keeping their order."""
    order = sorted(range(len(ys)), key=lambda number: ys[number])
    placed = list(ys)
    for before, after in pairwise(order):
        placed[after] = max(placed[after], placed[before] + least)
    return placed
