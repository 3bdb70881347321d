"""Fact sheets made from nothing, sound ones and odd ones; every word in them is a sample."""

from __future__ import annotations

import functools
import io
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import pypdf
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from pipeline.models.document import Document, Furniture, Heading, Inline, Paragraph, Part
from tests.bad import documents
from tests.render.pdf_style import default_style

WORDS = (
    "SAMPLE fact sheet of the Sample Centre",
    "Court fees are paid in advance in four of five sample districts.",
    "Legal aid reaches one sample household in nine.",
)
CANARY = "canary-7f3a"
"""Stands in everything of a fact sheet that must not get into a pack."""


@functools.cache
def embedded(pages: int = 2) -> bytes:
    """A sound sheet with embedded fonts and bookmarks: one that this program itself has set."""
    from pipeline.render import render_pdf

    parts = tuple(
        Part(
            f"sheet-{number}",
            (
                Heading(1, (Inline(f"Sample chapter {number}"),), f"chapter-{number}"),
                *(Paragraph((Inline(f"{words} Page {number}."),)) for words in WORDS),
                Heading(2, (Inline(f"Sample section {number}"),), f"section-{number}"),
                Paragraph((Inline(f"The words of section {number} stand below its heading."),)),
            ),
        )
        for number in range(1, pages + 1)
    )
    document = Document("A sample sheet", "en", parts, Furniture((), page_of=""), author="Sample Author")
    return render_pdf(document, default_style()).data


def loose(*lines: str) -> bytes:
    """One page in Helvetica, which is not embedded."""
    return documents.pdf(lambda canvas: documents.text(canvas, lines=lines or WORDS))


def drawn(content: str, resources: dict[str, Any] | None = None, **page: Any) -> bytes:
    """One page of these operators; /F1 is Helvetica. `page` are further entries of the page."""
    writer: Any = pypdf.PdfWriter()
    made = writer.add_blank_page(width=595, height=842)
    stream = DecodedStreamObject()
    stream.set_data(content.encode("latin-1"))
    made[NameObject("/Contents")] = writer._add_object(stream)
    names = {"/Font": {"/F1": font(writer)}, **(resources or {})}
    made[NameObject("/Resources")] = entries(names)
    for key, value in page.items():
        made[NameObject(f"/{key}")] = value
    return written(writer)


def font(writer: Any) -> Any:
    """Helvetica, by its name alone."""
    return writer._add_object(entries({"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}))


def entries(values: Any) -> Any:
    """Python's own values as objects of a PDF; a text with a slash at its beginning is a name."""
    if isinstance(values, dict) and not isinstance(values, DictionaryObject):
        return DictionaryObject({NameObject(key): entries(value) for key, value in values.items()})
    if isinstance(values, list) and not isinstance(values, ArrayObject):
        return ArrayObject([entries(value) for value in values])
    if type(values) is str:
        return NameObject(values) if values.startswith("/") else TextStringObject(values)
    if type(values) is int:
        return NumberObject(values)
    return FloatObject(values) if type(values) is float else values


def said(words: str, x: int = 72, y: int = 700) -> str:
    """The operators that show `words`."""
    return f"BT /F1 14 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET"


def written(writer: Any) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    """The file after `change` of a writer that has all of it."""
    writer: Any = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    change(writer)
    return written(writer)


def laden() -> bytes:
    """A sound page that carries all that a PDF can carry beside what it draws, with a canary in each."""

    def load(writer: Any) -> None:
        page = writer.pages[0]
        writer.add_attachment("canary.txt", f"{CANARY} attachment".encode())
        script = writer._add_object(entries({"/S": "/JavaScript", "/JS": f"app.alert('{CANARY} script')"}))
        names = writer.root_object["/Names"].get_object()
        names[NameObject("/JavaScript")] = entries({"/Names": [f"{CANARY} name", script]})
        writer.add_metadata({"/Author": f"{CANARY} author", "/Subject": f"{CANARY} subject"})
        note = {
            **{"/Type": "/Annot", "/Subtype": "/Text", "/Rect": [10, 10, 30, 30]},
            **{"/Contents": f"{CANARY} note", "/T": f"{CANARY} who"},
        }
        leads = {"/S": "/URI", "/URI": f"https://{CANARY}.example/"}
        link = {"/Type": "/Annot", "/Subtype": "/Link", "/Rect": [10, 40, 30, 60], "/A": leads}
        page[NameObject("/Annots")] = entries([writer._add_object(entries(each)) for each in (note, link)])
        page[NameObject("/AA")] = entries({"/O": {"/S": "/JavaScript", "/JS": f"{CANARY} opening"}})
        page[NameObject("/PieceInfo")] = entries({"/Sample": {"/Private": f"{CANARY} private"}})
        page[NameObject("/Metadata")] = writer._add_object(stream(f"<x>{CANARY} description</x>"))
        page[NameObject("/Thumb")] = writer._add_object(stream(f"{CANARY} thumbnail"))
        writer.root_object[NameObject("/OpenAction")] = entries({"/S": "/Launch", "/F": f"{CANARY}.exe"})
        contents = page["/Contents"].get_object().get_data()
        marked = f"/Span <</ActualText ({CANARY} actual) /Alt ({CANARY} other)>> BDC % {CANARY} remark\n"
        page[NameObject("/Contents")] = writer._add_object(
            stream(marked.encode() + contents + b"\nEMC\n/Unused Do")
        )
        page["/Resources"][NameObject("/Properties")] = entries({"/P": {"/Title": f"{CANARY} property"}})
        unused = stream(f"BT ({CANARY} unused) Tj ET")
        unused.update(entries({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 9, 9]}))
        page["/Resources"][NameObject("/XObject")] = entries({"/Spare": writer._add_object(unused)})

    return changed(embedded(1), load)


def stream(text: str | bytes) -> Any:
    made = DecodedStreamObject()
    made.set_data(text.encode() if isinstance(text, str) else text)
    return made


def layered(off: str = "/OFF") -> bytes:
    """A page with words on a layer that is off, or with `off` "/ON" on one that is shown."""

    def add(writer: Any) -> None:
        layer = writer._add_object(entries({"/Type": "/OCG", "/Name": "Sample layer"}))
        writer.root_object[NameObject("/OCProperties")] = entries({"/OCGs": [layer], "/D": {off: [layer]}})
        writer.pages[0]["/Resources"][NameObject("/Properties")] = entries({"/L": layer})

    shown = said("The sample words that are shown.")
    hidden = said(f"{CANARY} words of a layer", y=600)
    return changed(drawn(f"{shown}\n/OC /L BDC\n{hidden}\n10 10 50 50 re f\nEMC"), add)


def turned(degrees: int) -> bytes:
    """A page of 400 by 600 points whose paper and visible part begin somewhere, turned; A stands upper left.

    It is as it is seen: the words run level whatever the angle is.
    """
    wide, high = 400, 600
    matrix = {
        0: f"1 0 0 1 {100 + 20} {200 + high - 40}",
        90: f"0 1 -1 0 {100 + 40} {200 + 20}",
        180: f"-1 0 0 -1 {100 + wide - 20} {200 + 40}",
        270: f"0 -1 1 0 {100 + wide - 40} {200 + high - 20}",
    }[degrees]
    upper = f"BT /F1 20 Tf {matrix} Tm (Upper left sample) Tj ET"
    paper = entries([0, 0, 800, 1000])
    seen = entries([100, 200, 100 + wide, 200 + high])
    return drawn(upper, MediaBox=paper, CropBox=seen, Rotate=NumberObject(degrees))


def with_photo(
    beside: bytes = b"", wrapped: bool = False, size: tuple[int, int] = (60, 40), share: float = 1
) -> bytes:
    """A page with words and a small JPEG that carries EXIF with a canary, `beside` after its end.

    `wrapped`: packed once more, as some programs do; `share` of it is there.
    """
    from PIL import Image

    exif = Image.Exif()
    exif[0x010E] = f"{CANARY} description"
    exif[0x013B] = f"{CANARY} photographer"
    out = io.BytesIO()
    Image.new("RGB", size, "#2266aa").save(out, "JPEG", exif=exif, comment=f"{CANARY} comment".encode())

    def add(writer: Any) -> None:
        picture: Any = EncodedStreamObject()
        data = out.getvalue()[: round(len(out.getvalue()) * share)] + beside
        picture._data = zlib.compress(data) if wrapped else data
        picture.update(
            entries(
                {
                    **{"/Type": "/XObject", "/Subtype": "/Image", "/Width": size[0], "/Height": size[1]},
                    **{"/ColorSpace": "/DeviceRGB", "/BitsPerComponent": 8},
                    "/Filter": ["/FlateDecode", "/DCTDecode"] if wrapped else "/DCTDecode",
                    "/Metadata": writer._add_object(stream(f"{CANARY} of the picture")),
                }
            )
        )
        page = writer.pages[0]
        page["/Resources"][NameObject("/XObject")] = entries({"/Photo": writer._add_object(picture)})
        contents = page["/Contents"].get_object().get_data() + b"\nq 60 0 0 40 72 100 cm /Photo Do Q"
        page[NameObject("/Contents")] = writer._add_object(stream(contents))

    return changed(embedded(1), add)


def many(pages: int, lines: Sequence[str] = WORDS) -> bytes:
    return documents.pdf(*[lambda canvas: documents.text(canvas, lines=lines)] * pages)
