"""How time and memory grow: with the number of packs, with their pages, and with the number of workers.

Usage: python -m benchmarks.scaling [--packs 14 140] [--pages 10 100 1000]; `make bench` measures the same.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.sessions import Size, write_session
from benchmarks.timing import Action, Timed, command, exponent, in_turns, peaks

PACKS = (14, 140)
PAGES = (10, 100, 1000)
RUNS = 3
"""Of what takes seconds; the longest of each series is measured once, in the first round."""
LONG = 140
LOOP = "x = 0\nfor number in range(20_000_000):\n    x += number * number % 7"


@dataclass(frozen=True, slots=True)
class Place:
    """A session with an output and a cache of its own; a build of it begins with nothing kept."""

    folder: Path
    jobs: int = 2

    def build(self) -> float:
        """Build it cold in a fresh process; the highest memory of all its processes together, in MiB."""
        return peaks(*self._cold())

    def unwatched(self) -> None:
        """The same without a look at the memory, which takes a share of a core."""
        command(*self._cold())

    def _cold(self) -> tuple[list[str], dict[str, str]]:
        """The command, with nothing kept from an earlier one."""
        output, cache = self.folder.parent / "output", self.folder.parent / "cache"
        shutil.rmtree(output, ignore_errors=True)
        shutil.rmtree(cache / "presession" / "results", ignore_errors=True)
        arguments = ["build", str(self.folder), "--output", str(output), "--jobs", str(self.jobs)]
        return [sys.executable, "-m", "pipeline", *arguments], {"XDG_CACHE_HOME": str(cache)}

    def written(self) -> tuple[int, int]:
        """Bytes of the outputs and of the results kept, of the last build."""
        output, cache = self.folder.parent / "output", self.folder.parent / "cache" / "presession"
        return _bytes(output), _bytes(cache / "results")


@dataclass(slots=True)
class Measured:
    """Seconds of every build of one size, its highest peak in MiB, and bytes of outputs and of what is kept."""

    seconds: list[float]
    memory: float = 0.0
    output: int = 0
    kept: int = 0

    @property
    def timed(self) -> Timed:
        """The seconds, with their median."""
        return Timed(tuple(self.seconds))


def report(packs: Sequence[int] = PACKS, pages: Sequence[int] = PAGES) -> Iterator[str]:
    """The tables of growth."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _packs(Path(folder), packs)
        yield ""
        yield from _pages(Path(folder), pages)
        yield ""
        yield from _workers(Path(folder))


def _packs(folder: Path, numbers: Sequence[int]) -> Iterator[str]:
    places = {number: _place(folder / f"packs-{number}", Size(states=number)) for number in numbers}
    found = _measure(places)
    yield "## More packs"
    yield ""
    yield f"Made-up sessions of packs of some 20 pages with three speakers; {_runs(numbers)}"
    yield "Memory is the highest sum over all processes, pages that they share counted once."
    yield ""
    yield from _table("packs", found)
    yield ""
    yield from _growth("packs", found, "ten times the packs", 10.5)
    low, high = found[min(found)], found[max(found)]
    yield f"- peak memory: {high.memory / low.memory:.2f} x (at most 1.1)"


def _pages(folder: Path, pages: Sequence[int]) -> Iterator[str]:
    places = {each: _place(folder / f"pages-{each}", Size(states=1, pages=each)) for each in pages}
    found = _measure(places)
    yield "## Longer packs"
    yield ""
    yield f"One made-up State whose pack has about as many pages; {_runs(pages)}"
    yield ""
    yield from _table("pages", found)
    yield ""
    yield from _growth("pages", found, f"{max(pages)} pages against {sorted(pages)[-2]}", 11)


def _workers(folder: Path) -> Iterator[str]:
    place = _place(folder / "workers", Size())
    places = [Place(place.folder, jobs) for jobs in (1, 2)]
    actions: dict[str, Action] = {f"{each.jobs} workers": each.unwatched for each in places}
    actions |= {f"{count} alone": partial(_alone, count) for count in (1, 2)}
    one, two, alone, both = in_turns(actions, RUNS).values()
    yield "## More workers"
    yield ""
    yield f"14 packs, cold, the median of {RUNS} in turns: {one} s by one worker, {two} s by two."
    yield ""
    yield f"- 2 workers against 1: {two.median / one.median:.2f} x (at most 0.6)"
    yield f"- what these two cores give: two processes that share nothing take {both.median / alone.median:.2f} x"
    yield f"  the time of one of them, so that no program halves its time to less than {both.median / alone.median / 2:.2f} x"


def _alone(count: int) -> None:
    """Work that needs nothing but a core, in `count` processes at a time."""
    running = [subprocess.Popen([sys.executable, "-c", LOOP]) for _ in range(count)]
    for process in running:
        if process.wait():
            raise RuntimeError("the loop failed")


def _measure(places: Mapping[int, Place]) -> dict[int, Measured]:
    """Every size in each of the rounds, so that a noisy minute falls on all alike; the long ones in the first."""
    found = {number: Measured([]) for number in places}
    for turn in range(RUNS):
        for number, place in places.items():
            if turn and number >= LONG:
                continue
            start = time.perf_counter()
            memory = place.build()
            seconds = time.perf_counter() - start
            found[number].seconds.append(seconds)
            found[number].memory = max(found[number].memory, memory)
            found[number].output, found[number].kept = place.written()
            print(f"  {turn + 1}/{RUNS} {number}: {seconds:.2f} s", file=sys.stderr, flush=True)
    return found


def _table(what: str, found: Mapping[int, Measured]) -> Iterator[str]:
    yield f"| {what} | seconds | peak memory, MiB | outputs, MB | kept, MB |"
    yield "| ---: | ---: | ---: | ---: | ---: |"
    for number, each in found.items():
        sizes = f"{each.output / 1e6:.1f} | {each.kept / 1e6:.1f}"
        yield f"| {number} | {each.timed} | {each.memory:.0f} | {sizes} |"


def _growth(what: str, found: Mapping[int, Measured], step: str, bar: float) -> Iterator[str]:
    numbers = sorted(found)
    medians = [found[number].timed.median for number in numbers]
    yield f"- {step}: {medians[-1] / medians[-2]:.2f} x the time (at most {bar})"
    yield f"- seconds grow as {what} to the power of {exponent(numbers, medians):.2f}"


def _runs(numbers: Sequence[int]) -> str:
    long = [str(number) for number in numbers if number >= LONG]
    once = f", {' and '.join(long)} once" if long else ""
    return f"the median of {RUNS} cold builds in turns{once}, on two workers."


def _place(folder: Path, size: Size) -> Place:
    folder.mkdir(parents=True)
    return Place(write_session(folder / "inputs" / f"upr{size.number}", size))


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def main() -> None:
    """Measure the numbers named, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--packs", type=int, nargs="+", default=PACKS)
    parser.add_argument("--pages", type=int, nargs="+", default=PAGES)
    given = parser.parse_args()
    for line in report(given.packs, given.pages):
        print(line, flush=True)


if __name__ == "__main__":
    main()
