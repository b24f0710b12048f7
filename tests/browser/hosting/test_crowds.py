"""Many readers behind one address: a school class gets in at once, a flood does not get through."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.browser.hosting.asking import ask
from tests.browser.hosting.nginx import SITES
from tests.browser.server import Server
from tests.soak.reader import Opened, open_page, run

CLASS = 40
FILES = ("app/static/atlas/dist/reader.js", "app/static/atlas/dist/map.js", "favicon.png")
Behind = Callable[[Server], Server]


def test_a_class_of_forty_opens_the_app_at_once_and_stays(behind: Behind, server: Server) -> None:
    """Each pupil's page, some of its files by six connections, and the websocket."""
    front = behind(server)
    asked = [f"/{path}" for path in ("", *FILES, *FILES) for _ in range(CLASS)]
    with ThreadPoolExecutor(6 * CLASS) as pupils:
        answers = list(pupils.map(lambda path: ask(front.port, path).status, asked))
    assert Counter(answers) == {200: len(asked)}

    async def open_all() -> list[Opened]:
        pages = await asyncio.gather(*(open_page(front.port) for _ in range(CLASS)))
        assert ask(front.port, "/_stcore/health").status == 200
        await asyncio.gather(*(page.socket.close() for page in pages))
        return pages

    assert min(page.size for page in run(open_all())) > 100_000


def test_a_flood_of_one_address_is_bounded_and_files_are_served_meanwhile(
    behind: Behind, server: Server
) -> None:
    front = behind(server)
    with ThreadPoolExecutor(32) as flood:
        answers = Counter(flood.map(lambda _: ask(front.port, "/about").status, range(700)))
    assert set(answers) == {200, 429}
    assert answers[200] >= 300
    assert answers[429] >= 100
    assert ask(front.port, "/app/static/atlas/dist/map.js").status == 200
    assert "limiting requests" not in front.read_log()


def test_both_files_say_how_many_of_one_address_may_be_connected() -> None:
    for name in ("nginx-one.conf", "nginx-several.conf"):
        assert "limit_conn atlas_address 800;" in (SITES / name).read_text("utf-8")
