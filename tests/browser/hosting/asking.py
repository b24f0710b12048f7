"""Ask a server on this machine as another host's readers would, and take the answer as it comes."""

import http.client
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True)
class Answer:
    """An answer as it came: not followed, not decompressed."""

    status: int
    headers: Message
    body: bytes


def ask(port: int, path: str, headers: Mapping[str, str] | None = None) -> Answer:
    """Ask this machine for a path, as www.example.org unless the headers name another host."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as connection:
        connection.request("GET", path, headers={"Host": "www.example.org", **(headers or {})})
        with closing(connection.getresponse()) as answer:
            # A websocket that has opened has no end to read to.
            body = b"" if answer.status == 101 else answer.read()
            return Answer(answer.status, answer.headers, body)
