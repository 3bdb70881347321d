"""Portraits of one shape: as much of a photo as fits, around the point that staff name."""

from __future__ import annotations

import functools
import io

from pipeline.models.pack import Picture
from pipeline.models.session import Photo

SHAPE = (4, 5)
"""Width to height: the format of a portrait."""
QUALITY = 88


def portrait(picture: Picture, photo: Photo | None) -> Picture:
    """`picture` in the shape of a portrait with the declared focus in its middle, or as near as can be.

    Without a focus it stays as it is: a program that guesses where to cut would cut heads off.
    """
    if photo is None or photo.focus is None:
        return picture
    return _cropped(picture, photo.focus)


@functools.lru_cache(maxsize=64)
def _cropped(picture: Picture, focus: tuple[float, float]) -> Picture:
    from PIL import Image

    box = crop_box((picture.width, picture.height), focus)
    with Image.open(io.BytesIO(picture.data)) as opened:
        cut = opened.crop(box)
    out = io.BytesIO()
    cut.save(out, "JPEG", quality=QUALITY, optimize=True)
    return Picture(out.getvalue(), cut.width, cut.height)


def crop_box(size: tuple[int, int], focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """Left, upper, right and lower edge in pixels of the largest portrait in a picture of `size`.

    `focus` is the point that should be in the middle, in shares of width and height from the upper left.
    """
    width, height = size
    inner_width = max(1, min(width, height * SHAPE[0] // SHAPE[1]))
    inner_height = max(1, min(height, width * SHAPE[1] // SHAPE[0]))
    left = _within(round(focus[0] * width - inner_width / 2), width - inner_width)
    upper = _within(round(focus[1] * height - inner_height / 2), height - inner_height)
    return (left, upper, left + inner_width, upper + inner_height)


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)
