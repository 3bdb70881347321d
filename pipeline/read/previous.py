"""Read the previous review's recommendations: a database export (.csv) or the thematic list (.docx)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.models.passages import FileKind
from pipeline.models.session import PreviousRecommendation
from pipeline.problems import Problem, problem
from pipeline.read.kind import find_kind, shown
from pipeline.read.limits import Refused

Previous = tuple[tuple[PreviousRecommendation, ...], tuple[Problem, ...]]


def read_previous(data: bytes, name: str) -> Previous:
    """Read the recommendations of the last review from `data`; `name` serves for its ending only.

    An export of the UPR Info Database has a row per recommending State and the columns To, Text, From,
    Response (Accepted or Noted) and Issue. OHCHR's thematic list has a table whose header row names
    Recommendation and Position, under rows "Theme: ..."; the recommending States stand in brackets. A text
    that stands in several rows is given once, with all its States, themes, groups and goals, at the place of
    its first row; `rows` says how many rows it was. Never raises; a list that cannot be used is FI29, a file
    that cannot be read has the problem that a statement would have.
    """
    from pipeline.read.previous_export import read_export
    from pipeline.read.previous_list import read_list

    try:
        if re.search(r"(?i)\.xls[xm]?$", name) and data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
            raise Refused("FI29", reason="it is an Excel workbook; save its sheet as CSV (UTF-8)")
        kind, _ = find_kind(data, re.sub(r"(?i)\.(csv|tsv|tab)$", ".txt", name))
        if kind is FileKind.PDF:
            raise Refused("FI29", reason="a PDF does not say where its cells begin and end")
        if kind is FileKind.DOCX:
            return merged(read_list(data)), ()
        if kind not in (FileKind.TEXT, FileKind.MARKDOWN):
            raise Refused("FI02", kind=shown(kind))
        found, problems = read_export(data)
        return merged(found), problems
    except Refused as refusal:
        return (), (refusal.problem,)
    except (MemoryError, RecursionError):
        return (), (problem("FI04", reason="it needs too much memory to read"),)
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        return (), (problem("FI03", reason=reason),)


def merged(items: Iterable[PreviousRecommendation]) -> tuple[PreviousRecommendation, ...]:
    """Each text once, with all that its rows say, in the order of first appearance."""
    done: dict[tuple[str, str, bool | None, int], PreviousRecommendation] = {}
    for item in items:
        key = (item.text, item.paragraph, item.supported, item.session)
        done[key] = _both(done[key], item) if key in done else item
    return tuple(done.values())


def _both(one: PreviousRecommendation, other: PreviousRecommendation) -> PreviousRecommendation:
    """`one` with what `other`, another row of the same recommendation, adds to it."""
    return PreviousRecommendation(
        text=one.text,
        states=tuple(dict.fromkeys((*one.states, *other.states))),
        supported=one.supported,
        paragraph=one.paragraph,
        theme=one.theme or other.theme,
        themes=tuple(dict.fromkeys((*one.themes, *other.themes))),
        groups=tuple(dict.fromkeys((*one.groups, *other.groups))),
        goals=tuple(dict.fromkeys((*one.goals, *other.goals))),
        position=one.position or other.position,
        session=one.session,
        rows=one.rows + other.rows,
    )
