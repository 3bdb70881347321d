"""What was withdrawn is found in every kind of file that a build, an archive or a print run holds."""

from __future__ import annotations

import base64
import io
import json
import zipfile

import pypdf
import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.naming import Hidden
from pipeline.models.traces import Likeness, Traces
from pipeline.read import read_looks, still_held


def photo(shift: int = 0, size: tuple[int, int] = (400, 400)) -> Image.Image:
    """A drawing of somebody; `shift` moves the face."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    drawing = ImageDraw.Draw(image)
    drawing.ellipse((60 + shift, 80, 240 + shift, 300), fill="#e8c8a0")
    drawing.rectangle((250 + shift, 20, 330 + shift, 390), fill="#203060")
    return image


def saved(image: Image.Image, kind: str = "JPEG") -> bytes:
    target = io.BytesIO()
    image.save(target, kind)
    return target.getvalue()


def looks(image: Image.Image) -> tuple[Likeness, ...]:
    found, problems = read_looks(saved(image, "PNG"), "a.png")
    assert problems == ()
    return found


def in_pdf(image: Image.Image) -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target, pageCompression=1)
    canvas.drawImage(ImageReader(image), 50, 50, 100, 100)
    canvas.save()
    return target.getvalue()


def in_bound_pdf(image: Image.Image) -> bytes:
    """As a print run does it: pages copied into another file."""
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(io.BytesIO(in_pdf(image))).pages:
        writer.add_page(page)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def in_html(image: Image.Image) -> bytes:
    data = base64.b64encode(saved(image)).decode()
    return f'<!doctype html><p>Sample</p><img src="data:image/jpeg;base64,{data}" alt="">'.encode()


def in_zip(image: Image.Image) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/media/image1.jpeg", saved(image))
    return target.getvalue()


WAYS = [saved, in_pdf, in_bound_pdf, in_html, in_zip]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "made",
    [
        lambda image: image,
        lambda image: image.resize((130, 130)),
        lambda image: image.crop((37, 0, 357, 400)),
        lambda image: image.crop((80, 0, 400, 400)).resize((120, 150)),
    ],
    ids=["whole", "smaller", "cut", "cut and smaller"],
)
def test_a_photo_is_found_however_it_was_written_anew(way, made) -> None:  # type: ignore[no-untyped-def]
    """By what it looks like: its bytes are others in every kind of file, and at every size."""
    traces = Traces(photos=looks(photo()))
    assert still_held(way(made(photo())), traces) == ("photo",)


@pytest.mark.parametrize("way", WAYS)
def test_another_photo_is_none(way) -> None:  # type: ignore[no-untyped-def]
    """Nor one of another shape, nor one much like it that is rightly shown."""
    traces = Traces(photos=looks(photo()))
    assert still_held(way(photo(60)), traces) == ()
    assert still_held(way(photo(size=(400, 460))), traces) == ()
    near = Traces(photos=looks(photo()), others=looks(photo(3)))
    assert still_held(way(photo(3)), Traces(photos=looks(photo()))) == ("photo",)
    assert still_held(way(photo(3)), near) == ()
    assert still_held(way(photo()), near) == ("photo",)


def test_what_says_to_be_a_picture_and_is_none_is_passed_over() -> None:
    """It is no photo of ours; nothing is raised."""
    traces = Traces(photos=looks(photo()))
    broken = [b"\xff\xd8\xffbroken", b'<img src="data:image/png;base64,abc">', b"%PDF-1.7\nbroken"]
    assert [still_held(each, traces) for each in broken] == [(), (), ()]


def test_words_and_names_are_found_in_packed_files() -> None:
    """Names in cells of a workbook, words over line ends."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/sharedStrings.xml", "<sst><si><t>R1</t></si><si><t>Jana Ejemplova</t></si></sst>"
        )
        archive.writestr("a.txt", "A sentence that is\npar-\nted.")
    traces = Traces((Hidden(1, "name", "Jana Ejemplova"),), words=(("bio", "A sentence that is parted."),))
    assert set(still_held(target.getvalue(), traces)) == {"name", "bio"}
    assert still_held(b"clean", traces) == ()


def test_words_are_compared_as_they_are_read() -> None:
    """Not as HTML and JSON write them."""
    traces = Traces(words=(("statement", 'Freedom & "fair" trials für alle'),))
    page = b"<!doctype html><p>Freedom &amp; &quot;fair&quot; trials f&uuml;r <b>alle</b></p>"
    assert still_held(page, traces) == ("statement",)
    listed = json.dumps({"a": [1, {"b": 'Freedom & "fair" trials für alle'}]}).encode()
    assert still_held(listed, traces) == ("statement",)
    assert still_held(b"{Freedom", traces) == ()


def test_a_form_of_a_name_that_is_allowed_is_no_trace() -> None:
    """A surname that somebody else has; the whole name is one."""
    traces = Traces((Hidden(1, "name", "Jana Ejemplova"),), allowed=("Ejemplova",))
    assert still_held(b"By Peter Ejemplova and others.", traces) == ()
    assert still_held(b"By Jana Ejemplova and others.", traces) == ("name",)


def test_a_file_as_it_was_sent_is_found() -> None:
    """By its SHA-256, also where it is packed; the digest itself is no copy."""
    digest = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
    traces = Traces(digests=(digest,))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("hello.txt", "hello")
    assert still_held(b"hello", traces) == ("file",)
    assert still_held(target.getvalue(), traces) == ("file",)
    assert still_held(digest.encode(), traces) == ()


@pytest.mark.parametrize(
    ("text", "alone", "held"),
    [
        ("Ratify the Convention.", True, ("statement",)),
        ("Ratify the Convention.", False, ()),
        ("Ratify the Convention. Open the archives.", False, ("statement",)),
        ("Ratify the Convention. Ratify the Convention.", False, ()),
        ("She was a teacher.", False, ("bio",)),
    ],
)
def test_in_files_of_another_session_one_sentence_of_a_statement_is_no_trace(
    text: str, alone: bool, held: tuple[str, ...]
) -> None:
    """Many say it; of a bio, and of a statement that has no other, it is one."""
    words = (
        ("statement", "Ratify the Convention."),
        ("statement", "Open the archives."),
        ("bio", "She was a teacher."),
    )
    assert still_held(text.encode(), Traces(words=words, alone=alone)) == held
    only = Traces(words=words[:1], alone=False)
    assert bool(still_held(text.encode(), only)) == ("Convention" in text)
