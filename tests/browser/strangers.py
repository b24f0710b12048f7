"""Pages of another origin that try to run their script in the app's: served, and what they tell."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from playwright.sync_api import Page

MAP_FRAME = "/component/streamlit_folium.st_folium/index.html"
TRIES = 50
"""How often a stranger sends once there is nothing more to wait for; it sends every 20 ms."""

# Runs where the component evaluates what it is sent: writes into the origin that it runs in.
SCRIPT = "window.name = 'broken into'; try { parent.name = 'broken into'; } catch (error) {}"

MESSAGE = {
    "isStreamlitMessage": True,
    "type": "streamlit:render",
    "theme": None,
    "disabled": False,
    "args": {
        "script": SCRIPT,
        "default": None,
        "html": "",
        "header": "",
        "js_links": [],
        "css_links": [],
        "id": "x",
        "key": "x",
        "height": 601,
        "width": 700,
        "returned_objects": [],
        "center": None,
        "zoom": None,
        "feature_group": SCRIPT,
        "layer_control": SCRIPT,
        "pixelated": False,
        "map_id": "div_1",
        "string": SCRIPT,
    },
    "dfs": [],
}

# Sends again and again from before the first byte: to what it frames or opened, and to all frames
# inside of that, so that no moment is left out. ``sent`` counts what reached a window.
_PAGE = """<!doctype html><meta charset="utf-8"><title>A stranger</title>%(body)s<script>
const message = %(message)s;
window.sent = 0;
const attack = (target) => {
  if (!target) return;
  try { target.postMessage(message, "*"); window.sent += 1; } catch (error) {}
  try { for (let i = 0; i < target.length; i += 1) attack(target.frames[i]); } catch (error) {}
};
setInterval(() => attack(window.victim ? window.victim() : null), 20);
</script>%(start)s"""

FRAMES_IT = "<script>window.victim = () => window[0];</script>"
OPENS_IT = (
    "<script>let opened = null; window.victim = () => opened;"
    "onclick = () => { opened = window.open(%s); };</script>"
)


def framing(victim: str) -> str:
    """Return a page that shows an address in a frame and attacks it from the first moment."""
    body = f'<iframe width="1200" height="800" src="{victim}"></iframe>'
    return _PAGE % {"body": FRAMES_IT + body, "message": json.dumps(MESSAGE), "start": ""}


def opening(victim: str) -> str:
    """Return a page that opens an address in a window at a click and attacks it."""
    start = OPENS_IT % json.dumps(victim)
    return _PAGE % {"body": "click", "message": json.dumps(MESSAGE), "start": start}


@contextmanager
def serve_stranger(html: str) -> Iterator[str]:
    """Serve a page under an origin of its own; give its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *words: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def attacked(page: Page) -> None:
    """Wait until the stranger has sent often enough after all was there."""
    sent = page.evaluate("sent")
    page.wait_for_function(f"sent > {sent + TRIES}")


def broken_into(page: Page) -> list[str]:
    """Return the addresses of the frames in which a stranger's script has run."""
    return [frame.url for frame in page.frames if frame.evaluate("window.name") == "broken into"]
