"""A build that is killed at any moment leaves whole packs, old or new, that are as the manifest says."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.programs import PRESESSION, own_cache, presession
from tests.three_states import edit, faults, make_session, scraps

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")

KILLS = int(os.environ.get("PRESESSION_KILLS", "8"))
"""As many as `make kill` says; fewer in `make test`."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A session of three States with a statement each, built once."""
    folder = tmp_path_factory.mktemp("killed")
    make_session(folder)
    return folder


def killed_after(workspace: Path, seconds: float, whole: bool) -> bool:
    """Start a build in a session of its own and kill it; whether it was still at work. No child is left."""
    building = subprocess.Popen(
        [*PRESESSION, "build", "s/upr31"],
        cwd=workspace,
        env={**os.environ, **own_cache(workspace)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with contextlib.suppress(subprocess.TimeoutExpired):
        building.wait(seconds)
    alive = building.poll() is None
    if alive and whole:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(building.pid, signal.SIGKILL)
    building.kill()
    building.wait()
    end = time.monotonic() + 20
    while (left := list(processes_of(building.pid))) and time.monotonic() < end:
        time.sleep(0.05)
    assert not left, f"children outlived the build: {left}"
    return alive


def processes_of(session: int) -> Iterator[int]:
    """Running processes of a session."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                fields = (entry / "stat").read_text("latin-1").rpartition(")")[2].split()
                if int(fields[3]) == session and fields[0] != "Z":
                    yield int(entry.name)


def test_packs_are_whole_and_as_the_manifest_says_whenever_a_build_is_killed(workspace: Path) -> None:
    """SIGKILL at random moments, of the command alone or with its workers; then a build that ends well."""
    output, chance = workspace / "output/upr31", random.Random(31)
    edit(workspace, 1)
    began = time.monotonic()
    assert presession("build", "s/upr31", cwd=workspace, env=own_cache(workspace)).returncode == 0
    length = time.monotonic() - began
    stopped = 0
    for number in range(KILLS):
        edit(workspace, number + 2)
        moment = length * (number + chance.random()) / KILLS
        stopped += killed_after(workspace, moment, whole=number % 2 == 0)
        assert faults(output) == [], f"killed after {moment:.2f} s"
    assert stopped >= KILLS // 2, "builds ended before they could be killed"
    done = presession("build", "s/upr31", cwd=workspace, env=own_cache(workspace))
    assert done.returncode == 0, done.stdout + done.stderr
    assert faults(output) == []
    assert presession("verify", "output/upr31", cwd=workspace).returncode == 0
    assert not scraps(output), "scraps of killed builds are left"
    text = (output / "cuba/UPR31-Cuba-recommendations.csv").read_text("utf-8-sig")
    assert f"treaty {KILLS + 1}" in text


def test_a_build_that_read_older_files_does_not_undo_a_newer_one(workspace: Path) -> None:
    """It waits, sees that another has published meanwhile and that files changed, and reads them again."""
    import fcntl

    output = workspace / "output/upr31"
    edit(workspace, 101)
    handle = os.open(output, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        older = subprocess.Popen(
            [*PRESESSION, "build", "s/upr31"],
            cwd=workspace,
            env={**os.environ, **own_cache(workspace)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert older.stdout is not None
        for line in older.stdout:
            if "waiting until another build" in line:
                break
        edit(workspace, 102)
        manifest = output / "manifest.json"
        manifest.write_bytes(manifest.read_bytes() + b"\n")  # the other build publishes
    finally:
        os.close(handle)
    rest = older.communicate(timeout=120)[0]
    assert older.returncode == 0, rest
    text = (output / "cuba/UPR31-Cuba-recommendations.csv").read_text("utf-8-sig")
    assert "treaty 102" in text
    assert faults(output) == []
