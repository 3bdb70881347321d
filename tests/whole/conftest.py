"""One build of the sample session, made by the command as a user would make it, for all tests here."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.programs import presession


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """A folder with a copy of the sample session in inputs/upr30, built into output/."""
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(sample, folder / "inputs" / "upr30")
    done = presession("build", "inputs/upr30", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def built(workspace: Path) -> Path:
    return workspace / "output" / "upr30"
