"""However an exported file is damaged, an import is refused or gives a sound edition."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.editing.import_file import import_file
from geodata.editing.writing import replace, seen
from geodata.model.errors import EditionFaults, Fault
from geodata.storage.load import load_edition
from tests.editing.roundtrip import contents, exported, saved
from tests.invented import write_edition

RUBBISH: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(-200, 200) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=4,
)


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Return every (container, key) of a JSON document."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [one for key in keys for one in spots(value[key])]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the export in each format."""
    folder = write_edition(tmp_path_factory.mktemp("editions"))
    for one in ("geojson", "annotations"):
        (folder.parent / one).write_text(json.dumps(exported(folder, one)), encoding="utf-8")
    return folder.parent


DAMAGE = st.tuples(st.integers(0, 10_000), st.booleans(), RUBBISH)
"""Which value is damaged, whether it is taken out, and what else stands in its stead."""


@settings(max_examples=60)
@given(
    st.sampled_from(["geojson", "annotations"]),
    st.lists(DAMAGE, min_size=1, max_size=3),
    st.booleans(),
)
def test_a_damaged_export_is_refused_or_brought_in_whole(
    documents: Path, format: str, damages: list[tuple[int, bool, Any]], remove: bool
) -> None:
    document = json.loads((documents / format).read_text("utf-8"))
    for number, take_out, rubbish in damages:
        if found := spots(document):
            container, key = found[number % len(found)]
            if take_out:
                del container[key]
            else:
                container[key] = json.loads(json.dumps(rubbish))
    bring_back(format, document, remove)


@settings(max_examples=60)
@given(st.sampled_from(["geojson", "annotations"]), RUBBISH)
def test_rubbish_is_refused(format: str, document: Any) -> None:
    bring_back(format, document, remove=False)


def bring_back(format: str, document: Any, remove: bool) -> None:
    """Import a document; only ``EditionFaults`` may be raised, and then nothing is written."""
    with tempfile.TemporaryDirectory() as root:
        folder = write_edition(Path(root) / "editions")
        before, path = contents(folder), saved(folder, format, document)
        files, faults = attempt(folder, path, format, remove)
        assert contents(folder) == before
        for fault in faults:
            assert fault.fault.endswith(".")
            assert fault.cure.endswith(".")
            assert str(fault).isprintable()
        replace(folder, files, seen(folder))
        assert load_edition(folder).id == "from-lyon-to-paris"
        assert not (files and faults)


def attempt(
    folder: Path, path: Path, format: str, remove: bool
) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    try:
        return import_file(folder, path, format, remove=remove).files, ()
    except EditionFaults as refused:
        return {}, refused.faults
