"""Start a Firefox without a window and drive it by WebDriver BiDi; as a module, tell which one.

Playwright needs a Firefox of its own build; BiDi is the browser's own and needs no driver between.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from websockets.sync.client import ClientConnection, connect

NAMES: Final = ("firefox-esr", "firefox")
START_TIMEOUT_S: Final = 60.0
ANSWER_TIMEOUT_S: Final = 60.0
LISTENING: Final = "WebDriver BiDi listening on "
# No request leaves this machine: it would go to a proxy that does not exist.
SETTINGS: Final[dict[str, bool | int | str]] = {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "localhost, 127.0.0.1",
    "app.update.disabledForTesting": True,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "ui.prefersReducedMotion": 1,
}
# Settle as soon as a selector is found, in the page or, with `inMap`, in its map.
WAIT: Final = """
(selector, inMap) => new Promise((resolve, reject) => {
  const end = performance.now() + 45000;
  const look = () => {
    const frame = document.querySelector(".st-key-atlas-map iframe");
    const where = inMap ? frame?.contentDocument : document;
    if (where?.querySelector(selector)) resolve(true);
    else if (performance.now() > end) reject(new Error(`not there: ${selector}`));
    else setTimeout(look, 20);
  };
  look();
})
"""


class Firefox:
    """One window of a running Firefox."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self.ask("session.new", {"capabilities": {}})
        tree = self.ask("browsingContext.getTree", {})
        self.context: str = tree["contexts"][0]["context"]

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """Send a command and return its result.

        Raises
        ------
        RuntimeError
            If Firefox refuses it; the message is Firefox's own.
        """
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=ANSWER_TIMEOUT_S))
            if answer.get("id") == self._number:
                break
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        result: dict[str, Any] = answer["result"]
        return result

    def goto(self, url: str) -> None:
        """Open an address and wait until its own document is loaded."""
        where = {"context": self.context, "url": url, "wait": "complete"}
        self.ask("browsingContext.navigate", where)

    def evaluate(self, function: str, *values: object) -> Any:
        """Call a JavaScript function in the page with JSON values; give what it returns."""
        listed = ", ".join(json.dumps(value) for value in values)
        expression = f"(async () => JSON.stringify(await ({function})({listed})))()"
        target = {"context": self.context}
        params = {"expression": expression, "target": target, "awaitPromise": True}
        answer = self.ask("script.evaluate", params)
        if answer["type"] == "exception":
            raise AssertionError(answer["exceptionDetails"]["text"])
        text = answer["result"].get("value")
        return None if text is None else json.loads(text)

    def wait(self, selector: str, *, in_map: bool = False) -> None:
        """Wait until a selector is found, in the page or in its map."""
        self.evaluate(WAIT, selector, in_map)

    def click(self, x: float, y: float) -> None:
        """Press and let go of the mouse at a point of the window, in CSS pixels."""
        pointer = {
            "type": "pointer",
            "id": "mouse",
            "actions": [
                {"type": "pointerMove", "x": round(x), "y": round(y)},
                {"type": "pointerDown", "button": 0},
                {"type": "pointerUp", "button": 0},
            ],
        }
        self.ask("input.performActions", {"context": self.context, "actions": [pointer]})


def find() -> str | None:
    """Return the path of a Firefox: ``$FIREFOX``, or an installed one."""
    if named := os.environ.get("FIREFOX"):
        return named
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def firefox(path: str, profile: Path) -> Iterator[Firefox]:
    """Run a Firefox with a new profile for as long as the context lasts.

    Raises
    ------
    RuntimeError
        If it does not answer; the message holds what it printed.
    """
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in SETTINGS.items()]
    (profile / "user.js").write_text("".join(lines), "utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(profile)]
    command += ["--width=1400", "--height=900", "--remote-debugging-port", "0", "about:blank"]
    log = profile / "firefox.log"
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        with connect(f"{_address(process, log)}/session", max_size=None, proxy=None) as socket:
            yield Firefox(socket)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    """Return where Firefox listens, once it says so."""
    end = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < end and process.poll() is None:
        for line in log.read_text("utf-8", errors="replace").splitlines():
            if line.startswith(LISTENING):
                return line.removeprefix(LISTENING).strip()
        time.sleep(0.05)  # between two looks at another process's output
    raise RuntimeError(f"Firefox did not start; it printed:\n{log.read_text(errors='replace')}")


def main() -> int:
    """Print the path of the Firefox that the tests take; return 1 where there is none."""
    path = find()
    print(f"Firefox: {path}" if path else "No Firefox found")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
