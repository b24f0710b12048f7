"""Hundreds of editions: each is listed without being loaded again, a broken one not read again."""

from __future__ import annotations

import os
from pathlib import Path
from unittest.mock import Mock

import pytest
import streamlit as st

from geodata.model.errors import EditionFaults
from geodata.storage.load import load_edition
from pages.parts import shelf
from pages.parts.shelf import Entry
from pages.parts.shell import choose, whole_edition
from tests.invented import ID, write_edition

pytestmark = pytest.mark.usefixtures("forgotten")


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """Count the editions that are loaded, while lists have time for all of them."""
    watch = Mock(side_effect=load_edition)
    monkeypatch.setattr(shelf, "load_edition", watch)
    monkeypatch.setattr(shelf, "PATIENCE_S", 60)
    monkeypatch.setattr(shelf, "_kept", {})
    return watch


def test_forty_editions_are_loaded_once_for_all_lists(editions_root: Path, loads: Mock) -> None:
    for number in range(39):
        write_edition(editions_root, f"another-{number:02}")
    first = choose("")
    assert loads.call_count == 40
    for _ in range(3):
        st.cache_resource.clear()
        assert choose("") == first
    assert loads.call_count == 40
    assert first.words[0].count("data-edition=") == 40
    assert first.words[0].count("5 claims by 3 speakers") == 40


def test_a_broken_edition_is_read_once_until_its_files_change(several: Path, loads: Mock) -> None:
    for _ in range(5):
        assert whole_edition("broken") is None
        st.cache_resource.clear()
        assert "broken (cannot be read at present)" in choose("").words[0]
    assert [call.args[0].name for call in loads.mock_calls].count("broken") == 1
    claims = several / "broken" / "claims.toml"
    claims.write_bytes((several / ID / "claims.toml").read_bytes())
    st.cache_resource.clear()
    mended = whole_edition("broken")
    assert mended
    assert mended.article.title == "From Lyon to Paris"
    assert "cannot be read" not in choose("").words[0]


def test_a_file_of_the_same_size_that_was_changed_is_seen(several: Path, loads: Mock) -> None:
    assert whole_edition("broken") is None
    claims = several / "broken" / "claims.toml"
    os.utime(claims, ns=(1, 1))
    assert whole_edition("broken") is None
    assert loads.call_count == 2


def test_without_time_a_list_shows_title_and_authors_alone(
    several: Path, loads: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "PATIENCE_S", 0)
    (several / "again" / "edition.toml").write_text("title = \n")
    assert shelf.entries(["again", "broken", ID]) == [
        Entry("again", "again (cannot be read at present)", readable=False),
        Entry("broken", "From Lyon to Paris", ("Jo Field",)),
        Entry(ID, "From Lyon to Paris", ("Jo Field",)),
    ]
    assert loads.call_count == 0
    assert not shelf.studied(ID)


def test_of_many_faults_a_hundred_are_kept(
    editions_root: Path, loads: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = editions_root / ID
    (folder / "themes.toml").write_text("[[theme]]\nid = 3\n" * 400)
    with pytest.raises(EditionFaults):
        load_edition(folder)
    with pytest.raises(EditionFaults) as first:
        shelf.load(ID)
    with pytest.raises(EditionFaults) as second:
        shelf.load(ID)
    assert len(first.value.faults) == 100
    assert first.value.faults == second.value.faults
    assert loads.call_count == 1


def test_what_is_kept_is_bounded(
    several: Path, loads: Mock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST_KEPT", 2)
    assert len(shelf.entries(["again", "broken", ID])) == 3
    assert len(shelf._kept) <= 2


def test_one_edition_is_studied_at_a_time_so_that_a_list_need_not_wait(
    editions_root: Path, loads: Mock
) -> None:
    with shelf._studying:
        assert shelf.entries([ID]) == [Entry(ID, "From Lyon to Paris", ("Jo Field",))]
    assert loads.call_count == 0
    assert shelf.entries([ID])[0].lines == (
        "Jo Field · written in summer 2019 (inferred)",
        "5 places, 5 claims by 3 speakers",
        "Draft: no named editor has yet compared this with the text and its sources",
    )


def test_a_broken_edition_that_nobody_asked_for_is_told_in_the_log_once(
    several: Path, loads: Mock, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(3):
        shelf.entries(["broken"])
    assert [one.split("\n")[0] for one in caplog.messages] == [
        "Edition broken is broken; run python -m geodata check."
    ]
