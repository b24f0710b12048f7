"""On Dask: the same bytes as from one process, whoever is killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest
from distributed import Client, LocalCluster

from geodata.__main__ import main
from geodata.archive import on_dask
from geodata.archive.engines import engine_of
from geodata.archive.errors import MissingPackagesError, WorkersError
from geodata.archive.run import run
from geodata.commands import geoparse
from geodata.geoparse.errors import MissingModelError
from tests.archive.texts import TASK, Silent, do, job, line, results, some
from tests.geoparse.double import FOLDER, MODEL, open_double

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="it looks at processes as Linux has them"),
    pytest.mark.timeout(400),  # processes start, each with its imports, on a machine that is busy
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning"),
]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder whose input has several batches, the second of which waits for the test."""
    data = some(90) + line("held", "HOLD in Paris.") + some(300).replace(b'"a', b'"b')
    job(tmp_path, data)
    (tmp_path / "signs").mkdir()
    return tmp_path


@pytest.fixture
def whole(place: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files that one process makes of it."""
    alone = tmp_path_factory.mktemp("alone")
    do(job(alone, (place / "in.jsonl").read_bytes(), parquet=True))
    return results(alone)


def started(place: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start the command in a process of its own."""
    command = [sys.executable, "-m", "tests.archive.command", "geoparse"]
    command += ["--jsonl", str(place / "in.jsonl"), "--output", str(place / "out.jsonl"), *more]
    environment = os.environ | {FOLDER: str(place / "signs"), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell may ignore it
    )


def until_held(place: Path, process: subprocess.Popen[bytes]) -> int:
    """Wait until a process works on the text that waits; return its id."""
    while True:
        if found := list((place / "signs").glob("holds-*")):
            found[0].unlink()
            return int(found[0].name.partition("-")[2])
        assert process.poll() is None, process.stderr and process.stderr.read().decode()
        time.sleep(0.05)


def is_running(process: int) -> bool:
    """Say whether a process is there and not only waits to be forgotten."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text("ascii")
    except OSError:
        return False


def files(place: Path) -> dict[str, bytes]:
    """Return the finished files without the signs of the double."""
    return {name: one for name, one in results(place).items() if not name.startswith("signs/")}


def test_a_worker_that_is_killed_loses_nothing_and_each_opens_one_geoparser(
    place: Path, whole: dict[str, bytes]
) -> None:
    process = started(place, "--workers", "2", "--parquet", str(place / "parquet"))
    killed = until_held(place, process)
    assert killed != process.pid
    os.kill(killed, signal.SIGKILL)
    other = until_held(place, process)
    assert other != killed
    (place / "signs" / "go").touch()
    said = process.communicate()[1].decode()
    assert process.returncode == 1, said
    assert "out.jsonl.bad: 78 bad lines, which have no record." in said
    assert files(place) == whole
    opened = [one.name.split("-")[1] for one in (place / "signs").glob("opened-*")]
    assert sorted(opened) == sorted(set(opened)), "once in each process"
    assert str(process.pid) not in opened


def test_a_parent_that_is_killed_takes_its_workers_along_and_is_gone_on_with(
    place: Path, whole: dict[str, bytes]
) -> None:
    process = started(place, "--workers", "2")
    worker = until_held(place, process)
    process.kill()
    process.communicate()
    while is_running(worker):
        time.sleep(0.05)
    assert not (place / "out.jsonl").exists()
    (place / "signs" / "go").touch()
    do(job(place, (place / "in.jsonl").read_bytes(), parquet=True))
    assert files(place) == whole, "by one process, what two workers began"


def test_a_user_who_stops_it_sees_no_traceback_and_leaves_no_worker(place: Path) -> None:
    process = started(place, "--workers", "2")
    worker = until_held(place, process)
    os.killpg(process.pid, signal.SIGINT)
    (place / "signs" / "go").touch()
    said = process.communicate()[1].decode()
    assert process.returncode == 130, said
    assert "Traceback" not in said
    while is_running(worker):
        time.sleep(0.05)


def test_one_process_that_is_killed_is_gone_on_with(place: Path, whole: dict[str, bytes]) -> None:
    process = started(place)
    assert until_held(place, process) == process.pid
    process.kill()
    process.communicate()
    (place / "signs" / "go").touch()
    again = started(place, "--parquet", str(place / "parquet"))
    said = again.communicate()[1].decode()
    assert said.startswith("Resumed after line 64, with 52 records and 12 bad lines so far.\n")
    assert files(place) == whole


@pytest.fixture
def cluster() -> Iterator[LocalCluster]:
    """Start a scheduler with a worker of two threads in this process."""
    with LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None, silence_logs=50
    ) as found:
        yield found


def test_the_workers_of_a_scheduler_give_the_same(
    cluster: LocalCluster, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    signs = tmp_path_factory.mktemp("signs")
    monkeypatch.setenv(FOLDER, str(signs))
    monkeypatch.setattr(on_dask, "_parsers", {})
    alone = tmp_path_factory.mktemp("alone")
    do(job(alone, some(300)))
    monkeypatch.setattr(geoparse, "opener", lambda own="": open_double)
    begun = job(tmp_path, some(300))
    command = ["geoparse", "--jsonl", str(begun.source), "--output", str(begun.goal)]
    # An address in this process, as no test needs the network.
    address = cluster.scheduler_address
    assert main([*command, "--scheduler", address]) == 1
    assert results(tmp_path) == results(alone)
    assert len(list(signs.iterdir())) == 2, "one for this process, one for the worker's threads"


def test_workers_of_two_versions_are_not_mixed(
    cluster: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "_parsers", {})
    with engine_of(TASK, scheduler=cluster.scheduler_address) as engine:
        on_dask._parsers.clear()
        monkeypatch.setenv(MODEL, "double 2")
        with pytest.raises(WorkersError) as refused:
            run(job(tmp_path, some(3)), engine, Silent())
    assert str(refused.value) == (
        "A worker has the geoparser 'double 2, record 1', the first 'double 1, record 1'. "
        "Cure: Install the same version on all of them."
    )


def test_a_scheduler_that_is_not_there_is_told_with_its_cure() -> None:
    with (
        mock.patch.object(on_dask, "_PATIENCE_S", 0.2),
        pytest.raises(WorkersError, match=r"No scheduler of Dask answers there.* Cure: Start it"),
        engine_of(TASK, scheduler="tcp://127.0.0.1:1"),
    ):
        pass


def test_a_scheduler_without_workers_is_told_with_its_cure() -> None:
    with (
        LocalCluster(n_workers=0, processes=False, dashboard_address=None) as empty,
        mock.patch.object(on_dask, "_PATIENCE_S", 0.2),
        pytest.raises(WorkersError, match=r"has no worker\. Cure: Start workers"),
        engine_of(TASK, scheduler=empty.scheduler_address),
    ):
        pass


def test_workers_that_cannot_be_started_are_told_with_their_cure() -> None:
    broken = mock.Mock(side_effect=RuntimeError("no room"))
    with (
        mock.patch.object(on_dask, "LocalCluster", broken),
        pytest.raises(WorkersError, match=r"2 workers cannot be started here: no room\. Cure: Ask"),
        engine_of(TASK, workers=2),
    ):
        pass


def test_what_a_worker_lacks_is_told_with_its_cure(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(on_dask, "_parsers", {})
    monkeypatch.setenv(MODEL, "none")
    with (
        pytest.raises(MissingModelError, match=r"The double has no model\. Cure: Give it one\."),
        engine_of(TASK, scheduler=cluster.scheduler_address),
    ):
        pass
    with (
        mock.patch.object(on_dask, "version_of", mock.Mock(side_effect=ImportError("no spaCy"))),
        mock.patch.dict(os.environ, {MODEL: "double 1"}),
        pytest.raises(WorkersError, match="A worker lacks what is needed: no spaCy"),
        engine_of(TASK, scheduler=cluster.scheduler_address),
    ):
        pass


def test_a_run_ends_when_all_workers_are_gone(cluster: LocalCluster, tmp_path: Path) -> None:
    with (
        engine_of(TASK, scheduler=cluster.scheduler_address) as engine,
        Client(cluster.scheduler_address) as client,
        mock.patch.object(on_dask, "_LOOK_S", 0.01),
    ):
        cluster.scale(0)
        while client.nthreads():
            time.sleep(0.05)
        with pytest.raises(WorkersError, match="All workers were lost, and none came back"):
            run(job(tmp_path, some(3)), engine, Silent())


def test_without_dask_it_is_said_how_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geodata.archive.on_dask", None)
    with pytest.raises(MissingPackagesError, match="Dask is asked for"), engine_of(TASK, workers=2):
        pass


def test_a_text_that_workers_die_of_is_set_aside(place: Path) -> None:
    data = some(3) + line("deadly", "DIE in Paris.") + some(90).replace(b'"a', b'"b')
    job(place, data)
    with mock.patch.dict(os.environ, {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}):
        process = started(place, "--workers", "1")
    said = process.communicate()[1].decode()
    assert process.returncode == 1, said
    bad = [json.loads(one) for one in (place / "out.jsonl.bad").read_bytes().splitlines()]
    assert [one["id"] for one in bad if one["id"]] == ["deadly"]
    assert "line 4: Several workers died of its text, one after the other." in said
    assert (place / "out.jsonl").read_bytes().count(b"\n") == 3 + 90 - 18
