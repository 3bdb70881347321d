"""What files beside the packs say instead of names: no path and no sentence there names who is withheld.

The terminal shows paths as staff typed them, for staff have to find the file; manifest, problems.json and
the status page lie beside the packs and go where they go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from pipeline.codes import CODES
from pipeline.models.naming import Hidden, is_in_name_of_file, places, withheld
from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.session import Edition, Review, Session, Speaker
from pipeline.models.states import find_state
from pipeline.problems import Problem, problem

__all__ = ["Veil", "veil"]

_FOLDERS = frozenset({"statements", "photos", "fact-sheets"})
_KNOWN = ("", "review.yaml", "corrections.yaml", "corrections.yaml.bak", *(f"{name}/" for name in _FOLDERS))
# Values of sentences that are names of files, and those that are words of a statement.
_FILES, _QUOTES = frozenset({"file", "other", "hint", "names"}), frozenset({"words", "title", "example"})
_NAMED = {"CO07": frozenset({"name"})}
"""Values that are names of files in the sentences of one code alone."""
_GONE = "(withheld)"


@dataclass(frozen=True, slots=True)
class _State:
    """One State: what its edition withholds; `quotable`: statements whose words may be told.

    `known`: its folders and files by names that everybody's are called by, or that we know the owners of.
    """

    hidden: tuple[Hidden, ...]
    allowed: tuple[str, ...]
    quotable: frozenset[str]
    open: bool
    known: frozenset[str]


@dataclass(frozen=True, slots=True)
class Veil:
    """How paths of a session's folder are called beside the packs of one edition.

    `paths`: path in the session's folder -> what stands for it, for those that may name somebody.
    """

    shown: str
    paths: Mapping[str, str] = field(default_factory=dict)
    states: Mapping[str, _State] = field(default_factory=dict)

    def path(self, path: str) -> str:
        """What stands for `path`, which is relative to the session's folder."""
        return self.paths.get(path, path)

    def problems(self, found: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems that may be told beside the packs, with nobody named in them."""
        return tuple(self._problem(each) for each in found if not CODES[each.code].private)

    def _problem(self, found: Problem) -> Problem:
        path = found.place.file.removeprefix(f"{self.shown}/")
        state = self.states.get(path.partition("/")[0])
        if state is not None and not state.open:
            found = self._without_words(found, path, state)
        called = self._called(path, state)
        return found if called == path else found.within(f"{self.shown}/{called}")

    def _called(self, path: str, state: _State | None) -> str:
        """What stands for the place of a problem: a folder, too, can be named after somebody."""
        if path in self.paths or (state is not None and (state.open or path in state.known)):
            return self.path(path)
        if state is not None:
            return f"{path.partition('/')[0]}/(folder)"
        hidden = (each for other in self.states.values() for each in other.hidden)
        return "(folder)" if any(is_in_name_of_file(path, each) for each in hidden) else path

    def _without_words(self, found: Problem, path: str, state: _State) -> Problem:
        """The sentence anew, without what it must not tell: a value that holds another goes as a whole."""
        files = _FILES | _NAMED.get(found.code, frozenset())
        secret = files if path in state.quotable else files | _QUOTES
        told = {key: self._told(value) if key in secret else value for key, value in found.values}
        anew = problem(found.code, found.place, **told)
        what, to_do = (_unnamed(text, state) for text in (anew.what, anew.what_to_do))
        return replace(anew, what=what, what_to_do=to_do, values=())

    def _told(self, value: str) -> str:
        stands = self.paths.get(value.removeprefix(f"{self.shown}/"), _GONE)
        return value if not value or find_state(value) else stands


def veil(raw: RawSession, session: Session, edition: Edition) -> Veil:
    """The veil over `session`: what is not known to be agreed counts as withheld."""
    reviews = {review.folder: review for review in session.reviews}
    paths: dict[str, str] = {}
    for each in raw.reviews:
        paths |= dict(_paths(each, reviews.get(each.folder), edition))
    paths |= {file.path: _called(file, f"(file {n})") for n, file in enumerate(raw.files, 1)}
    states = {each.folder: _state(each, reviews.get(each.folder), edition) for each in raw.reviews}
    return Veil(raw.shown, paths, states)


def _state(raw: RawReview, review: Review | None, edition: Edition) -> _State:
    known = frozenset(f"{raw.folder}/{name}" for name in _KNOWN) | {raw.folder}
    if review is None:
        return _State((), (), frozenset(), open=False, known=known)
    hidden = withheld(review, edition)
    quotable = {s.statement for s in review.speakers if s.consent.allows("statement", edition)}
    silent = any(not s.consent.allows("statement", edition) for s in review.speakers)
    files = frozenset(file.path for file in raw.files)
    return _State(
        hidden, review.allowed, frozenset(quotable), open=not hidden and not silent, known=known | files
    )


def _paths(raw: RawReview, review: Review | None, edition: Edition) -> Iterator[tuple[str, str]]:
    """(Path, what stands for it) of files of those who are withheld, and of files that nobody owns."""
    owners = _owners(review)
    shy = review is None or any(_is_shy(speaker, edition) for speaker in review.speakers)
    others = 0
    given: Counter[str] = Counter()
    for file in raw.files:
        owner = owners.get(file.path)
        if owner and _is_shy(owner, edition):
            name = _called(file, f"(speaker {owner.number})")
            given[name] += 1  # a statement and a fact sheet may lie in one folder
            again = f"(speaker {owner.number}, {given[name]})"
            yield file.path, name if given[name] == 1 else _called(file, again)
        elif shy and not owner and not PurePosixPath(file.path).name.startswith("previous-recommendations."):
            others += 1
            yield file.path, _called(file, f"(file {others})")


def _owners(review: Review | None) -> dict[str, Speaker]:
    found: dict[str, Speaker] = {}
    for speaker in review.speakers if review else ():
        for path in (speaker.statement, speaker.photo_path, speaker.sheet_path):
            if path:
                found.setdefault(path, speaker)
    return found


def _is_shy(speaker: Speaker, edition: Edition) -> bool:
    """Whether the name of a file could say more of `speaker` than `edition` may."""
    return not all(speaker.consent.allows(item, edition) for item in ("name", "organisation"))


def _called(file: RawFile, name: str) -> str:
    parts = PurePosixPath(file.path).parts
    within = [*parts[:-1][:1], *(part for part in parts[1:2] if part in _FOLDERS and len(parts) > 2)]
    ending = PurePosixPath(file.path).suffix
    return "/".join([*within, name + (ending.lower() if len(ending) <= 5 else "")])


def _unnamed(text: str, state: _State) -> str:
    for start, end, _ in reversed(places(text, state.hidden, state.allowed)):
        text = text[:start] + _GONE + text[end:]
    return text
