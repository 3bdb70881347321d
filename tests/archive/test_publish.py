"""Publishing swaps whole folders and never leaves half of one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.archive import publish, publish_files, publish_folder, recover
from pipeline.problems import OutputError


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_folder_is_published_with_exactly_the_files_given(tmp_path: Path) -> None:
    """What was there before and is not made any more goes."""
    target = tmp_path / "upr30" / "cuba"
    publish_folder(target, {"pack.pdf": b"one", "old.csv": b"x"})
    publish_folder(target, {"pack.pdf": b"two"})
    assert content(target) == {"pack.pdf": b"two"}
    assert [path.name for path in target.parent.iterdir()] == ["cuba"]


@pytest.mark.parametrize("exchange", [True, False], ids=["in one step", "by two renames"])
def test_both_ways_of_swapping_end_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchange: bool
) -> None:
    """Systems without an exchange of two paths get the same result."""
    if not exchange:
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    target = tmp_path / "cuba"
    publish_folder(target, {"a": b"1"})
    publish_folder(target, {"a": b"2"})
    assert content(target) == {"a": b"2"}


@pytest.mark.parametrize("step", ["_write", "_sync", "_swap"])
def test_a_failure_on_the_way_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """A full disk in the middle is an OutputError with a way out; the old pack stays whole."""
    target = tmp_path / "cuba"
    publish_folder(target, {"pack.pdf": b"old"})

    def full(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(publish, step, full)
    with pytest.raises(OutputError, match="no space left on device"):
        publish_folder(target, {"pack.pdf": b"new"})
    assert content(target) == {"pack.pdf": b"old"}


def test_an_interrupted_swap_is_mended_by_the_next_run(tmp_path: Path) -> None:
    """Between two renames the old pack lies aside; it returns, and scraps of the new one go."""
    (tmp_path / ".cuba.old").mkdir()
    (tmp_path / ".cuba.old" / "pack.pdf").write_bytes(b"old")
    (tmp_path / ".germany.new").mkdir()
    recover(tmp_path)
    assert content(tmp_path / "cuba") == {"pack.pdf": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["cuba"]


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    """A name with a way out of the folder is refused."""
    with pytest.raises(OutputError):
        publish_folder(tmp_path / "cuba", {"../evil": b""})
    with pytest.raises(OutputError):
        publish_files(tmp_path / "cuba", {"a/b": b""})


def test_a_read_only_folder_is_told_in_a_sentence(tmp_path: Path) -> None:
    """The message names the folder and what to do."""
    if os.geteuid() == 0:
        target = tmp_path / "file"
        target.write_bytes(b"")
    else:
        target = tmp_path / "locked"
        target.mkdir(mode=0o500)
    with pytest.raises(OutputError, match="cannot be written"):
        publish_folder(target / "cuba", {"a": b""})


def test_unchanged_single_files_are_not_written_again(tmp_path: Path) -> None:
    """Their time stays, so that a synchroniser does not copy them again."""
    publish_files(tmp_path, {"programme.pdf": b"same"})
    before = (tmp_path / "programme.pdf").stat().st_mtime_ns
    publish_files(tmp_path, {"programme.pdf": b"same", "calendar.ics": b"new"})
    assert (tmp_path / "programme.pdf").stat().st_mtime_ns == before
