"""Demands said before the words that ask for them ("A school in each village: that is what we ask")."""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.items import starts_as_action
from pipeline.extract.modals import obligations
from pipeline.extract.sentences import semicolons
from pipeline.extract.spans import strip_front

_WORDS = 18
"""Words after the closing ones in which whom it is told is named."""

_LEAST = 2
"""Words of what is asked for, at least."""

_EMPTY = 2
"""Characters of a sentence that can hold no word with its stop."""

_WORD = re.compile(r"\w+ ")
_MARK = re.compile(r"[,:;.\"!-]\s*$")


class Closed(NamedTuple):
    """What is asked for in front of closing words, text[start:end], which is empty where they close nothing;
    and the words behind them, which may say who is told."""

    start: int
    end: int
    words: str


def closed(text: str, after: str, grammar: Grammar) -> Closed | None:
    """What is asked in a folded sentence by words at its end, or by the whole of the one `after` it ("That
    we ask of the mayor."); None where it is read as any other."""
    if len(text) <= _EMPTY:
        return None
    found = _closing(text, grammar.closing, grammar)
    if found is None and (calls := _closing(text, grammar.bidden, grammar)):
        front = text[: calls.start()]
        begin = front.rfind("; ") + 1
        public, actors = grammar.actors.public, grammar.actors
        people = public.search(text, calls.end()) and not actors.sur.search(text, calls.end())
        acts = not people and starts_as_action(front[begin:].lstrip(' "'), grammar)
        return Closed(begin, calls.start(), text[calls.end() :]) if acts else None
    if found is not None:
        return _before(text, found, grammar)
    if grammar.closing.search(after) is None:
        return None
    behind = grammar.closing.match(after, strip_front(after, 0, len(after), grammar.linking))
    if behind is None or not _ends(after, behind.end(), grammar) or grammar.heads.own.search(text):
        return None
    asked = _before(text, None, grammar)
    return asked._replace(words=after[behind.end() :]) if asked.start < asked.end else None


def _closing(text: str, words: Pattern, grammar: Grammar) -> re.Match[str] | None:
    """Where closing words stand in a sentence, in front or behind a mark, with nothing else after them."""
    for found in words.finditer(text):
        begin = strip_front(text, 0, found.start(), grammar.linking)
        front = begin >= found.start() - 1
        last = text.rfind(" ", 0, found.start() - 1) + 1
        before = last if grammar.tail.fullmatch(text[last : found.start()].strip()) else found.start()
        is_what = grammar.cleft.match(text, found.start()) is not None  # "A census **is what we ask**"
        parted = front or is_what or _MARK.search(text, 0, before) or _whose(text, found.start(), grammar)
        if parted and _ends(text, found.end(), grammar):
            return found
    return None


def _whose(text: str, end: int, grammar: Grammar) -> int:
    """Where the thing asked for begins behind a relative word that goes on to closing words ("prisoners,
    **whose** release we demand"); 0 for nowhere."""
    comma = text.rfind(", ", 0, end)
    word = _WORD.match(text, comma + 2) if comma >= 0 else None
    near = word is not None and len(text[word.end() : end].split()) in range(1, _WORDS // 2)
    return word.end() if word and near and grammar.relative.fullmatch(word.group().strip()) else 0


def _ends(text: str, start: int, grammar: Grammar) -> bool:
    """Whether nothing is asked behind closing words, and they tell of no earlier time."""
    rest = text[start:].rstrip(' ".')
    brief = len(rest.split()) <= _WORDS and ":" not in rest and not rest.endswith("?")
    return brief and grammar.once.search(rest) is None


def _before(text: str, found: re.Match[str] | None, grammar: Grammar) -> Closed:
    """What stands before closing words, or the whole of a sentence, if it can be asked for."""
    end = found.start() if found else len(text)
    words = text[found.end() :] if found else ""
    why = text[:end].rstrip().endswith(",") and grammar.fronting.match(text) is not None
    front = text[:end].rstrip(" ,:;-")
    last = front.rfind(" ")
    front = front[:last].rstrip(" ,:;-") if last > 0 and grammar.tail.fullmatch(front[last + 1 :]) else front
    begin = max((start for start, _ in semicolons(front, 0, len(front))), default=0)
    if found and (behind := _whose(text, found.start(), grammar)):
        return Closed(behind, len(front), words)
    piece = front[begin:].strip(' "')
    asks = starts_as_action(piece, grammar) or bool(obligations(piece, grammar))
    says = grammar.finite.search(piece) or grammar.first.search(piece) or grammar.pronoun.match(piece)
    asks = asks or (says is None and not why)  # "The closing of the dump", not "For their sake, we ask"
    if len(piece.split()) < _LEAST or not asks or grammar.heads.own.search(piece):
        return Closed(end, end, words)
    return Closed(begin, len(front), words)
