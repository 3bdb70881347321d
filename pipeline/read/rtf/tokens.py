"""Cut an RTF into tokens: brackets, control words with their figures, control symbols, stretches of text."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.read.limits import too_much

MAX_TOKENS = 3_000_000
"""A file of 2 MB that is text throughout has some 360,000; larger ones are so by their pictures."""

# In text stand bytes as they are or as \'hh, and the escaped signs; a control word takes one blank after it.
_TOKEN = re.compile(
    r"((?:[^\\{}]++|\\'[0-9a-fA-F]{2}|\\[\\{}])++)|([{}])|\\([a-zA-Z]+)(-?\d+)? ?|\\(.)", re.DOTALL
)
_ESCAPE = re.compile(r"\\(?:'([0-9a-fA-F]{2})|([\\{}]))")
_IGNORED = dict.fromkeys(map(ord, "\r\n\0"))
_LARGEST = 2_147_483_647


class Sort(enum.Enum):
    """What a token is."""

    TEXT = 1
    OPEN = 2
    CLOSE = 3
    WORD = 4
    SYMBOL = 5


class Token(NamedTuple):
    """`value`: the text as written, the word or the sign; `figure`: the number behind a word, None for none.

    `end`: where it ends in the file.
    """

    sort: Sort
    value: str
    figure: int | None
    end: int


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of `data`; what \\binN announces is stepped over (RTF 1.9.1, Conventions of an RTF Reader).

    Raises Refused (FI04) for more tokens than any statement has.
    """
    text = data.decode("latin-1")
    place = count = 0
    while (match := _TOKEN.match(text, place)) is not None:
        place = match.end()
        count += 1
        if count > MAX_TOKENS:
            raise too_much("it has too many control words")
        written, bracket, word, figure, sign = match.groups()
        if written is not None:
            yield Token(Sort.TEXT, written, None, place)
        elif bracket is not None:
            yield Token(Sort.OPEN if bracket == "{" else Sort.CLOSE, bracket, None, place)
        elif word is None:
            yield Token(Sort.SYMBOL, sign, None, place)
        else:
            number = None if figure is None else _whole(figure)
            if word == "bin":
                place += max(0, number or 0)
            yield Token(Sort.WORD, word, number, place)


def _whole(figure: str) -> int:
    """`figure` as a number, cut to 32 bits as Word does."""
    return max(-_LARGEST, min(_LARGEST, int(figure[:12])))


def letters(written: str) -> bytes:
    """The bytes that the text of a token stands for; line ends in the file are none."""
    plain = written.translate(_IGNORED)
    if "\\" in plain:
        plain = _ESCAPE.sub(lambda found: found[2] or chr(int(found[1], 16)), plain)
    return plain.encode("latin-1")
