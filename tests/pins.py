"""Write requirements*.txt from requirements*.in: all that is needed in turn, pinned with hashes."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP_IN, DEV_IN = ROOT / "requirements.in", ROOT / "requirements-dev.in"
APP, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
ARCHIVE_IN, ARCHIVE = ROOT / "requirements-archive.in", ROOT / "requirements-archive.txt"
LANGUAGES_IN = ROOT / "requirements-languages.in"
LANGUAGES = ROOT / "requirements-languages.txt"
OLDEST_PYTHON = "3.11"

APP_HEAD = """\
# What the app needs and all that this needs in turn, each pinned with the hashes of its files.
# Written by `make pins` from requirements.in: edit that. Streamlit Community Cloud installs this.
"""
DEV_HEAD = """\
# What the checks need beside the app, and what this needs in turn, each pinned with its hashes.
# Written by `make pins` from requirements-dev.in: edit that.

-r requirements.txt

"""
ARCHIVE_HEAD = """\
# What archives need beside the app, and what this needs in turn, each pinned with its hashes.
# Written by `make pins` from requirements-archive.in: edit that.

-r requirements.txt

"""
LANGUAGES_HEAD = """\
# What reads Russian and French texts, and what this needs in turn, each pinned with its hashes.
# Written by `make pins` from requirements-languages.in: edit that. The app runs without it.

-r requirements.txt

"""
MORE = (
    (DEV_IN, DEV, DEV_HEAD),
    (ARCHIVE_IN, ARCHIVE, ARCHIVE_HEAD),
    (LANGUAGES_IN, LANGUAGES, LANGUAGES_HEAD),
)
"""What is pinned beside the app's own: the wishes, the pins, and how the file begins."""


def requirement_lines(text: str) -> list[str]:
    """Return what a requirements file asks for (``Jinja2==3.1.6 ; marker``), without hashes."""
    lines = (line.split(" \\")[0].strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def hashed(text: str) -> dict[str, str]:
    """Return each requirement of a file with its hashes, as the file spells it, by its name."""
    entries = re.findall(r"^[\w.-]+==.*(?:\n +--hash=.*)*\n", text, re.MULTILINE)
    return {name_of(entry): entry for entry in entries}


def name_of(line: str) -> str:
    """Return the normalised package name of a line such as ``Jinja2==3.1.6 ; marker``."""
    return line.split("==")[0].strip().lower().replace("_", "-").replace(".", "-")


def resolve(wanted: list[str], bounds: list[str], kept: str) -> dict[str, str]:
    """Resolve requirements for every supported Python and platform at once, with uv.

    ``bounds`` holds versions that must be taken where their package is needed; a package that
    neither list names keeps its version of ``kept``, a requirements file, wherever it can.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "wanted.in").write_text("\n".join(wanted), encoding="utf-8")
        (folder / "bounds.in").write_text("\n".join(bounds), encoding="utf-8")
        (folder / "pins.txt").write_text(kept, encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "wanted.in", "--universal"]
        command += ["--constraints", "bounds.in", "--output-file", "pins.txt", "--generate-hashes"]
        command += ["--python-version", OLDEST_PYTHON, "--no-header", "--no-annotate", "--quiet"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"uv could not resolve the requirements:\n{done.stderr}")
        return hashed((folder / "pins.txt").read_text("utf-8"))


def main() -> None:
    """Write the files; the later ones leave out what the first pins, and agree with each other."""
    app_in = requirement_lines(APP_IN.read_text("utf-8"))
    more_in = [requirement_lines(path.read_text("utf-8")) for path, _, _ in MORE]
    kept = "".join(
        path.read_text("utf-8").replace("-r requirements.txt", "")
        for path in (APP, *(path for _, path, _ in MORE))
        if path.exists()
    )
    app = resolve(app_in, [line for lines in more_in for line in lines], kept)
    pinned = requirement_lines("".join(app.values()))
    APP.write_text(APP_HEAD + "\n" + "".join(app.values()), encoding="utf-8")
    agreed: list[str] = []
    for (_, path, head), wanted in zip(MORE, more_in, strict=True):
        others = [line for lines in more_in if lines is not wanted for line in lines]
        found = resolve([*pinned, *wanted], [*agreed, *others], kept)
        own = [entry for name, entry in found.items() if name not in app]
        path.write_text(head + "".join(own), encoding="utf-8")
        agreed += requirement_lines("".join(own))


if __name__ == "__main__":
    main()
