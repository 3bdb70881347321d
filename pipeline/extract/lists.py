"""What a paragraph says of the list after it, where no colon says that one follows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract import outline
from pipeline.extract.addressee import Names, names_only
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import starts_as_action
from pipeline.extract.modals import announces as announces_list
from pipeline.extract.outline import is_marked
from pipeline.extract.views import Demand, View
from pipeline.models.passages import Kind, Passage

_ENDS = ".;:?!"
_LABEL_WORDS = 8
_LIST = 400
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
    announced = end is not None and grammar.stem.search(last) is not None
    return announced or (is_marked(after) and grammar.presenting.search(last) is not None)


def after(passages: Sequence[Passage], number: int) -> list[int]:
    """The items of the list right after passage `number`: those of its form, over footnotes."""
    found: list[int] = []
    for later in range(number + 1, min(number + _LIST, len(passages))):
        passage = passages[later]
        if passage.kind is Kind.FOOTNOTE:
            continue
        if passage.kind is Kind.HEADING or not is_marked(passage):
            break
        if found and outline.style(passage.marker) != outline.style(passages[found[0]].marker):
            break
        found.append(later)
    return found


def is_group(passage: Passage | None) -> bool:
    """Whether it may be only the name of a group of items ("A. Freedom of expression")."""
    return passage is not None and len(passage.text.split()) <= _LABEL_WORDS


def announced(seen: View, demand: Demand, first: Passage | None, grammar: Grammar) -> bool:
    """Whether a list of demands is announced ("the following measures:"), of which `first` is one; a list of
    things with articles is only what a demand is about ("publish the following documents: a list of ...")."""
    action = seen.folded.text[demand.start : demand.end]
    if grammar.following.search(action) is None or first is None:
        return grammar.following.search(action) is not None
    thing = grammar.article.match(fold(first.text).text) is not None
    return not thing or announces_list(action.rstrip(" :"), grammar)


def acts(passage: Passage | None, grammar: Grammar) -> bool:
    """Whether an item is an action, so that the line before it may only name somebody ("To the State:")."""
    marked = passage is not None and is_marked(passage)
    return marked and passage is not None and starts_as_action(fold(passage.text).text, grammar)


def tells_of_others(seen: View, grammar: Grammar) -> bool:
    """Whether the paragraph quotes what others say, and its authors do not speak of themselves."""
    text = seen.folded.text
    said = '"' in text and grammar.said.search(text) is not None
    return said and grammar.first.search(text) is None and grammar.authors.search(text) is None
