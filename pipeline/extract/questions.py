"""Questions to the State: consecutive interrogative sentences of one passage are one question."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extract.grammar import Grammar, Pattern


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


def after_label(text: str, own: Pattern, grammar: Grammar) -> int:
    """Where a question begins behind who asks it or what about ("Norway: what has the Government done?")."""
    colon = text.find(": ") + 2
    rest = generally(text[colon:], own, grammar).lstrip("¿ ")
    return colon if colon > 1 and "?" not in text[:colon] and grammar.asks.match(rest) else 0
