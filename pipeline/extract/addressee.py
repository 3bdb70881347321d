"""Who is asked to act: the words of a sentence that name an actor, and what they mean for this review."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.countries import (
    all_countries,
    any_of,
    code_of,
    country_names,
    inflected,
    least_letters,
    with_endings,
)
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER
from pipeline.extract.spans import strip_front
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind, Passage
from pipeline.models.states import State

_MENTIONS = 3
_OBLIGED = 4
"""Mentions that one as the subject of an obligation counts for ("Cuba must ...")."""

_UNION = 5
_LETTER_HEAD = 14
"""Passages at the front in which a salutation is looked for, of at most so many characters each."""

_SALUTATION = 220
_SHORT = 12
"""Words of an actor in which the name of another country means that country, not a mention of it."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of the State under Review (with its adjectives, roughly), of other countries, and of all."""

    own: Pattern
    foreign: Pattern
    countries: Pattern


def names_in(passages: Iterable[Passage], grammar: Grammar) -> Names:
    """For a State that is not known: the country named most, if it has half of all mentions.

    Where it is said what a country must do, that counts for several mentions of it.
    """
    language = grammar.language
    countries = all_countries(language)
    counted: collections.Counter[str] = collections.Counter()
    for passage in passages:
        text = fold(passage.text).text
        for match in countries.finditer(text):
            counted[code_of(match.group(), language)] += (
                _OBLIGED if grammar.modal.match(text, match.end() + 1) else 1
            )
    top = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:1]
    clear = [code for code, count in top if count >= _MENTIONS and 2 * count >= sum(counted.values())]
    return _names(clear[0], language) if clear else Names(NEVER, NEVER, countries)


def on_whom(passages: Iterable[Passage], grammar: Grammar, known: Names) -> Addressee:
    """Who is meant where nobody is named and the State is not known.

    The union of States most spoken of, or the members of a league of States; the United Nations where no
    country and no government is.
    """
    text = " . ".join(fold(passage.text).text for passage in passages)

    def said(pattern: Pattern) -> int:
        return sum(1 for _ in pattern.finditer(text))

    league = said(grammar.league)
    if league >= _UNION and league > said(known.own):
        return Addressee.OTHER_STATE
    union = said(grammar.union)
    if union >= _UNION and union > said(known.own):
        return Addressee.OTHER
    united = said(grammar.actors.un_body)
    if united < _UNION or united <= max(said(known.countries), said(known.own)):
        return Addressee.SUR
    governed = said(grammar.actors.sur) - said(grammar.actors.vague)
    return Addressee.UN_BODY if united > governed else Addressee.SUR


@functools.lru_cache(maxsize=64)
def _names(code: str, language: str) -> Names:
    own = [with_endings(name, language) for name in country_names(language, "", code)]
    others = [inflected(name, language) for name in country_names(language, code)]
    return Names(any_of(own, language), any_of(others, language), all_countries(language))


@functools.lru_cache(maxsize=512)
def names(state: State, language: str) -> Names:
    """The names to look for when the State under Review is known."""
    official = (*(name for _, name in state.names), *state.aliases)
    mine = {fold(name).text for name in official} | {*country_names(language, "", state.code)}
    least, short = least_letters(language), {fold(name).text for name in state.aliases if name.isupper()}
    own = [with_endings(name, language) for name in sorted(mine) if len(name) >= least or name in short]
    others = [inflected(name, language) for name in country_names(language, state.code) if name not in mine]
    return Names(any_of(own, language), any_of(others, language), all_countries(language))


def told(words: str, grammar: Grammar, known: Names) -> Addressee | None:
    """Who is meant by the words between "urge" and "to"; None if they name nobody.

    Several named together: the State if it is one of them, else a UN body, another State, a company.
    """
    actors = grammar.actors
    if own := known.own.search(words):
        if _deals_with(words, own.start(), grammar):
            return Addressee.OTHER_STATE
        return _of_state(words, own, grammar) or Addressee.SUR
    rest = words
    seen: set[Addressee] = set()
    for addressee, pattern in _ORDER:
        rest, count = getattr(actors, pattern).subn(" ", rest)
        if count:
            seen.add(addressee)
    if len(words.split()) <= _SHORT and known.foreign.search(words) and Addressee.UN_BODY not in seen:
        return Addressee.OTHER_STATE
    if seen & {Addressee.UN_BODY, Addressee.OTHER_STATE}:
        rest = actors.vague.sub(" ", rest)  # "the United Nations **country** team", "donor **States**"
    if actors.sur.search(rest):
        return Addressee.SUR
    return next((addressee for addressee, _ in _ORDER if addressee in seen), None)


def _deals_with(words: str, own: int, grammar: Grammar) -> bool:
    """Whether the State only says what others have to do with it ("**States that buy the oil of** Cuba")."""
    others = grammar.actors.other_state.search(words, 0, own)
    if others is None or "," in words[others.start() : own]:
        return False
    between = words[others.start() : own].split()
    told = any(grammar.relative.fullmatch(word) for word in between)
    return told and not any(grammar.tail.fullmatch(word) for word in between)


_NAME_REACH = 40
_VERB = 20
"""Characters after a name in which its verb begins."""
_PLACE = 3
"""Words before the State's name in which stands that it only says where ("in **the east of** Cuba")."""


def _of_state(words: str, own: re.Match[str], grammar: Grammar) -> Addressee | None:
    """Who is named where the State only says which one or where ("**the UN team** in Cuba", "Cuban
    **media**"); None where it is meant itself, or those who govern it are named too."""
    actors = grammar.actors
    if not (grammar.words and grammar.isolating) or actors.sur.search(words[own.end() :]):
        return None
    after = strip_front(words, own.end(), len(words), NEVER)
    for addressee, pattern in ((Addressee.COMPANY, actors.company), (Addressee.OTHER, actors.other)):
        if pattern.match(words, after):
            return None if actors.sur.search(words[: own.start()]) else addressee
    begin = strip_front(words, 0, own.start(), grammar.article)
    found = ((a, getattr(actors, name).match(words, begin, own.start())) for a, name in _ORDER)
    first, name = next(((a, one) for a, one in found if one), (None, None))
    between = words[name.end() : own.start()] if name else ""
    last = between.split()[-_PLACE:]
    of = any(grammar.of.match(f"{word} it") for word in last)
    where = of or any(grammar.fronting.fullmatch(word) for word in last)
    theirs = of and first is Addressee.OTHER_STATE  # "the embassy **of Cuba**" is its own
    return first if where and not theirs and not actors.sur.search(actors.vague.sub(" ", between)) else None


_FOREIGN = 3
"""Words before the name of another State that is the subject of an obligation."""

_BY_NAME = {Addressee.COMPANY, Addressee.OTHER}
_BEFORE = 2
"""Words before a company or other body to be the subject: "the duties of large companies must" is law."""

_ORDER = (
    (Addressee.UN_BODY, "un_body"),
    (Addressee.OTHER_STATE, "other_state"),
    (Addressee.COMPANY, "company"),
    (Addressee.OTHER, "other"),
)


def subject(words: str, grammar: Grammar, known: Names) -> tuple[Addressee | None, str]:
    """Who the subject of a "should" names first, and the words; (None, "") if it names no actor."""
    candidates = []
    if match := known.own.search(words):
        who = _of_state(words, match, grammar) or Addressee.SUR
        candidates.append((match.start(), 0, who, match.group()))
    patterns = (*((a, getattr(grammar.actors, p)) for a, p in _ORDER), (Addressee.SUR, grammar.actors.sur))
    for rank, (addressee, pattern) in enumerate(patterns):
        match = pattern.search(words)
        if match and (addressee not in _BY_NAME or len(words[: match.start()].split()) <= _BEFORE):
            candidates.append((match.start(), rank, addressee, match.group()))
    if not candidates:
        return None, ""
    _, _, addressee, found = min(candidates, key=lambda candidate: candidate[:2])
    return addressee, found


def named_in_heading(words: str, grammar: Grammar, known: Names) -> Addressee | None:
    """Whom a heading names after "to"; not another State that stands far behind ("letters about Iran")."""
    addressee = told(words, grammar, known)
    if addressee is not Addressee.OTHER_STATE or grammar.actors.other_state.search(words):
        return addressee
    match = known.foreign.search(words)
    if match is None or len(words[: match.start()].split()) > _BEFORE:
        return None
    rest = words[match.end() :].strip(" ,")
    return addressee if not rest or grammar.tail.match(rest) or grammar.of.match(rest) else None


def foreign_state(words: str, known: Names) -> str:
    """The name of another State that is the subject ("Canada", "the Government of Canada"), "" for none."""
    match = known.foreign.search(words)
    if match is None or known.own.search(words) or len(words[: match.start()].split()) > _FOREIGN:
        return ""
    return match.group()


def behoved(
    text: str, limits: tuple[int, int], grammar: Grammar, known: Names
) -> tuple[Addressee | None, str]:
    """Who is named in an obligation without a verb (Arabic "on **the member States**, as donors, that they
    ...", of which the expression may have found only the beginning)."""
    start, end = limits
    words = text[start:end]
    if grammar.behind is not NEVER and words.lstrip(" وف").startswith("علي"):
        that = text.find(" ان ", end, end + _NAME_REACH)
        words = (text[start:that] if that > 0 else words).partition(",")[0]
    found = subject(words, grammar, known)
    abroad = foreign_state(words, known) if grammar.behind is not NEVER and not found[0] else ""
    return (Addressee.OTHER_STATE, abroad) if abroad else found


def wished(text: str, start: int, grammar: Grammar, known: Names) -> bool:
    """Whether a sentence by its form alone wants a country to act ("**Que la France** contrôle ...")."""
    opening = grammar.agentive.match(text, start)
    begin = strip_front(text, opening.end(), len(text), NEVER) if opening else len(text)
    article = grammar.article.match(text, begin) or grammar.dative.match(text, begin)
    begin = strip_front(text, article.end(), len(text), NEVER) if article else begin
    name = known.own.match(text, begin) or known.countries.match(text, begin)
    if name is None:
        return False
    after = strip_front(text, name.end(), len(text), NEVER)
    tells = grammar.finite.search(text, after, after + _VERB) is not None
    return not tells or grammar.relative.match(text, after) is not None


def names_only(words: str, grammar: Grammar, known: Names) -> bool:
    """Whether the words are the name of an actor and nothing else ("the Government of Cuba"): no verb."""
    if len(words.split()) > _SHORT or told(words, grammar, known) is None:
        return False
    patterns = (known.own, known.countries, *(getattr(grammar.actors, name) for _, name in _ORDER))
    ends = [m.end() for p in (*patterns, grammar.actors.sur) for m in p.finditer(words)]
    rest = words[max(ends, default=0) :].strip(" ,")
    if rest and grammar.of.match(rest) is None:
        return False
    must = grammar.impersonal if grammar.modal is NEVER else grammar.modal
    return not (grammar.names_action(words) or must.search(words) is not None)


def is_public(words: str, grammar: Grammar, known: Names) -> bool:
    """Whether only readers, signatories or the population are called upon."""
    return told(words, grammar, known) is None and grammar.actors.public.search(words) is not None


def addressed(passages: Sequence[Passage], grammar: Grammar, known: Names) -> Addressee | None:
    """Whom a letter calls "you": read from its salutation or title; None if it is no letter to somebody."""
    found: Addressee | None = None
    title: Addressee | None = None
    headed: Addressee | None = None
    for passage, text in _letter_head(passages):
        match = grammar.salutation.search(text)
        if match is None:
            if passage.kind is Kind.HEADING and grammar.actors.un_body.search(text):
                title = Addressee.UN_BODY
            continue
        words = text[match.end() :]
        if grammar.delegates.search(text):
            return Addressee.OTHER_STATE
        united = grammar.actors.un_body.search(words) is not None
        if who := Addressee.UN_BODY if united else told(words, grammar, known):
            if passage.kind is not Kind.HEADING:
                return who
            headed = headed or who
        elif not grammar.actors.public.search(words):
            found = title or headed or Addressee.SUR
    return found or headed


def greets_delegates(passages: Sequence[Passage], grammar: Grammar) -> bool:
    """Whether a statement is spoken or written to delegations, who are told what another State is to do."""
    early = (text for _, text in _letter_head(passages))
    return any(grammar.salutation.search(text) and grammar.delegates.search(text) for text in early)


def _letter_head(passages: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    """The short passages at the front, folded, in which a salutation may stand."""
    for passage in passages[:_LETTER_HEAD]:
        if len(passage.text) <= _SALUTATION:
            yield passage, fold(passage.text).text.lstrip(' "')


def is_peer(words: str, action: str, grammar: Grammar) -> bool:
    """Whether "States" are meant as members of the Working Group that recommend to each other."""
    return bool(
        grammar.actors.peers.fullmatch(words.strip(" ,")) and grammar.actors.peer_action.search(action)
    )
