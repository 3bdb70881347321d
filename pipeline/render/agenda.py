"""How high a minute of the agenda is: as the style says, or lower, so that any length reads well."""

from __future__ import annotations

from collections.abc import Sequence

ON_ONE_PAGE = 0.78
"""The part of a page that the agenda may take beside its heading and the lines around it."""
LONGEST_SLOT = 0.35
"""The part of a page that one slot may take where the agenda needs several."""
_STEPS = 40


def scaled(minutes: Sequence[int], least: Sequence[float], minute: float, page: float) -> float:
    """The height of a minute in points: `minute`, or as much as lets the agenda be on one page.

    `least` is what the words of each slot need, `page` the height of a page. An agenda whose words alone need
    more goes over several pages; there no slot is higher than a part of one, so that none runs off its page.
    """
    room = page * ON_ONE_PAGE
    if _height(minutes, least, minute) <= room:
        return minute
    if sum(least) > room:
        return min(minute, page * LONGEST_SLOT / max(*minutes, 1))
    low, high = 0.0, minute
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if _height(minutes, least, middle) <= room else (low, middle)
    return low


def _height(minutes: Sequence[int], least: Sequence[float], minute: float) -> float:
    return sum(max(each * minute, need) for each, need in zip(minutes, least, strict=True))
