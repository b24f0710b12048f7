"""Write the second part of the requirements files: what the direct requirements need in turn."""

import subprocess
import sys
from pathlib import Path

from geodata.writing.files import write_file

ROOT = Path(__file__).resolve().parent.parent
DIVIDER = "# --- needed by those in turn: written by `make pins`, do not edit below this line ---"
OLDEST_PYTHON = "3.11"


def requirement_lines(text: str) -> list[str]:
    """Return the lines of a requirements file that name a package: no comments, no options."""
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith(("#", "-"))]


def name_of(line: str) -> str:
    """Return the normalised package name of a line such as ``Jinja2==3.1.6 ; marker``."""
    return line.split("==")[0].strip().lower().replace("_", "-").replace(".", "-")


def split(path: Path) -> tuple[str, str]:
    """Return a requirements file's two parts: written by hand, and written by this module."""
    direct, divider, derived = path.read_text(encoding="utf-8").partition(DIVIDER)
    if not divider:
        raise ValueError(f"{path.name}: the line {DIVIDER!r} is missing; put it back")
    return direct, derived


def resolve(lines: list[str]) -> list[str]:
    """Resolve requirements for every supported Python and platform at once, with uv."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--universal", "--quiet"]
    command += ["--python-version", OLDEST_PYTHON, "--no-header", "--no-annotate"]
    done = subprocess.run(
        command, input="\n".join(lines), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"uv could not resolve the requirements:\n{done.stderr}")
    return requirement_lines(done.stdout)


def write(path: Path, given: list[str]) -> list[str]:
    """Rewrite one file's second part; ``given`` is pinned elsewhere. Return all lines pinned."""
    direct = requirement_lines(split(path)[0])
    known = {name_of(line) for line in [*given, *direct]}
    derived = [line for line in resolve([*given, *direct]) if name_of(line) not in known]
    text = split(path)[0] + DIVIDER + "\n" + "".join(f"{line}\n" for line in derived)
    write_file(path, text.encode())
    return [*given, *direct, *derived]


def main() -> None:
    """Write both files; the second takes every pin of the first as given."""
    write(ROOT / "requirements-dev.txt", write(ROOT / "requirements.txt", []))


if __name__ == "__main__":
    main()
