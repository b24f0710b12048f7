"""The files that hosts copy: systemd knows every word of the unit, its limits bear the readers."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repository import ROOT

HOSTING = ROOT / "docs" / "hosting"
UNIT = HOSTING / "article-atlas.service"


def service() -> dict[str, str]:
    """Return the settings of the unit's service."""
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(UNIT.read_text("utf-8"))
    return dict(parser["Service"])


def test_systemd_accepts_the_unit(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    if not verify:
        pytest.skip("THE UNIT FILE IS NOT CHECKED HERE: no systemd-analyze (package systemd)")
    copy = tmp_path / UNIT.name
    copy.write_bytes(UNIT.read_bytes())
    done = subprocess.run([verify, "verify", str(copy)], capture_output=True, text=True)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    copy.write_text(UNIT.read_text("utf-8").replace("LimitNOFILE=", "LimitFiles="))
    wrong = subprocess.run([verify, "verify", str(copy)], capture_output=True, text=True)
    assert "LimitFiles" in wrong.stderr  # it does look


def test_the_unit_bears_two_thousand_readers_and_writes_nothing() -> None:
    settings = service()
    assert settings["LimitNOFILE"] == "65536"
    assert settings["MemoryMax"] == "2G"
    assert settings["TasksMax"] == "512"
    assert settings["ProtectSystem"] == "strict"
    assert settings["NoNewPrivileges"] == "true"
    assert settings["CapabilityBoundingSet"] == ""


@pytest.mark.parametrize(
    ("name", "front"), [("nginx-one.conf", "/"), ("nginx-several.conf", "/atlas/")]
)
def test_nginx_counts_what_costs_the_app_more_than_a_file(name: str, front: str) -> None:
    text = (HOSTING / name).read_text("utf-8")
    (pattern,) = re.findall(r'"~(\^\S+)" \$binary_remote_addr;', text)
    for path in ("", "places", "claims", "ledger", "data", "about", "_stcore/stream"):
        assert re.search(pattern, front + path)
    assert re.search(pattern, f"{front}previews/taliban-is-k/quetta.png")
    for path in ("_stcore/health", "app/static/atlas/dist/map.js", "static/js/index.js"):
        assert not re.search(pattern, front + path)
