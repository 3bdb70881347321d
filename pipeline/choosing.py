"""Which States a user means, by code, folder or name; and which problems are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.models.raw import RawReview, RawSession, RawText
from pipeline.models.session import Review, Session
from pipeline.models.spelling import nearest
from pipeline.models.states import State, find_state
from pipeline.problems import CommandError, Problem, has_errors


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a user asked for: folders of States, and the reviews of those that passed the checks."""

    folders: tuple[str, ...]
    reviews: tuple[Review, ...]


def choose(session: Session, raw: RawSession, wanted: Sequence[str]) -> Chosen:
    """The States that `wanted` names by code, folder or UN name, all of them for an empty `wanted`.

    Raises CommandError for a name that the session does not know. A State that is there but has errors
    is known: it has a folder here and no review, and its problems are shown.
    """
    checked = {review.folder: review for review in session.reviews}
    folders = [review.folder for review in raw.reviews]
    if wanted:
        folders = [folder for name in wanted for folder in folders_called(name, raw)]
    order = [*checked, *(folder for folder in folders if folder not in checked)]
    folders = [folder for folder in order if folder in folders]
    return Chosen(tuple(folders), tuple(checked[folder] for folder in folders if folder in checked))


def folders_called(name: str, raw: RawSession) -> list[str]:
    """The folders of `name`: by its own name, else by the State in review.yaml, right or wrong.

    Raises CommandError for a name that the session does not know.
    """
    wanted = name.casefold()
    found = [review.folder for review in raw.reviews if review.folder.casefold() == wanted]
    found = found or [review.folder for review in raw.reviews if wanted in _names(review)]
    if not found:
        near = nearest(wanted, {each for review in raw.reviews for each in _names(review)}, least=0.6)
        meant = next((f" Did you mean {_shown(r)}?" for r in raw.reviews if near in _names(r)), "")
        known = ", ".join(map(_shown, raw.reviews))
        raise CommandError(f"There is no State {name!r} in this session.{meant} It has: {known}.")
    return found


def _state_of(review: RawReview) -> State | None:
    """The State that a review.yaml names, whatever else is wrong there."""
    code = review.values.values.get("state") if review.values else None
    return find_state(code.text) if isinstance(code, RawText) else None


def _names(review: RawReview) -> set[str]:
    state = _state_of(review)
    named = {state.code, state.alpha3, *dict(state.names).values(), *state.aliases} if state else set()
    return {each.casefold() for each in named | {review.folder}}


def _shown(review: RawReview) -> str:
    state = _state_of(review)
    return f"{state.code} ({review.folder})" if state else review.folder


def of_state(problems: Iterable[Problem], raw: RawSession, folder: str) -> list[Problem]:
    """The problems that lie in the folder of one State."""
    return [p for p in problems if p.place.file.startswith(f"{raw.shown}/{folder}/")]


def held(problems: Sequence[Problem], raw: RawSession, chosen: Chosen) -> tuple[str, ...]:
    """The folders that an error holds back: one in the State's own folder, or one in session.yaml."""
    if has_errors(p for p in problems if p.place.file == f"{raw.shown}/session.yaml"):
        return chosen.folders
    return tuple(name for name in chosen.folders if has_errors(of_state(problems, raw, name)))


def of_chosen(problems: Sequence[Problem], raw: RawSession, chosen: Chosen) -> list[Problem]:
    """All but the problems of States that were not asked for."""
    others = {review.folder for review in raw.reviews} - set(chosen.folders)
    left_out = {p for folder in others for p in of_state(problems, raw, folder)}
    return [p for p in problems if p not in left_out]
