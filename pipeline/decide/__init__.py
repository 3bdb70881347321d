"""Between extract and describe: what staff decided is applied to what was found; words stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from pipeline.models.corrections import Correction, Decided
from pipeline.models.findings import Findings
from pipeline.models.passages import Passage

if TYPE_CHECKING:
    from pipeline.decide.drafting import Desk, draft

__all__ = ["Desk", "decide", "draft"]


def decide(passages: Sequence[Passage], findings: Findings, corrections: Sequence[Correction]) -> Decided:
    """`findings` of a statement with `corrections`, those entries of corrections.yaml that are about it.

    Every text of the result is exactly the spanned text of `passages`, several spans joined by a line break,
    and no two spans overlap, whatever the corrections say. What cannot be applied is among the problems,
    which are placed in corrections.yaml; then the findings stay as they were. Pure; never raises on any text.
    """
    if not corrections:
        return Decided(findings)
    from pipeline.decide.applying import apply

    return apply(passages, findings, corrections)


def __getattr__(name: str) -> Any:
    """Fetch what writes drafts when it is first used."""
    if name not in ("Desk", "draft"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.drafting"), name)
