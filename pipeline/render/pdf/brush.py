"""The brush: words, rules and pictures as PDF operators on one page."""

from __future__ import annotations

import contextlib
import io
import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.models.style import Style
from pipeline.render.pdf.faces import BOX
from pipeline.render.pdf.strips import Filled, Frag, Hatched, Jump, Op, Picture, Words

HATCH_STEP = 3.2


def number(value: float) -> str:
    """A PDF number, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


class Brush:
    """Draws on the pages of one canvas. Places are given from the top left of an origin on the page."""

    def __init__(self, canvas: Any, style: Style, targets: Mapping[str, int]) -> None:
        self._canvas = canvas
        self._colours = {name: _rgb(value) for name, value in style.colours}
        self._targets = targets
        self._x = self._y = 0.0

    def origin(self, x: float, y: float) -> None:
        """Count from `x` and `y` points, from the lower left corner of the sheet."""
        self._x, self._y = x, y

    def draw(self, ops: Iterable[Op], down: float) -> None:
        """Draw `ops`, moved down by `down` points."""
        for op in ops:
            match op:
                case Words():
                    self._words(op, down)
                case Filled():
                    self._filled(op, down)
                case Hatched():
                    self._hatched(op, down)
                case Picture():
                    self._picture(op, down)
                case Jump():
                    self._jump(op.link, (op.x, down + op.y, op.x + op.width, down + op.y + op.height))

    @contextlib.contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is no text of the Document: heads and feet, heads of tables said again.

        ISO 32000-1:2008, 14.8.2.2.
        """
        self._write("/Artifact BMC")
        yield
        self._write("EMC")

    def outline(self, x: float, y: float, width: float, height: float) -> None:
        """A thin rounded outline, as around a mark."""
        canvas = self._canvas
        canvas.setLineWidth(0.6)
        canvas.setStrokeColorRGB(*self._colours["ink"])
        canvas.roundRect(self._x + x, self._y - y - height, width, height, 1.5, stroke=1, fill=0)

    def _write(self, *operators: str) -> None:
        self._canvas._code.append(" ".join(operators))

    def _words(self, words: Words, down: float) -> None:
        if not words.frags:
            return
        self._write("BT")
        for frag in words.frags:
            x = self._x + frag.x
            y = self._y - down - words.y + frag.look.rise
            colour = " ".join(number(part) for part in self._colours[frag.look.colour])
            self._write(f"{colour} rg 1 0 0 1 {number(x)} {number(y)} Tm")
            if frag.look.hidden:
                self._write("3 Tr")
            self._show(frag)
            if frag.look.hidden:
                self._write("0 Tr")
        self._write("ET")
        for frag in words.frags:
            if not frag.look.hidden:
                self._around(frag, down + words.y)

    def _show(self, frag: Frag) -> None:
        """The stretch with its blanks widened; what the library cannot map carries its text beside it."""
        for beyond, chars in itertools.groupby(frag.text, key=lambda char: ord(char) > 0xFFFF):
            text = "".join(chars)
            if beyond:
                actual = text.encode("utf-16-be").hex().upper()
                self._write(f"/Span <</ActualText <FEFF{actual}>>> BDC")
                self._run(chr(BOX) * len(text), frag)
                self._write("EMC")
            else:
                self._run(text, frag)

    def _run(self, text: str, frag: Frag) -> None:
        """One stretch: its characters by subset of the font, moved together or apart where they need it."""
        canvas, font, size = self._canvas, frag.face.font, frag.look.size
        moves = _moves(text, frag)
        done = 0
        for subset, codes in font.splitString(text, canvas._doc):
            shown, start = [], 0
            for place in range(len(codes)):
                if move := moves[done + place]:
                    shown.append(f"({_escaped(codes[start : place + 1])}){number(-move)}")
                    start = place + 1
            if start < len(codes):
                shown.append(f"({_escaped(codes[start:])})")
            done += len(codes)
            name = font.getSubsetInternalName(subset, canvas._doc)
            self._write(f"{name} {number(size)} Tf [{''.join(shown)}] TJ")

    def _around(self, frag: Frag, down: float) -> None:
        """What belongs to words without being words: underlines and links."""
        look = frag.look
        width = frag.width
        if look.underline:
            self._filled(Filled(frag.x, 0, width, 0.5, look.colour), down + 1.4)
        area = (
            frag.x,
            down - look.rise - look.size * 0.95,
            frag.x + width,
            down - look.rise + look.size * 0.3,
        )
        if look.link:
            self._jump(look.link, area)
        elif look.address:
            left, top, right, bottom = area
            box = (self._x + left, self._y - bottom, self._x + right, self._y - top)
            self._canvas.linkURL(look.address, box, relative=0, thickness=0)

    def _jump(self, anchor: str, area: tuple[float, float, float, float]) -> None:
        """A link; one whose target is not in the Document is left out, its words stay."""
        if anchor in self._targets:
            left, top, right, bottom = area
            box = (self._x + left, self._y - bottom, self._x + right, self._y - top)
            self._canvas.linkRect("", anchor, box, relative=0, thickness=0)

    def _filled(self, bar: Filled, down: float) -> None:
        colour = " ".join(number(part) for part in self._colours[bar.colour])
        left, bottom = self._x + bar.x, self._y - down - bar.y - bar.height
        box = " ".join(number(value) for value in (left, bottom, bar.width, bar.height))
        self._write(f"{colour} rg {box} re f")

    def _hatched(self, bar: Hatched, down: float) -> None:
        colour = " ".join(number(part) for part in self._colours[bar.colour])
        left, bottom = self._x + bar.x, self._y - down - bar.y - bar.height
        inset = 0.3
        box = (left + inset, bottom + inset, bar.width - 2 * inset, max(bar.height - 2 * inset, 0.1))
        shape = " ".join(number(value) for value in box) + " re"
        self._write(f"q {colour} RG 0.6 w {shape} S {shape} W n")
        steps = int((bar.height + bar.width) / HATCH_STEP) + 1 if bar.lines else 0
        for step in range(steps):
            y = bottom - bar.width + step * HATCH_STEP
            ends = [number(v) for v in (left, y, left + bar.width, y + bar.width)]
            self._write(f"{ends[0]} {ends[1]} m {ends[2]} {ends[3]} l S")
        self._write("Q")

    def _picture(self, picture: Picture, down: float) -> None:
        from reportlab.lib.utils import ImageReader

        alternative = picture.alternative.encode("utf-16-be").hex().upper()
        self._write(f"/Span <</Alt <FEFF{alternative}>>> BDC")
        left, bottom = self._x + picture.x, self._y - down - picture.y - picture.height
        reader = ImageReader(io.BytesIO(picture.data))
        self._canvas.drawImage(reader, left, bottom, picture.width, picture.height)
        self._write("EMC")


def _moves(text: str, frag: Frag) -> list[float]:
    """For each character how much further the next one stands: kerning, and widened blanks; thousandths."""
    kern, codes = frag.face.kern, [ord(char) for char in text]
    moves: list[float] = [kern(left, right) for left, right in itertools.pairwise(codes)]
    moves.append(0.0)
    if frag.stretch:
        widening = frag.stretch * 1000 / frag.look.size
        for place, code in enumerate(codes):
            if code == 0x20:
                moves[place] += widening
    return moves


def _escaped(codes: bytes | Sequence[int]) -> str:
    """A PDF string: what is not plain ASCII as octal codes."""
    out = []
    for code in codes:
        char = chr(code)
        if char in "\\()":
            out.append("\\" + char)
        elif 32 <= code < 127:
            out.append(char)
        else:
            out.append(f"\\{code:03o}")
    return "".join(out)


def _rgb(colour: str) -> tuple[float, float, float]:
    value = int(colour.lstrip("#"), 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255
