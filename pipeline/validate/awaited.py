"""What is still to come or to be filled in, and why no pack can be final before that."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.models.session import Review
from pipeline.problems import Problem, problem

__all__ = ["awaited_items", "refuse_final", "refuse_unfilled"]

ORDER = ("speakers", "statement", "bio")


def awaited_items(review: Review) -> tuple[tuple[int, str], ...]:
    """(speaker's number, item) for everything awaited; 0 for what concerns the State as a whole.

    Items are "speakers", "statement" and "bio", in speaking order. A statement or bio that is simply not
    there is not awaited: a speaker may have none.
    """
    own = [(0, item) for item in ORDER if item in review.awaited]
    return (*own, *((s.number, item) for s in review.speakers for item in ORDER if item in s.awaited))


def refuse_final(review: Review) -> tuple[Problem, ...]:
    """An error for each awaited item: a pack that waits for something is never final."""
    places = {speaker.number: speaker.place for speaker in review.speakers}
    return tuple(
        problem(
            "RV08",
            places.get(number, review.place),
            who=f"speaker {number}" if number else review.state.name(),
            item=f"the {item}" if number else "the list of speakers",
        )
        for number, item in awaited_items(review)
    )


def refuse_unfilled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """An error for each value among `problems` that is still as `presession new` wrote it."""
    return tuple(problem("FO09", p.place, **dict(p.values)) for p in problems if p.code == "FO08")
