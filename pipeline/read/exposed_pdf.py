"""Personal data in a PDF: properties, XMP, annotations, forms, attachments, scripts, pictures, text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pipeline.models.exposure import Exposed
from pipeline.read.exposed import in_words
from pipeline.read.exposed_image import in_image
from pipeline.read.limits import too_much
from pipeline.read.pdf.bytes import check_bytes

MOST_PAGES = 2_000
MOST_OBJECTS = 200_000
_IMAGE_BYTES = 50_000_000
# What only says with which program and when; ISO 32000-1, table 317.
_HARMLESS = frozenset({"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped", "/Title"})
_XMP_NAMES = re.compile(
    r"<(?:\w+:)?(creator|Author|contributor|publisher|OwnerName|ManagedFrom)\b[^>]*>(.*?)</", re.S
)
_TAGS = re.compile(r"<[^>]+>")
_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "action that starts a program",
    "/SubmitForm": "form that is sent",
    "/GoToR": "reference to another file",
    "/ImportData": "action that reads a file",
}


def in_pdf(data: bytes) -> Iterator[Exposed]:
    """Findings in a PDF. Raises Refused over a limit or where it is encrypted with a password."""
    import pypdf

    check_bytes(data)
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        from pipeline.read.limits import Refused

        raise Refused("FI05")
    for key, value in sorted((reader.metadata or {}).items()):
        if key in ("/Subject", "/Keywords"):
            yield from in_words(str(value), key.lstrip("/"))
        elif key not in _HARMLESS and str(value).strip():
            yield Exposed("author" if key == "/Author" else "document property", key.lstrip("/"), str(value))
    yield from _objects(reader)
    yield from _text(data)


def _objects(reader: Any) -> Iterator[Exposed]:
    """Every object of the file, also those that no page shows."""
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        raise too_much(f"it has {len(numbers)} objects, where {MOST_OBJECTS} are allowed")
    for number in sorted(numbers):
        found = reader.get_object(number)
        for inner in (found, *_nested(found)):
            if hasattr(inner, "get"):
                yield from _object(inner, f"object {number}")


def _nested(found: Any, depth: int = 0) -> Iterator[Any]:
    """Dictionaries that stand directly inside of others."""
    if depth > 8:
        return
    inner = found.values() if hasattr(found, "values") else found if isinstance(found, list) else ()
    for each in inner:
        if isinstance(each, dict | list):
            yield each
            yield from _nested(each, depth + 1)


def _object(found: Any, where: str) -> Iterator[Exposed]:
    kind, subtype = found.get("/Type"), found.get("/Subtype")
    if kind == "/Metadata" and hasattr(found, "get_data"):
        for name, value in _XMP_NAMES.findall(found.get_data().decode("utf-8", "replace")):
            if text := _TAGS.sub(" ", value).strip():
                yield Exposed("author in XMP" if name != "publisher" else "publisher in XMP", where, text)
    elif subtype == "/Image" and found.get("/Filter") == "/DCTDecode" and len(found._data) < _IMAGE_BYTES:
        yield from in_image(found._data, where)
    elif kind == "/Filespec" or (kind is None and "/EF" in found):
        yield Exposed("attached file", where, str(found.get("/UF") or found.get("/F") or ""))
    elif kind == "/OCG":
        yield Exposed("layer", where, str(found.get("/Name", "")))
    yield from _carried(found, where)


def _carried(found: Any, where: str) -> Iterator[Exposed]:
    """What a page or annotation carries along."""
    subtype = found.get("/Subtype")
    if "/Thumb" in found:
        yield Exposed(
            "thumbnail of a page", where, "a small picture of the page, perhaps of an earlier version"
        )
    if "/PieceInfo" in found:
        yield Exposed("data of the program that made it", where, ", ".join(map(str, found["/PieceInfo"])))
    if found.get("/S") in _ACTIONS:
        yield Exposed(_ACTIONS[found["/S"]], where, str(found.get("/F") or found.get("/JS") or "")[:200])
    if found.get("/FT") and str(found.get("/V", "")).strip() and found.get("/V") != "/Off":
        yield Exposed("value of a form", where, f"{found.get('/T', '')}: {found['/V']}")
    said = "/Rect" in found and (found.get("/T") or found.get("/Contents"))
    if said and subtype not in (None, "/Link", "/Widget"):
        yield Exposed("annotation", where, f"{found.get('/T', '')}: {found.get('/Contents', '')}")
    if found.get("/S") == "/URI":
        yield from in_words(str(found.get("/URI", "")).removeprefix("mailto:"), where)


def _text(data: bytes) -> Iterator[Exposed]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        if len(document) > MOST_PAGES:
            raise too_much(f"it has {len(document)} pages, where {MOST_PAGES} are allowed")
        for number, page in enumerate(document, start=1):
            yield from in_words(page.get_textpage().get_text_range(), f"page {number}")
    finally:
        document.close()
