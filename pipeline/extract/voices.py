"""Whether what a sentence asks is asked by the authors, and now, or told of others and of earlier times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.extract.acts import Act, Voice, goes_on
from pipeline.extract.addressee import Names
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.items import is_thing, starts_as_action
from pipeline.extract.outline import Section, is_marked
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import QUOTED, strip_front
from pipeline.extract.subjects import after_front, by_authors
from pipeline.extract.views import Context, Demand, View
from pipeline.models.passages import Kind, Passage

_SUBJECT_WORDS = 10
_PRONOUN = 30
_PROMISE = 80
_OPENING = 60
"""Characters of the paragraph with which a text opens; a shorter one is no paragraph."""

_TITLES = 3
_FRONT = 8
"""Passages at the front in which a press release says who speaks in it."""

_RELEASE = 160
"""Characters at the front of a press release in which it says that it is of today."""

_STATES = re.compile(r"\(([^()]{3,200})\)[\s.;,]*(?:[→>:–-]+[\s\w./-]{0,40}|(?:\w{1,20}[\s.]{0,3}){0,3})$")
"""A bracket at the end of an item, and what became of the recommendation in it ("→ noted")."""

_ENDING = 300
"""Characters at the end of an item in which such a bracket stands."""

_AND = re.compile(r"\s*[,;/]\s*|\s+(?:and|et|y|e|и|و)\s+")
_ARTICLE = 4

_OBLIGES = frozenset({"modal", "impersonal"})
_NUMBERED = re.compile(r"\b\d{2,3}\.\d{1,3}\b")
"""The number of a recommendation in the report of a Working Group ("115.12")."""


def heard(text: str, acts: Sequence[Act], before: str, context: Context, grammar: Grammar) -> list[Act]:
    """The acts of a sentence with the voice its surroundings give them; `before`: the sentence before."""
    heard = [act for act in acts if not _left_alone(text, act, before, grammar)]
    if _elided(text, before, grammar):
        heard = [replace(act, voice=Voice.REPORTED) for act in heard]
    if context.stem and not (context.stem.weak and grammar.resolving.match(text)):
        heard = [act for act in heard if not _item_verb(text, act, grammar)]
    section = context.zone.section is Section.RECOMMENDATIONS and grammar.before.search(text) is None
    listed = context.stem.voice is Voice.OWN if context.stem else section
    if continued(text, before, grammar) or _carries_on(text, before, grammar):
        heard = [replace(act, voice=Voice.OWN) for act in heard]
    return [
        replace(act, voice=Voice.OWN)
        if (listed and _of_ours(text, act, grammar)) or _now(text, act, grammar)
        else act
        for act in heard
    ]


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text is told. `distant`: nobody says "we" in it outside of quotations; `told`: it quotes people
    besides, so that it only tells what others say. `press`: it is one of a newspaper, by its own words.
    `delegates`: it greets delegations."""

    distant: bool = False
    told: bool = False
    press: bool = False
    delegates: bool = False


NEAR = Manner()
"""A text whose authors speak of themselves."""


def manner(passages: Iterable[Passage], grammar: Grammar) -> Manner:
    """How the text of `passages` is told."""
    if grammar.first is NEVER:
        return NEAR
    texts = [fold(passage.text).text for passage in passages]
    spoken = [QUOTED.sub(" ", text) if '"' in text else text for text in texts]
    ours = (grammar.first, grammar.heads.own) if grammar.words else (grammar.first,)
    if any(pattern.search(text) for pattern in ours for text in spoken):
        return NEAR
    named = (text for text in spoken[:_FRONT] if grammar.staff is not NEVER and grammar.said.search(text))
    if any(grammar.authors.search(text) for text in named):
        return NEAR
    quotes = (bare for text, bare in zip(texts, spoken, strict=True) if len(bare) < len(text))
    told = any(grammar.said.search(text) for text in quotes)
    press = any(grammar.press.search(text) for text in spoken)
    return Manner(True, told or press, press)


def of_others(text: str, acts: Sequence[Act], told: bool, grammar: Grammar) -> list[Act]:
    """The acts, reported where people that are no organisation ask ("**The students** demand ...")."""
    people = (grammar.crowd, grammar.actors.public) if told else (grammar.crowd,)
    return [replace(act, voice=Voice.REPORTED) if _by(text, act, people, grammar) else act for act in acts]


def _by(text: str, act: Act, people: Sequence[Pattern], grammar: Grammar) -> bool:
    """Whether the subject of a verb in the third person begins with one of `people`."""
    verb = grammar.heads.third.search(text, act.head[0] if act.head else act.start)
    before = after_front(text[: verb.start()], grammar) if verb else ""
    who = text[verb.end() : verb.end() + _OPENING] if verb and grammar.behind is not NEVER else before
    who = _bare(who[strip_front(who, 0, len(who), grammar.linking) :], grammar)
    named = any(pattern.match(who) for pattern in people)
    left_out = len(people) > 1 and verb is not None and not who.strip()  # who was told of before
    return (named or left_out) and grammar.authors.search(who) is None


def _left_alone(text: str, act: Act, before: str, grammar: Grammar) -> bool:
    """Whether it only goes on ("And to ask for ..."), and the sentence before it asks for nothing."""
    start = act.head[0] if act.head else act.start
    if grammar.action.match(text, start) is None or grammar.heads.joined.match(text, start) is None:
        return False
    return goes_on(text, start, grammar) and grammar.heads.any.search(before) is None


def reports(passages: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether a text tells what others demand: its first paragraph opens with a verb of asking in the past
    ("**Demanded** seven organisations ..."), whose subject is not the name of authors."""
    if grammar.behind is NEVER:
        return False
    text = _opening(passages)
    if text.endswith(":"):  # a list of what they ask follows
        return False
    text = text[:_OPENING]
    verb = grammar.heads.past.match(text, strip_front(text, 0, len(text), NEVER))
    if verb is None or grammar.against.match(verb.group()):  # it goes on, as in an excerpt
        return False
    return grammar.named.match(text, strip_front(text, verb.end(), len(text), NEVER)) is None


def releases(passages: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether a text is a press release of its authors, which tells in the past what they ask: it says
    so in its title, or opens with what they said today ("**Said** the centre **today** that ...")."""
    if any(grammar.today.fullmatch(fold(one.text).text.strip(" :")) for one in passages[:_TITLES]):
        return True
    text = _opening(passages)
    start = strip_front(text, 0, len(text), NEVER)
    verb = grammar.said.match(text, start) or grammar.heads.past.match(text, start)
    if verb is None or grammar.today.search(text, verb.end()) is None:
        return False
    who = strip_front(text, verb.end(), len(text), NEVER)
    return not any(one.match(text, who) for one in (grammar.others, grammar.behind, grammar.actors.sur))


def _opening(passages: Sequence[Passage]) -> str:
    """The folded front of the paragraph with which a text opens."""
    bodies = (one.text for one in passages if one.kind is not Kind.HEADING and len(one.text) > _OPENING // 2)
    return fold(next(bodies, "")[:_RELEASE]).text


def resolves(text: str, before: str, grammar: Grammar) -> bool:
    """Whether an item asks by its own words, or is what a meeting resolves as the one `before` it."""
    return grammar.resolving.match(text) is not None or (bool(before) and resolved(text, before, grammar))


def resolved(text: str, before: str, grammar: Grammar) -> bool:
    """Whether an item is what a meeting resolves, as the one `before` ("**To urge** the Ministry", "**To
    meet** again"): it may be a thing of its own, and demands nothing because that one does."""
    clauses = (fold(before).text, text[strip_front(text, 0, len(text), NEVER) :])
    resolves = grammar.resolving.match(clauses[0]) is not None
    return resolves and all(grammar.complement.match(clause) for clause in clauses)


def asks_now(stem: str, grammar: Grammar) -> bool:
    """Whether by the words of a stem the authors ask, as "we" or by their own name ("the Office urges")."""
    text = fold(stem).text
    if grammar.heads.own.search(text):
        return True
    verb = grammar.heads.third.search(text)
    return verb is not None and by_authors(text[: verb.start()], grammar)


def in_prose(seen: View, demand: Demand, rules: tuple[Grammar, Names]) -> bool:
    """Whether an obligation stands behind other sentences of its paragraph, none of which speaks of a
    recommendation: in a section on an earlier review it is what the authors say of what happened since."""
    if demand.how not in _OBLIGES or len(seen.spans) < 2 or demand.start < seen.spans[1][0]:
        return False
    grammar, known = rules
    before = seen.folded.text[: demand.start]
    others = known.countries.search(before) or grammar.heads.any.search(before) or _NUMBERED.search(before)
    return not (others or grammar.recommended.search(seen.folded.text))


def promises(text: str, grammar: Grammar) -> bool:
    """Whether the authors say that what they ask comes next ("We have **three recommendations**.")."""
    said = grammar.presenting.search(text)
    return said is not None and any(one.search(text) for one in (grammar.first, grammar.ours))


def only_promises(text: str, grammar: Grammar) -> bool:
    """Whether a brief sentence says no more than that ("Our requests are simple.")."""
    if not text.endswith(".") or len(text) > _PROMISE:
        return False
    said = grammar.presenting.search(text)
    return said is not None and said.end() >= len(text) - 1


def promised(seen: View, offset: int, grammar: Grammar) -> bool:
    """Whether a sentence of the passage before `offset` says so."""
    if grammar.presenting is NEVER:
        return False
    return any(promises(seen.sentence(n), grammar) for n, (at, _) in enumerate(seen.spans) if at < offset)


def told_by(seen: View, demands: list[Demand], known: Names) -> list[Demand]:
    """The demands; those of items and commands reported where other States that made them stand at the end of
    their sentence ("Sign it (**Peru, Ghana**)", perhaps with what became of it)."""
    return [replace(one, voice=Voice.REPORTED) if _has_states(seen, one, known) else one for one in demands]


def _has_states(seen: View, demand: Demand, known: Names) -> bool:
    """Whether the sentence of an item or command ends with a bracket of other States."""
    if demand.how != "item":
        return False
    end = next((end for start, end in seen.spans if start <= demand.start < end), 0)
    text = seen.folded.text[:end].rstrip(" .")
    match = _STATES.search(text, max(demand.start, len(text) - _ENDING))
    names = _AND.split(match.group(1)) if match else []
    if not names or any(known.own.search(name) for name in names):
        return False
    return all(_is_country(name, known.countries) for name in names)


def _is_country(name: str, countries: Pattern) -> bool:
    """Whether a name in a list of States is that of one, after an article."""
    found = countries.search(name)
    near = found is not None and len(name[: found.start()].strip()) <= _ARTICLE
    return found is not None and near and found.end() == len(name.rstrip())


def in_force(seen: View, number: int, demand: Demand, grammar: Grammar) -> bool:
    """Whether it says what a law asks that the sentence before has said to be in force ("must now")."""
    if demand.how != "modal" or not grammar.enacted.search(seen.sentence(number - 1)):
        return False
    return grammar.henceforth.search(seen.folded.text, demand.start, demand.end) is not None


def _elided(text: str, before: str, grammar: Grammar) -> bool:
    """Whether it begins with a verb whose subject is others, named in front of the sentence before."""
    start = strip_front(text, 0, len(text), grammar.linking)
    stands = grammar.pronoun.match(text, start)
    reach = start if stands is None else min(len(text), stands.end() + _PRONOUN)
    verb = grammar.heads.third.search(text, start, reach) if stands else None
    verb = verb or grammar.heads.third.match(text, start)
    if verb is None or grammar.heads.own.match(text, start) or grammar.authors.match(text, start):
        return False
    if grammar.behind is not NEVER and grammar.authors.match(
        text, strip_front(text, verb.end(), len(text), NEVER)
    ):
        return False
    named = " ".join(before.split()[:_SUBJECT_WORDS])
    if grammar.authors.match(named) or grammar.authors.match(_bare(named, grammar)):
        return False
    asked = grammar.heads.third.search(named) if grammar.behind is NEVER else None
    told = grammar.others.finditer(named, 0, asked.start() if asked and asked.start() else len(named))
    return any(stands is None or not grammar.relative.fullmatch(one.group()) for one in told)


def continued(text: str, before: str, grammar: Grammar) -> bool:
    """Whether "it" at its front is an organisation that tells of itself in the sentence before."""
    stands = grammar.pronoun.match(text, strip_front(text, 0, len(text), grammar.linking))
    reach = 0 if stands is None else stands.end() + _PRONOUN
    says = (grammar.heads.any, grammar.said, grammar.telling)
    if stands is None or not any(verb.search(text, stands.end(), reach) for verb in says):
        return False
    named = " ".join(before.split()[:_SUBJECT_WORDS])
    return any(grammar.authors.match(words) for words in (named, _bare(named, grammar)))


def speaking(seen: View, before: str, grammar: Grammar) -> str:
    """The sentence that says who speaks: the first of a paragraph whose subject is more than "it"; else the
    one so far (`before`). An item of a list and a clause of a resolution leave it as it is."""
    if not seen.spans or is_marked(seen.passage) or continued(seen.sentence(0), before, grammar):
        return before
    return before if _bare_clause(seen.sentence(0), grammar) else seen.sentence(0)


def _bare_clause(text: str, grammar: Grammar) -> bool:
    """Whether it has no subject of its own ("**Urges** the Government ...;", "**Recalling** that ...,")."""
    if grammar.behind is not NEVER or not grammar.words:
        return False
    if text.rstrip().endswith((";", ",")) and grammar.considering.match(text):
        return True
    return grammar.heads.third.match(text, strip_front(text, 0, len(text), grammar.linking)) is not None


def _carries_on(text: str, before: str, grammar: Grammar) -> bool:
    """Whether its first verb has no subject behind it, or that of the sentence before, in which the authors
    are named (Arabic "The centre called ... . **And urged** the Government ...")."""
    if grammar.behind is NEVER:
        return False
    places = (strip_front(text, 0, len(text), words) for words in (NEVER, grammar.linking))
    verb = next((verb for place in places if (verb := grammar.heads.any.match(text, place))), None)
    named = " ".join(before.split()[:_SUBJECT_WORDS])
    authors = grammar.authors.search(named)
    if verb is None or authors is None:
        return False
    subject = text[strip_front(text, verb.end(), len(text), NEVER) :]
    if grammar.behind.match(subject):
        return named[authors.start() :].split()[0] == subject.split()[0]
    past = grammar.heads.past.match(verb.group()) is not None and grammar.others.search(named) is None
    return past and grammar.named.search(named) is not None


def _bare(words: str, grammar: Grammar) -> str:
    """Without an article in front."""
    article = grammar.article.match(words)
    return words[article.end() :].lstrip() if article else words


def _of_ours(text: str, act: Act, grammar: Grammar) -> bool:
    """Whether the authors tell what they asked ("we also asked that"): in their list it is made now."""
    start, end = act.head or (act.start, act.start)
    words = grammar.we.search(text, max(0, start - 3), end)
    return words is not None and not grammar.others.search(text, start, words.start())


def _now(text: str, act: Act, grammar: Grammar) -> bool:
    """Whether a list opens with what the authors asked, undated ("we called on the Ministry to: ...")."""
    if not act.opens or act.head is None or grammar.before.search(text):
        return False
    if grammar.once.search(text, 0, act.head[1]):  # "in our last report we called on the Ministry to:"
        return False
    first = grammar.first.search(text, 0, act.head[1])
    return (
        first is not None
        and grammar.finite.search(text, first.end(), act.head[1]) is None
        and grammar.others.search(text, 0, first.start()) is None
    )


_Part = tuple[int, int, tuple[int, int] | None]


def said_by_authors(text: str, parts: list[_Part], grammar: Grammar) -> list[_Part]:
    """The parts of a sentence without those that only go on with what somebody else said in the first
    ("It notes that the police must act; **that fines must be** paid")."""
    first = text[slice(*parts[0][:2])] if len(parts) > 1 else ""
    told = grammar.telling.search(first)
    if told is None or any(one.search(first) for one in (grammar.authors, grammar.opinion, grammar.first)):
        return parts
    return [one for one in parts if one[2] or not one[0] or not grammar.agentive.match(text, one[0])]


def considers(text: str, context: Context, marked: bool, grammar: Grammar) -> bool:
    """Whether a clause of a preamble only says what the authors consider ("**Recalling** that ...;").

    `marked`: it is an item of a list, where without such a sign it is asked ("**Considering** a ban.").
    """
    front = strip_front(text, 0, len(text), NEVER)
    if grammar.considering.match(text, front) is None:
        return False
    if not context.strict or not text.rstrip().endswith((";", ",")):
        rest = text[strip_front(text, text.find(", ", front) + 1, len(text), NEVER) :]  # "Given this, act"
        asks = starts_as_action(rest, grammar) or is_thing(rest, grammar) or grammar.hot(text)
        return not (asks or (marked and not context.strict))
    comma = text.find(", ", front)
    return not (grammar.heads.own.search(text) or (comma > 0 and grammar.modal.search(text, comma)))


def _item_verb(text: str, act: Act, grammar: Grammar) -> bool:
    """Whether an item begins with a participle or infinitive of asking: that is what it demands."""
    start = act.head[0] if act.head else act.start
    front = strip_front(text, 0, len(text), grammar.linking) >= start
    asks = (grammar.heads.joined, grammar.resolving)
    return front and any(verb.match(text, start) for verb in asks)


def whole(text: str, context: Context, grammar: Grammar) -> bool:
    """Whether the sentence is what a stem asks for, or a command in a list of demands, so that a verb of
    asking inside it asks nothing."""
    sure = context.stem is not None and context.stem.sure
    if context.stem and context.stem.weak and grammar.resolving.match(text):
        return False  # "The meeting decides: - To ask the Ministry to ..."
    if not sure and not context.strict and starts_as_action(text, grammar):
        fronted = grammar.fronting.match(text, strip_front(text, 0, len(text), grammar.linking))
        return not fronted and grammar.heads.own.search(text) is None  # "Condemn it and call for its end"
    own = grammar.heads.own.search(text) if sure else None
    if own and not grammar.words:
        label = text.rfind("--", 0, own.start() + 1)
        front = own.start() <= strip_front(
            text, max(0, label), len(text), NEVER
        )  # "Demand of the police that ..."
        plain = front and grammar.heads.third.match(text, own.start()) is None
        return not plain and grammar.first.search(own.group()) is None
    return sure and (own is None or grammar.resolving.match(text, own.start()) is not None)
