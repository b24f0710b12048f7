"""Finds all that a reader or a program can read in an exported file, however it is wrapped up.

A search in the bytes alone misses what is escaped (HTML, JSON), encoded (``data:`` addresses),
doubled (CSV) or cut into pages (SQLite).
"""

from __future__ import annotations

import base64
import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree
from PIL import Image

_DATA = re.compile(r"data:[\w/+.-]*;base64,([A-Za-z0-9+/=]+)")


def everything_in(format: str, data: bytes) -> str:
    """Return the bytes as text, and after them every text that they hold, unwrapped."""
    assert data[:2] not in (b"PK", b"\x1f\x8b"), "a packed file would have to be unpacked here"
    raw = data.decode("utf-8", errors="replace")
    return "\n".join([raw, *_TEXTS[format](data)])


def strings(value: Any) -> Iterator[str]:
    """Return every text of a JSON value, keys among them; a passage in pieces also as a whole."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from strings(one)
    elif isinstance(value, list):
        yield "".join(one.get("text", "") for one in value if isinstance(one, dict))
        for one in value:
            yield from strings(one)


class Page(HTMLParser):
    """An HTML document: its elements in order, the texts that it shows, and its data."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        """Each element's name with the names of its attributes."""
        self.texts: list[str] = []
        """What stands between the elements, scripts and styles among it."""
        self.attributes: list[str] = []
        """The values of the attributes."""
        self.addresses: list[tuple[str, str]] = []
        """Where its elements lead, or what they load: an element's name and the address."""
        self.inner: list[Page] = []
        """The documents of its frames."""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        for name, value in attrs:
            self.attributes.append(value or "")
            if name in ("src", "srcset", "href", "data", "action", "poster"):
                self.addresses.append((tag, value or ""))
            if name == "srcdoc":
                self.inner.append(Page(value or ""))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def handle_comment(self, data: str) -> None:
        self.elements.append(("!--", ()))
        self.attributes.append(data)

    @property
    def whole(self) -> str:
        """What stands between the elements, as if there were none."""
        return "".join(self.texts)


def _html(data: bytes) -> Iterator[str]:
    yield from _page(Page(data.decode()))


def _page(page: Page) -> Iterator[str]:
    yield page.whole
    for text in (*page.attributes, *page.texts):
        yield text
        for found in _DATA.finditer(text):
            yield base64.b64decode(found[1]).decode("utf-8", errors="replace")
        if text.lstrip()[:1] in ("{", "["):
            try:
                yield from strings(json.loads(text))
            except ValueError:
                continue
    for one in page.inner:
        yield from _page(one)


def _json(data: bytes) -> Iterator[str]:
    return strings(json.loads(data))


def _csv(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode(), newline="")):
        yield from row


def _xml(data: bytes) -> Iterator[str]:
    for element in etree.fromstring(data).iter():
        words = (element.text or "", element.tail or "", *map(str, element.attrib.values()))
        for text in filter(str.strip, words):
            yield text
            if "<" in text:
                yield Page(text).whole


def _sqlite(data: bytes) -> Iterator[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "edition.gpkg"
        path.write_bytes(data)
        with closing(sqlite3.connect(path)) as database:
            tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables.fetchall():
                for row in database.execute(f'SELECT * FROM "{table}"'):
                    yield from (cell for cell in row if isinstance(cell, str))


def _png(data: bytes) -> Iterator[str]:
    with Image.open(io.BytesIO(data)) as picture:
        return iter([str(one) for pair in picture.info.items() for one in pair])


def _layer(data: bytes) -> Iterator[str]:
    for text in strings(json.loads(data)):
        yield text
        if text[:1] in ("{", "["):
            yield from strings(json.loads(text))


def _plain(data: bytes) -> Iterator[str]:
    yield data.decode()


_TEXTS = {
    "annotations": _json,
    "annotations-list": _json,
    "csv": _csv,
    "geojson": _json,
    **{f"geojson-{shape}": _layer for shape in ("points", "lines", "areas")},
    "gpkg": _sqlite,
    "html": _html,
    "kml": _xml,
    "linked-places": _json,
    "png": _png,
    "text": _plain,
}
