"""Any bytes are read by lines: each line is an article or a bad one, and none stops the rest."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.archive.articles import LONGEST_ID, Article, BadLine, article_of
from geodata.archive.batches import batches
from geodata.archive.errors import InputError
from geodata.archive.ids import SeenIds
from geodata.archive.lines import mark_of, opened, read_lines
from geodata.geoparse.contracts import Setting
from geodata.storage.files import LARGEST_TEXT
from tests.archive.texts import line, small_batches

USUAL = Setting()


def items(data: bytes) -> list[Article | BadLine]:
    """Return what becomes of the lines of an input."""
    seen = SeenIds()
    found = [one for batch in batches(io.BytesIO(data), USUAL, seen) for one in batch.items]
    seen.close()
    return found


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"Paris", "It is not JSON: Expecting value: column 1 (char 0)."),
        (b'{"id": "a", "text": "Par', "It is not JSON: Unterminated string"),
        (b"[]", "It is not a JSON object."),
        (b'"Paris"', "It is not a JSON object."),
        (b'{"text": "Paris"}', "It has no id."),
        (b'{"id": "", "text": "Paris"}', "It has no id."),
        (b'{"id": 7, "text": "Paris"}', "'id' is 7, which is no text."),
        (b'{"id": "a"}', "It has no text."),
        (b'{"id": "a", "text": " \\n"}', "It has no text."),
        (b'{"id": "a", "text": ["Paris"]}', "'text' is ['Paris'], which is no text."),
        (b'{"id": "a", "text": NaN}', "It is not JSON: NaN is not a number."),
        (b'{"id": "a", "text": "Paris", "n": 1e999}', "the number 1e999 is too large"),
        (b'{"id": "a", "id": "b", "text": "Paris"}', "the key 'id' stands twice in one object"),
        (b'{"id": "a", "text": "Paris", "x": ' + b"[" * 200 + b"]" * 200 + b"}", "nested too"),
        (b"[" * 500_000, "It is nested too deeply."),
        (b'{"id": "a", "text": "Par\xefs"}', "Its byte 25 is 0xEF, which is not UTF-8."),
        (b'{"id": "a", "text": "Paris \\ud800"}', "'text' holds U+D800, the half of a sign."),
        (b'{"id": "\\udc00", "text": "Paris"}', "'id' holds U+DC00, the half of a sign."),
        (b'{"id": "a", "text": "Paris", "date": "May"}', "'May' is no date."),
        (b'{"id": "a", "text": "Paris", "date": 2026}', "'date' is 2026, which is no text."),
        (b'{"id": "a", "text": "Paris", "language": "en us"}', "No language is written 'en us'."),
        (line("i" * (LONGEST_ID + 1), "Paris"), "'id' has 501 code points; 500 are allowed."),
        (line("a", "x" * (LARGEST_TEXT + 1)), "'text' has 1,000,001 code points"),
    ],
    ids=range(23),
)
def test_a_bad_line_says_what_is_wrong_and_the_next_is_read(data: bytes, fault: str) -> None:
    bad, good = items(data.rstrip(b"\n") + b"\n" + line("b", "Lyon"))
    assert isinstance(bad, BadLine)
    assert bad.line == 1
    assert fault in bad.fault
    assert bad.cure.endswith(".")
    assert good == Article(2, "b", "Lyon", USUAL)


def test_a_text_is_taken_as_it_is_given() -> None:
    text = "Paris\r\n\x00 e\u0301 \U0001f600\u2028 \ufeff"
    assert items(line("a", text)) == [Article(1, "a", text, USUAL)]


def test_what_is_known_of_an_article_stands_beside_its_text() -> None:
    data = line("a", "Paris", home="Lyon, France", date="2026-11-28T23:30:00Z", language="pt-BR")
    setting = Setting("Lyon, France", "2026-11-28", "pt-BR")
    assert items(data) == [Article(1, "a", "Paris", setting)]
    usual = Setting("Tete", "2020-01-01", "fr")
    assert article_of(1, line("a", "Paris", home="Lyon").rstrip(), usual) == Article(
        1, "a", "Paris", Setting("Lyon", "2020-01-01", "fr")
    )


def test_an_id_counts_once() -> None:
    first, twice, other = items(line("a", "Paris") + line("a", "Lyon") + line("A", "Tete"))
    assert isinstance(twice, BadLine)
    assert (twice.line, twice.id) == (2, "a")
    assert twice.fault == "The id 'a' stands in line 1 already."
    assert [type(one) for one in (first, other)] == [Article, Article]


def test_lines_of_blanks_and_a_byte_order_mark_are_passed_over() -> None:
    data = b"\xef\xbb\xbf" + line("a", "Paris") + b"\r\n  \n" + line("b", "Lyon").rstrip()
    assert [one.line for one in items(data)] == [1, 4]


def test_a_line_that_is_too_long_is_passed_over_and_not_held() -> None:
    data = b"a" * 5_000_000 + b"\nParis\n" + b"b" * 11
    found = list(read_lines(io.BytesIO(data), 10))
    assert [(one.number, len(one.data), one.is_whole) for one in found] == [
        (1, 11, False),
        (2, 5, True),
        (3, 11, False),
    ]
    assert [one.end for one in found] == [5_000_001, 5_000_007, len(data)]


@given(st.lists(st.binary(max_size=30).map(lambda one: one.replace(b"\n", b"")), max_size=30))
def test_lines_are_counted_as_they_stand(lines: list[bytes]) -> None:
    data = b"\n".join(lines)
    found = list(read_lines(io.BytesIO(data), 100))
    expected = data.split(b"\n")
    expected = expected[:-1] if not expected[-1] else expected
    assert [one.number for one in found] == list(range(1, len(expected) + 1))
    assert [one.data for one in found][1:] == [one.rstrip(b"\r") for one in expected][1:]
    assert not found or found[-1].end == len(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
MEMBERS = st.dictionaries(st.sampled_from(["id", "text", "home", "date", "language", "x"]), JSON)
LINES = st.binary(max_size=60) | (JSON | MEMBERS).map(lambda one: json.dumps(one).encode())


@given(st.lists(LINES, max_size=20))
def test_whatever_stands_in_a_line_is_an_article_or_a_bad_line(lines: list[bytes]) -> None:
    data = b"\n".join(one.replace(b"\n", b"") for one in lines)
    found = items(data)
    numbers = [one.line for one in found]
    assert numbers == sorted(set(numbers))
    blank = [not one.removeprefix(b"\xef\xbb\xbf").strip() for one in data.split(b"\n")]
    assert len(found) in (
        blank.count(False),
        [not one.strip() for one in data.split(b"\n")].count(False),
    )
    for one in found:
        assert one.fault if isinstance(one, BadLine) else one.text.encode()


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3)))
def test_ids_are_remembered_as_a_dictionary_does(ids: list[str]) -> None:
    seen, known = SeenIds(), dict[str, int]()
    assert [seen.first(one, n) for n, one in enumerate(ids, 1)] == [
        known.setdefault(one, n) for n, one in enumerate(ids, 1)
    ]
    seen.close()


@given(st.lists(st.integers(0, 5), max_size=20), st.integers(1, 4))
def test_batches_hold_every_line_once_in_order(lengths: list[int], most: int) -> None:
    data = b"".join(line(f"a{n}", "Paris " * (one + 1)) for n, one in enumerate(lengths))
    with small_batches(most):
        seen = SeenIds()
        found = list(batches(io.BytesIO(data), USUAL, seen))
        seen.close()
    assert [one.line for batch in found for one in batch.items] == list(range(1, len(lengths) + 1))
    assert [one.number for one in found] == list(range(len(found)))
    assert all(len(one.items) == most for one in found[:-1])
    assert not found or found[-1].end == len(data)


def test_a_batch_ends_when_its_texts_are_long() -> None:
    text = "Paris " * 100_000
    seen = SeenIds()
    data = b"".join(line(f"a{n}", text) for n in range(5))
    found = list(batches(io.BytesIO(data), USUAL, seen))
    seen.close()
    assert [len(one.items) for one in found] == [2, 2, 1]


def test_a_file_is_told_from_another_by_its_mark() -> None:
    mark = mark_of(io.BytesIO(b"Paris"))
    assert (mark.size, mark.sha256[:8]) == (5, "5dd272b4")


def test_an_input_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    for path, said in ((tmp_path, "It is not a file"), (tmp_path / "no", "No such file")):
        with pytest.raises(InputError, match=said), opened(path):
            pass
