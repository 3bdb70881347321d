"""Worker processes of this computer as an Executor: sealed, limited in time and memory, warm."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from typing import Any

from pipeline.engine.store import store_folder
from pipeline.engine.task import PRELOADED, Call

__all__ = ["LocalWorkers"]

LOOK_SECONDS = 0.01
"""How often is looked for workers that died and, in the end, for work that is done."""
MOST_TASKS = 100
"""After so many another worker takes the place of one: what it and its libraries hold on to goes with it."""


class LocalWorkers(Executor):
    """As many processes as `workers`, started together with the first call."""

    def __init__(self, workers: int) -> None:
        with _deaf():
            # a Ctrl-C while workers are being started would leave them to themselves: it is answered after
            self._started = _start(workers)

    def submit(self, function: Callable[..., Any], call: Call) -> Future[Any]:  # type: ignore[override]
        """Run `function(call)` in a worker, which is ended when the call has had its seconds."""
        with _deaf():
            future: Future[Any] = self._started.schedule(function, args=(call,), timeout=call.seconds)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers; with `cancel_futures` at once."""
        if cancel_futures:
            self._started.stop()
        else:
            self._started.close()
        if wait:
            self._started.join()


def _start(workers: int) -> Any:
    import multiprocessing

    method = "forkserver" if sys.platform == "linux" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["pipeline.engine.server", "pebble", *PRELOADED])
        _start_server()
    from pebble import CONSTS, ProcessPool

    from pipeline.engine.limits import prepare_worker

    CONSTS.sleep_unit = LOOK_SECONDS
    kept = store_folder()
    if kept:
        with contextlib.suppress(OSError):  # a folder has to be there to be allowed
            kept.mkdir(parents=True, exist_ok=True)
    return ProcessPool(
        max_workers=workers,
        max_tasks=MOST_TASKS,
        context=context,
        initializer=prepare_worker,
        initargs=(str(kept.absolute()) if kept else "",),
    )


def _start_server() -> None:
    """Start the clean server deaf to Ctrl-C: it inherits the mask, so that only this process answers one."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # the server would start it itself, and unblock the signal after it
    with _deaf():
        forkserver.ensure_running()


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """Answer a Ctrl-C only afterwards; what is started meanwhile inherits it and never answers one."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
