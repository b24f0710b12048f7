"""Write requirements*.txt from requirements*.in: all that is needed in turn, pinned with hashes."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APP_IN, DEV_IN = ROOT / "requirements.in", ROOT / "requirements-dev.in"
APP, DEV = ROOT / "requirements.txt", ROOT / "requirements-dev.txt"
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
LANGUAGES_HEAD = """\
# What reads Russian and French texts, and what this needs in turn, each pinned with its hashes.
# Written by `make pins` from requirements-languages.in: edit that. The app runs without it.

-r requirements.txt

"""


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
    """Write the files; the second and the third leave out what the first pins."""
    direct, dev, languages = (
        requirement_lines(path.read_text("utf-8")) for path in (APP_IN, DEV_IN, LANGUAGES_IN)
    )
    kept = "".join(
        path.read_text("utf-8").replace("-r requirements.txt", "")
        for path in (APP, DEV, LANGUAGES)
        if path.exists()
    )
    app = resolve(direct, [*dev, *languages], kept)
    pinned = requirement_lines("".join(app.values()))
    both = resolve([*pinned, *dev], languages, kept)
    own = {name: entry for name, entry in both.items() if name not in app}
    bounds = requirement_lines("".join(own.values()))
    read = resolve([*pinned, *languages], bounds, kept)
    APP.write_text(APP_HEAD + "\n" + "".join(app.values()), encoding="utf-8")
    DEV.write_text(DEV_HEAD + "".join(own.values()), encoding="utf-8")
    more = (entry for name, entry in read.items() if name not in app)
    LANGUAGES.write_text(LANGUAGES_HEAD + "".join(more), encoding="utf-8")


if __name__ == "__main__":
    main()
