"""A stand-in for a pool of processes, for rooms whose tests are about what they do with its outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.engine import Agenda, Done, Failed, Failure, Task, Unavailable


class Worker:
    """The calls that a worker would make, made here; or the failure that they are said to end in."""

    failure: Failure | None = None
    limits: tuple[object, ...] = ()

    def __init__(self, size: int) -> None:
        assert size == 1

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def each(self, step: object, calls: Iterable[tuple[object, ...]], *limits: object) -> Iterator[object]:
        Worker.limits = limits
        for number, call in enumerate(calls):
            outcome = Failed(self.failure, "") if self.failure else Done(step(*call))  # type: ignore[operator]
            yield number, outcome

    def run(self, agenda: Agenda) -> Iterator[tuple[Task, Done | Failed]]:
        while agenda:
            task = agenda.take()
            Worker.limits = (task.seconds, task.mebibytes)
            try:
                arguments = task.arguments()
            except Unavailable:
                yield task, Failed(Failure.GONE, "")
                continue
            yield task, Failed(self.failure, "") if self.failure else Done(task.function(*arguments))
