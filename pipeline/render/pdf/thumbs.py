"""The thumb index of a long pack: on its outer edge every part has a dark tab at a height of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.models.document import Heading, Inline, Part
from pipeline.models.style import Style
from pipeline.render.pdf.blocks import plain
from pipeline.render.pdf.brush import PAPER, Brush
from pipeline.render.pdf.faces import faces_of
from pipeline.render.pdf.lines import Line, one_line
from pipeline.render.pdf.pages import Page
from pipeline.render.pdf.strips import Filled
from pipeline.render.pdf.words import Setting

WIDTH, PAD, GAP = 27.0, 6.0, 3.0
BASELINE = 19.0
"""How far the feet of the letters are from the edge, in points: printers leave the outermost 5 mm white."""

LEAST, MOST = 40.0, 92.0
"""How high a tab is, in points. Where there are too many for the edge they begin again at its top."""

Tabs = dict[int, tuple[int, str]]


@dataclass(frozen=True)
class Thumbs:
    """The tabs of one file: for every part (by identity) its place from the top and its words."""

    tabs: Tabs
    height: float

    def draw(self, brush: Brush, page: Page, style: Style, at_left: bool) -> None:
        """The tab of `page`, if its part has one, at the left or right edge of the sheet."""
        if id(page.part) not in self.tabs or page.blank:
            return
        place, words = self.tabs[id(page.part)]
        top = style.page.height - style.page.top - place * self.height
        brush.origin(0.0 if at_left else style.page.width - WIDTH, top)
        brush.rules((Filled(0, 0, WIDTH, self.height - GAP, "ink"),), 0)
        line = _fitted(words, style, self.height - GAP - 2 * PAD)
        edge = BASELINE if at_left else style.page.width - BASELINE + line.height / 2
        with brush.upward(edge, top - self.height + GAP + PAD):
            brush.draw((line.words._replace(y=0.0),), 0)


def thumbs_of(pages: Sequence[Page], style: Style) -> Thumbs:
    """The tabs of `pages`; none where there are no more of them than style.yaml says."""
    if not style.thumb_index or len(pages) <= style.thumb_index:
        return Thumbs({}, 0)
    parts = list({id(page.part): page.part for page in pages if not page.blank}.values())
    named = [(part, words) for part in parts if (words := _words(part))]
    edge = style.page.height - style.page.top - style.page.bottom
    height = min(max(edge / max(len(named), 1), LEAST), MOST)
    places = max(int(edge / height), 1)
    tabs = {id(part): (number % places, words) for number, (part, words) in enumerate(named)}
    return Thumbs(tabs, height)


def _words(part: Part) -> str:
    """What the tab says: the part's first listed heading; a cover has no tab."""
    if not part.running:
        return ""
    headings = [block for block in part.blocks if isinstance(block, Heading) and block.listed]
    return next((block.bookmark or plain(block.inlines) for block in headings), "")


def _fitted(words: str, style: Style, room: float) -> Line:
    """The words on one line, as many letters of them as there is room for."""
    setting = Setting(replace(style.text("mark"), colour=PAPER, size=7.5), faces_of(style), "", {})
    line = one_line((Inline(words),), setting)
    while line.width > room and len(words) > 1:
        words = words[:-1].rstrip(" …")
        line = one_line((Inline(f"{words}…"),), setting)
    return line
