"""Pictures inside the file: JPEG as it is, anything else as opaque RGB or grey pixels."""

from __future__ import annotations

import io

from pipeline.render.pdf.book import Book

PLAIN = {"RGB": "DeviceRGB", "L": "DeviceGray"}
"""Colours that the sRGB output intent gives a meaning to (ISO 19005-2:2011, 6.2.4.3)."""


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
