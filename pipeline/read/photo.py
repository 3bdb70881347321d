"""Photos of speakers: checked, turned upright, made small and written anew without any metadata."""

from __future__ import annotations

import io
import warnings
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.models.pack import Picture
from pipeline.problems import Problem, problem

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("JPEG", "PNG")
ENDINGS = {"JPEG": (".jpg", ".jpeg"), "PNG": (".png",)}
MAX_PIXELS = 50_000_000
MAX_BYTES = 40 * 1024 * 1024
LEAST_SIDE = 32  # pixels
LONG_SIDE = 900  # pixels: 300 to the inch on a photo 76 mm high
QUALITY = 85


def read_photo(data: bytes, name: str) -> tuple[Picture | None, tuple[Problem, ...]]:
    """The photo in `data`, and what is to be said about it; None where it cannot be used (PH01, PH02).

    Only JPEG and PNG, told by their bytes. The result is an sRGB JPEG of at most 900 pixels on the long
    side, upright, on white where it was transparent, without EXIF, comments, thumbnails or colour profile;
    the same bytes give the same result. `name` is the file's name, for FI07.
    """
    problems: list[Problem] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _picture(data, name, problems)
    except _Unusable as unusable:
        return None, (unusable.problem,)
    return picture, tuple(problems)


class _Unusable(Exception):  # noqa: N818  (a verdict on a photo, not an error of ours)
    def __init__(self, code: str, reason: str) -> None:
        self.problem = problem(code, reason=reason)
        super().__init__(reason)


def _picture(data: bytes, name: str, problems: list[Problem]) -> Picture:
    from PIL import Image, UnidentifiedImageError

    if not data:
        raise _Unusable("PH01", "the file is empty")
    if len(data) > MAX_BYTES:
        raise _Unusable("PH02", f"{len(data) // 1024 // 1024} MiB, at most {MAX_BYTES // 1024 // 1024}")
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _check_size(image.size)
            kind = image.format or ""
            if PurePosixPath(name).suffix.lower() not in ENDINGS[kind]:
                problems.append(problem("FI07", named=PurePosixPath(name).suffix or "nothing", kind=kind))
            image.draft("RGB", (2 * LONG_SIDE, 2 * LONG_SIDE))
            image.load()
            return _written(_upright_srgb(image))
    except UnidentifiedImageError:
        raise _Unusable("PH01", "its content is neither a JPEG nor a PNG picture") from None
    except Image.DecompressionBombError:
        raise _Unusable("PH02", f"more than {MAX_PIXELS // 1_000_000} megapixels") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        # what Pillow's readers raise for damaged data
        raise _Unusable("PH01", "it is damaged or incomplete") from None


def _check_size(size: tuple[int, int]) -> None:
    width, height = size
    if width * height > MAX_PIXELS:
        millions = MAX_PIXELS // 1_000_000
        raise _Unusable("PH02", f"{width} by {height} pixels, at most {millions} megapixels are read")
    if min(size) < LEAST_SIDE:
        raise _Unusable("PH01", f"{width} by {height} pixels are too few to print")


def _upright_srgb(image: Image) -> Image:
    from PIL import Image, ImageOps

    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    flat = _in_srgb(upright, profile) if profile else upright
    if flat.mode in ("RGBA", "LA", "PA") or "transparency" in flat.info:
        over = flat.convert("RGBA")
        flat = Image.new("RGB", over.size, (255, 255, 255))
        flat.paste(over, mask=over.getchannel("A"))
    if flat.mode in ("I;16", "I;16B", "I;16L", "I"):
        flat = flat.point(lambda value: value / 256).convert("L")
    return flat.convert("RGB")


def _in_srgb(image: Image, profile: bytes) -> Image:
    """The colours of `image` in sRGB; unchanged if its profile is broken or of another kind."""
    from PIL import ImageCms

    if image.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return converted if converted is not None else image


def _written(image: Image) -> Picture:
    from PIL import Image

    if max(image.size) > LONG_SIDE:
        scale = LONG_SIDE / max(image.size)
        size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
        image = image.resize(size, Image.Resampling.LANCZOS)
    bare = Image.frombytes("RGB", image.size, image.tobytes())
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), bare.width, bare.height)
