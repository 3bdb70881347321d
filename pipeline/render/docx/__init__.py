"""The Word writer: one Document in, the bytes of a .docx file out."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.models.document import Document
from pipeline.models.letterhead import Letterhead
from pipeline.models.style import Style

__all__ = ["render_docx"]


def render_docx(
    document: Document, style: Style, pages: Mapping[str, int], letterhead: Letterhead | None = None
) -> bytes:
    """`document` as a Word file (ECMA-376, 5th edition, transitional), looking as `style` says.

    `pages` gives for each anchor its page in the printed pack: the contents and the page references show
    it until Word counts its own pages. With a `letterhead` the page, the looks of styles, heads and feet
    are the organisation's, ours stand inside of them. Same input, same bytes; no clock, no user, no machine
    in them. Raises OutputError where a font of `style` is not installed.
    """
    from pipeline.render.docx.package import write_package

    return write_package(document, style, pages, letterhead)
