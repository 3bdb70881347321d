"""An existing Dask cluster as an Executor: the same tasks, values in and values out, no disk shared.

Dask carries bytes that it never opens: a call goes into a child process of the worker (`child`), where the
same limits hold as on one computer. A call whose worker is lost is done by another.
"""

from __future__ import annotations

import logging
import pickle
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future
from typing import Any, NoReturn

from pipeline.engine.child import perform_in_child
from pipeline.engine.task import Call, Failed, Failure
from pipeline.engine.versions import alike
from pipeline.problems import CommandError

__all__ = ["Cluster"]

CONNECT_SECONDS = 5
"""How long a scheduler may take to answer."""
ALONE_SECONDS = 60.0
"""How long a scheduler may be without any worker, while those that were lost are started again."""
RETRIES = 3
"""How often a call is handed to another worker after one failed to start a child."""


class Cluster(Executor):
    """The workers of the scheduler at `address` ("tcp://host:8786").

    `libraries` are those that must have the same version there as here, as must presession and Python.
    Raises CommandError if Dask is not installed, nobody answers, or the workers are not as they must be.
    """

    def __init__(self, address: str, libraries: Sequence[str]) -> None:
        self._address = address
        self._libraries = tuple(libraries)
        self._expected = alike(*libraries)
        self._client = _connect(address)
        self._executor = self._client.get_executor(pure=False, retries=RETRIES)
        self._seen, self._threads = time.monotonic(), 0
        try:
            self.look()
            self._compare()
        except BaseException:
            self._client.close()
            raise

    @property
    def workers(self) -> int:
        """How many tasks run at a time: those that were there when last looked at."""
        return max(self._threads, 1)

    def look(self) -> None:
        """Count the workers. Raises CommandError if the scheduler is gone or has been alone for long."""
        try:
            self._threads = sum(self._client.nthreads().values())
        except (OSError, TimeoutError, RuntimeError, ValueError):
            self.gone()
        if self._threads:
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > ALONE_SECONDS:
            raise CommandError(
                f"The Dask scheduler at {self._address} has had no worker for {ALONE_SECONDS:.0f} seconds. "
                "Start one, or build without --scheduler."
            )

    def gone(self) -> NoReturn:
        """Say that the scheduler does not answer any more."""
        raise CommandError(
            f"The Dask scheduler at {self._address} is gone. What was published is complete. Start it again, "
            "or build without --scheduler."
        )

    def submit(self, function: Callable[..., Any], call: Call) -> Future[Any]:  # type: ignore[override]
        """Run `function(call)` in a child of a worker."""
        packed = pickle.dumps((function, call))
        inner = self._executor.submit(perform_in_child, packed, call.seconds, self._libraries, self._expected)
        outer: Future[Any] = Future()
        outer.set_running_or_notify_cancel()
        inner.add_done_callback(lambda ended: _hand_on(ended, outer))
        return outer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the cluster, which goes on; what it was doing for us is given up."""
        self._executor.shutdown(wait=wait and not cancel_futures)
        self._client.close()

    def _compare(self) -> None:
        found = self._client.run(alike, *self._libraries, on_error="return")
        others = sum(each != self._expected for each in found.values())
        if others:
            raise CommandError(
                f"{others} of {len(found)} worker(s) at {self._address} have another presession, Python or "
                "libraries than this computer, and might make other bytes. Install the same there."
            )


def _connect(address: str) -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise CommandError("--scheduler needs Dask: install presession[dask].") from None
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    try:
        return Client(  # type: ignore[no-untyped-call]
            address, timeout=CONNECT_SECONDS, set_as_default=False
        )
    except (OSError, TimeoutError, ValueError, TypeError):
        raise CommandError(
            f"No Dask scheduler answers at {address!r}. Give its address, for example tcp://host:8786."
        ) from None


def _hand_on(ended: Future[Any], outer: Future[Any]) -> None:
    """What a child answered, unpacked; only what this very build sent out comes back here."""
    try:
        outer.set_result(pickle.loads(ended.result()))
    except Exception as error:
        if type(error).__name__ == "KilledWorker":
            outer.set_result(Failed(Failure.DIED, "several workers were lost with it"))
        else:
            outer.set_exception(error)
