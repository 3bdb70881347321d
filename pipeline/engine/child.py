"""On a worker of a cluster: calls are done in a child process of it, which has the limits of any worker here.

A child does one call after another and stays warm. It is ended when a call has had its time, and ends by
itself when its worker does. It talks by its standard input and output: eight bytes of length, then a pickle,
which only its own worker can send.
"""

from __future__ import annotations

import importlib
import os
import pickle
import select
import struct
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from typing import BinaryIO

from pipeline.engine.limits import prepare_worker
from pipeline.engine.store import store_folder
from pipeline.engine.task import PRELOADED, Failed, Failure, Outcome
from pipeline.engine.versions import alike

__all__ = ["perform_in_child", "serve"]

_LENGTH = struct.Struct(">Q")
_START_SECONDS = 120.0
"""What a child may need to load everything before its first call, on a busy computer."""
_own = threading.local()


class _Ended(Exception):  # noqa: N818 - what happened, not whose error it is
    """A child closed its output, or had no answer in time."""


def perform_in_child(packed: bytes, seconds: float, libraries: Sequence[str], expected: str) -> bytes:
    """Do a pickled (function, call) in the child of this thread within `seconds`; the pickled outcome.

    `expected` is what `alike(*libraries)` says where the call comes from.
    """
    if alike(*libraries) != expected:
        return pickle.dumps(Failed(Failure.ERROR, "a worker with other versions joined the cluster"))
    child = _child()
    try:
        return child.ask(packed, seconds)
    except _Ended as ended:
        _own.child = None
        return pickle.dumps(Failed(Failure(str(ended))))


def _child() -> _Child:
    child: _Child | None = getattr(_own, "child", None)
    if child is None or not child.lives:
        child = _own.child = _Child()
    return child


class _Child:
    """A child process that answers calls. Raises _Ended from its start if it cannot be started."""

    def __init__(self) -> None:
        command = [sys.executable, "-c", "from pipeline.engine.child import serve; serve()"]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._read(_START_SECONDS)

    @property
    def lives(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, packed: bytes, seconds: float) -> bytes:
        """Its answer to a call. Raises _Ended, with the failure's name, if there is none; it is gone then."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(_LENGTH.pack(len(packed)) + packed)
            self._process.stdin.flush()
        except OSError:
            self._end()
            raise _Ended(Failure.DIED.value) from None
        return self._read(seconds)

    def _read(self, seconds: float) -> bytes:
        until = time.monotonic() + seconds
        (length,) = _LENGTH.unpack(self._read_bytes(_LENGTH.size, until))
        return self._read_bytes(length, until)

    def _read_bytes(self, count: int, until: float) -> bytes:
        assert self._process.stdout is not None
        handle = self._process.stdout.fileno()
        parts: list[bytes] = []
        while count:
            ready, _, _ = select.select([handle], [], [], max(until - time.monotonic(), 0))
            part = os.read(handle, min(count, 2**20)) if ready else b""
            if not part:
                self._end()
                raise _Ended((Failure.DIED if ready else Failure.TIME).value)
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _end(self) -> None:
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


def serve() -> None:
    """Answer calls until the input ends: what a child does."""
    with os.fdopen(os.dup(0), "rb") as calls, os.fdopen(os.dup(1), "wb") as answers:
        for room in PRELOADED:
            importlib.import_module(room)
        kept = store_folder()
        prepare_worker(str(kept.absolute()) if kept else "")
        _write(answers, b"")
        while len(head := calls.read(_LENGTH.size)) == _LENGTH.size:
            packed = calls.read(_LENGTH.unpack(head)[0])
            _write(answers, pickle.dumps(_perform(packed)))


def _perform(packed: bytes) -> Outcome:
    try:
        function, call = pickle.loads(packed)
        outcome: Outcome = function(call)
    except MemoryError:
        return Failed(Failure.MEMORY)
    except Exception as error:
        return Failed(Failure.ERROR, "".join(traceback.format_exception(error)))
    return outcome


def _write(stream: BinaryIO, data: bytes) -> None:
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()
