"""A pool of worker processes: a task that hangs, dies or needs too much costs itself and nothing else."""

from __future__ import annotations

import contextlib
import enum
import heapq
import itertools
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pipeline.engine.limits import prepare_worker, run_limited
from pipeline.engine.store import store_folder

if TYPE_CHECKING:
    from concurrent.futures import Future


class Failure(enum.Enum):
    """Why a task has no result."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Done:
    """A task's result."""

    value: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """A task without a result. `detail` is for our own bug report, never for a message to staff."""

    failure: Failure
    detail: str = ""


Outcome = Done | Failed


@dataclass(frozen=True, slots=True)
class Task:
    """A call of `function` in a worker; `arguments` gives what with, when a worker is about to take it.

    `seconds` is its limit from its start, `mebibytes` its limit of memory (0: none). Of several tasks the one
    of the most `weight` goes first. `label` is for whoever added it.
    """

    label: Any
    function: Callable[..., Any]
    arguments: Callable[[], tuple[Any, ...]]
    seconds: float
    mebibytes: int = 0
    weight: float = 0


class Agenda:
    """Tasks still to be started, the heaviest first; more can be added while others run."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Task]] = []
        self._count = itertools.count()

    def add(self, task: Task) -> None:
        """One task more; of two of the same weight the one that was added first goes first."""
        heapq.heappush(self._heap, (-task.weight, next(self._count), task))

    def take(self) -> Task:
        """The next task, which leaves the agenda."""
        return heapq.heappop(self._heap)[2]

    def __len__(self) -> int:
        return len(self._heap)


class Pool:
    """Worker processes. Tasks take values and return values; use it as a context manager.

    `jobs` is the number of workers, 0 for one per core. None is started before the first task. Workers are
    started from a clean server process, so that no thread or open file of ours is copied into them; on
    Windows and macOS they are spawned.
    """

    def __init__(self, jobs: int = 0) -> None:
        self.workers = jobs or os.cpu_count() or 1
        self._started: Any = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._started is None:
            return
        if kind is None:
            self._started.close()
        else:
            self._started.stop()
        self._started.join()

    def run(self, agenda: Agenda) -> Iterator[tuple[Task, Outcome]]:
        """Run every task, also those added meanwhile; yield each with its outcome as it ends.

        Only as many are prepared as keep the workers busy, and no outcome is held: memory does not grow with
        the number of tasks.
        """
        from concurrent.futures import FIRST_COMPLETED, wait

        pending: dict[Future[Any], Task] = {}
        while agenda or pending:
            while agenda and len(pending) < self.workers + 1:
                task = agenda.take()
                pending[self._schedule(task)] = task
            ended, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in list(pending):
                if future in ended:
                    yield pending.pop(future), _outcome(future)

    def each(
        self,
        function: Callable[..., Any],
        calls: Sequence[tuple[Any, ...]],
        seconds: float,
        mebibytes: int = 0,
    ) -> Iterator[tuple[int, Outcome]]:
        """Run `function(*call)` for every call; yield (index of the call, outcome) as they end.

        `seconds` is the limit of one task from its start, `mebibytes` its limit of memory (0: none).
        """
        agenda = Agenda()
        for index, call in enumerate(calls):
            agenda.add(Task(index, function, lambda call=call: call, seconds, mebibytes))  # type: ignore[misc]
        for task, outcome in self.run(agenda):
            yield task.label, outcome

    def _schedule(self, task: Task) -> Future[Any]:
        call = (task.function, task.mebibytes, task.arguments())
        if self._started is not None:
            return self._submit(call, task.seconds)
        with _deaf():
            # a Ctrl-C while workers are being started would leave them to themselves: it is answered after
            self._started = _start(self.workers)
            return self._submit(call, task.seconds)

    def _submit(self, call: tuple[Any, ...], seconds: float) -> Future[Any]:
        future: Future[Any] = self._started.schedule(run_limited, args=call, timeout=seconds)
        return future


def _start(workers: int) -> Any:
    import multiprocessing

    from pebble import ProcessPool

    method = "forkserver" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["pipeline.engine.server", "pipeline.steps"])
        _start_server()
    kept = store_folder()
    if kept:
        with contextlib.suppress(OSError):  # a folder has to be there to be allowed
            kept.mkdir(parents=True, exist_ok=True)
    return ProcessPool(
        max_workers=workers,
        context=context,
        initializer=prepare_worker,
        initargs=(str(kept.absolute()) if kept else "",),
    )


def _start_server() -> None:
    """Start the clean server deaf to Ctrl-C: it inherits the mask, so that only this process answers one."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # the server would start it itself, and unblock the signal after it
    with _deaf():
        forkserver.ensure_running()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Answer a Ctrl-C only afterwards; what is started meanwhile inherits it and never answers one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _outcome(future: Future[Any]) -> Outcome:
    from pebble import ProcessExpired

    try:
        return Done(future.result())
    except TimeoutError:
        return Failed(Failure.TIME)
    except MemoryError:
        return Failed(Failure.MEMORY)
    except ProcessExpired as error:
        return Failed(Failure.DIED, str(error))
    except Exception as error:
        # the one boundary for tasks: whatever went wrong in a worker is this task's failure alone
        return Failed(Failure.ERROR, "".join(_trace(error)))


def _trace(error: BaseException) -> list[str]:
    import traceback

    remote = getattr(error, "traceback", None)
    return [str(remote)] if remote else traceback.format_exception(error)
