"""The invented edition with words wider than a line: nothing of it may widen a page."""

import re
from pathlib import Path

from tests.invented import TEXT, files

COMPOUND = "Donaudampfschifffahrtselektrizitätenhaupt"
"""A German word of 41 letters."""
MOST_LETTERS = 1_900
"""Fields hold 2000 signs, and names stand in sentences of the editors."""
NAMES = ("Jo Field", "Anna Brook", "Paris", "French", "Trade and inns")


def write_long_words(root: Path, id: str, letters: int) -> Path:
    """Write the edition into ``root/id``, its names of so many letters, and return the folder.

    ``letters`` is at most `MOST_LETTERS`; a word of 2000 stands in the text beside them.
    """
    folder = root / id
    folder.mkdir(parents=True)
    for name, content in files().items():
        changed = _lengthened(content, letters)
        if name == "edition.toml":
            changed = re.sub(r'^id = ".*"', f'id = "{id}"', changed, count=1)
            changed = re.sub(
                r"(?<=^start = )\d+|(?<=^end = )\d+|(?<=^code_points = )\d+",
                lambda at: str(len(_lengthened(TEXT[: int(at[0])], letters))),
                changed,
                flags=re.MULTILINE,
            )
        (folder / name).write_bytes(changed.encode())
    return folder


def _lengthened(text: str, letters: int) -> str:
    for number, name in enumerate(NAMES):
        text = text.replace(name, (COMPOUND[number:] + COMPOUND * 49)[:letters])
    other = (COMPOUND[::-1] * 49)[: 2000 if letters > len(COMPOUND) else len(COMPOUND)]
    return text.replace("Some inns", f"Some inns {other}")
