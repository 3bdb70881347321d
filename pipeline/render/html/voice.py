"""What a writer of HTML knows while it writes: the pages of the printed pack, the anchors, the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.models.document import Direction, Document
from pipeline.models.style import Style


@dataclass(frozen=True, slots=True)
class Voice:
    """The language and direction around a block, and where references lead.

    `anchors` are all link targets of the Document: a reference to anything else is plain text.
    """

    document: Document
    style: Style
    pages: Mapping[str, int]
    anchors: frozenset[str]
    language: str
    direction: Direction = "ltr"

    def within(self, language: str, direction: Direction = "ltr") -> Voice:
        """The voice inside a block that says its own language; "" keeps what is around it."""
        return replace(self, language=language, direction=_side(language, direction)) if language else self

    def differs(self, language: str, direction: Direction = "ltr") -> dict[str, str]:
        """The attributes of a block in another language or direction than what is around it."""
        if not language:
            return {}
        inner = {"lang": language if language != self.language else ""}
        side = _side(language, direction)
        inner["dir"] = side if side != self.direction else ""
        return inner


# Tables and notes say no direction of their own.
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})


def _side(language: str, direction: Direction) -> Direction:
    return "rtl" if direction == "rtl" or language in _RIGHT_TO_LEFT else "ltr"
