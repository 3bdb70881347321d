"""Running heads and feet, page size and margins: the sections of the file."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pipeline.models.document import Furniture, Inlines
from pipeline.models.letterhead import AreaKind, Letterhead, PageKind
from pipeline.render.docx.letterhead import surround
from pipeline.render.docx.paragraphs import make_paragraph
from pipeline.render.docx.runs import field_runs, run, write_inlines
from pipeline.render.docx.writing import Voice, Writing
from pipeline.render.docx.xml import Element, props, qualified, rule, serialised, twips, w

if TYPE_CHECKING:
    from docx.opc.part import Part

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml."
HEAD_ABOVE, FOOT_BELOW = 43.0, 41.0
"""How far the top of the head and the bottom of the foot are from the type area, in points."""
COVER_RULE = 1.6
LETTER, CAPITAL = 0.5, 0.62
"""Mean widths of a letter and of a capital, in sizes of the text."""
MARK_EDGES = 4
"""Blanks and lines around a mark, in letters."""
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


class Sections:
    """Makes the heads and feet once and hands out the properties of sections that use them."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._references = [self._area(kind, pages) for pages in self._kinds() for kind in ("head", "foot")]

    def _kinds(self) -> Iterator[PageKind]:
        """The kinds of pages; left ones are of their own only where the letterhead has them so."""
        yield from ("default", "first")
        letterhead = self._writing.letterhead
        if letterhead and any(area.pages == "even" for area in letterhead.areas):
            yield "even"

    def _area(self, kind: AreaKind, pages: PageKind) -> tuple[str, str, Part]:
        """A head or foot: ours below that of the letterhead, or above it at the foot of the page."""
        writing = self._writing
        letterhead = writing.letterhead
        name = "header" if kind == "head" else "footer"
        part = self._part(f"{name}{_NUMBERS[pages]}")
        around = surround(writing, part, letterhead.area(kind, pages) if letterhead else None)
        ours = _ours(writing, kind, bare=pages == "first", numbered=_numbered(letterhead, pages))
        content = [*around, ours] if kind == "head" else [ours, *around]
        part._blob = serialised(w("hdr" if kind == "head" else "ftr", *content))
        return f"{name}Reference", pages, part

    def properties(self, *, running: bool) -> Element:
        """A section's properties. Without running heads its first page has the marks alone (a cover)."""
        page = self._writing.style.page
        parts = [self._reference(*reference) for reference in self._references]
        parts += [
            w("type", val="nextPage"),
            w("pgSz", w=twips(page.width), h=twips(page.height)),
            w("pgMar", **_margins(self._writing)),
            w("cols", space=720),
        ]
        if not running:
            parts.append(w("titlePg"))
        if self._writing.voice().rtl:
            parts.append(w("bidi"))
        return props("sectPr", parts)

    def _reference(self, name: str, kind: str, part: Part) -> Element:
        relation = "header" if name.startswith("header") else "footer"
        reference = w(name, type=kind)
        reference.set(qualified("r:id"), self._writing.story.relate_to(part, RELATION + relation))
        return reference

    def _part(self, name: str) -> Part:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        kind = name.rstrip("0123456789")
        return Part(PackURI(f"/word/{name}.xml"), f"{CONTENT}{kind}+xml", b"", self._writing.story.package)


_NUMBERS: Mapping[PageKind, int] = {"default": 1, "first": 2, "even": 3}


def _numbered(letterhead: Letterhead | None, pages: PageKind) -> bool:
    """Whether the letterhead numbers these pages itself."""
    areas = [letterhead.area(kind, pages) for kind in ("head", "foot")] if letterhead else []
    return any(area is not None and area.numbered for area in areas)


def _ours(writing: Writing, kind: AreaKind, *, bare: bool, numbered: bool) -> Element:
    """The pack's own head or foot; `bare`: on a cover; `numbered`: the page has its number already."""
    if kind == "head":
        return _bare_head(writing) if bare else _head(writing)
    return _foot(writing, bare=bare, numbered=numbered)


def _margins(writing: Writing) -> dict[str, int]:
    """Margins in twips; on mirrored pages Word takes left as inner and right as outer.

    What runs to the left is bound at the right: there the first page has its inner margin.
    """
    page, letterhead = writing.style.page, writing.letterhead
    left, right = (page.outer, page.inner) if writing.voice().rtl else (page.inner, page.outer)
    return {
        "top": twips(page.top),
        "right": twips(right),
        "bottom": twips(page.bottom),
        "left": twips(left),
        "header": twips(letterhead.header if letterhead else max(page.top - HEAD_ABOVE, 18)),
        "footer": twips(letterhead.footer if letterhead else max(page.bottom - FOOT_BELOW, 18)),
        "gutter": 0,
    }


def _head(writing: Writing) -> Element:
    furniture, voice = writing.document.furniture, writing.voice()
    content = [*write_inlines(writing, _unlinked(furniture.head_left), voice), w("r", w("tab"))]
    content += write_inlines(writing, _unlinked(furniture.head_right), voice)
    if furniture.marks and _room_needed(writing, furniture) > writing.line_width:
        content += [w("r", w("br")), w("r", w("tab"))]
    content += _marks(writing, furniture, voice)
    return make_paragraph("Header", content, voice, _underline(writing))


def _room_needed(writing: Writing, furniture: Furniture) -> float:
    """About how long the head is in points: half an em for a letter, a little more for those of marks."""
    said = sum(len(inline.text) for inline in (*furniture.head_left, *furniture.head_right))
    marks = sum(len(mark) + MARK_EDGES for mark in furniture.marks)
    style = writing.style
    return said * style.text("head").size * LETTER + marks * style.text("mark").size * CAPITAL


def _bare_head(writing: Writing) -> Element:
    """The head of a cover: the marks at the right above a strong rule."""
    voice = writing.voice()
    marks = _marks(writing, writing.document.furniture, voice)
    content = [w("r", w("tab")), *marks] if marks else []
    line = w("pBdr", rule("bottom", COVER_RULE, writing.style.colour("signal"), 3))
    return make_paragraph("Header", content, voice, line)


def _foot(writing: Writing, *, bare: bool, numbered: bool) -> Element:
    furniture, voice = writing.document.furniture, writing.voice()
    content = [] if bare else write_inlines(writing, _unlinked(furniture.foot_left), voice)
    if not numbered:
        content += [w("r", w("tab")), *_page_of(writing, furniture.page_of, voice)]
    return make_paragraph("Footer", content, voice)


def _page_of(writing: Writing, pattern: str, voice: Voice) -> list[Element]:
    """ "3 of 24" as fields; every other word of the pattern stands as it is."""
    shown = {"page": "1", "pages": str(max(writing.pages.values(), default=1))}
    runs: list[Element] = []
    for piece in re.split(r"(\{pages?\})", pattern):
        name = piece.strip("{}") if piece.startswith("{") else ""
        if name in _FIELDS:
            strong = [w("rStyle", val="Strong")] if name == "page" else []
            runs += field_runs(_FIELDS[name], shown[name], voice, *strong)
        elif piece:
            runs.append(run(piece, voice))
    return runs


def _marks(writing: Writing, furniture: Furniture, voice: Voice) -> list[Element]:
    """DRAFT, SAMPLE, PROVISIONAL: each in a thin frame."""
    runs: list[Element] = []
    for mark in furniture.marks:
        frame = rule("bdr", writing.style.rule, writing.style.colour("ink"))
        runs += [run("  ", voice), run(f"\u00a0{mark}\u00a0", voice, w("rStyle", val="Mark"), frame)]
    return runs


def _underline(writing: Writing) -> Element:
    return w("pBdr", rule("bottom", writing.style.rule, writing.style.colour("ink"), 3))


def _unlinked(inlines: Inlines) -> Inlines:
    """The words without links: a head is a part of its own and repeats on every page."""
    return tuple(dataclasses.replace(i, link="", address="", anchor="", page_of="") for i in inlines)
