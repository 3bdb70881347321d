"""How like two demands are: from 0, nothing in common, to 1, the same thing of the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from pipeline.relate.clashes import opposed
from pipeline.relate.shape import Shape

# Acts that come to the same where the object is the same; an act may be in several sets.
_ALIKE = (
    {"ratify", "sign"},
    {"adopt", "establish", "amend", "criminalize"},
    {"adopt", "implement", "guarantee"},
    {"abolish", "amend", "withdraw", "decriminalize"},
    {"abolish", "suspend"},
    {"guarantee", "protect", "strengthen", "ensure-access", "implement", "increase"},
    {"combat", "protect", "guarantee", "prosecut"},
    {"combat", "ban", "criminalize", "abolish"},
    {"investigat", "prosecut"},
    {"train", "educate"},
    {"allocate", "increase", "strengthen"},
    {"compensate", "guarantee"},
    {"invite", "cooperate"},
)
_OTHER_LANGUAGE = 0.3  # a word that is no concept counts so much between two languages
_CANDIDATE = 2.0  # features below this weight find no pairs, they only weigh in them
_LEAST_SHARED = 3.0
_LOWEST = 0.25  # a likeness below this is given as 0: no threshold is as low
_CLASHING = 0.3  # below this, nobody takes two demands for the same: whether they clash need not be known


def _least(one: Shape, other: Shape) -> float:
    return _LOWEST


def scores(
    shapes: Sequence[Shape],
    others: Sequence[Shape] | None = None,
    least: Callable[[Shape, Shape], float] = _least,
) -> Iterator[tuple[int, int, float]]:
    """Pairs that have something in common, as (number, number of the other, likeness).

    Without `others` the pairs are those of `shapes` among themselves, each once, the lower number first.
    Pairs that cannot be as like as `least` says are left out unseen: of a thousand demands most are.
    """
    second = shapes if others is None else others
    index: dict[str, list[int]] = {}
    for number, other in enumerate(second):
        for feature, _ in _heavy(other):
            index.setdefault(feature, []).append(number)
    light = [_light(other) for other in second]
    for number, one in enumerate(shapes):
        shared: dict[int, float] = {}
        for feature, weight in _heavy(one):
            for found in index.get(feature, ()):
                shared[found] = shared.get(found, 0.0) + weight
        mine = _light(one)
        for found, weight in shared.items():
            if weight < _LEAST_SHARED or (others is None and found <= number):
                continue
            other = second[found]
            if _may_reach(one, other, weight + min(mine, light[found]), least):
                value = likeness(one, other)
                if value > 0:
                    yield number, found, value


def _may_reach(one: Shape, other: Shape, shared: float, least: Callable[[Shape, Shape], float]) -> bool:
    """Whether two demands that share no more weight than `shared` can be as like as `least` says."""
    whole = one.common_total + other.common_total
    if one.tongue == other.tongue:
        whole += one.own_total + other.own_total
    if 2.001 * shared >= least(one, other) * whole:
        return True
    return 2.001 * shared >= _LOWEST * whole and _same_treaties_to_ratify(one, other)


def _heavy(shape: Shape) -> list[tuple[str, float]]:
    """The features that are rare enough to find pairs by."""
    return [
        (name, weight)
        for features in (shape.common, shape.own)
        for name, weight in features.items()
        if weight >= _CANDIDATE
    ]


def _light(shape: Shape) -> float:
    """The weight of the features that find no pairs."""
    return shape.common_total + shape.own_total - sum(weight for _, weight in _heavy(shape))


def likeness(one: Shape, other: Shape) -> float:
    """The shared weight in the whole of both, lessened where acts, treaties, persons or numbers differ."""
    factor = 1.0 if one.tongue == other.tongue else _OTHER_LANGUAGE
    common = math.fsum(weight for name, weight in one.common.items() if name in other.common)
    own = math.fsum(weight for name, weight in one.own.items() if name in other.own)
    whole = one.common_total + other.common_total + factor * (one.own_total + other.own_total)
    if not whole or 2 * (common + factor * own) < _LOWEST * whole or not _about_the_same(one, other, own):
        return 0.0
    if _same_treaties_to_ratify(one, other):
        return 1.0
    value = min(1.0, 2 * (common + factor * own) / whole) * _agreement(one, other)
    return 0.0 if value >= _CLASHING and opposed(one, other) else value


def _same_treaties_to_ratify(one: Shape, other: Shape) -> bool:
    """Whether both ask to become a party to the same treaties, and nothing else."""
    only = (frozenset({"ratify"}), frozenset({"ratify", "sign"}))
    treaties = one.kinds.get("treaty")
    return (
        bool(treaties)
        and treaties == other.kinds.get("treaty")
        and all(each.kinds.get("act") in only and not each.numbers for each in (one, other))
        and one.kinds.get("topic", frozenset()) == other.kinds.get("topic", frozenset())
    )


def _about_the_same(one: Shape, other: Shape, own: float) -> bool:
    """Whether they share anything but acts and general words."""
    return own >= _LEAST_SHARED or any(
        one.kinds.get(kind, frozenset()) & other.kinds.get(kind, frozenset())
        for kind in ("treaty", "body", "group", "topic", "name")
    )


def _agreement(one: Shape, other: Shape) -> float:
    """1, less for each of these that both name and none of which they share."""
    value = 1.0
    for kind, rest in (("treaty", 0.5), ("topic", 0.6), ("group", 0.7), ("body", 0.7), ("name", 0.8)):
        mine, theirs = one.kinds.get(kind), other.kinds.get(kind)
        if mine and theirs and not mine & theirs:
            value *= rest
    if one.numbers and other.numbers and not one.numbers & other.numbers:
        value *= 0.6
    value *= _treaties(one.kinds.get("treaty", frozenset()), other.kinds.get("treaty", frozenset()))
    return value * _acts(one.kinds.get("act", frozenset()), other.kinds.get("act", frozenset()))


def _treaties(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Less for each treaty that one of them does not name: to ratify three is not to ratify one of them."""
    return 0.6 + 0.4 * len(mine & theirs) / len(mine | theirs) if mine and theirs else 1.0


def _acts(mine: frozenset[str], theirs: frozenset[str]) -> float:
    if mine & theirs or (not mine and not theirs):
        return 1.0
    if not mine or not theirs:
        return 0.9
    if "ratify" in mine | theirs and not {"sign", "withdraw"} & (mine | theirs):
        return 0.6  # to become a party is one thing, to carry out what it asks another
    return 0.9 if any(mine & alike and theirs & alike for alike in _ALIKE) else 0.7
