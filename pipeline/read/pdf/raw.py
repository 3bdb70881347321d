"""PDFium's functions with plain integers for pointers: three times as fast, one call for each letter."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

POINTER = ctypes.c_void_p
INT = ctypes.c_int
DOUBLE = ctypes.c_double

_SIGNATURES: dict[str, tuple[Any, ...]] = {
    "FPDFText_GetUnicode": (ctypes.c_uint, POINTER, INT),
    "FPDFText_GetTextObject": (POINTER, POINTER, INT),
    "FPDFText_GetLooseCharBox": (INT, POINTER, INT, POINTER),
    "FPDFText_GetCharOrigin": (INT, POINTER, INT, POINTER, POINTER),
    "FPDFText_GetFontSize": (DOUBLE, POINTER, INT),
    "FPDFText_GetFontWeight": (INT, POINTER, INT),
    "FPDFText_GetCharAngle": (ctypes.c_float, POINTER, INT),
    "FPDFText_GetMatrix": (INT, POINTER, INT, POINTER),
    "FPDFText_GetFontInfo": (ctypes.c_ulong, POINTER, INT, POINTER, ctypes.c_ulong, POINTER),
    "FPDFText_HasUnicodeMapError": (INT, POINTER, INT),
    "FPDFText_IsGenerated": (INT, POINTER, INT),
    "FPDFPage_CountObjects": (INT, POINTER),
    "FPDFPage_GetObject": (POINTER, POINTER, INT),
    "FPDFFormObj_CountObjects": (INT, POINTER),
    "FPDFFormObj_GetObject": (POINTER, POINTER, ctypes.c_ulong),
    "FPDFPageObj_GetType": (INT, POINTER),
    "FPDFPageObj_GetBounds": (INT, POINTER, POINTER, POINTER, POINTER, POINTER),
    "FPDFPageObj_GetMatrix": (INT, POINTER, POINTER),
    "FPDFPageObj_GetFillColor": (INT, POINTER, POINTER, POINTER, POINTER, POINTER),
    "FPDFPageObj_HasTransparency": (INT, POINTER),
    "FPDFPageObj_CountMarks": (INT, POINTER),
    "FPDFPageObj_GetMark": (POINTER, POINTER, ctypes.c_ulong),
    "FPDFPageObjMark_GetName": (INT, POINTER, POINTER, ctypes.c_ulong, POINTER),
    "FPDFPageObjMark_GetParamStringValue": (
        INT, POINTER, ctypes.c_char_p, POINTER, ctypes.c_ulong, POINTER,
    ),
    "FPDFPath_GetDrawMode": (INT, POINTER, POINTER, POINTER),
    "FPDFPath_CountSegments": (INT, POINTER),
    "FPDFTextObj_GetTextRenderMode": (INT, POINTER),
}  # fmt: skip


@cache
def plain(name: str) -> Any:
    """PDFium's function `name`, taking and giving pointers as integers."""
    from pypdfium2 import raw

    signature = _SIGNATURES[name]
    address = ctypes.cast(getattr(raw, name), POINTER).value
    return ctypes.CFUNCTYPE(*signature)(address or 0)


@cache
def start() -> None:
    """Make PDFium ready, once in a process (pypdfium2 does it when it is imported)."""
    import pypdfium2  # noqa: F401


@contextmanager
def opened_page(document: Any, index: int) -> Iterator[tuple[Any, int, int]]:
    """The page `index` of `document`: its handle, and page and text as integers (0 if it cannot be read)."""
    from pypdfium2 import raw

    page = raw.FPDF_LoadPage(document, index)
    text = raw.FPDFText_LoadPage(page) if page else None
    try:
        yield page, address(page), address(text)
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
        if page:
            raw.FPDF_ClosePage(page)


def address(handle: Any) -> int:
    """The pointer `handle` as a number, 0 for none."""
    return ctypes.cast(handle, POINTER).value or 0 if handle else 0


def floats(function: str, *arguments: Any, count: int, kind: Any = ctypes.c_float) -> tuple[float, ...]:
    """The `count` numbers that `function` writes into pointers after `arguments`; empty if it fails."""
    numbers = (kind * count)()
    step, base = ctypes.sizeof(kind), ctypes.addressof(numbers)
    done = plain(function)(*arguments, *(base + step * index for index in range(count)))
    return tuple(numbers) if done else ()


def struct_floats(function: str, *arguments: Any, count: int) -> tuple[float, ...]:
    """The `count` floats of the one structure that `function` fills; empty if it fails."""
    numbers = (ctypes.c_float * count)()
    return tuple(numbers) if plain(function)(*arguments, ctypes.addressof(numbers)) else ()
