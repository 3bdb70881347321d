"""Who is told by a recommending verb, and where what they are to do begins ("we urge **X to** ...")."""

from __future__ import annotations

import re

from pipeline.extract.asides import HERE, VOCATIVE, behind_aside, in_reason, that_behind
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.items import starts_as_action
from pipeline.extract.named import addresses, asker_between, governed, sought, to_actor
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front

_ADDRESSEE = 600
_BETWEEN = 250
_DATIVE_WORDS = 12
_YOU = 40
_FAR_WORDS = 15
_EARLY = 40
_NAME_WORDS = 9
_EPITHETS = 6
_BRIEF = 4
_EPITHET_WORDS = 2
"""Words that go on with the name of who asks, behind its verb ("the organisations **signed below**")."""


def complement_of(
    text: str, head: re.Match[str], limit: int, rules: tuple[Grammar, Pattern]
) -> re.Match[str] | None:
    """The word after which the action begins; None where it belongs to something else in the sentence."""
    grammar, _ = rules
    reach = min(limit, head.end() + _ADDRESSEE)
    semicolon = text.find("; ", head.end(), reach)
    reach = semicolon if semicolon >= 0 else reach
    colon = text.find(":", head.end(), reach)
    said = _behind(text, head.end(), reach, grammar)
    found = grammar.complement.finditer(text, said.end() if said else head.end(), reach)
    fit = (one for one in found if not in_reason(text, head.end(), one, grammar))
    complement = next((one for one in fit if not addresses(text, head.end(), one, rules)), None)
    if grammar.bare.match(text, strip_front(text, head.end(), limit, grammar.linking), limit):
        complement = grammar.linking.match(text, head.end() + 1, limit) or HERE.match(text, head.end(), limit)
    if complement and 0 <= colon < complement.start():
        complement = None
    if said:
        sooner = complement.start() if complement else reach
        # "proposes **to the State** that"
        if complement and _opens_with_actor(text, complement.end(), rules):
            complement = grammar.complement.search(text, complement.end(), reach) or complement
        return _loosely(text, head, sooner, rules) or complement or said
    if that := that_behind(text, head.end(), reach, grammar):
        return that
    if grammar.heads.free.match(text, head.start()) is None:
        return _of_directed(text, head, complement, (reach, limit, colon), rules)
    if complement and _acts_sooner(text, head.end(), complement.start(), grammar):
        return None
    if complement and _tells(text, head.end(), complement, rules):
        return complement
    return behind_aside(text, head.end(), reach, grammar)


def _of_directed(
    text: str,
    head: re.Match[str],
    complement: re.Match[str] | None,
    limits: tuple[int, int, int],
    rules: tuple[Grammar, Pattern],
) -> re.Match[str] | None:
    """The same of a verb that names who should act. `limits`: how far a complement is looked for, where the
    clause ends, and where a colon stands in it (-1 for nowhere)."""
    reach, limit, colon = limits
    grammar, _ = rules
    if thing := sought(text, head.end(), complement.start() if complement else reach, rules):
        return thing
    if _asks_thing(text, head.end(), complement.start() if complement else limit, grammar):
        return None
    purpose = _purpose(text, head, limit, rules) if colon < 0 else None
    sooner = purpose and (complement is None or purpose.start() < complement.start())
    if purpose and sooner:
        aided = grammar.unaided.match(head.group()) is None
        return (None if aided else _loosely(text, head, purpose.start(), rules)) or purpose
    if complement and not _weak(head, complement, grammar):
        return complement
    return _loosely(text, head, complement.start() if complement else reach, rules) or complement


def _behind(text: str, start: int, limit: int, grammar: Grammar) -> re.Match[str] | None:
    """The end of who asks, where the subject stands behind its verb ("demands **the league** a law")."""
    begin = strip_front(text, start, limit, NEVER)
    subject = grammar.authors.match(text, begin, limit) if grammar.behind is not NEVER else None
    return HERE.match(text, subject.end()) if subject else None


def _acts_sooner(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether after who is asked the action stands before "that" ("pedimos al juez **velar por** que")."""
    dative = _to(text, start, end, grammar)
    if dative is None:
        return False
    return any(
        not governed(text, verb.start(), grammar) for verb in grammar.bare.finditer(text, dative.end(), end)
    )


def _weak(head: re.Match[str], complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether what looks like the complement may be a part of the action: it says what for, or the verb
    needs none."""
    said = complement.group().strip()
    return grammar.purposes.fullmatch(said) is not None or grammar.unaided.match(head.group()) is not None


def _tells(text: str, start: int, complement: re.Match[str], rules: tuple[Grammar, Pattern]) -> bool:
    """Whether somebody is told, between a verb that may have a thing as object and the complement."""
    grammar, _ = rules
    of_thing = _of_thing(text, start, complement, grammar) or _for_purpose(text, start, complement, grammar)
    if of_thing or _in_dative(text, start, complement, grammar):
        return not of_thing
    if _undergoes(text, start, complement, grammar) or _acts_on(text, start, complement, grammar):
        return False
    between = (start, complement.start())
    if asker_between(text, *between, grammar):
        return True
    if to_actor(text, between, grammar):
        return True
    named = _between_is_actor(text, *between, rules) and not _far(text, *between, rules)
    asked = _relative if grammar.dative is not NEVER else _bound
    return _briefly(text, *between, grammar) or (named and not asked(text, *between, grammar))


def _undergoes(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether a thing is asked for and told of, not somebody who should act.

    "We call for **a regulator** to watch them", "for the charges to **be dropped**".
    """
    begin = strip_front(text, start, complement.start(), grammar.linking)
    if grammar.relative.match(complement.group().strip()) or begin >= complement.start() - 1:
        return False
    if grammar.indefinite.match(text, begin, complement.start()):
        return True
    after = strip_front(text, complement.end(), len(text), NEVER)
    return grammar.undergone.match(text, after) is not None


def _acts_on(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether a noun of action is asked for ("recommend **the creation of** a UN fund to ...")."""
    return grammar.words and grammar.isolating and _asks_thing(text, start, complement.start(), grammar)


def _loosely(
    text: str, head: re.Match[str], limit: int, rules: tuple[Grammar, Pattern]
) -> re.Match[str] | None:
    """Where an action stands without "to" after who is told ("we appeal to the president stop ...")."""
    grammar, _ = rules
    for found in grammar.loosely.finditer(text, head.end(), limit):
        if _only_subject(text, head.end(), found.start(), grammar):
            return found
        between = strip_front(text, head.end(), found.start(), grammar.linking) < found.start() - 1
        if not between and grammar.unaided.match(head.group()):
            return found  # "we ask you **the release**"
        if between and not governed(text, found.start(), grammar):
            named = _between_is_actor(text, head.end(), found.start(), rules)
            return found if named or _somebody(text, head, found.start(), grammar) else None
    return None


def _somebody(text: str, head: re.Match[str], end: int, grammar: Grammar) -> bool:
    """Whether a short name stands behind a verb that needs no word before the action ("ask **the bank of
    farmers** a delay")."""
    words = text[head.end() : end]
    brief = 0 < len(words.split()) <= _BRIEF and not any(sign in words for sign in ",;:")
    return brief and grammar.behind is not NEVER and grammar.unaided.match(head.group()) is not None


def _only_subject(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether between a verb and an action stands only who asks, where the subject follows its verb."""
    said = _behind(text, start, end, grammar)
    rest = text[said.end() : end] if said else ","
    return "," not in rest and len(rest.split()) <= _EPITHET_WORDS and not governed(text, end, grammar)


def _asks_thing(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether a noun of action stands after the verb, and nobody ("call for **the reform of** the law")."""
    begin = strip_front(text, start, end, grammar.linking)
    if article := grammar.article.match(text, begin, end):
        begin = strip_front(text, article.end(), end, NEVER)
    if begin >= end or grammar.nominal.match(text, begin, end) is None:
        return False
    actors = grammar.actors
    named = (actors.sur, actors.un_body, actors.other_state, actors.company, actors.other)
    return all(pattern.match(text, begin) is None for pattern in named)


def announces(text: str, start: int, colon: int, limit: int, rules: tuple[Grammar, Pattern]) -> bool:
    """Whether what is demanded stands after the colon: nothing before it, "the following", or a list."""
    acts = colon + 3 >= limit and _acts_sooner(text, start, colon, rules[0])
    if acts and rules[0].contains(text[start:colon].rstrip()):
        return False  # "we ask Congress **to pass a law that contains**:"
    bare = not rules[0].words and not text[start:colon].strip()
    if bare or colon + 3 >= limit or rules[0].following.search(text, start, colon):
        return True
    if ";" not in text[start:limit] and starts_as_action(text[colon + 1 : limit], rules[0]):
        return True
    return ";" in text[colon:limit] and _between_is_actor(text, start, colon, rules)


def tells_actor(
    text: str, complement: re.Match[str] | None, between: tuple[int, int], rules: tuple[Grammar, Pattern]
) -> bool:
    """Whether somebody is named whom a wish is about ("we expect **the Minister** to resign")."""
    start, end = between
    grammar = rules[0]
    named = complement is not None and end - start > (_BRIEF if grammar.words else 0)
    return named and _between_is_actor(text, start, end, rules)


def _purpose(
    text: str, head: re.Match[str], limit: int, rules: tuple[Grammar, Pattern]
) -> re.Match[str] | None:
    """The "to" of "a call on the army to withdraw" where the language says it as a purpose."""
    grammar, _ = rules
    purposes = grammar.purpose.finditer(text, head.end(), min(limit, head.end() + _BETWEEN))
    found = next((one for one in purposes if not governed(text, one.start(), grammar)), None)
    named = found is not None and _between_is_actor(text, head.end(), found.start(), rules)
    thing = asks_thing(text, head.end(), limit, grammar) and not _opens_with_actor(text, head.end(), rules)
    dative = _to(text, head.end(), limit, grammar)
    if found and grammar.mandating.match(head.group()):
        return found
    return found if named and (dative or not thing) else None


def _opens_with_actor(text: str, start: int, rules: tuple[Grammar, Pattern]) -> bool:
    """Whether somebody who can act stands right there, after an article ("mandates **the board** to ...")."""
    grammar, _ = rules
    begin = strip_front(text, start, len(text), NEVER)
    if article := grammar.article.match(text, begin):
        begin = strip_front(text, article.end(), len(text), NEVER)
    actors = grammar.actors
    named = (actors.sur, actors.un_body, actors.other_state, actors.company, actors.other)
    return any(pattern.match(text, begin) is not None for pattern in named)


def limits_of(
    text: str, head: re.Match[str], complement: re.Match[str] | None, grammar: Grammar, limit: int
) -> tuple[int, tuple[int, int]]:
    """Where the action begins, and which words say who should act (none: they are empty)."""
    if complement:
        return complement.end(), (head.end(), complement.start())
    dative = _to(text, head.end(), limit, grammar)
    directed = grammar.heads.free.match(text, head.start()) is None
    if (directed or dative is None) and _asks_thing(text, head.end(), limit, grammar):
        return head.end(), (head.end(), head.end())
    if dative and (start := _asked(text, dative.end(), limit, grammar)) > 0:
        return start, (head.end(), start)
    return head.end(), (head.end(), head.end())


def _asked(text: str, start: int, limit: int, grammar: Grammar) -> int:
    """Where after "(we ask) the" the name of somebody ends and what is asked begins; -1 for nowhere."""
    found = [
        match.start()
        for pattern in (grammar.thing, grammar.bare)
        for match in pattern.finditer(text, start + 1, min(limit, start + _ADDRESSEE))
        if not governed(text, match.start(), grammar)
    ]
    nearest = min(found, default=-1)
    for place in sorted(found):
        if len(text[start:place].split()) <= _NAME_WORDS or text[:place].rstrip().endswith(","):
            return place
    name = grammar.actors.sur.match(text, strip_front(text, start, limit, NEVER), limit)
    after = strip_front(text, name.end(), limit, NEVER) if name else limit
    if name and after < limit and text[name.end() : after].isspace() and not grammar.of.match(text, after):
        return after
    return nearest


def _to(text: str, start: int, limit: int, grammar: Grammar) -> re.Match[str] | None:
    """The "to" after a verb and how urgently it asks ("we ask, with urgency, **the** government ...")."""
    stop = strip_front(text, start, limit, grammar.linking)  # the small word may be a linking one itself
    aside = text.find(", ", start + 1, start + VOCATIVE) if text.startswith(", ", start) else -1
    aside = aside + 2 if aside >= 0 else start
    places = (start, start + 1, stop, text.rfind(" ", start, max(start, stop - 1)) + 1 or start, aside)
    return next((match for place in places if (match := grammar.dative.match(text, place, limit))), None)


def _in_dative(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether somebody is asked whom the form alone tells ("demande à l'Office des migrations de cesser")."""
    if _to(text, start, len(text), grammar) is None:
        return False
    near = len(text[start : complement.start()].split()) <= _DATIVE_WORDS
    then = strip_front(text, complement.end(), len(text), grammar.negation)
    acts = grammar.action.match(text, then) is not None
    return near and (acts or not grammar.relative.match(complement.group().strip()))


def _briefly(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether only a short name stands after "to" ("we ask the PP that ...")."""
    dative = _to(text, start, len(text), grammar)
    return dative is not None and 0 < len(text[dative.end() : end].split()) <= _BRIEF


def _for_purpose(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether a thing is asked of somebody, and "so that" says only what for ("ask the State for schools so
    that ...")."""
    dative = _to(text, start, len(text), grammar)
    if dative is None or grammar.purposes.fullmatch(complement.group().strip()) is None:
        return False
    thing = grammar.thing.search(text, dative.end() + 1, complement.start())
    return thing is not None and not governed(text, thing.start(), grammar)


def _of_thing(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether so much stands after who is asked that "that" belongs to it ("ask the State for justice for
    those that ...")."""
    if not grammar.relative.fullmatch(complement.group().strip()):
        return False
    dative = _to(text, start, len(text), grammar)
    actors = (grammar.actors.sur, grammar.actors.company)
    names = (actor.match(text, dative.end() + 1) for actor in actors if dative)
    name = next((match for match in names if match), None)
    rest = text[name.end() : complement.start()].strip() if name else ""
    epithet = text.find(" ", name.end() + 1) + 1 if name and not grammar.of.match(rest) else 0
    places = (name.end() + 1, epithet or name.end() + 1) if name and rest else ()
    if "," not in rest and any(grammar.thing.match(text, at) for at in places):
        return True
    return len(rest.split()) > _EPITHETS and "," not in rest and grammar.of.match(rest) is None


def _between_is_actor(text: str, start: int, end: int, rules: tuple[Grammar, Pattern]) -> bool:
    grammar, countries = rules
    if end - start <= 2 or strip_front(text, start, end, grammar.linking) >= end - 1:
        return True
    if grammar.you.search(text, start, min(end, start + _YOU)):
        return True
    if grammar.salutation.match(text[start:end].strip(" ,")):
        return True
    actors = grammar.actors
    named = (actors.un_body, actors.other_state, actors.company, actors.other, actors.public)
    patterns = (actors.sur, countries, *named)
    return end - start < _BETWEEN and any(pattern.search(text, start, end) for pattern in patterns)


def _relative(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether "that" goes on with a thing asked for, where nobody is told ("a system that ...")."""
    begin = strip_front(text, start, end, grammar.linking)
    if begin >= end - 1:
        return False
    early = min(end, begin + _EARLY)
    thing = any(grammar.thing.match(text, place, end) for place in (start + 1, begin))
    told = grammar.dative.search(text, start, early)
    return thing and (told is None or "," in text[told.end() : end])


def _bound(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """The same where only the place of "that" tells: right after the verb, or after "of somebody"."""
    begin = strip_front(text, start, end, grammar.linking)
    that = strip_front(text, end, len(text), NEVER)
    if begin >= end - 1 or grammar.relative.match(text, that) is None:
        return False
    aside = text[start:end].strip()
    after = strip_front(text, that + len("that"), len(text), NEVER)
    if grammar.pronoun.match(text, after) and grammar.actors.sur.search(text, begin, end):
        return False  # "we recommend the State party that it ..."
    return grammar.of.match(text, begin) is None and not (aside[:1] == "," == aside[-1:])


def _far(text: str, start: int, end: int, rules: tuple[Grammar, Pattern]) -> bool:
    """Whether so much stands after the actor that "that" belongs to what it has ("support of the State")."""
    grammar, countries = rules
    actors = grammar.actors
    named = (actors.sur, countries, actors.un_body, actors.other_state, actors.company, actors.other)
    last = max((m.end() for pattern in named for m in pattern.finditer(text, start, end)), default=start)
    return len(text[last:end].split()) > _FAR_WORDS


def asks_thing(text: str, start: int, limit: int, grammar: Grammar) -> bool:
    """Whether a directed verb without "to" asks for a thing ("appelle à la libération de")."""
    if grammar.thing is NEVER:
        return _asks_thing(text, start, limit, grammar)
    return grammar.thing.match(text, min(start + 1, limit), limit) is not None
