"""How a session folder is read: only what belongs there, only regular files, everything else said."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.models.raw import RawFile, RawSession
from pipeline.read import folder as folder_room
from pipeline.read import session as session_room
from pipeline.read.folder import content_of
from pipeline.read.session import read_session


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """A small session folder: session.yaml, and Cuba with one statement."""
    root = tmp_path / "upr30"
    (root / "cuba" / "statements").mkdir(parents=True)
    (root / "session.yaml").write_text("session: {number: 30}\n")
    (root / "cuba" / "review.yaml").write_text("state: CU\n")
    (root / "cuba" / "statements" / "a.md").write_text("# SAMPLE\n")
    return root


def files(raw: RawSession) -> dict[str, RawFile]:
    return {file.path: file for review in raw.reviews for file in review.files}


def codes(raw: RawSession) -> list[str]:
    return sorted(found.code for found in raw.problems)


def test_files_come_with_their_bytes_and_checksum_and_two_paths(session: Path) -> None:
    """`path` is that in the session, `shown` what staff would type."""
    raw = read_session(session)
    assert (raw.id, raw.shown, codes(raw)) == ("upr30", str(session), [])
    [file] = files(raw).values()
    assert (file.path, file.shown) == ("cuba/statements/a.md", f"{session}/cuba/statements/a.md")
    assert (file.data, content_of(file), file.size) == (None, b"# SAMPLE\n", 9)
    assert file.sha256 == hashlib.sha256(b"# SAMPLE\n").hexdigest()


def test_places_are_relative_if_the_folder_was_given_so(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A message can be clicked in the terminal where the command was started."""
    monkeypatch.chdir(session.parent)
    raw = read_session(Path("upr30"))
    assert raw.values is not None
    assert str(raw.values.place) == "upr30/session.yaml:1:1"
    monkeypatch.chdir(session)
    assert read_session(Path()).id == "upr30"


def test_states_and_files_are_sorted_by_name(session: Path) -> None:
    """Not by the order in which a disk lists them."""
    for name in ("tuvalu", "azerbaijan", "Zz"):
        (session / name).mkdir()
        (session / name / "review.yaml").write_text("state: TV\n")
    for name in ("z.md", "B.md", "10.md", "9.md"):
        (session / "cuba" / "statements" / name).write_text("x")
    raw = read_session(session)
    assert [review.folder for review in raw.reviews] == ["Zz", "azerbaijan", "cuba", "tuvalu"]
    assert [path.rpartition("/")[2] for path in files(raw)] == ["10.md", "9.md", "B.md", "a.md", "z.md"]


def test_without_session_yaml_nothing_else_is_opened(session: Path) -> None:
    """The folder may be somebody's home."""
    (session / "session.yaml").unlink()
    raw = read_session(session)
    assert (codes(raw), raw.values, raw.reviews) == (["YA06"], None, ())


@pytest.mark.parametrize("name", ["missing", "session.yaml"])
def test_a_folder_that_is_none_is_a_problem(session: Path, name: str) -> None:
    """No traceback for a typing error."""
    raw = read_session(session / name)
    assert codes(raw) == ["FI16"]
    assert raw.values is None


@pytest.mark.parametrize(
    "name",
    [
        "review.yml",
        "review.yaml.txt",
        "Review.yaml",
        "review.yaml.docx",
        "reviews.yaml",
        "review (1).yaml",
        "REVIEW.TXT",
    ],
)
def test_a_file_that_was_to_be_review_yaml_is_told_of(session: Path, name: str) -> None:
    """Windows hides .txt: staff see a review.yaml there."""
    (session / "tuvalu").mkdir()
    (session / "tuvalu" / name).write_text("state: TV\n")
    found = {each.code: each for each in read_session(session).problems}
    assert (found.keys(), found["SF08"].place.file) == ({"SF03", "SF08"}, f"{session}/tuvalu/{name}")
    assert "Rename it to review.yaml" in found["SF08"].what_to_do


@pytest.mark.parametrize(
    "name", ["notes.txt", "review of Cuba.docx", "preview.txt", "statement.yaml", "revue.pdf"]
)
def test_any_other_file_is_not_taken_for_a_review(session: Path, name: str) -> None:
    (session / "tuvalu").mkdir()
    (session / "tuvalu" / name).write_text("x")
    assert codes(read_session(session)) == ["SF03"]


def test_a_file_that_was_to_be_session_yaml_is_told_of(session: Path) -> None:
    (session / "session.yaml").rename(session / "session.yaml.txt")
    assert codes(read_session(session)) == ["SF08", "YA06"]


def test_a_folder_without_review_is_warned_of_and_set_aside_folders_are_not(session: Path) -> None:
    """templates/ and names that begin with a dot or underscore are no States."""
    for name in ("tuvalu", "templates", "_old", ".git"):
        (session / name).mkdir()
    raw = read_session(session)
    assert [(found.code, found.place.file) for found in raw.problems if found.code == "SF03"] == [
        ("SF03", f"{session}/tuvalu")
    ]
    assert [review.folder for review in raw.reviews] == ["cuba"]


def test_a_broken_review_stays_with_its_files_and_no_values(session: Path) -> None:
    """So that staff see all of it, and other States are not touched."""
    (session / "cuba" / "review.yaml").write_text("state: 'CU\n")
    raw = read_session(session)
    assert codes(raw) == ["YA01"]
    assert raw.reviews[0].values is None
    assert len(raw.reviews[0].files) == 1


def test_links_pipes_sockets_and_folders_are_never_opened(session: Path, tmp_path: Path) -> None:
    """Opening a pipe blocks for ever; a link can lead out of the folder."""
    secret = tmp_path / "secret.txt"
    secret.write_text("ZZSECRET")
    statements = session / "cuba" / "statements"
    (statements / "link.txt").symlink_to(secret)
    (statements / "device.txt").symlink_to("/dev/zero")
    (statements / "folder").symlink_to(tmp_path)
    (statements / "loop").symlink_to("loop")
    os.mkfifo(statements / "pipe.docx")
    with socket.socket(socket.AF_UNIX) as bound:
        here = os.open(statements, os.O_RDONLY)
        bound.bind(f"/proc/self/fd/{here}/socket.pdf")
        os.close(here)
    began = time.monotonic()
    raw = read_session(session)
    assert time.monotonic() - began < 5
    odd = {path.rpartition("/")[2]: file for path, file in files(raw).items() if not file.is_there}
    assert sorted(odd) == ["device.txt", "folder", "link.txt", "loop", "pipe.docx", "socket.pdf"]
    assert all([found.code for found in file.problems] == ["FI16"] for file in odd.values())
    assert "ZZSECRET" not in repr(raw)


def test_a_link_in_place_of_review_yaml_is_refused(session: Path, tmp_path: Path) -> None:
    """The rule holds for the YAML files as well."""
    (tmp_path / "other.yaml").write_text("state: ZZ\n")
    (session / "cuba" / "review.yaml").unlink()
    (session / "cuba" / "review.yaml").symlink_to(tmp_path / "other.yaml")
    raw = read_session(session)
    assert codes(raw) == ["FI16"]
    assert raw.reviews[0].values is None


def test_a_file_over_the_limit_is_not_read(session: Path) -> None:
    """A sparse file of 8 GiB costs nothing to make and all memory to read."""
    with (session / "cuba" / "statements" / "huge.pdf").open("wb") as file:
        file.truncate(8 << 30)
    huge = files(read_session(session))["cuba/statements/huge.pdf"]
    assert (huge.data, huge.size) == (None, 8 << 30)
    assert [found.code for found in huge.problems] == ["FI04"]


def test_files_of_the_system_and_of_office_programs_are_passed_over_with_a_note(session: Path) -> None:
    """Word's lock file holds a user's name."""
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "~$a.docx", "._a.md", ".~lock.a.odt#"):
        (session / "cuba" / "statements" / name).write_bytes(b"ZZUSER")
    raw = read_session(session)
    assert len(files(raw)) == 1
    [note] = raw.problems
    assert (note.code, dict(note.values)["count"]) == ("SF04", "6")
    assert "ZZUSER" not in repr(raw)


def test_names_that_are_not_utf_8_or_hold_control_characters_can_be_printed(session: Path) -> None:
    """Printing them as they are crashes, or paints the terminal."""
    folder = os.fsencode(session / "cuba" / "statements")
    for name in (b"bad\xff\xfe.md", b"esc\x1b[31m.md", b"new\nline.md"):
        Path(os.fsdecode(folder + b"/" + name)).write_bytes(b"x")
    raw = read_session(session)
    for file in files(raw).values():
        assert file.path.isprintable()
        assert file.shown.encode("utf-8")
        assert file.is_there
    assert r"cuba/statements/bad\xff\xfe.md" in files(raw)
    assert codes(raw) == ["SF05", "SF05", "SF05"]


def test_twins_and_names_for_one_system_only_are_warned_of(session: Path) -> None:
    """A Mac keeps one of two names that differ in capitals or in how é is stored."""
    for name in ("A.md", "caf\u00e9.md", "cafe\u0301.md", "CON.txt", "a\u200b.md"):
        (session / "cuba" / "statements" / name).write_text(name)
    raw = read_session(session)
    assert codes(raw) == ["SF05", "SF05", "SF06", "SF06"]
    assert len(files(raw)) == 6


def test_too_many_files_in_a_folder_stop_that_state_only(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are read."""
    monkeypatch.setattr(folder_room, "MAX_ENTRIES", 5)
    (session / "tuvalu").mkdir()
    (session / "tuvalu" / "review.yaml").write_text("state: TV\n")
    for number in range(6):
        (session / "cuba" / "statements" / f"{number}.md").write_text("x")
    raw = read_session(session)
    assert [(found.code, found.place.file) for found in raw.problems] == [
        ("SF02", f"{session}/cuba/statements/")
    ]
    assert raw.reviews[1].values is not None


def test_a_session_over_its_limits_says_so_once(session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files past the limit keep their names, and a problem of their own."""
    monkeypatch.setattr(session_room, "MAX_SESSION_FILES", 2)
    for number in range(4):
        (session / "cuba" / "statements" / f"{number}.md").write_text("x")
    raw = read_session(session)
    assert codes(raw) == ["SF02"]
    assert [not file.is_there for file in files(raw).values()].count(True) == 3


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
def test_what_may_not_be_read_is_a_problem(session: Path) -> None:
    """Read as an ordinary user, for root may read anything."""
    (session / "cuba" / "statements" / "a.md").chmod(0)
    (session / "closed").mkdir(mode=0)
    for folder in (session, *session.parents):
        if folder.stat().st_uid == os.geteuid() and str(folder).startswith("/tmp/"):
            folder.chmod(0o755)
    code = (
        "import os, sys; from pathlib import Path; from pipeline.read.session import read_session; "
        "b'x'.decode('utf-8-sig'); os.setuid(65534); raw = read_session(Path(sys.argv[1])); "
        "print(*raw.problems, *raw.reviews[1].files[0].problems, sep='\\n')"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(session)], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("FI16") == 2
    assert done.stdout.count("permission denied") == 2


def test_reading_twice_gives_the_same(session: Path) -> None:
    """Nothing depends on time or on the order of a disk."""
    assert read_session(session) == read_session(session)


def test_a_file_that_changes_after_it_was_hashed_has_no_content(session: Path) -> None:
    """A result stands under the hash of what it was made from: other words never take its place."""
    [file] = files(read_session(session)).values()
    (session / "cuba/statements/a.md").write_text("# OTHER\n")
    assert content_of(file) is None
    (session / "cuba/statements/a.md").unlink()
    assert content_of(file) is None
