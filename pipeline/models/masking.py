"""What is masked in a statement of one edition: the words are gone, and a visible mask stands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.models.corrections import Correction, Quote
from pipeline.models.naming import Hidden, places, withheld
from pipeline.models.passages import Passage, RawStatement, Run
from pipeline.models.personal import PersonalKind, personal
from pipeline.models.session import Edition, Review, Speaker

__all__ = [
    "PERSONAL",
    "Masked",
    "Masking",
    "hides",
    "mask_corrections",
    "mask_statement",
    "masked_in",
    "masking_of",
    "token",
]

# In the language of the statement, for it stands in its sentences. One length for all: no mask tells how
# long the name is that it stands for.
_TOKENS = {
    "ar": "[محجوب]",
    "en": "[withheld]",
    "es": "[omitido]",
    "fr": "[non publié]",
    "pt": "[omitido]",
    "ru": "[не публикуется]",
    "zh": "[不公开]",
}
PERSONAL = -1
"""Stands among the numbers of masks for addresses and numbers of persons, which are masked unasked."""


@dataclass(frozen=True, slots=True)
class Masking:
    """What one edition masks in one statement.

    `names`: (place in review.masks, words); `allowed` may stand; `contacts`: the speaker agreed that
    own addresses and telephone numbers are shown.
    """

    names: tuple[tuple[int, Hidden], ...] = ()
    allowed: tuple[str, ...] = ()
    contacts: bool = False


@dataclass(frozen=True, slots=True)
class Masked:
    """A statement as read, after masking. `used` are the places in review.masks of masks that met something.

    `personal`: (passage's number, kind) of each address or number of a person that was masked.
    """

    raw: RawStatement
    used: tuple[int, ...] = ()
    personal: tuple[tuple[int, PersonalKind], ...] = field(default=())


def masking_of(review: Review, speaker: Speaker, edition: Edition) -> Masking:
    """What `edition` masks in the statement of `speaker`."""
    hidden = withheld(review, edition)
    names: list[tuple[int, Hidden]] = []
    for number, mask in enumerate(review.masks):
        if edition not in mask.editions:
            continue
        if mask.words:
            names.append((number, Hidden(0, "words", mask.words)))
        names += [(number, each) for each in hidden if mask.speaker and each.number == mask.speaker]
    return Masking(tuple(names), review.allowed, speaker.consent.allows("contact", edition))


def token(language: str) -> str:
    """What stands for masked words in a statement of `language`, as ISO 639-1 code."""
    return _TOKENS.get(language, _TOKENS["en"])


def hides(masking: Masking, raw: RawStatement) -> bool:
    """Whether anything of `raw` is masked."""
    return any(masked_in(passage.text, masking) for passage in raw.passages) or any(
        masked_in(text, masking) for text in raw.furniture
    )


def mask_statement(raw: RawStatement, masking: Masking, language: str) -> Masked:
    """`raw` with every masked stretch replaced; addresses of links are left out, for no output has them."""
    mark = token(language)
    passages: list[Passage] = []
    used: set[int] = set()
    found: list[tuple[int, PersonalKind]] = []
    for number, passage in enumerate(raw.passages):
        spans = masked_in(passage.text, masking)
        used |= {which for _, _, which, _ in spans}
        found += [(number, kind) for _, _, _, kind in spans if kind]
        runs = _runs(passage.runs, [(start, end) for start, end, _, _ in spans], mark)
        passages.append(replace(passage, runs=runs))
    furniture = tuple(_text(text, masking, mark) for text in raw.furniture)
    masked = replace(raw, passages=tuple(passages), furniture=furniture)
    return Masked(masked, tuple(sorted(used)), tuple(dict.fromkeys(found)))


def mask_corrections(
    corrections: Sequence[Correction], masking: Masking, language: str
) -> tuple[Correction, ...]:
    """`corrections` as they are about the masked words: they quote the statement as it was sent."""
    mark = token(language)

    def quote(given: Quote) -> Quote:
        return Quote(_text(given.words, masking, mark), given.place)

    return tuple(
        replace(
            each,
            quote=quote(each.quote),
            parts=tuple(map(quote, each.parts)),
            joined=tuple(map(quote, each.joined)),
        )
        for each in corrections
    )


Span = tuple[int, int, int, "PersonalKind | None"]


def masked_in(text: str, masking: Masking) -> list[Span]:
    """(start, end, which mask, kind of personal data) of what is masked in `text`, parted and in order."""
    found: list[Span] = []
    for number, hidden in masking.names:
        found += [(s, e, number, None) for s, e, _ in places(text, (hidden,), masking.allowed)]
    allowed = {_bare(word) for word in masking.allowed}
    for start, end, kind in personal(text):
        own = masking.contacts and kind != "passport or identity number"
        if not own and _bare(text[start:end]) not in allowed:
            found.append((start, end, PERSONAL, kind))
    taken: list[Span] = []
    for span in sorted(found, key=lambda f: (f[0] - f[1], f[0], f[2])):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in taken):
            taken.append(span)
    return sorted(taken, key=lambda f: f[:2])


def _bare(text: str) -> str:
    """An address or number without what people put between its parts."""
    return "".join(char for char in text.casefold() if char.isalnum() or char in "@._+")


def _text(text: str, masking: Masking, mark: str) -> str:
    for start, end, _, _ in reversed(masked_in(text, masking)):
        text = text[:start] + mark + text[end:]
    return text


def _runs(runs: Sequence[Run], spans: Sequence[tuple[int, int]], mark: str) -> tuple[Run, ...]:
    """The runs with the mark in place of `spans`; calls of notes stay."""
    made: list[Run] = []
    offset = 0
    for run in runs:
        end, at, text = offset + len(run.text), offset, ""
        for start, stop in spans:
            if stop <= offset or start >= end:
                continue
            text += run.text[at - offset : max(start, offset) - offset] + (mark if start >= offset else "")
            at = min(stop, end)
        text += run.text[at - offset :]
        if text or run.note:
            made.append(replace(run, text=text, link=""))
        offset = end
    return tuple(made)
