"""SMART hints for the speaker, before submission: what could be sharper, with its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.describe.terms import Hit, find
from pipeline.describe.words import LANGUAGES, tongues
from pipeline.models.suggestions import Hint

_MOST_JOINED = 3
_CHAIN = 3
"""So many "and" make a chain."""


def suggest_hints(text: str, language: str, stem: str = "") -> tuple[Hint, ...]:
    """What to sharpen in `text`; `stem` may name the addressee or a time limit for all of its items.

    Specific (one action, a named addressee or law), measurable (something that one can say was done or
    not), time-bound: after G. Doran, "There's a S.M.A.R.T. way" (1981), as UPR Info advises speakers to
    write. No hints in a language without tables, nor where no word is known at all.
    """
    if language not in LANGUAGES:
        return ()
    hits = find(text, language)
    own = [hit for hit in hits if hit.table == "hints"]
    around = {hit.label for hit in find(stem, language) if hit.table == "hints"} if stem else set()
    known = {hit.label for hit in own} | around
    named = any(hit.table == "instruments" for hit in hits)
    found = [Hint("vague", text[hit.start : hit.end]) for hit in _apart(own, "vague")]
    found += _several(text, language, own)
    if not named and not known & {"addressee", "law"}:
        found.append(Hint("no addressee"))
    if "concrete" not in known:
        found.append(Hint("not measurable", found[0].words if found and found[0].kind == "vague" else ""))
    if "time" not in known:
        found.append(Hint("no time limit"))
    return tuple(dict.fromkeys(found)) if text.strip() else ()


def _apart(hits: Iterable[Hit], *kinds: str) -> list[Hit]:
    """The hits of these kinds that no longer one covers, in the order of the text."""
    kept: list[Hit] = []
    for hit in sorted((hit for hit in hits if hit.label in kinds), key=lambda hit: (hit.first, -hit.last)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _several(text: str, language: str, own: Sequence[Hit]) -> list[Hint]:
    """Verbs joined to another one ("and publish"), or else a chain of "and" as a whole."""
    joins = _apart(own, "join")
    ends = {join.last: join for join in joins}
    attached = tongues()[language].attached
    found = []
    for verb in _apart(own, "vague", "concrete"):
        if verb.first in ends:
            found.append(text[ends[verb.first].start : verb.end])
        elif attached and verb.first and text[verb.start] in attached:
            found.append(text[verb.start : verb.end])
    if not found and len(joins) >= _CHAIN:
        found.append(text[joins[0].start : joins[-1].end])
    return [Hint("several actions", words) for words in dict.fromkeys(found[:_MOST_JOINED])]
