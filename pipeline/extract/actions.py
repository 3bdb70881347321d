"""The separable actions of a compound recommendation, so that a mission can lift one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_end, strip_front
from pipeline.models.findings import Span

_COMMA = re.compile(r"[,;]\s*")
_WORD = re.compile(r"[\w'-]+")
_VERB = 80
"""Characters in which an action begins, adverbs included."""

_SMALL = 4
"""Letters of an action's object in a language without blanks between words."""


def separable(spans: Sequence[Span], text: str, grammar: Grammar) -> tuple[Span, ...]:
    """The actions in `text` (of one span); empty where it asks one thing, or where that is not sure.

    A coordinator parts two actions only if a verb follows it, if what stands before it has an object of its
    own, and if no subordinate action ("a law to protect ...") to which the verb might belong stands between.
    """
    if len(spans) != 1:
        return ()
    folded = fold(text)
    start = _first(folded.text, grammar)
    if start < 0:
        return ()
    pieces = _pieces(folded.text, start, grammar)
    if len(pieces) < 2:
        return ()
    at = spans[0]
    return tuple(
        Span(at.passage, at.start + folded.back(begin), at.start + folded.back(end)) for begin, end in pieces
    )


def _first(text: str, grammar: Grammar) -> int:
    """Where the first action begins: at the front, or after "the Government must"; -1 if neither."""
    if grammar.action.match(text):
        return 0
    modal = grammar.modal.search(text)
    if modal is None:
        return -1
    begin = strip_front(text, modal.end(), len(text), NEVER)
    return begin if grammar.action.match(text, begin) else -1


def _pieces(text: str, start: int, grammar: Grammar) -> list[tuple[int, int]]:
    """The (start, end) of each action: parted at coordinators, and at the commas of a series before one."""
    partings = [(gap, begin) for gap, begin in _partings(text, start, grammar) if _open(text, start, gap)]
    if not partings:
        return []
    last = partings[-1][0]
    commas = [(gap, begin) for gap, begin in _commas(text, start, last, grammar) if _open(text, start, gap)]
    pieces: list[tuple[int, int]] = []
    begin = start
    for gap, after in sorted({*partings, *commas}):
        if gap <= begin or not _stands_alone(text[begin:gap], grammar):
            continue
        pieces.append((begin, strip_end(text, begin, gap, grammar)))
        begin = after
    pieces.append((begin, strip_end(text, begin, len(text), grammar)))
    whole = pieces[-1]
    return pieces if _has_object(text[whole[0] : whole[1]], grammar) else []


def _partings(text: str, start: int, grammar: Grammar) -> list[tuple[int, int]]:
    """Where a coordinator ("and", "as well as to") stands before a verb, and where the verb begins."""
    return [
        (match.start(), begin)
        for match in grammar.parting.finditer(text, start)
        if (begin := strip_front(text, match.end(), len(text), NEVER)) and _is_verb(text, begin, grammar)
    ]


def _commas(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    return [
        (match.start(), match.end())
        for match in _COMMA.finditer(text, start, end)
        if _is_verb(text, match.end(), grammar)
    ]


def _is_verb(text: str, position: int, grammar: Grammar) -> bool:
    """Whether an action begins here; a word that may be a noun as well needs an article after it."""
    # A slice, so that a verb is seen behind the Arabic "and", which is written as one word with it.
    rest = text[position : position + _VERB]
    match = grammar.action.match(rest)
    if match is None:
        return False
    after = strip_front(rest, match.end(), len(rest), NEVER)
    if match.group().endswith("ly"):
        return _is_verb(rest, after, grammar)
    if grammar.nouns.fullmatch(match.group()):
        return grammar.article.match(rest, after) is not None
    return True


def _open(text: str, start: int, position: int) -> bool:
    """Whether the place is inside no bracket and no quotation."""
    before = text[start:position]
    return before.count('"') % 2 == 0 and before.count("(") <= before.count(")")


def _stands_alone(piece: str, grammar: Grammar) -> bool:
    """Whether it has an object of its own and no subordinate action that what follows might continue."""
    if not _has_object(piece, grammar):
        return False
    for match in grammar.within.finditer(piece, 1):
        if grammar.action.match(piece, strip_front(piece, match.end(), len(piece), NEVER)):
            return False
    return True


def _has_object(piece: str, grammar: Grammar) -> bool:
    """Whether anything but verbs and adverbs stands in it ("adopt and implement" alone asks for nothing)."""
    if not grammar.words:
        match = grammar.action.match(piece)
        return match is not None and len(piece.strip(" ,;")) - match.end() >= _SMALL
    rest = (word for word in _WORD.findall(piece) if not grammar.action.fullmatch(word))
    return any(not grammar.article.fullmatch(word) and not word.endswith("ly") for word in rest)
