"""Stage: what the demands of one State's speakers have to do with each other and with the last review."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.pack import Contribution
from pipeline.models.relations import Relations
from pipeline.models.session import PreviousRecommendation

__all__ = ["relate"]


def relate(contributions: Sequence[Contribution], previous: Sequence[PreviousRecommendation]) -> Relations:
    """Which demands of different speakers are the same, which clash, which repeat the previous review.

    Pure and deterministic; another order of the contributions only renumbers. A demand is in at most one
    group, a group has at least two speakers. What is not sure enough is left out: two speakers who ask nearly
    the same are shown apart rather than wrongly as one. Never raises on any text.
    """
    from pipeline.relate.relating import relate as run

    return run(contributions, previous)
