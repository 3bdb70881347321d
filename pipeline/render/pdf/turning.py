"""Turning: what was set from left to right as it stands on a page that runs from right to left."""

from __future__ import annotations

from pipeline.models.document import Document
from pipeline.render.pdf.ordering import is_rtl
from pipeline.render.pdf.strips import Op, Present, Strip, Words


def runs_left(direction: str, language: str, document: Document) -> bool:
    """Whether a part runs from right to left: by its own direction or language, else as its Document."""
    if direction == "rtl":
        return True
    if language and language != document.language:
        return is_rtl(language)
    return document.direction == "rtl" or is_rtl(document.language)


def turned(strip: Strip, measure: float) -> Strip:
    """`strip` with left and right changed in a type area `measure` points wide; words stay readable."""
    return strip._replace(
        ops=turned_ops(strip.ops, measure),
        labels=turned_ops(strip.labels, measure),
        head=tuple(turned(head, measure) for head in strip.head),
    )


def turned_ops(ops: tuple[Op, ...], measure: float) -> tuple[Op, ...]:
    """The ops with left and right changed: each stands as far from the other edge."""
    return tuple(_turned(op, measure) for op in ops)


def _turned(op: Op, measure: float) -> Op:
    if isinstance(op, Present):
        return op
    if not isinstance(op, Words):
        return op._replace(x=measure - op.x - op.width)
    if not op.frags:
        return op
    left = min(frag.x for frag in op.frags)
    right = max(frag.x + frag.width for frag in op.frags)
    shift = measure - right - left
    return op._replace(frags=tuple(frag._replace(x=frag.x + shift) for frag in op.frags))
