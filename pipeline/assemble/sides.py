"""What stands between two facts in a line, so that the line of an Arabic pack keeps its order."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from pipeline.models.document import Document, Inline

SEPARATOR = " \u00b7 "
# With a RIGHT-TO-LEFT MARK (Unicode Standard Annex 9, section 2.6), or the 7 of "Speaker 9 · 7 minutes" joins
# the name. It stands beside the pack's own dots alone, never in the words of a statement.
_TURNED = " \u200f\u00b7 "

Noun = TypeVar("Noun")


def with_sides(document: Document) -> Document:
    """`document` with every dot of its own words marked as running to the left, if it runs to the left."""
    if document.direction != "rtl":
        return document
    return replace(document, parts=_marked(document.parts), furniture=_marked(document.furniture))


def _marked(value: Noun) -> Noun:
    """The same noun; what is in a language of its own is left as it is."""
    made: Any = value
    if isinstance(value, Inline):
        made = (
            replace(value, text=value.text.replace(SEPARATOR, _TURNED)) if SEPARATOR in value.text else value
        )
    elif isinstance(value, tuple):
        made = tuple(map(_marked, value))
    elif is_dataclass(value) and not isinstance(value, type) and not getattr(value, "language", ""):
        nested: dict[str, Any] = {each.name: getattr(value, each.name) for each in fields(value)}
        held = {name: each for name, each in nested.items() if isinstance(each, tuple) or is_dataclass(each)}
        made = replace(value, **{name: _marked(each) for name, each in held.items()})
    return made  # type: ignore[no-any-return]
