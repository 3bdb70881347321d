"""A whole session, checked: its facts, each State's review, and that no two of them clash."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from pipeline.models.raw import RawReview, RawSession
from pipeline.models.session import Review, Session
from pipeline.problems import Place, Problem, has_errors, problem, sorted_problems
from pipeline.validate.facts import read_facts
from pipeline.validate.review import read_review

__all__ = ["validate_session"]


def validate_session(raw: RawSession) -> tuple[Session | None, tuple[Problem, ...]]:
    """Check everything that `read_session` found; report all problems at once, sorted by place.

    The session is None where session.yaml cannot be used. A State with an error of its own, in `raw` too, is
    left out of `Session.reviews`; the others stay. Where two States clash, the one that begins later (then
    the one whose folder comes later) has the error. Problems in `raw.problems` are not repeated.
    """
    if raw.values is None:
        return None, ()
    problems: list[Problem] = []
    session = read_facts(raw, raw.values, problems)
    usable = not has_errors(problems) and not _errors_in_session_file(raw)
    if not raw.reviews:
        problems.append(problem("SE08", Place(raw.shown)))
    for file in raw.files:
        for found in file.problems:
            reason = dict(found.values).get("reason", "it cannot be opened")
            problems.append(problem("SF01", Place(file.shown), reason=reason))
    reviews = _reviews(raw, session, problems)
    problems += _clashes(reviews, raw)
    if not usable:
        return None, sorted_problems(problems)
    kept = [review for review in reviews if not _is_held(review.folder, raw, problems)]
    kept.sort(key=lambda review: (review.start, review.room, review.folder))
    return dataclasses.replace(session, reviews=tuple(kept)), sorted_problems(problems)


def _errors_in_session_file(raw: RawSession) -> bool:
    return has_errors(p for p in raw.problems if p.place.file == f"{raw.shown}/session.yaml")


def _reviews(raw: RawSession, session: Session, problems: list[Problem]) -> list[Review]:
    reviews = []
    for folder in raw.reviews:
        if folder.values is None:
            continue
        found: list[Problem] = []
        review = read_review(folder, folder.values, session, found)
        problems += found
        if review is not None:
            reviews.append(review)
    return reviews


def reviews_as_written(raw: RawSession, session: Session) -> tuple[Review, ...]:
    """Every review that can be understood, also those with errors: for looking at consent, never to be built.

    What is wrong in one is replaced by something harmless; a consent that cannot be understood is a no.
    """
    return tuple(_reviews(raw, session, []))


def not_looked_at(reviews: Sequence[RawReview], session: str = "") -> tuple[Problem, ...]:
    """A note for each of `reviews` whose files nobody looked at; one for all of the folder `session`."""
    if session:
        found = problem("RV13", Place(f"{session}/session.yaml"), whom="all States")
        return (found,) if reviews else ()
    return tuple(problem("RV13", review.place, whom="this State") for review in reviews)


def _is_held(folder: str, raw: RawSession, problems: Sequence[Problem]) -> bool:
    """Whether a State has an error anywhere in its folder."""
    own = f"{raw.shown}/{folder}/"
    return has_errors(p for p in (*raw.problems, *problems) if p.place.file.startswith(own))


def _clashes(reviews: Sequence[Review], raw: RawSession) -> list[Problem]:
    """Every State once, no room and no moderator twice at a time."""
    folders = {folder.folder: folder for folder in raw.reviews}
    ordered = sorted(reviews, key=lambda review: (review.start, review.folder))
    found = []
    for index, review in enumerate(ordered):
        for key, clash in (("state", _same_state), ("room", _same_room), ("moderator", _same_moderator)):
            earlier = [other for other in ordered[:index] if clash(review, other)]
            if earlier:
                found.append(_clash(key, review, earlier[0], folders[review.folder]))
    return found


def _same_state(one: Review, other: Review) -> bool:
    return one.state.code == other.state.code


def _same_room(one: Review, other: Review) -> bool:
    return one.room.casefold() == other.room.casefold() and _overlap(one, other)


def _same_moderator(one: Review, other: Review) -> bool:
    return (
        bool(one.moderator)
        and one.moderator.casefold() == other.moderator.casefold()
        and _overlap(one, other)
    )


def _overlap(review: Review, earlier: Review) -> bool:
    return review.start < earlier.end


def _clash(key: str, review: Review, other: Review, raw: RawReview) -> Problem:
    value = raw.values.values.get(key) if raw.values else None
    place = value.place if value is not None else review.place
    times = {"start": f"{other.start:%H:%M}", "end": f"{other.end:%H:%M}"}
    makers: dict[str, Callable[[], Problem]] = {
        "state": lambda: problem("RV02", place, state=review.state.name(), other=other.folder),
        "room": lambda: problem("RV05", place, room=review.room, other=other.state.name(), **times),
        "moderator": lambda: problem("RV06", place, other=other.state.name(), **times),
    }
    return makers[key]()
