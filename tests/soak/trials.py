"""The trials: readers in turn, at once, past the limit, through nginx, a restart, a slow line."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from geodata.publish.single_page import single_page
from geodata.storage.load import edition_folder, load_edition
from tests.browser.chromium import launch
from tests.browser.hosting import nginx
from tests.browser.hosting.asking import ask
from tests.browser.server import Server, free_port, serve
from tests.soak.load import Crowd, Held, files_of, held, memory_mb, nth, open_many
from tests.soak.slow import readable_s


@dataclass(frozen=True)
class Row:
    """One line of the table: what was tried, what was seen, what was wanted, whether it came."""

    trial: str
    seen: str
    wanted: str
    met: bool


def in_turn(readers: int, hold_s: float) -> list[Row]:
    """Open readers twenty a second, hold them, count what they cost, and let them go."""
    with serve() as server:
        first, second = (asyncio.run(held(server, 1, 0, 0)).crowd.times[0] for _ in range(2))
        before, files = memory_mb(server), files_of(server)
        seen = asyncio.run(held(server, readers, 1 / 20, hold_s))
        log = server.log_size()
    each = (seen.memory_mb - before) * 1024 / readers
    return [
        Row(
            "first and second reader after a start, whole page",
            f"{first:.2f} s, {second:.2f} s",
            "the first 0.3 s later at most",
            first <= second + 0.3,
        ),
        _opening(f"{readers} readers, 20 a second", seen.crowd, readers),
        _health(f"health check, {readers} readers open for {hold_s:.0f} s", seen),
        Row("sessions ended by the server", str(seen.cut), "none", seen.cut == 0),
        Row(
            "open files",
            f"{files} before, {seen.files} with all",
            "≤ 5 a reader",
            seen.files - files <= 5 * readers,
        ),
        Row(
            "memory",
            f"{before:.0f} MB before, {seen.memory_mb:.0f} MB with all ({each:.0f} KB a reader)",
            "≤ 500 KB a reader",
            each <= 500,
        ),
        _log(log),
    ]


def burst(readers: int) -> list[Row]:
    """Open readers all in the same moment."""
    with serve() as server:
        seen = asyncio.run(held(server, readers, 0, 1))
    words = f"{readers} readers in the same moment"
    return [_opening(words, seen.crowd, readers), _health("health check in that burst", seen)]


def past_the_limit(limit: int) -> list[Row]:
    """Open twice as many as are let in."""
    with serve(env={"ARTICLE_ATLAS_READERS": str(limit)}) as server:
        seen = asyncio.run(held(server, 2 * limit, 1 / 50, 3))
        after, log = ask(server.port, "/").status, server.log_size()
    come_in = limit + limit // 10
    crowd = seen.crowd
    return [
        Row(
            f"{2 * limit} readers where {limit} are let in",
            f"{len(crowd.sockets)} open, {crowd.refused} told to wait, {len(crowd.failed)} failed",
            f"{come_in} open, the others told",
            (len(crowd.sockets), crowd.refused) == (come_in, 2 * limit - come_in),
        ),
        Row(
            "a new page then, and after they have left",
            f"{seen.page}, {after}",
            "503, 200",
            (seen.page, after) == (503, 200),
        ),
        Row("those who are in", f"{seen.cut} ended", "none ended", seen.cut == 0),
        _health("health check then", seen),
        _log(log),
    ]


def school_class(pupils: int, folder: Path) -> list[Row]:
    """Open the app at once for everyone behind one address, through the shipped nginx."""
    with serve() as server, behind_nginx(server, folder) as port:
        seen = asyncio.run(held(replace(server, port=port), pupils, 0, 1))
    words = f"{pupils} readers of one address at once, through nginx"
    return [_opening(words, seen.crowd, pupils)]


def restart(readers: int) -> list[Row]:
    """Kill a server with readers on it, start it again on its port, and open them anew."""

    async def killed(server: Server) -> int:
        crowd = await open_many(server.port, readers, 0)
        os.killpg(server.process.pid, signal.SIGKILL)
        await asyncio.gather(*(one.wait_closed() for one in crowd.sockets))
        return crowd.cut()

    with serve() as server:
        cut = asyncio.run(killed(server))
    start = time.monotonic()
    with serve(port=server.port) as again:
        back = time.monotonic() - start
        seen = asyncio.run(held(again, readers, 0, 0))
    return [
        Row(
            f"killed with {readers} readers, started again",
            f"{cut} cut, health check answers after {back:.1f} s",
            "within 30 s",
            back <= 30,
        ),
        _opening(f"the same {readers} at once on the new server", seen.crowd, readers),
    ]


def slow_line(folder: Path) -> list[Row]:
    """Read the text at 400 kbit/s and 400 ms, in the app behind nginx and in the twin."""
    site, port = folder / "twin", free_port()
    site.mkdir()
    edition = load_edition(edition_folder("taliban-is-k"))
    (site / "index.html").write_text(single_page(edition), "utf-8")
    twin = f"server {{ listen 127.0.0.1:{port}; gzip on; root {site}; }}"
    rows = []
    with (
        serve() as server,
        behind_nginx(server, folder, twin, port) as front,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        for name, at in (("the app behind nginx", front), ("the twin, compressed", port)):
            text, whole = readable_s(browser, f"http://127.0.0.1:{at}/")
            seen = f"text after {text:.1f} s, map after {whole:.0f} s"
            rows.append(Row(f"400 kbit/s, 400 ms: {name}", seen, "text ≤ 5 s", text <= 5))
        browser.close()
    return rows


@contextmanager
def behind_nginx(server: Server, folder: Path, more: str = "", also: int = 0) -> Iterator[int]:
    """Put a server behind `docs/hosting/nginx-one.conf`, more sites beside it; give the port."""
    port = free_port()
    places = {
        "listen 80;": f"listen 127.0.0.1:{port};",
        "http://127.0.0.1:8501": f"http://127.0.0.1:{server.port}",
    }
    ports = (port, also) if also else (port,)
    with nginx.run(nginx.site("nginx-one.conf", places) + more, folder, ports):
        yield port


def _opening(trial: str, crowd: Crowd, readers: int) -> Row:
    half, most = nth(crowd.times, 0.5), nth(crowd.times, 0.95)
    seen = f"{len(crowd.times)} open, p50 {half:.2f} s, p95 {most:.2f} s"
    why = f"; {crowd.failed[0]}" if crowd.failed else ""
    return Row(trial, seen + why, f"all {readers} open", len(crowd.times) == readers)


def _health(trial: str, seen: Held) -> Row:
    words = f"{seen.failures} failed, longest wait {seen.longest_s:.2f} s"
    return Row(trial, words, "none failed", not seen.failures)


def _log(size: int) -> Row:
    return Row("log of that server", f"{size:,} bytes", "≤ 20,000", size <= 20_000)
