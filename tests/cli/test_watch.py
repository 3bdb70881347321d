"""`build --watch`: a save is answered with a build and a line; a broken save with its problem."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from pathlib import Path

import pytest

from pipeline.watching import is_of_interest
from tests.cli.test_incremental import give
from tests.programs import PRESESSION, hearing_ctrl_c, presession
from tests.three_states import TEXT


@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_saves_are_answered_until_ctrl_c(tmp_path: Path) -> None:
    """A statement that is saved makes its State's pack anew; half a YAML file does not end it."""
    number = ("--number", "31", "--first-day", "2018-10-09")
    presession("new", "s/upr31", *number, "--state", "FR", "--state", "TV", cwd=tmp_path)
    give(tmp_path, "france", "yes", 1)
    with hearing_ctrl_c():
        running = subprocess.Popen(
            [*PRESESSION, "build", "s/upr31", "--watch", "--jobs", "1"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            process_group=0,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    lines = read_lines(running)
    try:
        assert lines.get(timeout=120).startswith("first build: made france, tuvalu (")
        told = until_all_are_counted(lines)
        assert any(" warning " in line for line in told)
        (tmp_path / "s/upr31/france/statements/.one.md.swp").write_text("a scrap")
        text = TEXT.format(state="France", number=2)
        (tmp_path / "s/upr31/france/statements/one.md").write_text(text, "utf-8")
        assert lines.get(timeout=120).startswith("france/statements/one.md: made france (")
        assert [line for line in until_all_are_counted(lines) if " note SF04: " not in line] == []
        (tmp_path / "s/upr31/france/statements/two.md").write_text("A file that nobody names.", "utf-8")
        assert lines.get(timeout=120).startswith("france/statements/two.md: ")
        [new] = until_all_are_counted(lines)
        assert "two.md: warning " in new
        (tmp_path / "s/upr31/tuvalu/review.yaml").write_text("state: [")
        assert lines.get(timeout=120).startswith("tuvalu/review.yaml: held back tuvalu (")
        assert "tuvalu/review.yaml:" in lines.get(timeout=60)
    finally:
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=120)
    assert (running.returncode, "Traceback" in told) == (0, False), told
    assert "Stopped watching" in told


def until_all_are_counted(lines: queue.Queue[str]) -> list[str]:
    """The lines of problems that are new, up to the one that counts all."""
    found: list[str] = []
    while "in all; a build without --watch shows them." not in (line := lines.get(timeout=60)):
        found.append(line)
    return found


def read_lines(running: subprocess.Popen[str]) -> queue.Queue[str]:
    found: queue.Queue[str] = queue.Queue()
    assert running.stdout is not None
    stream = running.stdout

    def read() -> None:
        for line in iter(stream.readline, ""):
            found.put(line)

    threading.Thread(target=read, daemon=True).start()
    return found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("s/cuba/statements/one.docx", True),
        ("s/session.yaml", True),
        ("s/cuba/~$one.docx", False),
        ("s/cuba/.one.md.swp", False),
        ("s/cuba/review.yaml~", False),
        ("s/cuba/4913", False),
        ("s/output/upr30/cuba/pack.pdf", False),
        ("elsewhere/one.docx", False),
    ],
)
def test_outputs_and_scraps_of_editors_start_nothing(name: str, wanted: bool) -> None:
    """Only what can change a build."""
    root = Path("/w")
    assert is_of_interest(root / name, [root / "s"], root / "s/output") is wanted
