"""Read an web page (.html) into passages."""

from __future__ import annotations

from pipeline.models.passages import FileKind, RawStatement


def read_html(data: bytes) -> RawStatement:
    """Read `data`."""
    return RawStatement(FileKind.HTML)
