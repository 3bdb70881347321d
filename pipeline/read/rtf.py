"""Read an rich text (.rtf) into passages."""

from __future__ import annotations

from pipeline.models.passages import FileKind, RawStatement


def read_rtf(data: bytes) -> RawStatement:
    """Read `data`."""
    return RawStatement(FileKind.RTF)
