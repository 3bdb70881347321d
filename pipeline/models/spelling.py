"""What a misspelt word was meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], least: float = 0.7) -> str:
    """That of `known` which `word` may be misspelt for, whatever its case; "" if none is near.

    `least` is the likeness asked for, from 0 to 1, as difflib measures it: lower where a wrong guess does
    no harm, as in a hint.
    """
    spelt = {each.casefold(): each for each in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.casefold(), sorted(spelt), n=1, cutoff=least)
    return spelt[near[0]] if near else ""


def did_you_mean(word: str, known: Iterable[str], least: float = 0.7) -> str:
    """A question for the nearest of `known`, "" if none is near."""
    near = nearest(word, known, least)
    return f"Did you mean {near}?" if near else ""
