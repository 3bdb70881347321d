"""One folder at a time, without trust: names, kinds and bytes, never following a link or opening a pipe."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.models.raw import RawFile
from pipeline.problems import Place, Problem, problem

__all__ = [
    "MAX_ENTRIES",
    "MAX_FILE_BYTES",
    "Entry",
    "Folder",
    "content_of",
    "described_file",
    "is_system_file",
    "list_folder",
    "printable_path",
    "read_document",
    "read_file",
]

MAX_FILE_BYTES = 20_000_000
MAX_ENTRIES = 1_000
_READINGS = 3
"""A file that somebody writes while it is read is read again, this often in all."""

_KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_JOINERS = "\u200c\u200d"
_SYSTEM_FILES = frozenset({"thumbs.db", "desktop.ini"})
# Names that Windows keeps for devices (Microsoft, "Naming Files, Paths, and Namespaces").
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A name in a folder. `real` opens it; `path` (relative to the session) and `shown` can be printed.

    `kind` is "" for a file or folder, else what it is in words ("a link"); `size` is in bytes.
    """

    name: str
    real: Path
    path: str
    shown: str
    is_folder: bool
    kind: str
    size: int

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return not self.is_folder and not self.kind


@dataclass(frozen=True, slots=True)
class Folder:
    """What lies in a folder, sorted by name, without the files of the computer itself.

    `unread` says why nothing of it could be listed, "" if it could: the code of the problem.
    """

    shown: str
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    unread: str = ""


def printable_path(path: str) -> str:
    r"""`path` as text that can be printed and written as UTF-8: "\xff" for a byte that is no UTF-8."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() or char in _JOINERS else _escape(char) for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def list_folder(real: Path, shown: str, path: str) -> Folder:
    """List `real`, which messages call `shown` and the session `path` ("" for the session's own folder)."""
    try:
        names = _names(real)
    except OSError as error:
        reason = _reason(error)
        return Folder(shown, (), (problem("FI16", Place(_as_folder(shown)), reason=reason),), "FI16")
    if len(names) > MAX_ENTRIES:
        reason = f"more than {MAX_ENTRIES} files in one folder"
        return Folder(shown, (), (problem("SF02", Place(_as_folder(shown)), reason=reason),), "SF02")
    ignored = [name for name in names if is_system_file(name)]
    entries = [_entry(real, name, shown, path) for name in names if name not in ignored]
    problems = [*_odd_names(entries), *_twins(entries)]
    if ignored:
        kinds = ", ".join(printable_path(name) for name in ignored)
        problems.append(problem("SF04", Place(_as_folder(shown)), count=len(ignored), names=kinds))
    return Folder(shown, tuple(entries), tuple(problems))


def _as_folder(shown: str) -> str:
    """A folder's name with a slash at its end: it lies within itself when problems are sorted to States."""
    return shown if shown.endswith("/") else f"{shown}/"


def _names(real: Path) -> list[str]:
    """The names in a folder, sorted by their bytes; one more than the limit at most."""
    names: list[str] = []
    with os.scandir(real) as found:
        for entry in found:
            names.append(entry.name)
            if len(names) > MAX_ENTRIES:
                break
    return sorted(names, key=os.fsencode)


def is_system_file(name: str) -> bool:
    """Whether an operating system or an office program made it: .DS_Store, Thumbs.db, ~$x.docx, .~lock.x#."""
    return name.casefold() in _SYSTEM_FILES or name.startswith(("~$", "."))


def _entry(real: Path, name: str, shown: str, path: str, called: str = "") -> Entry:
    file = real / name
    readable = printable_path(name)
    try:
        status = os.lstat(file)
    except OSError as error:
        kind, is_folder, size = _reason(error), False, 0
    else:
        mode = status.st_mode
        kind = next((words for test, words in _KINDS if test(mode)), "")
        is_folder, size = stat.S_ISDIR(mode), status.st_size
    inner = f"{path}/{readable}" if path else readable
    return Entry(readable, file, inner, called or f"{shown}/{readable}", is_folder, kind, size)


def _odd_names(entries: list[Entry]) -> list[Problem]:
    """A warning for each name that another computer cannot keep or that looks like something else."""
    found = []
    for entry in entries:
        hidden = sorted({c for c in os.fsencode(entry.real.name).decode("utf-8", "replace") if _is_hidden(c)})
        if hidden:
            points = ", ".join(f"U+{ord(char):04X}" for char in hidden)
            reason = f"holds characters that cannot be seen or change its direction ({points})"
        elif entry.name.split(".")[0].casefold() in _RESERVED:
            reason = "cannot be used on Windows"
        elif "\ufffd" in os.fsencode(entry.real.name).decode("utf-8", "replace"):
            reason = "is not in UTF-8"
        else:
            continue
        found.append(problem("SF05", Place(entry.shown), reason=reason))
    return found


def _is_hidden(char: str) -> bool:
    """Control and format characters, but for the joiners, which emoji and several scripts need."""
    return unicodedata.category(char) in ("Cc", "Cf") and char not in _JOINERS


def _twins(entries: list[Entry]) -> list[Problem]:
    """A warning for each name that some computers take for the same as an earlier one."""
    first: dict[str, Entry] = {}
    found = []
    composed = sorted(entries, key=lambda entry: not unicodedata.is_normalized("NFC", entry.name))
    for entry in composed:  # of two that differ in that, the usual form is the earlier one
        key = unicodedata.normalize("NFC", entry.name).casefold()
        other = first.setdefault(key, entry)
        if other is not entry:
            found.append(problem("SF06", Place(entry.shown), other=other.name))
    return found


def read_file(entry: Entry, limit: int = MAX_FILE_BYTES) -> RawFile:
    """The bytes of a regular file of at most `limit` bytes; else `data` is None and `problems` say why."""
    if entry.kind or entry.is_folder:
        return _refused(entry, "FI16", f"it is {entry.kind or 'a folder'}, not a file")
    try:
        data = _bytes(entry.real, limit)
    except OSError as error:
        return _refused(entry, "FI16", _reason(error))
    if data is None:
        return _refused(entry, "FI04", f"at most {limit:,} bytes are read".replace(",", " "))
    return RawFile(entry.path, entry.shown, data, len(data), hashlib.sha256(data).hexdigest())


def described_file(entry: Entry) -> RawFile:
    """As `read_file`, but its bytes are hashed only, and stay on the disk."""
    file = read_file(entry)
    return replace(file, data=None, real=entry.real) if file.is_there else file


def content_of(file: RawFile) -> bytes | None:
    """The bytes of a file that could be read; None if it has been changed or taken away meanwhile."""
    if file.data is not None or file.real is None:
        return file.data
    try:
        data = _bytes(file.real, MAX_FILE_BYTES)
    except OSError:
        return None
    return data if data is not None and hashlib.sha256(data).hexdigest() == file.sha256 else None


def read_document(file: Path, limit: int = MAX_FILE_BYTES) -> RawFile:
    """One file that a user names on the command line; a link is followed, since it was asked for.

    Of more than `limit` bytes `data` is None, and a problem says so.
    """
    shown = printable_path(str(file))
    real = Path(os.path.realpath(file))
    return read_file(_entry(real.parent, real.name, shown, "", called=shown), limit)


def _bytes(real: Path, limit: int) -> bytes | None:
    """The content, None where it is over `limit`; OSError for what became something else than a file."""
    # The kind is looked at again on the open file: it may have been exchanged since it was listed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    flags |= getattr(os, "O_BINARY", 0)
    descriptor = os.open(real, flags)
    with os.fdopen(descriptor, "rb") as file:
        for _ in range(_READINGS):
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(0, "it is not a file")
            if status.st_size > limit:
                return None
            file.seek(0)
            data = file.read(limit + 1)
            if _same(status, os.fstat(descriptor)):
                return data if len(data) <= limit else None
    raise OSError(0, "it is being written; wait until it is saved, then build again")


def _same(before: os.stat_result, after: os.stat_result) -> bool:
    """Whether nobody wrote into an open file meanwhile."""
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def _refused(entry: Entry, code: str, reason: str) -> RawFile:
    found = problem(code, Place(entry.shown), reason=reason)
    return RawFile(entry.path, entry.shown, None, entry.size, problems=(found,))


def _reason(error: OSError) -> str:
    """The system's words, without the path."""
    return (error.strerror or "the system refuses").lower()
