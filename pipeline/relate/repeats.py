"""Demands that repeat recommendations of the previous review."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.relate.likeness import scores
from pipeline.relate.shape import Shape

# Set on the lists of one State's reviews, read by hand; see docs/relating.md.
REPEATED = 0.62
REPEATED_ACROSS_LANGUAGES = 0.45


def repeats(demands: Sequence[Shape], previous: Sequence[Shape]) -> list[tuple[int, ...]]:
    """For each demand the numbers of the previous recommendations that it repeats, in their order."""
    found: list[list[int]] = [[] for _ in demands]
    for demand, number, value in scores(demands, previous):
        same_language = demands[demand].tongue == previous[number].tongue
        if value >= (REPEATED if same_language else REPEATED_ACROSS_LANGUAGES):
            found[demand].append(number)
    return [tuple(sorted(numbers)) for numbers in found]
