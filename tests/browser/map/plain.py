"""The map as a page of its own, framed by another, served as plain files without Streamlit."""

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geodata.reader.folium_map import atlas_map, map_config
from geodata.storage.load import load_edition
from tests.browser.map.known import EDITION
from tests.browser.server import ROOT

OUTER = """<!doctype html><html lang="en"><title>Twin</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width">
<style>iframe { position: fixed; inset: 0; width: 100%; height: 100%; border: 0; }</style>
<iframe title="streamlit_folium twin" src="map.html"></iframe>
"""


@contextmanager
def serve_plain(folder: Path, edition: Path = EDITION) -> Iterator[str]:
    """Write an edition's map and the page around it to a folder and serve it; give the address."""
    drawn = atlas_map(map_config(load_edition(edition)), assets="static/")
    (folder / "map.html").write_text(drawn.get_root().render(), "utf-8")
    (folder / "index.html").write_text(OUTER, "utf-8")
    hidden = OUTER.replace("<iframe ", '<iframe style="display: none" ')
    (folder / "hidden.html").write_text(hidden, "utf-8")
    (folder / "static").symlink_to(ROOT / "static")
    handler = functools.partial(QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
