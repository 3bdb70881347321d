"""Whether work grows with its input or with the square of it: a ratio of two runs, never a number of seconds."""

from __future__ import annotations

import time
from collections.abc import Callable


def seconds(work: Callable[[], object]) -> float:
    """The processor time that `work` takes."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def grows_in_proportion(seconds_for: Callable[[int], float], size: int) -> bool:
    """Whether eight times the input takes far less than 64 times as long; three tries, for busy computers."""
    return any(seconds_for(size) < 24 * seconds_for(size // 8) + 0.1 for _ in range(3))
