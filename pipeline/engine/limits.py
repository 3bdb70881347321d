"""A limit on the memory of one task, inside the worker that runs it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

try:
    import resource
except ImportError:  # Windows has no such limit; there time alone protects
    resource = None  # type: ignore[assignment]


@contextlib.contextmanager
def memory_limit(mebibytes: int) -> Iterator[None]:
    """Let allocations fail with MemoryError above `mebibytes` of address space; 0 is no limit."""
    if not mebibytes or resource is None:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = mebibytes * 2**20
    resource.setrlimit(
        resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
    )
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def run_limited(function: Callable[..., Any], mebibytes: int, arguments: tuple[Any, ...]) -> Any:
    """`function(*arguments)` under `memory_limit`; what a worker is given to do."""
    with memory_limit(mebibytes):
        return function(*arguments)
