"""Find headings that are only faked: short paragraphs in bold, underlined or in capitals."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.models.passages import Kind, Passage
from pipeline.read.marks import BULLETS, ends_open, is_caps

_LONGEST = 120
_MOST_WORDS = 16
_DEEPEST = 6
_MOST_IN_A_ROW = 3
_LEAD_IN = (
    4  # words: "We recommend that Samplia:" in bold leads into its list, "Recommendations:" is a heading
)


def with_faked_headings(passages: Sequence[Passage], capitals: Collection[int] = ()) -> list[Passage]:
    """`passages`, with what is set like a heading made one, one level or more below the last real heading.

    `capitals` are the indices of passages whose letters show as capitals though typed otherwise. Capitals
    rank above bold, bold above underlining; a look that most of the text has says nothing. An item of a list
    stays one where its neighbour looks the same, and so do four lines or more in a row after the title: that
    is a list in bold, not headings.
    """
    ranks = {place: rank for place, rank in enumerate(_ranks(passages, capitals)) if rank is not None}
    ranks = {place: rank for place, rank in ranks.items() if _stands_alone(place, passages, ranks)}
    used = sorted(set(ranks.values()))
    done: list[Passage] = []
    above = 0
    for place, passage in enumerate(passages):
        if passage.kind is Kind.HEADING:
            above = passage.level
        if place in ranks:
            level = min(above + 1 + used.index(ranks[place]), _DEEPEST)
            done.append(replace(passage, kind=Kind.HEADING, level=level))
        else:
            done.append(passage)
    return done


def _ranks(passages: Sequence[Passage], capitals: Collection[int]) -> list[int | None]:
    """0 for capitals, 1 for bold, 2 for underlined, None for what does not look like a heading."""
    looks = [_look(passage, place in capitals) for place, passage in enumerate(passages)]
    total = sum(len(passage.text) for passage in passages)
    common = {
        rank
        for rank in range(3)
        if sum(len(p.text) for p, seen in zip(passages, looks, strict=True) if seen == rank) * 2 > total
    }
    return [
        look if look is not None and look not in common and _may_head(place, passages) else None
        for place, look in enumerate(looks)
    ]


def _look(passage: Passage, capitals: bool) -> int | None:
    runs = [run for run in passage.runs if run.text.strip()]
    if passage.kind not in (Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTATION) or not runs:
        return None
    if (capitals and len(passage.text) >= 4) or is_caps(passage.text):
        return 0
    if all(run.bold for run in runs):
        return 1
    return 2 if all(run.underline and not run.link for run in runs) else None


def _may_head(place: int, passages: Sequence[Passage]) -> bool:
    """Whether a passage is short, ends openly and has something after it that it could head."""
    passage = passages[place]
    text = passage.text
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))
    if not short or not ends_open(text) or passage.marker in tuple(BULLETS) or place + 1 == len(passages):
        return False
    leads_in = (
        text.endswith(":") and len(text.split()) >= _LEAD_IN and passages[place + 1].kind is Kind.LIST_ITEM
    )
    return not leads_in or is_caps(text)


def _stands_alone(place: int, passages: Sequence[Passage], ranks: dict[int, int]) -> bool:
    """Whether this is no item of a list in bold: its neighbours are other, or the title block at the top."""
    if passages[place].kind is not Kind.LIST_ITEM:
        first = last = place
        while ranks.get(first - 1) == ranks[place]:
            first -= 1
        while ranks.get(last + 1) == ranks[place]:
            last += 1
        return first == 0 or last - first < _MOST_IN_A_ROW
    return not any(
        ranks.get(near) == ranks[place] and passages[near].kind is Kind.LIST_ITEM
        for near in (place - 1, place + 1)
    )
