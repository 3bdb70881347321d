"""Building again, in part, and with States that come, go or break: outputs, manifest and programme agree."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.programs import ALONE, PRESESSION, hearing_ctrl_c, presession


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new session of two States, built once."""
    folder = tmp_path_factory.mktemp("rebuilding")
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", "--state", "TV", cwd=folder)
    assert presession("build", "s/upr31", *ALONE, cwd=folder).returncode == 0
    return folder


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    return shutil.copytree(built, tmp_path / "copy")


def test_a_state_that_left_the_session_leaves_the_outputs(workspace: Path) -> None:
    """Its pack would otherwise be archived with a session that it is no part of."""
    (workspace / "s/upr31/tuvalu").rename(workspace / "s/upr31/_tuvalu")
    done = presession("build", "s/upr31", "--state", "FR", "--format", "json", cwd=workspace)
    assert json.loads(done.stdout)["removed"] == ["tuvalu"]
    assert not (workspace / "output/upr31/tuvalu").exists()
    assert presession("verify", "output/upr31", cwd=workspace).returncode == 0
    bag = presession("archive", "s/upr31", cwd=workspace)
    assert bag.returncode == 0
    assert not (workspace / "output/archive/upr31-room-draft-v1/data/tuvalu").exists()


def test_a_programme_with_all_states_is_not_replaced_by_one_without(workspace: Path) -> None:
    """While a review.yaml cannot be read, the earlier programme stays and the user is told."""
    programme = workspace / "output/upr31/programme.pdf"
    before = programme.read_bytes()
    (workspace / "s/upr31/tuvalu/review.yaml").write_text("state: [")
    done = presession("build", "s/upr31", "--state", "FR", cwd=workspace)
    assert "The programme cannot have tuvalu" in done.stdout
    assert programme.read_bytes() == before
    assert presession("verify", "output/upr31", cwd=workspace).returncode == 0


def test_each_pack_keeps_what_it_was_made_from(workspace: Path) -> None:
    """A change of session.yaml shows in the record of the State built after it, not in the others'."""
    session = workspace / "s/upr31/session.yaml"
    session.write_text(session.read_text("utf-8") + "# changed\n", "utf-8")
    assert (
        presession("build", ".", "--state", "FR", "--output", "../../output", cwd=session.parent).returncode
        == 0
    )
    manifest = json.loads((workspace / "output/upr31/manifest.json").read_bytes())
    states = manifest["states"]
    assert states["france"]["inputs"]["session.yaml"] == manifest["inputs"]["session.yaml"]
    assert states["tuvalu"]["inputs"]["session.yaml"] != manifest["inputs"]["session.yaml"]
    problems = json.loads((workspace / "output/upr31/problems.json").read_bytes())
    assert {entry["file"] for entry in problems} == {
        "session.yaml",
        "france/review.yaml",
        "tuvalu/review.yaml",
    }


@pytest.mark.parametrize("command", ["check", "build"])
def test_json_is_json_also_where_the_session_cannot_be_used(command: str, tmp_path: Path) -> None:
    """A program that reads standard output gets the problems too."""
    done = presession(command, ".", "--format", "json", cwd=tmp_path)
    assert done.returncode == 3
    assert [entry["code"] for entry in json.loads(done.stdout)["problems"]] == ["YA06"]


@pytest.mark.parametrize(("language", "code"), [("EN", 0), ("en-GB", 0), ("English", 0), ("xx", 2)])
def test_a_language_is_known_in_any_writing_or_refused(language: str, code: int, tmp_path: Path) -> None:
    """Never taken for another one in silence."""
    (tmp_path / "s.txt").write_text("We recommend that the Government of Cuba:\n\n- ratify the Covenant;\n")
    done = presession("extract", "s.txt", "--language", language, "--format", "json", cwd=tmp_path)
    assert done.returncode == code, done.stderr
    assert code or json.loads(done.stdout)["recommendations"][0]["text"] == "ratify the Covenant"


def test_a_first_day_at_the_end_of_time_is_a_wrong_command_line(tmp_path: Path) -> None:
    """No calendar goes on after it."""
    done = presession(
        "new", "x", "--number", "31", "--first-day", "9999-12-31", "--state", "FR", cwd=tmp_path
    )
    assert done.returncode == 2


@pytest.mark.skipif(os.name != "posix", reason="needs process groups")
@pytest.mark.parametrize("seconds", [0.7, 1.5])
def test_ctrl_c_ends_with_130_and_no_traceback(seconds: float, sample: Path, tmp_path: Path) -> None:
    """As on a terminal, it reaches every process of the command, also those that are only starting.

    The whole sample session on one worker takes far longer than the seconds before the signal.
    """
    with hearing_ctrl_c():
        running = subprocess.Popen(
            [*map(str, PRESESSION), "build", str(sample), "--output", "other", "--jobs", "1"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
        )
    time.sleep(seconds)
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in told
