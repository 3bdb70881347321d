"""What the clean server of the workers loads first: a worker that is born too late ends without a word.

Load it nowhere else: it changes what the process says of an exception that nobody caught.
"""

from __future__ import annotations

import sys
from types import TracebackType


def _end(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say nothing of a worker that finds its program gone (after Ctrl-C), everything of any other fault."""
    if not issubclass(kind, FileNotFoundError | EOFError | ConnectionError):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _end
