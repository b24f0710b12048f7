"""Find the Python of a QGIS, and ask that QGIS what it makes of files; as a module, tell which."""

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

INSIDE = Path(__file__).with_name("inside.py")
TIMEOUT_S = 300
# Debian's stands beside the Python of a virtual environment, macOS's in QGIS's own folder.
PYTHONS = ("/usr/bin/python3", "python3", "/Applications/QGIS.app/Contents/MacOS/bin/python3")
VERSION = "import qgis.core; print(qgis.core.Qgis.QGIS_VERSION)"
QUIET = {"QT_QPA_PLATFORM": "offscreen"}


@cache
def find() -> tuple[str, str] | None:
    """Return a Python that has QGIS, and the version of that; ``None`` where there is none."""
    for name in PYTHONS:
        path = shutil.which(name)
        if path is None:
            continue
        told = subprocess.run(
            [path, "-c", VERSION], capture_output=True, text=True, env=_environment(), check=False
        )
        if told.returncode == 0:
            return path, told.stdout.strip()
    return None


def ask(tasks: list[dict[str, Any]]) -> list[Any]:
    """Have QGIS do tasks (`inside.py` names them); return what came of each."""
    found = find()
    if found is None:
        raise RuntimeError("there is no QGIS here")
    done = subprocess.run(
        [found[0], str(INSIDE)],
        input=json.dumps(tasks),
        capture_output=True,
        text=True,
        env=_environment(),
        timeout=TIMEOUT_S,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"QGIS failed:\n{done.stderr}")
    answers: list[Any] = json.loads(done.stdout)
    return answers


def _environment() -> dict[str, str]:
    """Return an environment in which no Python of ours is in QGIS's way."""
    own = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}
    return {key: value for key, value in os.environ.items() if key not in own} | QUIET


def main() -> int:
    """Print which QGIS the tests take; return 1 where there is none."""
    found = find()
    sys.stdout.write(f"QGIS: {found[1]} ({found[0]})\n" if found else "No QGIS found\n")
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
