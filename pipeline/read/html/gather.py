"""Gather the words of a web page until a block begins or ends, and write them as that block."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.models.passages import Run
from pipeline.read.blocks import Block, BlockWriter, Cell
from pipeline.read.collect import Collector
from pipeline.read.html.lists import Item
from pipeline.read.html.looks import BLACK, WHITE, Colour, Style, is_black, lost
from pipeline.read.look import PLAIN, Look
from pipeline.read.marks import split_marker
from pipeline.read.noticed import Noticed
from pipeline.read.symbols import symbols

_BLANKS = re.compile(r"[ \t\n\r\f]+")
# No-break blanks that only push words apart; a single one between words is the author's.
_PUSHING = re.compile("(?:[ ]\u00a0|\u00a0[ ]|\u00a0\u00a0)[\u00a0 ]*")
_WHITE = "\u00a0 \n"


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a piece of text. `contents`: an entry of a list of contents; `level`: how deep it is."""

    look: Look = PLAIN
    colour: Colour = BLACK
    ground: Colour = WHITE
    parted: bool = False
    symbols: bool = False
    link: str = ""
    heading: int = 0
    quotation: bool = False
    cell: Cell | None = None
    depth: int = 0
    pre: bool = False
    contents: bool = False
    level: int = 0

    def styled(self, style: Style) -> Where:
        """The same with what a style adds to it."""
        return replace(
            self,
            look=self.look if style.look is PLAIN else style.look.over(self.look),
            colour=style.colour or self.colour,
            ground=style.ground or self.ground,
            parted=style.parted,
            symbols=self.symbols if style.symbols is None else style.symbols,
            pre=self.pre or style.pre,
        )

    def seen(self) -> Look:
        """The look of its letters, which says whether they can be told from their ground."""
        if not lost(self.colour, self.ground):
            return self.look
        black = is_black(self.colour) and is_black(self.ground) and not self.look.hidden
        return replace(self.look, blacked=True) if black else replace(self.look, hidden=True)


class Gatherer:
    """The words met since the last block ended. `item`: the item of a list whose first words are awaited."""

    def __init__(self, writer: BlockWriter, collector: Collector, noticed: Noticed) -> None:
        self._writer = writer
        self._out = collector
        self._noticed = noticed
        self._runs: list[Run] = []
        self._capitals = True
        self.item: Item | None = None

    def text(self, text: str | None, where: Where) -> None:
        """Keep words that show, count those that do not."""
        if not text:
            return
        text = text.replace("\r\n", "\n") if where.pre else _BLANKS.sub(" ", text)
        look = where.seen()
        if text.strip(_WHITE) and not self._noticed.shows(look, backed=True):
            if left := self._noticed.unseen(text, look):
                self._runs.append(look.run(left, where.link))
            return
        if where.symbols:
            text = symbols(text)
        self._capitals = self._capitals and not look.small(text)
        self._runs.append(look.run(text, where.link))

    def note(self, mark: str) -> None:
        """A note is called here."""
        self._runs.append(Run("", note=mark))

    def line_break(self, where: Where) -> None:
        """A line ends; a second one right behind it ends the paragraph."""
        for run in reversed(self._runs):
            if run.note:
                break
            if run.text.strip(" \u00a0"):
                if run.text.endswith("\n"):
                    self.flush(where)
                break
        self._runs.append(Run("\n"))

    def flush(self, where: Where) -> None:
        """Write the words that have gathered as a block of what encloses them, typed lists line by line."""
        gathered, self._runs = self._runs, []
        capitals, self._capitals = self._capitals, True
        runs = self._out.runs(_tight(gathered))
        if not any(run.note or run.text.strip(_WHITE) for run in runs):
            return
        for line in _typed_lines(runs):
            self._write(line, where, capitals)

    def _write(self, runs: tuple[Run, ...], where: Where, capitals: bool) -> None:
        text = "".join(run.text for run in runs)
        item, self.item = self.item, None
        if where.contents:
            self._out.set_aside(text)
            return
        if item is not None and not item.drawn and split_marker(text, set())[0]:
            item = None  # its author typed the marker that the style takes away
        marker, depth = (item.marker, item.depth) if item is not None and item.marker else ("", 0)
        self._writer.write(Block(runs, where.heading, marker, depth, where.quotation, capitals), where.cell)


def _typed_lines(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """`runs` parted at the line breaks before typed markers ("1. ...<br>2. ...")."""
    lines: list[list[Run]] = [[]]
    seen: set[str] = set()
    for run in runs:
        pieces = run.text.split("\n")
        for number, piece in enumerate(pieces):
            opens = number > 0 and bool(split_marker(piece, seen)[0])
            if opens:
                lines.append([])
            if number or piece or run.note:
                lines[-1].append(replace(run, text=piece if opens or not number else f"\n{piece}"))
    return [tuple(line) for line in lines if line]


def _tight(runs: list[Run]) -> list[Run]:
    """`runs` without no-break blanks that only push words apart, or begin or end the block."""
    found = [replace(run, text=_PUSHING.sub(" ", run.text)) if "\u00a0" in run.text else run for run in runs]
    for place in range(len(found)):
        found[place] = replace(found[place], text=found[place].text.lstrip("\u00a0 "))
        if found[place].text or found[place].note:
            break
    for place in reversed(range(len(found))):
        found[place] = replace(found[place], text=found[place].text.rstrip("\u00a0 "))
        if found[place].text or found[place].note:
            break
    return found
