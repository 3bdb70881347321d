"""Lists whose marks were lost, as in text copied from a PDF: paragraphs in a row that look like items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import is_thing, names_new, starts_as_action, tells
from pipeline.extract.lists import is_name
from pipeline.extract.outline import Section, plain_heading, section
from pipeline.extract.spans import behind_article
from pipeline.models.passages import Kind, Passage

_LEAST = 3
"""Items that such a list has at least."""

_WORDS = (2, 60)
"""Words of an item that names no action, at least and at most."""

_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.!?](?= |$)")
DATE = re.compile(r"(?:19|20)\d\d\W*$|@|https?:")
"""What a line of place and date, or of where to write to, has."""


def with_lost_marks(passages: Sequence[Passage], grammar: Grammar) -> Sequence[Passage]:
    """The passages with the paragraphs of such a list as items of one: below a heading of recommendations or
    a colon, or where all but the last end with a semicolon; most of them name an action."""
    if not grammar.words:
        return passages
    found: set[int] = set()
    number = 0
    while number < len(passages):
        opened = _opens(passages, number, grammar)
        begins = opened or passages[number].text.rstrip().endswith(";")
        row = _row(passages, number, grammar) if begins else []
        if len(row) >= _LEAST and (opened or _parted(passages, row)):
            texts = [fold(passages[one].text).text.strip() for one in row]
            # "DENOUNCE ...", "DEMAND that ..." say what an assembly does
            resolves = any(grammar.heads.any.match(text) for text in texts)
            acting = [one for one, text in zip(row, texts, strict=True) if _acts(text, grammar)]
            verbs = 2 * sum(starts_as_action(text, grammar) for text in texts) >= len(row)
            if 2 * len(acting) >= len(row) and not resolves:
                found.update(acting if verbs else row)  # among commands, a name is no demand
        number = row[-1] + 1 if row else number + 1
    return (
        [
            replace(one, kind=Kind.LIST_ITEM, marker="•", level=1) if number in found else one
            for number, one in enumerate(passages)
        ]
        if found
        else passages
    )


def _row(passages: Sequence[Passage], number: int, grammar: Grammar) -> list[int]:
    """The passages from `number` on that may be items."""
    row = []
    for later in range(number, len(passages)):
        if not _may_be_item(passages[later], grammar):
            break
        row.append(later)
    return row


def _may_be_item(passage: Passage, grammar: Grammar) -> bool:
    if passage.kind is not Kind.PARAGRAPH or passage.marker:
        return False
    text = fold(passage.text).text.strip()
    if text.endswith((":", "?")) or DATE.search(text) or is_name(passage.text.strip()):
        return False
    first = _SENTENCE.split(text, maxsplit=1)[0]
    least, most = _WORDS
    if _acts(first, grammar):
        return True
    brief = least <= len(text.split()) <= most and not (grammar.hot(first) or grammar.first.search(first))
    return brief and (names_new(first, grammar) or (text.endswith(";") and not tells(first, grammar)))


def _acts(text: str, grammar: Grammar) -> bool:
    return starts_as_action(text, grammar) or is_thing(text[behind_article(text, grammar) :], grammar)


def _opens(passages: Sequence[Passage], number: int, grammar: Grammar) -> bool:
    """Whether a heading of recommendations or a colon stands right above a passage."""
    if number == 0:
        return False
    above = passages[number - 1]
    text = fold(above.text).text
    if plain_heading(above, text, grammar):
        return section(text, grammar) is Section.RECOMMENDATIONS
    return text.rstrip().endswith(":")


def _parted(passages: Sequence[Passage], row: Sequence[int]) -> bool:
    return all(passages[number].text.rstrip().endswith(";") for number in row[:-1])
