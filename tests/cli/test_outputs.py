"""Outputs beside their inputs: another folder of the name, builds that are behind, photos that cannot be used."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from pipeline.cli.watch import new_ones
from pipeline.problems import Place, Problem, Severity
from tests.programs import own_cache, presession
from tests.three_states import SPEAKER, make_session


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a session of three States and its build."""
    folder = tmp_path_factory.mktemp("built")
    make_session(folder)
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(built, tmp_path / "workspace", symlinks=True)


def run(workspace: Path, *arguments: str) -> tuple[int, str]:
    done = presession(*arguments, cwd=workspace, env=own_cache(workspace))
    return done.returncode, done.stdout + done.stderr


def test_another_folder_of_the_name_takes_nothing_away(workspace: Path) -> None:
    """Every command that would take its build for the other's says so in a sentence."""
    (workspace / "trial").mkdir()
    shutil.copytree(workspace / "s/upr31", workspace / "trial/upr31")
    shutil.rmtree(workspace / "trial/upr31/cuba")
    before = {path: path.read_bytes() for path in (workspace / "output").rglob("*") if path.is_file()}
    for command in ("build", "status", "archive", "print-run"):
        code, said = run(workspace, command, "trial/upr31")
        assert (code, said.count("\n")) == (4, 1), said
        assert "made from another session folder than trial/upr31: from one that lies elsewhere." in said
        assert "--output" in said
        assert "--take-over" in said
    after = {path: path.read_bytes() for path in (workspace / "output").rglob("*") if path.is_file()}
    assert after == before
    code, said = run(workspace, "build", "trial/upr31", "--take-over")
    assert (code, "cuba: no longer in the session" in said) == (0, True)
    assert run(workspace, "build", "s/upr31")[0] == 4


def test_a_bag_of_a_build_that_is_behind_says_so(workspace: Path) -> None:
    """A statement that changed, a State without a pack; the bag is made all the same."""
    code, said = run(workspace, "archive", "s/upr31")
    assert (code, said.count("\n")) == (0, 1)
    statement = workspace / "s/upr31/france/statements/one.md"
    statement.write_text(statement.read_text("utf-8") + "\nMore.\n", "utf-8")
    fiji = shutil.copytree(workspace / "s/upr31/tuvalu", workspace / "s/upr31/fiji") / "review.yaml"
    fiji.write_text(fiji.read_text("utf-8").replace("state: TV", "state: FJ"), "utf-8")
    code, said = run(workspace, "archive", "s/upr31")
    assert code == 0
    assert "france: its pack was made from other inputs than are there now." in said
    assert "fiji: it has no pack and is not in the bag." in said
    assert "tuvalu:" not in said
    info = (workspace / "output/archive/upr31-room-draft-v2/bag-info.txt").read_text("utf-8")
    assert "Presession-Behind-Inputs: france" in info
    assert "Presession-Without: fiji" in info
    assert run(workspace, "verify", "output/archive/upr31-room-draft-v2")[0] == 0


def test_a_bag_is_made_of_a_session_that_cannot_be_read_any_more(workspace: Path) -> None:
    """It was not compared, and says that."""
    (workspace / "s/upr31/session.yaml").write_text("session: [", "utf-8")
    code, said = run(workspace, "archive", "s/upr31")
    assert code == 0
    assert "was not compared" in said


def test_a_packed_bag_must_be_unpacked_first(workspace: Path) -> None:
    """Said as a wrong command line; any other file is no bag."""
    for name, words in (("b.zip", "Unpack it"), ("b.pdf", "Name the folder")):
        (workspace / name).write_bytes(b"x")
        code, said = run(workspace, "verify", name)
        assert (code, words in said) == (2, True)


def test_status_says_where_its_problems_are_told(workspace: Path) -> None:
    """For every number of them."""
    review = workspace / "s/upr31/cuba/review.yaml"
    review.write_text(review.read_text("utf-8").replace("    floor: 5\n", "    floor: 5\n    colour: red\n"))
    _, said = run(workspace, "status", "s/upr31")
    assert "`presession check s/upr31` shows what and where" in said
    assert "`presession check s/upr31 --final` shows" in run(workspace, "status", "s/upr31", "--final")[1]


def test_a_photo_that_cannot_be_used_holds_no_state_back(workspace: Path) -> None:
    """A warning says that the pack prints none; the status page has what became of the file."""
    cuba = workspace / "s/upr31/cuba"
    (cuba / "photos").mkdir(exist_ok=True)
    (cuba / "photos/one.jpg").write_bytes(b"\0\0\0\x18ftypheic" + bytes(40))
    photo = "    photo: {file: photos/one.jpg, alternative: A portrait}\n    consent: {name: yes, photo: yes"
    speaker = SPEAKER.replace("    consent: {name: yes, photo: no", photo)
    review = cuba / "review.yaml"
    review.write_text(review.read_text("utf-8").split("\nspeakers:")[0] + speaker, "utf-8")
    code, said = run(workspace, "build", "s/upr31", "--state", "CU")
    assert (code, "not built" in said) == (0, False), said
    assert "photos/one.jpg: warning PH01: this photo cannot be used" in said
    assert "it cannot be used (PH01)" in (workspace / "output/upr31/manifest.json").read_text("utf-8")


def a_problem(file: str, line: int, what: str = "Something.") -> Problem:
    return Problem("SP01", Severity.WARNING, Place(file, line), what, "")


def test_a_problem_whose_line_has_moved_is_no_new_one() -> None:
    """While watching; one more of a kind is."""
    known = Counter({("a", "SP01", "Something."): 1})
    assert new_ones([a_problem("a", 7)], known) == []
    assert new_ones([a_problem("a", 7), a_problem("a", 9)], known) == [a_problem("a", 9)]
    assert new_ones([a_problem("b", 7), a_problem("a", 1, "Another.")], known) == [
        a_problem("b", 7),
        a_problem("a", 1, "Another."),
    ]
