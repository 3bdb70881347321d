"""Binding finished PDFs into one file to print: every part begins on a sheet of its own."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

UNDATED = "D:20000101000000Z"
PRODUCER = "presession"


def count_pages(data: bytes) -> int:
    """How many pages the PDF `data` has; one that this program made and whose checksum holds."""
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(data)).pages)


def bind(parts: Sequence[tuple[str, Sequence[bytes]]], title: str, duplex: bool) -> bytes:
    """One PDF of all parts: (what its bookmark says, its PDFs one after the other).

    Every PDF begins on a right-hand page where both sides are printed (`duplex`): a blank page goes before
    where it must. For printing alone: pages have no tags and no links any more. Same parts, same bytes.
    """
    import pypdf

    writer: Any = pypdf.PdfWriter()
    for name, files in parts:
        begin = None
        for data in files:
            if duplex and len(writer.pages) % 2:
                writer.add_blank_page()
            begin = len(writer.pages) if begin is None else begin
            for page in pypdf.PdfReader(io.BytesIO(data)).pages:
                _add(writer, page)
        if begin is not None:
            writer.add_outline_item(title=name, page_number=begin)
    dates = {"/CreationDate": UNDATED, "/ModDate": UNDATED}
    writer.add_metadata({"/Title": title, "/Producer": PRODUCER, "/Creator": PRODUCER, **dates})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _add(writer: Any, page: Any) -> None:
    """The page without what leads elsewhere: copied with it, that would bring its whole file along."""
    for key in ("/Annots", "/StructParents", "/Tabs"):
        page.pop(key, None)
    writer.add_page(page)
