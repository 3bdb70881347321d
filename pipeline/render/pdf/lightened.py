"""Pictures of facsimiles with no more dots than are of use: a smaller page has more of them to the inch."""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.render.pdf.images import MOST_DOTS, QUALITY

__all__ = ["Lighter", "lightened", "shown_sizes"]

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
MAX_DEEP = 8
ENOUGH = 0.95
"""Shares of the dots above which nothing is gained."""
LEAST = 10_000
"""Dots of a picture that is not worth it."""
MODES = {"/DeviceRGB": "RGB", "/CalRGB": "RGB", "/DeviceGray": "L", "/CalGray": "L"}
BY_COUNT = {1: "L", 3: "RGB"}


class Lighter(NamedTuple):
    """A picture with fewer dots: its bytes as they stand in the file, their filter, columns and rows."""

    data: bytes
    filter: str
    columns: int
    rows: int


def shown_sizes(reader: Any) -> dict[int, tuple[float, float]]:
    """By the number of its object how large each picture is shown at most, in points of the pages."""
    found: dict[int, tuple[float, float]] = {}
    for page in reader.pages:
        content = page["/Contents"].get_object().get_data()
        for number, size in _shown(content, page["/Resources"].get_object(), IDENTITY, 0):
            before = found.get(number, (0.0, 0.0))
            found[number] = max(before[0], size[0]), max(before[1], size[1])
    return found


def _shown(
    content: bytes, resources: Any, matrix: Matrix, deep: int
) -> Iterator[tuple[int, tuple[float, float]]]:
    """The pictures of a page or form; each operator stands on a line of its own."""
    holder = resources.get("/XObject")
    named: Any = holder.get_object() if holder is not None else {}
    stack: list[Matrix] = []
    for line in content.split(b"\n"):
        words = line.split()
        operator = words[-1] if words else b""
        if operator == b"q":
            stack.append(matrix)
        elif operator == b"Q" and stack:
            matrix = stack.pop()
        elif operator == b"cm" and len(words) == 7:
            matrix = _times(words[:6], matrix)
        elif operator == b"Do" and deep < MAX_DEEP and words[0].decode("latin-1") in named:
            reference = named.raw_get(words[0].decode("latin-1"))
            drawn = reference.get_object()
            if drawn.get("/Subtype") == "/Image":
                yield reference.idnum, (math.hypot(*matrix[:2]), math.hypot(*matrix[2:4]))
            else:
                inner = _times(drawn.get("/Matrix", IDENTITY), matrix)
                yield from _shown(drawn.get_data(), drawn["/Resources"].get_object(), inner, deep + 1)


def _times(first: Any, second: Matrix) -> Matrix:
    """What `first` does, and then `second`."""
    a, b, c, d, e, f = (float(value) for value in first)
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def lightened(stream: Any, width: float, height: float) -> Lighter | None:
    """The picture `stream` for a place of `width` by `height` points; None where it is to stay as it is."""
    from PIL import Image as Pixels

    columns, rows = int(stream["/Width"]), int(stream["/Height"])
    share = min(MOST_DOTS * width / 72 / columns, MOST_DOTS * height / 72 / rows)
    odd = any(key in stream for key in ("/Mask", "/Decode", "/ImageMask"))
    if odd or share > ENOUGH or columns * rows < LEAST:
        return None
    try:
        pixels = _pixels(stream, (columns, rows))
    except Exception:  # Pillow and pypdf raise whatever broken pixels bring; programs that show them may not
        return None
    if pixels is None:
        return None
    size = max(1, int(columns * share)), max(1, int(rows * share))
    small = pixels.resize(size, Pixels.Resampling.LANCZOS)
    if stream.get("/Filter") != "/DCTDecode":
        return Lighter(zlib.compress(small.tobytes(), 6), "/FlateDecode", *size)
    out = io.BytesIO()
    small.save(out, "JPEG", quality=QUALITY)
    return Lighter(out.getvalue(), "/DCTDecode", *size)


def _pixels(stream: Any, size: tuple[int, int]) -> Any:
    """The dots of a picture in grey or in red, green and blue; None for others."""
    from PIL import Image as Pixels

    mode = _mode(stream.get("/ColorSpace"))
    if stream.get("/Filter") == "/DCTDecode":
        with Pixels.open(io.BytesIO(stream._data)) as opened:
            return opened.copy() if opened.mode == mode and opened.size == size else None
    if mode is None or stream.get("/BitsPerComponent") != 8 or stream.get("/Filter") != "/FlateDecode":
        return None
    data = stream.get_data()
    return Pixels.frombytes(mode, size, data) if len(data) == size[0] * size[1] * len(mode) else None


def _mode(space: Any) -> str | None:
    found = space.get_object() if space is not None else None
    if not isinstance(found, list):
        return MODES.get(str(found))
    if found[0] == "/ICCBased":
        return BY_COUNT.get(int(found[1].get_object().get("/N", 0)))
    return MODES.get(str(found[0]))
