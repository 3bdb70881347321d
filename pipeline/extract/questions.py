"""Questions to the State: consecutive interrogative sentences of one passage are one question."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar import Grammar, Pattern

_POSED = 10
"""Words of a question that the authors answer themselves."""


def is_question(text: str) -> bool:
    """Whether the folded sentence ends as a question does."""
    return text.rstrip("\"') ").endswith("?")


def grouped(spans: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int]]:
    """From (start, end, is a question) of consecutive sentences the spans of runs of questions."""
    runs: list[tuple[int, int]] = []
    before = False
    for start, end, asked in spans:
        if asked and before:
            runs[-1] = (runs[-1][0], end)
        elif asked:
            runs.append((start, end))
        before = asked
    return runs


def generally(text: str, own: Pattern, grammar: Grammar) -> str:
    """`text` with "the State" for the name of the State under Review, as patterns of questions say."""
    return own.sub(grammar.generic, text)


def precise(text: str, grammar: Grammar) -> bool:
    """Whether it asks those who govern about what they do, so that it is not merely rhetorical."""
    return grammar.question.search(text) is not None


def within(text: str, limits: tuple[int, int], own: Pattern, grammar: Grammar) -> tuple[int, int]:
    """Where a question in text[start:end] begins, behind who asks it or what about ("Norway: what has ...?").

    And where it ends, without the marks of a quotation around it.
    """
    start, end = limits
    colon = text.find(": ", start, end) + 2
    if colon <= 1 or "?" in text[start:colon]:
        return limits
    rest = generally(text[colon:end], own, grammar).lstrip('¿ "')
    if not grammar.asks.match(rest) and not grammar.heads.own.search(text, start, colon):
        return limits
    if text.startswith('"', colon) and text[:end].endswith('"'):
        return colon + 1, end - 1
    return colon, end


def requests(text: str, grammar: Grammar) -> bool:
    """Whether a folded item of a list of questions asks for an answer without a question mark."""
    front = text.lstrip(' "')
    return grammar.action.match(front) is not None or grammar.heads.own.match(front) is not None


def announces(text: str, grammar: Grammar) -> bool:
    """Whether a folded sentence announces a list of questions ("We suggest these questions:")."""
    return text.rstrip().endswith(":") and grammar.inquiring.search(text) is not None


def poses(text: str, grammar: Grammar) -> bool:
    """Whether it is a question that the authors ask themselves and answer ("**What do we ask for?** ..."), or
    names what follows it as their demands ("**What we ask for.** ...")."""
    if len(text.split()) > _POSED:
        return False
    if text.endswith(".") and ":" not in text and grammar.headings.recommendations.fullmatch(text[:-1]):
        asks = grammar.heads.own.search(text)
        return asks is None or asks.end() == len(text) - 1
    if not is_question(text) or ":" in text or grammar.you.search(text) or grammar.inviting.search(text):
        return False
    return grammar.heads.own.search(text) is not None
