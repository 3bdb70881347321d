"""The properties of an old Office file: its author, company and the like, in the streams that keep them."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from pipeline.read.doc.bytes import u16, u32

_CODE_PAGE, _BYTES, _WIDE, _PICTURE = 1, 30, 31, 71
_UTF_8, _UTF_16 = 65001, 1200
_MOST = 500
USER_DEFINED = 0
"""The number of the names that users gave to properties of their own."""


def properties_in(stream: bytes) -> Iterator[tuple[int, int, str]]:
    """(number of the set, number of the property, its text) of all that have words ([MS-OLEPS] 2.21).

    A picture of the first page has its length for text.
    """
    if u16(stream, 0) != 0xFFFE:
        return
    for number in range(min(u32(stream, 24), 2)):
        begin = u32(stream, 44 + 20 * number)
        yield from ((number, name, text) for name, text in _of_set(stream[begin:]))


def _of_set(data: bytes) -> Iterator[tuple[int, str]]:
    places = {
        u32(data, 8 + 8 * place): u32(data, 12 + 8 * place) for place in range(min(u32(data, 4), _MOST))
    }
    codec = _codec(u16(data, places[_CODE_PAGE] + 4)) if _CODE_PAGE in places else "cp1252"
    for name, at in places.items():
        kind, length = u32(data, at) & 0xFFFF, u32(data, at + 4)
        if name == USER_DEFINED:
            continue
        if kind == _BYTES:
            yield name, _text(data[at + 8 : at + 8 + length], codec)
        elif kind == _WIDE:
            yield name, _text(data[at + 8 : at + 8 + 2 * length], "utf-16-le")
        elif kind == _PICTURE:
            yield name, f"{length} bytes"


def _codec(page: int) -> str:
    known = {_UTF_8: "utf-8", _UTF_16: "utf-16-le", 10000: "mac-roman", 932: "cp932", 936: "gbk"}
    name = known.get(page, f"cp{page}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _text(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace").split("\0")[0]
