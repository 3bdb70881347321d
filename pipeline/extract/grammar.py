"""The grammar of a language: loaded from its data file, compiled once, the same shape for every language."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from pipeline.extract.phrases import compiled, union
from pipeline.models.findings import READ_LANGUAGES

# The loader written in C is ten times as fast; it is missing where yaml was built without libyaml.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Headings:
    """What a heading opens: recommendations, things only reported, questions, or nothing to look at."""

    recommendations: Pattern
    reported: Pattern
    questions: Pattern
    silent: Pattern


@dataclass(frozen=True, slots=True)
class Heads:
    """Verbs that recommend: `directed` ones name who should act, `free` ones may have a thing as object.

    `joined` ones are participles, infinitives and nouns, whose subject is that of the sentence.
    """

    any: Pattern
    own: Pattern
    third: Pattern
    past: Pattern
    joined: Pattern
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


@dataclass(frozen=True, slots=True)
class Grammar:
    """All patterns of one language; `docs/extraction.md` says what each entry of the file is for."""

    language: str
    words: bool
    keeps_impersonal: bool
    object_first: bool
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
    annex: Pattern
    loosely: Pattern
    purposes: Pattern
    others: Pattern
    behind: Pattern
    modal: Pattern
    impersonal: Pattern
    never: Pattern
    law: Pattern
    we: Pattern
    pronoun: Pattern
    relative: Pattern
    asking: Pattern
    policy: Pattern
    telling: Pattern
    earlier: Pattern
    action: Pattern
    finite: Pattern
    linking: Pattern
    fronting: Pattern
    condition: Pattern
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
    authors: Pattern
    before: Pattern
    said: Pattern
    imperative: Pattern
    nominal: Pattern
    forbidding: Pattern
    relaying: Pattern
    abroad: Pattern
    against: Pattern
    union: Pattern
    us: Pattern
    first: Pattern
    opinion: Pattern
    because: Pattern
    purpose: Pattern
    agentive: Pattern
    salutation: Pattern
    you: Pattern
    stem: Pattern
    hanging: Pattern
    ours: Pattern
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

    def hot(self, text: str) -> bool:
        """Whether the folded text has any word of recommending or of obligation."""
        patterns = (self.modal, self.impersonal, self.heads.any)
        return any(pattern.search(text) is not None for pattern in patterns)

    def names_action(self, text: str) -> bool:
        """Whether the folded text has a verb of an action anywhere ("that" and "not" are none)."""
        return any(match.group() not in _THAT for match in self.action.finditer(text))


@functools.cache
def grammar(language: str) -> Grammar:
    """The grammar of `language`, one of READ_LANGUAGES. Raises KeyError for another.

    All values are read as text, so that "no" and "on" are words and not truth values.
    """
    if language not in READ_LANGUAGES:
        raise KeyError(language)
    file = resources.files("pipeline.extract") / "grammar" / f"{language}.yaml"
    return _grammar(language, yaml.load(file.read_text(encoding="utf-8"), _LOADER))


def _grammar(language: str, data: Mapping[str, Any]) -> Grammar:
    words = data.get("words", "true") == "true"
    named: dict[str, str] = {}
    for name, phrases in data["patterns"].items():
        named[name] = union(phrases, named, words)
    whole = {
        f"{{{name}}}": phrases
        for name, phrases in data["patterns"].items()
        if not any(phrase.startswith("=") for phrase in phrases)
    }

    def pattern(*path: str) -> Pattern:
        node: Any = data
        for step in path:
            node = node.get(step) or {}
        return compiled(_spelt_out(node, whole), named, words)

    return Grammar(
        language=language,
        words=words,
        keeps_impersonal=data.get("keeps_impersonal", "true") == "true",
        object_first=data.get("object_first", "false") == "true",
        abbreviations=frozenset(data.get("abbreviations", ())),
        generic=data["generic"],
        headings=Headings(**{name: pattern("headings", name) for name in Headings.__slots__}),
        heads=_heads(data["heads"], whole, named, words),
        actors=Actors(**{name: pattern("actors", name) for name in Actors.__slots__}),
        **{name: pattern(name) for name in _PLAIN},
    )


_THAT = frozenset({"that", "que", "qu'", "a que", "чтобы", "not", "ne pas", "ne plus"})
"""First words of an action that are no verbs."""

_APART = {
    "language",
    "words",
    "keeps_impersonal",
    "object_first",
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


def _heads(
    table: Mapping[str, Any], whole: Mapping[str, Sequence[str]], named: Mapping[str, str], words: bool
) -> Heads:
    def of(*keys: tuple[str, str]) -> Pattern:
        phrases = [p for voice, kind in keys for p in (table.get(voice) or {}).get(kind) or ()]
        return compiled(_spelt_out(phrases, whole), named, words)

    kinds = ("directed", "free")
    voices = ("own", "third", "past", "joined")
    return Heads(
        any=of(*((voice, kind) for voice in voices for kind in kinds)),
        own=of(*(("own", kind) for kind in kinds)),
        third=of(*(("third", kind) for kind in kinds)),
        past=of(*(("past", kind) for kind in kinds)),
        joined=of(*(("joined", kind) for kind in kinds)),
        free=of(*((voice, "free") for voice in voices)),
    )
