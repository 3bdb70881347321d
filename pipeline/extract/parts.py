"""The parts of one sentence that demands: semicolon lists, second addressees, and what a colon announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.acts import Act, Voice
from pipeline.extract.clauses import each_that, obliges, second_clause
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import after_label, command, starts_as_action
from pipeline.extract.phrases import NEVER
from pipeline.extract.sentences import semicolons, without_marker
from pipeline.extract.spans import behind_word, strip_front, trimmed

_FIRST = re.compile(r"(?<=\s)\(?[ai1]\)\s+")
"""The number of the first of what a sentence counts."""

_RELATIVE = 3
_PARTS = 200
_BEFORE = 2


def parts_of(text: str, act: Act, grammar: Grammar) -> list[tuple[int, int]]:
    """The actions of an act: the parts of its semicolon list, without "to", "and" and reasons."""
    parts = []
    for begin, stop in _uncounted(text, _chained(text, listed(text, act, grammar), grammar), grammar):
        inner = grammar.complement.match(text, begin, stop)
        start, end = trimmed(text, inner.end() if inner else begin, stop, grammar)
        behind = behind_word(text, start, end, grammar.complement)
        start = strip_front(text, behind, end, NEVER) if behind >= 0 else start
        if end - start > 2:
            parts.append((start, end))
    return parts[:_PARTS]


def _uncounted(text: str, parts: list[tuple[int, int]], grammar: Grammar) -> list[tuple[int, int]]:
    """The parts without what counts them, where two are counted ("**first,** sign; **second,** print it")."""
    found = []
    for begin, stop in parts:
        counts = grammar.counting.match(text, strip_front(text, begin, stop, grammar.tail), stop)
        found.append(counts.end() if counts and counts.end() < stop else begin)
    counted = sum(1 for new, (begin, _) in zip(found, parts, strict=True) if new != begin)
    return [(new, stop) for new, (_, stop) in zip(found, parts, strict=True)] if counted > 1 else parts


def listed(text: str, act: Act, grammar: Grammar) -> list[tuple[int, int]]:
    """The parts between semicolons; one if they are contents of the first ("an end to plans: a; b")."""
    parts = _joined(text, _split(text, act.start, act.end, grammar), grammar)
    colon = text.find(": ", *parts[0]) if len(parts) > 1 else -1
    if colon >= 0 and grammar.stem.search(text, act.start, colon) and grammar.counting.match(text, colon + 2):
        return [(colon + 2, parts[0][1]), *parts[1:]]  # "three requests: **first,** sign; **second,** pay"
    if colon < 0 or grammar.following.search(text, parts[0][0], colon):
        return parts
    last = text[parts[0][0] : colon].split()[-_RELATIVE:]
    content = any(grammar.relative.fullmatch(word) for word in last)
    return [(act.start, act.end)] if content else parts


def _split(text: str, start: int, end: int, grammar: Grammar) -> list[tuple[int, int]]:
    """The parts between semicolons without those that are no more than "and"."""
    found = semicolons(text, start, end)
    return [one for one in found if grammar.tail.fullmatch(text[slice(*one)].strip(" ,")) is None]


def _joined(text: str, parts: list[tuple[int, int]], grammar: Grammar) -> list[tuple[int, int]]:
    """Parts of which one that only goes on ("; as well as ...", "publication of a budget; **of the posts**")
    belongs to the part before."""
    joined: list[tuple[int, int]] = []
    for start, end in parts:
        goes_on = joined and (
            grammar.annex.match(text, start, end)
            or (_is_genitive(text, start, end, grammar) and not _is_genitive(text, *joined[-1], grammar))
            or _describes(text, (start, end), joined[-1], grammar)
            or _counts_on(text, (start, end), joined[-1], grammar)
        )
        joined.append((joined.pop()[0] if goes_on else start, end))
    return joined


def _is_genitive(text: str, start: int, end: int, grammar: Grammar) -> bool:
    start = strip_front(text, start, end, grammar.tail)
    return grammar.genitive.match(text, start, end) is not None and not grammar.complement.match(
        text, start, end
    )


def _describes(text: str, part: tuple[int, int], first: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a part goes on with the "that" of a thing asked for ("a fund that pays; **that lasts**")."""
    begin = strip_front(text, *part, grammar.tail)
    if grammar.relative.match(text, begin, part[1]) is None:
        return False
    thing = grammar.indefinite.match(text, strip_front(text, *first, NEVER))
    return thing is not None and grammar.relative.search(text, thing.end(), first[1]) is not None


def _counts_on(text: str, part: tuple[int, int], first: tuple[int, int], grammar: Grammar) -> bool:
    """Whether a part goes on with what the first begins to count ("show a) **that** A; b) **that** B")."""
    begin = without_marker(text, strip_front(text, *part, grammar.tail), part[1])
    that = grammar.agentive.match(text, begin, part[1])
    firsts = (one.end() for one in _FIRST.finditer(text, *first)) if that else ()
    return any(grammar.agentive.match(text, one, first[1]) for one in firsts)


def _chained(text: str, parts: list[tuple[int, int]], grammar: Grammar) -> list[tuple[int, int]]:
    """Parts divided again where a second addressee is told ("..., and on the army to ...")."""
    found = []
    for begin, stop in parts:
        start = begin
        for match in grammar.chain.finditer(text, begin, stop):
            found.append((start, match.start()))
            start = match.end()
        if second := second_clause(text, start, stop, grammar):
            found.append((start, second[0]))
            start = second[1]
        found += each_that(text, start, stop, grammar)
    return found


def commands(text: str, begin: int, grammar: Grammar) -> list[tuple[int, int]]:
    """A sentence that is a command from `begin`, or each of its parts between semicolons that all are."""
    found = semicolons(text, begin, len(text))
    each = all(_commands(text[slice(*one)], grammar) for one in found[1:])
    return found if each else [(begin, len(text))]


def _commands(text: str, grammar: Grammar) -> bool:
    """Whether a part is a command; without blanks any action that a command goes on with is."""
    return command(text, grammar) >= 0 or (not grammar.words and starts_as_action(text, grammar))


def pieces(text: str, grammar: Grammar) -> list[tuple[int, int, tuple[int, int] | None]]:
    """The sentence, or its parts; those of a list announced by "the following: ...; ..." have a head."""
    colon = text.find(": " if grammar.words else ":")
    semicolon = text.find(";")
    if semicolon < 0 or semicolon >= len(text) - 2:
        both = colon > 0 and _obliges_twice(text, colon, grammar)
        return [(0, colon, None), (colon + 1, len(text), None)] if both else [(0, len(text), None)]
    if 0 <= colon < semicolon:
        bound = (grammar.modal, grammar.impersonal)
        must = [match.end() for pattern in bound for match in pattern.finditer(text, 0, colon)]
        bare = bool(must) and len(text[max(must) : colon].split()) <= _BEFORE
        announced = must and (bare or grammar.following.search(text, 0, colon))
        if announced or (grammar.stem.search(text, 0, colon) and _is_ours(text, colon, grammar)):
            return [(a, b, (0, colon + 1)) for a, b in _split(text, colon + 1, len(text), grammar)]
        labels = after_label(text, grammar) == colon + 1 and starts_as_action(text[colon + 1 :], grammar)
        if not labels:
            return [(0, len(text), None)]
    each = _split(text, 0, len(text), grammar)
    return [(a, b, None) for a, b in (_joined(text, each, grammar) if grammar.words else each)]


def _obliges_twice(text: str, colon: int, grammar: Grammar) -> bool:
    """Whether an obligation stands before a colon and one of its own behind it ("The State must act: **the
    police should** leave")."""
    must = grammar.modal.search(text, 0, colon) or grammar.impersonal.search(text, 0, colon)
    if must is None or not text[must.end() : colon].strip() or grammar.following.search(text, 0, colon):
        return False
    return obliges(text, strip_front(text, colon + 1, len(text), grammar.linking), len(text), grammar)


def _is_ours(text: str, colon: int, grammar: Grammar) -> bool:
    """Whether the demands after a noun are the authors': they say "we", or each begins with "that" and
    nobody else is named ("Two requests: **that** the report be published; that ...")."""
    if grammar.first.search(text, 0, colon):
        return True
    that = grammar.agentive.match(text, strip_front(text, colon + 1, len(text), NEVER))
    told = (grammar.others, grammar.finite, grammar.theirs, grammar.before)
    begin = strip_front(text, 0, colon, grammar.linking)
    return that is not None and not any(one.search(text, begin, colon) for one in told)


def only_told(text: str, acts: Sequence[Act]) -> bool:
    """Whether an item is no more than what others asked, who are its subject, perhaps behind a label
    ("Prisons: **the Committee recommended** Cuba to ...")."""
    heads = [act.head[0] for act in acts if act.head and act.voice is not Voice.OWN]
    front = text[: min(heads, default=0)].rstrip()
    return 0 < len(heads) == len(acts) and (not front or front.endswith(":"))
