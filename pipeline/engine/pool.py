"""Where tasks run: a task that hangs, dies or needs too much costs itself and nothing else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from types import TracebackType
from typing import TYPE_CHECKING, Any

from pipeline.engine.task import Agenda, Call, Failed, Failure, Outcome, Task, Unavailable, perform
from pipeline.problems import OutputError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from pipeline.engine.cluster import Cluster

__all__ = ["Pool"]

_LOOK_SECONDS = 5.0


class Pool:
    """Workers. Tasks take values and return values; use it as a context manager.

    `jobs` is the number of processes of this computer, 0 for one per core; none is started before the first
    task. They come from a clean server process, so that no thread or open file of ours is copied into them;
    on Windows and macOS they are spawned. With a `cluster` tasks run there instead. Of either nothing is
    asked but that it is an Executor.
    """

    def __init__(self, jobs: int = 0, cluster: Cluster | None = None) -> None:
        self._jobs = jobs or os.cpu_count() or 1
        self._cluster = cluster
        self._executor: Executor | None = cluster
        self._under_way: tuple[Agenda, dict[Future[Any], tuple[Task, float]]] = (Agenda(), {})

    @property
    def workers(self) -> int:
        """How many tasks run at a time."""
        return self._cluster.workers if self._cluster else self._jobs

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=kind is not None)

    def start(self) -> None:
        """Start the workers before there is a task for them."""
        if self._executor is None:
            from pipeline.engine.local import LocalWorkers

            self._executor = LocalWorkers(self._jobs)

    def run(self, agenda: Agenda) -> Iterator[tuple[Task, Outcome]]:
        """Run every task, also those added meanwhile; yield each with its outcome as it ends.

        Only as many are prepared as keep the workers busy, and no outcome is held: memory does not grow with
        the number of tasks.
        """
        from concurrent.futures import FIRST_COMPLETED, wait

        pending: dict[Future[Any], tuple[Task, float]] = {}
        self._under_way = agenda, pending
        while agenda or pending:
            yield from self._hand_out(agenda, pending)
            if not pending:
                continue
            ended, _ = wait(pending, _LOOK_SECONDS if self._cluster else None, FIRST_COMPLETED)
            if self._cluster:
                self._cluster.look()
            for future in [each for each in pending if each in ended]:
                task, _ = pending.pop(future)
                # who gets an outcome may take long over it, as a slow disk does: nobody waits for that
                yield from self._hand_out(agenda, pending)
                yield task, self._outcome(future)

    def _hand_out(
        self, agenda: Agenda, pending: dict[Future[Any], tuple[Task, float]]
    ) -> Iterator[tuple[Task, Outcome]]:
        """Give every worker a task and one to go on with; yield those whose arguments are gone."""
        while agenda and len(pending) < 2 * self.workers:
            task = agenda.take()
            try:
                pending[self._submit(task)] = task, time.monotonic()
            except Unavailable:
                yield task, Failed(Failure.GONE)

    @property
    def under_way(self) -> list[tuple[Task, float]]:
        """The tasks of `run` that have not ended, each with the seconds since it was handed out."""
        agenda, pending = self._under_way
        now = time.monotonic()
        handed = [(task, now - begin) for task, begin in pending.values()]
        return [*handed, *((task, 0.0) for task in agenda.waiting())]

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

    def _submit(self, task: Task) -> Future[Any]:
        self.start()
        assert self._executor is not None
        return self._executor.submit(
            perform, Call(task.function, task.arguments(), task.seconds, task.mebibytes)
        )

    def _outcome(self, future: Future[Any]) -> Outcome:
        try:
            outcome: Outcome = future.result()
        except TimeoutError:
            return Failed(Failure.TIME)
        except MemoryError:
            return Failed(Failure.MEMORY)
        except CancelledError:
            if self._cluster:
                self._cluster.gone()
            raise
        except Exception as error:
            # the one boundary for tasks: whatever went wrong in a worker is this task's failure alone
            died = type(error).__name__ in ("ProcessExpired", "KilledWorker")
            return Failed(Failure.DIED, str(error)) if died else Failed(Failure.ERROR, "".join(_trace(error)))
        if isinstance(outcome, Failed) and outcome.failure is Failure.DISK:
            raise OutputError(
                f"A worker's temporary files cannot be written: {outcome.detail}. What was published is "
                "complete. Make room where presession keeps its cache and in the folder for temporary files; "
                "then try again."
            )
        return outcome


def _trace(error: BaseException) -> list[str]:
    import traceback

    remote = getattr(error, "traceback", None)
    return [str(remote)] if remote else traceback.format_exception(error)
