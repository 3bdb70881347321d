"""Timing: commands and functions measured in turns within one run, medians, ratios, exponents, peak memory."""

from __future__ import annotations

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TextIO

Action = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timed:
    """The seconds of every run of one thing, in order."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median, in seconds."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        return f"{self.median:.3f} ({min(self.seconds):.3f} to {max(self.seconds):.3f})"


def in_turns(actions: Mapping[str, Action], runs: int = 5, say: TextIO = sys.stderr) -> dict[str, Timed]:
    """Every action once in each of `runs` rounds, so that a noisy minute falls on all of them alike."""
    seconds: dict[str, list[float]] = {name: [] for name in actions}
    for number in range(runs):
        for name, action in actions.items():
            start = time.perf_counter()
            action()
            seconds[name].append(time.perf_counter() - start)
            print(f"  {number + 1}/{runs} {name}: {seconds[name][-1]:.2f} s", file=say, flush=True)
    return {name: Timed(tuple(values)) for name, values in seconds.items()}


def command(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
    """Run a command in silence. Raises RuntimeError with what it printed if it fails."""
    done = subprocess.run(
        arguments,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace")[-800:]
        raise RuntimeError(f"{arguments[0]} ended with {done.returncode}: {said}")


def peaks(arguments: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Run a command; the highest sum of memory of it and all its children, in MiB, by looking at /proc.

    Looked at every 20 ms: shared pages are counted once per process, as PSS, where the kernel tells it.
    Raises RuntimeError if the command fails.
    """
    process = subprocess.Popen(
        arguments,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = 0
    while process.poll() is None:
        peak = max(peak, sum(map(_proportional, _family(process.pid))))
        time.sleep(0.02)
    if process.returncode:
        raise RuntimeError(f"{arguments[0]} ended with {process.returncode}")
    return peak / 1024


def _family(pid: int) -> list[int]:
    """`pid` and all that descend from it."""
    found = [pid]
    for each in found:
        try:
            with open(f"/proc/{each}/task/{each}/children") as file:  # noqa: PTH123
                found.extend(map(int, file.read().split()))
        except OSError:
            continue
    return found


def _proportional(pid: int) -> int:
    """The process's share of memory in KiB, 0 once it has ended."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:  # noqa: PTH123
            return next((int(line.split()[1]) for line in file if line.startswith("Pss:")), 0)
    except OSError:
        return 0


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The slope of log time over log size, by least squares: 1 is in proportion."""
    x, y = [math.log(size) for size in sizes], [math.log(value) for value in seconds]
    return statistics.linear_regression(x, y).slope
