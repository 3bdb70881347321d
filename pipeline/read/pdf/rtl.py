"""Arabic and Hebrew out of PDF: letters of ligatures in their order, brackets the right way round."""

from __future__ import annotations

import re

from pipeline.read.pdf.types import Glyph

RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
INSIDE = ".,:/-"
# PDFium turns the letters of right-to-left text, also those that one ligature stands for.
LAM_ALEF = re.compile("^[\u0622\u0623\u0625\u0627]\u0644$")
ALLAH = "\u0647\u0644\u0644"
SWAP = str.maketrans("()[]{}", ")(][}{")
RIGHT_WAY = re.compile(r"(?:(?<=\s)|^)[(\[{](?=\S)|(?<=\S)[)\]}](?=\s|[.,;:،؛]|$)")
WRONG_WAY = re.compile(r"(?:(?<=\s)|^)[)\]}](?=\S)|(?<=\S)[(\[{](?=\s|[.,;:،؛]|$)")


def ligature(text: str) -> str:
    """The letters of one glyph in the order in which they are read."""
    return text[::-1] if LAM_ALEF.match(text) or text == ALLAH else text


def runs(glyphs: list[Glyph]) -> list[tuple[int, Glyph]]:
    """For each glyph the number of its run, and a glyph with the edges of that run.

    Numbers and Latin words run from left to right within a line that runs from right to left: what stands
    before them is beside their far end.
    """
    numbers: list[int] = []
    for place, glyph in enumerate(glyphs):
        inner = glyph.char in INSIDE and 0 < place < len(glyphs) - 1 and _is_ltr(glyphs[place + 1])
        goes_on = place > 0 and _is_ltr(glyphs[place - 1]) and (_is_ltr(glyph) or inner)
        if place > 1 and _is_ltr(glyph) and glyphs[place - 1].char in INSIDE:
            goes_on = goes_on or _is_ltr(glyphs[place - 2])
        numbers.append(numbers[-1] if goes_on else place)
    edges: dict[int, tuple[float, float]] = {}
    for number, glyph in zip(numbers, glyphs, strict=True):
        x0, x1 = edges.get(number, (glyph.x0, glyph.x1))
        edges[number] = (min(x0, glyph.x0), max(x1, glyph.x1))
    return [
        (number, Glyph(glyph.char, *edges[number], glyph.order))
        for number, glyph in zip(numbers, glyphs, strict=True)
    ]


def _is_ltr(glyph: Glyph) -> bool:
    char = glyph.char[:1]
    return char.isalnum() and not RTL.match(char)


def brackets_are_turned(line: str) -> bool:
    """Whether the brackets of a right-to-left line stand the wrong way round: ")word("."""
    return len(WRONG_WAY.findall(line)) > len(RIGHT_WAY.findall(line))
