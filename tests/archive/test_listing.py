"""problems.json and the manifest hold no path of this computer, and keep what they said of other States."""

from __future__ import annotations

import json
from pathlib import Path

from pipeline.archive import (
    PROBLEMS,
    described_templates,
    earlier_problems,
    merged_problems,
    publish_folder,
    remove_folder,
)
from pipeline.models.raw import RawReview, RawSession
from pipeline.problems import Place, Problem, problem


def session(shown: str) -> RawSession:
    reviews = tuple(RawReview(name, None, (), Place(f"{shown}/{name}")) for name in ("cuba", "tuvalu"))
    return RawSession("upr30", shown, None, reviews)


def found(file: str) -> Problem:
    return problem("SF03", Place(file))


def test_wherever_the_command_is_started_the_bytes_are_the_same(tmp_path: Path) -> None:
    """Absolute, relative and "." give one and the same file."""
    made = {
        merged_problems(tmp_path, session(shown), ("cuba",), [found(f"{shown}/cuba/review.yaml")])
        for shown in ("/home/somebody/inputs/upr30", "inputs/upr30", ".")
    }
    assert len(made) == 1
    assert json.loads(made.pop())[0]["file"] == "cuba/review.yaml"


def test_what_was_said_of_a_state_not_built_this_time_stays(tmp_path: Path) -> None:
    """And what was said of the State that is built now is replaced; damaged entries go."""
    first = [found("s/cuba/a"), found("s/tuvalu/b")]
    (tmp_path / PROBLEMS).write_bytes(merged_problems(tmp_path, session("s"), ("cuba", "tuvalu"), first))
    second = merged_problems(tmp_path, session("s"), ("cuba",), [found("s/cuba/c")])
    assert [entry["file"] for entry in json.loads(second)] == ["cuba/c", "tuvalu/b"]
    [kept] = earlier_problems(tmp_path, session("s"), ("cuba",))
    assert (kept.code, kept.place.file, kept.what) == ("SF03", "tuvalu/b", found("x").what)
    (tmp_path / PROBLEMS).write_text('[{"file": "tuvalu/b", "code": 3}, 7]')
    assert json.loads(merged_problems(tmp_path, session("s"), ("cuba",), [])) == []


def test_templates_of_every_layer_are_told_apart_without_their_place() -> None:
    """A workspace's own file does not hide the default of the same name."""
    files = (("templates/pack.yaml", "1"), ("/home/somebody/templates/pack.yaml", "2"))
    assert described_templates(files) == {"templates/pack.yaml": "1", "templates/pack.yaml#2": "2"}


def test_a_folder_taken_away_leaves_nothing(tmp_path: Path) -> None:
    """Neither itself nor scraps; taking away what is not there is no error."""
    publish_folder(tmp_path / "cuba", {"pack.pdf": b"1"})
    remove_folder(tmp_path / "cuba")
    remove_folder(tmp_path / "cuba")
    assert list(tmp_path.iterdir()) == []
