"""Stage 3: statements in, recommendations and questions out, every one a verbatim span with its place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.findings import Findings, Span
from pipeline.models.passages import Passage, Statement
from pipeline.models.session import Review
from pipeline.models.states import State

__all__ = ["displayed", "extract", "find"]


def extract(statement: Statement, review: Review) -> Findings:
    """What a checked statement recommends and asks in the pre-session on `review.state`."""
    return find(statement.passages, statement.language, review.state)


def find(passages: Sequence[Passage], language: str, state: State | None) -> Findings:
    """What `passages` in `language` (ISO 639-1) recommend and ask.

    `state` is the State under Review; if it is None, the country that the passages speak of most. Pure and
    deterministic; never raises on any text. Each text is exactly the spanned text of the passages, several
    spans joined by a line break; no two spans overlap.
    """
    from pipeline.extract.finding import find as run

    return run(passages, language, state)


def displayed(spans: Sequence[Span], passages: Sequence[Passage]) -> str:
    """The words of `spans` as the file shows them: the passages after the first with their marker ("● ...").

    For outputs that are compared with the file as it stands; `text` of a finding has no markers.
    """
    lines = []
    for number, span in enumerate(spans):
        passage = passages[span.passage]
        marker = f"{passage.marker} " if number and passage.marker and span.start == 0 else ""
        lines.append(marker + passage.text[span.start : span.end])
    return "\n".join(lines)
