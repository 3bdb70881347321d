"""problems.json: every problem of the session, its files named as they lie in the session's folder."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from pipeline.models.raw import RawSession
from pipeline.problems import Place, Problem, Severity

PROBLEMS = "problems.json"
_PARTS = ("code", "severity", "what", "what_to_do")
_NUMBERS = ("line", "column", "page", "paragraph")


def merged_problems(
    target: Path, raw: RawSession, chosen: Collection[str], problems: Sequence[Problem]
) -> bytes:
    """The new content of problems.json in `target`: `problems`, and what it said of States not `chosen`."""
    kept = _of_others(target, raw, chosen)
    new = [within_session(found, raw).as_json() for found in problems]
    listed = sorted([*kept, *new], key=_order)
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def earlier_problems(target: Path, raw: RawSession, chosen: Collection[str]) -> tuple[Problem, ...]:
    """What problems.json in `target` said of States not `chosen`, with files as they lie in the session."""
    return tuple(
        Problem(
            entry["code"],
            Severity(entry["severity"]),
            Place(entry["file"], *(entry[part] or 0 for part in _NUMBERS)),
            entry["what"],
            entry["what_to_do"],
        )
        for entry in _of_others(target, raw, chosen)
    )


def _of_others(target: Path, raw: RawSession, chosen: Collection[str]) -> list[dict[str, Any]]:
    others = {review.folder for review in raw.reviews} - set(chosen)
    return [entry for entry in _earlier(target) if (entry["file"] or "").partition("/")[0] in others]


def within_session(found: Problem, raw: RawSession) -> Problem:
    """The problem with its file as it lies in the session's folder: no path of this computer is published."""
    file = found.place.file
    if file == raw.shown:
        return found.within("session.yaml")
    if file.startswith(f"{raw.shown}/"):
        return found.within(file.removeprefix(f"{raw.shown}/"))
    return found.within(portable(file))


def portable(path: str) -> str:
    """A template's path from its folder `templates` on: the same wherever the workspace lies."""
    before, found, after = path.rpartition("templates/")
    return found + after if found and before[-1:] in ("", "/") else path.rpartition("/")[2]


def described_templates(files: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Portable path -> SHA-256 of template files, the weakest first; "#2" marks one over another."""
    shown: dict[str, str] = {}
    for path, value in files:
        name, layer = portable(path), 1
        while name in shown:
            layer += 1
            name = f"{portable(path)}#{layer}"
        shown[name] = value
    return shown


def made_from(raw: RawSession, called: Callable[[str], str], folder: str) -> dict[str, str]:
    """Path -> SHA-256 of what one State's pack is made from, or for "" the session's programme.

    A pack is made from the session's own files and the State's, the programme from every review.yaml.
    `called` gives what stands for a path beside the packs.
    """
    reviews = [review for review in raw.reviews if review.folder == folder]
    files = [*raw.files, *(file for review in reviews for file in review.files)]
    own = {
        path: value
        for path, value in raw.described.items()
        if not folder or path.rpartition("/")[0] in ("", folder)
    }
    return own | {called(file.path): file.sha256 for file in files if file.sha256}


def _earlier(target: Path) -> list[dict[str, Any]]:
    """The entries of an earlier problems.json that are whole; none if there is no such file."""
    try:
        entries = json.loads((target / PROBLEMS).read_bytes())
    except (OSError, ValueError, RecursionError):
        return []
    return [entry for entry in entries if _is_whole(entry)] if isinstance(entries, list) else []


def _is_whole(entry: object) -> bool:
    if (
        not isinstance(entry, dict)
        or entry.keys() != Problem("", Severity.NOTE, Place(), "", "").as_json().keys()
    ):
        return False
    words = all(isinstance(entry[part], str) for part in _PARTS)
    numbers = all(entry[part] is None or type(entry[part]) is int for part in _NUMBERS)
    known = entry["severity"] in {severity.value for severity in Severity}
    return words and numbers and known and (entry["file"] is None or isinstance(entry["file"], str))


def _order(entry: dict[str, Any]) -> tuple[object, ...]:
    """By place, then severity, then code, as `sorted_problems` does."""
    place = (entry["file"] or "", *(entry[part] or 0 for part in _NUMBERS))
    return (*place, Severity(entry["severity"]).rank, entry["code"], entry["what"])
