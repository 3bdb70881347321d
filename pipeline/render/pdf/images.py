"""Pictures inside the file: JPEG as it is, anything else as opaque RGB or grey pixels."""

from __future__ import annotations

import functools
import io

from pipeline.render.pdf.book import Book

PLAIN = {"RGB": "DeviceRGB", "L": "DeviceGray"}
"""Colours that the sRGB output intent gives a meaning to (ISO 19005-2:2011, 6.2.4.3)."""

MOST_DOTS = 300
"""Dots per inch of a picture on the page: more is not seen in print, and the courts' guidance on electronic
bundles (England and Wales, November 2021, paragraph 9) allows no more."""
QUALITY = 88


@functools.lru_cache(maxsize=64)
def reduced(data: bytes, width: float, height: float) -> bytes:
    """The picture `data` with no more dots than are of use when it is `width` by `height` points large."""
    from PIL import Image as Pixels

    with Pixels.open(io.BytesIO(data)) as opened:
        share = min(
            1.0,
            *(MOST_DOTS * side / 72 / dots for side, dots in zip((width, height), opened.size, strict=True)),
        )
        if share >= 1.0:
            return data
        size = (max(1, int(opened.width * share)), max(1, int(opened.height * share)))
        small = opened.resize(size, Pixels.Resampling.LANCZOS)
        kind = "JPEG" if opened.format == "JPEG" else "PNG"
    out = io.BytesIO()
    small.save(out, kind, **({"quality": QUALITY} if kind == "JPEG" else {}))
    return out.getvalue()


def image_object(data: bytes, book: Book) -> int:
    """The number of the picture's object. What is transparent is laid on white: paper has no background."""
    from PIL import Image as Pixels

    with Pixels.open(io.BytesIO(data)) as opened:
        size = f"/Type/XObject/Subtype/Image/Width {opened.width}/Height {opened.height}/BitsPerComponent 8"
        if opened.format == "JPEG" and opened.mode in PLAIN:
            entries = f"{size}/ColorSpace/{PLAIN[opened.mode]}/Filter/DCTDecode"
            return book.stream(entries, data, filtered=False)
        if opened.mode in ("L", "1"):
            grey = opened.convert("L")
            return book.stream(f"{size}/ColorSpace/DeviceGray", grey.tobytes())
        layers = opened.convert("RGBA")
    white = Pixels.new("RGBA", layers.size, "white")
    pixels = Pixels.alpha_composite(white, layers).convert("RGB")
    return book.stream(f"{size}/ColorSpace/DeviceRGB", pixels.tobytes())
