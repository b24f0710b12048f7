"""Find an nginx, and run it on the configuration of `docs/hosting`; as a module, tell which."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.server import ROOT, START_TIMEOUT_S, STOP_TIMEOUT_S

SITES = ROOT / "docs" / "hosting"
LOG_TIMEOUT_S = 5.0

# Debian keeps it where only root's PATH looks, Homebrew on some machines where nobody's does.
FOLDERS = (os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")

# What a distribution's nginx.conf has around the sites, with every file in one folder.
AROUND = """
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    log_format served '$upstream_addr $status $host $request_uri';
    access_log {folder}/access.log served;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    types {{ text/html html; }}
{sites}
}}
"""


@dataclass(frozen=True)
class Request:
    """One line of nginx's access log."""

    upstream: str
    status: int
    path: str


@dataclass(frozen=True)
class Nginx:
    """A running nginx."""

    folder: Path
    process: subprocess.Popen[bytes]

    def requests(self, *, path: str = "", at_least: int = 0) -> list[Request]:
        """Return what was asked so far; one that was tried twice has both upstreams, by commas.

        nginx writes a line after the answer has gone out, that of a websocket when it closes, so
        lines of what was asked earlier may still come: wait for at least ``at_least`` whose path
        begins as given.
        """
        end = time.monotonic() + LOG_TIMEOUT_S
        while len(found := [one for one in self._all() if one.path.startswith(path)]) < at_least:
            if time.monotonic() > end:
                raise AssertionError(f"{len(found)} requests for {path!r}, not {at_least}")
            time.sleep(0.02)  # nothing tells us when
        return found

    def _all(self) -> list[Request]:
        lines = (self.folder / "access.log").read_text("utf-8").splitlines()
        parts = [line.replace(", ", ",").split(" ") for line in lines]
        return [Request(part[0], int(part[1]), part[3]) for part in parts]


def find() -> str | None:
    """Return the path of an nginx: ``$NGINX`` or an installed one."""
    return os.environ.get("NGINX") or shutil.which("nginx", path=os.pathsep.join(FOLDERS))


def site(name: str, places: Mapping[str, str]) -> str:
    """Return a configuration file of `docs/hosting` with this machine's addresses put in.

    Parameters
    ----------
    name
        The file's name.
    places
        What stands in the file, and what to put there. Each must occur exactly once.
    """
    text = (SITES / name).read_text("utf-8")
    for placeholder, value in places.items():
        if text.count(placeholder) != 1:
            raise ValueError(f"{name}: {placeholder!r} occurs {text.count(placeholder)} times")
        text = text.replace(placeholder, value)
    return text


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def run(sites: str, folder: Path, ports: tuple[int, ...]) -> Iterator[Nginx]:
    """Run nginx on these sites for as long as the context lasts.

    Parameters
    ----------
    sites
        What stands inside the ``http`` block.
    folder
        An empty folder for its logs and temporary files.
    ports
        The ports that it is to listen on.
    """
    path = find()
    if path is None:
        raise RuntimeError("no nginx found: run `make nginx`, or set NGINX to its path")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, sites=sites), "utf-8")
    command = [path, "-p", str(folder), "-c", str(folder / "nginx.conf")]
    command += ["-e", str(folder / "error.log")]
    with (folder / "printed.log").open("wb") as sink:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_listening(process, folder, ports)
        yield Nginx(folder, process)
    finally:
        process.terminate()
        process.wait(STOP_TIMEOUT_S)


def _wait_until_listening(
    process: subprocess.Popen[bytes], folder: Path, ports: tuple[int, ...]
) -> None:
    end = time.monotonic() + START_TIMEOUT_S
    while process.poll() is None and time.monotonic() < end:
        if all(_listens(port) for port in ports):
            return
        time.sleep(0.02)  # between two questions to another process; nothing tells us when
    logs = [(folder / name).read_text("utf-8") for name in ("printed.log", "error.log")]
    raise RuntimeError("nginx did not start:\n" + "\n".join(logs))


def main() -> int:
    """Print the path of the nginx that the tests take; return 1 where there is none."""
    path = find()
    print(f"nginx: {path}" if path else "No nginx found")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
