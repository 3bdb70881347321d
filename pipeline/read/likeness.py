"""Whether a picture is a photo: compared by how both look when small, however it was made smaller or cut."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.models.traces import Likeness
from pipeline.problems import Problem
from pipeline.read.photo import MAX_PIXELS, read_photo

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["is_shown", "look_of", "look_of_bytes", "read_looks"]

SIDES = (16, 20)
PORTRAIT = 4 / 5
"""Width to height of a photo that was cut around a point. As much as fits is cut, along one side."""
_PLACES = 48
# Grey levels of 256 that pixels differ by in the mean. A photo that was written anew and cut differs by less
# than 1 from itself; drawings of one hand differ by 1 to 8, so that the nearest counts: see `is_shown`.
_ALIKE = 4.0
_SAME_RATIO = 0.03


def read_looks(data: bytes, name: str) -> tuple[tuple[Likeness, ...], tuple[Problem, ...]]:
    """How the photo `data` can look in a pack, whole or cut around any point; () if it cannot be read."""
    from PIL import Image

    picture, problems = read_photo(data, name)
    if picture is None:
        return (), problems
    with Image.open(io.BytesIO(picture.data)) as image:
        width, height = image.size
        across, down = min(width, height * PORTRAIT), min(height, width / PORTRAIT)
        boxes = {(0.0, 0.0, float(width), float(height))}
        for place in range(_PLACES + 1):
            left, upper = (width - across) * place / _PLACES, (height - down) * place / _PLACES
            boxes.add((left, upper, left + across, upper + down))
        return tuple(_likeness(image, box) for box in sorted(boxes)), problems


def look_of(image: Image) -> Likeness:
    """How an opened picture looks."""
    return _likeness(image, (0.0, 0.0, float(image.width), float(image.height)))


def look_of_bytes(data: bytes) -> Likeness | None:
    """How the picture `data` looks; None if it is none, or larger than any photo that is read."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                if image.width * image.height > MAX_PIXELS:
                    return None
                image.load()
                return look_of(image)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        return None
    except Image.DecompressionBombError:
        return None


def is_shown(look: Likeness, photos: Sequence[Likeness], others: Sequence[Likeness]) -> bool:
    """Whether a picture is one of `photos`, and no more like one of `others`."""
    nearest = _nearest(look, photos)
    return nearest <= _ALIKE and nearest < _nearest(look, others)


def _nearest(look: Likeness, photos: Sequence[Likeness]) -> float:
    alike = (each for each in photos if abs(each.ratio / look.ratio - 1) <= _SAME_RATIO)
    return min((_distance(look.grey, each.grey) for each in alike), default=256.0)


def _distance(one: bytes, other: bytes) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def _likeness(image: Image, box: tuple[float, float, float, float]) -> Likeness:
    from PIL.Image import Resampling

    ratio = (box[2] - box[0]) / (box[3] - box[1])
    return Likeness(ratio, image.convert("L").resize(SIDES, Resampling.BOX, box).tobytes())
