"""`presession status`: the same reasons as a build gives, without building."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.programs import own_cache, presession

LOADED = """
import sys
from pathlib import Path
from pipeline import standing
from pipeline.models.build import Options
standing.status(Path("s/upr31"), Options())
print(sorted({"reportlab", "docx", "pebble"} & sys.modules.keys()))
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new session of two States, of which one is built."""
    folder = tmp_path_factory.mktemp("workspace")
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", "--state", "TV", cwd=folder)
    assert presession("build", "s/upr31", "--state", "FR", cwd=folder, env=own_cache(folder)).returncode == 0
    return folder


def status(folder: Path) -> dict[str, Any]:
    done = presession("status", "s/upr31", "--format", "json", cwd=folder, env=own_cache(folder))
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_it_tells_what_is_due_and_what_stands(workspace: Path) -> None:
    """The State that was built is up to date, the other has no pack; nothing is written."""
    before = sorted(path for path in workspace.rglob("*") if "cache" not in path.parts)
    found = status(workspace)
    assert [(s["folder"], s["pack"], s["due"]) for s in found["states"]] == [
        ("france", "whole", 0),
        ("tuvalu", "none", 1),
    ]
    assert {r["why"] for r in found["reasons"] if r["folder"] == "tuvalu"} == {"not done before"}
    assert sorted(path for path in workspace.rglob("*") if "cache" not in path.parts) == before


def test_a_pack_that_was_touched_is_due(workspace: Path) -> None:
    """Its files are not as they were made, and so a build would make them again."""
    pack = next((workspace / "output/upr31/france").glob("*.html"))
    data = pack.read_bytes()
    pack.write_bytes(data + b" ")
    try:
        found = status(workspace)
        assert found["states"][0]["pack"] == "damaged"
        assert "its files are not as they were made" in {r["why"] for r in found["reasons"]}
    finally:
        pack.write_bytes(data)


def test_in_words_it_ends_with_a_sum(workspace: Path) -> None:
    """People get a line for each State."""
    told = presession("status", "s/upr31", cwd=workspace, env=own_cache(workspace)).stdout
    assert "france: draft pack; up to date." in told
    assert "tuvalu: no pack; 1 piece(s) of work to do." in told
    assert "1 of 2 pack(s) stand whole" in told


def test_final_packs_that_would_be_refused_are_told(workspace: Path) -> None:
    """As `build --final` refuses them: speakers are awaited, session.yaml has gaps, no pack would be made."""
    told = presession(
        "status", "s/upr31", "--final", "--format", "json", cwd=workspace, env=own_cache(workspace)
    )
    found = json.loads(told.stdout)
    errors = {problem["code"] for problem in found["problems"] if problem["severity"] == "error"}
    assert errors == {"RV08", "FO09"}
    assert [each["held"] for each in found["states"]] == [True, True]
    assert [reason["name"] for reason in found["reasons"] if reason["due"]] == []


def test_a_refused_final_build_leaves_drafts_as_they_stand(workspace: Path) -> None:
    """The drafts were not made again and not touched: they are still up to date."""
    refused = presession("build", "s/upr31", "--final", cwd=workspace, env=own_cache(workspace))
    assert refused.returncode == 3
    assert [(s["folder"], s["pack"], s["due"]) for s in status(workspace)["states"]] == [
        ("france", "whole", 0),
        ("tuvalu", "none", 1),
    ]
    again = presession("build", "s/upr31", "--state", "FR", cwd=workspace, env=own_cache(workspace))
    assert "(1 of them unchanged)" in again.stdout


def test_it_loads_no_writer(workspace: Path) -> None:
    """Neither the libraries of PDF and DOCX nor those of workers."""
    run = [sys.executable, "-c", LOADED]
    root = str(Path(__file__).resolve().parents[2])
    done = subprocess.run(  # noqa: PLW1510
        run, cwd=workspace, capture_output=True, text=True, env={"PYTHONPATH": root, **own_cache(workspace)}
    )
    assert done.stdout.strip() == "[]", done.stderr
