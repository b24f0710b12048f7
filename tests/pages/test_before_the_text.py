"""On a slow line the text comes first: what the first response and the twin put before it."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser

import pytest

from geodata.model.edition import Edition
from geodata.publish.formats import FORMATS
from tests.pages.asking import ask

KILOBYTE = 1024


class Before(HTMLParser):
    """What a browser must fetch before it may show the end of a page's article."""

    def __init__(self, text: str, end: str) -> None:
        super().__init__()
        self.holding: list[str] = []
        self.feed(text[: text.index(end) + len(end)])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        sheet = tag == "link" and "stylesheet" in (found.get("rel") or "")
        later = found.get("type") == "module" or {"async", "defer"} & found.keys()
        if sheet or (tag == "script" and "src" in found and not later):
            self.holding.append(self.get_starttag_text() or tag)


@pytest.mark.parametrize(
    ("html", "holding"),
    [
        ('<script type="module" src="a.js"></script><p>end', 0),
        ('<script src="a.js"></script><p>end', 1),
        ('<link rel="stylesheet" href="a.css"><p>end', 1),
        ('<p>end<link rel="stylesheet" href="a.css">', 0),
    ],
)
def test_what_holds_a_page_back_is_found(html: str, holding: int) -> None:
    assert len(Before(html, "end").holding) == holding


@pytest.mark.usefixtures("forgotten")
@pytest.mark.parametrize("path", ["/", "/claims"])
def test_the_text_comes_in_the_first_answer_and_waits_for_no_other(path: str) -> None:
    answer = ask(path, headers={"accept-encoding": "gzip"})
    assert len(answer.body) < 16 * KILOBYTE
    html = gzip.decompress(answer.body).decode()
    end = "</article>"
    assert "The terrorist organisation known as" in html[: html.index(end)]
    assert Before(html, end).holding == []
    assert html.count('<link rel="stylesheet"') == 1  # Streamlit's own, behind the text
    early = re.findall(
        r'<link rel="preload" href="([^"]+)" as="font" type="font/woff2" cross', html
    )
    assert [font.partition("?")[0].rpartition("/")[2] for font in early] == [
        "source-serif-4-latin-400-normal.woff2",
        "source-serif-4-latin-600-normal.woff2",
        "source-sans-3-latin-wght-normal.woff2",
    ]
    assert len(re.findall(r"\spreload|\"preload", html)) == len(early)  # none of Streamlit's
    assert all(f'url("{font}")' in html for font in early)
    assert html.index('<link rel="stylesheet"') < html.index('<div id="root">')


def test_in_the_twin_all_that_is_large_comes_behind_the_text(first: Edition) -> None:
    html = FORMATS["html"].write(first).decode()
    end = '@font-face { font-family: "Atlas Serif"'
    before = html[: html.index(end)]
    assert "st-key-atlas-text" in before
    assert Before(html, end).holding == []
    assert len(gzip.compress(before.encode(), 5, mtime=0)) < 32 * KILOBYTE
    assert len(before.encode()) < 128 * KILOBYTE
    assert html.index('id="atlas-article"') < html.index("font/woff2;base64")
    assert html.index(end) < html.index('data-single-page="') < html.index("srcdoc=")
