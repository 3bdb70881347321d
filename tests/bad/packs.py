"""Small PDFs that break one rule for electronic bundles each; the good one breaks none."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from dataclasses import dataclass

PARTS = ("The first part", "The second part", "The third part", "The last part")
WORDS = "Sample words that stand on this page and can be searched, copied and read aloud."


@dataclass(frozen=True)
class Faults:
    """What is wrong with the PDF, nothing by default; `page` is the page that a fault is on."""

    unnumbered: tuple[int, ...] = ()
    prints: int = 0
    linked: bool = True
    bookmarks: bool = True
    scanned: bool = False
    turned: int = 0
    zoom: float = 1
    dots: int = 0
    loose: bool = False
    remark: bool = False
    count: int = 4
    page: int = 2


def pack(faults: Faults = Faults()) -> bytes:
    """A contents page and some more, with what `faults` says."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 595), pageCompression=0 if faults.loose else 1, invariant=1)
    for number in range(1, faults.count + 1):
        _page(canvas, number, faults)
        canvas.showPage()
    canvas.save()
    return _with_view(out.getvalue(), faults)


def _page(canvas, number: int, faults: Faults) -> None:  # type: ignore[no-untyped-def]
    canvas.bookmarkPage(f"p{number}", fit="XYZ", left=0, top=595, zoom=0)
    if faults.bookmarks:
        canvas.addOutlineEntry(f"Part {'abcdefghijklmnopqrstuvwxyz'[number - 1]}, {number}", f"p{number}", 0)
    canvas.setFont("Helvetica", 11)
    if number == 1:
        for line, title in enumerate(PARTS):
            target = min(line + 1, faults.count)
            canvas.drawString(50, 480 - 20 * line, title)
            canvas.drawRightString(370, 480 - 20 * line, str(target))
            if faults.linked or line != 1:
                canvas.linkRect("", f"p{target}", (50, 477 - 20 * line, 370, 491 - 20 * line), relative=0)
    for line in range(60 if faults.loose else 4):
        if not (faults.scanned and number == faults.page):
            canvas.drawString(50, 380 - 5 * line, WORDS)
    if number == faults.page:
        _faulty(canvas, faults)
    if number not in faults.unnumbered:
        canvas.drawRightString(
            370, 25, str(faults.prints if faults.prints and number == faults.page else number)
        )


def _faulty(canvas, faults: Faults) -> None:  # type: ignore[no-untyped-def]
    if faults.scanned or faults.dots:
        from PIL import Image
        from reportlab.lib.utils import ImageReader

        size = (420, 595) if faults.scanned else (72, 72)
        dots = faults.dots or 72
        noise = random.Random(1).randbytes(size[0] * size[1] * dots * dots // 5184)
        pixels = Image.frombytes("L", (size[0] * dots // 72, size[1] * dots // 72), noise)
        canvas.drawImage(ImageReader(pixels), 0 if faults.scanned else 50, 40, *size)
    if faults.turned:
        canvas.setPageRotation(faults.turned)
    if faults.remark:
        canvas.textAnnotation("A remark.", Rect=[60, 300, 80, 320], relative=0)


def _with_view(data: bytes, faults: Faults) -> bytes:
    """The PDF with a view at opening, compressed object by object as good programs do."""
    import pypdf
    from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    place = writer.pages[0].indirect_reference
    view = [place, NameObject("/XYZ"), NullObject(), NullObject(), FloatObject(faults.zoom)]
    writer.root_object[NameObject("/OpenAction")] = ArrayObject(view)
    if not faults.loose:
        for page in writer.pages:
            page.compress_content_streams()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


PACKS: dict[str, Callable[[], bytes]] = {
    "pack-without-a-page-number": lambda: pack(Faults(unnumbered=(3,))),
    "pack-without-any-number": lambda: pack(Faults(unnumbered=tuple(range(1, 21)), count=20)),
    "pack-numbered-otherwise": lambda: pack(Faults(prints=7)),
    "pack-with-a-remark-on-the-screen": lambda: pack(Faults(remark=True)),
    "pack-with-contents-that-lead-nowhere": lambda: pack(Faults(linked=False)),
    "pack-without-bookmarks": lambda: pack(Faults(bookmarks=False)),
    "pack-with-a-scanned-page": lambda: pack(Faults(scanned=True)),
    "pack-with-a-page-upside-down": lambda: pack(Faults(turned=180)),
    "pack-that-opens-enlarged": lambda: pack(Faults(zoom=2.5)),
    "pack-with-a-heavy-picture": lambda: pack(Faults(dots=600)),
    "pack-not-compressed": lambda: pack(Faults(loose=True)),
}
