"""Parquet holds the same records as the JSON lines, in files that a resumed run goes on with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest import mock

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geodata.archive import engines, parquet
from geodata.archive.errors import MissingPackagesError, ResumeError
from geodata.archive.work import Task
from geodata.geoparse.record import record
from tests.archive.texts import Silent, do, job, results, small_batches, some
from tests.geoparse.double import KNOWN, Double, open_double

DATA = some(20)


@pytest.fixture(autouse=True)
def small_files() -> Any:
    """Let a batch have three lines, a file two batches."""
    with small_batches(), mock.patch.object(parquet, "BATCHES", 2):
        yield


def without_nulls(value: Any) -> Any:
    """Leave out what a record of JSON leaves out, too."""
    if isinstance(value, list):
        return [without_nulls(one) for one in value]
    if isinstance(value, dict):
        optional = {"remarks", "dispute", "text", "inside"}
        return {
            key: without_nulls(one)
            for key, one in value.items()
            if one is not None or key not in optional
        }
    return value


def test_the_records_are_those_of_the_json_lines(tmp_path: Path) -> None:
    do(job(tmp_path, DATA, parquet=True))
    rows = pq.read_table(tmp_path / "parquet").to_pylist()
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert without_nulls(rows) == [json.loads(one) for one in lines]
    names = sorted(one.name for one in (tmp_path / "parquet").iterdir())
    assert names == ["_begun.json", *(f"part-{n:06}.parquet" for n in range(4))]


def test_the_schema_has_every_member_that_a_record_can_have() -> None:
    parse = Double(True).parse(f"Anna was in {' and '.join(KNOWN)} in 1999.")
    full = record(replace(parse, remarks=("One.",)), "a", claim_text=True)
    table = pa.Table.from_pylist([full], schema=parquet.SCHEMA)
    assert without_nulls(table.to_pylist()) == [full]


def test_a_group_of_rows_is_bounded(tmp_path: Path) -> None:
    with mock.patch.object(parquet, "_ROWS", 2), mock.patch.object(parquet, "BATCHES", 100):
        do(job(tmp_path, DATA, parquet=True))
    file = pq.ParquetFile(tmp_path / "parquet" / "part-000000.parquet")
    sizes = [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)]
    assert sum(sizes) == 16
    assert max(sizes) == 3


@pytest.mark.parametrize("after", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("lost", ["", "part-000000.parquet", "all"])
def test_a_resumed_run_gives_the_same_files(after: int, lost: str, tmp_path: Path) -> None:
    whole, place = tmp_path / "whole", tmp_path / "place"
    whole.mkdir()
    place.mkdir()
    do(job(whole, DATA, parquet=True))
    with pytest.raises(KeyboardInterrupt):
        do(job(place, DATA, parquet=True), Silent(stop_after=after))
    for one in (place / "parquet").glob("*" if lost == "all" else lost or "nothing"):
        one.unlink()
    do(job(place, DATA, parquet=True))
    assert results(place) == results(whole)


def test_a_finished_run_gives_parquet_later(tmp_path: Path) -> None:
    do(job(tmp_path, DATA))
    do(job(tmp_path, DATA, parquet=True))
    assert pq.read_table(tmp_path / "parquet").num_rows == 16


def test_an_input_without_articles_gives_a_file_without_rows(tmp_path: Path) -> None:
    do(job(tmp_path, b"", parquet=True))
    assert pq.read_table(tmp_path / "parquet").num_rows == 0


def test_a_folder_of_others_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "parquet").mkdir()
    (tmp_path / "parquet" / "letter.txt").write_text("Dear Anna", "utf-8")
    with pytest.raises(ResumeError, match="It holds other files"):
        do(job(tmp_path, DATA, parquet=True))


def test_the_files_of_another_run_are_not_mixed_with_these(tmp_path: Path) -> None:
    do(job(tmp_path, DATA, parquet=True))
    for one in tmp_path.glob("out.jsonl*"):
        one.unlink()
    with pytest.raises(ResumeError, match="those of another run"):
        do(job(tmp_path, DATA, Task(open_double, quotations=False), parquet=True))


def test_a_package_that_is_missing_is_told_with_its_cure() -> None:
    with pytest.raises(MissingPackagesError) as refused, engines.archive_packages("Parquet"):
        raise ImportError("No module named 'pyarrow'")
    assert str(refused.value) == (
        "Parquet is asked for, and its packages are not installed (No module named 'pyarrow'). "
        "Cure: pip install -r requirements-archive.txt."
    )
