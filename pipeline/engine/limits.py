"""What one task may need, and what a worker may do at all; both set inside the worker."""

from __future__ import annotations

import contextlib
import gc
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.engine.guard import guarded, own_folders
from pipeline.engine.seal import close_outputs, seal

try:
    import resource
except ImportError:  # Windows has no such limits; there time alone protects
    resource = None  # type: ignore[assignment]

MAX_FILES = 128
"""Files that a worker may hold open while it reads one: its own, its libraries, and none that matters."""


@contextlib.contextmanager
def memory_limit(mebibytes: int) -> Iterator[None]:
    """Let allocations fail with MemoryError above `mebibytes` of address space; 0 is no limit."""
    if not mebibytes or resource is None:
        yield
        return
    with _lowered("RLIMIT_AS", mebibytes * 2**20):
        yield


@contextlib.contextmanager
def reading_limits(mebibytes: int) -> Iterator[None]:
    """While a file from outside is read: a limit of memory, no file written, few open, nothing else touched.

    Limits of a process are set where it does nothing else (the main thread of a worker); see `guarded` for
    the rest.
    """
    alone = resource is not None and threading.current_thread() is threading.main_thread()
    with contextlib.ExitStack() as limits:
        limits.enter_context(memory_limit(mebibytes))
        if alone:
            limits.enter_context(_lowered("RLIMIT_FSIZE", 0))
            limits.enter_context(_lowered("RLIMIT_NOFILE", MAX_FILES))
        limits.enter_context(guarded())
        yield


@contextlib.contextmanager
def _lowered(name: str, wanted: int) -> Iterator[None]:
    """The limit `name` of this process at `wanted`, or lower if it is that already."""
    kind = getattr(resource, name)
    soft, hard = resource.getrlimit(kind)
    least = [each for each in (wanted, soft, hard) if each != resource.RLIM_INFINITY]
    try:
        resource.setrlimit(kind, (min(least), hard))
    except (ValueError, OSError):  # macOS refuses a limit of memory below what is reserved
        yield
        return
    try:
        yield
    finally:
        resource.setrlimit(kind, (soft, hard))


def run_limited(function: Callable[..., Any], mebibytes: int, arguments: tuple[Any, ...]) -> Any:
    """`function(*arguments)`; with a limit of memory it reads a file from outside: under `reading_limits`."""
    if not mebibytes:
        return function(*arguments)
    with reading_limits(mebibytes):
        return function(*arguments)


YOUNG = 100_000
"""How many more things there are before a worker looks among them for cyclic garbage within a task."""


def look_for_garbage() -> None:
    """Look through what the task before left for cyclic garbage: what stays is not looked through again."""
    gc.collect(1)


def prepare_worker(kept: str) -> None:
    """For the whole life of a worker: no dump of its memory, no word to the terminal, and what `seal` keeps.

    `kept` is the folder in which fonts are kept; the only one that is left to write in, so libraries that
    insist on a folder for temporary files get it. With "" no file is sealed off. Garbage is looked for before
    each task, seldom within.
    """
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    if sys.platform == "linux":
        close_outputs()
    gc.set_threshold(YOUNG, 50, 10)
    if kept:
        tempfile.tempdir = kept
    seal(own_folders(), kept)
