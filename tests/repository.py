"""What is committed: the files of the repository, which of them are ours, and what they say."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

VENDORED = ("static/vendor/", "tests/browser/vendor/", "tests/export/schemas/")
DERIVED = ("static/atlas/dist/",)


@cache
def committed() -> tuple[Path, ...]:
    """Return the committed files, relative to the root; deleted ones left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    names = [name for name in listed.split("\0") if name]
    return tuple(Path(name) for name in names if (ROOT / name).is_file())


def is_vendored(path: Path) -> bool:
    """Tell whether a file is somebody else's, kept unmodified."""
    return path.as_posix().startswith(VENDORED)


def is_derived(path: Path) -> bool:
    """Tell whether a file is put together from others of ours by a command."""
    return path.as_posix().startswith(DERIVED)


def ours(*suffixes: str) -> list[Path]:
    """Return the committed files that we wrote, with one of the suffixes (all when none)."""
    return [
        path
        for path in committed()
        if not is_vendored(path) and (not suffixes or path.suffix in suffixes)
    ]


def text_of(path: Path) -> str | None:
    """Return a file's text, or None where it is not text (a picture, a font)."""
    try:
        return (ROOT / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
