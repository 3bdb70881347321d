"""A Dask cluster does the same tasks, with the same limits and the same bytes, also when a worker is lost."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import Agenda, Cluster, Done, Failed, Failure, Pool, Task
from pipeline.problems import CommandError
from tests.cli.test_incremental import give
from tests.engine.test_pool import act
from tests.programs import own_cache, presession

pytestmark = [
    pytest.mark.filterwarnings("ignore"),
    pytest.mark.skipif(os.name != "posix", reason="children of workers are tested on POSIX"),
]


def slowly(number: int) -> int:
    time.sleep(0.4)
    return number


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes of one thread each; one that is killed is started again."""
    try:
        from distributed import LocalCluster
    except ImportError:
        message = "dask and distributed are not installed"
        pytest.fail(message) if os.environ.get("CI") else pytest.skip(message)
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as found:
        yield found


def test_each_task_has_its_own_fate(cluster: Any) -> None:
    """Time, death and exceptions are told apart in a cluster too, and the others end well."""
    calls = [(what,) for what in ("one", "die", "raise", "hang", "eat")]
    with Pool(cluster=Cluster(cluster.scheduler_address, ())) as pool:
        outcomes = dict(pool.each(act, calls, seconds=3, mebibytes=1024))
    failures = {index: found.failure for index, found in outcomes.items() if isinstance(found, Failed)}
    assert outcomes[0] == Done("one")
    assert failures == {1: Failure.DIED, 2: Failure.ERROR, 3: Failure.TIME, 4: Failure.MEMORY}


def test_a_lost_worker_costs_nothing(cluster: Any) -> None:
    """One of the two is killed while it works: every task is done all the same."""
    agenda = Agenda()
    for number in range(8):
        agenda.add(Task(number, slowly, lambda number=number: (number,), 30))  # type: ignore[misc]
    found: dict[int, Any] = {}
    with Pool(cluster=Cluster(cluster.scheduler_address, ())) as pool:
        for task, outcome in pool.run(agenda):
            if not found:
                os.kill(cluster.workers[0].pid, signal.SIGKILL)
            found[task.label] = outcome
    assert found == {number: Done(number) for number in range(8)}


def kill_one_at_work(cluster: Any, killed: list[int]) -> None:
    """Wait until a worker has something to do, and kill it."""
    deadline = time.monotonic() + 60
    while not killed and time.monotonic() < deadline:
        busy = {state.name for state in list(cluster.scheduler.workers.values()) if state.processing}
        for name in sorted(busy)[:1]:
            killed.append(cluster.workers[name].pid)
            os.kill(killed[0], signal.SIGKILL)
        time.sleep(0.05)


def test_a_build_there_makes_the_same_bytes(cluster: Any, tmp_path: Path) -> None:
    """The packs and the programme, from this computer and from a cluster that loses a worker over them."""
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", cwd=tmp_path)
    give(tmp_path, "france", "yes", 1)
    env, found = own_cache(tmp_path), []
    killed: list[int] = []
    for place, options in (("here", ()), ("there", ("--scheduler", cluster.scheduler_address))):
        shutil.rmtree(tmp_path / "cache/presession/results", ignore_errors=True)
        killer = threading.Thread(target=kill_one_at_work, args=(cluster, killed))
        if options:
            killer.start()
        done = presession("build", "s/upr31", "--output", place, *options, cwd=tmp_path, env=env)
        assert done.returncode == 0, done.stdout + done.stderr
        if options:
            killer.join()
        files = sorted(path for path in (tmp_path / place).rglob("*") if path.is_file())
        assert len(files) > 6
        found.append([(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files])
    assert killed
    assert found[0] == found[1]


def test_a_scheduler_that_is_not_there_is_a_sentence() -> None:
    """Not a traceback, and not a wait without an end."""
    with pytest.raises(CommandError, match="No Dask scheduler answers"):
        Cluster("tcp://127.0.0.1:9", ())
