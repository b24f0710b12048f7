"""Fixtures of the hosting tests: two replicas under a base path behind nginx, and outer pages."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.atlas_page import WAIT_MS
from tests.browser.hosting import nginx, outer
from tests.browser.hosting.framed import FramedAtlas
from tests.browser.recorder import Recorder
from tests.browser.server import Server, free_port, serve

BASE = "/atlas"


@dataclass(frozen=True)
class Hosted:
    """Two replicas behind one nginx, and pages around the app on ports of their own."""

    front: Server
    """nginx, asked as readers ask it."""
    replicas: tuple[Server, Server]
    proxy: nginx.Nginx
    elsewhere: str
    """The address of a page on another host name that frames the app."""
    cloud: str
    """The address of the page that stands around the app on Community Cloud, without a slash."""


def _need_nginx() -> None:
    """Skip where nginx can be neither found nor installed; fail where `make nginx` would do it."""
    if nginx.find():
        return
    if sys.platform == "linux" and os.getuid() == 0:
        pytest.fail("no nginx found: run `make nginx`")
    pytest.skip("THE PROXY CONFIGURATION IS NOT TESTED HERE: no nginx (README, Host it)")


@pytest.fixture(scope="session")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """Return the app as `docs/hosting/nginx-several.conf` hosts it."""
    _need_nginx()
    folder = tmp_path_factory.mktemp("nginx")
    front_port, elsewhere_port, cloud_port = free_port(), free_port(), free_port()
    with ExitStack() as stack:
        one, two = (stack.enter_context(serve(base_path=BASE)) for _ in range(2))
        sites = nginx.site(
            "nginx-several.conf",
            {
                "listen 80;": f"listen 127.0.0.1:{front_port};",
                "server 127.0.0.1:8501;": f"server 127.0.0.1:{one.port};",
                "server 127.0.0.1:8502;": f"server 127.0.0.1:{two.port};",
            },
        )
        sites += outer.elsewhere(folder, elsewhere_port, f"http://127.0.0.1:{front_port}{BASE}/")
        sites += outer.cloud(folder, cloud_port)
        ports = (front_port, elsewhere_port, cloud_port)
        proxy = stack.enter_context(nginx.run(sites, folder, ports))
        yield Hosted(
            front=Server(front_port, proxy.process, folder / "error.log", BASE),
            replicas=(one, two),
            proxy=proxy,
            elsewhere=f"http://localhost:{elsewhere_port}/",
            cloud=f"http://localhost:{cloud_port}",
        )
        printed = one.read_log() + two.read_log()
    assert "Traceback (most recent call last)" not in printed, f"the app failed:\n{printed}"


@pytest.fixture
def behind(tmp_path: Path) -> Iterator[Callable[[Server], Server]]:
    """Return a function that puts an app behind `docs/hosting/nginx-one.conf`."""
    _need_nginx()
    with ExitStack() as stack:

        def start(app: Server) -> Server:
            port = free_port()
            places = {
                "listen 80;": f"listen 127.0.0.1:{port};",
                "http://127.0.0.1:8501": f"http://127.0.0.1:{app.port}",
            }
            sites = nginx.site("nginx-one.conf", places)
            proxy = stack.enter_context(nginx.run(sites, tmp_path, (port,)))
            return Server(port, proxy.process, tmp_path / "error.log")

        yield start


@pytest.fixture
def around(browser: Browser, recorder: Recorder) -> Iterator[Callable[[str], FramedAtlas]]:
    """Return a function that opens a page around the app and waits for the reader inside."""
    with ExitStack() as stack:

        def open_page(address: str) -> FramedAtlas:
            context = browser.new_context(viewport={"width": 1400, "height": 900})
            stack.callback(context.close)
            context.set_default_timeout(WAIT_MS)
            context.grant_permissions(["clipboard-read", "clipboard-write"])
            recorder.watch(context)
            page = context.new_page()
            page.goto(address)
            atlas = FramedAtlas(page, recorder)
            atlas.wait_ready()
            return atlas

        yield open_page
