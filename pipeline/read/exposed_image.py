"""Personal data in a picture: EXIF with place and device, comments, XMP, embedded thumbnails."""

from __future__ import annotations

import io
from collections.abc import Iterator

from pipeline.models.exposure import Exposed

_MOST_TEXT = 200
# Exif 3.0 (CIPA DC-008, 2023), 4.6.5: what only says how the picture is stored.
_HARMLESS = frozenset({"Orientation", "XResolution", "YResolution", "ResolutionUnit", "YCbCrPositioning"})
_HARMLESS |= {"ExifOffset", "ColorSpace", "ExifImageWidth", "ExifImageHeight", "ComponentsConfiguration"}
_HARMLESS |= {"ImageWidth", "ImageLength", "BitsPerSample", "Compression", "PhotometricInterpretation"}
_HARMLESS |= {"StripOffsets", "SamplesPerPixel", "RowsPerStrip", "StripByteCounts", "PlanarConfiguration"}
_HARMLESS |= {"ExifVersion", "FlashPixVersion", "GPSInfo"}
_TECHNICAL = frozenset({"exif", "icc_profile", "dpi", "jfif", "transparency"})


def in_image(data: bytes, where: str) -> Iterator[Exposed]:
    """What the picture `data` says beside its pixels, which are not decoded; nothing if it is no picture."""
    from PIL import ExifTags, Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            exif = image.getexif()
            info = dict(image.info)
            place = dict(exif.get_ifd(ExifTags.IFD.GPSInfo))
            details = {**dict(exif), **dict(exif.get_ifd(ExifTags.IFD.Exif))}
            thumbnail = bool(exif.get_ifd(ExifTags.IFD.IFD1))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return
    if place:
        yield Exposed("place where a picture was taken (GPS)", where, f"{len(place)} entries")
    if thumbnail:
        yield Exposed("thumbnail in a picture", where, "a small copy, perhaps of the uncropped picture")
    for tag, value in sorted(details.items()):
        name = ExifTags.TAGS.get(tag, f"tag {tag}")
        if name not in _HARMLESS and str(value).strip("\0 "):
            yield Exposed("EXIF of a picture", where, f"{name}: {_text(value)}")
    for key, text in sorted(info.items(), key=lambda item: str(item[0])):
        if isinstance(text, bytes | str) and key not in _TECHNICAL:
            yield Exposed("text in a picture", where, f"{key}: {_text(text)}")


def _text(value: object) -> str:
    text = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return text[:_MOST_TEXT].strip("\0 ")
