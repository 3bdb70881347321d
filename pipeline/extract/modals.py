"""What one sentence demands without a recommending verb: "X should ...", "it is essential that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.acts import Act, Voice, ends_open
from pipeline.extract.clauses import COMMA, actor, actors_of, only_names, other, second_clause
from pipeline.extract.fronts import clause_start
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER, first_of
from pipeline.extract.spans import strip_front
from pipeline.extract.subjects import after_front, attributed, believed, hardship, unknown

_LAST = re.compile(r"(\w+)(?:\s+\w+ly)?[\s,]*$")
_JOINT = re.compile(r"[,;:]\s+")
_CLAUSES = re.compile(r"[,;]|\s-\s")
_CLAUSES_MOST = 12
"""Clauses behind the first one that are read."""

_BARE = 3
_NEAR = 2
_PEOPLE_WORDS, _THAT = 4, 5
_TOLD = 3
_AFTER = 120
_FRONT_WORDS = 6
_VALUE_WORDS = 13
_NAMED = 40
_VALUE_NEAR = 3
_TURNED = 50
"""Characters of a subject behind its "should" ("in no case should **children** be detained")."""


class Named(NamedTuple):
    """Names that may be the subject of an obligation: `own`, of the State (and "you" in a letter), or all."""

    own: Pattern
    countries: Pattern

    def in_(self, text: str, start: int, end: int, weak: bool = False) -> bool:
        """Whether the State stands in text[start:end], or another country near the front if not `weak`."""
        if self.own.search(text, start, end):
            return True
        other = None if weak else self.countries.search(text, start, end)
        return other is not None and len(text[start : other.start()].split()) <= _NEAR


def obligations(text: str, grammar: Grammar, strict: Named | None = None, carried: bool = False) -> list[Act]:
    """The acts of the first modal or impersonal demand of the sentence, if it directs somebody, and of each
    clause behind it that says what somebody else must do.

    `strict` is given outside lists and sections of recommendations: there the subject must be an actor, a
    law, a policy or a practice; with `carried` it may be left out, as Romance languages do, since an earlier
    sentence of the passage has named it.
    """
    acts: list[Act] = []
    begin, cut = 0, 0
    for _ in range(_CLAUSES_MOST + 1):
        act, second = _obligation(text[begin:], grammar, strict, carried and not acts)
        if act is not None:
            if acts:
                acts[-1] = replace(acts[-1], end=cut)
            acts.append(_later(act, begin))
            cut = 0
        if second is None:
            break
        cut = cut or begin + second[0]
        begin += second[1]
    return acts


def before_asking(text: str, acts: Sequence[Act], grammar: Grammar, strict: Named) -> list[Act]:
    """The obligations of the clause before an "and" that the first verb of asking stands behind ("It **should
    be repealed**, and we ask the Board to ...")."""
    if not (acts and acts[0].head and acts[0].voice is Voice.OWN):
        return []
    verb = acts[0].head[0]
    front = text[:verb].rstrip()
    glued = front.endswith(",") and grammar.behind is not NEVER and text.startswith("و", verb)
    joint = len(front) if front.endswith(";") or glued else front.rfind(" ") + 1
    if joint < len(front) and not grammar.tail.fullmatch(front, joint):
        return []
    found = obligations(front[:joint].rstrip(" ,;") + ".", grammar, strict)
    begin = strip_front(text, 0, len(text), NEVER)
    return [act for act in found if act.start <= begin and not grammar.us.match(text, begin)]


def obliges_before(text: str, acts: Sequence[Act], grammar: Grammar) -> bool:
    """Whether its main verb is an obligation, and what others ask for only stands in its object."""
    verb = min(act.actor[0] for act in acts)
    return any(act.actor[1] < verb for act in obligations(text, grammar))


def _obligation(
    text: str, grammar: Grammar, strict: Named | None, carried: bool
) -> tuple[Act | None, tuple[int, int] | None]:
    """The act of the first obligation in `text`, None where it directs nobody; and where its clause ends and
    another one begins."""
    shut = [match.span() for match in grammar.never.finditer(text)]
    first = None if text.rstrip("\"' )").endswith("?") else _first(text, grammar, shut)
    if first is None:
        return None, None
    match, impersonal = first
    if inner := _bracketed(text, match, grammar):
        act, _ = _obligation(text[slice(*inner)], grammar, strict, False)
        return (_later(act, inner[0]) if act else None), None
    start = clause_start(text, match.start(), grammar, impersonal or _leads(text, match, grammar))
    last = _LAST.search(text, start, match.start())
    if impersonal and last and grammar.joining.fullmatch(last.group(1)):  # "... and it is critical that"
        start = match.start()
    start, told = _told_of(text, start, match.start(), grammar)
    subject = (start, match.start())
    named = (start, _before_verb(text, *subject, grammar))
    weak = grammar.weak.match(text, match.start()) is not None
    mine = strict is not None and strict.in_(text, *named, weak)
    if strict and impersonal:
        mine = mine or strict.in_(text, match.end(), match.end() + _AFTER)
    public = impersonal and not _on(match, grammar) and _people(text, match.end(), grammar)
    if (
        public
        or _nobody(text, (*subject, match.end()), grammar, mine)
        or grammar.law.search(text, 0, match.start())
    ):
        return None, None
    clear = mine or strict is None or (carried and not text[slice(*subject)].strip())
    if not clear and not _directs(text, named, match, impersonal, grammar):
        return None, second_clause(text, match.end(), len(text), grammar)
    earlier = grammar.earlier.search(text)
    before = earlier is not None and earlier.start() <= match.end()
    reported = told or before or attributed(text, match.end(), grammar)
    act = _act(text, match, subject, Voice.REPORTED if reported else Voice.OWN, grammar)
    act = _granted(text, act, match, grammar)
    second = second_clause(text, match.end(), act.end, grammar)
    parted = second is not None and other(text, subject, second, grammar)
    return act, second if parted else None


def _bracketed(text: str, match: re.Match[str], grammar: Grammar) -> tuple[int, int] | None:
    """The inside of the brackets that hold the only obligation of a sentence ("The bill (**which Parliament
    should send back**) cuts it")."""
    opening, closing = text.rfind("(", 0, match.start()), text.find(")", match.end())
    if opening <= 0 or closing < 0 or text.find(")", opening, match.start()) >= 0:
        return None
    after = grammar.modal.search(text, closing) or grammar.impersonal.search(text, closing)
    return None if after or not text[closing:].strip(") .;,") else (opening + 1, closing)


def _directs(
    text: str, subject: tuple[int, int], match: re.Match[str], impersonal: bool, grammar: Grammar
) -> bool:
    """Whether it is a demand although no State is named: what is necessary, or for whom or what."""
    if impersonal and (ends_open(text, grammar.because) or grammar.pressing.match(text, match.start())):
        return True
    return _public(text, subject, match, impersonal, grammar)


def _granted(text: str, act: Act, match: re.Match[str], grammar: Grammar) -> Act:
    """What is granted in front of something else ("While the State should sign it, this ...")."""
    granted = grammar.conceding.match(text, act.start)
    comma = COMMA.search(text, match.end())
    if granted is None or comma is None or act.opens:
        return act
    return replace(act, start=strip_front(text, granted.end(), match.start(), NEVER), end=comma.start())


def _later(act: Act, by: int) -> Act:
    """The act of a later part of the sentence, in characters of the whole."""
    head = (act.head[0] + by, act.head[1] + by) if act.head else None
    actor = (act.actor[0] + by, act.actor[1] + by)
    return replace(act, start=act.start + by, end=act.end + by, head=head, actor=actor)


def _before_verb(text: str, start: int, end: int, grammar: Grammar) -> int:
    """Where the subject ends before a verb of its own ("**The oil** is ours and must"); `end` for none."""
    verb = grammar.finite.search(text, start, end)
    if verb is None or grammar.relative.search(text, start, verb.start()):
        return end
    return verb.start() if text[start : verb.start()].strip() else end


def _told_of(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, bool]:
    """Where the clause at `start` really begins, and whether somebody else says it."""
    told = grammar.telling.search(text, 0, end)
    if told is None:
        return start, believed(text, end, grammar)
    apart = _apart(text, told.end(), end, grammar)
    if apart is not None:
        return max(start, apart), False
    start = max(start, strip_front(text, told.end(), end, grammar.linking))
    named = grammar.authors.search(text, 0, told.end())
    if named is None and grammar.opinion.fullmatch(told.group()):
        return start, not unknown(text[: told.start()], grammar)
    said = next((one for one in grammar.opinion.finditer(text, 0, end) if one.end() == told.end()), None)
    if said and grammar.first.search(text, *said.span()):
        return start, False  # "**We** clearly **state that** ..."
    before = after_front(text[: named.start()], grammar) if named else ""
    return start, named is None or grammar.others.search(before) is not None


def _apart(text: str, told: int, end: int, grammar: Grammar) -> int | None:
    """Where a clause with a subject begins that is none of what is told of ("It found that the law is unjust,
    **and Parliament must** repeal it"); None for a part of it."""
    joints = [one for one in _JOINT.finditer(text, told, end) if text.count(" ", told, one.start()) >= _TOLD]
    if not joints:
        return None
    word = grammar.joining.match(text, joints[-1].end(), end)
    if joints[-1].group().startswith(",") and word is None:
        return None
    after = strip_front(text, word.end() if word else joints[-1].end(), end, NEVER)
    begin = strip_front(text, after, end, grammar.linking)
    return begin if begin < end and grammar.relative.match(text, after) is None else None


def _on(match: re.Match[str], grammar: Grammar) -> bool:
    """Whether an Arabic necessity itself names who must act ("**on the Ministry** to hear the youth")."""
    named = grammar.behind is not NEVER and match.group().lstrip("وف").startswith("علي")
    return named and any(pattern.search(match.group()) for pattern in actors_of(grammar))


def _people(text: str, start: int, grammar: Grammar) -> bool:
    """Whether what is necessary is for the population to do ("it is urgent that **citizens** speak out")."""
    opening = grammar.agentive.search(text, max(0, start - _THAT), start + _THAT)
    if opening is None:
        return False
    words = " ".join(text[opening.end() : opening.end() + _AFTER].split()[:_PEOPLE_WORDS])
    people = grammar.actors.public.search(words) and not grammar.actors.sur.search(words)
    heard = people and grammar.acted.search(text, opening.end(), opening.end() + _NAMED)  # "they be heard"
    return grammar.us.match(words) is not None or bool(people and not heard)


def _first(text: str, grammar: Grammar, shut: list[tuple[int, int]]) -> tuple[re.Match[str], bool] | None:
    best: tuple[re.Match[str], bool] | None = None
    for pattern, impersonal in ((grammar.impersonal, True), (grammar.modal, False)):
        if first_of(pattern, text) is None:
            continue
        for match in pattern.finditer(text, 0, best[0].start() if best else len(text)):
            if any(a < match.end() and match.start() < b for a, b in shut):
                continue
            if _embedded(text, match, impersonal, grammar):
                continue
            best = (match, impersonal)
            break
    return best


def _embedded(text: str, match: re.Match[str], impersonal: bool, grammar: Grammar) -> bool:
    """Inside a quotation, a relative clause ("laws that must") or an indirect question ("how it should")."""
    if text.count('"', 0, match.start()) % 2:
        return True
    if _in_reason(text, match.start(), grammar) or _in_condition(text, match.start(), grammar):
        return True
    last = _LAST.search(text, max(0, match.start() - 60), match.start())
    if last and (not impersonal or grammar.modal is NEVER) and grammar.relative.fullmatch(last.group(1)):
        ours = any(one.end() == last.end(1) for one in grammar.opinion.finditer(text, 0, match.start()))
        return not (ours or _cleft(text, match.start(), grammar))
    near = max(0, match.start() - 60)
    return any(
        m.end() >= match.end() and not grammar.finite.search(text, m.start(), match.start())
        for m in grammar.asking.finditer(text, near, match.end())
    )


def _cleft(text: str, position: int, grammar: Grammar) -> bool:
    """Whether "it is X that" only sets off who must do it ("**It is the State that** must pay")."""
    begin = 1 + max(text.rfind(sign, 0, position) for sign in ",;:")
    words = text[begin:position].split()
    start = strip_front(text, begin, position, grammar.linking)
    return len(words) <= _FRONT_WORDS + 2 and grammar.cleft.match(text, start, position) is not None


def _in_reason(text: str, position: int, grammar: Grammar) -> bool:
    """Whether it only gives the reason for what stands before ("..., **because** the House must vote")."""
    for because in grammar.because.finditer(text, 0, position):
        front = strip_front(text, 0, because.start(), grammar.linking) >= because.start() - 1
        if not front and not _CLAUSES.search(text, because.end(), position):
            return True
    return False


def _in_condition(text: str, position: int, grammar: Grammar) -> bool:
    """Whether its clause is a condition ("**When** the police must act, people suffer")."""
    begin = 1 + max(text.rfind(sign, 0, position) for sign in ",;:")
    start = strip_front(text, begin, position, grammar.linking)
    return all(word.match(text, start, position) for word in (grammar.condition, grammar.relative))


def _nobody(text: str, limits: tuple[int, int, int], grammar: Grammar, mine: bool) -> bool:
    """Whether the authors or everybody must do it; not if `mine`: the State or whom a letter calls "you".

    `limits`: where the subject begins and ends, and where what must be done begins.
    """
    start, end, after = limits
    words = text[start:end].strip(" ,")
    if grammar.authors.fullmatch(words):
        return True
    last = _LAST.search(words)
    if last is not None and grammar.us.fullmatch(last.group(1)):
        return True
    if mine:
        return False
    if grammar.we.fullmatch(words):
        return True
    if last is None or len(words.split()) > 3 or grammar.we.fullmatch(last.group(1)) is None:
        return False
    # "disabled people must be heard"
    return grammar.passive.match(text, strip_front(text, after, len(text), NEVER)) is None


def _public(
    text: str, subject: tuple[int, int], match: re.Match[str], impersonal: bool, grammar: Grammar
) -> bool:
    """Whether it is law, policy or practice of an authority, or an actor, that the sentence speaks of."""
    start, end = subject
    if not impersonal and hardship(text, start, match, grammar):
        return False
    before = text[start : match.start()].split()
    named = len(before) > (1 if grammar.words else 0)
    after = impersonal or not named or grammar.condition.match(text, start) is not None
    if after:
        end = min(len(text), match.end() + _AFTER)
    named_here = any(pattern.search(text, start, end) for pattern in actors_of(grammar))
    if named_here or (not impersonal and _by_actor(text, match.end(), grammar)):
        return True
    if impersonal and grammar.principle.search(" ".join(text[start : match.start()].split()[-_VALUE_NEAR:])):
        return False
    done = strip_front(text, match.end(), len(text), grammar.negation if impersonal else NEVER)
    deeds = grammar.governing if impersonal or not before else grammar.acted
    necessary = impersonal and grammar.needed.match(text, done)
    passive = not impersonal and not before and grammar.enacted.match(text, done)
    behind = (done, done + _TURNED) if not impersonal and after else (0, 0)
    if (
        grammar.acted.match(text, done)
        or deeds.match(text, done)
        or passive
        or necessary
        or grammar.acted.search(text, *behind)
    ):
        close = min(end, match.end() + _NAMED) if impersonal else min(end, match.start())
        value = len(before) <= _VALUE_WORDS and grammar.principle.search(text, start, close) is not None
        return not value and (impersonal or grammar.law.search(text, match.end()) is None)
    front = text[start:end] if after else " ".join(before[:_FRONT_WORDS])
    if grammar.policy.search(front) and not grammar.weak.match(text, match.start()):
        return True
    return not impersonal and grammar.pronoun.match(text, start, end) is not None


def _by_actor(text: str, start: int, grammar: Grammar) -> bool:
    """Whether a passive names who should act ("must **be protected by the police**")."""
    by = grammar.agent.search(text, start, min(len(text), start + _AFTER))
    if by is None or grammar.passive.match(text, strip_front(text, start, len(text), NEVER)) is None:
        return False
    near = min(len(text), by.end() + _NAMED)
    return any(pattern.search(text, by.end(), near) for pattern in actors_of(grammar))


def _leads(text: str, match: re.Match[str], grammar: Grammar) -> bool:
    """Whether the actor stands behind its "must" ("whatever they say, should **the State** publish it")."""
    if not text[: match.start()].rstrip().endswith(","):
        return False
    begin = strip_front(text, match.end(), len(text), NEVER)
    end = min(len(text), begin + _TURNED)
    return grammar.article.match(text, begin) is not None and actor(text, begin, end, grammar) is not None


def _fronted(text: str, subject: tuple[int, int], grammar: Grammar) -> bool:
    """Whether the object stands before "it is necessary" (Russian "дело необходимо прекратить")."""
    words = text[slice(*subject)].strip(" ,-")
    if not words or not grammar.object_first or words != words.rstrip(",:-"):
        return False
    return grammar.fronting.match(words) is None and grammar.linking.fullmatch(words) is None


def announces(rest: str, grammar: Grammar) -> bool:
    """Whether "the following" only names the list of demands ("the following measures to protect them"), and
    no things that the demand is about ("publish the following parts of the plan")."""
    following = grammar.following.search(rest)
    if following is None:
        return False
    nouns = (grammar.stem, grammar.headings.recommendations)
    named = any(noun.search(rest, max(0, following.start() - _NAMED)) for noun in nouns)
    return named or len(rest[following.end() :].split()) < _BARE - 1


def _act(text: str, match: re.Match[str], subject: tuple[int, int], voice: Voice, grammar: Grammar) -> Act:
    opens = ends_open(text, grammar.because)
    rest = text[match.end() :].strip(" :")
    impersonal = match.re is grammar.impersonal
    named = impersonal and only_names(rest, grammar)
    bare = opens and (named or len(rest.split()) < _BARE or announces(rest, grammar))
    bare = bare and not grammar.contains(text.rstrip(" :"))
    keeps = grammar.keeps_impersonal or _fronted(text, subject, grammar)
    start = subject[0] if keeps or not impersonal else match.end()
    start = len(text) if bare else start
    head = (subject[0], match.end()) if bare or impersonal else None
    return Act(start, len(text), head, subject, voice, "impersonal" if impersonal else "modal", opens)
