"""Lines put together to running text: words broken at a line's end are whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from pipeline.read.pdf.types import Line, Span

HYPHENS = "-\u2010\u00ad"
LAST_WORD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
FIRST_WORD = re.compile(r"^[^\W\d_]+")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")
ADDRESS = re.compile(r"(?:https?://|www\.)\S*$|\S+/\S*$", re.I)
GLUED_DASH = re.compile(r"\w[–/]$")
# Half words that make a closed compound although both halves are words.
CLOSED = frozenset(("with", "over", "under", "fore", "after", "some", "every", "where", "there", "through"))


def vocabulary(lines: Iterable[Line]) -> Counter[str]:
    """The words of the lines, in small letters, except those that a line's end may have broken."""
    words = Counter[str]()
    for line in lines:
        found = WORD.findall(line.text.casefold())
        if line.text[-1:] in HYPHENS and found:
            found.pop()
        words.update(found)
    return words


def joined(lines: list[Line], words: Counter[str]) -> tuple[Span, ...]:
    """The spans of a paragraph's lines, as one text."""
    spans: list[Span] = []
    for line in lines:
        if not line.text:
            continue
        if spans:
            spans = _connect(spans, line, words)
        spans += line.spans
    return tuple(
        Span("".join(span.text for span in group), *look)
        for look, group in groupby(spans, key=lambda span: (span.bold, span.italic, span.raised))
    )


def _connect(spans: list[Span], line: Line, words: Counter[str]) -> list[Span]:
    """`spans` made ready for `line` to follow: with a blank, or without the hyphen of a broken word."""
    before = _tail(spans)
    link = _link(before, line.text, words)
    last = spans[-1]
    if link == "cut":
        return [*spans[:-1], Span(last.text[:-1], last.bold, last.italic, last.raised)]
    if link == "blank":
        return [*spans, Span(" ", last.bold, last.italic)]
    return spans


def _tail(spans: list[Span]) -> str:
    """The end of the text so far."""
    text = ""
    for span in reversed(spans):
        text = span.text + text
        if len(text) > 200:
            break
    return text


def _link(before: str, after: str, words: Counter[str]) -> str:
    """How a line's end and the next line's beginning belong together: "blank", "cut" a hyphen, or "none"."""
    if before[-1:] == "\u00ad":
        return "cut"
    if before[-1:] not in HYPHENS:
        glued = GLUED_DASH.search(before) and not before.endswith(" ")
        return "none" if glued and after[:1].isalnum() else "blank"
    left, right = LAST_WORD.search(before), FIRST_WORD.match(after)
    if before[-2:-1].isspace() or len(before) < 2:
        return "blank"
    if left is None or right is None or ADDRESS.search(before) or not right[0][0].islower():
        return "none"
    return "none" if _keeps_hyphen(left[1].casefold(), before, right[0].casefold(), words) else "cut"


def _keeps_hyphen(left: str, before: str, right: str, words: Counter[str]) -> bool:
    """Whether the hyphen is the word's own: the document's other words decide."""
    whole = WORD.findall(before.casefold()[:-1])
    start = whole[-1] if whole else left
    if "-" in start:  # "cessez-le-" has hyphens of its own
        return True
    if words[start + right] or words[left + right]:
        return False
    if words[f"{start}-{right}"] or words[f"{left}-{right}"]:
        return True
    both = len(left) >= 4 and len(right) >= 4 and words[left] > 0 and words[right] > 0
    return both and left not in CLOSED
