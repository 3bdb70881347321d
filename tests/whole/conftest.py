"""One build of the sample session, made by the command as a user would make it, for all tests here."""

from __future__ import annotations

import fcntl
import shutil
from pathlib import Path

import pytest

from tests.programs import presession


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory, sample: Path, worker_id: str) -> Path:
    """A folder with a copy of the sample session in inputs/upr30, built into output/.

    Processes that run tests at the same time share it: who comes first builds, the others wait.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "sample-session"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            shutil.copytree(sample, folder / "inputs" / "upr30")
            done = presession("build", "inputs/upr30", cwd=folder)
            assert done.returncode == 0, done.stdout + done.stderr
            (folder / "built").touch()
    return folder


@pytest.fixture(scope="session")
def built(workspace: Path) -> Path:
    return workspace / "output" / "upr30"
