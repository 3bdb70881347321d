"""Where a feature stands among those of a model: looked for when a text first has it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

__all__ = ["Rows"]

MOST_SOUGHT = 20_000
"""Features whose place is remembered, some 100 bytes each."""


class Rows(dict[int, int | None]):
    """The place of each of `features`, which ascend; None for one that is not there.

    A table of all of them would take most of the time in which a model is loaded, and texts have few.
    """

    def __init__(self, features: Sequence[int]) -> None:
        super().__init__()
        self._features = features

    def __missing__(self, feature: int) -> int | None:
        place = bisect_left(self._features, feature)
        there = place < len(self._features) and self._features[place] == feature
        found = place if there else None
        if len(self) < MOST_SOUGHT:
            self[feature] = found
        return found
