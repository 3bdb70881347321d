"""Running heads, footers and page numbers: what repeats at the edge of pages, told from the text."""

from __future__ import annotations

import re
from collections import Counter

from pipeline.read.pdf.types import Line, PageText

EDGE = 0.16  # of the page's height, at the top and at the bottom
DEEPEST = 5  # rows at an edge that can be furniture
SHARE = 0.3  # of the pages: heads of left and right pages differ
PAGE_OF = re.compile(
    r"\b(?:page|p[aá]g(?:ina)?\.?|p\.|seite|стр(?:аница)?\.?|صفحة)?\s*\d{1,4}\s*"
    r"(?:of|de|sur|von|di|из|/|\|)\s*\d{1,4}\W*$",
    re.I,
)
PAGE_WORD = re.compile(r"^\W*(?:page|p[aá]g(?:ina)?\.?|p\.|seite|стр(?:аница)?\.?)\s*\d{1,4}\W*$", re.I)
NUMBER = re.compile(r"(\d{1,9})")
MAX_KEYS = 8
BARE = re.compile(r"^\W*(\d{1,4})\W*$")


def part_furniture(pages: list[PageText], lines: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The lines of the text, page by page, and the texts of heads, footers and page numbers."""
    edges = [_edges(page, found) for page, found in zip(pages, lines, strict=True)]
    counts = Counter[tuple[str, str]]()
    for page, edge in zip(pages, edges, strict=True):
        counts.update(
            {(side, key) for side, rows in edge.items() for row in rows for key in _keys(row, page)}
        )
    needed = max(2, round(SHARE * len(pages)))
    body, furniture = [], []
    for page, found, edge in zip(pages, lines, edges, strict=True):
        taken: set[int] = set()
        for side, rows in edge.items():
            for row in rows:
                repeated = any(counts[side, key] >= needed for key in _keys(row, page))
                if not repeated and not _is_number(row, page, side, len(pages)):
                    break
                taken.update(id(line) for line in row)
        body.append([line for line in found if id(line) not in taken])
        furniture += [line.text for line in found if id(line) in taken]
    return body, furniture


def _edges(page: PageText, lines: list[Line]) -> dict[str, list[list[Line]]]:
    """The outermost rows at the top and at the bottom, from the edge inwards."""
    if not lines or page.height <= 0:
        return {}
    upright = [line for line in lines if not line.turned]
    rows: dict[float, list[Line]] = {}
    for line in sorted(upright, key=lambda line: line.y):
        near = next((y for y in rows if abs(y - line.y) < 3), line.y)
        rows.setdefault(near, []).append(line)
    low, high = page.floor + EDGE * page.height, page.floor + (1 - EDGE) * page.height
    heights = sorted(rows)
    bottom = [rows[y] for y in heights[:DEEPEST] if y <= low]
    top = [rows[y] for y in reversed(heights[-DEEPEST:]) if y >= high]
    return {"top": top, "bottom": bottom}


def _keys(row: list[Line], page: PageText) -> set[str]:
    """What the row has in common with its likes on other pages.

    Each number is either the same on every page or counts with the pages: "19 Id." and "25 Id." are notes.
    """
    ordered = sorted(row, key=lambda line: line.x0)
    if ordered[0].spans[:1] and ordered[0].spans[0].raised:
        return set()
    parts = NUMBER.split(" ".join(line.text for line in ordered).casefold())
    keys = {parts[0]}
    for number, rest in zip(parts[1::2], parts[2::2], strict=True):
        forms = {number, f"#{int(number) - page.number}"} if len(keys) < MAX_KEYS else {number}
        keys = {key + form + rest for key in keys for form in forms}
    return keys


def _is_number(row: list[Line], page: PageText, side: str, pages: int) -> bool:
    """Whether the row is a page number by its form."""
    text = " ".join(line.text for line in row)
    if len(text) > 80:
        return False
    bare = BARE.match(text)
    if bare:
        return int(bare[1]) == page.number and (side == "bottom" or pages > 1)
    return bool(PAGE_WORD.match(text) or PAGE_OF.search(text))
