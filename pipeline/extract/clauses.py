"""Sentences with two obligations: where the second begins, and whom it tells."""

from __future__ import annotations

import re

from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front

_SECOND = 80
"""Characters in which the subject of a second clause stands before its "must"."""

_EPITHETS = 1
_NAME = 24
"""Characters in which the names of two ministries differ."""
COMMA = re.compile(r",\s+")
_TIME = 40
"""Characters behind a verb in which a time says that it was then."""
_AND = re.compile(r", (?=و)")
"""Where an Arabic clause may begin that goes on with "and"."""


def second_clause(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, int] | None:
    """Where a clause ends and another begins that says what an actor must do ("and **the police must**")."""
    for joint in _AND.finditer(text, start, end) if grammar.behind is not NEVER else ():
        if grammar.impersonal.match(text, joint.end(), end) and _unquoted(text, start, joint.start()):
            return joint.start(), joint.end()
    for joint in grammar.joining.finditer(text, start, end):
        if grammar.tail.fullmatch(joint.group()) is None or grammar.because.fullmatch(joint.group()):
            continue
        comma = text[start : joint.start()].rstrip().endswith(",")
        if not comma and grammar.relative.search(text, start, joint.start()):
            continue
        begin = strip_front(text, joint.end(), end, grammar.linking)
        told = _told(text, begin, end, grammar) or _necessary(text, begin, end, grammar)
        if told and _unquoted(text, start, joint.start()):
            return joint.start(), begin
    return None


def _unquoted(text: str, start: int, end: int) -> bool:
    """Whether no quotation that begins behind `start` is open at `end`."""
    return text.count('"', start, end) % 2 == 0


def each_that(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """The clauses of a row that each name who should act ("**that the Ministry** pay, **that the police**
    leave, and **that donors** help"); one where they do not."""
    found, begin, who = [], start, ""
    front = strip_front(text, start, end, NEVER)
    for that in grammar.agentive.finditer(text, start + 1, end):
        before = text[begin : that.start()].rstrip()
        if not before.endswith(",") and not grammar.tail.fullmatch(before, before.rfind(" ") + 1):
            continue
        who = who or actor(text, front, end, grammar) or ""
        after = strip_front(text, that.end(), end, NEVER)
        again = actor(text, after, end, grammar) if who else None
        named = again and (again != who or text[after : after + _NAME] != text[front : front + _NAME])
        if again and named and _unquoted(text, start, that.start()):
            found.append((begin, that.start()))
            begin, who, front = after, again, after
    return [*found, (begin, end)]


def obliges(text: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether what begins there says that an actor must do something, or that it is necessary."""
    return _told(text, begin, end, grammar) or _necessary(text, begin, end, grammar)


def only_names(words: str, grammar: Grammar) -> bool:
    """Whether Arabic words in front of a list name no action ("it behoves **the Government of Cuba**:")."""
    if grammar.behind is NEVER:
        return False
    return grammar.bare.search(words) is None and grammar.action.search(words) is None


def _necessary(text: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether "it is necessary that" stands at `begin`, and not "there must be"."""
    found = grammar.impersonal.match(text, begin, end) if grammar.words else None
    return found is not None and grammar.modal.search(found.group()) is None


def _told(text: str, begin: int, end: int, grammar: Grammar) -> bool:
    """Whether an actor stands at `begin` as the subject of a "must" near it."""
    modal = grammar.modal.search(text, begin, min(end, begin + _SECOND))
    if modal is None or actor(text, begin, modal.start(), grammar) is None:
        return False
    words = text[begin : modal.start()]
    return "," not in words and not any(grammar.relative.fullmatch(word) for word in words.split())


def actor(text: str, start: int, end: int, grammar: Grammar) -> str | None:
    """The actor that text[start:end] begins with, after an article."""
    article = grammar.article.match(text, start, end)
    start = strip_front(text, article.end(), end, NEVER) if article else start
    end = min(end, start + _SECOND)
    found = (pattern.search(text, start, end) for pattern in actors_of(grammar))
    near = (one for one in found if one and len(text[start : one.start()].split()) <= _EPITHETS)
    return next((one.group() for one in near), None)


def other(text: str, subject: tuple[int, int], second: tuple[int, int], grammar: Grammar) -> bool:
    """Whether somebody else is told in the second clause than in the first, which ends with a comma or names
    its actor too."""
    if _necessary(text, second[1], len(text), grammar):
        return True
    first = [one.group() for pattern in actors_of(grammar) for one in pattern.finditer(text, *subject)]
    again = actor(text, second[1], len(text), grammar)
    named = first or text[: second[0]].rstrip().endswith(",")
    return bool(named) and again is not None and again not in first


def actors_of(grammar: Grammar) -> tuple[Pattern, ...]:
    """The patterns of all who may be told to act."""
    actors = grammar.actors
    return actors.sur, actors.un_body, actors.other_state, actors.company, actors.other


def dated(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether a time in front puts a verb in the past further back ("**In 2022** the league asked")."""
    told = grammar.words and grammar.behind is NEVER  # an Arabic sentence may be a whole paragraph
    past = told and grammar.heads.past.match(text, match.start()) is not None
    return past and (grammar.once.search(text, 0, match.start()) is not None or since(text, match, grammar))


def since(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether a time stands right behind a verb of asking ("pedimos **en 2022** que ...")."""
    return grammar.once.match(text[match.end() : match.end() + _TIME].lstrip(" ,")) is not None


def wished_of(text: str, floor: int, position: int, grammar: Grammar) -> bool:
    """Whether a verb in the past is one of a wish, as Russian says it ("that they **asked** X to")."""
    if not grammar.object_first or grammar.heads.past.match(text, position) is None:
        return False
    that = grammar.agentive.search(text, floor, position)
    return that is not None and not any(sign in text[that.end() : position] for sign in ",;:")


def in_front(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether text[start:end] is only a fronted phrase; "Despite ..., X **is** bad" is a clause."""
    begin = strip_front(text, start, end, grammar.linking)
    if grammar.fronting.match(text, begin) is None and grammar.condition.match(text, begin) is None:
        return False
    comma = COMMA.search(text, begin, end)
    while comma and grammar.relative.match(text, comma.end(), end):  # "For the survey, **which is new,** ..."
        comma = COMMA.search(text, comma.end(), end)
    return comma is None or grammar.finite.search(text, comma.end(), end) is None


def within_subject(text: str, start: int, joint: tuple[int, int], end: int, grammar: Grammar) -> bool:
    """Whether an "and" belongs to the subject of the verb at `end`: in an aside that a comma closes before
    it ("the girls, **above all the young and the poor**, must"), or before "to" ("access to law and **to
    schools** must")."""
    after = strip_front(text, joint[1], end, NEVER)
    if grammar.dative.match(text, after, end) and "," not in text[after:end]:
        return True
    opening = text.rfind(", ", start, joint[0]) if text[:end].rstrip().endswith(",") else -1
    words = (grammar.annex, grammar.fronting) if opening > 0 else ()
    opens = any(word.match(text, opening + 2) for word in words)
    return opens and grammar.finite.search(text, opening, joint[0]) is None
