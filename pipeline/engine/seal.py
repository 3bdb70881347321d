"""On Linux the kernel itself keeps a worker from the network, from programs and from other files, for good.

Both means need no rights and hold for libraries in C as well. Where the kernel has none of them (other
systems, old kernels) the worker runs without; docs/security.md says what holds where.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import sys
from collections.abc import Sequence
from pathlib import Path

__all__ = ["close_outputs", "seal"]

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2  # prctl(2)
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # Linux, Documentation/networking/filter.rst
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13: EACCES
_X32 = 0x40000000
# Of each machine its name for the kernel, and its numbers of socket, connect, execve, execveat, ptrace and
# io_uring_setup (which could make sockets unseen).
_CALLS = {
    "x86_64": (0xC000003E, (41, 42, 59, 322, 101, 425)),
    "aarch64": (0xC00000B7, (198, 203, 221, 281, 117, 425)),
}
# Landlock: Linux, Documentation/userspace-api/landlock.rst
_CREATE_RULES, _ADD_RULE, _RESTRICT = 444, 445, 446
_EXECUTE, _WRITE, _READ, _LIST, _REFER, _TRUNCATE = 1, 1 << 1, 1 << 2, 1 << 3, 1 << 13, 1 << 14
_ALL_OF_VERSION_1 = (1 << 13) - 1
_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/proc", "/sys", "/nix", "/etc/fonts", "/etc/localtime",
           "/etc/ld.so.cache", "/opt")  # fmt: skip


class _Step(ctypes.Structure):
    _fields_ = (
        ("code", ctypes.c_ushort),
        ("yes", ctypes.c_ubyte),
        ("no", ctypes.c_ubyte),
        ("value", ctypes.c_uint),
    )


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.POINTER(_Step)))


class _Rules(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Below(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def close_outputs() -> None:
    """Let nothing that a library says of a file reach the terminal: it may quote the file."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(null, stream)
    os.close(null)


def seal(readable: Sequence[str], writable: str) -> tuple[bool, bool]:
    """Keep this process from the network and from programs, and from all files but these folders ("": any).

    Returns whether the kernel keeps the first and the second. It cannot be undone.
    """
    if sys.platform != "linux":
        return False, False
    library = ctypes.CDLL(None, use_errno=True)
    if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return False, False
    return _without_calls(library), bool(writable) and _without_files(library, readable, writable)


def _without_calls(library: ctypes.CDLL) -> bool:
    machine = _CALLS.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        return False
    kernel_name, numbers = machine
    last = len(numbers) + 1
    steps = [
        _Step(_LOAD, 0, 0, 4),
        _Step(_EQUAL, 1, 0, kernel_name),
        _Step(_RETURN, 0, 0, _REFUSE),
        _Step(_LOAD, 0, 0, 0),
        _Step(_AT_LEAST, last, 0, _X32),
        *(_Step(_EQUAL, last - place, 0, number) for place, number in enumerate(numbers, 1)),
        _Step(_RETURN, 0, 0, _ALLOW),
        _Step(_RETURN, 0, 0, _REFUSE),
    ]
    program = _Program(len(steps), (_Step * len(steps))(*steps))
    return bool(library.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0)


def _without_files(library: ctypes.CDLL, readable: Sequence[str], writable: str) -> bool:
    version = library.syscall(_CREATE_RULES, None, ctypes.c_size_t(0), 1)
    if version < 1:
        return False
    handled = _ALL_OF_VERSION_1
    handled |= _REFER if version >= 2 else 0
    handled |= _TRUNCATE if version >= 3 else 0
    rules = library.syscall(_CREATE_RULES, ctypes.byref(_Rules(handled, 0, 0)), ctypes.c_size_t(8), 0)
    if rules < 0:
        return False
    try:
        for folder in {*readable, *_SYSTEM}:
            _allow(library, rules, folder, _READ | _LIST | _EXECUTE)
        _allow(library, rules, os.devnull, _READ | _WRITE)
        _allow(library, rules, "/dev/urandom", _READ)
        _allow(library, rules, writable, handled & ~_EXECUTE)
        return bool(library.syscall(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _allow(library: ctypes.CDLL, rules: int, name: str, allowed: int) -> None:
    """Allow what lies below `name`, if there is such a thing."""
    with contextlib.suppress(OSError):
        folder = os.open(name, os.O_PATH | os.O_CLOEXEC)
        try:
            if not Path(name).is_dir():
                allowed &= _EXECUTE | _WRITE | _READ | _TRUNCATE
            library.syscall(_ADD_RULE, rules, 1, ctypes.byref(_Below(allowed, folder)), 0)
        finally:
            os.close(folder)
