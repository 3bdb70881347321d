"""What the instruction of a field of Word says: a link, a table of contents, words from elsewhere."""

from __future__ import annotations

import re

_OUTSIDE = re.compile(r"\s*(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD|DATABASE)\b", re.I)
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:"([^"]*)"|([^\s"\\]+))', re.I)
_WEB = re.compile(r"(https?|mailto):", re.I)
_CONTENTS = re.compile(r"\s*TOC\b", re.I)


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
