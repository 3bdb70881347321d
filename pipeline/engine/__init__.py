"""What is stale, and what runs where: kept results, worker processes with limits. Used by `run` alone."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.engine.cluster import Cluster
    from pipeline.engine.forecast import Forecast
    from pipeline.engine.keep import Keeper, Lost, Unit, digest_of, key_of
    from pipeline.engine.pool import Pool
    from pipeline.engine.store import Store, empty, store_folder
    from pipeline.engine.task import Agenda, Done, Failed, Failure, Outcome, Task, Unavailable
    from pipeline.engine.versions import code, libraries

__all__ = [
    "Agenda",
    "Cluster",
    "Done",
    "Failed",
    "Failure",
    "Forecast",
    "Keeper",
    "Lost",
    "Outcome",
    "Pool",
    "Store",
    "Task",
    "Unavailable",
    "Unit",
    "code",
    "digest_of",
    "empty",
    "key_of",
    "libraries",
    "store_folder",
]

_ROOMS = {
    **dict.fromkeys(("Keeper", "Lost", "Unit", "digest_of", "key_of"), "keep"),
    **dict.fromkeys(("Agenda", "Done", "Failed", "Failure", "Outcome", "Task", "Unavailable"), "task"),
    "Pool": "pool",
    "Cluster": "cluster",
    "Forecast": "forecast",
    **dict.fromkeys(("Store", "empty", "store_folder"), "store"),
    **dict.fromkeys(("code", "libraries"), "versions"),
}


def __getattr__(name: str) -> Any:
    """Load the room of a name when somebody asks for it: a build with nothing to do starts no worker."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
