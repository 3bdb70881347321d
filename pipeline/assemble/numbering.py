"""The numbers of the pack: R1, R2 ... and Q1, Q2 ... in speaking order, then in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from pipeline.assemble.related import with_relations
from pipeline.assemble.shown import Shown, show_all
from pipeline.assemble.topics import Topics
from pipeline.models.findings import Question, Recommendation
from pipeline.models.pack import Numbered, PackInput

_Kind = Literal["recommendation", "question"]


def number(pack: PackInput) -> tuple[Numbered, ...]:
    """All recommendations, then all questions, that the edition may show.

    `speaker` and `organisation` are "" where consent withholds them. Recommendations that were set aside
    (only reported, or made to somebody else than the State under Review) are not among them.
    """
    return number_shown(show_all(pack), pack)


def number_shown(speakers: Sequence[Shown], pack: PackInput) -> tuple[Numbered, ...]:
    """The same, for `speakers` of `pack` whose consent has been looked at."""
    rows = (*_numbered(speakers, "recommendation"), *_numbered(speakers, "question"))
    return with_relations(rows, speakers, pack.relations, pack.previous)


def _numbered(speakers: Sequence[Shown], kind: _Kind) -> Iterator[Numbered]:
    count = 0
    for index, speaker in enumerate(speakers):
        if speaker.statement is None:
            continue
        topics = Topics(speaker.statement.passages)
        for item in _items(speaker, kind):
            count += 1
            yield Numbered(
                f"{'R' if kind == 'recommendation' else 'Q'}{count}",
                kind,
                item,
                index,
                topics.of(item.spans[0].passage) if item.spans else "",
                speaker.name,
                speaker.organisation,
                speaker.statement.language,
            )


def _items(speaker: Shown, kind: _Kind) -> Sequence[Recommendation | Question]:
    found = speaker.findings
    items: Sequence[Recommendation | Question] = (
        found.recommendations if kind == "recommendation" else found.questions
    )
    return sorted(items, key=lambda item: item.spans)
