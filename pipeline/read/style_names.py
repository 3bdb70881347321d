"""What the name of a paragraph style says: a heading, a quotation, an entry of a table of contents."""

from __future__ import annotations

import re

# Word writes the English name of a built-in style whatever its language; other programs write their own.
_HEADING = re.compile(
    r"(?:heading|titre|título|titulo|überschrift|titolo|kop|rubrik|overskrift|otsikko|заголовок|nagłówek|naslov"
    r"|nadpis|cabeçalho|عنوان|标题|標題|見出し)\s*([1-9])\b",
    re.I,
)
_TITLES = {"title": 1, "document title": 1, "subtitle": 2}
_QUOTES = re.compile(r"quot|citation|zitat|citaci|\bcita\b|block text|цитат", re.I)
_CONTENTS = re.compile(r"toc \d|table of figures|sommaire|tm \d")


def heading_level(name: str) -> int:
    """1 to 6 for the name (in lower case) of a style of headings or titles, 0 for any other."""
    match = _HEADING.match(name)
    return min(int(match.group(1)), 6) if match else _TITLES.get(name, 0)


def is_quotation(name: str) -> bool:
    """Whether a style of this name is for quotations."""
    return _QUOTES.search(name) is not None


def is_contents(name: str) -> bool:
    """Whether a style of this name (in lower case) is for the entries of a table of contents."""
    return _CONTENTS.match(name) is not None
