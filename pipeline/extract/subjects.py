"""Who asks: the words before a recommending verb that name its subject, the authors or others."""

from __future__ import annotations

import re

from pipeline.extract.grammar import Grammar
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import LAST_WORD, QUOTED, behind_article, strip_front

_FIRST_WORDS = 6
_WHOSE = 3
"""Words between an organisation and those whose it is."""
_SHORT, _PLURALS = 2, ("s", "men", "people", "children")
_MOST_WORDS = 18
"""Of a subject of several names."""

_ATTRIBUTED = 12
_SPOKEN = 1
"""Words of who said it at the end of a sentence, and behind the verb of saying there, at most."""


def subject_of(before: str, grammar: Grammar) -> str:
    """The words that name who recommends: after the last comma, or the first ones where none stand there.

    After "and", "but" or a semicolon it is the subject of the verb before ("The league condemned the ban
    **and** called for").
    """
    before = _without_aside(before)
    piece = before[before.rfind(",") + 1 :]
    last = LAST_WORD.search(before)
    joins = (grammar.tail, grammar.against)
    joined = last is not None and any(one.fullmatch(last.group(1)) for one in joins)
    told = grammar.telling.search(before)  # "The league said **the Government** denied it but urges"
    joined = (joined or _same_again(before, grammar)) and not (
        told and grammar.actors.sur.search(before, told.end())
    )
    if not joined and strip_front(piece, 0, len(piece), grammar.linking) < len(piece.rstrip()):
        return piece
    start = strip_front(before, before.rfind(": ") + 1, len(before), NEVER)
    comma = before.find(",", start) if grammar.fronting.match(before, start) else -1
    if strip_front(before, comma + 1, len(before), grammar.linking) >= len(before.rstrip()) - 1:
        comma = -1
    words = " ".join(before[max(start, comma + 1) :].split()[:_FIRST_WORDS]) + " "
    return words[: _verb_of(words, grammar)]


def _same_again(before: str, grammar: Grammar) -> bool:
    """Whether nobody, or only a pronoun, stands behind a semicolon ("The league is against; **it** asks")."""
    parted = before.rfind(";")
    words = before[parted + 1 :].strip()
    return parted >= 0 and (not words or grammar.pronoun.fullmatch(words) is not None)


def _verb_of(words: str, grammar: Grammar) -> int:
    """Where the verb of an organisation begins, so that who stands behind it is no subject ("The union
    **condemns** the law and demands"); the end where a name may go on."""
    name = grammar.authors.match(words, strip_front(words, 0, len(words), grammar.linking))
    name = name or grammar.authors.match(words, behind_article(words, grammar))
    after = strip_front(words, name.end(), len(words), NEVER) if name else len(words)
    goes_on = (grammar.of, grammar.relative, grammar.tail, grammar.joining, grammar.article, grammar.fronting)
    return len(words) if any(one.match(words, after) for one in goes_on) else after


def _without_aside(before: str) -> str:
    """The words before a verb without an aside that a comma closes there ("The league, **of ten,**")."""
    core = before.rstrip()
    opening = core.rfind(",", 0, len(core) - 1) if core.endswith(",") else -1
    return core[:opening] + " " if opening > 0 else before


def begins_with_authors(before: str, grammar: Grammar) -> bool:
    """Whether an organisation that tells of itself is the subject of the sentence ("RSF writes to ask")."""
    start = strip_front(before, before.rfind(": ") + 1, len(before), NEVER)
    comma = before.find(",", start) if grammar.fronting.match(before, start) else -1
    return grammar.authors.search(" ".join(before[comma + 1 :].split()[:_FIRST_WORDS])) is not None


def after_front(who: str, grammar: Grammar) -> str:
    """The words before a verb without a fronted phrase ("In view of what some authorities did, it asks")."""
    start = strip_front(who, 0, len(who), NEVER)
    word = grammar.linking.match(who, start)
    places = (start, strip_front(who, word.end(), len(who), NEVER) if word else start)
    if not any(grammar.fronting.match(who, place) for place in places):
        return who
    return who[who.rfind(",") + 1 :]


def by_authors(who: str, grammar: Grammar) -> bool:
    """Whether an organisation that tells of itself by name is the subject, and not somebody after it."""
    names = list(grammar.authors.finditer(who))
    if not names or grammar.before.search(who, names[-1].end()):
        return False
    named = names[-1].end()
    if grammar.actors.un_body.search(who[: names[0].start()]) or grammar.actors.un_body.search(who, named):
        return False
    return all(
        grammar.relative.fullmatch(other.group()) or _of_them(who, named, other.start(), grammar)
        for other in grammar.others.finditer(who, named)
    )


def _of_them(who: str, named: int, other: int, grammar: Grammar) -> bool:
    """Whether others only say whose organisation it is ("the league **of the families** asks")."""
    if grammar.article is NEVER or grammar.object_first or grammar.behind is not NEVER or not grammar.words:
        return False
    after = strip_front(who, named, len(who), NEVER)
    between = who[after:other]
    near = len(between.split()) <= _WHOSE and "," not in between and grammar.tail.search(between) is None
    return near and after < other and grammar.of.match(who, after) is not None


def are_several(before: str, grammar: Grammar) -> bool:
    """Whether the words before a verb are several names, joined ("Against this, HRW **and** IDSN urge")."""
    piece = _clause(before)
    words = piece[strip_front(piece, 0, len(piece), NEVER) :].split()
    joint = next((n for n, word in enumerate(words) if grammar.tail.fullmatch(word) or word == "&"), -1)
    listed = joint == 0 and "," in before
    if not (joint > 0 or listed) or joint == len(words) - 1 or len(words) > _MOST_WORDS:
        return False
    sides = (words[:joint], words[joint + 1 :]) if joint > 0 else (words[1:],)
    if all(_is_common(side, grammar) for side in sides):
        return False
    bounds = (grammar.relative, grammar.modal, grammar.finite, grammar.within, grammar.pronoun)
    return not any(one.search(" ".join(words)) for one in bounds)


def _clause(before: str) -> str:
    """What stands behind the last sign."""
    return before[max(before.rfind(sign) for sign in ",;:") + 1 :]


def _is_common(words: list[str], grammar: Grammar) -> bool:
    """Whether they name people or authorities at large, and no organisation ("women", "the police")."""
    governs = len(words) <= _SHORT and grammar.actors.sur.fullmatch(words[-1]) is not None
    return governs or words[-1].endswith(_PLURALS)


def is_one_name(before: str, grammar: Grammar) -> bool:
    """Whether one word stands before a verb that wants several ("In view of this, **SUARAM** implore")."""
    piece = _clause(before).split()
    return len(piece) == 1 and not piece[0].endswith("s") and not grammar.joining.fullmatch(piece[0])


def names_others(who: str, grammar: Grammar) -> bool:
    """Whether others are the subject; an aside on the authors names nobody ("The centre, **which** ...")."""
    who = QUOTED.sub(" ", who)  # the fund "Law and Order"
    named = grammar.others.finditer(who, strip_front(who, 0, len(who), grammar.linking))
    return any(not (grammar.relative.fullmatch(m[0]) and who[: m.start()].endswith(", ")) for m in named)


def unknown(who: str, grammar: Grammar) -> bool:
    """Whether a subject is a name of which nothing is known: the authors are, as with verbs of asking."""
    subject = after_front(who, grammar)
    actors = grammar.actors
    governs = (actors.sur, actors.un_body, actors.other_state, actors.company)
    known = (grammar.others, grammar.crowd, *governs)
    return bool(subject.strip()) and not any(one.search(subject) for one in known)


def believed(text: str, end: int, grammar: Grammar) -> bool:
    """Whether what is said before `end` is what others hold to be so ("**Experts** believe that")."""
    opinion = grammar.opinion.search(text, 0, end)
    who = after_front(text[: opinion.start()], grammar) if opinion else ""
    others = any(one.search(who) for one in (grammar.others, grammar.crowd))
    return others and not any(one.search(text, 0, end) for one in (grammar.first, grammar.authors))


def hardship(text: str, start: int, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether it says what people must do themselves ("**Victims must travel** for a day to a court")."""
    who = grammar.relative.search(text, start, match.start())  # "Police **who** beat detainees must go"
    ends = " ," if grammar.words else " "  # "to protect **children,** it must"
    people = grammar.governed.fullmatch(text[start : (who or match).start()].strip(ends)) is not None
    return people and grammar.undergoing.match(text, strip_front(text, match.end(), len(text), NEVER)) is None


def attributed(text: str, start: int, grammar: Grammar) -> bool:
    """Whether somebody else is named at its end as who said it ("... must resign, experts have said")."""
    comma = text.rfind(",", start)
    tail = text[comma:] if comma >= 0 else ""
    if (said := grammar.said.search(tail)) is None or len(tail.split()) > _ATTRIBUTED:
        return False
    late = said.end() if len(tail[said.end() :].split()) > _SPOKEN else 0  # "..., said the minister"
    return grammar.others.search(tail, late) is not None and grammar.authors.search(tail) is None
