"""What a paragraph says of the list after it, where no colon says that one follows."""

from __future__ import annotations

from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import is_marked
from pipeline.extract.views import View
from pipeline.models.passages import Passage

_LABEL_WORDS = 8
_ANNOUNCED = 60
"""Characters at the end of a sentence in which "below" or "as follows" announces a list."""


def hangs(seen: View, after: Passage | None, grammar: Grammar) -> bool:
    """Whether a list completes its sentence without a colon ("We urge the authorities to")."""
    text = seen.folded.text.rstrip()
    if after is None or not is_marked(after) or is_marked(seen.passage):
        return False
    return grammar.hanging.fullmatch(text[text.rfind(" ") + 1 :]) is not None


def announces(seen: View, after: Passage | None, grammar: Grammar) -> bool:
    """Whether it says without a colon that a list of demands follows ("... demands, listed below.")."""
    last = seen.sentence(len(seen.spans) - 1) if seen.spans else ""
    if after is None or not (is_marked(after) or len(after.text.split()) <= _LABEL_WORDS):
        return False
    end = grammar.following.search(last, max(0, len(last) - _ANNOUNCED))
    return end is not None and grammar.stem.search(last) is not None
