"""Portraits: one shape, cut around the point that staff name, never without one."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pipeline.assemble.portraits import crop_box, portrait
from pipeline.models.pack import Picture
from pipeline.models.session import Photo

shares = st.floats(0, 1)


def half_black() -> Picture:
    """White at the left, black at the right."""
    image = Image.new("RGB", (200, 100), "white")
    image.paste("black", (100, 0, 200, 100))
    out = io.BytesIO()
    image.save(out, "JPEG")
    return Picture(out.getvalue(), 200, 100)


@given(st.integers(1, 2000), st.integers(1, 2000), shares, shares)
def test_the_cut_lies_within_the_photo_and_has_the_shape_of_a_portrait(
    width: int, height: int, x: float, y: float
) -> None:
    """Whatever the photo and the point."""
    left, upper, right, lower = crop_box((width, height), (x, y))
    assert 0 <= left < right <= width
    assert 0 <= upper < lower <= height
    assert abs((right - left) * 5 - (lower - upper) * 4) <= 5
    assert right - left == width or lower - upper == height or min(width, height) < 5


def test_the_point_stays_in_the_picture() -> None:
    """At the right of a wide photo only what is there is kept."""
    cut = portrait(half_black(), Photo("p.jpg", "A portrait", (0.9, 0.5)))
    assert (cut.width, cut.height) == (80, 100)
    with Image.open(io.BytesIO(cut.data)) as image:
        assert max(image.convert("L").getextrema()) < 60


def test_without_a_point_nothing_is_cut() -> None:
    """A program that guesses would cut heads off."""
    picture = half_black()
    assert portrait(picture, Photo("p.jpg", "A portrait")) is picture
    assert portrait(picture, None) is picture
