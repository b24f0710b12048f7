"""Start a Streamlit app as a process of its own, wait until it answers, and stop it again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results"
START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 5.0

# Health checks go straight to this machine, whatever proxy the environment names.
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass(frozen=True)
class Server:
    """A running Streamlit app."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path
    base_path: str = ""

    @property
    def url(self) -> str:
        """Return the app's address, without a slash at its end."""
        return f"http://localhost:{self.port}{self.base_path}"

    def read_log(self, start: int = 0) -> str:
        """Return what the app has printed, from a byte position on."""
        return self.log.read_bytes()[start:].decode(errors="replace")

    def log_size(self) -> int:
        """Return how many bytes the app has printed so far."""
        return self.log.stat().st_size


def free_port() -> int:
    """Return a port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _answers(url: str) -> bool:
    try:
        with _DIRECT.open(url, timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _wait_until_healthy(server: Server) -> None:
    """Return once the app's health check answers; raise with its log if it ends or takes long."""
    end = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < end:
        if server.process.poll() is not None:
            break
        if _answers(f"{server.url}/_stcore/health"):
            return
        time.sleep(0.05)  # between two questions to another process; nothing tells us when
    _stop(server.process)
    raise RuntimeError(f"the app did not start; its log:\n{server.read_log()}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process group that we started, politely first."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        if process.poll() is not None:
            return
        os.killpg(process.pid, how)
        try:
            process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            continue


@contextmanager
def serve(
    script: Path = ROOT / "app.py",
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    options: tuple[str, ...] = (),
    base_path: str = "",
    streamlit: str = "streamlit",
    port: int = 0,
) -> Iterator[Server]:
    """Run a Streamlit script on a free port of 127.0.0.1 for as long as the context lasts.

    Parameters
    ----------
    script
        The script; its folder's ``static`` and ``pages`` are served with it.
    env
        Environment variables beside this process's own.
    cwd
        Working directory: Streamlit takes ``.streamlit/config.toml`` from here.
    options
        Further options of ``streamlit run``.
    base_path
        The path that the app is served under, such as ``/atlas``.
    streamlit
        The module whose command line starts it.
    port
        The port, 0 for any free one.
    """
    RESULTS.mkdir(exist_ok=True)
    port = port or free_port()
    command = [sys.executable, "-m", streamlit, "run", str(script), "--server.headless=true"]
    command += [f"--server.port={port}", "--server.address=127.0.0.1"]
    command += ["--server.fileWatcherType=none", *options]
    if base_path:
        command.append(f"--server.baseUrlPath={base_path.strip('/')}")
    log = RESULTS / f"{script.stem}-{port}.log"
    with log.open("wb") as sink:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    server = Server(port, process, log, base_path)
    try:
        _wait_until_healthy(server)
        yield server
    finally:
        _stop(process)
