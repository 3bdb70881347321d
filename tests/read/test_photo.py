"""The photo reader: any usable photo becomes a small sRGB JPEG that says nothing about where it was taken."""

from __future__ import annotations

import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from pipeline.models.pack import Picture
from pipeline.read.photo import read_photo


def photo(
    kind: str = "JPEG", size: tuple[int, int] = (120, 80), mode: str = "RGB", colour: object = "red", **kwargs
) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, colour).save(out, kind, **kwargs)  # type: ignore[arg-type]
    return out.getvalue()


def opened(picture: Picture | None) -> Image.Image:
    assert picture is not None
    return Image.open(io.BytesIO(picture.data))


@pytest.mark.parametrize(("kind", "name"), [("JPEG", "a.jpg"), ("JPEG", "a.JPEG"), ("PNG", "a.png")])
def test_jpeg_and_png_become_jpeg(kind: str, name: str) -> None:
    picture, problems = read_photo(photo(kind), name)
    image = opened(picture)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (120, 80))
    assert problems == ()


def test_a_large_photo_is_made_smaller() -> None:
    picture, _ = read_photo(photo(size=(3000, 2000)), "a.jpg")
    assert picture is not None
    assert (picture.width, picture.height) == (900, 600)


def test_no_metadata_is_left() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Sample maker"
    exif.get_ifd(0x8825)[1] = "N"
    data = photo(exif=exif, comment=b"a comment", icc_profile=ImageCms.ImageCmsProfile(
        ImageCms.createProfile("sRGB")).tobytes())  # fmt: skip
    image = opened(read_photo(data, "a.jpg")[0])
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photo_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    picture, _ = read_photo(photo(exif=exif), "a.jpg")
    assert picture is not None
    assert (picture.width, picture.height) == (80, 120)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1"])
def test_every_kind_of_colour_becomes_rgb(mode: str) -> None:
    kind = "PNG" if mode == "1" else "JPEG"
    assert opened(read_photo(photo(kind, mode=mode, colour=0), "a.jpg")[0]).mode == "RGB"


def test_what_is_transparent_becomes_white() -> None:
    image = opened(read_photo(photo("PNG", mode="RGBA", colour=(0, 0, 0, 0)), "a.png")[0])
    assert image.getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_keep_their_brightness() -> None:
    image = opened(read_photo(photo("PNG", mode="I;16", colour=32768), "a.png")[0])
    assert abs(image.getpixel((5, 5))[0] - 128) <= 2  # type: ignore[index]


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", photo("GIF", mode="P", colour=1), photo("TIFF"), photo()[:200]]
)
def test_what_is_no_whole_jpeg_or_png_is_a_problem(data: bytes) -> None:
    picture, problems = read_photo(data, "a.jpg")
    assert picture is None
    assert [problem.code for problem in problems] == ["PH01"]


def test_more_than_fifty_megapixels_are_refused_before_they_are_unpacked() -> None:
    header = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x02\x00\x00\x00"
    chunk = (13).to_bytes(4, "big") + header + zlib.crc32(header).to_bytes(4, "big")
    picture, problems = read_photo(b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT\x35\xaf\x06\x1e", "a.png")
    assert picture is None
    assert [problem.code for problem in problems] == ["PH02"]


def test_a_wrong_ending_is_noticed() -> None:
    picture, problems = read_photo(photo("PNG"), "a.jpg")
    assert picture is not None
    assert [problem.code for problem in problems] == ["FI07"]


def test_the_same_photo_gives_the_same_bytes() -> None:
    data = photo(size=(1200, 700))
    assert read_photo(data, "a.jpg") == read_photo(data, "a.jpg")


@settings(max_examples=60, deadline=None)
@given(
    place=st.integers(0, 5000), wrong=st.binary(min_size=1, max_size=6), kind=st.sampled_from(["JPEG", "PNG"])
)
def test_a_damaged_photo_never_raises(place: int, wrong: bytes, kind: str) -> None:
    data = photo(kind)
    place %= len(data)
    picture, problems = read_photo(data[:place] + wrong + data[place + len(wrong) :], "a.jpg")
    assert picture is not None or problems
