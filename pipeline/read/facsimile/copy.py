"""Pages of a fact sheet as a PDF of their own that has nothing but what they draw."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import FloatObject, NameObject, NumberObject, RectangleObject

from pipeline.read.facsimile.keeps import Kept, judge
from pipeline.read.facsimile.layers import Layers
from pipeline.read.facsimile.objects import Copier
from pipeline.read.limits import Refused

__all__ = ["copied"]

LEAST_SIDE, GREATEST_SIDE = 72.0, 14_400.0


def copied(data: bytes, chosen: Sequence[int]) -> tuple[bytes, Kept]:
    """The pages `chosen` (from 1) of the file `data`, and what they keep of PDF/A-2. Raises Refused."""
    try:
        return _copied(data, chosen)
    except Refused:
        raise
    except Exception:  # pypdf raises whatever it does not take; PDFium takes more, and has read this file
        return _copied(_rewritten(data), chosen)


def _rewritten(data: bytes) -> bytes:
    """The file as PDFium understands it, written anew and not encrypted."""
    import pypdfium2

    file, out = pypdfium2.PdfDocument(data), io.BytesIO()
    try:
        file.save(out, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
    finally:
        file.close()
    return out.getvalue()


def _copied(data: bytes, chosen: Sequence[int]) -> tuple[bytes, Kept]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("FI05")
    root = reader.root_object
    target: Any = PdfWriter()
    copier = Copier(reader, target, Layers(root))
    for number in chosen:
        _add(reader.pages[number - 1], target, copier)
    kept = judge(copier.seen, target)
    out = io.BytesIO()
    target.write(out)
    return out.getvalue(), kept


def _add(page: Any, target: Any, copier: Copier) -> None:
    """A page with its operators, the visible part of its paper and the way it is turned."""
    left, bottom, right, top = _seen(page)
    contents, resources = copier.page(page)
    made = target.add_blank_page(width=right - left, height=top - bottom)
    made[NameObject("/MediaBox")] = RectangleObject((left, bottom, right, top))
    made[NameObject("/Contents")] = target._add_object(contents)
    made[NameObject("/Resources")] = resources
    turned = page.rotation % 360
    if turned % 90:
        raise Refused("FS02", reason="a page is turned by an angle that is not allowed")
    if turned:
        made[NameObject("/Rotate")] = NumberObject(turned)


def _seen(page: Any) -> tuple[float, float, float, float]:
    """The part of the page that is shown: the crop box within the media box."""
    media, crop = _ordered(page.mediabox), _ordered(page.cropbox)
    box = (
        *(max(one, other) for one, other in zip(media[:2], crop[:2], strict=True)),
        *(min(one, other) for one, other in zip(media[2:], crop[2:], strict=True)),
    )
    left, bottom, right, top = (float(FloatObject(round(value, 3))) for value in box)
    sides = right - left, top - bottom
    if not all(LEAST_SIDE <= side <= GREATEST_SIDE for side in sides):
        raise Refused("FS02", reason=f"a page of it is {sides[0]:.0f} by {sides[1]:.0f} points large")
    return left, bottom, right, top


def _ordered(box: Any) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
