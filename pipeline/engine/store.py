"""Results kept on the disk under the hash of what they were made from: checked when read, pruned with age.

An entry that is damaged, cut short, foreign or unreadable is no entry: its result is made again. A store
that cannot be written costs time, nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.problems import OutputError

__all__ = ["Store", "empty", "store_folder"]

MOST_BYTES = 1_000_000_000
MOST_SECONDS = 90 * 86_400
_FRESH_SECONDS = 86_400
_DIGEST = 64
_NAME = re.compile(r"(?:([0-9a-f]{64})/)?([0-9a-f]{64}(?:\.[a-z]+)?)")
_OWNED = "of"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_COUNT = itertools.count()


def store_folder() -> Path | None:
    """The user's own cache folder for presession, None where there is no home to put one in.

    XDG Base Directory Specification 0.8: $XDG_CACHE_HOME, which has to be an absolute path, else ~/.cache.
    """
    base = os.environ.get("XDG_CACHE_HOME") or ""
    try:
        folder = Path(base) if base.startswith("/") else Path.home() / ".cache"
    except RuntimeError:
        return None
    return folder / "presession"


class Store:
    """Bytes by name. `folder` None keeps everything in memory alone, for the time of one build.

    Names are keys (SHA-256 in hex) with an ending; so nothing can be learnt from them. Before the key can
    stand, with a "/", the SHA-256 of the file it was made from. What is `private` never touches the disk.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder / "results" if folder else None
        self._memory: dict[str, bytes] = {}
        self.written = 0

    def get(self, name: str) -> bytes | None:
        """What is kept under `name`; None if there is nothing or it is not whole."""
        if name in self._memory:
            return self._memory[name]
        if self._folder is None:
            return None
        path = self._path(self._folder, name)
        try:
            content = path.read_bytes()
        except OSError:
            return None
        data = content[_DIGEST:]
        if content[:_DIGEST] != _seal(name, data):
            return None
        _touch(path)
        return data

    def put(self, name: str, data: bytes, private: bool = False) -> None:
        """Keep `data` under `name`: written beside and renamed, so that nobody reads half of it."""
        if private or self._folder is None or not self._write(self._path(self._folder, name), name, data):
            self._memory[name] = data

    def forget(self, name: str) -> None:
        """Take an entry away that cannot be used."""
        self._memory.pop(name, None)
        if self._folder is not None:
            with contextlib.suppress(OSError, ValueError):
                self._path(self._folder, name).unlink(missing_ok=True)

    def disown(self, owner: str) -> None:
        """Take everything off the disk that was made from the file of that SHA-256, by whatever build."""
        import shutil

        if self._folder is not None and _NAME.fullmatch(owner):
            shutil.rmtree(self._folder / _OWNED / owner, ignore_errors=True)

    def prune(self, most_bytes: int = MOST_BYTES, most_seconds: int = MOST_SECONDS) -> int:
        """Take away what nobody used for long, and the longest unused above the limit; how many went."""
        if self._folder is None:
            return 0
        entries = sorted(_entries(self._folder))
        limit, total, gone = time.time() - most_seconds, sum(size for _, size, _ in entries), 0
        for used, size, path in entries:
            if used >= limit and total <= most_bytes:
                break
            with contextlib.suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - plain paths: there may be very many
            total, gone = total - size, gone + 1
        return gone

    def _path(self, folder: Path, name: str) -> Path:
        match = _NAME.fullmatch(name)
        if match is None:
            raise ValueError("not a name of the store")
        owner, key = match.groups()
        return folder / _OWNED / owner / key if owner else folder / key[:2] / key[2:]

    def _write(self, path: Path, name: str, data: bytes) -> bool:
        beside = f"{path.parent}/.{os.getpid()}-{next(_COUNT)}"
        try:
            _make_private(path.parent)
            with open(os.open(beside, _NEW, 0o600), "wb") as stream:  # noqa: PTH123
                stream.write(_seal(name, data) + data)
            os.replace(beside, path)  # noqa: PTH105
        except OSError:
            with contextlib.suppress(OSError):
                os.unlink(beside)  # noqa: PTH108
            return False
        self.written += 1
        return True


def empty(folder: Path) -> tuple[int, int]:
    """Take away everything below `folder`, also what other versions kept; how many files and bytes it was.

    Raises OutputError if something is left, since it may be of a statement that must leave this computer.
    """
    import shutil

    sizes = [size for _, size, _ in _entries(folder)]
    shutil.rmtree(folder, ignore_errors=True)
    if left := [path for _, _, path in _entries(folder)]:
        raise OutputError(
            f"{len(left)} file(s) of {folder} cannot be taken away. Check the disk, the folder's rights "
            "and that no program holds a file open; then clean again."
        )
    return len(sizes), sum(sizes)


def _seal(name: str, data: bytes) -> bytes:
    """The digest that stands before the data: of the name too, so that no entry stands for another."""
    return hashlib.sha256(name.encode() + b"\n" + data).hexdigest().encode()


def _make_private(folder: Path) -> None:
    """Make `folder`, for its user alone, if it is not there."""
    if not folder.is_dir():
        outside = folder.parents[2] if folder.parent.name == _OWNED else folder.parents[1]
        outside.mkdir(parents=True, exist_ok=True)
        for each in (*reversed(folder.parents[: len(folder.parts) - len(outside.parts) - 1]), folder):
            each.mkdir(mode=0o700, exist_ok=True)


def _touch(path: Path) -> None:
    """Remember that an entry was used, once a day."""
    with contextlib.suppress(OSError):
        if path.stat().st_mtime < time.time() - _FRESH_SECONDS:
            os.utime(path)


def _entries(folder: Path) -> Iterator[tuple[float, int, str]]:
    """(Last use, bytes, path) of every file below `folder`."""
    for parent, _, names in os.walk(folder):
        for name in names:
            path = f"{parent}/{name}"
            with contextlib.suppress(OSError):
                status = os.lstat(path)
                yield status.st_mtime, status.st_size, path
