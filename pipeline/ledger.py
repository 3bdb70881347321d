"""The ledger: every file in the session's folder was used, left out with its reason, or failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from pipeline.models.ledger import Account, Ledger
from pipeline.models.raw import ASIDE, NO_REVIEW, RawReview, RawSession
from pipeline.models.session import Edition, Review, Session
from pipeline.models.sheetcheck import is_agreed
from pipeline.models.status import Result
from pipeline.problems import Problem, Severity

__all__ = ["Went", "ledger"]

Span = tuple[int, int]
Whereabouts = Mapping[str, Span]
"""What stands in a pack ("statement 2", "biography 2", "previous review") -> its first and last page."""

_OURS = {
    "review.yaml": "facts of the State",
    "corrections.yaml": "decisions of staff",
}
_CALLED = {
    "statement": ("statement", "statement"),
    "photo": ("photo", "biography"),
    "fact_sheet": ("fact sheet", "fact sheet"),
}
"""What a speaker's files are called, and with what of the pack they stand."""
_UNBOUND = {
    **dict.fromkeys(("FS01", "FS02", "FS03", "FS06", "FS08"), "it cannot be bound in"),
    "FS04": "it names who is withheld",
    "FS05": "it shows what is masked elsewhere",
    **dict.fromkeys(("PH01", "PH02"), "it cannot be used"),
}
_COPY, _LEFT_COPY = "corrections.yaml.bak", "the copy that `presession review` leaves"
_PASSED_OVER = "made by the computer or an office program"
_NOT_BUILT = {
    "held back": "the State is held back by an error",
    "failed": "the State's pack could not be made",
    "not reached": "the build was stopped before this State",
    "not asked for": "the State is not part of this build",
}


@dataclass(frozen=True, slots=True)
class Went:
    """How the build of a session went, as far as its files are concerned.

    `results` and `pages` (whereabouts in the main pack) are by State's folder; `path` gives what stands for a
    path beside the packs; `look` are the template files that were read, by their shown path.
    """

    edition: Edition
    problems: tuple[Problem, ...]
    results: Mapping[str, Result]
    pages: Mapping[str, Whereabouts]
    path: Callable[[str], str]
    look: Iterable[str] = ()


@dataclass(slots=True)
class _Codes:
    """The codes of errors by path, the paths of statements that are in no output (ST13), and what has no use.

    `unbound`: path of a fact sheet or a photo -> why it is not in the pack.
    """

    errors: dict[str, list[str]] = field(default_factory=dict)
    withheld: set[str] = field(default_factory=set)
    unbound: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, shown: str, problems: Iterable[Problem]) -> _Codes:
        found = cls()
        for each in problems:
            path = each.place.file.removeprefix(f"{shown}/")
            if each.severity is Severity.ERROR:
                found.errors.setdefault(path, []).append(each.code)
            if each.code == "ST13":
                found.withheld.add(path)
            if each.code in _UNBOUND:
                found.unbound.setdefault(path, f"{_UNBOUND[each.code]} ({each.code})")
        return found

    def failed(self, path: str) -> str:
        return ", ".join(dict.fromkeys(self.errors.get(path, ())))


def ledger(raw: RawSession, session: Session, went: Went) -> Ledger:
    """The accounts of all that lies in the session's folder, in the order of paths; one for each file."""
    codes = _Codes.of(raw.shown, [*went.problems, *_met(raw)])
    reviews = {review.folder: review for review in session.reviews}
    raws = {each.folder: each for each in raw.reviews}
    found: dict[str, list[Account]] = {"": [], **{folder: [] for folder in raws}}
    for path in raw.lying:
        folder = path.partition("/")[0]
        if folder in raws:
            account = _State(raws[folder], reviews.get(folder), went).account(path, raw, codes)
        else:
            folder, account = "", _of_session(path, raw, codes, went)
        found[folder].append(_called(account, len(found[folder]) + 1, went))
    return {folder: tuple(accounts) for folder, accounts in found.items()}


def _met(raw: RawSession) -> Iterator[Problem]:
    """The problems of files that no review.yaml names: they are told only where one does."""
    for each in raw.reviews:
        for file in each.files:
            yield from file.problems
    for file in raw.files:
        yield from file.problems


def _called(account: Account, number: int, went: Went) -> Account:
    """The account under the name that may be told; whom the name of an unread file tells of nobody knows."""
    shown = went.path(account.file)
    if account.why in (_PASSED_OVER, ASIDE, NO_REVIEW):
        top = account.file.partition("/")[0]
        shown = f"{top}/(passed over {number})" if top in went.results else f"(passed over {number})"
    return Account(shown, account.fate, account.why, account.pages)


@dataclass(frozen=True, slots=True)
class _State:
    """One State's folder, with what its review says, None if it cannot be used."""

    raw: RawReview
    review: Review | None
    went: Went

    def account(self, path: str, raw: RawSession, codes: _Codes) -> Account:
        """What became of the file at `path`."""
        against = self._against(path, raw, codes)
        if against is not None:
            return against
        uses = list(self._uses(path, codes))
        used = [use for use in uses if use.fate == "used"]
        if not used:
            return uses[0] if uses else Account(path, "left out", "nothing in review.yaml names it")
        pages = [page for use in used for page in use.pages]
        why = ", ".join(use.why for use in used)
        return Account(path, "used", why, (min(pages), max(pages)) if pages else ())

    def _against(self, path: str, raw: RawSession, codes: _Codes) -> Account | None:
        """Why it was not even asked whether somebody uses the file, None if it was."""
        if failed := codes.failed(path):
            return Account(path, "failed", failed)
        if (skipped := _unread(path, raw)) is not None:
            return skipped
        result = self.went.results.get(self.raw.folder, "not asked for")
        is_copy = path == f"{self.raw.folder}/{_COPY}"
        why = _LEFT_COPY if is_copy else _NOT_BUILT.get(result, "") if self._is_known(path) else _PASSED_OVER
        return Account(path, "left out", why) if why else None

    def _is_known(self, path: str) -> bool:
        own = path.removeprefix(f"{self.raw.folder}/")
        return own in _OURS or any(file.path == path for file in self.raw.files)

    def _uses(self, path: str, codes: _Codes) -> Iterator[Account]:
        own = path.removeprefix(f"{self.raw.folder}/")
        if own in _OURS:
            yield Account(path, "used", _OURS[own])
        if PurePosixPath(path).name.startswith("previous-recommendations."):
            yield self._previous(path)
        for speaker in self.review.speakers if self.review else ():
            if speaker.statement == path:
                named = path in codes.withheld
                why = "it names who is withheld (ST13)" if named else ""
                yield self._of_speaker(path, ("statement", speaker.number), why)
            if speaker.photo and speaker.photo.path == path:
                yield self._of_speaker(path, ("photo", speaker.number), codes.unbound.get(path, ""))
            if speaker.sheet_path == path:
                yield self._of_speaker(path, ("fact_sheet", speaker.number), codes.unbound.get(path, ""))

    def _of_speaker(self, path: str, what: tuple[str, int], against: str) -> Account:
        item, number = what
        assert self.review is not None
        speaker = self.review.speakers[number - 1]
        allowed = speaker.consent.allows(item, self.went.edition)  # type: ignore[arg-type]
        if not allowed:
            against = f"speaker {number} does not consent to it in the {self.went.edition} edition"
        elif item == "fact_sheet" and not is_agreed(speaker, self.went.edition):
            against = (
                f"speaker {number} does not let the organisation be shown in the {self.went.edition} edition"
            )
        if against:
            return Account(path, "left out", against)
        called, place = _CALLED[item]
        if item == "fact_sheet" and not self._pages(f"{place} {number}"):
            return Account(path, "left out", "the pack has no part with fact sheets")
        return Account(path, "used", f"{called} of speaker {number}", self._pages(f"{place} {number}"))

    def _previous(self, path: str) -> Account:
        name = PurePosixPath(path).name
        lists = [
            f for f in self.raw.files if PurePosixPath(f.path).name.startswith("previous-recommendations.")
        ]
        if lists and lists[-1].path != path:
            return Account(path, "left out", f"{PurePosixPath(lists[-1].path).name} is read, not {name}")
        return Account(path, "used", "recommendations of the previous review", self._pages("previous review"))

    def _pages(self, place: str) -> tuple[int, ...]:
        return self.went.pages.get(self.raw.folder, {}).get(place, ())


def _unread(path: str, raw: RawSession) -> Account | None:
    """The account of a file below a folder that was not read, None of any other."""
    why = next((why for folder, why in raw.unread.items() if path.startswith(f"{folder}/")), None)
    if why is None:
        return None
    return Account(path, "failed" if why.isupper() else "left out", why)


def _of_session(path: str, raw: RawSession, codes: _Codes, went: Went) -> Account:
    """What became of a file that is no State's."""
    if path.startswith("templates/"):
        used = any(shown.partition("#")[0] == path for shown in went.look)
        return (
            Account(path, "used", "settings of the packs")
            if used
            else Account(path, "left out", "no template of ours has this name")
        )
    if failed := codes.failed(path):
        return Account(path, "failed", failed)
    if path == "session.yaml":
        return Account(path, "used", "facts of the session")
    if skipped := _unread(path, raw):
        return skipped
    if any(file.path == path for file in raw.files):
        return Account(path, "left out", "it lies in no State's folder")
    return Account(path, "left out", _PASSED_OVER)
