"""Building again: only what changed is done, and the outputs are those of a build from nothing."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.programs import ALONE, give_fonts, presession
from tests.three_states import TEXT

SPEAKER = """
speakers:
  - name: Sample Speaker
    role: lawyer
    organisation: {{name: Sample Centre, kind: CSO}}
    floor: 5
    statement: statements/one.md
    language: en
    consent: {{name: yes, photo: no, bio: no, organisation: yes, statement: {agreed}}}
"""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a made-up session of two States that have a statement each."""
    folder = tmp_path_factory.mktemp("workspace")
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", "--state", "TV", cwd=folder)
    for state in ("france", "tuvalu"):
        give(folder, state, "yes", 1)
    return folder


def give(workspace: Path, state: str, agreed: str, number: int) -> None:
    """A speaker with a statement for `state`; `agreed`, yes or no, is the consent to show it."""
    folder = workspace / "s/upr31" / state
    review = (folder / "review.yaml").read_text("utf-8").split("\nspeakers:")[0]
    (folder / "review.yaml").write_text(review + SPEAKER.format(agreed=agreed), "utf-8")
    (folder / "statements").mkdir(exist_ok=True)
    text = TEXT.format(state=state.capitalize(), number=number)
    (folder / "statements/one.md").write_text(text, "utf-8")


def build(workspace: Path, cache: Path, *arguments: str) -> dict[str, Any]:
    """A build that keeps its results in `cache`, with the fonts that are slow to make there already."""
    give_fonts(cache)
    env = {"XDG_CACHE_HOME": str(cache)}
    arguments = (*ALONE, "--explain", "--format", "json", *arguments)
    done = presession("build", "s/upr31", *arguments, cwd=workspace, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def done(built: dict[str, Any]) -> set[str]:
    return {f"{r['doing']} {r['folder']}" for r in built["reasons"] if r["due"]}


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_after_one_statement_changed_its_state_alone_is_made(session: Path, tmp_path: Path) -> None:
    """It is read, examined and its pack is made; nothing at all is done when nothing changed."""
    give(session, "france", "yes", 1)
    build(session, tmp_path)
    assert build(session, tmp_path)["reasons"] == []
    give(session, "france", "yes", 2)
    again = build(session, tmp_path)
    assert done(again) == {"reading france", "examining france", "making france"}
    assert again["made_anew"] == ["france"]


def test_damaged_entries_and_outputs_are_made_again(session: Path, tmp_path: Path) -> None:
    """Whatever is cut short or changed, in the cache or among the packs."""
    build(session, tmp_path)
    whole = hashes(session / "output/upr31")
    for number, path in enumerate(sorted((tmp_path / "presession/results").rglob("*"))):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: -1 - number % 7])
    next((session / "output/upr31/tuvalu").glob("*.pdf")).write_bytes(b"%PDF")
    assert set(build(session, tmp_path)["made_anew"]) == {"france", "tuvalu"}
    assert hashes(session / "output/upr31") == whole


def test_what_nobody_may_see_is_not_in_the_cache(session: Path, tmp_path: Path) -> None:
    """Neither from the beginning nor after consent was taken back."""
    give(session, "france", "yes", 777_001)
    build(session, tmp_path)
    assert holds(tmp_path, b"777001")
    give(session, "france", "no", 777_001)
    build(session, tmp_path)
    assert not holds(tmp_path, b"777001")


def test_what_was_withdrawn_goes_from_the_cache_whoever_put_it_there(session: Path, tmp_path: Path) -> None:
    """Also what `check` kept, and what was kept for another output folder."""
    env = {"XDG_CACHE_HOME": str(tmp_path)}
    give(session, "france", "yes", 777_002)
    assert presession("check", "s/upr31", cwd=session, env=env).returncode == 0
    assert holds(tmp_path, b"777002")
    give(session, "france", "no", 777_002)
    build(session, tmp_path, "--output", "elsewhere")
    assert not holds(tmp_path, b"777002")


def holds(folder: Path, words: bytes) -> bool:
    return any(words in path.read_bytes() for path in folder.rglob("*") if path.is_file())


EDITS = st.lists(
    st.tuples(st.sampled_from(["france", "tuvalu"]), st.sampled_from(["yes", "no"]), st.integers(1, 2)),
    min_size=1,
    max_size=2,
)


@settings(max_examples=2, deadline=None, suppress_health_check=list(HealthCheck))
@given(edits=EDITS)
def test_any_edits_then_building_again_is_building_from_nothing(
    edits: list[tuple[str, str, int]], session: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Byte for byte, in every output."""
    cache, empty = tmp_path_factory.mktemp("cache"), tmp_path_factory.mktemp("empty")
    for edit in edits:
        give(session, *edit)
        build(session, cache)
    again = hashes(session / "output/upr31")
    shutil.rmtree(session / "output")
    build(session, empty)
    assert hashes(session / "output/upr31") == again
