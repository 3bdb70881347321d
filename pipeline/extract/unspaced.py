"""Sentences of a language that writes no blanks: clauses are looked at in place of words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.clauses import actors_of
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import starts_as_action
from pipeline.extract.spans import strip_front

_CLAUSE = re.compile(r"[,;:。!?！？]")
_CLAUSES = 6
"""Clauses before a verb in which its subject is looked for."""

_TITLE = 24
"""Characters that a title in front of an item has at most."""

_NAME = 24
"""Characters at the front of a clause in which its subject stands."""


def subject(before: str, grammar: Grammar) -> str:
    """The words of `before` that name who asks: the authors or others, in the nearest clause that names any.

    What stands after "about" or "to" is no subject ("The union, about what the **Government** did, demands").
    """
    nearest = True
    for clause in reversed(_CLAUSE.split(before)[-_CLAUSES:]):
        words = clause[strip_front(clause, 0, len(clause), grammar.linking) :]
        if not nearest and (grammar.condition.match(words) or grammar.fronting.match(words)):
            continue  # "if the **Government** respects it, the union demands"
        nearest = nearest and not words.strip()
        ours = grammar.authors.search(words) or grammar.first.search(words)
        front = grammar.objects.search(words)
        named = words[: min(front.start() if front else _NAME, _NAME)]
        theirs = grammar.others.search(named)
        if ours and (theirs is None or ours.start() <= theirs.start()):
            return ours.group()
        if theirs:
            return theirs.group()
    return ""


def own_clause(text: str, position: int, grammar: Grammar) -> int:
    """Where the clause of a "must" at `position` begins if it names its own actor (", **the police** must").

    0 if it names none, and in a language with blanks.
    """
    if grammar.words:
        return 0
    start = text.rfind(",", 0, position) + 1
    words = text[start:position]
    front = strip_front(text, 0, start, grammar.linking)
    if grammar.condition.match(text, front, start):
        return 0  # "**if they fail,** the office must ..."
    if not words.strip():  # "to protect them, **must** ..."
        return start if grammar.fronting.match(text, front) else 0
    topic = grammar.objects.match(text, front, start)
    topic = topic if topic and not grammar.fronting.match(text, topic.start()) else None
    if topic or grammar.fronting.match(words):
        return 0
    return start if any(pattern.search(words) for pattern in actors_of(grammar)) else 0


def asker(before: str, grammar: Grammar) -> str:
    """The words in which the name of who asks is looked for: all, or without blanks only the subject."""
    return before if grammar.words else subject(before, grammar)


def is_title(sentences: Sequence[str], grammar: Grammar) -> bool:
    """Whether the first sentence of an item is only its title, as the authors ask in a later one ("Free
    elections. ... we call on the Government to ...")."""
    heads = (grammar.heads.own.search(text) for text in sentences[1:])
    later = any(own and grammar.first.search(own.group()) for own in heads)
    return later and not grammar.words and len(sentences[0]) <= _TITLE


def asked_of_reader(text: str, floor: int, verb: re.Match[str], grammar: Grammar) -> bool:
    """Whether a verb only goes on with what "you" are asked to do ("we ask you to go **and urge** him")."""
    if grammar.words or grammar.you.match(text, floor) is None or grammar.you.match(text, verb.end()):
        return False
    return grammar.tail.fullmatch(text, verb.start() - 1, verb.start()) is not None


def acts_first(text: str, grammar: Grammar) -> bool:
    """Whether an item begins with its action, so that a "must" in a later clause belongs to it."""
    return not grammar.words and starts_as_action(text, grammar)


def goes_on(text: str, grammar: Grammar) -> bool:
    """Whether a later part of a semicolon list may ask too: it begins with an action or an actor."""
    start = strip_front(text, 0, len(text), grammar.linking)
    fronts = (grammar.annex, *actors_of(grammar))
    return (
        grammar.words or starts_as_action(text, grammar) or any(front.match(text, start) for front in fronts)
    )
