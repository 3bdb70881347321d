"""`check` goes on where a build stops: at the files of States that an error holds back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline import gather, validate
from pipeline.engine import Keeper, Store
from pipeline.models.build import Bugs
from pipeline.models.raw import RawSession
from pipeline.models.session import Session
from pipeline.problems import Problem
from pipeline.working import Work

__all__ = ["look_further"]


def look_further(
    work: Work, raw: RawSession, session: Session, held: Sequence[str], looking: gather.Looking
) -> tuple[tuple[Problem, ...], Bugs]:
    """What is wrong with the files of the States in the folders `held`, as far as these can be understood.

    Nothing of it is kept: what review.yaml says of masks and consent may be just what is wrong. A State of
    which no more is known is told of (RV13).
    """
    written = {review.folder: review for review in validate.reviews_as_written(raw, session)}
    reviews = [
        review
        for folder in held
        if (review := written.get(folder)) and folder not in {each.folder for each in session.reviews}
    ]
    forgetful = replace(work, keeper=Keeper(Store(None), work.keeper.place))
    found = gather.gather(forgetful, raw, session, reviews, looking)
    problems = [*found.problems, *(each for said in found.withheld.values() for each in said)]
    if looking.final:
        problems += [each for review in reviews for each in validate.refuse_final(review)]
    unread = [review for review in raw.reviews if review.folder in held and review.folder not in written]
    return (*problems, *validate.not_looked_at(unread)), tuple(found.bugs)
