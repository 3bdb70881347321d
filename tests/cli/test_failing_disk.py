"""A full, read-only or broken disk: a sentence, exit code 4, and the packs that were there stay whole."""

from __future__ import annotations

import errno
import os
import random
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.engine import store
from pipeline.problems import OutputError
from tests.programs import PRESESSION, own_cache, presession
from tests.three_states import TEXT, THANKS, edit, faults, make_session, scraps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="errors and limits of POSIX")
ROOT = Path(__file__).resolve().parents[2]
FAILURES = int(os.environ.get("PRESESSION_KILLS", "5"))
"""As many as `make kill` says; fewer in `make test`."""
IN_DOUBT = TEXT.removeprefix(THANKS)
"""What language this is in a worker asks a detector, which it unpacks into a file of its own."""
ERRORS = ("ENOSPC", "EROFS", "EDQUOT", "EIO")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of three States, built once."""
    folder = tmp_path_factory.mktemp("disk")
    make_session(folder)
    return folder


def failing(
    workspace: Path, folder: str, number: int, error: str, *arguments: str
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run presession while `folder` fails from its change of that number on; also how many changes were asked."""
    program = [sys.executable, "-m", "tests.failing_disk", folder, str(number), error, *arguments]
    env = {**os.environ, **own_cache(workspace), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        program, cwd=workspace, env=env, capture_output=True, text=True, timeout=300, check=False
    )
    said, _, count = done.stderr.rstrip().rpartition("\n")
    return subprocess.CompletedProcess(program, done.returncode, done.stdout, said), int(count)


def tells(done: subprocess.CompletedProcess[str], error: str) -> None:
    """One sentence with the system's reason, exit code 4, and no report of a fault of ours."""
    assert done.returncode == 4, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    assert "has a fault" not in done.stderr
    assert "cannot be written" in done.stderr
    assert os.strerror(getattr(errno, error)).lower() in done.stderr


def built_last(output: Path) -> int:
    """The number of the edit that all packs are of."""
    texts = [path.read_text("utf-8-sig") for path in sorted(output.glob("*/*-recommendations.csv"))]
    (number,) = {int(found) for text in texts for found in re.findall(r"ratify treaty (\d+)", text)}
    return number


def test_packs_stay_whole_whenever_the_disk_of_the_outputs_fails(workspace: Path) -> None:
    """At every step of publishing, with every error: what lies there is as the manifest says; later all is built."""
    output, chance = workspace / "output/upr31", random.Random(4)
    edit(workspace, 1)
    done, steps = failing(workspace, "output", 0, "EIO", "build", "s/upr31")
    assert done.returncode == 0, done.stderr
    failed = 0
    for number in range(FAILURES):
        edit(workspace, number + 2)
        error = ERRORS[number % len(ERRORS)]
        step = chance.randint(1, steps // (2 if error in ("ENOSPC", "EDQUOT") else 1))
        done, _ = failing(workspace, "output", step, error, "build", "s/upr31")
        if done.returncode == 0:  # what was to be taken away last may stay
            assert built_last(output) == number + 2, f"{error} from change {step}"
        else:
            tells(done, error)
            failed += 1
        assert faults(output) == [], f"{error} from change {step}"
        if error in ("ENOSPC", "EDQUOT"):
            assert not scraps(output), "scraps take the room of a full disk"
    assert failed >= FAILURES // 2, "builds ended before the disk failed"
    done = presession("build", "s/upr31", cwd=workspace, env=own_cache(workspace))
    assert done.returncode == 0, done.stdout + done.stderr
    assert faults(output) == []
    assert not scraps(output)
    assert built_last(output) == FAILURES + 1


@pytest.mark.parametrize(
    ("size", "text"), [(2_000, TEXT), (60_000, TEXT), (2_000_000, IN_DOUBT)], ids=["2000", "60000", "2000000"]
)
def test_a_file_that_is_cut_off_while_it_is_written_is_never_published(
    workspace: Path, size: int, text: str
) -> None:
    """The limit of a file's size stands for a disk that gets full in the middle of one, also a worker's own."""
    output = workspace / "output/upr31"
    edit(workspace, size, text)
    env = {**os.environ, **own_cache(workspace)}
    done = subprocess.run(
        [*PRESESSION, "build", "s/upr31"],
        cwd=workspace,
        env=env,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )
    tells(done, "EFBIG")
    assert faults(output) == []
    assert not scraps(output)


def test_a_cache_that_cannot_be_written_costs_time_and_nothing_else(workspace: Path) -> None:
    """The build ends well, and says nothing of it."""
    edit(workspace, 900)
    done, _ = failing(workspace, "cache", 1, "ENOSPC", "build", "s/upr31")
    assert done.returncode == 0, done.stderr
    assert faults(workspace / "output/upr31") == []


@pytest.mark.parametrize(
    ("folder", "number", "arguments"),
    [
        ("log.txt", 1, "build s/upr31 --log-file log.txt"),
        ("s", 1, "review s/upr31"),
        ("s", 2, "review s/upr31"),
        ("new", 1, "new new/upr32 --number 32 --first-day 2019-01-21 --state FR"),
        ("new", 4, "new new/upr32 --number 32 --first-day 2019-01-21 --state FR"),
        ("output", 1, "archive output/upr31"),
        ("output", 5, "archive output/upr31"),
        ("output", 1, "print-run s/upr31"),
        ("output", 3, "print-run s/upr31"),
        ("s", 1, "withdraw s/upr31 --state FR --speaker 1"),
    ],
)
def test_every_command_that_writes_tells_of_a_full_disk(
    workspace: Path, folder: str, number: int, arguments: str
) -> None:
    """From its first change on, and from a later one where it makes several."""
    done, _ = failing(workspace, folder, number, "ENOSPC", *arguments.split())
    tells(done, "ENOSPC")
    assert faults(workspace / "output/upr31") == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
@pytest.mark.parametrize("arguments", ["--help", "check s/upr31", "build s/upr31 --format json"])
def test_what_cannot_be_printed_is_told_without_a_fault(workspace: Path, arguments: str) -> None:
    """`presession check > report.txt` on a full disk."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PRESESSION, *arguments.split()],
            cwd=workspace,
            env={**os.environ, **own_cache(workspace)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=300,
            check=False,
        )
    assert (done.returncode, "has a fault" in done.stderr, "Exception ignored" in done.stderr) == (
        4,
        False,
        False,
    )
    assert "cannot be written: no space left on device" in done.stderr


def test_clean_tells_what_it_could_not_take_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is used where a statement must leave a computer: nobody may believe that it did."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results/kept").write_bytes(b"words")
    monkeypatch.setattr("shutil.rmtree", lambda *arguments, **named: None)
    with pytest.raises(OutputError, match="1 file"):
        store.empty(tmp_path)
