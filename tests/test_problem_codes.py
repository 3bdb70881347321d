"""Every problem code: documented, and triggered by at least one bad input under tests/bad.

A folder of tests/bad is laid over the good session of tests/good (`without.txt`: what is taken away first;
`builders.py`: what cannot lie there as a file), then read and checked as `presession check --final` does it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline import read, steps, validate
from pipeline.codes import CODES, Severity
from pipeline.models.raw import RawReview, RawSession
from pipeline.models.session import Review, Session
from pipeline.problems import Problem, has_errors
from tests.bad.builders import BUILDERS

HERE = Path(__file__).resolve().parent
GOOD = HERE / "good"
FOLDERS = sorted(path for path in (HERE / "bad").iterdir() if (path / "expected.txt").is_file())
ROW = re.compile(r"^\| ([A-Z]{2}\d\d) \| (error|warning|note) \|", re.MULTILINE)


def expected(folder: Path) -> set[str]:
    return set((folder / "expected.txt").read_text("utf-8").split())


def laid_over_good(folder: Path, target: Path) -> Path:
    """The good session with the fault of `folder`."""
    session = target / "session"
    shutil.copytree(GOOD, session)
    without = folder / "without.txt"
    for name in without.read_text("utf-8").split() if without.is_file() else ():
        path = session / name
        path.unlink()
        while path.parent != session and not any(path.parent.iterdir()):
            path = path.parent
            path.rmdir()
    shutil.copytree(
        folder, session, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt", "without.txt")
    )
    BUILDERS.get(folder.name, lambda path: None)(session)
    return session


def all_problems(folder: Path) -> list[Problem]:
    """Everything that reading and checking `folder` finds, with what a final build adds."""
    raw = read.read_session(folder)
    session, found = validate.validate_session(raw)
    problems = [*raw.problems, *found]
    if session is None:
        return problems
    statements = {}
    for review in session.reviews:
        material, in_files = material_of(raw, review)
        examined = steps.examine(session, review, material)
        problems += [*in_files, *examined.problems, *validate.refuse_final(review)]
        statements |= {c.speaker.statement: c.statement for c in examined.contributions if c.statement}
    return [*problems, *validate.validate_duplicates(session, raw, statements)]


def material_of(raw: RawSession, review: Review) -> tuple[steps.Material, list[Problem]]:
    folder: RawReview = next(f for f in raw.reviews if f.folder == review.folder)
    files = {file.path: file for file in folder.files if file.data is not None}
    named = {speaker.statement for speaker in review.speakers} & files.keys()
    statements = {path: read.read_statement(files[path].data or b"", path) for path in named}
    problems: list[Problem] = []
    for speaker in review.speakers:
        if speaker.photo:
            file = files[speaker.photo.path]
            problems += [p.within(file.shown) for p in read.read_photo(file.data or b"", file.path)[1]]
    return steps.Material(statements), problems


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_bad_input_gives_its_problem_with_a_place(folder: Path, tmp_path: Path) -> None:
    """The codes in expected.txt are found, each with a file and something to do."""
    problems = all_problems(laid_over_good(folder, tmp_path))
    found = {problem.code: problem for problem in problems}
    assert expected(folder) <= found.keys(), sorted(map(str, problems))
    for code in expected(folder):
        assert found[code].place.file
        assert found[code].what_to_do
        assert "{" not in str(found[code])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_bad_input_gives_no_error_that_it_is_not_made_for(folder: Path, tmp_path: Path) -> None:
    """One fault does not drag others along: every error is expected (a draft may await something)."""
    problems = all_problems(laid_over_good(folder, tmp_path))
    errors = {problem.code for problem in problems if problem.severity is Severity.ERROR} - {"RV08"}
    assert errors <= expected(folder), sorted(map(str, problems))


def test_the_good_session_has_no_problem(tmp_path: Path) -> None:
    """What the bad inputs are laid over is itself without fault."""
    assert list(map(str, all_problems(laid_over_good(GOOD, tmp_path)))) == []


def test_every_code_is_triggered_by_a_bad_input() -> None:
    """At least one folder of tests/bad for each code of the catalogue, and none for a code that is not there."""
    triggered = {code for folder in FOLDERS for code in expected(folder)}
    assert sorted(CODES.keys() - triggered) == []
    assert sorted(triggered - CODES.keys()) == []


def test_every_code_is_documented_with_its_severity() -> None:
    """docs/problems.md has one row for each code, both ways."""
    rows = ROW.findall((HERE.parent / "docs" / "problems.md").read_text("utf-8"))
    assert rows == sorted(set(rows))
    assert dict(rows) == {code: entry.severity.value for code, entry in CODES.items()}


def codes_of(problems: Iterable[Problem]) -> set[str]:
    return {problem.code for problem in problems}


def test_an_error_of_one_state_stops_no_other(tmp_path: Path) -> None:
    """Of two States, one with an error, the other is kept."""
    session = laid_over_good(HERE / "bad" / "moderator-in-two-rooms", tmp_path)
    checked, problems = validate.validate_session(read.read_session(session))
    assert isinstance(checked, Session)
    assert [review.folder for review in checked.reviews] == ["cuba"]
    assert has_errors(problems)
    assert "RV06" in codes_of(problems)
