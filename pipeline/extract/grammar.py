"""The grammar of a language: loaded from its data file, compiled once, the same shape for every language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import islice
from pathlib import Path
from typing import Any

from pipeline.extract import ready
from pipeline.extract.phrases import NEVER, compiled, first_of, union
from pipeline.models.findings import READ_LANGUAGES

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Headings:
    """What a heading opens: recommendations, things only reported, words of others, questions, or nothing."""

    recommendations: Pattern
    reported: Pattern
    cited: Pattern
    questions: Pattern
    facts: Pattern
    silent: Pattern


@dataclass(frozen=True, slots=True)
class Heads:
    """Verbs that recommend: `directed` ones name who should act, `free` ones may have a thing as object.

    `joined` ones are participles, infinitives and nouns, whose subject is that of the sentence; `together`
    ones recommend only if several are their subject, joined by "and".
    """

    any: Pattern
    own: Pattern
    third: Pattern
    past: Pattern
    joined: Pattern
    together: Pattern
    free: Pattern


@dataclass(frozen=True, slots=True)
class Actors:
    """Words that say who is meant, one pattern per addressee."""

    sur: Pattern
    un_body: Pattern
    other_state: Pattern
    company: Pattern
    other: Pattern
    public: Pattern
    peers: Pattern
    peer_action: Pattern
    vague: Pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns of one language; `docs/extraction.md` says what each entry of the file is for."""

    language: str
    words: bool
    keeps_impersonal: bool
    object_first: bool
    drops_subject: bool
    abbreviations: frozenset[str]
    generic: str
    headings: Headings
    heads: Heads
    actors: Actors
    complement: Pattern
    bare: Pattern
    chain: Pattern
    dative: Pattern
    thing: Pattern
    governor: Pattern
    once: Pattern
    timeless: Pattern
    annex: Pattern
    genitive: Pattern
    containing: Pattern
    counting: Pattern
    exemplary: Pattern
    loosely: Pattern
    unaided: Pattern
    sought: Pattern
    purposes: Pattern
    others: Pattern
    objects: Pattern
    press: Pattern
    behind: Pattern
    modal: Pattern
    impersonal: Pattern
    pressing: Pattern
    wishing: Pattern
    including: Pattern
    never: Pattern
    law: Pattern
    we: Pattern
    pronoun: Pattern
    relative: Pattern
    asking: Pattern
    policy: Pattern
    telling: Pattern
    earlier: Pattern
    recommended: Pattern
    action: Pattern
    commanding: Pattern
    performs: Pattern
    enacting: Pattern
    resolving: Pattern
    finite: Pattern
    linking: Pattern
    fronting: Pattern
    condition: Pattern
    conceding: Pattern
    joining: Pattern
    reason: Pattern
    following: Pattern
    blocked: Pattern
    tail: Pattern
    dative_heading: Pattern
    agent: Pattern
    passive: Pattern
    of: Pattern
    speakers: Pattern
    weak: Pattern
    matrix: Pattern
    governing: Pattern
    governed: Pattern
    undergoing: Pattern
    needed: Pattern
    cleft: Pattern
    mobilising: Pattern
    authors: Pattern
    selves: Pattern
    offices: Pattern
    houses: Pattern
    gathering: Pattern
    named: Pattern
    today: Pattern
    before: Pattern
    said: Pattern
    staff: Pattern
    imperative: Pattern
    nominal: Pattern
    due: Pattern
    amending: Pattern
    forbidding: Pattern
    going_on: Pattern
    bidding: Pattern
    inviting: Pattern
    relaying: Pattern
    raising: Pattern
    abroad: Pattern
    against: Pattern
    union: Pattern
    league: Pattern
    council: Pattern
    shortly: Pattern
    mandating: Pattern
    decreed: Pattern
    us: Pattern
    first: Pattern
    opinion: Pattern
    because: Pattern
    considering: Pattern
    purpose: Pattern
    agentive: Pattern
    salutation: Pattern
    delegates: Pattern
    you: Pattern
    stem: Pattern
    hanging: Pattern
    ours: Pattern
    theirs: Pattern
    crowd: Pattern
    presenting: Pattern
    stance: Pattern
    acted: Pattern
    principle: Pattern
    parting: Pattern
    within: Pattern
    nouns: Pattern
    article: Pattern
    enacted: Pattern
    indefinite: Pattern
    undergone: Pattern
    henceforth: Pattern
    negation: Pattern
    denial: Pattern
    question: Pattern
    asks: Pattern
    inquiring: Pattern
    closing: Pattern
    bidden: Pattern

    @property
    def isolating(self) -> bool:
        """Whether a verb follows its subject, and no small word says whom it tells (English, Chinese)."""
        return self.dative is NEVER and self.behind is NEVER

    def hot(self, text: str) -> bool:
        """Whether the folded text has any word of recommending or of obligation."""
        patterns = (self.modal, self.impersonal, self.heads.any)
        return any(first_of(pattern, text) is not None for pattern in patterns)

    def contains(self, above: str) -> bool:
        """Whether the folded words before a list say that it is what something shall be or contain ("a law
        that **reflects these principles**", "the board **must be**")."""
        last = self.containing.finditer(above, max(0, len(above) - _CONTAINED))
        found = next((one for one in last if one.end() == len(above)), None)
        return found is not None and self.following.search(above, 0, found.start()) is None

    def names_action(self, text: str) -> bool:
        """Whether the folded text has a verb of an action anywhere ("that", "not" and what belongs to a name,
        as in "the ministry **of training**", are none)."""
        return any(
            one.group() not in _THAT
            and not self.governor.fullmatch(text[: one.start()].strip().rpartition(" ")[2])
            for one in self.action.finditer(text)
        )


@functools.cache
def grammar(language: str) -> Grammar:
    """The grammar of `language`, one of READ_LANGUAGES. Raises KeyError for another."""
    if language not in READ_LANGUAGES:
        raise KeyError(language)
    file = _file(language)
    return _grammar(language, *((isinstance(file, Path) and ready.load(file)) or _made(language)))


def keep_ready(first: str = "") -> None:
    """Keep the expressions of all languages compiled, as Python keeps modules, where they are not.

    Nothing is done if those of the language `first` are kept. Does nothing where they cannot be.
    """
    for language in sorted(READ_LANGUAGES, key=lambda name: name != first):
        file = _file(language)
        if isinstance(file, Path) and ready.load(file) is None:
            ready.keep(file, *_made(language))
        elif language == first:
            return


def _file(language: str) -> Traversable:
    return resources.files("pipeline.extract") / "grammar" / f"{language}.yaml"


def _made(language: str) -> ready.Ready:
    """What a grammar file says, with its expressions compiled, in the order in which `_grammar` wants them.

    All values are read as text, so that "no" and "on" are words and not truth values.
    """
    import yaml

    # the loader written in C is ten times as fast; it is missing where yaml was built without libyaml
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    data = yaml.load(_file(language).read_text(encoding="utf-8"), loader)
    words = data.get("words", "true") == "true"
    named: dict[str, str] = {}
    for name, phrases in data["patterns"].items():
        named[name] = union(phrases, named, words)
    whole = {
        f"{{{name}}}": phrases
        for name, phrases in data["patterns"].items()
        if not any(phrase.startswith("=") for phrase in phrases)
    }
    plain = {name: data[name] for name in _SAID if name in data}
    return plain, [compiled(_spelt_out(each, whole), named, words) for each in _phrases(data)]


def _phrases(data: Mapping[str, Any]) -> Iterator[Sequence[str]]:
    """The phrases of every expression of a Grammar, in the order of its fields."""
    for part, kind in (("headings", Headings), ("actors", Actors)):
        yield from ((data.get(part) or {}).get(name) or () for name in kind.__slots__)
    table = data["heads"]
    for keys in _HEADS:
        yield [p for voice, kind in keys for p in (table.get(voice) or {}).get(kind) or ()]
    yield from (_plain(data, name) for name in _PLAIN)


def _plain(data: Mapping[str, Any], name: str) -> Sequence[str]:
    """The phrases of a field that is no table: `named` holds the names of `authors` alone."""
    phrases = data.get("authors" if name == "named" else name) or ()
    return [*phrases, *(data.get("ourselves") or ())] if name == "authors" else phrases


def _grammar(language: str, said: Mapping[str, Any], patterns: Sequence[Pattern]) -> Grammar:
    left = iter(patterns)
    return Grammar(
        language=language,
        words=said.get("words", "true") == "true",
        keeps_impersonal=said.get("keeps_impersonal", "true") == "true",
        object_first=said.get("object_first", "false") == "true",
        drops_subject=said.get("drops_subject", "false") == "true",
        abbreviations=frozenset(said.get("abbreviations", ())),
        generic=said["generic"],
        headings=Headings(*islice(left, len(Headings.__slots__))),
        actors=Actors(*islice(left, len(Actors.__slots__))),
        heads=Heads(*islice(left, len(_HEADS))),
        **dict(zip(_PLAIN, left, strict=True)),
    )


_CONTAINED = 160
"""Characters at the end of what stands before a list in which it may say that something contains these."""

_THAT = frozenset({"that", "que", "qu'", "a que", "чтобы", "not", "ne pas", "ne plus"})
"""First words of an action that are no verbs."""

_APART = {
    "language",
    "words",
    "keeps_impersonal",
    "object_first",
    "drops_subject",
    "abbreviations",
    "generic",
    "headings",
    "heads",
    "actors",
}
_PLAIN = tuple(name for name in Grammar.__slots__ if name not in _APART)


def _spelt_out(phrases: Iterable[str], whole: Mapping[str, Sequence[str]]) -> list[str]:
    """The phrases with those of a named pattern in the place of one that is only its name: they begin with
    letters then, by which the engine finds its way."""
    return [one for phrase in phrases for one in whole.get(phrase, (phrase,))]


_SAID = ("words", "keeps_impersonal", "object_first", "drops_subject", "abbreviations", "generic")
"""What a grammar file says beside its expressions."""
_KINDS = ("directed", "free")
_VOICES = ("own", "third", "past", "joined", "together")
_HEADS: tuple[list[tuple[str, str]], ...] = (
    [(voice, kind) for voice in _VOICES for kind in _KINDS],
    *([(voice, kind) for kind in _KINDS] for voice in _VOICES),
    [(voice, "free") for voice in _VOICES],
)
"""Of each field of Heads, in order, the lists of the file that it comes from."""
