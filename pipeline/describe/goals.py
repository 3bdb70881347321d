"""Sustainable Development Goals whose matter a recommendation names: data/goals.csv (A/RES/70/1, 2015)."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.describe.terms import Hit, labels


def suggest_goals(hits: Iterable[Hit]) -> tuple[int, ...]:
    """The numbers of the goals, 1 to 17, in their order."""
    return tuple(sorted(map(int, labels(hits, "goals"))))
