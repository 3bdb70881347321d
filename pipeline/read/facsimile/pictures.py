"""Pictures of a fact sheet: their pixels stay, what cameras and programs wrote beside them goes."""

from __future__ import annotations

import zlib
from typing import Any, NamedTuple

from pipeline.read.limits import MAX_UNPACKED, Refused, too_much

__all__ = ["Pixels", "bare_jpeg", "inflated", "pixels_of"]

MAX_PIXELS = 50_000_000
START, END, SCAN = 0xD8, 0xD9, 0xDA
ALONE = frozenset((0x01, START, *range(0xD0, 0xD8)))
"""Markers without a length (ITU-T T.81, table B.1)."""
REMARK, JFIF, ADOBE = 0xFE, 0xE0, 0xEE
APPLICATION = range(0xE0, 0xF0)
KEPT_PARAMETERS = frozenset(
    (
        *("/Predictor", "/Colors", "/BitsPerComponent", "/Columns", "/Rows", "/K", "/BlackIs1"),
        *("/ColorTransform", "/EncodedByteAlign", "/EndOfLine", "/EndOfBlock", "/DamagedRowsBeforeError"),
    )
)


class Pixels(NamedTuple):
    """A picture's bytes as they are bound in: with which filter ("" for none) and its parameters."""

    data: bytes
    filter: str
    parameters: dict[str, Any]


def pixels_of(stream: Any) -> Pixels:
    """The pixels of an image object. Raises Refused (FS02) for forms that cannot be looked through."""
    sides = [stream.get(key, 0) for key in ("/Width", "/Height")]
    if not all(isinstance(side, int) and side > 0 for side in sides) or sides[0] * sides[1] > MAX_PIXELS:
        raise Refused("FS02", reason=f"a picture in it states to be {sides[0]} by {sides[1]} points large")
    filters = _list(stream.get("/Filter"))
    parameters = _list(stream.get("/DecodeParms"))
    own = parameters[0].get_object() if len(parameters) == 1 and parameters[0] is not None else {}
    kept = (
        {key: value for key, value in own.items() if key in KEPT_PARAMETERS} if isinstance(own, dict) else {}
    )
    names = [str(each) for each in filters]
    if "/JPXDecode" in names or "/JBIG2Decode" in names or "/Crypt" in names:
        kind = {"/JPXDecode": "JPEG 2000", "/JBIG2Decode": "JBIG2"}.get(names[-1], names[-1])
        raise Refused("FS02", reason=f"a picture in it is stored as {kind}")
    if names == ["/FlateDecode"]:
        return Pixels(inflated(stream._data), "", kept)
    if names == ["/CCITTFaxDecode"]:
        return Pixels(bytes(stream._data), names[0], kept)
    if names and names[-1] == "/DCTDecode":
        return Pixels(bare_jpeg(_unwrapped(stream, names[:-1])), names[-1], kept if len(names) == 1 else {})
    if "/CCITTFaxDecode" in names:
        raise Refused("FS02", reason="a picture in it is packed in more ways than one")
    return Pixels(bytes(stream.get_data()), "", {})


def _unwrapped(stream: Any, around: list[str]) -> bytes:
    """The bytes of a stream without the filters `around` its last one."""
    if not around:
        return bytes(stream._data)
    from pypdf.generic import ArrayObject, EncodedStreamObject, NameObject

    wrapped: Any = EncodedStreamObject()
    wrapped._data = stream._data
    wrapped[NameObject("/Filter")] = ArrayObject(map(NameObject, around))
    return bytes(wrapped.get_data())


def _list(value: Any) -> list[Any]:
    value = value.get_object() if hasattr(value, "get_object") else value
    found = [] if value is None else list(value) if isinstance(value, list) else [value]
    return [each.get_object() if hasattr(each, "get_object") else each for each in found]


def inflated(data: bytes) -> bytes:
    """What was packed, and nothing that lies behind its end. Raises Refused (FI04, FS02)."""
    engine = zlib.decompressobj()
    try:
        found = engine.decompress(data, MAX_UNPACKED + 1)
    except zlib.error:
        raise Refused("FS02", reason="a packed part of it is damaged") from None
    if len(found) > MAX_UNPACKED:
        raise too_much("a part of it is too large when unpacked")
    return found


def bare_jpeg(data: bytes) -> bytes:
    """A JPEG without what is beside its pixels: EXIF, XMP, previews, remarks, anything behind its end."""
    if data[:2] != b"\xff\xd8":
        raise Refused("FS02", reason="a picture in it is not the JPEG that it says")
    parts, at = [data[:2]], 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise Refused("FS02", reason="a picture in it is damaged")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == END:
            return b"".join([*parts, b"\xff\xd9"])
        if marker in ALONE:
            parts.append(data[at : at + 2])
            at += 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4])
        segment = data[at : at + 2 + length]
        if marker in (JFIF, ADOBE):
            parts.append(_headed(segment, marker))
        elif marker not in APPLICATION and marker != REMARK:
            parts.append(segment)
        at += 2 + length
        if marker == SCAN:
            end = _scanned(data, at)
            parts.append(data[at:end])
            at = end
    return b"".join([*parts, b"\xff\xd9"])


def _headed(segment: bytes, marker: int) -> bytes:
    """The two segments that say how pixels are meant, without a preview or anything added to them."""
    wanted, size = (b"JFIF\0", 14) if marker == JFIF else (b"Adobe", 12)
    if not segment[4:].startswith(wanted) or len(segment) < 4 + size:
        return b""
    body = segment[4 : 4 + size]
    if marker == JFIF:
        body = body[:12] + b"\0\0"  # no preview
    return segment[:2] + (2 + size).to_bytes(2) + body


def _scanned(data: bytes, at: int) -> int:
    """Where the packed pixels that begin at `at` end: at a marker that is none of theirs."""
    while (found := data.find(b"\xff", at)) >= 0 and found + 1 < len(data):
        following = data[found + 1]
        if following != 0 and following not in range(0xD0, 0xD8):
            return found
        at = found + 2
    return len(data)
