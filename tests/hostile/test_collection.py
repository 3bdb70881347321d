"""The whole collection of hostile files, read as every command reads: each gives what was decided, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline import gather
from pipeline.engine import Failed, Failure, Outcome, Pool
from pipeline.problems import has_errors
from tests.hostile.cases import Case, made_cases, real_files, verdict
from tests.hostile.watching import Watched, read_watched

pytest.importorskip("resource", reason="peaks of memory are measured where the system tells them")

PARTS = 4
MOST_SECONDS = 30.0
MOST_MEBIBYTES = 1024.0


def outcomes(files: Sequence[Path], extracting: bool = False) -> Iterator[tuple[int, Outcome]]:
    """(place in `files`, outcome) of each, in one worker at a time, under the limits of a build."""
    with Pool(1) as pool:
        calls = [(path.read_bytes(), path.name, extracting) for path in files]
        yield from pool.each(read_watched, calls, gather.READ_SECONDS, gather.READ_MEBIBYTES)


def broken(path: Path, outcome: Outcome) -> list[str]:
    """What of the contract for every file does not hold."""
    if isinstance(outcome, Failed):
        said = gather.reading_failed(outcome, path.name)
        return [f"{path.name}: {outcome.detail}"] * (outcome.failure is Failure.ERROR or not said.what)
    seen: Watched = outcome.value
    faults = []
    problems = seen.statement.problems
    if any("its structure is not as it should be" in found.what for found in problems):
        faults.append(f"a reader failed on it: {problems}")
    if bool(seen.statement.passages) == has_errors(problems):
        faults.append("passages beside an error, or neither")
    if seen.tried:
        faults.append(f"tried {seen.tried}")
    if seen.seconds > MOST_SECONDS or seen.mebibytes > MOST_MEBIBYTES:
        faults.append(f"{seen.seconds:.0f} seconds, {seen.mebibytes:.0f} MiB")
    if "Traceback" in seen.printed or not _is_clean(seen.printed):
        faults.append("characters that no output may have")
    return [f"{path.name}: {fault}" for fault in faults]


def _is_clean(text: str) -> bool:
    return all(
        char.isprintable() or char in " \u200c\u200d\u00a0\u00ad\u3000\u202f" or ord(char) > 127
        for char in text
    )


def differs(case: Case, outcome: Outcome) -> list[str]:
    """How the outcome of a made case is another than decided."""
    if isinstance(outcome, Failed):
        return [f"{case.id}: {outcome}"] * (case.expected != "reject")
    seen: Watched = outcome.value
    found = verdict(seen.statement.problems)
    everything = "".join((repr(seen.statement), seen.printed))
    lost = [word for word in case.kept if word not in everything]
    leaked = [word for word in case.leaks if word in everything]
    expected = "accept" if case.expected == "scrub" else case.expected
    told = [f"{case.id}: {found} instead of {expected}"] * (found != expected)
    return told + [f"{case.id}: lost {lost}, leaked {leaked}"] * bool(lost or leaked)


def test_every_made_statement_is_read_or_refused_as_decided(shared: Path) -> None:
    """Marked words come through, what must not appear is nowhere in what `extract` would print."""
    cases = made_cases(shared, "docx", "pdf", "markdown")
    wrong: list[str] = []
    for place, outcome in outcomes([case.path for case in cases], extracting=True):
        wrong += broken(cases[place].path, outcome) + differs(cases[place], outcome)
    assert len(cases) > 200
    assert wrong == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_real_file_gives_text_or_a_clear_problem(shared: Path, part: int) -> None:
    """No exception, no time over, no memory over, no connection, no other file."""
    files = real_files(shared)[part::PARTS]
    wrong = [fault for place, outcome in outcomes(files) for fault in broken(files[place], outcome)]
    assert len(files) > 200
    assert wrong == []
