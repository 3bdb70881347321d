"""Publishing: everything is written beside the old output, made durable, and swapped in whole."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from pipeline.problems import OutputError

_NEW, _OLD = ".new", ".old"
_NOTHING: Mapping[str, bytes] = MappingProxyType({})
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def publish_folder(target: Path, files: Mapping[str, bytes], beside: Mapping[str, bytes] = _NOTHING) -> None:
    """Make `target` a folder of exactly `files` (name -> content), or leave it as it is.

    `beside` are files of the folder around it that speak of it (a manifest): they are ready before the
    exchange and take their places right after it. On Linux the exchange is one step; elsewhere two renames,
    and `recover` mends what a crash between them leaves. Raises OutputError.
    """
    new, old = _beside(target, _NEW), _beside(target, _OLD)
    with _output_errors(target), _without_scraps(new):
        target.parent.mkdir(parents=True, exist_ok=True)
        for leftover in (new, old):
            _remove(leftover)
        new.mkdir()
        _write({new / _safe(name): data for name, data in files.items()})
        _sync(new)
        ready = _prepared(target.parent, beside)
        back = _swap(new, target, old)
        with _undone(back):
            _take_places(ready)
        _sync(target.parent)
        for leftover in (new, old):
            _remove(leftover)


def publish_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Replace files in `folder`, each one whole and all of them in one go. Raises OutputError."""
    with _output_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _take_places(_prepared(folder, files))
        _sync(folder)


def remove_folder(target: Path, beside: Mapping[str, bytes] = _NOTHING) -> None:
    """Take away the published folder `target` in one step, if it is there; `beside` as in `publish_folder`.

    Raises OutputError.
    """
    scrap = _beside(target, _NEW)
    with _output_errors(target):
        _remove(scrap)
        if target.is_dir():
            ready = _prepared(target.parent, beside)
            target.rename(scrap)
            with _undone(lambda: scrap.rename(target)):
                _take_places(ready)
            _sync(target.parent)
            _remove(scrap)


def _prepared(folder: Path, files: Mapping[str, bytes]) -> list[tuple[Path, Path]]:
    """(Written file, its place) of those of `files` that are not in `folder` already."""
    due = {
        target: data
        for name, data in files.items()
        if not ((target := folder / _safe(name)).is_file() and target.read_bytes() == data)
    }
    written = {_beside(target, _NEW): data for target, data in due.items()}
    with _without_scraps(*written):
        _write(written)
    return list(zip(written, due, strict=True))


def _take_places(ready: Sequence[tuple[Path, Path]]) -> None:
    with _without_scraps(*(new for new, _ in ready)):
        for new, target in ready:
            new.replace(target)


@contextlib.contextmanager
def _without_scraps(*scraps: Path) -> Iterator[None]:
    """If it fails inside, take `scraps` away as far as the disk allows: a full one needs the room."""
    try:
        yield
    except OSError:
        for scrap in scraps:
            with contextlib.suppress(OSError):
                _remove(scrap)
        raise


@contextlib.contextmanager
def _undone(back: Callable[[], object]) -> Iterator[None]:
    """If it fails inside, go `back` to what was published before, so that it is as its manifest says."""
    try:
        yield
    except OSError:
        with contextlib.suppress(OSError):
            back()
        raise


@contextlib.contextmanager
def alone(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other builds out of `folder` meanwhile; `waiting` is called if one has to end first.

    Raises OutputError if the folder cannot be made. Without locks (Windows) builds are not kept apart.
    """
    with _output_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    with _output_errors(folder):
        handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle, waiting)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, waiting: Callable[[], None]) -> None:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        # some network disks have no locks; there builds are not kept apart
        return


def recover(folder: Path) -> None:
    """Mend what an interrupted publication left in `folder`: a missing old pack returns, scraps go."""
    if not folder.is_dir():
        return
    with _output_errors(folder):
        for old in sorted(folder.glob(f".*{_OLD}")):
            target = folder / old.name.removeprefix(".").removesuffix(_OLD)
            if target.exists():
                _remove(old)
            else:
                old.rename(target)
        for new in sorted(folder.glob(f".*{_NEW}")):
            _remove(new)


def sync_tree(folder: Path) -> None:
    """Make every file and folder below `folder` durable."""
    for path in sorted(folder.rglob("*")):
        _sync(path)
    _sync(folder)


def _beside(target: Path, ending: str) -> Path:
    return target.with_name(f".{target.name}{ending}")


def _safe(name: str) -> str:
    if Path(name).name != name or name in ("", ".", ".."):
        raise OutputError(f"{name!r} is not a file name.")
    return name


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all, have the system begin with each, then wait until all are on the disk."""
    with contextlib.ExitStack() as opened:
        handles = []
        for path, data in files.items():
            file = opened.enter_context(path.open("wb"))
            file.write(data)
            file.flush()
            handles.append(file.fileno())
            if hasattr(os, "posix_fadvise"):  # what is not needed any more is written at once
                os.posix_fadvise(handles[-1], 0, 0, os.POSIX_FADV_DONTNEED)
        for handle in handles:
            os.fsync(handle)


def _sync(path: Path) -> None:
    """Flush a file or folder to the disk; Windows cannot do it for folders and does not need it."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _swap(new: Path, target: Path, old: Path) -> Callable[[], object]:
    """Put `new` in the place of `target`; what undoes it."""
    if not target.exists():
        new.rename(target)
        return lambda: target.rename(new)
    if _exchange(new, target):
        return lambda: _exchange(new, target)
    target.rename(old)
    with _undone(lambda: old.rename(target)):
        new.rename(target)
    return lambda: (target.rename(new), old.rename(target))


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two paths in one step where the system can; False where it cannot."""
    if sys.platform != "linux":
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(
        call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_RENAME_EXCHANGE)) == 0
    )


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextlib.contextmanager
def _output_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise OutputError(
            f"{place} cannot be written: {reason}. The earlier files are untouched. "
            "Check the disk, the folder's rights and that no program holds a file open; then try again."
        ) from error
