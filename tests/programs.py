"""Outside programs that tests look at outputs with; a missing one fails in CI and skips elsewhere."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from pipeline.engine import store_folder

PRESESSION = [sys.executable, "-m", "pipeline"]
ALONE = ("--jobs", "1")
"""For a build of few States that is not about workers: each of them has to warm up for itself."""


def program(name: str) -> str:
    found = shutil.which(name)
    if found:
        return found
    message = f"{name} is not installed (tools/test-programs says how)"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def presession(
    *arguments: str | Path, cwd: Path, data: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as a user does."""
    done = subprocess.run(
        [*PRESESSION, *map(str, arguments)],
        cwd=cwd,
        input=data,
        capture_output=True,
        check=False,
        timeout=600,
        env={**os.environ, **(env or {})},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def own_cache(folder: Path) -> dict[str, str]:
    """An environment in which results are kept below `folder` alone.

    Fonts that were made already are copied there: they are slow to make, and nothing of a session is in them.
    """
    if not (folder / "cache").exists():
        give_fonts(folder / "cache")
    return {"XDG_CACHE_HOME": str(folder / "cache")}


def give_fonts(cache: Path) -> None:
    """Copy the fonts that were made already into `cache`: no worker may read where a link leads."""
    made, place = store_folder(), cache / "presession" / "fonts"
    if made and (made / "fonts").is_dir() and not place.exists():
        shutil.copytree(made / "fonts", place)


@contextlib.contextmanager
def hearing_ctrl_c() -> Iterator[None]:
    """What is started here answers a Ctrl-C also where the tests run in the background, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def pdf_text(file: Path, *options: str) -> str:
    """What pdftotext prints of a PDF."""
    done = subprocess.run(
        [program("pdftotext"), *options, str(file), "-"], capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode("utf-8")


def run_program(name: str, *arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [program(name), *map(str, arguments)], cwd=cwd, capture_output=True, check=False, timeout=300
    )


def is_subsequence(wanted: Sequence[str], found: Sequence[str]) -> str | None:
    """None if every word of `wanted` stands in `found` in order; else the first that does not, with context."""
    rest = iter(enumerate(found))
    for index, word in enumerate(wanted):
        if not any(word == other for _, other in rest):
            return (
                " ".join(wanted[max(0, index - 6) : index])
                + f" >>{word}<< "
                + " ".join(wanted[index + 1 : index + 4])
            )
    return None
