"""Which States a user means, by code, folder or name; and which problems are theirs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.models.raw import RawSession
from pipeline.models.session import Review, Session
from pipeline.problems import CommandError, Problem


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
        folders = [folder for name in wanted for folder in _called(name, folders, checked)]
    order = [*checked, *(folder for folder in folders if folder not in checked)]
    folders = [folder for folder in order if folder in folders]
    return Chosen(tuple(folders), tuple(checked[folder] for folder in folders if folder in checked))


def _called(name: str, folders: Sequence[str], checked: Mapping[str, Review]) -> list[str]:
    found = [f for f in folders if f.casefold() == name.casefold()]
    found = found or [review.folder for review in checked.values() if _is_called(review, name)]
    if not found:
        known = ", ".join(f"{r.state.code} ({r.folder})" for r in checked.values())
        raise CommandError(f"There is no State {name!r} in this session. It has: {known}.")
    return found


def _is_called(review: Review, name: str) -> bool:
    names = {review.folder, review.state.code, review.state.alpha3, *dict(review.state.names).values()}
    return name.casefold() in {known.casefold() for known in names | set(review.state.aliases)}


def of_state(problems: Iterable[Problem], raw: RawSession, folder: str) -> list[Problem]:
    """The problems that lie in the folder of one State."""
    return [p for p in problems if p.place.file.startswith(f"{raw.shown}/{folder}/")]


def of_chosen(problems: Sequence[Problem], raw: RawSession, chosen: Chosen) -> list[Problem]:
    """All but the problems of States that were not asked for."""
    others = {review.folder for review in raw.reviews} - set(chosen.folders)
    left_out = {p for folder in others for p in of_state(problems, raw, folder)}
    return [p for p in problems if p not in left_out]
