"""The session folder as it lies on the disk: its YAML files, and what came with them."""

from __future__ import annotations

from pathlib import Path

from pipeline.models.raw import ASIDE, NO_REVIEW, RawFile, RawMap, RawReview, RawSession
from pipeline.models.spelling import is_nearly_called
from pipeline.problems import Place, Problem, problem
from pipeline.read.corrections import MAX_CORRECTIONS_BYTES, read_corrections
from pipeline.read.counting import count_files, uneven
from pipeline.read.folder import (
    MAX_FILE_BYTES,
    Entry,
    Folder,
    described_file,
    list_folder,
    printable_path,
    read_file,
)
from pipeline.read.yaml import MAX_BYTES, read_yaml

__all__ = ["MAX_SESSION_BYTES", "MAX_SESSION_FILES", "read_session"]

MAX_SESSION_FILES = 2_000
MAX_SESSION_BYTES = 500_000_000
MAX_STATES = 200

SESSION_FILE = "session.yaml"
REVIEW_FILE = "review.yaml"
CORRECTIONS_FILE = "corrections.yaml"
# The last is the copy that `presession review` leaves of what it changed.
OWN_FILES = frozenset({REVIEW_FILE, CORRECTIONS_FILE, f"{CORRECTIONS_FILE}.bak"})
NOT_STATES = frozenset({"templates"})


def read_session(folder: Path) -> RawSession:
    """Read `folder`: its session.yaml, each State's review.yaml and corrections.yaml, and all its files.

    Only regular files are opened: a link, pipe, socket or device gives a problem and is never followed.
    Everything is sorted by name. Limits: 20 MB a file; 2,000 files and 500 MB a session; 200 States.
    Nothing is raised for what lies in the folder; a folder that cannot be opened is a problem (FI16).
    Paths in the result are relative to `folder`; `shown` is `folder` as given with the relative path.
    """
    shown = printable_path(str(folder))
    session_id = _name_of(folder)
    here = list_folder(folder, shown, "")
    if here.problems and not here.entries:
        return RawSession(session_id, shown, None, problems=here.problems)
    values, problems, described = _read_values(here, SESSION_FILE)
    if values is None and SESSION_FILE not in {entry.name for entry in here.entries}:
        # Without it this may be any folder of the computer: nothing else of it is opened.
        return RawSession(session_id, shown, None, problems=problems)
    reading = _Reading(described)
    reviews = reading.reviews(here)
    files = reading.files(here, skip=frozenset({SESSION_FILE}))
    counted = count_files(folder)
    unsettled = uneven(shown, counted, reading.met, reading.unread)
    problems = (*here.problems, *problems, *reading.problems, *unsettled)
    lying = tuple(sorted({*counted, *reading.met})) if unsettled else counted
    return RawSession(
        id=session_id,
        shown=shown,
        values=values,
        reviews=reviews,
        files=files,
        problems=problems,
        described=dict(reading.described),
        lying=lying,
        unread=reading.unread,
    )


def _name_of(folder: Path) -> str:
    """The folder's own name, for "." too."""
    try:
        return printable_path(folder.resolve().name)
    except (OSError, RuntimeError):  # a loop of links; opening it says so
        return printable_path(folder.name)


def _nearly_called(folder: Folder, name: str) -> tuple[Problem, ...]:
    """What in `folder`, where no file is called `name`, may have been meant to be."""
    files = (entry for entry in folder.entries if not entry.is_folder)
    near = (entry for entry in files if is_nearly_called(entry.name, name))
    return tuple(problem("SF08", Place(entry.shown), wanted=name) for entry in near)


_Described = tuple[tuple[str, str], ...]
"""(path, SHA-256 in hex) of a YAML file that was read."""


def _read_values(folder: Folder, name: str) -> tuple[RawMap | None, tuple[Problem, ...], _Described]:
    """The mapping in the YAML file `name` of `folder`, None with a problem where there is none."""
    entry = next((entry for entry in folder.entries if entry.name == name), None)
    if entry is None:
        missing = problem("YA06", Place(f"{folder.shown}/{name}"), name=name)
        return None, (missing, *_nearly_called(folder, name)), ()
    file = read_file(entry, limit=MAX_BYTES)
    if file.data is None:
        return None, file.problems, ()
    value, problems = read_yaml(file.data, file.shown)
    if value is not None and not isinstance(value, RawMap):
        expected = "a mapping of keys and values"
        problems += (
            problem("FO02", value.place, key="the file", value="a list or text", expected=expected, hint=""),
        )
        value = None
    return value, problems, ((file.path, file.sha256),)


def _read_corrections(folder: Folder) -> tuple[RawFile | None, RawMap | None, tuple[Problem, ...]]:
    """corrections.yaml of a State's folder, if it is there."""
    entry = next((entry for entry in folder.entries if entry.name == CORRECTIONS_FILE), None)
    if entry is None:
        return None, None, ()
    file = read_file(entry, limit=MAX_CORRECTIONS_BYTES)
    if file.data is None:
        return file, None, file.problems
    return file, *read_corrections(file.data, file.shown)


class _Reading:
    """What is spent of the session's limits while its States are read, and the problems met."""

    def __init__(self, described: _Described) -> None:
        self.problems: list[Problem] = []
        self.met: list[str] = []
        self.unread: dict[str, str] = {}
        self.described = list(described)
        self._files = 0
        self._bytes = 0

    def reviews(self, session: Folder) -> tuple[RawReview, ...]:
        """Every sub-folder that is a State under Review."""
        folders = [e for e in session.entries if e.is_folder and not _is_aside(e.name)]
        if len(folders) > MAX_STATES:
            reason = f"{len(folders)} folders, at most {MAX_STATES} are read"
            self.problems.append(problem("SF02", Place(session.shown), reason=reason))
            self.unread |= {entry.path: "SF02" for entry in folders}
            return ()
        self.unread |= {e.path: ASIDE for e in session.entries if e.is_folder and _is_aside(e.name)}
        reviews = (self._review(entry) for entry in folders)
        return tuple(review for review in reviews if review is not None)

    def _review(self, entry: Entry) -> RawReview | None:
        folder = list_folder(entry.real, entry.shown, entry.path)
        self.problems.extend(folder.problems)
        if folder.unread:
            self.unread[entry.path] = folder.unread
        if folder.problems and not folder.entries:
            return RawReview(entry.path, None, (), Place(entry.shown))
        if REVIEW_FILE not in {inner.name for inner in folder.entries}:
            self.problems += [problem("SF03", Place(entry.shown)), *_nearly_called(folder, REVIEW_FILE)]
            self.unread[entry.path] = NO_REVIEW
            return None
        values, problems, described = _read_values(folder, REVIEW_FILE)
        self.problems.extend(problems)
        self.described.extend(described)
        file, corrections, problems = _read_corrections(folder)
        self.problems.extend(problems)
        self.described.extend([(file.path, file.sha256)] if file and file.data is not None else [])
        files = self.files(folder, OWN_FILES, deep=True)
        place = Place(f"{entry.shown}/{REVIEW_FILE}")
        return RawReview(entry.path, values, files, place, corrections, file)

    def files(self, folder: Folder, skip: frozenset[str], deep: bool = False) -> tuple[RawFile, ...]:
        """The files of `folder`, with those of its sub-folders if `deep`, sorted by path."""
        found: list[RawFile] = []
        waiting = [folder]
        while waiting:
            current = waiting.pop()
            self.met += [entry.path for entry in current.entries if not entry.is_folder]
            for entry in current.entries:
                if entry.is_folder:
                    waiting += self._inner(entry) if deep else ()
                elif not (current is folder and entry.name in skip):
                    found.append(self._file(entry))
        return tuple(sorted(found, key=lambda file: file.path))

    def _inner(self, entry: Entry) -> list[Folder]:
        """The listed sub-folder of a State, none if it is set aside or cannot be listed."""
        if _is_aside(entry.name):
            self.unread[entry.path] = ASIDE
            return []
        inner = list_folder(entry.real, entry.shown, entry.path)
        self.problems.extend(inner.problems)
        if inner.unread:
            self.unread[entry.path] = inner.unread
        return [inner]

    def _file(self, entry: Entry) -> RawFile:
        """The file, or only its name once the session is over its limits (said once)."""
        self._files += 1
        over = self._files > MAX_SESSION_FILES or self._bytes + entry.size > MAX_SESSION_BYTES
        if over and entry.is_file and entry.size <= MAX_FILE_BYTES:
            reason = f"more than {MAX_SESSION_FILES} files or {MAX_SESSION_BYTES // 1_000_000} MB in all"
            if not any(found.code == "SF02" for found in self.problems):
                self.problems.append(problem("SF02", Place(entry.shown), reason=reason))
            refusal = problem("FI04", Place(entry.shown), reason=f"the session has {reason}")
            return RawFile(entry.path, entry.shown, None, entry.size, problems=(refusal,))
        file = described_file(entry)
        self._bytes += file.size if file.is_there else 0
        return file


def _is_aside(name: str) -> bool:
    """Whether a folder is neither a State nor part of one: templates, or a name that begins with . or _."""
    return name in NOT_STATES or name.startswith((".", "_"))
