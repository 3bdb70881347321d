"""One Document in; PDF, DOCX and HTML out. And the tables of recommendations and the session's calendar.

The writers and their libraries are loaded when they are first called: `presession --help` starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.render.calendar import render_calendar
    from pipeline.render.docx import render_docx
    from pipeline.render.html import render_html
    from pipeline.render.html.status import render_status
    from pipeline.render.labelled import render_labelled
    from pipeline.render.pdf import count_pages, render_booklet, render_pdf
    from pipeline.render.tables import render_tables

__all__ = [
    "count_pages",
    "render_booklet",
    "render_calendar",
    "render_docx",
    "render_html",
    "render_labelled",
    "render_pdf",
    "render_status",
    "render_tables",
]

_ROOMS = {
    "count_pages": "pipeline.render.pdf",
    "render_booklet": "pipeline.render.pdf",
    "render_calendar": "pipeline.render.calendar",
    "render_docx": "pipeline.render.docx",
    "render_labelled": "pipeline.render.labelled",
    "render_html": "pipeline.render.html",
    "render_pdf": "pipeline.render.pdf",
    "render_status": "pipeline.render.html.status",
    "render_tables": "pipeline.render.tables",
}


def __getattr__(name: str) -> Any:
    """Load the room of a writer when somebody asks for it."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import importlib

    return getattr(importlib.import_module(_ROOMS[name]), name)
