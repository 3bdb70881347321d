"""A pool of worker processes: a task that hangs, dies or needs too much costs itself and nothing else."""

from __future__ import annotations

import enum
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from pipeline.engine.limits import run_limited


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


class Pool:
    """Worker processes. Tasks take values and return values; use it as a context manager.

    `jobs` is the number of workers, 0 for one per core. Workers are started from a clean server process,
    so that no thread or open file of ours is copied into them; on Windows and macOS they are spawned.
    """

    def __init__(self, jobs: int = 0) -> None:
        from pebble import ProcessPool

        method = "forkserver" if sys.platform == "linux" else "spawn"
        context = multiprocessing.get_context(method)
        if method == "forkserver":
            context.set_forkserver_preload(["pipeline.run"])
            _start_server()
        self._pool: Any = ProcessPool(max_workers=jobs or os.cpu_count() or 1, context=context)

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()

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
        pending: dict[Future[Any], int] = {
            self._pool.schedule(run_limited, args=(function, mebibytes, call), timeout=seconds): index
            for index, call in enumerate(calls)
        }
        while pending:
            ended, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in sorted(ended, key=lambda f: pending[f]):
                yield pending.pop(future), _outcome(future)


def _start_server() -> None:
    """Start the clean server deaf to Ctrl-C: it inherits the mask, so that only this process answers one."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # the server would start it itself, and unblock the signal after it
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
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
