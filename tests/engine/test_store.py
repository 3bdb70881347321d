"""What is kept: whole or not at all, for its user alone, and never what is private."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from pipeline.engine import Store

NAME = "a" * 64 + ".value"
OTHER = "b" * 64 + ".value"


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_what_is_put_is_got_by_another_build(tmp_path: Path) -> None:
    """Files and folders are its user's alone."""
    Store(tmp_path).put(NAME, b"data")
    assert Store(tmp_path).get(NAME) == b"data"
    [path] = files(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE((tmp_path / "results").stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-1], lambda d: b"", lambda d: d + b"x", lambda d: b"{" + d[1:]]
)
def test_a_damaged_entry_is_none(damage: object, tmp_path: Path) -> None:
    """Cut, emptied, lengthened, changed."""
    Store(tmp_path).put(NAME, b"some data")
    [path] = files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))  # type: ignore[operator]
    assert Store(tmp_path).get(NAME) is None


def test_an_entry_under_another_name_is_none(tmp_path: Path) -> None:
    """A whole entry that was copied stands for nothing else."""
    store = Store(tmp_path)
    store.put(NAME, b"data")
    store.put(OTHER, b"other")
    first, second = files(tmp_path)
    second.write_bytes(first.read_bytes())
    assert store.get(OTHER) is None


def test_what_is_private_never_touches_the_disk(tmp_path: Path) -> None:
    """It is there for this build and for no other."""
    store = Store(tmp_path)
    store.put(NAME, b"data", private=True)
    assert (store.get(NAME), Store(tmp_path).get(NAME), files(tmp_path)) == (b"data", None, [])


def test_a_folder_that_cannot_be_written_costs_time_alone(tmp_path: Path) -> None:
    """The build goes on in memory."""
    (tmp_path / "results").write_text("a file")
    store = Store(tmp_path)
    store.put(NAME, b"data")
    assert store.get(NAME) == b"data"


def test_what_nobody_used_for_long_goes(tmp_path: Path) -> None:
    """And the longest unused first where it is too much."""
    store = Store(tmp_path)
    store.put(NAME, b"data" * 100)
    [path] = files(tmp_path)
    os.utime(path, (1, 1))
    store.put(OTHER, b"data" * 100)
    assert store.prune() == 1
    assert (store.get(NAME), store.get(OTHER)) == (None, b"data" * 100)
    assert store.prune(most_bytes=10) == 1


def test_all_that_was_made_of_one_file_goes_with_it(tmp_path: Path) -> None:
    """By whatever build it was kept; what was made of other files stays."""
    owner, other = "c" * 64, "d" * 64
    Store(tmp_path).put(f"{owner}/{NAME}", b"read")
    Store(tmp_path).put(f"{owner}/{OTHER}", b"examined")
    Store(tmp_path).put(f"{other}/{NAME}", b"somebody else's")
    assert Store(tmp_path).get(f"{owner}/{OTHER}") == b"examined"
    assert all(
        stat.S_IMODE(folder.stat().st_mode) & 0o077 == 0 for folder in (tmp_path / "results").rglob("*")
    )
    Store(tmp_path).disown(owner)
    assert [path.read_bytes()[64:] for path in files(tmp_path)] == [b"somebody else's"]


def test_no_file_outside_is_reached_by_an_owner(tmp_path: Path) -> None:
    """A name that is no digest takes nothing away."""
    (tmp_path / "results" / "of").mkdir(parents=True)
    (tmp_path / "mine").write_bytes(b"x")
    Store(tmp_path).disown("../../mine")
    assert (tmp_path / "mine").exists()
