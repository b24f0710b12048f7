"""However its files are damaged, an edition loads whole or is refused with faults."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.model.edition import Edition
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.load import load_edition
from tests.invented import files, write_edition

FILES = sorted(files())


def load_damaged(file: str, content: bytes) -> None:
    """Load the invented edition with one file replaced; only ``EditionFaults`` may be raised."""
    with tempfile.TemporaryDirectory() as root:
        folder = write_edition(Path(root))
        (folder / file).write_bytes(content)
        edition, faults = load(folder)
    assert edition or faults
    for fault in faults:
        assert fault.file
        assert fault.fault.endswith(".")
        assert fault.cure.endswith(".")
        assert str(fault).isprintable()
    if edition is None:
        return
    for claim in edition.claims:
        assert edition.quote_positions(claim)
        assert not claim.places or edition.mentions_of_claim(claim.id)


def load(folder: Path) -> tuple[Edition | None, tuple[Fault, ...]]:
    try:
        return load_edition(folder), ()
    except EditionFaults as refused:
        return None, refused.faults


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_lines_left_out_doubled_or_exchanged(file: str, data: st.DataObject) -> None:
    lines = files()[file].split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    other = data.draw(st.integers(0, len(lines) - 1))
    kind = data.draw(st.sampled_from(["leave out", "double", "exchange"]))
    if kind == "leave out":
        del lines[at]
    elif kind == "double":
        lines.insert(at, lines[at])
    else:
        lines[at], lines[other] = lines[other], lines[at]
    load_damaged(file, "\n".join(lines).encode())


@settings(max_examples=60)
@given(st.sampled_from(FILES), st.data())
def test_bytes_put_in_anywhere(file: str, data: st.DataObject) -> None:
    content = files()[file].encode()
    at = data.draw(st.integers(0, len(content)))
    over = data.draw(st.integers(0, 8))
    load_damaged(file, content[:at] + data.draw(st.binary(max_size=8)) + content[at + over :])


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)


@settings(max_examples=60)
@given(st.data())
def test_any_value_in_any_member_of_a_place(data: st.DataObject) -> None:
    collection = json.loads(files()["places.geojson"])
    feature = data.draw(st.sampled_from(collection["features"]))
    target = data.draw(
        st.sampled_from([collection, feature, feature["properties"], feature["geometry"]])
    )
    target[data.draw(st.sampled_from([*sorted(target), "crs"]))] = data.draw(VALUES)
    load_damaged("places.geojson", json.dumps(collection).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("file", FILES)
def test_an_empty_file(file: str) -> None:
    load_damaged(file, b"")
