"""Comments and form fields that lie on a page: counted, never read."""

from __future__ import annotations

from typing import Any

from pipeline.read.pdf.types import PageText

MAX_ANNOTATIONS = 5_000
COMMENTS = frozenset((1, 3, 9, 10, 11, 12, 13, 14, 15))  # FPDF_ANNOT_*: notes, marks, stamps, ink
WIDGET = 20


def count_annotations(page: Any, found: PageText) -> None:
    """Write the numbers of comments and form fields of the open PDFium `page` into `found`."""
    from pypdfium2 import raw

    for index in range(min(max(0, raw.FPDFPage_GetAnnotCount(page)), MAX_ANNOTATIONS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        found.comments += kind in COMMENTS
        found.fields += kind == WIDGET
