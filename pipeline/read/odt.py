"""Read an OpenDocument text (.odt) into passages."""

from __future__ import annotations

from pipeline.models.passages import FileKind, RawStatement


def read_odt(data: bytes) -> RawStatement:
    """Read `data`."""
    return RawStatement(FileKind.ODT)
