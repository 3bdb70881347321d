"""`presession check` says everything at once: an error in review.yaml hides nothing of the State's files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline.engine import store_folder
from pipeline.models.build import Options
from pipeline.problems import InputError, Problem
from pipeline.run import Checked, build, check
from tests.programs import own_cache

GOOD = Path(__file__).resolve().parent.parent / "good"


@pytest.fixture
def session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session whose one statement has a comment, and cannot be missed."""
    for name, value in own_cache(tmp_path).items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    folder = Path(shutil.copytree(GOOD, "upr30"))
    statement = folder / "cuba" / "statements" / "legal-aid.md"
    statement.write_text(f"{statement.read_text('utf-8')}\n<!-- Secret -->\n", "utf-8")
    return folder


def write(session: Path, old: str, new: str) -> None:
    file = session / "cuba" / "review.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def checked(session: Path, *, final: bool = False) -> Checked:
    return check(session, Options(jobs=1, final=final))


def codes(problems: tuple[Problem, ...]) -> set[str]:
    return {found.code for found in problems}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("floor: 6", "floor: 9", "AG03"),
        ("floor: 6", "floor: 6\n    photo: {file: photos/x.jpg, alternative: A}", "SP06"),
        ("acronym: SCLA", "Law and Aid", "YA09"),
        ("room: Room XXI", "room: Room X", "RV07"),
    ],
)
def test_an_error_in_review_yaml_does_not_hide_what_is_wrong_with_its_files(
    session: Path, old: str, new: str, code: str
) -> None:
    """The State is held all the same, and nothing is said of files that were looked at."""
    assert "FI11" in codes(checked(session).problems)
    write(session, old, new)
    found = checked(session)
    assert {code, "FI11"} <= codes(found.problems)
    assert "RV13" not in codes(found.problems)
    assert (found.held, list(found.packs)) == (("cuba",), [])


def test_nothing_of_the_files_of_a_state_with_an_error_is_kept(session: Path) -> None:
    """What it says of masks and consent may be just what is wrong."""
    write(session, "speakers:", "mask: [{words: the sample treaty, twice}]\nspeakers:")
    assert {"YA09", "FI11"} <= codes(checked(session).problems)
    store = store_folder()
    assert store is not None
    kept = [path for path in (store / "results").rglob("*") if path.is_file()]
    assert not any(word in path.read_bytes() for path in kept for word in (b"Government", b"lawyer"))


@pytest.mark.parametrize(
    ("old", "new"), [("state: CU", "state: XQ"), ("bio: Sample", "bio: 'Sample"), ("start: ", "begins: ")]
)
def test_a_state_that_cannot_be_understood_is_told_of_as_not_looked_at(
    session: Path, old: str, new: str
) -> None:
    write(session, old, new)
    [found] = [each for each in checked(session).problems if each.code == "RV13"]
    assert (found.place.file, "of this State" in found.what) == ("upr30/cuba/review.yaml", True)


def test_errors_in_session_yaml_are_told_with_what_they_hide(session: Path) -> None:
    file = session / "session.yaml"
    file.write_text(file.read_text("utf-8").replace("number: 30", "number: 030"), "utf-8")
    with pytest.raises(InputError) as raised:
        checked(session)
    [found] = [each for each in raised.value.problems if each.code == "RV13"]
    assert (found.place.file, "of all States" in found.what) == ("upr30/session.yaml", True)


def test_a_start_that_cannot_be_used_hides_no_room_and_no_agenda(session: Path) -> None:
    write(session, "start: 2018-04-12 10:00", "start: Thursday")
    write(session, "room: Room XXI", "room: Room X")
    write(session, "opening: 3", "opening: 50")
    assert {"FO02", "RV07", "AG01"} <= codes(checked(session).problems)


def test_what_is_awaited_by_a_state_with_an_error_is_told_for_a_final_pack(session: Path) -> None:
    write(session, "floor: 6", "floor: 9\n    awaited: [statement]")
    assert {"AG03", "RV08"} <= codes(checked(session, final=True).problems)


def test_a_build_looks_at_nothing_of_a_state_that_it_does_not_build(session: Path) -> None:
    write(session, "floor: 6", "floor: 9")
    found = build(session, Options(jobs=1))
    assert not {"FI11", "RV13"} & codes(found.problems)
