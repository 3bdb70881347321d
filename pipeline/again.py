"""A build of which nothing changed, told of without loading a stage: inputs and outputs are as they were.

Every byte of both is hashed, and so is our own code: no time of a file is trusted.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.engine.store import Store, store_folder
from pipeline.engine.versions import PACKAGE, environment
from pipeline.models.build import Built, Options, build_folder, template_folders
from pipeline.problems import Place, Problem, Severity

__all__ = ["find", "inputs", "remember"]

_PROBLEMS = "problems.json"


def find(folder: Path, options: Options) -> Built | None:
    """What the last build said, if a build would now change nothing; None if it has to be looked into."""
    target = build_folder(folder, options)
    data = Store(store_folder()).get(_name(folder, options))
    if data is None:
        return None
    try:
        kept = json.loads(data)
        if kept["inputs"] != inputs(folder, options) or kept["outputs"] != _tree(target):
            return None
        return Built(
            folder=target,
            made=tuple(kept["made"]),
            held=tuple(kept["held"]),
            removed=(),
            left_out=tuple(kept["left_out"]),
            problems=_problems(target, kept["problems"], str(folder)),
            bugs=(),
        )
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError):
        return None


def inputs(folder: Path, options: Options) -> str:
    """One SHA-256 of all that a build depends on: the session, templates, choices, our code, libraries."""
    trees = [_tree(each) for each in (folder, PACKAGE / "templates", PACKAGE.parent / "templates")]
    trees += [_tree(each) for each in template_folders(folder)]
    chosen = [str(folder), list(options.states), options.final, options.edition, list(options.prints)]
    return hashlib.sha256(json.dumps([environment(), chosen, trees]).encode()).hexdigest()


def remember(folder: Path, options: Options, built: Built, before: str) -> None:
    """Note what a build did, for `find`, unless a fault was met or an input changed meanwhile.

    `before` is what `inputs` said when the build began. Nothing that consent may forbid is in the note:
    problems are numbers of entries in problems.json.
    """
    if built.bugs or inputs(folder, options) != before:
        return
    try:
        problems = _numbers(built, str(folder))
        if problems is None or _problems(built.folder, problems, str(folder)) != _bare(built.problems):
            return
        noted = {
            "inputs": before,
            "outputs": _tree(built.folder),
            "made": built.made,
            "held": built.held,
            "left_out": built.left_out,
            "problems": problems,
        }
    except (OSError, ValueError, KeyError, TypeError):
        return
    Store(store_folder()).put(_name(folder, options), json.dumps(noted).encode())


def _name(folder: Path, options: Options) -> str:
    """The note's name: one for each session, place of outputs and choice."""
    target = build_folder(folder, options).resolve()
    chosen = [str(folder), str(folder.resolve()), str(target), list(options.states), options.final]
    chosen += [list(options.prints)] if options.prints else []
    return hashlib.sha256(json.dumps(chosen).encode("utf-8", "backslashreplace")).hexdigest() + ".again"


def _tree(folder: Path) -> str:
    """One SHA-256 of every name and every byte below `folder`; "" if there is no such folder."""
    if not folder.is_dir():
        return ""
    whole = hashlib.sha256()
    for name, digest in sorted(_files(os.fsencode(folder), b"")):
        whole.update(b"%d %b %b\n" % (len(name), name, digest))
    return whole.hexdigest()


def _files(folder: bytes, within: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(Path, digest) of everything below `folder`; only regular files are opened."""
    with os.scandir(folder) as entries:
        for entry in entries:
            name = within + entry.name
            if entry.is_dir(follow_symlinks=False):
                yield name + b"/", b""
                yield from _files(entry.path, name + b"/")
            elif entry.is_file(follow_symlinks=False):
                with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - many small files
                    yield name, hashlib.sha256(file.read()).digest()
            else:
                yield name, b"another kind"


def _numbers(built: Built, shown: str) -> list[list[Any]] | None:
    """Each problem as its number in problems.json, with its file where that does not say it."""
    entries = json.loads((built.folder / _PROBLEMS).read_bytes())
    left = dict(enumerate(entries))
    found: list[list[Any]] = []
    for problem in built.problems:
        entry = problem.as_json()
        within = f"{shown}/{{}}"
        number = next((n for n, other in left.items() if _same(entry, other)), None)
        if number is None:
            return None
        file = left.pop(number)["file"]
        found.append(
            [number, None if file and within.format(file) == problem.place.file else problem.place.file]
        )
    return found


def _same(entry: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether they are one problem, wherever its file is said to lie."""
    return all(entry[part] == other[part] for part in entry if part != "file") and (
        (entry["file"] or "").endswith(other["file"] or "") or other["file"] == "session.yaml"
    )


def _problems(target: Path, numbers: list[list[Any]], shown: str) -> tuple[Problem, ...]:
    entries = json.loads((target / _PROBLEMS).read_bytes())
    return tuple(
        _problem(entries[n], f"{shown}/{entries[n]['file']}" if f is None else f) for n, f in numbers
    )


def _problem(entry: dict[str, Any], file: str) -> Problem:
    numbers = (entry[part] or 0 for part in ("line", "column", "page", "paragraph"))
    place = Place(file, *numbers)
    return Problem(entry["code"], Severity(entry["severity"]), place, entry["what"], entry["what_to_do"])


def _bare(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Without the values that a sentence was made from: only tests look at them."""
    return tuple(Problem(p.code, p.severity, p.place, p.what, p.what_to_do) for p in problems)
