"""Demands of which a State can fulfil only one: opposite acts on the same object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.relate.lexicon import Found
from pipeline.relate.shape import Shape
from pipeline.relate.words import SENTENCE_SIGNS, stem, verbatim

Clash = tuple[int, int, tuple[str, str]]

# Whether an act lets its object stand (+1) or not (-1); and whether it makes it more or less.
_STANDS = {"abolish": -1, "withdraw": -1, "close": -1, "suspend": -1, "ban": -1, "criminalize": -1,
           "maintain": 1, "restore": 1, "permit": 1, "decriminalize": 1}  # fmt: skip
_LEVEL = {"increase": 1, "reduce": -1}
# What turns the sense of the act before it: to lift a ban is to permit, to keep a moratorium is not to keep
# what it halts.
_TURNING = {"ban": -1, "criminalize": -1, "moratorium": -1, "abolish": -1, "suspend": -1, "permit": 1,
            "decriminalize": 1}  # fmt: skip
_JOINED = re.compile(r"(?:\b(?:and|or|et|ou|y|o|e|и|или|أو)\b|,|\sو|[和或并、])")
_FEW = 1  # other words before a leading act ("Parliament should repeal"); more make it an aside
_STRONG = ("topic", "treaty", "group", "body")


@dataclass(frozen=True, slots=True)
class Will:
    """What a clause wants of its object: `sign` +1 or -1 on `scale`, in the words `shown`.

    `head` is the first thing named after the act, `about` all concepts in the clause, `numbers` its numbers.
    """

    scale: str
    sign: int
    shown: str
    head: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


def clashes(shapes: Sequence[Shape]) -> list[Clash]:
    """Pairs of demands that clash, as (number, number, the words of each that clash), in their order.

    Two demands clash where the leading acts of two of their clauses are opposite (abolish and keep, ban and
    permit, raise and lower), the same thing is named first after both acts, and what else the clauses name
    is the same or less. Demands of the same speaker count too: staff should see them.
    """
    by_head: dict[tuple[str, frozenset[str]], list[tuple[int, Will]]] = {}
    for number, shape in enumerate(shapes):
        for will in wills(shape):
            by_head.setdefault((will.scale, will.head), []).append((number, will))
    found: dict[tuple[int, int], tuple[str, str]] = {}
    for entries in by_head.values():
        for place, (one, mine) in enumerate(entries):
            for other, theirs in entries[place + 1 :]:
                if one != other and _opposed(mine, theirs):
                    found.setdefault((one, other), (mine.shown, theirs.shown))
    return [(one, other, about) for (one, other), about in sorted(found.items())]


def opposed(one: Shape, other: Shape) -> bool:
    """Whether two demands clash."""
    return any(
        mine.scale == theirs.scale and mine.head == theirs.head and _opposed(mine, theirs)
        for mine in wills(one)
        for theirs in wills(other)
    )


def _opposed(mine: Will, theirs: Will) -> bool:
    same_concepts = mine.about <= theirs.about or theirs.about <= mine.about
    same_numbers = mine.scale == "level" or mine.numbers <= theirs.numbers or theirs.numbers <= mine.numbers
    return mine.sign == -theirs.sign and same_concepts and same_numbers


def wills(shape: Shape) -> list[Will]:
    """What the clauses of a demand want; a clause whose leading act has no opposite wants nothing here."""
    found: list[Will] = []
    for clause in _clauses(shape):
        lead = next((n for n, each in enumerate(clause) if each.concept.kind == "act"), None)
        will = _will(shape, clause, lead) if lead is not None and _leads(shape, clause, lead) else None
        if will:
            found.append(will)
    return found


def _clauses(shape: Shape) -> list[list[Found]]:
    """The concepts of each clause; full stops and semicolons part clauses."""
    parted: list[list[Found]] = [[]]
    at = 0
    for each in shape.found:
        if any(word.shown in SENTENCE_SIGNS for word in shape.words[at : each.start]):
            parted.append([])
        parted[-1].append(each)
        at = each.end
    return [clause for clause in parted if clause]


def _leads(shape: Shape, clause: Sequence[Found], lead: int) -> bool:
    """Whether hardly anything stands before an act in its clause: "as long as it maintains" asks nothing."""
    if any(each.concept.kind in _STRONG or each.concept.name == "condition" for each in clause[:lead]):
        return False
    taken = {n for each in clause[:lead] for n in range(each.start, each.end)}
    before = 0
    for place in range(clause[lead].start - 1, -1, -1):
        if shape.words[place].shown in SENTENCE_SIGNS:
            break
        before += place not in taken and shape.words[place].shown[0].isalpha()
    return before <= _FEW


def _will(shape: Shape, clause: Sequence[Found], lead: int) -> Will | None:
    act = clause[lead]
    scale = "stands" if act.concept.name in _STANDS else "level"
    sign = _STANDS.get(act.concept.name) or _LEVEL.get(act.concept.name)
    if not sign or (_negated(shape, clause, lead) and scale == "level"):
        return None
    sign = -sign if _negated(shape, clause, lead) else sign
    about: list[Found] = []
    end = said = act.end
    for each in clause[lead + 1 :]:
        turn = 0 if about or scale != "stands" else _turn(shape, said, each)
        if each.concept.kind == "act" and not turn:
            break
        end = each.end
        if turn:
            sign, said = sign * turn, each.end
        elif each.concept.kind in _STRONG and each.concept.name not in _TURNING:
            about.append(each)
    if not about:
        return None
    shown = verbatim(shape.text, shape.words[act.start : said]) if shape.tongue != "zh" else act.shown
    return _with_object(shape, act, Will(scale, sign, shown), (about, end))


def _turn(shape: Shape, said: int, each: Found) -> int:
    """-1 where `each` turns the sense of the act before it, 1 where it goes on with it, 0 if neither.

    What is joined by "and" is a second act of its own.
    """
    turn = _TURNING.get(each.concept.name, 0)
    if turn and shape.tongue != "zh":
        between = verbatim(shape.text, shape.words[said - 1 : each.end])
        return 0 if _JOINED.search(between) else turn
    return turn


def _with_object(shape: Shape, act: Found, will: Will, told: tuple[list[Found], int]) -> Will | None:
    """The will with its object, None where something before it is named that is no concept."""
    about, end = told
    limit = min(len(shape.words), end + 2)
    numbers = {word.forms[0] for word in shape.words[act.end : limit] if word.shown.isdigit()}
    head = _head(shape, act, about[0])
    names = frozenset(f"{each.concept.kind}:{each.concept.name}" for each in about)
    return replace(will, head=head, about=names, numbers=frozenset(numbers)) if head else None


def _head(shape: Shape, act: Found, first: Found) -> frozenset[str]:
    """The first thing after the act: a concept and the word joined to it, nothing if a word is before it.

    "Abolish school fees" is about fees and "keep girls at school" is about girls: neither is about schools.
    """
    between = shape.words[act.end : first.start]
    taken = {n for each in shape.found for n in range(each.start, each.end)}
    free = [w for n, w in enumerate(between, act.end) if n not in taken and w.shown[0].isalpha()]
    if free and shape.tongue != "zh":
        return frozenset()
    head = {f"{first.concept.kind}:{first.concept.name}"}
    if first.end < len(shape.words) and first.end not in taken:
        after = shape.words[first.end].shown
        if after.isalpha() and f"{shape.words[first.end - 1].shown} {after}" in shape.text:
            head.add(stem(shape.words[first.end].forms[0]))
    return frozenset(head)


def _negated(shape: Shape, clause: Sequence[Found], lead: int) -> bool:
    """Whether "not", "refrain from" and the like stand before the act of a clause."""
    return any(
        each.concept.name == "not" and not (shape.tongue == "pt" and each.shown.lower() == "no")
        for each in clause[:lead]
    )
