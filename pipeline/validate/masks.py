"""What staff mask in statements, and where else a withheld name stands: bios, aims, names of files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pipeline.models.naming import Hidden, is_in_name_of_file, places, withheld
from pipeline.models.raw import RawFile, RawMap, RawReview
from pipeline.models.session import EDITIONS, Edition, Mask, Review, Speaker
from pipeline.problems import Place, Problem, problem
from pipeline.validate.form import Form

__all__ = ["check_names", "read_masks"]

_FOLDERS = ("statements", "photos", "fact-sheets")
_EDITIONS: dict[str, frozenset[Edition]] = {
    "room": frozenset({"room"}),
    "public": frozenset({"public"}),
    "both": frozenset(EDITIONS),
}


def read_masks(form: Form, speakers: Sequence[Speaker]) -> tuple[Mask, ...]:
    """The entries of `mask:`: words, or the number of a speaker, and for which edition (default both)."""
    masks = []
    for number, item in enumerate(form.items("mask"), start=1):
        if not isinstance(item, RawMap):
            form.refuse(f"mask, item {number}", item, "a mapping with `words:` or `speaker:`")
            continue
        inner = Form(item, form.problems, f"mask, item {number}")
        speaker = inner.integer("speaker", 1, 99, default=0)
        words = inner.text("words", "" if speaker else "the words to be masked, or `speaker:` and a number")
        editions = _EDITIONS[inner.choice("edition", {name: name for name in _EDITIONS}, default="both")]
        inner.finish()
        if speaker and speaker not in {each.number for each in speakers}:
            form.problems.append(problem("SP21", inner.place("speaker"), number=speaker))
        elif speaker or words:
            masks.append(Mask(words, speaker, editions, item.place))
    return tuple(masks)


def check_names(review: Review, raw: RawReview, problems: list[Problem]) -> None:
    """Note where names that consent withholds stand outside of statements. No sentence repeats a name."""
    hidden = {edition: withheld(review, edition) for edition in EDITIONS}
    if not any(hidden.values()):
        return
    for speaker in review.speakers:
        for item, text in _texts(speaker):
            for who, editions in _named(text, hidden, review.allowed).items():
                values = {"item": item, "number": speaker.number, "who": who, "editions": editions}
                problems.append(problem("SP20", speaker.place, **values))
    for file in raw.files:
        problems += _in_file_name(file, review, hidden)


def _texts(speaker: Speaker) -> Iterator[tuple[str, str]]:
    """What of a speaker is shown beside the statement, if the speaker agrees."""
    consent = speaker.consent
    for item, text, needs in (
        ("bio", speaker.bio, "bio"),
        ("role", speaker.role, "name"),
        ("aim", speaker.organisation.aim, "organisation"),
        ("alternative text", speaker.photo.alternative if speaker.photo else "", "photo"),
    ):
        if text and any(given[0] == needs for given in consent.given):
            yield item, text
    if speaker.description:
        yield "description", speaker.description


def _named(text: str, hidden: dict[Edition, tuple[Hidden, ...]], allowed: Sequence[str]) -> dict[int, str]:
    """Speaker's number -> the editions that withhold the speaker, for all whom `text` names."""
    found: dict[int, list[str]] = {}
    for edition in EDITIONS:
        for number in dict.fromkeys(each.number for _, _, each in places(text, hidden[edition], allowed)):
            found.setdefault(number, []).append(edition)
    return {number: " and ".join(editions) for number, editions in found.items()}


def _in_file_name(
    file: RawFile, review: Review, hidden: dict[Edition, tuple[Hidden, ...]]
) -> Iterator[Problem]:
    inner = file.path.removeprefix(f"{review.folder}/")
    named: dict[int, list[str]] = {}
    for edition in EDITIONS:
        for number in dict.fromkeys(e.number for e in hidden[edition] if is_in_name_of_file(inner, e)):
            named.setdefault(number, []).append(edition)
    path = PurePosixPath(inner)
    for number, editions in named.items():
        folder = f"{path.parts[0]}/" if path.parts[0] in _FOLDERS and len(path.parts) > 1 else ""
        ending = path.suffix.lower() if len(path.suffix) <= 5 else ""
        suggested = f"{folder}speaker-{number}{ending}"
        values = {"number": number, "editions": " and ".join(editions), "suggested": suggested}
        yield problem("SP17", Place(file.shown), **values)
