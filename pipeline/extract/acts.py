"""What one sentence demands: performatives ("we urge X to ..."), and the Act they are turned into."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.items import starts_as_action
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front

_LAST = re.compile(r"(\w+'?)[\s,]*$")
_HERE = re.compile(r"\s*")
_SUBJECT = 160
_ADDRESSEE = 600
_BETWEEN = 250
_DATIVE_WORDS = 12
_YOU = 40
_FAR_WORDS = 15
_EARLY = 40
_BECAUSE = 30


class Voice(enum.Enum):
    """Whether the authors speak, or tell what others (or they themselves, earlier) have said."""

    OWN = "own"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Act:
    """One demand in a sentence; all numbers are characters of the sentence.

    `start` to `end` is the action (empty for a stem whose items follow), `head` the introducing words,
    `actor` the words that say who should act. `opens`: the sentence ends with a colon, items may follow.
    `how` names the form for `why`; `told`: the actor was told directly ("urge X to"), not named as a subject.
    """

    start: int
    end: int
    head: tuple[int, int] | None
    actor: tuple[int, int]
    voice: Voice
    how: str
    opens: bool = False
    told: bool = False


def ends_open(text: str, because: Pattern = NEVER) -> bool:
    """Whether the sentence ends with a colon: what it announces follows, and not reasons (`because`)."""
    core = text.rstrip(" -")
    if not core.endswith(":"):
        return False
    core = core.rstrip(" :")
    return all(match.end() < len(core) for match in because.finditer(core, max(0, len(core) - _BECAUSE)))


def performatives(text: str, grammar: Grammar, countries: Pattern = NEVER) -> list[Act]:
    """The acts of every recommending verb of the folded sentence `text`, in order.

    `countries`: names that, as the subject of a verb, say that a State recommends and not the authors.
    """
    found = list(_heads(text, grammar, countries))
    acts = []
    for number, (match, voice, subject) in enumerate(found):
        limit = found[number + 1][2] if number + 1 < len(found) else len(text)
        limits = (subject, max(limit, match.end()))
        if act := _act(text, match, limits, voice, (grammar, countries)):
            acts.append(act)
    return acts


def _heads(text: str, grammar: Grammar, countries: Pattern) -> Iterator[tuple[re.Match[str], Voice, int]]:
    """Each recommending verb with its voice and where its clause begins."""
    floor, spoken, parted = 0, False, False
    shut = [never.span() for never in grammar.never.finditer(text)]
    for match in grammar.heads.any.finditer(text):
        if any(start < match.end() and match.start() < end for start, end in shut):
            continue
        joined = _is_joined(text, match.start(), grammar)
        subject = _clause(text, floor, match.start(), grammar)
        if spoken and joined and not (parted and _and(text, subject, match.start(), grammar)):
            continue
        state = countries.search(text, subject, match.start())
        leads = state is not None and len(text[subject : state.start()].split()) <= 1
        voice = _voice(text, match, grammar, leads)
        if spoken and grammar.joining.match(match.group()):
            voice = Voice.OWN
        if voice is not None:
            spoken, parted = voice is Voice.OWN, joined
            yield match, voice, subject
            floor = match.end()


def _and(text: str, start: int, end: int, grammar: Grammar) -> bool:
    """Whether nothing but a linking word stands between ("urging X to ... **and asking** Y to ...")."""
    return start < end and strip_front(text, start, end, grammar.linking) >= end - 1


def _clause(text: str, floor: int, end: int, grammar: Grammar) -> int:
    begin = max(floor, end - _SUBJECT)
    cut = max(text.rfind(sign, begin, end) for sign in (";", ":", ".", ","))
    joint = cut + 1 if cut >= 0 else begin
    for match in grammar.joining.finditer(text, joint, end):
        joint = match.start()
    return joint


def _voice(text: str, match: re.Match[str], grammar: Grammar, leads: bool) -> Voice | None:
    """Who speaks; None if it is no recommending verb here. `leads`: the name of a State is the subject."""
    if grammar.heads.own.match(text, match.start()):
        return None if _quoted(text, match.start()) or _denied(text, match, grammar) else Voice.OWN
    if _is_joined(text, match.start(), grammar):
        return Voice.OWN if _joined(text, match.start(), grammar) else None
    last = _LAST.search(text, max(0, match.start() - 40), match.start())
    bare = grammar.speakers.match(match.group()) is None
    stopped = (
        last and grammar.blocked.fullmatch(last.group(1)) if bare else grammar.modal.search(match.group())
    )
    if stopped:
        return None
    who = after_front(text[max(0, match.start() - _SUBJECT) : match.start()], grammar)
    if _by_authors(who, grammar):
        return Voice.OWN
    foreign = leads or grammar.others.search(who) is not None
    if grammar.heads.third.match(text, match.start()):
        return Voice.REPORTED if foreign or _quoted(text, match.start()) else Voice.OWN
    return Voice.REPORTED


def _is_joined(text: str, position: int, grammar: Grammar) -> bool:
    heads = grammar.heads
    return heads.joined.match(text, position) is not None and heads.own.match(text, position) is None


def _joined(text: str, position: int, grammar: Grammar) -> bool:
    """Whether the authors are the subject of a participle, infinitive or noun ("we write to urge ...")."""
    if grammar.action.match(text, position) is None:
        start = strip_front(text, 0, position, grammar.linking)
        if start >= position - 1:
            return True
    first = grammar.first.search(text, 0, position)
    if first is None:
        return _by_authors(text[:position], grammar)
    if grammar.relative.search(text, first.end(), position):
        return False
    return grammar.others.search(after_front(text[: first.start()], grammar)) is None


def after_front(who: str, grammar: Grammar) -> str:
    """The words before a verb without a fronted phrase ("In view of what some authorities did, it asks")."""
    start = strip_front(who, 0, len(who), NEVER)
    word = grammar.linking.match(who, start)
    places = (start, strip_front(who, word.end(), len(who), NEVER) if word else start)
    if not any(grammar.fronting.match(who, place) for place in places):
        return who
    return who[who.rfind(",") + 1 :]


def _by_authors(who: str, grammar: Grammar) -> bool:
    """Whether an organisation that tells of itself by name is the subject, and not somebody after it."""
    named = max((match.end() for match in grammar.authors.finditer(who)), default=-1)
    if named < 0 or grammar.before.search(who, named):
        return False
    return all(grammar.relative.fullmatch(match.group()) for match in grammar.others.finditer(who, named))


def _denied(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the verb is negated: "no pedimos que ..." asks for nothing."""
    last = _LAST.search(text, max(0, match.start() - 40), match.start())
    before = last is not None and grammar.negation.fullmatch(last.group(1)) is not None
    return before or grammar.denial.match(text, match.end()) is not None


def _quoted(text: str, position: int) -> bool:
    return text.count('"', 0, position) % 2 == 1 and text.find('"', position) >= 0


def _act(
    text: str,
    head: re.Match[str],
    limits: tuple[int, int],
    voice: Voice,
    rules: tuple[Grammar, Pattern],
) -> Act | None:
    """The act of one head: where its addressee ends and its action begins."""
    subject, limit = limits
    grammar, _ = rules
    complement = _complement(text, head, limit, rules)
    start, actor = _limits(text, head, complement, grammar, limit)
    colon = text.find(":", head.end(), min(limit, head.end() + _ADDRESSEE))
    if complement is None and colon >= 0 and _announces(text, head.end(), colon, limit, rules):
        start, actor = colon + 1, (head.end(), colon)
    elif complement is None and grammar.heads.free.match(text, head.start()) is None:
        start = head.end()
        if not _thing(text, start, limit, voice, grammar):
            return None
    opens = limit == len(text) and (ends_open(text, grammar.because) or start + 2 >= limit)
    if start + 2 >= limit and not opens:
        return None
    begin = head.start()
    stem = (strip_front(text, subject, begin, grammar.linking) if begin > subject else begin, start)
    return Act(start, limit, stem, actor, voice, "verb", opens, told=complement is not None)


def _complement(
    text: str, head: re.Match[str], limit: int, rules: tuple[Grammar, Pattern]
) -> re.Match[str] | None:
    """The word after which the action begins; None where it belongs to something else in the sentence."""
    grammar, _ = rules
    reach = min(limit, head.end() + _ADDRESSEE)
    colon = text.find(":", head.end(), reach)
    complement = grammar.complement.search(text, head.end(), reach)
    if grammar.bare.match(text, strip_front(text, head.end(), limit, grammar.linking), limit):
        complement = grammar.linking.match(text, head.end() + 1, limit) or _HERE.match(
            text, head.end(), limit
        )
    if complement and 0 <= colon < complement.start():
        complement = None
    if grammar.heads.free.match(text, head.start()) is None:
        if _asks_thing(text, head.end(), complement.start() if complement else limit, grammar):
            return None
        purpose = _purpose(text, head, limit, rules) if colon < 0 else None
        sooner = purpose and (complement is None or purpose.start() < complement.start())
        return purpose if sooner else complement
    if complement is None or _in_dative(text, head.end(), complement, grammar):
        return complement
    if _undergoes(text, head.end(), complement, grammar):
        return None
    between = (head.end(), complement.start())
    named = _between_is_actor(text, *between, rules) and not _far(text, *between, rules)
    return complement if named and not _relative(text, *between, grammar) else None


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


def _announces(text: str, start: int, colon: int, limit: int, rules: tuple[Grammar, Pattern]) -> bool:
    """Whether what is demanded stands after the colon: nothing before it, "the following", or a list."""
    if colon + 3 >= limit or rules[0].following.search(text, start, colon):
        return True
    if ";" not in text[start:limit] and starts_as_action(text[colon + 1 : limit], rules[0]):
        return True
    return ";" in text[colon:limit] and _between_is_actor(text, start, colon, rules)


def _purpose(
    text: str, head: re.Match[str], limit: int, rules: tuple[Grammar, Pattern]
) -> re.Match[str] | None:
    """The "to" of "a call on the army to withdraw" where the language says it as a purpose."""
    grammar, _ = rules
    found = grammar.purpose.search(text, head.end(), min(limit, head.end() + _BETWEEN))
    named = found is not None and _between_is_actor(text, head.end(), found.start(), rules)
    thing = _thing(text, head.end(), limit, Voice.OWN, grammar)
    dative = any(grammar.dative.match(text, place, limit) for place in (head.end(), head.end() + 1))
    return found if named and (dative or not thing) else None


def _limits(
    text: str, head: re.Match[str], complement: re.Match[str] | None, grammar: Grammar, limit: int
) -> tuple[int, tuple[int, int]]:
    if complement:
        return complement.end(), (head.end(), complement.start())
    if _asks_thing(text, head.end(), limit, grammar):
        return head.end(), (head.end(), head.end())
    dative = grammar.dative.match(text, head.end(), limit) or grammar.dative.match(
        text, head.end() + 1, limit
    )
    thing = grammar.thing.search(text, dative.end(), limit) if dative else None
    if dative and thing:
        return thing.start(), (head.end(), thing.start())
    return head.end(), (head.end(), head.end())


def _in_dative(text: str, start: int, complement: re.Match[str], grammar: Grammar) -> bool:
    """Whether somebody is asked whom the form alone tells ("demande à l'Office des migrations de cesser")."""
    if not any(grammar.dative.match(text, position) for position in (start, start + 1)):
        return False
    near = len(text[start : complement.start()].split()) <= _DATIVE_WORDS
    return near and not grammar.relative.match(complement.group().strip())


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
    if begin >= end - 1 or grammar.dative is NEVER:
        return False
    early = min(end, begin + _EARLY)
    thing = any(grammar.thing.match(text, place, end) for place in (start + 1, begin))
    return thing and grammar.dative.search(text, start, early) is None


def _far(text: str, start: int, end: int, rules: tuple[Grammar, Pattern]) -> bool:
    """Whether so much stands after the actor that "that" belongs to what it has ("support of the State")."""
    grammar, countries = rules
    actors = grammar.actors
    named = (actors.sur, countries, actors.un_body, actors.other_state, actors.company, actors.other)
    last = max((m.end() for pattern in named for m in pattern.finditer(text, start, end)), default=start)
    return len(text[last:end].split()) > _FAR_WORDS


def _thing(text: str, start: int, limit: int, voice: Voice, grammar: Grammar) -> bool:
    """A directed verb without "to": a demand only if a thing is asked for ("appelle à la libération de")."""
    return voice is Voice.OWN and grammar.thing.match(text, min(start + 1, limit), limit) is not None
