"""corrections.yaml as lines: statements, entries and the comments before them, to be put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.models.raw import RawList, RawMap, in_file_order
from pipeline.problems import CommandError

OURS = "#:"
"""How lines begin that are written anew each time; every other comment is staff's."""

# What YAML libraries count as the end of a line.
_LINES = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+")
_DASH = re.compile(r" *-[ \t]+")
_LONE_DASH = re.compile(r" *-[ \t]*(#.*)?")


@dataclass(slots=True)
class Entry:
    """One entry as written; `lead` are staff's comments before it, `values` what it says."""

    lead: list[str]
    body: list[str]
    values: RawMap


@dataclass(slots=True)
class Section:
    """What stands under one statement; `head` is the line with its name; `indent` that of the dashes."""

    name: str
    lead: list[str]
    head: list[str]
    entries: list[Entry] = field(default_factory=list)
    indent: int = 2


@dataclass(slots=True)
class Layout:
    """The whole file; `tail` are comments after the last entry."""

    sections: list[Section]
    tail: list[str]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where a statement's name or an entry begins: line from 0, blanks before it."""

    line: int
    indent: int
    section: str = ""
    values: RawMap | None = None


def lay_out(text: str, raw: RawMap | None) -> Layout:
    """`text` in parts; `raw` is what it says, None for no entry. Lines that begin with #: are left out.

    Raises CommandError for a layout whose parts do not stand on lines of their own.
    """
    lines = _LINES.findall(text)
    if lines and not lines[-1].endswith(("\n", "\r", "\x85", "\u2028", "\u2029")):
        lines[-1] += "\n"
    starts = _starts(lines, raw) if raw else []
    lead, layout = _without_ours(lines[: starts[0].line] if starts else lines), Layout([], [])
    for number, start in enumerate(starts):
        following = starts[number + 1] if number + 1 < len(starts) else _Start(len(lines), 0)
        body, after = _parted(lines[start.line : following.line], start.indent, following.indent)
        if start.values is None:
            layout.sections.append(Section(start.section, lead, body))
        else:
            layout.sections[-1].entries.append(Entry(lead, body, start.values))
            layout.sections[-1].indent = start.indent
        lead = after
    layout.tail = lead
    return layout


def _starts(lines: Sequence[str], raw: RawMap) -> list[_Start]:
    starts = []
    for name, value in in_file_order(raw):
        if name.place.column != 1:
            raise _unfit(name.place.line)
        starts.append(_Start(name.place.line - 1, 0, name.text))
        for item in value.items if isinstance(value, RawList) else ():
            starts += [_entry_start(lines, item)] if isinstance(item, RawMap) else []
    if any(one.line >= other.line for one, other in pairwise(starts)):
        raise _unfit(starts[0].line + 1)
    return starts


def _entry_start(lines: Sequence[str], item: RawMap) -> _Start:
    """The line with the dash of an entry; it may stand alone above the entry's first line."""
    line = item.place.line - 1
    before = lines[line][: item.place.column - 1]
    if not _DASH.fullmatch(before):
        if before.strip():
            raise _unfit(item.place.line)
        line -= 1
        while line >= 0 and _is_aside(lines[line]):
            line -= 1
        if line < 0 or not _LONE_DASH.fullmatch(lines[line].rstrip()):
            raise _unfit(item.place.line)
    return _Start(line, _indent(lines[line]), values=item)


def _parted(lines: Sequence[str], indent: int, following: int) -> tuple[list[str], list[str]]:
    """What belongs to the part that begins the lines, and the comments that belong to the part after it.

    Comments belong to what follows unless they are indented more.
    """
    end = len(lines)
    while end > 1 and _is_aside(lines[end - 1]) and _indent(lines[end - 1]) <= max(indent, following):
        end -= 1
    aside = _without_ours(lines[end:])
    deeper = [at for at, line in enumerate(aside) if line.strip() and _indent(line) > following]
    cut = deeper[-1] + 1 if deeper else 0
    return [*lines[:end], *aside[:cut]], aside[cut:]


def _without_ours(lines: Sequence[str]) -> list[str]:
    return [line for line in lines if not line.lstrip(" ").startswith(OURS)]


def _is_aside(line: str) -> bool:
    """Whether it is a comment or has nothing; a blank line is as deep as what surrounds it."""
    return not line.strip() or line.lstrip(" \t").startswith("#")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" ")) if line.strip() else 0


def _unfit(line: int) -> CommandError:
    return CommandError(
        f"corrections.yaml, line {line}: presession cannot add to a file that is laid out in this way. "
        "Begin every statement's name at the beginning of a line, and every entry on a line of its own with "
        "a dash; nothing was written."
    )
