"""What a misspelt word was meant to be."""

from __future__ import annotations

import difflib
import re
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


# Endings that editors and mail programs put behind a name, and what copies are called.
_ENDINGS = re.compile(r"(?:\.(?:ya?ml|txt|text|docx?|odt|rtf|md))+$")
_COPIED = re.compile(r"[ _-]*(?:\(\d{1,3}\)|[ _-](?:copy|copie|copia|kopie)(?: \d{1,3})?)$")


def is_nearly_called(name: str, wanted: str) -> bool:
    """Whether a file `name` was probably meant to be called `wanted` ("review.yaml"): "Review.yml.txt".

    Windows hides known endings, so staff do not see the last one.
    """
    folded = " ".join(name.casefold().split())
    stem = _COPIED.sub("", _ENDINGS.sub("", folded))
    meant = wanted.rpartition(".")[0]
    if name == wanted or (stem == folded and "." in folded):
        return False
    return stem == meant or (".y" in folded and bool(nearest(stem, [meant], least=0.8)))
