"""The same demand of several speakers: pairs that are alike enough, put together into groups."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.relate.likeness import scores
from pipeline.relate.shape import Shape

# Set on pairs of UPR Info's recommendations, read by hand; see docs/relating.md.
SAME = 0.65
SAME_ACROSS_LANGUAGES = 0.45
_COHESION = 0.6  # of the threshold: how unlike two members of a group may be that a third one joins

Link = tuple[int, int, float]


def threshold(one: Shape, other: Shape) -> float:
    """From which likeness on two demands are the same: less is to be had between languages."""
    return SAME if one.tongue == other.tongue else SAME_ACROSS_LANGUAGES


def links(shapes: Sequence[Shape], speakers: Sequence[int]) -> list[Link]:
    """The pairs of demands of different speakers that are the same, with their likeness."""
    return [
        (one, other, value)
        for one, other, value in scores(shapes, least=threshold)
        if speakers[one] != speakers[other] and value >= threshold(shapes[one], shapes[other])
    ]


def groups(shapes: Sequence[Shape], speakers: Sequence[int]) -> list[tuple[int, ...]]:
    """Numbers of demands that are one demand; each group sorted, and the groups by their first member.

    Where a chain of pairs joins demands that are not alike, its weakest pairs are undone until what is left
    holds together.
    """
    values = {(one, other): value for one, other, value in scores(shapes, least=_hold)}
    linked = [
        (one, other, value)
        for (one, other), value in values.items()
        if speakers[one] != speakers[other] and value >= threshold(shapes[one], shapes[other])
    ]
    found = _cohesive(linked, values, shapes)
    return sorted(found, key=lambda group: group[0])


def _hold(one: Shape, other: Shape) -> float:
    """From which likeness on two demands may stand in one group."""
    return _COHESION * threshold(one, other)


def _cohesive(
    linked: Sequence[Link], values: dict[tuple[int, int], float], shapes: Sequence[Shape]
) -> list[tuple[int, ...]]:
    kept: list[tuple[int, ...]] = []
    waiting = [list(linked)]
    while waiting:
        for members, inside in _components(waiting.pop()):
            if _holds(members, values, shapes):
                kept.append(members)
            else:
                weakest = min(value for _, _, value in inside)
                waiting.append([link for link in inside if link[2] > weakest])
    return kept


def _holds(members: Sequence[int], values: dict[tuple[int, int], float], shapes: Sequence[Shape]) -> bool:
    return all(
        values.get((one, other), 0.0) >= _hold(shapes[one], shapes[other])
        for place, one in enumerate(members)
        for other in members[place + 1 :]
    )


def _components(linked: Sequence[Link]) -> list[tuple[tuple[int, ...], list[Link]]]:
    """What hangs together by pairs: its sorted members and its pairs."""
    root: dict[int, int] = {}

    def top(node: int) -> int:
        while root.setdefault(node, node) != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for one, other, _ in linked:
        root[max(top(one), top(other))] = min(top(one), top(other))
    members: dict[int, list[int]] = {}
    for node in sorted(root):
        members.setdefault(top(node), []).append(node)
    inside: dict[int, list[Link]] = {}
    for link in linked:
        inside.setdefault(top(link[0]), []).append(link)
    return [(tuple(nodes), inside[first]) for first, nodes in members.items()]
