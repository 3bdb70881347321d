"""Every file of a session counted a second time, by another way than it is read, so that none is lost."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pipeline.problems import Place, Problem, problem
from pipeline.read.folder import is_system_file, printable_path

__all__ = ["MOST_COUNTED", "count_files", "uneven"]

MOST_COUNTED = 20_000
"""Files beyond are not looked for: such a folder is over its limits in any case (SF02)."""


def count_files(folder: Path) -> tuple[str, ...]:
    """The printable paths of all that is no folder below `folder`, sorted; no link is followed.

    A folder of the computer itself (".git") is one of them, with a slash at its end, and not looked into.
    """
    found: list[str] = []
    for path in _walked(folder, b""):
        found.append(printable_path(os.fsdecode(path)))
        if len(found) >= MOST_COUNTED:
            break
    return tuple(sorted(found))


def _walked(folder: Path, within: bytes) -> Iterator[bytes]:
    waiting = [(os.fsencode(folder), within)]
    while waiting:
        current, before = waiting.pop()
        try:
            entries = list(os.scandir(current))
        except OSError:  # listing it says so
            continue
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                yield before + entry.name
            elif is_system_file(os.fsdecode(entry.name)):
                yield before + entry.name + b"/"
            else:
                waiting.append((entry.path, before + entry.name + b"/"))


def uneven(
    shown: str, counted: Iterable[str], met: Iterable[str], unread: Mapping[str, str]
) -> tuple[Problem, ...]:
    """FI16 for every file that was counted but not met when the session was read, or the other way round.

    Files below the folders in `unread` are not met; those of the computer itself and of office programs come
    and go while staff work, so that only their names are told.
    """
    one, other = (Counter(path for path in paths if _is_lasting(path, unread)) for paths in (counted, met))
    reason = "it came or went while the folder was read; build again"
    return tuple(
        problem("FI16", Place(f"{shown}/{path}"), reason=reason)
        for path in sorted(((one - other) + (other - one)).keys())
    )


def _is_lasting(path: str, unread: Mapping[str, str]) -> bool:
    name = path.rstrip("/").rpartition("/")[2]
    return not is_system_file(name) and not any(path.startswith(f"{folder}/") for folder in unread)
