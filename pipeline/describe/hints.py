"""SMART hints for the speaker, before submission: what could be sharper, with its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.describe.terms import Hit, find
from pipeline.describe.words import LANGUAGES, tongues
from pipeline.models.suggestions import Hint

_MOST_JOINED = 3
_CHAIN = 3
"""So many "and" make a chain."""
_BETWEEN = 3
"""At most so many words between two of them: "women and children and workers and peasants"."""


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
    if "time" not in known and not _year(text, language) and not _year(stem, language):
        found.append(Hint("no time limit"))
    return tuple(dict.fromkeys(found)) if text.strip() else ()


def _year(text: str, language: str) -> bool:
    """Whether `text` has a year that is not a law's: "the 2015 Act" and "the Act of 2015" have none."""
    hits = find(text, language)
    laws = [hit for hit in hits if hit.label == "law" or hit.table == "instruments"]
    links = tongues()[language].links

    def is_named(year: Hit) -> bool:
        after = (text[law.end : year.start].strip() in links for law in laws if law.end <= year.start)
        return any(after) or any(
            not text[year.end : law.start].strip() for law in laws if law.start > year.end
        )

    return any(hit.label == "year" and not is_named(hit) for hit in hits)


def _apart(hits: Iterable[Hit], *kinds: str) -> list[Hit]:
    """The hits of these kinds that no longer one covers, in the order of the text."""
    kept: list[Hit] = []
    for hit in sorted((hit for hit in hits if hit.label in kinds), key=lambda hit: (hit.first, -hit.last)):
        if not kept or hit.first >= kept[-1].last:
            kept.append(hit)
    return kept


def _several(text: str, language: str, own: Sequence[Hit]) -> list[Hint]:
    """Verbs joined to another one ("and publish"), or else a chain of "and" as a whole.

    Not within a name ("Standards and Conduct"), nor where both verbs say what something is for ("a
    commissioner to hear and investigate complaints").
    """
    joins = _apart(own, "join")
    ends = {join.last: join for join in joins}
    attached = tongues()[language].attached
    verbs = _apart(own, "vague", "concrete")
    found = []
    for verb in verbs:
        join = ends.get(verb.first)
        if join and not text[verb.start].isupper() and not _is_purpose(text[: join.start], verbs, language):
            found.append(text[join.start : verb.end])
        elif attached and verb.first and text[verb.start] in attached:
            found.append(text[verb.start : verb.end])
    chain = _chain(joins, text)
    if not found and chain:
        found.append(text[chain[0].start : chain[-1].end])
    return [Hint("several actions", words) for words in dict.fromkeys(found[:_MOST_JOINED])]


def _chain(joins: Sequence[Hit], text: str) -> Sequence[Hit]:
    """The first joins that follow each other closely, three at least; none if there are none."""
    chain: list[Hit] = []
    for join in joins:
        between = text[chain[-1].end : join.start] if chain else ""
        if "," in between or len(between.split()) > _BETWEEN:
            if len(chain) >= _CHAIN:
                break
            chain = []
        chain.append(join)
    return chain if len(chain) >= _CHAIN else ()


def _is_purpose(before: str, verbs: Sequence[Hit], language: str) -> bool:
    """Whether what stands `before` an "and" ends in a purpose: "to hear", not "take measures to hear"."""
    signs = tongues()[language].purpose
    clause = max((before.rfind(sign) for sign in ",;:.，；。"), default=-1) + 1
    for word in re.finditer(r"\w+", before[clause:]):
        start = clause + word.start()
        if word.group().lower() in signs and before[:start].strip():
            return not any(verb.end <= start and not before[verb.end : start].strip() for verb in verbs)
    return False
