"""When a writer has to show which words of a paragraph are the demand: where they are not nearly all."""

from __future__ import annotations

from pipeline.models.document import Inlines, Label

NEARLY_ALL = 0.2
"""Up to this share of other letters, a demand counts as the whole paragraph ("de ratifier ...;")."""


def only_some_words(inlines: Inlines, labels: tuple[Label, ...]) -> bool:
    """Whether the demands of `labels` are only some of the words, or several in one paragraph."""
    if not labels:
        return False
    letters = {True: 0, False: 0}
    for inline in inlines:
        letters[bool(inline.mark) or inline.note] += sum(map(str.isalnum, inline.text))
    return len(labels) > 1 or letters[False] > NEARLY_ALL * letters[True]
