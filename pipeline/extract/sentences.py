"""Where sentences and the parts of a semicolon list begin and end; works on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?:[.!?…]+[\"')\]]*(?:(?<=[^\d\s].)\d{1,3}|\(\d{1,3}\))?(?=\s|$|[^\W\d_]{2}))|[。！？]+[\"')\]]*"
)
_LAST_WORD = re.compile(r"[\w.'-]{1,20}$")
_NEXT_WORD = re.compile(r"[^\W\d_]{2,}(?=[\s,;:'’])")
_DOMAINS = frozenset({"ai", "com", "edu", "eu", "gov", "info", "int", "io", "net", "org"})
_MARKER = re.compile(
    r"\s*(?:[-•●▪*]|\(?(?:\d{1,3}°?|(?!m\.)[a-z]|[ivx]{2,5})[.)]|\d{1,2}(?:\.\d{1,2}){0,3} ?-"
    r"|[①-⑳❶-❿]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\d{1,2}-\d{1,2}[.)]|[^\W\d_]{5,8}\.-)\s+"
    r"|\s*(?:\((?:[一二三四五六七八九十]{1,3}|[甲乙丙丁戊己庚辛]|\d{1,2})\)[,、.:]?|[一二三四五六七八九十]{1,3}[、.]"
    r"|\d{1,2}[.、](?=[\u4e00-\u9fff]))\s*"
)
_ORDINAL = re.compile(r"\d{1,3}[ºª°]")
_HAN_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}")
_OPENS = frozenset("「『“")
_INITIAL = re.compile(r"[a-zа-я]")
_BREAK = re.compile(r"[;()\[\]\"]")

LONGEST = 20_000
"""A stretch of more characters without a full stop is no sentence that anybody wrote; it is not analysed."""


def sentences(text: str, source: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence of the folded `text`; `source` has its letters in their own case."""
    start = 0
    for match in _END.finditer(text):
        if _goes_on(text, source, match, abbreviations, start) or _inside_word(text, source, match):
            continue
        end = match.end()
        while len(source) == len(text) and source[end - 1] in _OPENS:
            end -= 1  # 。「...: the quotation mark opens the next sentence
        yield from _stripped(text, start, end)
        start = end
    yield from _stripped(text, start, len(text))


def _goes_on(text: str, source: str, match: re.Match[str], short: frozenset[str], start: int) -> bool:
    """Whether the stop is inside a sentence: after an abbreviation or list number, before a small letter."""
    if not match.group().startswith("."):
        return False
    following = source[match.end() : match.end() + 3].lstrip() if len(source) == len(text) else ""
    if following[:1].islower() and following[:1].isalpha() and following[:1].upper() != following[:1]:
        return True
    word = _LAST_WORD.search(text, max(start, match.start() - 20), match.start())
    if word is None:
        return False
    last = word.group().strip(".'-")
    if _ORDINAL.fullmatch(last):
        return True
    if last.replace("-", "").isdigit() or _HAN_NUMBER.fullmatch(last):
        return len(last) <= 3 and text[start : word.start()].strip() == ""
    ends = last == "etc" and following[:1].isupper()
    return (last in short and not ends) or (len(last) == 1 and _INITIAL.fullmatch(last) is not None)


def _inside_word(text: str, source: str, match: re.Match[str]) -> bool:
    """Whether a stop stands inside a word or an address, not between sentences whose blank was lost
    ("to the Ministry.Women must")."""
    begin, end = match.span()
    if end >= len(text) or not text[end].isalpha() or text[begin] not in ".!?…":
        return False
    if len(source) != len(text):
        return True
    if source[begin] == "？":
        return False
    before = _LAST_WORD.search(source, max(0, begin - 20), begin)
    after = _NEXT_WORD.match(source, end)
    if before is None or after is None or after.group().lower() in _DOMAINS:
        return True
    word = before.group()
    whole = word.isalpha() and len(word) > 2 and (word[1:].islower() or word.isupper())
    return not (whole and after.group().istitle())


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def semicolons(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of text[start:end] between semicolons that are not inside brackets or quotes."""
    parts: list[tuple[int, int]] = []
    depth, quoted, begin = 0, False, start
    for match in _BREAK.finditer(text, start, end):
        sign = match.group()
        if sign == ";" and depth <= 0 and not quoted:
            parts.extend(_stripped(text, begin, match.start()))
            begin = match.end()
        elif sign == '"':
            quoted = not quoted
        else:
            depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(sign, 0)
    parts.extend(_stripped(text, begin, end))
    return parts


def without_marker(text: str, start: int, end: int) -> int:
    """The start after a number or bullet that the reader left in the text."""
    match = _MARKER.match(text, start, end)
    return match.end() if match and match.end() < end else start
