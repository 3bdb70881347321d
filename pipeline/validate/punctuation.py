"""What the punctuation of a value gives away: quotation marks that are printed, items cut at a comma."""

from __future__ import annotations

import re

from pipeline.models.raw import RawText

__all__ = ["is_cut_off", "marks_around"]

# Pairs of quotation marks that word processors set; YAML knows straight ones alone.
_PAIRS = ("“”", "„“", "„”", "””", "«»", "»«", "‘’", "‚‘", "’’", "‹›", "「」", "『』", "《》")
# An item that begins so goes on with the one before it: no name begins with "and".
_GOES_ON = re.compile(r"(?:and|or|y|e|et|ou|o|und|oder|и|или|&)\s")
_FORMS = frozenset(("inc", "inc.", "ltd", "ltd.", "llc", "a.c.", "s.a.", "e.v.", "a.s.b.l.", "asbl"))
_HALVES = (("(", ")"), ("“", "”"), ("«", "»"), ("「", "」"), ("『", "』"), ("《", "》"), ("（", "）"))


def marks_around(text: str) -> str:
    """The quotation marks of a word processor that stand around the whole of `text`; "" for none.

    Those around its first and its last words alone are no such ones: “A” and “B”.
    """
    inner = text[1:-1]
    if len(text) < 3 or text[0] + text[-1] not in _PAIRS:
        return ""
    apostrophe = text[-1] == "’"  # it stands within words, too
    return "" if text[0] in inner or (text[-1] in inner and not apostrophe) else f"{text[0]} {text[-1]}"


def is_cut_off(item: RawText) -> bool:
    """Whether an item of a list in [ ] is surely part of another, which had a comma."""
    text = item.text.strip()
    if item.quoted or not text:
        return False
    halved = any(text.count(opening) != text.count(closing) for opening, closing in _HALVES)
    if "„" in text:
        halved = text.count("„") != text.count("“") + text.count("”")
    goes_on = _GOES_ON.match(text) or text.casefold() in _FORMS
    return bool(halved or goes_on or text.count('"') % 2)
