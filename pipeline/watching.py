"""Build again whenever a file of the session or its templates is saved, with workers that stay warm."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline import run
from pipeline.engine import Pool
from pipeline.models.build import Built, Options, template_folders
from pipeline.problems import ExitCode, PresessionError

__all__ = ["Rebuilt", "is_of_interest", "keep_building"]

QUIET_MILLISECONDS = 80
"""Saves that follow each other closer than this are one: programs write a file beside and rename it."""
LONGEST_MILLISECONDS = 400
"""A stream of saves is answered at least this often."""
LOOK_MILLISECONDS = 1000
_SCRAPS = (".swp", ".swo", ".swx", ".tmp", ".part", ".crdownload", ".bak", "~")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One build: the shown paths that were saved, what came of it or why not, and the seconds it took."""

    changed: tuple[str, ...]
    built: Built | None
    refused: PresessionError | None
    seconds: float


def keep_building(folder: Path, options: Options, watch: run.Watch) -> Iterator[Rebuilt]:
    """Build, then build again after every save, until the caller stops; yield what each build did.

    Inputs that cannot be used, and outputs that cannot be written, are told and do not end it. A command line
    that cannot be used does: PresessionError from the first build.
    """
    from watchfiles import watch as changes

    watched = [folder, *(each for each in template_folders(folder) if each.is_dir())]
    paths = list(dict.fromkeys(path.resolve() for path in watched))
    output = options.output.resolve()
    saves = changes(
        *paths,
        watch_filter=lambda _, path: is_of_interest(Path(path), paths, output),
        step=QUIET_MILLISECONDS,
        debounce=LONGEST_MILLISECONDS,
        rust_timeout=LOOK_MILLISECONDS,
        yield_on_timeout=True,
    )
    with run.workers(options) as pool:
        next(saves)  # from here on saves are noticed, also those during a build
        yield _once(folder, options, watch, pool, ())
        for found in saves:
            if found:
                changed = sorted({_shown(Path(path), paths) for _, path in found})
                yield _once(folder, options, watch, pool, tuple(changed))


def _once(folder: Path, options: Options, watch: run.Watch, pool: Pool, changed: tuple[str, ...]) -> Rebuilt:
    begin = time.monotonic()
    built = refused = None
    try:
        built = run.build(folder, options, watch, pool)
    except PresessionError as error:
        if not changed and error.exit_code == ExitCode.USAGE:
            raise
        refused = error
    return Rebuilt(changed, built, refused, time.monotonic() - begin)


def is_of_interest(path: Path, watched: list[Path], output: Path) -> bool:
    """Whether a save of `path` can change a build: no output, no scrap of an editor, nothing hidden."""
    if path == output or output in path.parents:
        return False
    inner = next((path.relative_to(each).parts for each in watched if path.is_relative_to(each)), ())
    return bool(inner) and not any(_is_scrap(part) for part in inner)


def _is_scrap(name: str) -> bool:
    """Hidden files, locks of Office ("~$x.docx", ".~lock.x#"), copies and tests of vim ("4913"), of Emacs."""
    return name.startswith((".", "~$", "#")) or name.endswith(_SCRAPS) or name == "4913"


def _shown(path: Path, watched: list[Path]) -> str:
    inside = next((path.relative_to(each) for each in watched if path.is_relative_to(each)), path)
    return os.fsencode(inside).decode("utf-8", "replace")
