"""What a heading demands itself, for where nothing below it states the demand."""

from __future__ import annotations

from pipeline.extract import items
from pipeline.extract.fold import Folded
from pipeline.extract.grammar import Grammar
from pipeline.extract.sentences import without_marker

_WORDS = 4
"""Words that a heading has at least to be a demand and no topic ("Protéger les enfants" is one)."""


def demand_in(heading: Folded, grammar: Grammar) -> int:
    """Where in a heading its demand begins ("Recommendation 3: Require a warrant"); -1 where it has none."""
    text = heading.text
    colon, dash = text.find(":"), text.find(" - ")
    after = colon + 1 if colon >= 0 else dash + 3
    if max(colon, dash) < 0:
        after = without_marker(text, 0, len(text))
    words = text[after:]
    action = items.starts_as_action(words, grammar) or items.is_thing(words, grammar)
    return after if action or grammar.modal.search(text, after) else -1


def tells_what(heading: Folded, grammar: Grammar) -> bool:
    """Whether a heading without a label is an action or a thing asked for, and more than a topic."""
    text = heading.text
    after = without_marker(text, 0, len(text))
    words = text[after:]
    if len(words.split()) < _WORDS or words.rstrip().endswith(("?", "!", ":")):
        return False
    return items.starts_as_action(words, grammar) or items.is_thing(words, grammar)


def claims(title: str, grammar: Grammar) -> bool:
    """Whether the folded title of a text says that it lists demands ("A summary of our demands")."""
    return grammar.stem.search(title) is not None and grammar.headings.reported.search(title) is None
