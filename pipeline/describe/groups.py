"""Affected groups that a recommendation names: data/groups.csv, in the labels of OHCHR's lists."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.describe.terms import Hit, labels


def suggest_groups(hits: Iterable[Hit]) -> tuple[str, ...]:
    """The labels, in the order of the text. Only who is named: what follows from a subject is not guessed."""
    return labels(hits, "groups")
