"""A document with every block, for the tests of the tagged PDF."""

from __future__ import annotations

import functools
import io
from typing import Any

from pipeline.models.document import (
    Block,
    Cell,
    Contents,
    Document,
    Furniture,
    Heading,
    Image,
    Inline,
    Item,
    ItemList,
    Label,
    Note,
    Notes,
    Paragraph,
    Part,
    Portrait,
    Quote,
    Slot,
    Space,
    Table,
    Timeline,
)
from pipeline.models.rendered import RenderedPdf
from pipeline.render import render_pdf
from tests.render.pdf_style import default_style

LONG = (
    "The Government should ratify the Convention without further delay, publish disaggregated figures on its "
    "implementation every year, and consult organisations of persons concerned throughout the process. "
)
SPANISH = "El Gobierno debería ratificar la Convención sin más demora y publicar anualmente estadísticas desglosadas. "


def plain(text: str, **look: Any) -> tuple[Inline, ...]:
    return (Inline(text, **look),)


def paragraph(text: str = LONG, **fields: Any) -> Paragraph:
    return Paragraph(plain(text), **fields)


def cell(text: str, **fields: Any) -> Cell:
    return Cell((paragraph(text),) if text else (), **fields)


def head(*titles: str) -> tuple[Cell, ...]:
    return tuple(cell(title, header=True) for title in titles)


@functools.cache
def photo() -> bytes:
    from PIL import Image as Pixels

    stream = io.BytesIO()
    Pixels.new("RGBA", (40, 50), (120, 120, 120, 99)).save(stream, "PNG")
    return stream.getvalue()


def furniture() -> Furniture:
    return Furniture(
        (Inline("Tuvalu", role="strong"), Inline(" · UPR 30")),
        plain("12 April"),
        plain("UPR Info"),
        ("DRAFT",),
    )


def cover() -> Part:
    facts = Table(((cell("State"), cell("Tuvalu")), (cell("Room"), cell("XXIII"))), (1, 3), look="key")
    return Part("cover", (paragraph("Tuvalu", role="title"), facts), running=False)


def statement_blocks() -> tuple[Block, ...]:
    table = Table(
        (
            head("No.", "Words", "Page"),
            (cell("Centre", span=3),),
            *((cell(f"R{n}"), cell(LONG)) for n in range(4)),
        ),
        (1, 6, 1),
        head_rows=1,
        group_rows=frozenset({1}),
        summary="Recommendations",
    )
    items = (
        Item("1.", plain(LONG * 3)),
        Item("(a)", plain("Below."), 2),
        Item("(b)", ()),
        Item("2.", plain(LONG)),
    )
    called = Paragraph(
        (Inline("It ended."), Inline("1", note=True, link="n1", anchor="c1"), Inline(" Then."))
    )
    marked = Paragraph(
        (*plain(LONG * 2), Inline("Act now.", mark="R7")),
        labels=(Label("R7", "recommendation", "row", "place"),),
    )
    linked = Paragraph(
        (
            Inline("See "),
            Inline("UPR Info", address="https://www.upr-info.org/é"),
            Inline(", page "),
            Inline("", page_of="far"),
        ),
        anchor="row",
    )
    return (
        Heading(3, plain("Fair trial"), "trial", own=False),
        Heading(4, plain("2013"), "year", own=False),
        *(paragraph(LONG * 5) for _ in range(9)),
        marked,
        linked,
        called,
        ItemList(items),
        Quote((paragraph("Everyone is entitled to this."), paragraph("Without distinction."))),
        table,
        Table((head("Year", "Cases"), (Cell((paragraph("2013"), paragraph("2014"))), cell("12"))), (1, 1), 1),
        paragraph(SPANISH * 3, language="es"),
        Notes((Note("1", plain("A note of some words."), "n1", "c1"),)),
    )


def a_document(*more: Block) -> Document:
    """Cover, contents, an agenda with a photo, and a statement of several pages in English and Spanish."""
    agenda = (
        Heading(1, plain("Agenda"), "agenda"),
        Timeline(
            (Slot("10.00", 3, "3 min", plain("Opening")), Slot("10.03", 40, "40 min", plain("Dialogue")))
        ),
        Portrait(Image(photo(), 100, "Portrait of a sample speaker"), (paragraph("A bio.", role="own"),)),
        Space(2),
    )
    return Document(
        "Tuvalu: briefing pack",
        "en",
        (
            cover(),
            Part("contents", (Heading(1, plain("Contents"), listed=False), Contents(3))),
            Part("agenda", agenda),
            Part("statement", (Heading(1, plain("Statements")), *statement_blocks(), *more)),
            Part(
                "statement", (Heading(1, plain("Declaración"), "far"), paragraph(SPANISH * 40)), language="es"
            ),
        ),
        furniture(),
        author="UPR Info",
        subject="UPR — 30th session",
        keywords=("UPR", "Tuvalu"),
        created="2018-03-20",
    )


@functools.cache
def rendered() -> RenderedPdf:
    return render_pdf(a_document(), default_style())
