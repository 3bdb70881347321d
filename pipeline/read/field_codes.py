"""What the instruction of a field of Word says: a link, a table of contents, words from elsewhere."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.read.symbols import is_symbol_font, symbols

_OUTSIDE = re.compile(r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE)\b", re.I)
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))', re.I)
_WEB = re.compile(r"(https?|mailto):", re.I)
_CONTENTS = re.compile(r"\s*TOC\b", re.I)
_SYMBOL = re.compile(r'\s*SYMBOL\s+(\d{1,7})(?:.*\\f\s+"?([^"\\]+))?', re.I | re.S)
_FORMULA = re.compile(r"\s*EQ\b", re.I)
# EQ \o\ad(\s\up 9(above),word): how Word keeps a phonetic guide in its older formats.
_RUBY = re.compile(r"\s*EQ\b[^(]*\\o[^(]*\(\s*\\s\s*\\up\s*[\d.]+\s*\(([^)]*)\)\s*[,;]([^)]*)\)", re.I)
_BUTTON = re.compile(r"\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s(.+)", re.I | re.S)
_WITHOUT_RESULT = re.compile(r"\s*(?:SET|ASK|PRIVATE|TC|TA|XE|RD)\b", re.I)

LOST_FORMULA = "a formula (a field EQ) is kept without what it shows"


def web_address(address: str) -> str:
    """`address` where it leads to the web or to a mailbox, "" for any other."""
    return address if _WEB.match(address) else ""


def link_of(instruction: str) -> str:
    """The address of a HYPERLINK field that leads to the web, else "" (17.16.5.25 of ECMA-376)."""
    match = _HYPERLINK.match(instruction)
    return web_address((match[1] or match[2] or "").strip()) if match else ""


def fetches(instruction: str) -> bool:
    """Whether the field takes its words from another file or program."""
    return _OUTSIDE.match(instruction) is not None


def is_contents(instruction: str) -> bool:
    """Whether the field is a table of contents (TOC)."""
    return _CONTENTS.match(instruction) is not None


def shows_no_result(instruction: str) -> bool:
    """Whether what the field gives is shown nowhere, although it may be kept."""
    return _WITHOUT_RESULT.match(instruction) is not None


class Shown(NamedTuple):
    """What a field shows although no result of it is kept.

    `code`: the text is that of its code, set as that is; `above`: small words above the text; `lost`: what
    it shows is not known without drawing it.
    """

    text: str = ""
    above: str = ""
    code: bool = False
    lost: bool = False


def shown_without_result(instruction: str) -> Shown:
    """What a field with this code shows where it is kept without its result."""
    if match := _RUBY.match(instruction):
        return Shown(match[2], above=match[1])
    if match := _BUTTON.match(instruction):
        return Shown(match[1], code=True)
    if _FORMULA.match(instruction):
        return Shown(lost=True)
    match = _SYMBOL.match(instruction)
    if match is None or not 0 < int(match[1]) < 0x110000:
        return Shown()
    sign = chr(int(match[1]))
    return Shown(symbols(sign) if is_symbol_font(match[2] or "") else sign)
