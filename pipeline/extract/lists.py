"""What a paragraph says of the list after it, where no colon says that one follows."""

from __future__ import annotations

from pipeline.extract.addressee import Names, names_only
from pipeline.extract.grammar import Grammar
from pipeline.extract.outline import is_marked
from pipeline.extract.views import View
from pipeline.models.passages import Passage

_ENDS = ".;:?!"
_LABEL_WORDS = 8
_ANNOUNCED = 60
"""Characters at the end of a sentence in which "below" or "as follows" announces a list."""


def hangs(seen: View, after: Passage | None, grammar: Grammar, known: Names) -> bool:
    """Whether the list that begins with `after` completes the passage without a colon.

    "We urge the authorities to", and "We demand of the Government" where only who is called upon is said.
    """
    if after is None or not is_marked(after) or is_marked(seen.passage) or not seen.spans:
        return False
    last = seen.sentence(len(seen.spans) - 1).rstrip()
    if grammar.hanging.fullmatch(last[last.rfind(" ") + 1 :]):
        return True
    verb = None if last[-1:] in _ENDS else grammar.heads.any.search(last)
    if verb is None:
        return False
    words = last[verb.end() :].strip(" ,")
    return last.endswith(",") or not words or names_only(words, grammar, known)


def announces(seen: View, after: Passage | None, grammar: Grammar) -> bool:
    """Whether it says without a colon that a list of demands follows ("... demands, listed below.")."""
    last = seen.sentence(len(seen.spans) - 1) if seen.spans else ""
    if after is None or not (is_marked(after) or len(after.text.split()) <= _LABEL_WORDS):
        return False
    end = grammar.following.search(last, max(0, len(last) - _ANNOUNCED))
    return end is not None and grammar.stem.search(last) is not None
