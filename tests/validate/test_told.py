"""What staff are told of each single mistake in session.yaml and review.yaml, and what is understood instead.

Every case changes one good session; `told.txt` has for each the lines that are told and, after "=", the checked
facts that differ from those of the good session. To write the lines of a new case or of a changed sentence:
`PRESESSION_SAID=1 .venv/bin/pytest -n 0 tests/validate/test_told.py`, and then read what git shows as changed.
"""

from __future__ import annotations

import dataclasses
import functools
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.states import State
from pipeline.problems import Place, problem
from pipeline.validate import reviews_as_written, validate_session
from tests.validate.raw_session import mapping, raw_file
from tests.validate.told_cases import CASES, FILES, GOOD, OTHER, Changes

TOLD = Path(__file__).parent / "told.txt"


def yaml_of(values: Mapping[str, str]) -> str:
    """A mapping; a value of several lines stands below its key."""
    return "".join(
        f"{key}:\n{value}" if value.endswith("\n") else f"{key}: {value}\n" for key, value in values.items()
    )


def indented(text: str, first: str, rest: str) -> str:
    lines = text.splitlines()
    return "".join(f"{rest if number else first}{line}\n" for number, line in enumerate(lines))


def laid(part: str, changes: Changes, base: Mapping[str, str]) -> dict[str, str]:
    """`base` with the changes of `part`; a value of None takes the key away."""
    values = dict(base)
    for where, key, value in changes:
        if where == part:
            values.pop(key, None) if value is None else values.update({key: value})
    return values


def review_of(changes: Changes, review: str, speakers: tuple[str, ...]) -> str:
    entries = [
        indented(yaml_of(laid(part, changes, GOOD[part])), "  - ", "    ")
        for part in speakers
        if laid(part, changes, GOOD[part])
    ]
    values = {"speakers": "".join(entries)} if entries else {}
    base = {**(GOOD["review"] if review == "review" else OTHER), **values}
    return yaml_of(laid(review, changes, base))


def raw_of(changes: Changes) -> RawSession:
    """The good session with `changes`, as it would be read."""
    facts = yaml_of(laid("session", changes, GOOD["session"]))
    top = laid("top", changes, {"session": indented(facts, "  ", "  "), **GOOD["top"]})
    reviews = {"cuba": review_of(changes, "review", ("speaker", "second"))}
    if any(where == "other" for where, _, _ in changes):
        reviews["tuvalu"] = review_of(changes, "other", ())
    files = {path for path in FILES if not any(c == ("gone", path, None) for c in changes)}
    files |= {key for where, key, _ in changes if where == "file"}
    corrections = next((value for where, _, value in changes if where == "corrections"), None)
    return RawSession(
        next((key for where, key, _ in changes if where == "id"), "upr30"),
        "upr30",
        mapping(yaml_of(top), "upr30/session.yaml"),
        tuple(
            RawReview(
                folder,
                mapping(text, f"upr30/{folder}/review.yaml"),
                tuple(raw_file(f"{folder}/{name}") for name in sorted(files)) if folder == "cuba" else (),
                Place(f"upr30/{folder}/review.yaml"),
                mapping(corrections, f"upr30/{folder}/corrections.yaml") if corrections else None,
            )
            for folder, text in reviews.items()
        ),
    )


def facts_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Every fact of a checked session by where it stands in it; places are told by line and column."""
    if isinstance(value, State):
        yield path, value.code
    elif isinstance(value, Place):
        yield path, str(value)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from facts_of(getattr(value, each.name), f"{path}.{each.name}".removeprefix("."))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from facts_of(each, f"{path}[{number}]")
    elif isinstance(value, frozenset):
        for each in sorted(value):
            yield f"{path}: {each}", "yes"
    else:
        yield path, repr(value)


@functools.cache
def good_facts() -> dict[str, str]:
    session, problems = validate_session(raw_of(()))
    assert problems == ()
    return dict(facts_of(session))


def told_of(changes: Changes) -> str:
    """The lines of a case: what is told, then what is understood otherwise, of a State with errors too."""
    raw = raw_of(changes)
    session, problems = validate_session(raw)
    lines = [str(found) for found in problems]
    facts = dict(facts_of(session)) if session else {}
    before = good_facts()
    places = re.compile(r"\.place$")
    if session is None:
        lines.append("= no session")
        return "".join(f"{line}\n" for line in lines)
    if not session.reviews:
        lines.append("= no State")
        facts = dict(facts_of(dataclasses.replace(session, reviews=reviews_as_written(raw, session))))
    if facts:
        lines += [
            f"= {key}: {value}"
            for key, value in facts.items()
            if before.get(key) != value and not (places.search(key) and key in before)
        ]
        lines += [f"= gone: {key}" for key in before if key not in facts]
    return "".join(f"{line}\n" for line in lines)


def kept() -> dict[str, str]:
    parts = re.split(r"^## (.*)\n", TOLD.read_text("utf-8"), flags=re.MULTILINE) if TOLD.is_file() else [""]
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_change_is_told_of_and_understood_so(name: str) -> None:
    """The lines of told.txt, no more and no fewer."""
    told = told_of(CASES[name])
    before = kept()
    if os.environ.get("PRESESSION_SAID") and (before.get(name) != told or [*before] != [*CASES]):
        every = {each: told if each == name else before.get(each, "") for each in CASES}
        TOLD.write_text("".join(f"## {each}\n{lines}" for each, lines in every.items()), "utf-8")
    assert told == kept()[name]


def test_the_facts_of_the_good_session_are_all_understood() -> None:
    """Everything that can be written is written in it, so a value that is lost on the way is missed here."""
    told = "".join(f"{key}: {value}\n" for key, value in good_facts().items())
    file = TOLD.with_name("understood.txt")
    if os.environ.get("PRESESSION_SAID"):
        file.write_text(told, "utf-8")
    assert told == file.read_text("utf-8")


@pytest.mark.parametrize("code", ["FI16", "FI01"])
def test_a_file_that_could_not_be_read_is_told_with_its_reason(code: str) -> None:
    """In a State's folder and beside the States; a file that a speaker names has its own sentence."""
    reason = {"reason": "it is a link, not a file"} if code == "FI16" else {}
    raw = raw_of(())

    def broken(file: RawFile) -> RawFile:
        return dataclasses.replace(file, sha256="", problems=(problem(code, Place(file.shown), **reason),))

    *others, named = raw.reviews[0].files
    unsaid = dataclasses.replace(raw_file("cuba/a.txt"), sha256="")
    files = (*others, broken(named), broken(raw_file("cuba/notes.txt")), unsaid)
    review = dataclasses.replace(raw.reviews[0], files=files)
    changed = dataclasses.replace(raw, reviews=(review,), files=(broken(raw_file("notes.txt")),))
    session, problems = validate_session(changed)
    why = reason.get("reason", "it cannot be opened")
    told = [(each.code, each.place.file) for each in problems]
    assert told == [
        ("SF01", "upr30/cuba/a.txt"),
        ("SF01", "upr30/cuba/notes.txt"),
        (code, "upr30/cuba/statements/legal-aid.md"),
        ("SF01", "upr30/notes.txt"),
    ]
    assert [f"was not read: {why}." in each.what for each in problems if each.code == "SF01"][1:] == [
        True,
        True,
    ]
    assert "was not read: it cannot be opened." in problems[0].what
    assert session is not None
    assert session.reviews == ()


def test_an_error_in_session_yaml_ends_it_and_one_in_a_states_folder_costs_that_state() -> None:
    """Also where reading found it; a State whose review.yaml cannot be read does not hide the next."""
    raw = raw_of(CASES["other state: TV"])
    for file, left in (
        ("upr30/session.yaml", None),
        ("upr30/cuba/review.yaml", ["tuvalu"]),
        ("upr30/tuvalu/statements/x.md", ["cuba"]),
        ("upr30/elsewhere.md", ["cuba", "tuvalu"]),
    ):
        found = problem("YA07", Place(file))
        session, problems = validate_session(dataclasses.replace(raw, problems=(found,)))
        assert (session and [review.folder for review in session.reviews]) == left
        assert found not in problems
    unread = RawReview("chad", None, (), Place("upr30/chad/review.yaml"))
    session, _ = validate_session(dataclasses.replace(raw, reviews=(unread, *raw.reviews)))
    assert session is not None
    assert [review.folder for review in session.reviews] == ["cuba", "tuvalu"]
    assert validate_session(dataclasses.replace(raw, values=None)) == (None, ())


def test_a_session_without_states_and_a_folder_that_cannot_name_a_file() -> None:
    """One is told of the session, the other of the State."""
    raw = raw_of(())
    session, problems = validate_session(dataclasses.replace(raw, reviews=()))
    assert session is not None
    assert [str(each) for each in problems] == [
        "upr30: warning SE08: the session has no State under Review. Make a folder with a review.yaml for each State."
    ]
    odd = dataclasses.replace(raw.reviews[0], folder="-cuba-", place=Place("upr30/-cuba-/review.yaml"))
    _, problems = validate_session(dataclasses.replace(raw, reviews=(odd,)))
    assert [str(each) for each in problems if each.code == "SF07"] == [
        "upr30/-cuba-/review.yaml: error SF07: outputs cannot be named after the folder -cuba-. Rename the folder;"
        " use letters, digits, blanks, dots, hyphens and underscores."
    ]


def test_the_reviews_as_written_are_those_that_can_be_understood() -> None:
    """With their consent as it stands; one that cannot be understood is a no."""
    raw = raw_of(CASES["speaker floor: 61"])
    session, _ = validate_session(raw)
    assert session is not None
    [review] = reviews_as_written(raw, session)
    assert (review.folder, review.speakers[0].floor_minutes) == ("cuba", 4)
    raw = raw_of(CASES[next(name for name in CASES if name.startswith("speaker consent: {name: perhaps"))])
    [review] = reviews_as_written(raw, session)
    assert not review.speakers[0].consent.ever("name")
    assert review.speakers[0].consent.ever("photo")
