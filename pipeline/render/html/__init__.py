"""The HTML writer: one Document in, one self-contained file out, for phones and screen readers."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.models.document import Document
from pipeline.models.style import Style

__all__ = ["render_html"]


def render_html(document: Document, style: Style, pages: Mapping[str, int]) -> bytes:
    """`document` as one HTML file in UTF-8: no script, nothing fetched, pictures inside it.

    It follows WCAG 2.2, level AA (W3C, 2023), reads at 320 CSS pixels and prints on A4. `pages` gives for
    each anchor its page in the printed pack: the contents and the references show it. Same input, same bytes.
    """
    from pipeline.render.html.page import write_page

    return write_page(document, style, pages)
