"""What the clean server of the workers loads first: a worker that is born too late ends without a word.

Load it nowhere else: it changes what the process says of an exception that nobody caught, and stops looking
for cyclic garbage until all is loaded (`warm`), for of what is loaded nothing is garbage. Nor is it taken
apart when the server ends: who waits for the last of our processes would wait for that.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from types import TracebackType


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say nothing of a worker that finds its program gone (after Ctrl-C), everything of any other fault."""
    if not issubclass(kind, FileNotFoundError | EOFError | ConnectionError):
        sys.__excepthook__(kind, error, trace)


def _leave(server: int) -> None:
    if os.getpid() == server:  # a worker, which is a copy, says in its own way how it ended
        os._exit(0)


sys.excepthook = _end
gc.disable()
atexit.register(_leave, os.getpid())
