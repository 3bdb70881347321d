"""On the statements of the sample session: exactly what was marked when each of them was read.

A golden file names the statement and its language and State, then one line for each recommendation ("R ...") and
each question ("Q ...") in reading order. To mark a new one: read the statement, write down what it recommends and
asks by `docs/extraction.md`, and only then run this test.
"""

from __future__ import annotations

import difflib
import functools
from pathlib import Path

import pytest

from pipeline.extract import find
from pipeline.models.passages import Passage
from pipeline.models.states import find_state
from pipeline.read import read_statement

GOLDEN = Path(__file__).parent / "golden"
SESSION = Path(__file__).parents[2] / "inputs" / "upr30"
STILL_MISSED: dict[str, str] = {}
"""Golden files that are right and not reached yet, with the reason; also listed in `docs/extraction.md`."""


def cases() -> list[object]:
    """One case for each golden file; those still missed must fail, so that a repair is noticed."""
    names = sorted(path.stem for path in GOLDEN.glob("*.txt"))
    marks = {name: [pytest.mark.xfail(strict=True, reason=reason)] for name, reason in STILL_MISSED.items()}
    return [pytest.param(name, marks=marks.get(name, [])) for name in names]


def marked(name: str) -> tuple[Path, str, str, list[str]]:
    """The statement's path, its language, the State's code and the marked lines."""
    lines = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    folder, _, file = lines[0].removeprefix("# ").partition("/")
    language, code = lines[1].removeprefix("# ").split()
    return SESSION / folder / "statements" / file, language, code, lines[2:]


@functools.cache
def passages_of(path: Path) -> tuple[Passage, ...]:
    """What is read in a statement of the sample session, once for all tests here: nothing in it can be changed."""
    return read_statement(path.read_bytes(), path.name).passages


def found(path: Path, language: str, code: str) -> list[str]:
    """What is found in the statement, written as a golden file is."""
    findings = find(passages_of(path), language, find_state(code))
    made = [f"R {one.text}" for one in findings.recommendations]
    return made + [f"Q {one.text}" for one in findings.questions]


@pytest.mark.parametrize("name", cases())
def test_a_statement_gives_what_a_reader_marks(name: str) -> None:
    """No more, no less, the same words and the same order."""
    path, language, code, wanted = marked(name)
    got = found(path, language, code)
    difference = "\n".join(difflib.ndiff(wanted, got))
    assert got == wanted, f"{path.name}: - is missing, + is too much\n{difference}"


def test_every_statement_of_the_sample_session_is_marked() -> None:
    """None is left out because it fails."""
    statements = {path for path in SESSION.glob("*/statements/*") if not path.name.startswith(".")}
    assert statements == {marked(path.stem)[0] for path in GOLDEN.glob("*.txt")}


def test_all_five_languages_of_the_session_are_marked() -> None:
    """Arabic, English, French, Spanish and Russian."""
    assert {marked(path.stem)[1] for path in GOLDEN.glob("*.txt")} == {"ar", "en", "fr", "es", "ru"}
