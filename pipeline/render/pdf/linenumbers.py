"""Line numbers beside the words of a page, to refer to in the room: they begin again on every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.models.document import Inline
from pipeline.models.style import Style
from pipeline.render.pdf.brush import Brush
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.lines import at_right, one_line
from pipeline.render.pdf.ordering import is_rtl
from pipeline.render.pdf.pages import Page, Set
from pipeline.render.pdf.strips import Op, Words
from pipeline.render.pdf.words import Setting

GAP = 9.0
"""Between a number and the words, in points."""

SAME_LINE = 3.0
"""Words whose baselines are nearer than this stand on one line, in points."""


def draw_line_numbers(brush: Brush, page: Page, style: Style, language: str) -> None:
    """Numbers beside the lines of `page`, each fifth or as style.yaml asks; a cover has none."""
    if not style.line_numbers or not page.part.running:
        return
    setting = Setting(style.text("foot"), faces_of(style), language, {}, rtl=is_rtl(language))
    for number, y in enumerate(line_places(page.sets), start=1):
        if number % style.line_numbers == 0:
            words = at_right(one_line((Inline(str(number)),), setting), -GAP).words
            brush.draw((words._replace(y=0.0),), y)


def line_places(sets: Sequence[Set]) -> list[float]:
    """The baselines of a page, from top to bottom, in points below the top of its type area."""
    places: list[float] = []
    for placed in sets:
        for y in _baselines(placed.strip.ops):
            if not places or placed.y + y > places[-1] + SAME_LINE:
                places.append(placed.y + y)
    return places


def _baselines(ops: Iterable[Op]) -> list[float]:
    """Those of the column that has most lines: a row of a table is as long as its longest cell."""
    columns: dict[int, set[float]] = {}
    for op in ops:
        if isinstance(op, Words) and op.frags:
            columns.setdefault(round(op.frags[0].x), set()).add(op.y)
    longest = max(columns.values(), key=len, default=set())
    return sorted(longest)
