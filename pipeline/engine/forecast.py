"""How long what is left will take: by what the same work took in earlier builds, else by work of its kind."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Sequence

from pipeline.engine.store import Store
from pipeline.engine.task import Task

__all__ = ["Forecast"]


class Forecast:
    """Seconds that pieces of work took, by their traces, which name nothing; kept in `store` as `name`."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._seconds = self._kept()
        self._promised: dict[str, str] = {}
        self._new = False

    def promise(self, kind: str, trace: str) -> None:
        """Work of that kind that will be due but is on no agenda yet."""
        self._promised[trace] = kind

    def took(self, task: Task, seconds: float) -> None:
        """Note what a task took in its worker."""
        if task.trace:
            self._promised.pop(task.trace, None)
            self._seconds.setdefault(task.kind, {})[task.trace] = round(seconds, 3)
            self._new = True

    def left(self, tasks: Sequence[tuple[Task, float]], workers: int) -> float | None:
        """Seconds until all `tasks` (each with the seconds since it began) and promises are done.

        None while nothing of one of their kinds was ever measured: then nobody can say.
        """
        known = [(self._expected(task.kind, task.trace), begun) for task, begun in tasks]
        there = {task.trace for task, _ in tasks}
        known += [
            (self._expected(kind, trace), 0.0) for trace, kind in self._promised.items() if trace not in there
        ]
        rest = [max(expected - begun, 0.0) for expected, begun in known if expected is not None]
        if len(rest) < len(known):
            return None
        return max(sum(rest) / workers, *rest, 0.0) if rest else 0.0

    def save(self) -> None:
        """Keep what was measured, for the next build."""
        if self._new:
            self._store.put(self._name, json.dumps(self._seconds, sort_keys=True).encode())

    def _expected(self, kind: str, trace: str) -> float | None:
        alike = self._seconds.get(kind)
        if not alike:
            return None
        return alike.get(trace, sum(alike.values()) / len(alike))

    def _kept(self) -> dict[str, dict[str, float]]:
        with contextlib.suppress(ValueError, AttributeError, TypeError, RecursionError):
            found = json.loads(self._store.get(self._name) or b"{}")
            return {str(k): {str(t): float(s) for t, s in each.items()} for k, each in found.items()}
        return {}
