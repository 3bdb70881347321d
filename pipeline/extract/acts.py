"""What one sentence demands: performatives ("we urge X to ..."), and the Act they are turned into."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extract.asides import after_vocative
from pipeline.extract.clauses import dated, since, wished_of
from pipeline.extract.complements import (
    announces,
    asks_thing,
    complement_of,
    limits_of,
    tells_actor,
)
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.items import judges
from pipeline.extract.phrases import NEVER, first_of
from pipeline.extract.spans import LAST_WORD, strip_front
from pipeline.extract.subjects import (
    after_front,
    are_several,
    begins_with_authors,
    by_authors,
    is_one_name,
    names_others,
    subject_of,
)
from pipeline.extract.unspaced import asked_of_reader, asker

_SUBJECT = 160
_ADDRESSEE = 600
_BECAUSE, _WORD = 30, 5  # characters of an end that announces reasons; of a word that only gives one
_LONG_AGO = 30
"""Characters before a verb in the past in which a time puts it into an earlier one."""

_NEAR_WORDS = 2
_SMALL = 2
"""Small words before the name of a State ("**and the** Gambia")."""
_PARTING = (",", ";", ":", "(", '"')


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

    @property
    def opened(self) -> int:
        """The end of the obligation: of the modal, or of the whole "it is necessary that"."""
        return self.head[1] if self.head and self.how == "impersonal" else self.actor[1]


def ends_open(text: str, because: Pattern = NEVER, asked: int = -1) -> bool:
    """Whether the sentence ends with a colon: what it announces follows, and not reasons (`because`), which
    may stand anywhere behind what is `asked` ("end this, **because** it breaks rights such as:")."""
    core = text.rstrip(" -:") if text.rstrip(" -").endswith(":") else ""
    given = list(because.finditer(core, max(0, len(core) - _BECAUSE) if asked < 0 else asked + 1))
    reasoned = any(one.end() == len(core) or (asked >= 0 and len(one.group()) >= _WORD) for one in given)
    return core != "" and not reasoned


def performatives(text: str, grammar: Grammar, countries: Pattern = NEVER) -> list[Act]:
    """The acts of every recommending verb of the folded sentence `text`, in order.

    `countries`: names that, as the subject of a verb, say that a State recommends and not the authors.
    """
    found = list(_heads(text, grammar, countries))
    acts = []
    for number, (match, voice, subject) in enumerate(found):
        limit = found[number + 1][2] if number + 1 < len(found) else len(text)
        limits = (subject, max(limit, match.end()))
        if act := act_of(text, match, limits, voice, (grammar, countries)):
            acts.append(act)
    return acts


def _heads(text: str, grammar: Grammar, countries: Pattern) -> Iterator[tuple[re.Match[str], Voice, int]]:
    """Each recommending verb with its voice and where its clause begins."""
    floor, spoken, parted = 0, False, False
    last: Voice | None = None
    shut = [never.span() for never in grammar.never.finditer(text)]
    for match in _verbs(text, grammar):
        if any(start < match.end() and match.start() < end for start, end in shut):
            continue
        joined = _is_joined(text, match.start(), grammar)
        obliged = joined and _obliged(text, floor, match.start(), grammar)
        if obliged or wished_of(text, floor, match.start(), grammar):
            continue
        subject = _clause(text, floor, match.start(), grammar)
        if spoken and asked_of_reader(text, floor, match, grammar):
            continue
        if spoken and grammar.speakers.match(match.group()) and _inside(text, floor, match.start()):
            continue
        if floor and grammar.behind is not NEVER and grammar.parting.match(text, match.start()):
            subject = match.start()
        if spoken and joined and not (parted and _and(text, subject, match.start(), grammar)):
            set_off = text[floor : match.start()].rstrip().endswith(",")
            if not set_off or grammar.bare.match(text, match.start()):
                continue
        state = countries.search(text, subject, match.start())
        leads = state is not None and _is_name(text[subject : match.start()], state, subject, grammar)
        voice = _voice(text, match, grammar, leads, subject)
        if last is not None and _coordinated(text, subject, match, grammar):
            voice = last
        if spoken and grammar.joining.match(match.group()):
            voice, subject = Voice.OWN, match.start()
        if voice is not None:
            last = None if joined else voice
            spoken, parted = voice is Voice.OWN, joined
            yield match, voice, subject
            floor = match.end()


def _obliged(text: str, floor: int, end: int, grammar: Grammar) -> bool:
    """Whether an infinitive or participle belongs to an obligation ("X must lead those **asking** ...")."""
    begin = max(floor, end - _SUBJECT, 1 + max(text.rfind(sign, 0, end) for sign in ",;:"))
    bound = grammar.modal.search(text, begin, end)
    return (
        bound is not None and bound.start() > 0 and grammar.first.search(text, begin, bound.start()) is None
    )


def _inside(text: str, floor: int, position: int) -> bool:
    """Whether a verb with its own subject stands in what is asked for ("protect what **they ask for**")."""
    return floor > 0 and not any(sign in text[floor:position] for sign in ";:")


def _is_name(clause: str, state: re.Match[str], start: int, grammar: Grammar) -> bool:
    """Whether a State's name is the whole subject, and no part of another ("**Oxfam** Cuba asks", "the
    Kenya **Law Society** urges"). `start`: where the clause, which ends before the verb, begins."""
    words = clause[: state.start() - start].split()
    after = clause[state.end() - start :].split()
    small = (grammar.article, grammar.linking, grammar.governor)
    if len(words) > _SMALL or not all(any(one.fullmatch(w.strip(",")) for one in small) for w in words):
        return False
    goes_on = (grammar.tail, grammar.finite, grammar.linking, grammar.within)
    return not after or after[0][0] in ",(" or any(one.match(after[0]) for one in goes_on)


def _coordinated(text: str, start: int, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the verb follows an "and": its subject is that of the verb before ("asks for a law **and
    urges** ..."). `start`: where its clause begins; there a verb may lead that has its subject behind it.
    """
    position = match.start()
    if grammar.behind is not NEVER:
        front = start == position or _and(text, start, position, grammar)
        after = strip_front(text, match.end(), len(text), NEVER)
        own = grammar.heads.own.match(text, position) is not None
        return front and not own and grammar.behind.match(text, after) is None
    word = LAST_WORD.search(text, max(0, position - 40), position)
    third = grammar.heads.third.match(text, position) is not None
    return third and word is not None and grammar.tail.fullmatch(word.group(1)) is not None


def _verbs(text: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    """Each recommending verb; not an infinitive far after "organisations", which is read by itself."""
    heads, position = grammar.heads.any, 0
    while match := heads.search(text, position) if position else first_of(heads, text):
        named = grammar.speakers.match(match.group())
        if named is not None and _subordinate(match, grammar):
            position = match.start() + named.end()
            continue
        yield match
        position = max(match.end(), position + 1)


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


def _voice(text: str, match: re.Match[str], grammar: Grammar, leads: bool, start: int) -> Voice | None:
    """Who speaks; None if it is no recommending verb here, as after an infinitive ("To end it **demands** a
    reform"). `leads`: the name of a State is the subject.

    `start`: where the clause of the verb begins.
    """
    if grammar.heads.own.match(text, match.start()):
        silent = _quoted(text, match.start()) or _denied(text, match, grammar)
        timeless = grammar.timeless.search(match.group()) is not None  # "recomendamos" is past and present
        past = grammar.once.search(text, start, match.start()) is not None
        past = past or (timeless and since(text, match, grammar))
        return None if silent else _told(past)
    behind = grammar.behind.match(text, strip_front(text, match.end(), len(text), NEVER))
    resolved = grammar.resolving.match(text[match.start() :]) is not None
    if _is_joined(text, match.start(), grammar) and (resolved or not behind):
        return Voice.OWN if _joined(text, match.start(), grammar) else None
    third = grammar.heads.third.match(text, match.start()) is not None
    before = text[: match.start()]
    who = subject_of(before, grammar) if grammar.words else asker(before, grammar)
    together = not third and grammar.heads.together.match(text, match.start()) is not None
    one = together and grammar.heads.free.match(text, match.start()) is None and is_one_name(before, grammar)
    third = third or one or (together and (are_several(before, grammar) or by_authors(who, grammar)))
    alone = (together and not third) or (third and grammar.bare.match(who.lstrip()))
    if _blocked(text, match, grammar) or alone:
        return None
    ago = not grammar.words and grammar.heads.past.match(text, match.start()) is not None
    if not ago and (_goes_on(text, match, grammar) or by_authors(who, grammar)):
        before_past = grammar.before.search(match.group()) is not None or dated(text, match, grammar)
        return _told(before_past or _tells(text, match, grammar))
    after = strip_front(text, match.end(), len(text), NEVER)
    if grammar.behind is not NEVER and grammar.authors.match(text, after):
        past = grammar.once.search(text, max(0, match.start() - _LONG_AGO), match.end()) is not None
        press = grammar.heads.past.match(text, match.start()) and not ends_open(text)
        return _told(past or (bool(press) and grammar.named.match(text, after) is None))
    told = names_others(who, grammar) or (grammar.behind is NEVER and grammar.actors.un_body.search(who))
    foreign = leads or bool(told or behind) or _tells(text, match, grammar)
    return _told(not third or foreign or _quoted(text, match.start()))


def _tells(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether it is told of others whose name stands behind a verb of telling, or in the past (Arabic)."""
    once = grammar.once.search(text, max(0, match.start() - _LONG_AGO), match.end())
    if grammar.behind is NEVER or (not once and grammar.named.search(text, 0, match.start())):
        return False
    past = grammar.heads.past.match(text, match.start()) is not None and not ends_open(text)
    told = grammar.telling.search(text, 0, match.start())
    return past or (told is not None and grammar.authors.search(text, told.start(), match.start()) is None)


def _blocked(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the word before makes it no verb of asking ("**the** demands")."""
    last = LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    joins = grammar.joining.match(match.group()) is not None  # "the law **and urge** it to"
    bare = grammar.speakers.match(match.group()) is None and not joins
    told = last is not None and "," not in last.group()  # "for **this**, it asks"
    if not (bare and told and last is not None and grammar.blocked.fullmatch(last.group(1))):
        return False
    return not _ends_name(text, match.start(), grammar)


def _ends_name(text: str, end: int, grammar: Grammar) -> bool:
    """Whether the name of an organisation ends there ("the centre for justice and **the law** asks")."""
    name = grammar.authors.match(text, strip_front(text, 0, end, grammar.linking), end)
    rest = text[name.end() : end] if name else ","
    parted = grammar.relative.search(rest) or any(sign in rest for sign in _PARTING)
    return not parted and len(rest.split()) > 1 and grammar.finite.search(rest) is None


def _goes_on(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the authors, the subject of the sentence, go on ("We regret this **and urge** it to ...")."""
    front = strip_front(text, 0, len(text), NEVER)
    return grammar.joining.match(match.group()) is not None and grammar.us.match(text, front) is not None


def _told(told: bool) -> Voice:
    return Voice.REPORTED if told else Voice.OWN


def _subordinate(match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the verb after "organisations" is an infinitive or hangs on another ("groups should urge")."""
    words = match.group().split()
    infinitive = any(grammar.within.fullmatch(word) for word in words[-3:-1])
    return infinitive or grammar.modal.search(match.group()) is not None


def _is_joined(text: str, position: int, grammar: Grammar) -> bool:
    heads = grammar.heads
    return heads.joined.match(text, position) is not None and heads.own.match(text, position) is None


def _joined(text: str, position: int, grammar: Grammar) -> bool:
    """Whether the authors are the subject of a participle, infinitive or noun ("we write to urge ...")."""
    if grammar.action.match(text, position) is None:
        last = LAST_WORD.search(text, max(0, position - 40), position)
        if last is not None and grammar.article.fullmatch(last.group(1)):
            return False
        start = strip_front(text, 0, position, grammar.linking)
        if start >= position - 1:
            return not judges(text[position:], grammar)
    elif resolves(text, position, grammar):
        return True
    first = grammar.first.search(text, 0, position)
    if first is None:
        named = by_authors(text[:position], grammar) or begins_with_authors(text[:position], grammar)
        return named and not _narrates(text[:position], grammar)
    near = " ".join(text[first.end() : position].rstrip(" ,").split()[-_NEAR_WORDS:])
    set_off = text[first.end() : position].rstrip().endswith(",")  # "we, **who ...**, write to"
    if (not set_off and grammar.relative.search(text, first.end(), position)) or grammar.crowd.search(near):
        return False
    said = text[text.rfind(": ", 0, first.start()) + 1 : first.start()]
    return grammar.others.search(after_front(said, grammar)) is None


def _narrates(before: str, grammar: Grammar) -> bool:
    """Whether it tells what a group did by the way ("The league, **which** wrote demanding ...")."""
    named = max((match.end() for match in grammar.authors.finditer(before)), default=0)
    return grammar.relative.search(before, named) is not None


def resolves(text: str, position: int, grammar: Grammar) -> bool:
    """Whether an infinitive in front is what is resolved ("To ask the Ministry to ..."), and no subject of a
    statement; one after an "and" only goes on with the sentence before."""
    verb = grammar.heads.joined.match(text, position)
    front = strip_front(text, 0, position, grammar.linking) >= position - 1
    if verb is None or not front or judges(text[position:], grammar) or _defines(text, grammar):
        return False
    asked = (grammar.dative, grammar.complement, grammar.thing)
    told = any(pattern.match(text, verb.end() + 1) for pattern in asked)
    told = told or grammar.resolving.match(text[position:]) is not None
    return told or goes_on(text, position, grammar)


def _defines(text: str, grammar: Grammar) -> bool:
    """Whether a verb is denied or an article follows ("To demand it **is no** crime", "**is a** right")."""
    for verb in grammar.finite.finditer(text):
        last = LAST_WORD.search(text, max(0, verb.start() - 20), verb.start())
        if grammar.article.match(text, verb.end() + 1) or (last and grammar.negation.fullmatch(last[1])):
            return True
    return False


def goes_on(text: str, position: int, grammar: Grammar) -> bool:
    """Whether a coordinating word opens the sentence, and the verb at `position` stands right after it."""
    opening = grammar.tail.match(text) or grammar.annex.match(text)
    return opening is not None and strip_front(text, opening.end(), position, grammar.linking) >= position - 1


def _denied(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the verb is negated: "no pedimos que ..." asks for nothing."""
    last = LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    before = last is not None and grammar.negation.fullmatch(last.group(1)) is not None
    return before or grammar.denial.match(text, match.end()) is not None


def _quoted(text: str, position: int) -> bool:
    return text.count('"', 0, position) % 2 == 1 and text.find('"', position) >= 0


def act_of(
    text: str,
    head: re.Match[str],
    limits: tuple[int, int],
    voice: Voice,
    rules: tuple[Grammar, Pattern],
) -> Act | None:
    """The act of one head: where its addressee ends and its action begins."""
    subject, limit = limits
    grammar, _ = rules
    complement = complement_of(text, head, limit, rules)
    start, actor = limits_of(text, head, complement, grammar, limit)
    colon = text.find(":", head.end(), min(limit, head.end() + _ADDRESSEE))
    if colon >= 0 and colon + 3 >= limit == len(text) and not ends_open(text, grammar.because, head.end()):
        colon = -1  # reasons follow it
    if complement is None and colon >= 0 and announces(text, head.end(), colon, limit, rules):
        start, actor = colon + 1, (head.end(), colon)
    elif complement is None and grammar.heads.free.match(text, head.start()) is None:
        start = head.end()
        if voice is not Voice.OWN or not asks_thing(text, start, limit, grammar):
            return None
    if grammar.wishing.match(text, head.start()) and not tells_actor(text, complement, actor, rules):
        return None
    if complement is None:
        start = after_vocative(text, start, limit, grammar)
    opens = limit == len(text) and (ends_open(text, grammar.because, start) or start + 2 >= limit)
    if opens and grammar.pronoun.fullmatch(text[start:limit].strip(" :")):
        start = limit  # "we ask States to recommend that **it**:"
    if start + 2 >= limit and not opens:
        return None
    begin = head.start()
    stem = (strip_front(text, subject, begin, grammar.linking) if begin > subject else begin, start)
    return Act(start, limit, stem, actor, voice, "verb", opens, told=complement is not None)


def moved(span: tuple[int, int] | None, offset: int) -> tuple[int, int] | None:
    """The same stretch in a text that begins so many characters earlier."""
    return (span[0] + offset, span[1] + offset) if span else None
