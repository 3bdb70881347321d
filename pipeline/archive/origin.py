"""From which session folder a build was made: two folders may have one name, and so one place of outputs."""

from __future__ import annotations

import json
import os
from pathlib import Path

from pipeline.archive.manifest import MANIFEST, digest, read_manifest
from pipeline.archive.publish import publish_files
from pipeline.problems import OutputError

ORIGIN = ".made-from.json"
"""Hidden, so that it goes into no bag and no list of outputs."""

_USUAL = "inputs"
"""Where sessions lie, beside the folder of outputs."""


def claim(built: Path, session: Path, take_over: bool) -> None:
    """Note that the build in `built` is that of the folder `session`, or raise OutputError if it is not.

    It is where there is no build yet, where it was made from there, where `take_over` says so, and where the
    folder was moved: the earlier one is gone, and this one has all its States. A build without a note is of
    an earlier version.
    """
    if not take_over:
        check(built, session)
    publish_files(built, {ORIGIN: (json.dumps(_described(built, session)) + "\n").encode()})


def check(built: Path, session: Path) -> None:
    """Raise OutputError if the build in `built` was made from another folder than `session`."""
    if not is_of(built, session):
        raise OutputError(
            f"{built.as_posix()} was made from another session folder than {session.as_posix()}: from "
            f"{_told(built)}. Say --output with another folder for this one, or build with --take-over to "
            "replace what was made from the other."
        )


def is_of(built: Path, session: Path) -> bool:
    """Whether the build in `built`, if there is any, is that of the folder `session`."""
    noted = _noted(built)
    own = session.resolve() == built.resolve()  # what is archived may be named by its outputs alone
    if own or not noted or not (built / MANIFEST).is_file():
        return True
    if noted == _described(built, session):
        return True
    if "beside" not in noted:
        return False
    before = _base(built) / noted["beside"]
    if before.is_dir():
        return session.is_dir() and before.samefile(session)
    manifest = read_manifest(built)
    return manifest is not None and all((session / name).is_dir() for name in manifest.states)


def _base(built: Path) -> Path:
    """The workspace: the folder that the folder of outputs lies in."""
    return built.resolve().parent.parent


def _described(built: Path, session: Path) -> dict[str, str]:
    """Where the session lies, as seen from the workspace: the same after the whole of it was moved.

    In clear only where it is the usual place, inputs/NAME; the digest of the way to any other, which names no
    folder of the computer and nobody.
    """
    try:
        way = Path(os.path.relpath(session.resolve(), _base(built))).as_posix()
    except ValueError:  # on another drive
        way = session.resolve().as_posix()
    folder, _, name = way.partition("/")
    if folder == _USUAL and name and "/" not in name:
        return {"beside": way}
    return {"elsewhere": digest(way.encode("utf-8", "surrogateescape"))}


def _noted(built: Path) -> dict[str, str]:
    """What `claim` noted; nothing if that is not there or not ours."""
    try:
        noted = json.loads((built / ORIGIN).read_bytes())
        return {key: str(noted[key]) for key in ("beside", "elsewhere") if key in noted}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def _told(built: Path) -> str:
    return _noted(built).get("beside", "one that lies elsewhere")
