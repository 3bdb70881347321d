"""On which pages of a finished pack what stands that somebody sent."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["whereabouts"]

_STATEMENT, _BIOGRAPHY = re.compile(r"s(\d+)"), re.compile(r"bio(\d+)")
_FACT_SHEET = re.compile(r"fact-sheet-(\d+)")
_PREVIOUS = "since-previous-review"
_INNER = re.compile(r"(heading-\d+|s\d+-.*|fact-sheet-\d+-.*|[RQ]\d+|bio\d+)")
"""Anchors that stand within a part of the pack and begin none."""


def whereabouts(pages: Mapping[str, int], page_count: int) -> dict[str, tuple[int, int]]:
    """First and last page of every statement, fact sheet, biography and of the previous review.

    `pages` are those of all anchors of the pack in the order in which they stand, `page_count` is how many
    pages the pack has. A part ends on the page before the next one, or on that where the next begins with it.
    """
    starts = [(name, page) for name, page in pages.items() if not _INNER.fullmatch(name)]
    ends = [*(page for _, page in starts[1:]), page_count + 1]
    found: dict[str, tuple[int, int]] = {}
    for (name, page), following in zip(starts, ends, strict=True):
        called = _called(name)
        if called:
            found[called] = page, max(page, following - 1)
    for name, page in pages.items():
        if number := _BIOGRAPHY.fullmatch(name):
            found[f"biography {number[1]}"] = page, page
    return found


def _called(name: str) -> str:
    if name == _PREVIOUS:
        return "previous review"
    for pattern, called in ((_STATEMENT, "statement"), (_FACT_SHEET, "fact sheet")):
        if number := pattern.fullmatch(name):
            return f"{called} {number[1]}"
    return ""
