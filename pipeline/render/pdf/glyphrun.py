"""Glyph runs: the operators that draw a stretch of shaped text, in an order that readers make words of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.composite import code_of, resource
from pipeline.render.pdf.glyphs import Cluster, GlyphFace
from pipeline.render.pdf.notation import number
from pipeline.render.pdf.strips import Frag

MARK = "\u200f"
"""RIGHT-TO-LEFT MARK: has no width and no look."""

WORD = re.compile("[^ ]+ ?| ")


def drawn(frag: Frag, face: GlyphFace, place: tuple[float, float], book: Book) -> Iterator[str]:
    """The stretch at `place`, points from the lower left corner of the sheet.

    Words come in reading order, the letters of each from left to right, as readers of pages expect it.
    """
    size = frag.look.size * face.scale
    yield f"/{resource(face, book)} {number(size)} Tf"
    x, y = place
    pen = x + frag.width if frag.level % 2 else x
    for word, at in _words(frag):
        clusters = _clusters(frag, face, (word, at))
        extra = _gaps(frag, at, len(word))
        advance = face.advance(clusters) * frag.look.size / 1000 + sum(extra)
        if frag.level % 2:
            pen -= advance
        yield f"1 0 0 1 {number(pen)} {number(y)} Tm {_shown(clusters, extra, (frag, face, size), book)}"
        if not frag.level % 2:
            pen += advance


def _words(frag: Frag) -> Iterator[tuple[str, int]]:
    """The words with the blank after each, and where they begin; all at once where nothing is turned."""
    if frag.level % 2 == 0:
        yield frag.text, 0
        return
    for match in WORD.finditer(frag.text):
        yield match.group(), match.start()


def _clusters(frag: Frag, face: GlyphFace, word: tuple[str, int]) -> tuple[Cluster, ...]:
    text, at = word
    before = frag.context[0] if at == 0 else ""
    after = frag.context[1] if at + len(text) == len(frag.text) else ""
    clusters = face.clusters(text, frag.level % 2 == 1, (before, after))
    if frag.told and at == 0:
        first = clusters[-1]
        return (*clusters[:-1], first._replace(text=MARK + first.text))
    return clusters


def _gaps(frag: Frag, at: int, count: int) -> tuple[float, ...]:
    return frag.gaps[at : at + count] if frag.gaps else ()


def _shown(
    clusters: Sequence[Cluster], gaps: Sequence[float], shown: tuple[Frag, GlyphFace, float], book: Book
) -> str:
    """One show operator; gaps stand after the last character of a cluster, on the side where it goes on."""
    frag, face, size = shown
    rtl = frag.level % 2 == 1
    if not any(gaps):
        return f"<{''.join(f'{code_of(cluster, face, book):04X}' for cluster in clusters)}> Tj"
    lengths = [len(cluster.text.removeprefix(MARK) if frag.told else cluster.text) for cluster in clusters]
    at = sum(lengths) if rtl else 0
    parts: list[str] = []
    for cluster, length in zip(clusters, lengths, strict=True):
        start = at - length if rtl else at
        gap = sum(gaps[start : start + length]) * 1000 / size
        at = start if rtl else start + length
        code = f"<{code_of(cluster, face, book):04X}>"
        parts.append((f"{number(-gap)}{code}" if rtl else f"{code}{number(-gap)}") if gap else code)
    return f"[{''.join(parts)}] TJ".replace("><", "")
