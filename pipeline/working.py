"""With what commands work: workers, kept results, a forecast, and who is told of progress."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pipeline.engine import (
    Agenda,
    Done,
    Forecast,
    Keeper,
    Lost,
    Pool,
    Store,
    key_of,
    store_folder,
)
from pipeline.models.build import Options, build_folder

__all__ = ["Watch", "Work", "with_results", "workers"]

T = TypeVar("T")
Watch = Callable[..., None]
"""Told of progress: State's folder or "", what is done, share done from 0 to 1, and seconds left or None."""


@dataclass(frozen=True, slots=True)
class Work:
    """With what a build works: its workers, what it keeps, who is told of progress, and how long it takes."""

    pool: Pool
    keeper: Keeper
    watch: Callable[[str, str, float], None]
    forecast: Forecast

    def run(self, agenda: Agenda) -> None:
        """Run every task of `agenda`; the label of each goes on with its outcome."""
        for task, outcome in self.pool.run(agenda):
            if isinstance(outcome, Done):
                self.forecast.took(task, outcome.seconds)
            task.label(outcome)


def with_results(
    folder: Path,
    options: Options,
    watch: Watch,
    work: Callable[[Work], T],
    running: AbstractContextManager[Pool] | None = None,
) -> T:
    """Do `work` with what earlier builds kept; a second time without, if that is taken away meanwhile."""
    place = str(build_folder(folder, options).resolve())
    for store in (Store(store_folder()), Store(None)):
        keeper = Keeper(store, place)
        try:
            with running or workers(options) as pool:
                return work(_work(pool, keeper, store, watch))
        except Lost:
            continue
    raise AssertionError("what is kept in memory was lost")


def _work(pool: Pool, keeper: Keeper, store: Store, watch: Watch) -> Work:
    """What a build works with; who watches is told of the seconds that are left, too."""
    forecast = Forecast(store, f"{key_of(keeper.place)}.cost")

    def told(folder: str, doing: str, share: float) -> None:
        watch(folder, doing, share, forecast.left(pool.under_way, pool.workers))

    return Work(pool, keeper, told, forecast)


def workers(options: Options) -> Pool:
    """The workers that `options` ask for; for `build`, as often as wanted. Raises CommandError."""
    if not options.scheduler:
        return Pool(options.jobs)
    from pipeline.engine import Cluster
    from pipeline.units import MAKERS  # all stages with it, while workers of this computer can begin to load

    return Pool(options.jobs, Cluster(options.scheduler, MAKERS))
