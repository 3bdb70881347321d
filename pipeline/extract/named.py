"""Who is named beside a small word ("recommend **to the State** that", "ask it **for** help")."""

from __future__ import annotations

import re

from pipeline.extract.addressee import Names, names_only, told
from pipeline.extract.clauses import actors_of
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import LAST_WORD, strip_front
from pipeline.models.findings import Addressee

_NAMED = 60
_NEAR = 40
_ASKER = 8
_OF = 5
"""Words with which the name of an actor goes on ("the Ministry **of Water and Forests**")."""


def governed(text: str, position: int, grammar: Grammar) -> bool:
    """Whether the word before makes what begins there a part of a name ("the ministry **of** the ...")."""
    word = LAST_WORD.search(text, max(0, position - 20), position)
    return word is not None and grammar.governor.fullmatch(word.group(1)) is not None


def addresses(text: str, start: int, to: re.Match[str], rules: tuple[Grammar, Pattern]) -> bool:
    """Whether "to" only names who is asked ("recommend **to Cuba** to ...", "to police chiefs that ...")."""
    grammar, countries = rules
    if countries.match(text, to.end()):
        return True
    if text[start : to.start()].strip() or not (grammar.words and grammar.isolating):
        return False
    named = any(one.match(text, to.end()) for one in actors_of(grammar))
    return named and grammar.complement.search(text, to.end(), min(len(text), to.end() + _NAMED)) is not None


def to_actor(text: str, between: tuple[int, int], grammar: Grammar) -> bool:
    """Whether "to" and an actor stand between a verb and "that" ("recommend **to the State** that")."""
    if not grammar.isolating:
        return False
    to = grammar.dative_heading.match(text, strip_front(text, between[0], between[1], NEVER))
    first = (to.end(), min(between[1], to.end() + _NEAR)) if to else (0, 0)
    return to is not None and any(one.search(text, *first) for one in actors_of(grammar))


def labelled(
    text: str, label: tuple[int, int], rules: tuple[Grammar, Names]
) -> tuple[int, tuple[Addressee, str]] | None:
    """Where the action begins, and who is meant, where a label names whom the "to" behind its colon tells
    ("**Donors:** to pay for it"). `label`: where it begins, and ends behind the colon."""
    grammar, known = rules
    to = grammar.complement.match(text, strip_front(text, label[1], len(text), NEVER))
    words = text[label[0] : max(label[0], label[1] - 1)].strip(" *")
    if to is None or not grammar.isolating or to.end() <= to.start() or not names_only(words, grammar, known):
        return None
    who = told(words, grammar, known)
    return (to.end(), (who, words)) if who else None


def sought(text: str, start: int, end: int, rules: tuple[Grammar, Pattern]) -> re.Match[str] | None:
    """The "for" right behind a name, where a thing is asked of somebody ("ask the State **for** a ship")."""
    grammar, countries = rules
    names = (*actors_of(grammar), countries)
    for found in grammar.sought.finditer(text, start, end):
        ends = (one.end() for name in names for one in name.finditer(text, start, found.start()))
        rests = (text[end : found.start()].strip() for end in ends)
        named = any(not one or (len(one.split()) <= _OF and grammar.of.match(one)) for one in rests)
        if named and not governed(text, found.start(), grammar):
            return found
    return None


def asker_between(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a short name, of nobody known, stands before what is recommended ("recommends **the House
    of Justice** to repeal"), and no noun of action."""
    words = text[start:end]
    brief = grammar.behind is not NEVER and 0 < len(words.split()) <= _ASKER and "," not in words
    return brief and text.startswith("ب", end) and grammar.bare.search(text, start, end) is None
