"""Every problem code: documented, and triggered by at least one bad input under tests/bad.

A folder of tests/bad is laid over the good session of tests/good (`without.txt`: what is taken away first;
`builders.py`: what cannot lie there as a file), then read and checked as `presession check --final` does it.
`seconds.txt` lowers the time that reading may take; `pack.txt` asks for the pack to be made as well; `build/`
is verified, `build/pack.pdf` held against the rules for electronic bundles.

`expected.txt` has the codes that the folder is made for, `said.txt` every line that staff then read. To write the
lines of a new folder or of a changed sentence: `PRESESSION_SAID=1 .venv/bin/pytest -n 0 tests/test_problem_codes.py`,
and then read what git shows as changed.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline import archive, bundling, gather, read, steps, validate
from pipeline.codes import CODES, Severity
from pipeline.engine import Failed, Pool
from pipeline.models.factsheet import FactSheet
from pipeline.models.pack import Contribution, PackInput
from pipeline.models.passages import RawStatement
from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.session import Review, Session
from pipeline.models.templates import RawTemplates, Templates
from pipeline.problems import Problem, has_errors, sorted_problems
from tests.bad.builders import BUILDERS

HERE = Path(__file__).resolve().parent
GOOD = HERE / "good"
FOLDERS = sorted(path for path in (HERE / "bad").iterdir() if (path / "expected.txt").is_file())
EACH = [pytest.param(folder, id=folder.name) for folder in FOLDERS]
NOT_LAID = ("expected.txt", "said.txt", "without.txt")
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
    shutil.copytree(folder, session, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*NOT_LAID))
    BUILDERS.get(folder.name, lambda path: None)(session)
    return session


@functools.cache
def found_in(folder: Path) -> tuple[Problem, ...]:
    """What is found in the session with the fault of `folder`, sorted and placed as if staff stood beside it."""
    with tempfile.TemporaryDirectory() as here, contextlib.chdir(here):
        laid_over_good(folder, Path())
        return sorted_problems(all_problems(Path("session")))


@functools.cache
def our_templates() -> RawTemplates:
    """The default templates as read."""
    return read.read_templates()


@functools.cache
def our_checked_templates() -> tuple[Templates | None, tuple[Problem, ...]]:
    """The default templates, which nearly every bad input leaves as they are."""
    return validate.validate_templates(our_templates())


def all_problems(folder: Path) -> list[Problem]:
    """Everything that reading and checking `folder` finds, with what a final build and `verify` add."""
    raw = read.read_session(folder)
    session, found = validate.validate_session(raw)
    own = folder / "templates"
    changed = own.is_dir()
    templates, in_templates = (
        validate.validate_templates(read.read_templates(own)) if changed else our_checked_templates()
    )
    problems = [*raw.problems, *found, *in_templates]
    if (folder / "build").is_dir() and not (folder / "build" / "pack.pdf").is_file():
        problems += archive.verify(folder / "build")
    if (folder / "build" / "pack.pdf").is_file():
        judged, _ = bundling.judge((folder / "build" / "pack.pdf").read_bytes())
        problems += [found for each in bundling.placed(judged, "build/pack.pdf") for found in each.problems]
    if session is None:
        return [*problems, *validate.not_looked_at(raw.reviews, raw.shown)]
    written = {review.folder for review in validate.reviews_as_written(raw, session)}
    problems += validate.not_looked_at([each for each in raw.reviews if each.folder not in written])
    problems += validate.validate_wordings(session, templates) if templates else ()
    marks = {}
    for review in session.reviews:
        received, in_files = material_of(raw, review)
        sheets, in_sheets = sheets_of(raw, review)
        contributions = []
        for speaker in review.speakers:
            file = received.get(speaker.statement)
            heard = steps.examine_statement(session, review, speaker, file) if file else steps.Heard()
            problems += heard.problems
            sheet = sheets.get(speaker.sheet_path)
            contributions.append(Contribution(speaker, heard.statement, heard.findings, fact_sheet=sheet))
        problems += [*in_files, *in_sheets, *validate.refuse_final(review)]
        pack = PackInput(session, review, tuple(contributions), final=True)
        problems += steps.names_withheld(pack)
        if (folder / "pack.txt").is_file() and templates:
            problems += steps.make_pack(pack, templates).problems
        marks |= {c.speaker.statement: validate.mark_of(c.statement) for c in contributions if c.statement}
    final = validate.refuse_unfilled(problems)
    return [*problems, *final, *validate.validate_duplicates(session, raw, marks)]


def material_of(raw: RawSession, review: Review) -> tuple[dict[str, RawStatement], list[Problem]]:
    """What the readers make of a State's files, as a build has them read but in this process."""
    folder: RawReview = next(f for f in raw.reviews if f.folder == review.folder)
    photos = {speaker.photo.path for speaker in review.speakers if speaker.photo}
    named = {speaker.statement for speaker in review.speakers}
    statements, problems = {}, []
    for file in folder.files:
        data = read.content_of(file)
        if data is None:
            continue
        if file.path in named and (seconds := raw_text(raw, "seconds.txt")):
            problems += in_time(data, file, float(seconds))
        elif file.path in named:
            statements[file.path] = read.read_statement(data, file.path)
        elif file.path in photos:
            problems += [p.within(file.shown) for p in read.read_photo(data, file.path)[1]]
        elif "previous-recommendations." in file.path:
            problems += [p.within(file.shown) for p in read.read_previous(data, file.path)[1]]
    return statements, problems


def sheets_of(raw: RawSession, review: Review) -> tuple[dict[str, FactSheet | None], list[Problem]]:
    """What the reader makes of a State's fact sheets."""
    folder: RawReview = next(f for f in raw.reviews if f.folder == review.folder)
    wanted = {each.sheet_path: each.fact_sheet for each in review.speakers if each.fact_sheet}
    sheets, problems = {}, []
    for file in folder.files:
        data = read.content_of(file) if file.path in wanted else None
        if data is not None:
            sheets[file.path], found = read.read_fact_sheet(data, file.path, wanted[file.path].pages)
            problems += [each.within(file.shown) for each in found]
    return sheets, problems


def raw_text(raw: RawSession, name: str) -> str:
    """The words of a file directly in the session folder, "" without it."""
    return next(((read.content_of(file) or b"").decode() for file in raw.files if file.path == name), "")


def in_time(data: bytes, file: RawFile, seconds: float) -> list[Problem]:
    """What is said where reading takes longer than `seconds`: read in a process of its own, as in a build."""
    with Pool(1) as pool:
        [(_, outcome)] = pool.each(steps.read_statement, [(data, file.path)], seconds)
    return [gather.reading_failed(outcome, file.shown)] if isinstance(outcome, Failed) else []


@pytest.mark.parametrize("folder", EACH)
def test_a_bad_input_gives_its_problem_with_a_place(folder: Path) -> None:
    """The codes in expected.txt are found, each with a file and something to do."""
    found = {problem.code: problem for problem in found_in(folder)}
    assert expected(folder) <= found.keys(), sorted(map(str, found_in(folder)))
    for code in expected(folder):
        assert found[code].place.file
        assert found[code].what_to_do


@pytest.mark.parametrize("folder", EACH)
def test_a_bad_input_gives_no_error_that_it_is_not_made_for(folder: Path) -> None:
    """One fault does not drag others along: every error is expected (a draft may await something)."""
    errors = {problem.code for problem in found_in(folder) if problem.severity is Severity.ERROR} - {"RV08"}
    assert errors <= expected(folder), sorted(map(str, found_in(folder)))


@pytest.mark.parametrize("folder", EACH)
def test_a_bad_input_is_told_of_in_these_words(folder: Path) -> None:
    """Every line that staff read about it: place, severity, code, what is wrong and what to do.

    The number of sentences that a pack has grows; a number that is one less stands as (all but one).
    """
    sentences = f"{len(our_templates().sentences) - 1} sentence(s)"
    told = "".join(f"{found}\n".replace(sentences, "(all but one) sentence(s)") for found in found_in(folder))
    if os.environ.get("PRESESSION_SAID"):
        (folder / "said.txt").write_text(told, "utf-8")
    assert told == (folder / "said.txt").read_text("utf-8")


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
    assert len(rows) == len(set(rows))
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


def test_the_example_of_every_row_is_a_bad_input_for_it() -> None:
    """The last column names a folder of tests/bad that expects the code."""
    rows = re.findall(
        r"^\| ([A-Z]{2}\d\d) \|.*\| `([\w-]+)` \|$",
        (HERE.parent / "docs" / "problems.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert len(rows) == len(CODES)
    assert [row for row in rows if row[0] not in expected(HERE / "bad" / row[1])] == []


def test_the_sentences_of_every_row_are_those_that_staff_read() -> None:
    """As they came out for the example; the first letter is a capital, unless a key, name or path begins there."""
    rows = re.findall(
        r"^\| ([A-Z]{2}\d\d) \| (\w+) \| (.*) \| (.*) \| `([\w-]+)` \|$",
        (HERE.parent / "docs" / "problems.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert len(rows) == len(CODES)
    missing = []
    for code, severity, what, to_do, folder in rows:
        plain = CODES[code].what[0] != "{" or what.split()[0] in ("The", "There", "It", "Speaker")
        assert what[0].isupper() or not plain
        said = what[0].lower() + what[1:] if plain and not what[1].isupper() else what
        line = re.sub(r"\d+ sentence", "(all but one) sentence", f"{severity} {code}: {said} {to_do}")
        missing += [line] if line not in (HERE / "bad" / folder / "said.txt").read_text("utf-8") else []
    assert missing == []
