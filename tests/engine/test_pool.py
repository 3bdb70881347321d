"""The pool: a task that hangs, dies or eats memory costs itself alone."""

from __future__ import annotations

import os
import time

from pipeline.engine import Agenda, Done, Failed, Failure, Pool, Task, Unavailable
from pipeline.engine.local import MOST_TASKS


def act(what: str) -> str:
    if what == "hang":
        time.sleep(60)
    if what == "die":
        os.abort()
    if what == "eat":
        return str(len(bytearray(3 * 2**29)))
    if what == "raise":
        raise ValueError("inside the task")
    return str(os.getpid()) if what == "who" else what


def test_each_task_has_its_own_fate() -> None:
    """Time, death, memory and exceptions are told apart, and the others end well."""
    calls = [(what,) for what in ("hang", "one", "die", "eat", "raise", "two")]
    with Pool(2) as pool:
        outcomes = dict(pool.each(act, calls, seconds=3, mebibytes=1024))
    assert outcomes[0] == Failed(Failure.TIME)
    assert (outcomes[1], outcomes[5]) == (Done("one"), Done("two"))
    assert isinstance(outcomes[2], Failed)
    assert outcomes[2].failure is Failure.DIED
    assert outcomes[3] == Failed(Failure.MEMORY)
    assert isinstance(outcomes[4], Failed)
    assert (outcomes[4].failure, "inside the task" in outcomes[4].detail) == (Failure.ERROR, True)


def test_the_memory_limit_ends_with_the_task() -> None:
    """The next task of the same worker may use more."""
    with Pool(1) as pool:
        assert dict(pool.each(act, [("one",)], seconds=30, mebibytes=1024)) == {0: Done("one")}
        assert dict(pool.each(act, [("eat",)], seconds=30)) == {0: Done(str(3 * 2**29))}


def test_a_worker_is_renewed_after_many_tasks_and_none_of_them_is_lost() -> None:
    """So that memory does not grow with the number of tasks."""
    count = 2 * MOST_TASKS + 1
    with Pool(1) as pool:
        outcomes = dict(pool.each(act, [("who",)] * count, seconds=30))
    done = [outcome.value for outcome in outcomes.values() if isinstance(outcome, Done)]
    assert len(done) == count
    assert len(set(done)) == 3


def test_leaving_by_an_exception_stops_at_once() -> None:
    """Ctrl-C does not wait for tasks that run."""
    begin = time.monotonic()
    try:
        with Pool(1) as pool:
            for _ in pool.each(act, [("one",), ("hang",)], seconds=60):
                raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    assert time.monotonic() - begin < 20


def test_a_task_whose_input_went_away_costs_itself_alone() -> None:
    """It is told of, first or last, and the others are done."""

    def gone() -> tuple[str]:
        raise Unavailable("statement.docx")

    agenda = Agenda()
    for number, arguments in enumerate((gone, lambda: ("one",), gone)):
        agenda.add(Task(number, act, arguments, 10))
    with Pool(1) as pool:
        outcomes = {task.label: outcome for task, outcome in pool.run(agenda)}
    assert outcomes == {0: Failed(Failure.GONE), 1: Done("one"), 2: Failed(Failure.GONE)}
