"""By what copies of something withdrawn are known, less what others still rightly show."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline import read, validate
from pipeline.engine import Agenda, Done, Failed, Pool, Task, Unavailable
from pipeline.gather import READ_MEBIBYTES, READ_SECONDS, reading_failed
from pipeline.models.build import template_folders
from pipeline.models.naming import Hidden, find, is_in_name_of_file, withheld
from pipeline.models.raw import RawFile, RawSession
from pipeline.models.session import ConsentItem, Edition, Review, Session, Speaker
from pipeline.models.traces import Likeness, Traces
from pipeline.problems import InputError, Problem, has_errors

__all__ = ["Asked", "Sought", "sought"]

_LONG_ENOUGH = 40
_ENDS = re.compile(r"(?<=[.;:!?。؟])\s+|\n+")
_TEXTS: tuple[ConsentItem, ...] = ("statement", "fact_sheet")
_FILES: tuple[ConsentItem, ...] = (*_TEXTS, "photo")
_SECRET = frozenset({"speakers", "corrections", "masks", "allowed", "reviews", "folder", "place"})
_Reader = Callable[[bytes, str], Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Asked:
    """Whose, by State's folder and number; which items, in which editions."""

    folder: str
    number: int
    items: tuple[ConsentItem, ...]
    editions: tuple[Edition, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in files of each edition; `problems`: why files of the speaker cannot be known."""

    traces: Mapping[Edition, Traces]
    problems: tuple[Problem, ...]


def sought(folder: Path, asked: Asked, pool: Pool) -> Sought:
    """What copies are known by, as the session in `folder` is now. Files are read by workers with limits.

    Raises InputError for a session that cannot be read.
    """
    raw = read.read_session(folder)
    session, problems = validate.validate_session(raw)
    if session is None:
        raise InputError([*raw.problems, *problems])
    reviews = validate.reviews_as_written(raw, session)
    known = _Known(session, reviews, asked, _template_words(folder))
    known.read(raw, pool)
    return Sought({each: known.traces(each) for each in asked.editions}, tuple(known.problems))


def _template_words(folder: Path) -> tuple[str, ...]:
    """What packs say themselves, in every language."""
    raw = read.read_templates(template_folders(folder))
    messages = [*raw.sentences, *(each for words in raw.catalogues for each in words.messages)]
    return tuple(text for each in messages for text in (each.english, each.plural, *each.translations))


class _Known:
    """A session with what its files hold: words of texts and how photos look, by path."""

    def __init__(
        self, session: Session, reviews: Sequence[Review], asked: Asked, templates: tuple[str, ...]
    ) -> None:
        self.problems: list[Problem] = []
        self._reviews, self._asked = reviews, asked
        self._review = next(each for each in reviews if each.folder == asked.folder)
        self._speaker = next(each for each in self._review.speakers if each.number == asked.number)
        self._own = {path: item for item, path in _paths(self._speaker).items() if item in asked.items}
        self._common = (*templates, *_strings(session), *(t for each in reviews for t in _strings(each)))
        self._texts: dict[str, tuple[str, ...]] = {}
        self._looks: dict[str, tuple[Likeness, ...]] = {}
        self._digests: dict[str, str] = {}
        self._previous: dict[str, tuple[str, ...]] = {}

    def read(self, raw: RawSession, pool: Pool) -> None:
        """Read what is needed: the speaker's own files, and what others say or how they look."""
        readers = self._readers()
        agenda = Agenda()
        for file in (file for review in raw.reviews for file in review.files if file.is_there):
            previous = PurePosixPath(file.path).name.startswith("previous-recommendations.")
            reader = read.read_previous if previous else readers.get(file.path)
            if file.path in self._own:
                self._digests[file.path] = file.sha256
            if reader:
                agenda.add(Task(file, reader, partial(_content, file), READ_SECONDS, READ_MEBIBYTES))
        for task, outcome in pool.run(agenda):
            file = task.label
            if isinstance(outcome, Failed):
                self._not_read(file, [reading_failed(outcome, file.shown)])
            else:
                self._was_read(file, task.function, outcome)

    def _readers(self) -> dict[str, _Reader]:
        speakers = [speaker for review in self._reviews for speaker in review.speakers]
        found: dict[str, _Reader] = {}
        for item, path in ((item, path) for each in speakers for item, path in _paths(each).items()):
            if item in _TEXTS:
                found[path] = read.read_statement
            elif "photo" in self._asked.items:
                found[path] = read.read_looks
        return found

    def _was_read(self, file: RawFile, reader: _Reader, outcome: Done) -> None:
        if reader is read.read_statement:
            problems = outcome.value.problems
            self._texts[file.path] = tuple(passage.text for passage in outcome.value.passages)
        elif reader is read.read_looks:
            self._looks[file.path], problems = outcome.value
        else:
            previous, problems = outcome.value
            self._previous[file.path] = tuple(each.text for each in previous)
        unread = not self._looks[file.path] if reader is read.read_looks else has_errors(problems)
        self._not_read(file, problems if unread else ())

    def _not_read(self, file: RawFile, found: Sequence[Problem]) -> None:
        """Tell what keeps a file of the speaker from being known: the errors, of a photo what there is."""
        if file.path in self._own:
            errors = [each for each in found if has_errors([each])]
            self.problems += [each.within(file.shown) for each in errors or found]

    def traces(self, edition: Edition) -> Traces:
        """What is looked for in files of `edition`: what was taken back, less what is rightly there."""
        gone = [item for item in self._asked.items if not self._speaker.consent.allows(item, edition)]
        kinds = {"name": "name", "organisation": "organisation", "acronym": "organisation"}
        names = tuple(
            each
            for each in withheld(self._review, edition)
            if each.number == self._speaker.number and kinds.get(each.kind) in gone
        )
        beside = (*self._common, *self._shown_names(edition), *self._shown_elsewhere(edition))
        forms = {form for each in names if each.kind != "organisation" for form in _short_forms(each, beside)}
        shown = read.close("\n".join((*beside, *self._shown_here(edition)))) if self._words(gone) else ""
        words = [(what, text) for what, text in self._words(gone) if read.close(text) not in shown]
        called = sorted({PurePosixPath(path).name for path in _paths(self._speaker).values()})
        words += [("name", each) for each in called if any(is_in_name_of_file(each, n) for n in names)]
        return Traces(
            names=names,
            allowed=tuple(sorted({*self._review.allowed, *forms})),
            words=tuple(dict.fromkeys(words)),
            digests=tuple(self._digests[path] for path, item in self._own.items() if item in gone),
            photos=self._looks.get(self._speaker.photo_path, ()) if "photo" in gone else (),
            others=tuple(look for path in self._shown_photos(edition) for look in self._looks.get(path, ())),
        )

    def _words(self, gone: Collection[ConsentItem]) -> Iterator[tuple[str, str]]:
        """Sentences that copies are known by, each with the item that it belongs to."""
        speaker = self._speaker
        said: dict[ConsentItem, tuple[str, ...]] = {"bio": (speaker.bio,), "contact": (speaker.contact,)}
        said |= {item: self._texts.get(path, ()) for item, path in _paths(speaker).items() if item in _TEXTS}
        for item, texts in said.items():
            whole, what = item == "contact", item.replace("_", " ")
            for text in texts if item in gone else ():
                yield from ((what, each) for each in _sentences(text, whole))

    def _shown_names(self, edition: Edition) -> Iterator[str]:
        """What the pack of the State says of its other speakers, but for their own words."""
        for each in self._review.speakers:
            if each.number != self._speaker.number:
                yield from (each.shown_name(edition), each.role, *_organisation(each, edition))

    def _shown_here(self, edition: Edition) -> Iterator[str]:
        """What the speakers of the State say, and what this one still agrees to."""
        for each in self._review.speakers:
            yield from self._said(each, edition)

    def _shown_elsewhere(self, edition: Edition) -> Iterator[str]:
        """What is shown of other States, and every list of previous recommendations."""
        for review in self._reviews:
            for each in review.speakers if review is not self._review else ():
                yield from (each.shown_name(edition), each.role, *_organisation(each, edition))
                yield from self._said(each, edition)
        for texts in self._previous.values():
            yield from texts

    def _said(self, speaker: Speaker, edition: Edition) -> Iterator[str]:
        allows = speaker.consent.allows
        if allows("bio", edition):
            yield speaker.bio
        if allows("contact", edition):
            yield speaker.contact
        for item, path in _paths(speaker).items():
            if item in _TEXTS and allows(item, edition):
                yield from self._texts.get(path, ())

    def _shown_photos(self, edition: Edition) -> list[str]:
        speakers = (speaker for review in self._reviews for speaker in review.speakers)
        return sorted({e.photo_path for e in speakers if e.photo_path and e.consent.allows("photo", edition)})


def _content(file: RawFile) -> tuple[bytes, str]:
    data = read.content_of(file)
    if data is None:
        raise Unavailable(file.path)
    return data, file.path


def _paths(speaker: Speaker) -> dict[ConsentItem, str]:
    """The files of `speaker` by item."""
    found: dict[ConsentItem, str] = dict(
        zip(_FILES, (speaker.statement, speaker.sheet_path, speaker.photo_path), strict=True)
    )
    return {item: path for item, path in found.items() if path}


def _organisation(speaker: Speaker, edition: Edition) -> Iterator[str]:
    if speaker.consent.allows("organisation", edition):
        each = speaker.organisation
        yield from (each.name, each.acronym, each.aim, *each.members)


def _short_forms(hidden: Hidden, texts: Collection[str]) -> Iterator[str]:
    """A surname or acronym alone, as it stands in what is shown of others: it may be theirs."""
    for text in dict.fromkeys(texts):
        for start, end in find(text, hidden):
            form = text[start:end]
            whole = hidden.kind == "name" and form.casefold() == hidden.words.casefold()
            if len(form.split()) == 1 and not whole:
                yield form


def _sentences(text: str, whole: bool) -> list[str]:
    """The longer sentences of `text`, by which it is known: short ones stand in many files."""
    if whole:
        return [text] if text else []
    return [part for part in _ENDS.split(text) if len(part) >= _LONG_ENOUGH]


def _strings(value: Any) -> Iterator[str]:
    """Every text in a session or review, but for what speakers say and what staff keep to themselves."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, tuple | list):
        for inner in value:
            yield from _strings(inner)
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            if each.name not in _SECRET:
                yield from _strings(getattr(value, each.name))
