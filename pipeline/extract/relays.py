"""What is to be passed on: the demand inside of what readers or other States are asked to ask of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.acts import Act, act_of
from pipeline.extract.addressee import Names, names_only
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front

_ASKED = 70
"""Characters in which those who are to pass it on stand before their verb ("that **your mission** ...")."""

_ASKED_WORDS = 6
_NAMED = 80
"""Characters after the verb in which the State is named, and after its name in which the action begins."""

_BEFORE = 6
_LETTER = re.compile(r"\s*\w\)")
_LEADING = 5
"""Words that may stand between the State's name and the colon."""


def relayed(text: str, act: Act, grammar: Grammar, countries: Pattern = NEVER) -> Act | None:
    """What people are called on to ask of somebody ("we call on all **to ask the State for** justice")."""
    match = grammar.heads.joined.search(text, act.start, act.end)
    limits = (match.start(), act.end) if match else (0, 0)
    return act_of(text, match, limits, act.voice, (grammar, countries)) if match else None


def introduced(text: str, act: Act, words: str, rules: tuple[Grammar, Names]) -> tuple[Act, str]:
    """The act from its first action on, and whom the words before its colon name ("recommends that **the
    State party**: (a) sign; (b) pay"); `words`: whom the verb tells already."""
    colon = text.find(":", act.start, min(act.end, act.start + _NAMED))
    named = text[act.start : max(act.start, colon)].strip()
    alone = 0 < colon < act.end - 1 and names_only(named, *rules)
    lettered = _LETTER.match(text, colon + 1) is not None  # letters that no list has been made of
    if not alone or lettered or (act.told and words):
        return act, words
    return replace(act, start=strip_front(text, colon + 1, act.end, NEVER), actor=(act.start, colon)), named


def raised(text: str, act: Act, grammar: Grammar, names: Sequence[Pattern]) -> Act | None:
    """What other States are asked to recommend to the State ("we ask you **to recommend to Kenya** to ...").

    None where nobody is to be told that one of `names` names.
    """
    begin = strip_front(text, act.start, act.end, grammar.linking)
    verb = grammar.raising.search(text, begin, min(act.end, begin + _ASKED))
    if verb is None or not _only_asked(text[begin : verb.start()], grammar):
        return None
    name = _told(text, verb.end(), act.end, names)
    start = _start(text, name, act.end, grammar) if name else 0
    if name and grammar.relative.match(text, strip_front(text, verb.end(), name.start(), NEVER)):
        start = strip_front(text, verb.end(), name.start(), grammar.linking)  # "recommend that Kenya ..."
    if name is None or not start or (start >= act.end and not act.opens):
        return None
    head = (act.head[0] if act.head else verb.start(), start)
    return replace(act, start=start, head=head, actor=(verb.end(), name.end()), told=True)


def _told(text: str, start: int, end: int, names: Sequence[Pattern]) -> re.Match[str] | None:
    """The name of the State, or of those who govern it, close behind the verb; the last of several."""
    found = [one for name in names if (one := name.search(text, start, min(end, start + _NAMED)))]
    near = [one for one in found if len(text[start : one.start()].split()) <= _BEFORE]
    return max(near, key=lambda one: one.end(), default=None)


def _start(text: str, name: re.Match[str], end: int, grammar: Grammar) -> int:
    """Where the action begins after the word that leads to it ("to Kenya **to** ..."); 0 for nowhere."""
    after = strip_front(text, name.end(), end, grammar.linking)
    if text[:end].rstrip().endswith(":") and len(text[name.end() : end].split()) <= _LEADING:
        return text.rfind(":", 0, end) + 1  # "to Kenya **that it should:**", with a list below
    if leading := grammar.complement.match(text, after, end):
        return leading.end() if leading.end() > leading.start() else after
    article = grammar.article.match(text, after, end)
    noun = strip_front(text, article.end(), end, NEVER) if article else after
    openings = (grammar.bare, grammar.thing, grammar.action)
    if grammar.nominal.match(text, noun, end) or any(one.match(text, after, end) for one in openings):
        return after
    complement = grammar.complement.search(text, name.end(), min(end, name.end() + _NAMED))
    near = complement is not None and len(text[name.end() : complement.start()].split()) <= _BEFORE
    return complement.end() if complement and near else 0


def _only_asked(words: str, grammar: Grammar) -> bool:
    """Whether nothing but who is to pass it on stands before the verb."""
    rest = words.strip(" ,")
    if not rest or grammar.relative.fullmatch(rest):
        return True
    who = (grammar.you, grammar.actors.other_state, grammar.actors.peers)
    return len(rest.split()) <= _ASKED_WORDS and any(pattern.search(rest) for pattern in who)
