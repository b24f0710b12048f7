"""Breaks a text into lines that fit."""

from bisect import bisect_right
from collections.abc import Callable


def fitted(text: str, length: Callable[[str], float], width: float, most: int) -> tuple[str, ...]:
    """Break a text between words into at most ``most`` lines; "…" stands for what is cut off.

    ``length`` measures a line, in the unit of ``width``. A word that is wider than a line is cut.
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and length(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1 :] = [f"{lines[most - 1]}…"]
    return tuple(_cut(line, length, width) for line in lines)


def _cut(line: str, length: Callable[[str], float], width: float) -> str:
    if length(line) <= width:
        return line
    kept = line.removesuffix("…")
    count = bisect_right(range(1, len(kept) + 1), width, key=lambda n: length(f"{kept[:n]}…"))
    return f"{kept[:count].rstrip()}…"
