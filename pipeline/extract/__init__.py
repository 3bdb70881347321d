"""Stage 3: statements in, recommendations and questions out, every one a verbatim span with its place."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.findings import Findings
from pipeline.models.passages import Passage, Statement
from pipeline.models.session import Review
from pipeline.models.states import State

__all__ = ["extract", "find"]


def extract(statement: Statement, review: Review) -> Findings:
    """What a checked statement recommends and asks in the pre-session on `review.state`."""
    return find(statement.passages, statement.language, review.state)


def find(passages: Sequence[Passage], language: str, state: State | None) -> Findings:
    """What `passages` in `language` (ISO 639-1) recommend and ask.

    `state` is the State under Review, None if not known. Pure and deterministic; never raises on any text. Each text is exactly the spanned text of the passages,
    several spans joined by a line break, and no two spans overlap.
    """
    from pipeline.extract.finding import find as run

    return run(passages, language, state)
