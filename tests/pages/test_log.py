"""What the operator reads: our messages from INFO on, and of a broken edition what is wrong."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from pages.parts.shell import whole_edition
from tests.invented import write_edition
from tests.pages import fresh_python


def test_a_broken_edition_is_told_in_the_log(
    editions_root: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_edition(editions_root, "broken-for-the-log")
    (editions_root / "broken-for-the-log" / "claims.toml").unlink()
    assert whole_edition("broken-for-the-log") is None
    assert caplog.record_tuples == [
        (
            "pages.parts.shell",
            logging.ERROR,
            "Edition broken-for-the-log is broken; run python -m geodata check.\n"
            "claims.toml: The file is missing. Cure: Add claims.toml to the edition.",
        )
    ]


def test_our_messages_come_with_time_weight_and_module() -> None:
    code = (
        "import logging; from pages.parts.log import set_up_log; set_up_log();"
        "logging.getLogger('pages.parts.warm').info('ours');"
        "logging.getLogger('theirs').info('not ours'); logging.getLogger('theirs').warning('grave')"
    )
    done = fresh_python.run(code)
    lines = [line.split(" ", 2)[2] for line in done.stderr.splitlines()]
    assert lines == ["INFO pages.parts.warm: ours", "WARNING theirs: grave"]
