"""How the first response and the previews are sent: packed, once, with headers; as pictures."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest
from PIL import Image

from tests.invented import ID
from tests.pages.asking import ask

pytestmark = pytest.mark.usefixtures("forgotten")


def test_it_is_compressed_for_those_who_take_it(editions_root: Path) -> None:
    packed = ask(headers={"accept-encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == ask().body
    assert "content-encoding" not in ask().headers


def test_one_that_is_unchanged_is_not_sent_again(editions_root: Path) -> None:
    tag = ask().headers["etag"]
    again = ask(headers={"if-none-match": tag})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask("/", "place=lyon", headers={"if-none-match": tag}).status == 200


@pytest.mark.parametrize("path", ["/", "/elsewhere", f"/previews/{ID}.png"])
def test_every_answer_has_the_headers_that_it_does_not_have_yet(
    editions_root: Path, path: str
) -> None:
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    own = "no-referrer" if path == "/elsewhere" else "strict-origin-when-cross-origin"
    assert headers["referrer-policy"] == own


@pytest.mark.parametrize("path", [f"/previews/{ID}.png", f"/previews/{ID}/lyon.png"])
def test_the_picture_of_an_edition_or_place_is_served_and_kept(
    editions_root: Path, path: str
) -> None:
    answer = ask(path)
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=3600"
    with Image.open(io.BytesIO(answer.body)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert ask(path, headers={"if-none-match": answer.headers["etag"]}).status == 304


def test_the_small_map_of_a_list_is_served_and_is_that_of_the_files(editions_root: Path) -> None:
    first = ask(f"/previews/small/{ID}.webp")
    assert first.headers["content-type"] == "image/webp"
    assert len(first.body) < 20_000
    with Image.open(io.BytesIO(first.body)) as picture:
        assert (picture.format, picture.width) == ("WEBP", 320)
    places = editions_root / ID / "places.geojson"
    places.write_text(places.read_text("utf-8").replace("4.83", "9.83"))
    assert ask(f"/previews/small/{ID}.webp").body != first.body


@pytest.mark.parametrize(
    "path",
    [
        "/previews/atlantis.png",
        "/previews/small/atlantis.webp",
        f"/previews/{ID}/atlantis.png",
        "/previews/...png",
        "/x/previews/a.png",
    ],
)
def test_there_is_no_picture_of_what_there_is_not(editions_root: Path, path: str) -> None:
    assert ask(path).status == 404
