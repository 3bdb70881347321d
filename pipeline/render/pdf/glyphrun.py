"""Glyph runs: the operators that draw a stretch of shaped text, in an order that readers make words of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import bidirectional

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.composite import code_of, resource
from pipeline.render.pdf.glyphs import Cluster, GlyphFace
from pipeline.render.pdf.notation import number
from pipeline.render.pdf.strips import Frag

MARK = "\u200f"
"""RIGHT-TO-LEFT MARK: has no width and no look."""

SIGNS = frozenset({"CS", "ES", "ET"})
"""Separators, signs and terminators of figures, as Unicode classes them."""

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
        codes = [f"{code_of(cluster, face, book):04X}" for cluster in _meant(clusters, frag, (word, at))]
        shown = _shown(clusters, extra, codes, (frag.level % 2 == 1, size, face.units))
        yield f"1 0 0 1 {number(pen)} {number(y)} Tm {shown}"
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
    return face.clusters(text, frag.level % 2 == 1, (before, after))


def _meant(clusters: Sequence[Cluster], frag: Frag, word: tuple[str, int]) -> list[Cluster]:
    """The clusters with the marks of direction that their text has in the file.

    pdftotext takes the signs of figures (".:,/%") for figures, and puts what stands to the left of one on
    its other side, up to the next letter or mark that runs to the left.
    """
    text, at = word
    end = at + len(text)
    texts = [cluster.text for cluster in clusters]
    rtl = frag.level % 2 == 1
    for place, own in enumerate(texts if rtl else ()):
        after = clusters[place - 1].text[0] if place else frag.text[end : end + 1]
        if bidirectional(own[0]) in SIGNS and (not after or bidirectional(after) not in ("R", "AL")):
            texts[place] = own + MARK
    first, last = (len(texts) - 1, 0) if rtl else (0, len(texts) - 1)
    if at == 0:
        texts[first] = frag.told[0] + texts[first]
    if end == len(frag.text):
        texts[last] += frag.told[1]
    return [cluster._replace(text=shown) for cluster, shown in zip(clusters, texts, strict=True)]


def _gaps(frag: Frag, at: int, count: int) -> tuple[float, ...]:
    return frag.gaps[at : at + count] if frag.gaps else ()


def _shown(
    clusters: Sequence[Cluster], gaps: Sequence[float], codes: Sequence[str], shown: tuple[bool, float, float]
) -> str:
    """One show operator; gaps stand after the last character of a cluster, on the side where it goes on.

    `shown`: whether it runs to the left, the size in points, and a font unit in thousandths of the size.
    """
    rtl, size, unit = shown
    if not any(gaps) and not any(cluster.before or cluster.after for cluster in clusters):
        return f"<{''.join(codes)}> Tj"
    at = sum(len(cluster.text) for cluster in clusters) if rtl else 0
    parts: list[str] = []
    waiting = 0.0
    for cluster, code in zip(clusters, codes, strict=True):
        start = at - len(cluster.text) if rtl else at
        gap = sum(gaps[start : start + len(cluster.text)]) * 1000 / size
        at = start if rtl else start + len(cluster.text)
        move = waiting + cluster.before * unit + gap * rtl
        parts.append(f"{number(-move)}<{code}>" if move else f"<{code}>")
        waiting = cluster.after * unit + gap * (not rtl)
    last = number(-waiting) if waiting else ""
    return f"[{''.join(parts)}{last}] TJ".replace("><", "")
