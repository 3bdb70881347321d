"""Inside a worker that reads a file from outside: no network, no program, no file but Python's own.

Two guards. The first is Python's own report of what it is about to do (PEP 578), which holds on every system
while a file is read, for everything that is done from Python. Libraries in C do not pass there; for them see
`seal`, which the Linux kernel keeps.
"""

from __future__ import annotations

import contextlib
import os
import sys
import sysconfig
import threading
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["Forbidden", "guarded", "own_folders"]

# What reports begin with of what no reading does (Python's library reference, table of audit events).
_NEVER = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.startfile",
    "pty.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib.", "telnetlib.",
    "webbrowser.", "os.remove", "os.rename", "os.link", "os.symlink", "os.mkdir", "os.rmdir", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "os.kill", "signal.pthread_kill",
    "shutil.", "tempfile.", "winreg.", "sqlite3.",
)  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_here = threading.local()


class Forbidden(PermissionError):  # noqa: N818  (the word for it)
    """Reading a file tried to do what no reading needs."""


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """In this thread, until the end of the block: refuse connections, programs, and others' files."""
    _watch()
    _here.guarded = True
    try:
        yield
    finally:
        _here.guarded = False


@cache
def own_folders() -> tuple[str, ...]:
    """Where Python, its libraries and this package lie, and the time zones: what reading may load from.

    The current folder is not one of them, although `python -m` lets Python import from there.
    """
    package = str(Path(__file__).resolve().parents[1])
    found = {sys.prefix, sys.base_prefix, sys.exec_prefix, package}
    found.update(sysconfig.get_paths().values())
    found.update(path for path in sys.path if path)
    here = str(Path.cwd())
    if not package.startswith(here + os.sep):
        found.discard(here)
    found.update(("/usr/share/zoneinfo", "/usr/share/fonts"))
    both = {kind(path) for path in found for kind in (os.path.abspath, os.path.realpath)}
    return tuple(sorted(path for path in both if path != os.path.sep))


@cache
def _watch() -> None:
    """Listen to Python's reports, once in a process: a listener cannot be taken away again."""
    own_folders()
    sys.addaudithook(_reported)


def _reported(event: str, arguments: tuple[Any, ...]) -> None:
    if not getattr(_here, "guarded", False):
        return
    if event == "open":
        _check_open(*arguments)
    elif _is_never(event):
        raise Forbidden(f"{event} while a file is read")


@cache
def _is_never(event: str) -> bool:
    return event.startswith(_NEVER)


def _check_open(path: Any, mode: Any, flags: Any) -> None:
    if isinstance(path, int):
        return  # what is open already
    name = os.path.abspath(os.fsdecode(path))  # noqa: PTH100  (no look at the disk, which is guarded)
    if isinstance(flags, int) and flags & _WRITING and not _is_bytecode(name):
        raise Forbidden("open for writing while a file is read")
    if not name.startswith(tuple(f"{folder}{os.sep}" for folder in own_folders())):
        raise Forbidden("open of a file that is not Python's own while a file is read")


def _is_bytecode(name: str) -> bool:
    """Whether it is the compiled form of a module, which Python keeps when it loads one."""
    return Path(name).parent.name == "__pycache__"
