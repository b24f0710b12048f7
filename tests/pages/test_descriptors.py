"""Open files: the limit is raised, allows so many readers, and running out is told once."""

from __future__ import annotations

import asyncio
import errno
import logging

import pytest

from pages.parts.descriptors import most_readers, quiet_when_full
from tests.pages import fresh_python


@pytest.mark.parametrize(
    ("files", "readers"),
    [(1_024, 90), (4_096, 602), (20_000, 2_000), (65_536, 2_000), (0, 2_000), (256, 1)],
)
def test_open_files_allow_so_many_readers(
    monkeypatch: pytest.MonkeyPatch, files: int, readers: int
) -> None:
    monkeypatch.delenv("ARTICLE_ATLAS_READERS", raising=False)
    assert most_readers(files) == readers


def test_the_hosts_own_number_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_READERS", " 5000 ")
    assert most_readers(1_024) == 5_000


@pytest.mark.parametrize("wrong", ["0", "-3", "many", "1e3", "٣", "99999999"])
def test_a_number_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("ARTICLE_ATLAS_READERS", wrong)
    with pytest.raises(ValueError, match=r"ARTICLE_ATLAS_READERS is .* Cure: write a whole number"):
        most_readers(1_024)


def test_the_limit_of_open_files_is_raised_as_far_as_the_host_allows() -> None:
    code = (
        "import resource; from pages.parts.descriptors import raise_limit;"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, 900));"
        "print(raise_limit(), resource.getrlimit(resource.RLIMIT_NOFILE))"
    )
    done = fresh_python.run(code)
    assert done.stdout.split("\n")[0] == "900 (900, 900)"


def test_connections_without_a_file_left_are_told_once_and_other_faults_as_ever(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def go() -> None:
        quiet_when_full()
        loop = asyncio.get_running_loop()
        full = OSError(errno.EMFILE, "Too many open files")
        for _ in range(1_000):
            loop.call_exception_handler(
                {"message": "socket.accept() out of system resource", "exception": full}
            )
        loop.call_exception_handler({"message": "something else"})

    asyncio.run(go())
    assert [(one.name, one.levelno, one.getMessage()) for one in caplog.records] == [
        (
            "pages.parts.descriptors",
            logging.ERROR,
            "No open file is left for another connection. Cure: raise the limit of open files "
            "(LimitNOFILE=), or lower ARTICLE_ATLAS_READERS.",
        ),
        ("asyncio", logging.ERROR, "something else"),
    ]


def test_pythons_own_loop_tells_it_in_these_words() -> None:
    """Our handler knows the message by its words: they must be those of this Python."""
    import asyncio.selector_events
    from inspect import getsource

    from pages.parts.descriptors import FULL

    assert f"'message': '{FULL}'" in getsource(asyncio.selector_events.BaseSelectorEventLoop)
