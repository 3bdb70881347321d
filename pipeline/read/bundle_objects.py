"""What the objects of a PDF say beside its pages: the view at opening, layers, and what makes it heavy."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any

from pipeline.models.bundle import Weight

MAX_OBJECTS = 400_000
LEAST_STREAM = 512
"""Bytes: compressing less than this gains nothing worth saying."""
LEAST_FONT = 60_000
"""Bytes of an embedded font, as stored, below which nothing is gained by choosing a part of it."""
SUBSET = re.compile(r"^/?[A-Z]{6}\+")
"""The name of a font of which a part was chosen (ISO 32000-1:2008, 9.6.4)."""
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
PACKED = re.compile(rb"/Type\s*/(?:ObjStm|XRef)\b")


def first_view(data: bytes) -> tuple[float, int]:
    """The magnification at opening (1 is 100 %, 0: not said) and the page (from 1; 0: not said)."""
    try:
        reader = _reader(data)
        action = _plain(reader.root_object.get("/OpenAction"))
        if isinstance(action, dict):
            action = _plain(action.get("/D")) if action.get("/S") == "/GoTo" else None
        if isinstance(action, str | bytes):
            named = reader.named_destinations.get(str(action))
            action = list(named.dest_array) if named else None
        if not isinstance(action, list) or len(action) < 2:
            return 0.0, 0
        pages = [page.indirect_reference for page in reader.pages]
        opens = pages.index(action[0]) + 1 if action[0] in pages else 0
        zoom = _plain(action[4]) if action[1] == "/XYZ" and len(action) > 4 else None
        return (float(zoom) if isinstance(zoom, int | float) else 0.0), opens
    except Exception:  # pypdf raises whatever a broken catalogue brings; then nothing is said
        return 0.0, 0


def layers_that_print_otherwise(data: bytes) -> tuple[str, ...]:
    """What an optional layer hides on the screen or on paper alone (ISO 32000-1:2008, 8.11.4.4)."""
    if b"/OCProperties" not in data and b"/ObjStm" not in data:
        return ()
    try:
        properties = _plain(_reader(data).root_object.get("/OCProperties"))
        groups = [_plain(each) for each in _plain((properties or {}).get("/OCGs")) or ()]
        odd = [group for group in groups[:1000] if _prints_otherwise(group)]
        return ("a layer that is printed otherwise than it is shown",) if odd else ()
    except Exception:  # as above
        return ()


def _prints_otherwise(group: Any) -> bool:
    usage = _plain(group.get("/Usage")) or {}
    printing = (_plain(usage.get("/Print")) or {}).get("/PrintState")
    viewing = (_plain(usage.get("/View")) or {}).get("/ViewState", "/ON")
    return printing is not None and printing != viewing


def weigh(data: bytes) -> Weight:
    """What in the file is not needed; `unknown` says why where its objects cannot be gone through."""
    try:
        reader = _reader(data)
        return _weight(reader, data)
    except Exception as failure:  # as above
        return Weight(len(data), unknown=f"its objects cannot be read ({type(failure).__name__})")


def _weight(reader: Any, data: bytes) -> Weight:
    used = dict(_used(reader))
    loose = twice = 0
    seen: set[str] = set()
    fonts: list[str] = []
    for item in used.values():
        if isinstance(item, dict):
            fonts += _whole_fonts(item)
        stored = getattr(item, "_data", None)
        if stored is None:
            continue
        if not item.get("/Filter") and item.get("/Type") != "/Metadata" and len(stored) > LEAST_STREAM:
            loose += len(stored)
        if item.get("/Subtype") == "/Image":
            digest = hashlib.sha256(stored).hexdigest() + str(sorted(map(str, item.items())))
            twice += len(stored) if digest in seen else 0
            seen.add(digest)
    unused = sum(_length(reader, number) for number in _numbers(reader) - used.keys())
    return Weight(len(data), loose, twice, unused, tuple(dict.fromkeys(fonts)))


def _used(reader: Any) -> Iterator[tuple[int, Any]]:
    """Every object that the trailer leads to, with its number."""
    waiting: list[Any] = [reader.trailer]
    seen: set[int] = set()
    while waiting and len(seen) < MAX_OBJECTS:
        item = waiting.pop()
        number = getattr(item, "idnum", 0)
        if number:
            if number in seen:
                continue
            seen.add(number)
            item = item.get_object()
            yield number, item
        if isinstance(item, dict):
            waiting += [item.raw_get(key) if hasattr(item, "raw_get") else item[key] for key in item]
        elif isinstance(item, list):
            waiting += list.__iter__(item)


def _numbers(reader: Any) -> set[int]:
    """The objects of the file's tables, without the streams that only hold others."""
    return {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)


def _length(reader: Any, number: int) -> int:
    """How many bytes an object that nothing leads to takes; what holds other objects is needed."""
    from pypdf.generic import IndirectObject

    try:
        item: Any = IndirectObject(number, 0, reader).get_object()
    except Exception:  # a table may name what is not there
        return 0
    if isinstance(item, dict) and item.get("/Type") in ("/ObjStm", "/XRef"):
        return 0
    return len(getattr(item, "_data", b""))


def _whole_fonts(item: Any) -> Iterator[str]:
    """The name of an embedded font that is there with all its shapes and is large."""
    if item.get("/Type") != "/FontDescriptor":
        return
    for key in FONT_FILES:
        program = _plain(item.get(key))
        name = str(item.get("/FontName", ""))
        large = program is not None and len(getattr(program, "_data", b"")) > LEAST_FONT
        if large and not SUBSET.match(name):
            yield name.lstrip("/")


def _reader(data: bytes) -> Any:
    import pypdf

    return pypdf.PdfReader(io.BytesIO(data))


def _plain(value: Any) -> Any:
    return value.get_object() if value is not None and hasattr(value, "get_object") else value
