"""Items below an item of a list: demands of their own, or parts of the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.demands import Reader
from pipeline.extract.fold import fold
from pipeline.extract.items import starts_as_action
from pipeline.extract.views import Demand, View, view
from pipeline.models.passages import Kind, Passage

_MOST = 200
"""Items below one that are looked at."""

_PARTED = re.compile(r"[,:;]\s")
"""A mark behind which something may be said."""


def parent(passages: Sequence[Passage], number: int, reader: Reader) -> bool:
    """Whether an item only sums up the demands that stand as items of their own below it."""
    after = passages[number + 1] if number + 1 < len(passages) else None
    if after is None or after.kind is not Kind.LIST_ITEM or after.level <= passages[number].level:
        return False
    seen = view(number, passages[number], reader.grammar)
    first = seen.sentence(0) if seen.spans else ""
    if reader.whom.called(first, 0, len(first)) and not first.rstrip().endswith(":"):
        return False
    below = []
    for later in range(number + 1, min(number + _MOST, len(passages))):
        passage = passages[later]
        if passage.kind is not Kind.LIST_ITEM or passage.level <= passages[number].level:
            break
        below.append(view(later, passage, reader.grammar))
    return len(below) > 1 and all(
        one.spans and starts_as_action(one.sentence(0), reader.grammar) for one in below
    )


def fragments(passages: Sequence[Passage], seen: View, demand: Demand, reader: Reader) -> list[int]:
    """The items right below an item that are only ends of its sentence ("Protect them / **in prison** / **in
    exile**"); none where one of them says something by itself."""
    if demand.opens or seen.passage.kind is not Kind.LIST_ITEM or seen.folded.text[demand.end :].strip(" ,"):
        return []
    grammar = reader.grammar
    found: list[int] = []
    for number in range(seen.number + 1, min(seen.number + _MOST, len(passages))):
        passage = passages[number]
        if passage.kind is not Kind.LIST_ITEM or passage.level <= seen.passage.level:
            break
        text = fold(passage.text).text.strip()
        ends = any(pattern.match(text) for pattern in (grammar.fronting, grammar.annex, grammar.genitive))
        if not ends or _PARTED.search(text.rstrip(" ,;:.")) or reader.directs(text):
            return []
        found.append(number)
    return found
