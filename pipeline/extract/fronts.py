"""Where the clause of a verb begins: behind linking words, other clauses and fronted phrases."""

from __future__ import annotations

import itertools
import re

from pipeline.extract.clauses import COMMA, actor, in_front, within_subject
from pipeline.extract.grammar import Grammar
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front
from pipeline.extract.unspaced import own_clause

_HARD = re.compile(r"[;:]\s|\s-\s(?=[^-]*$)")
_TOLD_WORDS = 3
"""Words that each part of what happened has at least."""

_CLAUSE = 600
"""Characters of a clause before its verb, at most."""


def clause_start(text: str, position: int, grammar: Grammar, bare: bool = False) -> int:
    """Where the clause of the verb at `position` begins: after linking words, other clauses, fronted phrases.

    `bare`: the verb has no subject of its own ("it is essential"). Two dashes set an aside into the subject.
    """
    start = max(0, position - _CLAUSE, own_clause(text, position, grammar))
    if bare and grammar.against.match(text, position) and text[:position].rstrip().endswith(","):
        return position
    even = text.count(" - ", start, position) % 2 == 0
    for hard in _HARD.finditer(text, start, position):
        if not (even and hard.group().startswith(" ")):
            start = hard.end()
    spoken = (one.end() for one in grammar.opinion.finditer(text, start))
    start = max(itertools.takewhile(position.__ge__, spoken), default=start)
    for joint in grammar.joining.finditer(text, start, position):
        after = strip_front(text, joint.end(), position, grammar.linking)
        if max(joint.end() + 2, after) >= position - 1 and not bare:
            continue
        comma = text[max(0, joint.start() - 3) : joint.start()].rstrip().endswith(",")
        against = comma and grammar.against.fullmatch(joint.group()) is not None
        aside = not comma and within_subject(text, start, joint.span(), position, grammar)
        told = comma and _tells_before(text, (start, joint.start()), (joint.end(), position), grammar)
        if aside or not (told or against or grammar.finite.search(text, start, joint.start())):
            continue
        front = in_front(text, start, joint.start(), grammar)
        if comma or not (front or grammar.finite.search(text, joint.end(), position)):
            start = joint.end()
    for _ in range(6):
        before = start
        start = strip_front(text, start, position, NEVER)
        if grammar.condition.match(text, start, position):
            break
        fronted = grammar.fronting.match(text[start:position])  # behind an Arabic "and" of the same word
        cut = COMMA.search(text, start, position) if fronted else None
        # "Given this, **must be opened** more shelters", as Spanish says it
        near = bare or grammar.drops_subject
        if cut and (cut.end() < position - 1 or (near and cut.end() == position)):
            start = _behind_row(text, cut.end(), position, grammar, near)
        else:
            start = strip_front(text, start, position, grammar.linking)
        if start == before:
            break
    opening = text.rfind("(", 0, start)  # "The US (or its States, at least) should": not inside the brackets
    inside = opening >= 0 and text.count(")", start, position) > text.count("(", start, position)
    return clause_start(text, opening, grammar, bare) if inside else start


def _tells_before(text: str, before: tuple[int, int], after: tuple[int, int], grammar: Grammar) -> bool:
    """Whether an actor stands behind an "and", and before it what happened, no row of names ("The clinic
    closed, the nurse left in April, **and the County** must send another")."""
    parts = text[slice(*before)].rstrip(" ,").split(", ")
    told = len(parts) > 1 and all(len(part.split()) >= _TOLD_WORDS for part in parts)
    begin = strip_front(text, *after, grammar.linking)
    return (
        told and actor(text, *before, grammar) is None and actor(text, begin, after[1], grammar) is not None
    )


def _behind_row(text: str, start: int, position: int, grammar: Grammar, alone: bool) -> int:
    """Where the subject begins after the rest of a row in a fronted phrase ("In view of A, **B and C,** the
    State must") or an aside in it ("Pending the ruling, **expected soon,** no name should"); else `start`.

    `alone`: the verb may have no subject of its own.
    """
    comma = text.rfind(", ", start, position)
    opens = alone and comma + 2 == position  # "In view of A, B and C, **it is essential** to"
    subject = grammar.article.match(text, comma + 2, position) or actor(text, comma + 2, position, grammar)
    if comma < 0 or not (opens or subject):
        return start
    closed = grammar.tail.search(text, start, comma) is not None
    closed = closed or not (grammar.article.match(text, start) or actor(text, start, comma, grammar))
    tells = grammar.finite.search(text, start, comma) and grammar.relative.match(text, start) is None
    return comma + 2 if closed and not tells else start
