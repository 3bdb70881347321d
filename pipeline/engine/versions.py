"""What results depend on beside their inputs: our own code and data, room by room, Python and libraries."""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["PACKAGE", "alike", "code", "environment", "installed", "libraries"]

PACKAGE = Path(__file__).resolve().parent.parent
_LEFT_OUT = frozenset({"__pycache__", "templates", "cli"})


@functools.cache
def code(*rooms: str) -> str:
    """The SHA-256 of all files of the first-level `rooms` of the package, of every room for none.

    Templates are left out: they are inputs, and read as such. So is the command line: it decides nothing.
    """
    named = _rooms()
    found = hashlib.sha256()
    for room in sorted(set(rooms) or named.keys()):
        found.update(f"{room} {named[room]}\n".encode())
    return found.hexdigest()


@functools.cache
def _rooms() -> dict[str, str]:
    """First-level room ("read", "steps") -> SHA-256 of its files; read once in a process."""
    found: dict[str, str] = {}
    with os.scandir(PACKAGE) as entries:
        for entry in entries:
            if entry.name in _LEFT_OUT:
                continue
            whole = hashlib.sha256()
            for name, path in sorted(_files(entry.path, "") if entry.is_dir() else [("", entry.path)]):
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a third of the time of Path
                    whole.update(f"{name} ".encode() + hashlib.sha256(file.read()).digest())
            found[entry.name.partition(".")[0]] = whole.hexdigest()
    return found


def _files(folder: str, within: str) -> Iterator[tuple[str, str]]:
    """(Path within the room, path) of every file; none that Python or an editor keeps for itself."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _LEFT_OUT or entry.name.startswith(".") or entry.name.endswith((".pyc", "~")):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{within}{entry.name}/")
            else:
                yield f"{within}{entry.name}", entry.path


@functools.cache
def installed() -> dict[str, str]:
    """Every installed distribution and its version, by the names of their folders: nothing is imported."""
    found: dict[str, str] = {}
    for place in reversed(sys.path):
        try:
            names = os.listdir(place or ".")  # noqa: PTH208 - half the time of Path
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")):
                project, _, version = name.rpartition(".")[0].partition("-")
                found[project.lower().replace("_", "-").replace(".", "-")] = version
    return found


def libraries(*names: str) -> dict[str, str]:
    """Name -> version of the distributions `names`, "" for one that is not installed."""
    known = installed()
    return {name: known[name] if name in known else _asked(name) for name in names}


def _asked(name: str) -> str:
    """The version of a distribution that has no folder of its own, as from a zip."""
    import importlib.metadata

    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return ""


@functools.cache
def environment() -> str:
    """One SHA-256 of everything here: all code, all libraries, Python and its platform."""
    shown = "\n".join(
        [code(), sys.version, sys.platform, *(f"{name} {v}" for name, v in sorted(installed().items()))]
    )
    return hashlib.sha256(shown.encode()).hexdigest()


def alike(*names: str) -> str:
    """One SHA-256 of what decides the bytes of outputs: all code, Python and the libraries `names`.

    Two computers with the same one make the same bytes.
    """
    shown = [code(), ".".join(map(str, sys.version_info)), *map(str, sorted(libraries(*names).items()))]
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()
