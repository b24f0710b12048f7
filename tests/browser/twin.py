"""Opens the edition as one file from disk, with the network off."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geodata.publish.site import publish
from geodata.storage.load import edition_folder, load_edition
from tests.browser.atlas_page import WAIT_MS, AtlasPage
from tests.browser.recorder import Recorder

Open = Callable[..., AtlasPage]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the published first edition."""
    folder = tmp_path_factory.mktemp("site")
    publish(load_edition(edition_folder("taliban-is-k")), folder)
    return folder


@pytest.fixture
def open_file(browser: Browser, recorder: Recorder, site: Path) -> Iterator[Open]:
    """Return a function that opens the file, with a query, as a new reader."""
    contexts = []

    def opened(query: str = "", **options: object) -> AtlasPage:
        settings = {"viewport": {"width": 1400, "height": 900}, "offline": True, **options}
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(WAIT_MS)
        recorder.watch(context)
        atlas = AtlasPage(context.new_page(), recorder)
        atlas.goto((site / "index.html").as_uri() + query)
        return atlas

    yield opened
    for context in contexts:
        context.close()
