"""Who is asked to act: the words of a sentence that name an actor, and what they mean for this review."""

from __future__ import annotations

import collections
import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.grammar import grammar as grammar_of
from pipeline.extract.phrases import NEVER, branched, loose
from pipeline.extract.spans import strip_front
from pipeline.models.findings import Addressee
from pipeline.models.passages import Kind, Passage
from pipeline.models.states import State

_BRACKET = re.compile(r"\s*[()]\s*")
"""Parts a name that has two ("Myanmar (Burma)")."""

_CASES = re.compile(r"(?:ия|а|(?<=\w\w)[бвгджзклмнпрстфхцчшщ])$")
"""Endings of names of countries that change with their case."""

_ADJECTIVE = r"(?:[йин]{0,2}ск\w{2,3}|ин(?:ец|ц\w{1,3}))"
"""Endings of the adjective of a country in Russian ("кубинский", "кенийского")."""

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
    countries = _all_countries(language)
    counted: collections.Counter[str] = collections.Counter()
    for passage in passages:
        text = fold(passage.text).text
        for match in countries.finditer(text):
            counted[_base(match.group(), language)] += (
                _OBLIGED if grammar.modal.match(text, match.end() + 1) else 1
            )
    top = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:1]
    clear = [name for name, count in top if count >= _MENTIONS and 2 * count >= sum(counted.values())]
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
def _names(name: str, language: str) -> Names:
    others = [_inflected(other, language) for other in _countries(language, "") if other != name]
    own = _any([_with_endings(name, language)], language)
    return Names(own, _any(others, language), _all_countries(language))


@functools.lru_cache(maxsize=512)
def names(state: State, language: str) -> Names:
    """The names to look for when the State under Review is known."""
    official = (*(name for _, name in state.names), *state.aliases)
    mine = {fold(name).text for name in official} | {*_countries(language, "", state.code)}
    own = [_with_endings(name, language) for name in sorted(mine) if len(name) >= _least(language)]
    others = [_inflected(name, language) for name in _countries(language, state.code) if name not in mine]
    return Names(_any(own, language), _any(others, language), _all_countries(language))


@functools.cache
def _all_countries(language: str) -> Pattern:
    return _any([_inflected(name, language) for name in _countries(language, "")], language)


def _least(language: str) -> int:
    """Letters that a name has at least: in Chinese two say as much as four elsewhere."""
    return 4 if grammar_of(language).words else 2


def _inflected(name: str, language: str) -> str:
    """The name of a country, in Russian in all its cases ("Грузия, Грузии, Грузию")."""
    whole = loose(re.escape(name))
    ending = _CASES.search(name) if language == "ru" else None
    if ending is None:
        return whole
    cases = {"ия": "и(?:я|и|ю|ей)", "а": "(?:[аыиуе]|ой)"}.get(ending.group())
    return whole[: -len(ending.group())] + cases if cases else f"{whole}(?:[ауе]|ом)?"


@functools.lru_cache(maxsize=512)
def _base(form: str, language: str) -> str:
    """The name of the country that `form` is a case of."""
    names = _countries(language, "")
    if form in names:
        return form
    return next((name for name in names if re.fullmatch(_inflected(name, language), form)), form)


def _with_endings(name: str, language: str) -> str:
    """ "Cuba" also in "Cuban", "Australia" in "Australian": up to five letters for the last one."""
    if not grammar_of(language).words:
        return loose(re.escape(name))
    if language == "ru" and name.endswith(("ия", "а")):
        return f"(?:{_inflected(name, language)}|{loose(re.escape(name[:-1]))}{_ADJECTIVE})"
    stem = name[:-1] if len(name) > 5 else name
    return loose(re.escape(stem)) + r"\w{0,5}"


def _any(parts: list[str], language: str) -> Pattern:
    if not parts:
        return NEVER
    body = branched(parts)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)" if grammar_of(language).words else body)


@functools.cache
def _countries(language: str, without: str, only: str = "") -> tuple[str, ...]:
    """Folded names of all countries but one, or of one, in `language` (Unicode CLDR, through babel)."""
    found = {
        part
        for code, name in _territories(language)
        for part in _BRACKET.split(fold(name).text)
        if len(code) == 2
        and code.isalpha()
        and code not in {without, "EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"}
        and only in {"", code}
    }
    long = [name for name in found if len(name) >= _least(language)]
    return tuple(sorted(long, key=lambda name: (-len(name), name)))


def _territories(language: str) -> Iterator[tuple[str, str]]:
    """(Code, name) of every country as `language` has it, Portuguese as in Brazil and in Portugal."""
    from babel import Locale, UnknownLocaleError

    try:
        locales = [Locale.parse(language), *([Locale("pt", "PT")] if language == "pt" else [])]
    except (UnknownLocaleError, ValueError):
        locales = [Locale.parse("en")]
    for locale in locales:
        yield from locale.territories.items()


def told(words: str, grammar: Grammar, known: Names) -> Addressee | None:
    """Who is meant by the words between "urge" and "to"; None if they name nobody.

    Several named together: the State if it is one of them, else a UN body, another State, a company.
    """
    actors = grammar.actors
    if own := known.own.search(words):
        return Addressee.OTHER_STATE if _deals_with(words, own.start(), grammar) else Addressee.SUR
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
        candidates.append((match.start(), 0, Addressee.SUR, match.group()))
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
    """Who is named in an obligation without a verb (Arabic "on **the member States** that they ...", of which
    the expression may have found only the beginning)."""
    start, end = limits
    words = text[start:end]
    if grammar.behind is not NEVER and words.lstrip(" و").startswith("علي"):
        that = text.find(" ان ", end, end + _NAME_REACH)
        words = text[start:that] if that > 0 else words
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
    return not (grammar.names_action(words) or grammar.modal.search(words) is not None)


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
