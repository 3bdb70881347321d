"""Small makers of runs: the pack's own words with their roles, links and page numbers."""

from __future__ import annotations

import string
from collections.abc import Iterable, Sequence

from pipeline.models.document import Cell, Direction, Inline, InlineRole, Inlines, Label, Paragraph, Role

Gap = str | int | Inline | Inlines


def plain(text: str, role: InlineRole = "", link: str = "") -> Inlines:
    """`text` as one run, nothing if it is empty."""
    return (Inline(text, role=role, link=link),) if text else ()


def strong(text: str, link: str = "") -> Inlines:
    """`text` in semibold."""
    return plain(text, "strong", link)


def muted(text: str) -> Inlines:
    """`text` in grey."""
    return plain(text, "muted")


def page_of(anchor: str) -> Inline:
    """The page number of `anchor`, linked to it."""
    return Inline("", page_of=anchor, link=anchor)


def compose(pattern: str, role: InlineRole = "", /, **gaps: Gap) -> Inlines:
    """A sentence with {gaps}, of which some are runs of their own (a page number, a bold name)."""
    made: list[Inline] = []
    for literal, name, _, _ in string.Formatter().parse(pattern):
        made += plain(literal, role)
        if name is not None:
            made += _filled(gaps[name], role)
    return tuple(made)


def _filled(gap: Gap, role: InlineRole) -> Inlines:
    if isinstance(gap, Inline):
        return (gap,)
    return gap if isinstance(gap, tuple) else plain(str(gap), role)


def joined(pieces: Iterable[Inlines], separator: str = " · ", role: InlineRole = "") -> Inlines:
    """The pieces that are not empty, with `separator` between them."""
    made: list[Inline] = []
    for piece in pieces:
        if piece and made:
            made.append(Inline(separator, role=role))
        made += piece
    return tuple(made)


def paragraph(inlines: Inlines, role: Role = "own", *, anchor: str = "", keep: bool = False) -> Paragraph:
    """A paragraph in the pack's own words."""
    return Paragraph(inlines, role, anchor, keep=keep)


def head_row(titles: Iterable[str]) -> tuple[Cell, ...]:
    """The row that repeats on every page of a table."""
    return tuple(Cell((paragraph(plain(title), "small"),), header=True) for title in titles)


def quoted(text: str, language: str, labels: Sequence[Label] = ()) -> tuple[Paragraph, ...]:
    """A speaker's words outside the statement, one paragraph for each of its lines."""
    lines = [line for line in text.split("\n") if line.strip()]
    side = direction(language)
    return tuple(
        Paragraph(
            plain(line), "text", labels=tuple(labels) if not index else (), language=language, direction=side
        )
        for index, line in enumerate(lines)
    )


def direction(language: str) -> Direction:
    """ "rtl" for a language written from right to left."""
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"


_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ps", "ug", "ur", "yi"})
