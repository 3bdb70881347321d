"""The fields of forms in an old Word file: what is chosen in a list of words."""

from __future__ import annotations

import re
from itertools import islice

from pipeline.read.doc.bytes import strings, u16, u32

_DROPDOWN = re.compile(r"\s*FORMDROPDOWN\b", re.I)
_SIGN, _LIST, _NOTHING_CHOSEN = 0xFFFFFFFF, 2, 25
_TEXTS = 5  # the format, two texts of help, two macros
_MOST = 25

LOST_CHOICE = "what is chosen in a list of a form (a field FORMDROPDOWN) is not known"


def is_dropdown(instruction: str) -> bool:
    """Whether the field shows the one of several words that was chosen."""
    return _DROPDOWN.match(instruction) is not None


def choice_at(data: bytes, at: int | None) -> str:
    """What is chosen in the list at `at` of the stream of data ([MS-DOC], "FFData"), or ""."""
    if at is None or at < 0:
        return ""
    at += u16(data, at + 4)
    bits = u16(data, at + 4)
    if u32(data, at) != _SIGN or bits & 3 != _LIST:
        return ""
    at = _behind_text(data, at + 10)
    chosen, usual = bits >> 2 & 31, u16(data, at)
    at += 2
    for _ in range(_TEXTS):
        at = _behind_text(data, at)
    number = usual if chosen == _NOTHING_CHOSEN else chosen
    listed = list(islice(strings(data[at : at + 0x10000]), _MOST))
    return listed[number] if number < len(listed) else ""


def _behind_text(data: bytes, at: int) -> int:
    """The place behind a text that has its length before it and a zero behind it."""
    return at + 2 + 2 * u16(data, at) + 2
