"""The lists of an old Word file: their levels, what takes their place, and the counters of all of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.doc.bytes import i32, u8, u16, u32
from pipeline.read.doc.fib import Head
from pipeline.read.docx.numbering import MAX_LEVELS, PERCENT, Level, Numbering
from pipeline.read.rtf.lists import FIGURES

_LIST, _OVERRIDE, _LEVEL = 28, 16, 28
_SIMPLE = 1
_START, _WHOLE = 0x10, 0x20
_LEGAL, _FREE = 0x4, 0x8
_MOST = 10_000
_WIPED = bytes(_LEVEL + 2)
_LOST = "the levels of some list are wiped out"
_SIGN = re.compile("[\0-\x08%]")


class _Read(NamedTuple):
    """A level, and where in the table the next thing begins."""

    level: Level
    end: int


def numbering_of(head: Head, damage: list[str]) -> Numbering:
    """Counters for all lists that a paragraph may name, from 1 ([MS-DOC] 2.9.187, 2.9.188).

    `damage` takes what is wrong with them.
    """
    lists = _lists(head.table("lists"), head.behind("lists"), damage)
    numbering = Numbering(None)
    table = head.table("overrides")
    count = min(u32(table, 0), (len(table) - 4) // _OVERRIDE if table else 0, _MOST)
    at = 4 + _OVERRIDE * count
    for number in range(count):
        identity = u32(table, 4 + _OVERRIDE * number)
        at += 4
        levels = dict(lists.get(identity, {}))
        starts: dict[int, int] = {}
        for _ in range(u8(table, 4 + _OVERRIDE * number + 12)):
            if at + 8 > len(table):
                break
            at = _override(table, at, levels, starts)
        if identity in lists:
            numbering.define(str(number + 1), str(identity), levels, starts)
    return numbering


def _override(table: bytes, at: int, levels: dict[int, Level], starts: dict[int, int]) -> int:
    """Change one level of a list ([MS-DOC] 2.9.133, "LFOLVL"); where the next change begins."""
    start, flags = i32(table, at), u8(table, at + 4)
    place = flags & 15
    end = at + 8
    if flags & _WHOLE:
        own, end = _level(table, end)
        if place < MAX_LEVELS:
            levels[place] = own
            starts[place] = own.start
    elif flags & _START and place < MAX_LEVELS:
        starts[place] = start
    return end


def _lists(table: bytes, behind: bytes, damage: list[str]) -> dict[int, dict[int, Level]]:
    """The levels of each list, which stand behind the table one after the other."""
    lists: dict[int, dict[int, Level]] = {}
    at = 0
    for number in range(min(u16(table, 0), max(0, len(table) - 2) // _LIST)):
        entry = table[2 + _LIST * number : 2 + _LIST * (number + 1)]
        levels: dict[int, Level] = {}
        for place in range(1 if entry[26] & _SIMPLE else MAX_LEVELS):
            if at + _LEVEL > len(behind):
                break
            if behind[at : at + len(_WIPED)] == _WIPED:
                damage.append(_LOST)
            levels[place], at = _level(behind, at)
        lists.setdefault(u32(entry, 0), levels)
    return lists


def _level(data: bytes, at: int) -> _Read:
    """A level at `at` ([MS-DOC] 2.9.149 "LVL", 2.9.150 "LVLF")."""
    flags = u8(data, at + 5)
    text = at + _LEVEL + u8(data, at + 24) + u8(data, at + 25)
    length = u16(data, text)
    end = text + 2 + 2 * length
    written = data[text + 2 : end].decode("utf-16-le", "replace")
    restart = u8(data, at + 26) if flags & _FREE else -1
    figures = FIGURES.get(u8(data, at + 4), "decimal")
    if figures != "bullet":
        written = _SIGN.sub(_sign, written)
    return _Read(Level(i32(data, at), figures, written, restart, bool(flags & _LEGAL)), end)


def _sign(found: re.Match[str]) -> str:
    """The number of a level as Word's other format has it; "%" is a letter here."""
    return PERCENT if found.group() == "%" else f"%{ord(found.group()) + 1}"
