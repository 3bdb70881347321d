"""Which session folder a build was made from: noted beside it, and asked before anything is replaced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from pipeline import archive
from pipeline.archive import Manifest, StateRecord
from pipeline.archive.origin import ORIGIN
from pipeline.problems import OutputError


def a_session(folder: Path, *states: str) -> Path:
    for state in states:
        (folder / state).mkdir(parents=True)
    return folder


def a_build(built: Path, *states: str) -> Path:
    records = {state: StateRecord({}, {}) for state in states}
    archive.publish_files(built, {archive.MANIFEST: Manifest("rev", "room", {}, states=records).as_bytes()})
    return built


def test_a_build_belongs_to_the_folder_that_it_was_made_from(tmp_path: Path) -> None:
    """Another folder of the same name is refused, and told of the first, and of both ways out."""
    session, other = a_session(tmp_path / "inputs/rev", "cuba"), a_session(tmp_path / "trial/rev", "france")
    built = tmp_path / "output/rev"
    archive.claim(built, session, take_over=False)
    a_build(built, "cuba")
    archive.claim(built, session, take_over=False)
    assert archive.is_build_of(built, session)
    assert not archive.is_build_of(built, other)
    with pytest.raises(OutputError, match=r"from inputs/rev\. Say --output .* --take-over"):
        archive.claim(built, other, take_over=False)
    archive.claim(built, other, take_over=True)
    assert archive.is_build_of(built, other)
    assert not archive.is_build_of(built, session)


def test_a_workspace_that_is_moved_keeps_its_builds(tmp_path: Path) -> None:
    """The note has no place of the computer in it."""
    one, two = tmp_path / "one", tmp_path / "elsewhere/two"
    a_session(one / "inputs/rev", "cuba")
    archive.claim(one / "output/rev", one / "inputs/rev", take_over=False)
    a_build(one / "output/rev", "cuba")
    two.parent.mkdir()
    one.rename(two)
    assert archive.is_build_of(two / "output/rev", two / "inputs/rev")
    assert str(tmp_path) not in (two / "output/rev" / ORIGIN).read_text("utf-8")


def test_a_folder_that_was_moved_with_all_its_states_keeps_its_builds(tmp_path: Path) -> None:
    """Where States would be taken away, it is not sure that it is the same."""
    session, built = a_session(tmp_path / "inputs/rev", "cuba", "france"), tmp_path / "output/rev"
    archive.claim(built, session, take_over=False)
    a_build(built, "cuba", "france")
    assert not archive.is_build_of(built, shutil.copytree(session, tmp_path / "copy/rev"))
    moved = session.rename(tmp_path / "rev")
    assert archive.is_build_of(built, moved)
    shutil.rmtree(moved / "cuba")
    assert not archive.is_build_of(built, moved)


def test_of_a_session_outside_of_the_workspace_no_folder_is_noted(tmp_path: Path) -> None:
    """Its way there may name somebody; it is told apart all the same."""
    session, other = a_session(tmp_path / "anna/rev", "cuba"), a_session(tmp_path / "bela/rev", "cuba")
    built = tmp_path / "workspace/output/rev"
    archive.claim(built, session, take_over=False)
    a_build(built, "cuba")
    assert "anna" not in (built / ORIGIN).read_text("utf-8")
    assert archive.is_build_of(built, session)
    assert not archive.is_build_of(built, other)


@pytest.mark.parametrize("note", [None, "", "{", "[]", '{"beside": 1}x'])
def test_a_build_without_a_note_of_ours_is_taken_on(tmp_path: Path, note: str | None) -> None:
    """Earlier versions made none."""
    session, built = a_session(tmp_path / "inputs/rev", "cuba"), a_build(tmp_path / "output/rev", "cuba")
    if note is not None:
        (built / ORIGIN).write_text(note, "utf-8")
    assert archive.is_build_of(built, session)
    archive.claim(built, session, take_over=False)
    assert not archive.is_build_of(built, a_session(tmp_path / "trial/rev", "cuba"))


def test_the_note_is_in_no_bag(tmp_path: Path) -> None:
    """And no stranger to the build."""
    session, built = a_session(tmp_path / "inputs/rev", "cuba"), tmp_path / "output/rev"
    archive.claim(built, session, take_over=False)
    a_build(built)
    assert archive.verify(built) == ()
    bag = archive.archive_build(built, tmp_path / "output/archive", {})
    assert not [path for path in bag.rglob("*") if path.name == ORIGIN]


@pytest.mark.parametrize(
    ("place", "told"), [("inputs/upr31", True), ("cases-of-anna/upr31", False), ("a/inputs/upr31", False)]
)
def test_only_the_usual_place_is_noted_in_clear(place: str, told: bool, tmp_path: Path) -> None:
    """A folder may be called by a person's name, and the note goes where the outputs go."""
    session, built = tmp_path / place, tmp_path / "output/upr31"
    session.mkdir(parents=True)
    built.mkdir(parents=True)
    archive.claim(built, session, take_over=False)
    assert (place in (built / ORIGIN).read_text("utf-8")) is told
