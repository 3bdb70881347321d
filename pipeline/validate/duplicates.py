"""The same file or the same words sent for two speakers, of one State or of two."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from pipeline.models.passages import Statement
from pipeline.models.raw import RawSession
from pipeline.models.session import Session
from pipeline.problems import Place, Problem, problem
from pipeline.validate.languages import spoken_text

__all__ = ["mark_of", "validate_duplicates"]

_FEWEST_WORDS = 20


def validate_duplicates(
    session: Session, raw: RawSession, marks: Mapping[str, str] | None = None
) -> tuple[Problem, ...]:
    """ST10 where two speakers of `session` have files of the same bytes, ST11 where only the words are.

    `marks` maps paths in the session folder (Speaker.statement) to the marks of checked statements; without
    it bytes alone are compared. Both speakers' files get the problem: nobody can tell which of them is the
    right one.
    """
    files = {file.path: file for review in raw.reviews for file in review.files}
    named = sorted({s.statement for review in session.reviews for s in review.speakers if s.statement})
    by_bytes = _groups({path: files[path].sha256 for path in named if path in files})
    same = [("ST10", group) for group in by_bytes]
    words = {path: marks[path] for path in named if marks and path in marks}
    same += [("ST11", group) for group in _groups(words) if group not in by_bytes]
    return tuple(
        problem(code, Place(files[path].shown), other=files[next(o for o in group if o != path)].shown)
        for code, group in same
        for path in group
        if path in files
    )


def _groups(marks: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The paths that have a mark in common, "" being no mark."""
    groups: dict[str, list[str]] = {}
    for path, mark in marks.items():
        if mark:
            groups.setdefault(mark, []).append(path)
    return [tuple(paths) for paths in groups.values() if len(paths) > 1]


def mark_of(statement: Statement) -> str:
    """A digest of the words alone, "" for a text too short to be told from another's by them."""
    words = re.findall(r"\w+", spoken_text(statement.passages).casefold())
    if statement.words < _FEWEST_WORDS:
        return ""
    return hashlib.sha256(" ".join(words).encode()).hexdigest()
