"""What is handed to a worker and what comes back; and the agenda of tasks, the longest first."""

from __future__ import annotations

import enum
import heapq
import itertools
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pipeline.problems import DISK_ERRORS

__all__ = [
    "PRELOADED",
    "Agenda",
    "Call",
    "Done",
    "Failed",
    "Failure",
    "Outcome",
    "Task",
    "Unavailable",
    "perform",
]


PRELOADED = (
    "pipeline.engine.limits",
    "pipeline.steps",
    "pipeline.read.docx.document",
    "pipeline.extract.finding",
    "pipeline.assemble.pack",
    "pipeline.render.pdf",
    "pipeline.render.docx",
    "pipeline.render.html",
    "pipeline.render.tables",
    "docx",
    "fontTools.ttLib",
    "reportlab.pdfbase.ttfonts",
    "xlsxwriter",
    "pipeline.warm",
)
"""What is loaded once for all workers, before their first task. Not numpy: it reserves memory without using
it, and the limit of reading counts that."""


class Failure(enum.Enum):
    """Why a task has no result."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"
    GONE = "gone"
    DISK = "disk"
    ERROR = "error"


class Unavailable(Exception):  # noqa: N818 - what happened, not whose error it is
    """What a task is to be done with is not there any more; raised by its `arguments`."""


@dataclass(frozen=True, slots=True)
class Done:
    """A task's result; `seconds` is the time it took in its worker."""

    value: Any
    seconds: float = field(default=0.0, compare=False)


@dataclass(frozen=True, slots=True)
class Failed:
    """A task without a result. `detail` is for our own bug report, never for a message to staff."""

    failure: Failure
    detail: str = ""


Outcome = Done | Failed


@dataclass(frozen=True, slots=True)
class Call:
    """A task as a worker gets it: values alone, with its limits."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float
    mebibytes: int = 0


def perform(call: Call) -> Outcome:
    """Do a call under its limit of memory, in a worker.

    Where one that reads no file from outside cannot write, the disk is to blame, not the task.
    """
    from pipeline.engine.limits import look_for_garbage, run_limited  # of no use where tasks are handed out

    look_for_garbage()
    begin = time.perf_counter()
    try:
        value = run_limited(call.function, call.mebibytes, call.arguments)
    except OSError as error:
        if call.mebibytes or error.errno not in DISK_ERRORS:
            raise
        return Failed(Failure.DISK, os.strerror(error.errno).lower())
    return Done(value, time.perf_counter() - begin)


@dataclass(frozen=True, slots=True)
class Task:
    """A call of `function` in a worker; `arguments` gives what with, when a worker is about to take it.

    `seconds` is its limit from its start, `mebibytes` its limit of memory (0: none). Of several tasks the one
    of the most `weight` goes first. `label` is for whoever added it, `trace` says what work it is ("": some
    that does not come again).
    """

    label: Any
    function: Callable[..., Any]
    arguments: Callable[[], tuple[Any, ...]]
    seconds: float
    mebibytes: int = 0
    weight: float = 0
    trace: str = ""

    @property
    def kind(self) -> str:
        """What kind of work it is."""
        return self.function.__name__


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

    def waiting(self) -> list[Task]:
        """The tasks that nobody has taken yet, in no order."""
        return [task for _, _, task in self._heap]

    def __len__(self) -> int:
        return len(self._heap)
