"""File names, links, pipes and devices in a session's folder: read, refused or passed over, never followed."""

from __future__ import annotations

import contextlib
import importlib
import os
import stat
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.models.raw import RawSession
from pipeline.problems import Problem
from pipeline.read import read_session, read_statement
from pipeline.read.folder import content_of, list_folder, printable_path, read_file
from tests.hostile.cases import verdict

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")

PERMISSIONS = {"f062", "f063"}
# Decided otherwise than the index proposes: a file is what its bytes say, with any ending; files that nobody names
# are not compared; there is no metadata beside a statement; an empty folder holds nothing to speak of; characters in
# a name that cannot be seen or are no UTF-8, and one of two names that some computers take for the same, are told of.
OWN_WAY = {
    "f002": "warn", "f003": "warn", "f004": "warn", "f018": "warn", "f028": "warn", "f029": "accept",
    "f032": "warn", "f034": "accept", "f035": "accept", "f061": "skip",
}  # fmt: skip


@pytest.fixture(scope="module")
def place(shared: Path) -> Iterator[Path]:
    """A folder that other users may enter, removed even where it takes rights back."""
    folder = Path(tempfile.mkdtemp(prefix="presession-test-"))
    folder.chmod(0o755)
    yield folder
    with contextlib.suppress(OSError):
        for inner in (folder / "session" / "cuba" / "statements").glob("unreadable*"):
            inner.chmod(0o755)
    subprocess.run(["rm", "-rf", str(folder)], check=False)  # paths too long for Python


@pytest.fixture(scope="module")
def cases(place: Path, shared: Path) -> dict[str, dict[str, str]]:
    """The cases by id, made in `place`: `session/cuba/statements` and `outside`."""
    tools = str(shared / "hostile" / "tools")
    sys.path.insert(0, tools)
    try:
        common: Any = importlib.import_module("gen_common")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # it closes none of the files that it makes
            importlib.import_module("gen_fs").gen_fs(place)
    finally:
        sys.path.remove(tools)
    state = place / "session" / "cuba"
    state.mkdir(parents=True)
    (place / "batch").rename(state / "statements")
    (state / "review.yaml").write_text("state: CU\n")
    (state.parent / "session.yaml").write_text("number: 30\n")
    return {case["id"]: case for case in common.CASES if case["stored"] == "runtime"}


def before(place: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of everything outside, and of the good file."""
    files = [*(place / "outside").iterdir(), place / "session" / "cuba" / "statements" / "plain.docx"]
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns) for path in files}


@pytest.fixture(scope="module")
def raw(place: Path, cases: dict[str, dict[str, str]]) -> RawSession:
    assert cases
    known = before(place)
    found = read_session(place / "session")
    assert before(place) == known
    return found


def told(raw: RawSession, path: str) -> list[Problem]:
    """What was said of `path` or of what lies below it."""
    shown = f"{raw.shown}/{path}"
    mine = [
        found
        for found in raw.problems
        if found.place.file == shown or found.place.file.startswith(f"{shown}/")
    ]
    for file in raw.reviews[0].files:
        if file.path == path or file.path.startswith(f"{path}/"):
            mine += file.problems
            if (data := content_of(file)) is not None:
                mine += read_statement(data, file.path).problems
    return mine


def found_verdict(raw: RawSession, path: str) -> str:
    files = [file for file in raw.reviews[0].files if file.path == path or file.path.startswith(f"{path}/")]
    problems = told(raw, path)
    return verdict(problems) if files or problems else "skip"


def test_every_name_and_kind_of_file_has_its_outcome(
    raw: RawSession, cases: dict[str, dict[str, str]]
) -> None:
    """Permissions apart, which need another user."""
    wrong = []
    for number, case in cases.items():
        if number in PERMISSIONS:
            continue
        path = f"cuba/statements/{printable_path(case['path'].removeprefix('batch/'))}"
        expected, found = OWN_WAY.get(number, case["expected_class"]), found_verdict(raw, path)
        wrong += [f"{number} {path!r}: {found} instead of {expected}"] * (found != expected)
    assert len(cases) > 50
    assert "\n".join(wrong) == ""


def test_nothing_behind_a_link_is_read(raw: RawSession) -> None:
    """Neither by name nor by folder; a hard link cannot be told from a file."""
    data = [file for file in raw.reviews[0].files if b"ZZOUTSIDESECRET" in (content_of(file) or b"")]
    assert not any("link_" in file.path for file in data)
    assert not any(b"root:x:0:0" in (content_of(file) or b"") for file in raw.reviews[0].files)


def test_every_name_can_be_printed(raw: RawSession) -> None:
    """No control character, no lone surrogate, one line."""
    for shown in [found.place.file for found in raw.problems] + [file.shown for file in raw.reviews[0].files]:
        assert shown.isprintable() or set(filterfalse_printable(shown)) <= set("\u200c\u200d")
        shown.encode("utf-8")


def filterfalse_printable(text: str) -> str:
    return "".join(char for char in text if not char.isprintable())


def test_what_may_not_be_read_is_a_problem(place: Path, cases: dict[str, dict[str, str]]) -> None:
    """As an ordinary user; the administrator may read everything."""
    assert cases
    statements = place / "session" / "cuba" / "statements"
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        listed = list_folder(statements, "s", "s")
        entries = {entry.name: entry for entry in listed.entries}
        refused = read_file(entries["unreadable.docx"])
        inside = list_folder(entries["unreadable_dir"].real, "s/unreadable_dir", "s/unreadable_dir")
    finally:
        os.seteuid(was)
    assert stat.S_IMODE((statements / "unreadable.docx").lstat().st_mode) == 0
    assert (refused.data, [found.code for found in refused.problems]) == (None, ["FI16"])
    assert [found.code for found in inside.problems] == ["FI16"]
