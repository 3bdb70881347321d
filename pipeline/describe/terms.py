"""Finds the terms of every table of the folder `data` in a text, in one pass over its words."""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from typing import NamedTuple

from pipeline.describe.words import BREAK, CAPITALS, LANGUAGES, NUMBER, YEAR, Word, fold, words

TABLES = ("instruments", "concepts", "hints")
"""The tables whose terms are words of a language."""
RULES = ("goals", "themes", "groups")
"""The tables whose terms name labels of the others: "{children} + {work} ! {school}" (and, but not)."""
EVERY = "all"
"""What stands in the column `language` for terms of every language, mostly acronyms."""
_SHORT_ACRONYM = 5
_NAMED = re.compile(r"\{([^{}]+)\}")
_LOGIC = re.compile(r"([+!]?)\s*\{([^{}]+)\}")


class Hit(NamedTuple):
    """A term found: of which table and label, from which word to which (not included), and its characters."""

    table: str
    label: str
    first: int
    last: int
    start: int
    end: int


class _Rule(NamedTuple):
    table: str
    label: str
    parts: int
    at_start: bool


class _Logic(NamedTuple):
    table: str
    label: str
    needs: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """Where a term can go on: by a word's form, or by how it begins (terms with *); `ends`: (rule, part)."""

    on: dict[str, _Node] = field(default_factory=dict)
    begins: dict[str, _Node] = field(default_factory=dict)
    lengths: tuple[int, ...] = ()
    ends: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Index:
    root: _Node
    rules: tuple[_Rule, ...]


def rows(table: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(label, language, terms) of every line of a table, in its order; the first term is the usual name."""
    file = resources.files("pipeline.describe") / "data" / f"{table}.csv"
    lines = csv.reader(file.read_text("utf-8").splitlines())
    next(lines)
    for label, language, terms in lines:
        yield label, language, tuple(filter(None, (term.strip() for term in terms.split("|"))))


@functools.lru_cache(maxsize=32)
def find(text: str, language: str) -> tuple[Hit, ...]:
    """Every term of every table in `text`, in the order of the words. Never raises.

    `language` is an ISO 639-1 code; of one without tables only the terms of every language are looked for.
    """
    index = _index(language if language in LANGUAGES else "")
    text_words = words(text, language)
    seen: dict[int, dict[int, Hit]] = {}
    found: list[Hit] = []
    for first, word in enumerate(text_words):
        if not (begun := _after(index.root, word)):
            continue
        for rule_number, part, last in _walk(begun, text_words, first + 1):
            rule = index.rules[rule_number]
            if rule.at_start and first:
                continue
            hit = Hit(rule.table, rule.label, first, last, word.start, text_words[last - 1].end)
            if rule.parts == 1:
                found.append(hit)
            else:
                seen.setdefault(rule_number, {}).setdefault(part, hit)
    found += [
        min(parts.values()) for number, parts in seen.items() if len(parts) == index.rules[number].parts
    ]
    return tuple(sorted([*found, *_concluded(found)], key=lambda hit: (hit.first, -hit.last)))


def _concluded(found: Sequence[Hit]) -> Iterator[Hit]:
    """The labels of goals, themes and groups that follow from `found`, each where its reason stands."""
    there: dict[str, Hit] = {}
    for hit in (*longest(found, "instruments"), *(hit for hit in found if hit.table == "concepts")):
        if hit.label not in there or hit.first < there[hit.label].first:
            there[hit.label] = hit
    for label in tuple(there):
        for rule in _logic().get(label, ()):
            if all(name in there for name in rule.needs) and not any(name in there for name in rule.without):
                yield there[label]._replace(table=rule.table, label=rule.label)


@functools.cache
def _logic() -> Mapping[str, Sequence[_Logic]]:
    """The rules of goals, themes and groups by the first label that they need."""
    found: dict[str, list[_Logic]] = {}
    for table in RULES:
        for label, _, terms in rows(table):
            for term in terms:
                names = _LOGIC.findall(term)
                needs = tuple(name for sign, name in names if sign != "!")
                without = tuple(name for sign, name in names if sign == "!")
                found.setdefault(needs[0], []).append(_Logic(table, label, needs, without))
    return found


def _walk(begun: Sequence[_Node], text: Sequence[Word], place: int) -> Iterator[tuple[int, int, int]]:
    """(rule, part, word after it) of every term that goes on from the nodes `begun` at word `place`."""
    open_nodes = [(node, place) for node in begun]
    while open_nodes:
        node, place = open_nodes.pop()
        if node.ends:
            for rule, part in node.ends:
                yield rule, part, place
        if place < len(text):
            open_nodes += [(after, place + 1) for after in _after(node, text[place])]


def _after(node: _Node, word: Word) -> list[_Node]:
    on = node.on
    found = [on[form] for form in word.forms if form in on]
    if node.lengths:
        begins = node.begins
        for spelling in word.folded:
            found += [begins[spelling[:n]] for n in node.lengths if spelling[:n] in begins]
    return found


def labels(hits: Iterable[Hit], table: str) -> tuple[str, ...]:
    """The labels of one table among `hits`, each once, in the order of the text."""
    return tuple(dict.fromkeys(hit.label for hit in hits if hit.table == table))


def longest(hits: Iterable[Hit], table: str) -> tuple[Hit, ...]:
    """The hits of one table that no other covers: where two share a word, the earlier, then the longer."""
    kept: list[Hit] = []
    for hit in sorted((hit for hit in hits if hit.table == table), key=lambda hit: (hit.first, -hit.last)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return tuple(kept)


@functools.cache
def _index(language: str) -> _Index:
    root = _Node()
    rules: list[_Rule] = []
    for table in TABLES:
        names: dict[str, list[str]] = {}
        for label, of, terms in rows(table):
            if of in (language, EVERY):
                names.setdefault(label, []).extend(terms)
        for label, own in names.items():
            for term in _expanded(own, names):
                parts = [part.strip() for part in term.removeprefix("^").split("+")]
                for number, part in enumerate(parts):
                    _add(root, part, language, (len(rules), number))
                rules.append(_Rule(table, label, len(parts), term.startswith("^")))
    _measure(root)
    return _Index(root, tuple(rules))


def _expanded(terms: Iterable[str], names: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """`terms` with {NAME} replaced by each term of that label."""
    for term in terms:
        match = _NAMED.search(term)
        if match is None:
            yield term
            continue
        for other in names.get(match[1], ()):
            if "{" not in other:
                yield from _expanded([term[: match.start()] + other + term[match.end() :]], names)


def _add(root: _Node, term: str, language: str, end: tuple[int, int]) -> None:
    node = root
    for step in _steps(term, language):
        branch = node.begins if step.endswith("*") else node.on
        node = branch.setdefault(step.rstrip("*"), _Node())
    if node is not root:
        node.ends.append(end)


def _steps(term: str, language: str) -> Iterator[str]:
    """The forms that a term goes through, one a word; those that begin a word end with *."""
    if term.isupper() and len(term) < _SHORT_ACRONYM and " " not in term:
        yield CAPITALS + fold(term)
        return
    for piece in term.split():
        yield from _forms_of(piece, language)


@functools.lru_cache(maxsize=20_000)
def _forms_of(piece: str, language: str) -> tuple[str, ...]:
    if piece in (NUMBER, YEAR):
        return (piece,)
    begins = piece.endswith("*")
    return tuple(
        word.folded[0] + "*" if begins and word.end >= len(piece) - 1 else word.forms[0]
        for word in words(piece, language)
        if word.forms[0] != BREAK
    )


def _measure(node: _Node) -> None:
    """Note at each node how long the beginnings are that it looks for."""
    node.lengths = tuple(sorted({len(begin) for begin in node.begins}))
    for after in (*node.on.values(), *node.begins.values()):
        _measure(after)
