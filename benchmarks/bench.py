"""`make bench`: how fast the whole is beside what a user would pick instead, into results.md, as ratios.

Usage: python -m benchmarks.bench [build] [reading] [render] [scaling]; without a name, all. Every pair is
measured in turns within one run, the median of five; what is not installed is named as missing.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import building, reading, rendering, scaling
from benchmarks.peers import ROOT

RESULTS = ROOT / "benchmarks" / "results.md"
REPORTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "build": building.report,
    "reading": reading.report,
    "scaling": scaling.report,
    "render": rendering.report,
}
WRITTEN = {"render": ROOT / "benchmarks" / "render.md"}
"""Where a report goes that has a file of its own; the others share results.md."""


def main(names: Sequence[str]) -> int:
    """Measure what is named and write it; 2 for a name that there is not."""
    unknown = [name for name in names if name not in REPORTS]
    if unknown:
        print(f"There is no benchmark {unknown[0]}; there are {', '.join(REPORTS)}.", file=sys.stderr)
        return 2
    shared: list[str] = []
    for name in names or REPORTS:
        print(f"{name}:", file=sys.stderr, flush=True)
        lines = list(REPORTS[name]())
        print("\n".join(lines), flush=True)
        if name in WRITTEN:
            _write(WRITTEN[name], ["# Speed of the writers", "", *_machine(), "", *lines])
        else:
            shared += ["", *lines]
        if not names:
            _write(RESULTS, ["# Speed of the whole", "", *_machine(), *shared])
    return 0


def _machine() -> Iterator[str]:
    import os

    yield f"Made by `make bench` with Python {platform.python_version()} on {os.cpu_count()} cores. Seconds are medians, with"
    yield "the least and the most behind them; machines differ and are noisy, so look at the ratios: each pair was"
    yield "measured in turns within one run."


def _write(path: Path, lines: Sequence[str]) -> None:
    path.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
