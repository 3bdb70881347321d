"""Items of a list that carry no mark: what tells them from the paragraph after the list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extract.acts import Voice
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import where
from pipeline.extract.items import after_stance, is_thing, names_new, starts_as_action, tells
from pipeline.extract.lists import is_name
from pipeline.extract.outline import Stem, is_marked
from pipeline.extract.sentences import without_marker
from pipeline.extract.views import View
from pipeline.models.passages import Passage

_ENDS = ".;"
_STOPS = ".;,"
_OPEN = (":", "：")
_WORDS = (3, 45)
"""Words of a thing asked for right below its stem, at least and at most."""

_DATE = re.compile(r"(?:19|20)\d\d|[٠-٩]{2,4}|@|https?:")
"""What a line of place and date, or of where to write to, has."""


def above(passages: Sequence[Passage], number: int, stem: Stem, last: int) -> Passage | None:
    """The stem, or the item that was taken last (from passage `last`), right above a passage without a mark
    that opens no list with marks itself."""
    marked = (one for one in passages[number : number + 2] if is_marked(one))
    if next(marked, None) is not None or not _right_below(passages, number, stem, last):
        return None
    return passages[number - 1]


def leaves_behind(passages: Sequence[Passage], number: int, stem: Stem, last: int) -> bool:
    """Whether a passage without a mark stands apart from what others said ("She said:")."""
    told = stem.voice is Voice.REPORTED and not is_marked(passages[number])
    return told and not _right_below(passages, number, stem, last)


def _right_below(passages: Sequence[Passage], number: int, stem: Stem, last: int) -> bool:
    """Whether a passage stands right below the stem, or below the item that was taken last (from `last`)."""
    return number > 0 and (last == number - 1 or stem.where == where(passages[number - 1]))


def may_ask(seen: View, stem: Stem, around: tuple[bool, Passage | None], grammar: Grammar) -> bool:
    """Whether a passage looks like an item of the list that `stem` opened; if it is sure, whatever stands in
    it is asked, as a sentence too if it ends with "that". `around`: whether it is in a group of the list and
    has a word of asking; what stands `above` it."""
    hot, over = around
    first = seen.sentence(0)
    if stem.sure and _is_clause(first, stem, grammar):
        return True
    last = seen.folded.text.rstrip()[-1:]
    if hot or starts_as_action(first, grammar) or last == ";":
        return True
    after = over is not None and over.text.rstrip().endswith(";")
    goes_on = seen.folded.source.lstrip()[:1].islower() and (stem.sure or after or last == ",")
    if goes_on or without_marker(first, 0, len(first)) > 0:
        return True
    if is_thing(first, grammar) or after_stance(first, grammar) >= 0:
        return True
    return over is not None and _goes_with(seen, over, grammar)


def _goes_with(seen: View, over: Passage, grammar: Grammar) -> bool:
    """Whether a passage of one sentence names a thing asked for, and looks like the item `over` it or stands
    right below the colon that opens the list ("We demand:", "Equal pay for women.")."""
    text = seen.folded.text.strip()
    least, most = _WORDS
    if (
        len(seen.spans) != 1
        or _DATE.search(text)
        or not least <= len(text.split()) <= most
        or not names_new(text, grammar)
    ):
        return False
    before = over.text.rstrip()[-1:]
    alike = before in _OPEN or (before in _STOPS) == (text[-1:] in _STOPS)
    return alike and not is_name(seen.passage.text.strip())


def _is_clause(text: str, stem: Stem, grammar: Grammar) -> bool:
    """Whether it goes on with "We recommend that:", and states nothing ("**A board oversee this.**")."""
    last = stem.text.rstrip(" :").rpartition(" ")[2].lower()
    that = grammar.hanging.fullmatch(last) is not None and grammar.relative.fullmatch(last) is not None
    return that and text.rstrip()[-1:] in _ENDS and not tells(text, grammar)
