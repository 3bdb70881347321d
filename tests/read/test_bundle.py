"""Reading a finished PDF as the rules for electronic bundles need it, from good files and from broken ones."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from pipeline.models.bundle import Bundle
from pipeline.models.document import Document, Furniture, Inline, Paragraph, Part
from pipeline.read import read_bundle
from pipeline.render import render_pdf
from tests.bad.packs import Faults, pack
from tests.render.pdf_style import default_style


def reading(data: bytes) -> Bundle:
    bundle, problems = read_bundle(data)
    assert bundle is not None, problems
    return bundle


def most(bundle: Bundle) -> int:
    """The quarter turn that most letters of the first page are seen with."""
    turned = bundle.pages[0].turned
    return turned.index(max(turned))


def turned_page(turn: int, angle: int) -> bytes:
    """A page with words at `angle`, shown turned by `turn`, both in degrees."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 400), invariant=1)
    canvas.translate(200, 200)
    canvas.rotate(angle)
    canvas.drawString(0, 0, "Sample words on a page that was turned")
    canvas.setPageRotation(turn)
    canvas.save()
    return out.getvalue()


def test_a_pack_is_read_with_its_lines_links_marks_and_view() -> None:
    """What is on the pages comes back, in shares of the page as it is seen."""
    bundle = reading(pack())
    assert [page.lines[-1].text for page in bundle.pages] == ["1", "2", "3", "4"]
    assert [link.target for link in bundle.pages[0].links] == [1, 2, 3, 4]
    assert [mark.target for mark in bundle.bookmarks] == [1, 2, 3, 4]
    assert (bundle.zoom, bundle.opens) == (1, 1)
    assert 0.9 < bundle.pages[0].lines[-1].box.top < 1


def test_a_picture_is_measured_as_it_is_shown() -> None:
    """600 pixels on an inch are 600 dots per inch."""
    assert round(reading(pack(Faults(dots=600))).pages[1].resolution) == 600


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_words_are_upright_where_page_and_words_are_turned_together(turn: int) -> None:
    """A landscape page is often one that is turned, with its words turned the other way."""
    assert most(reading(turned_page(turn, turn))) == 0
    assert most(reading(turned_page(turn, turn + 180))) == 2


def test_lines_have_no_marks_of_direction() -> None:
    """They say which way a line runs, and are nothing that anybody reads or compares."""
    part = Part("statement", (Paragraph((Inline("النبذة \u200f· البيان (الدورة 30)"),)),), language="ar")
    made = render_pdf(Document("Sample", "ar", (part,), Furniture((), page_of="")), default_style())
    (found,) = (line.text for line in reading(made.data).pages[0].lines if "البيان" in line.text)
    assert not {"\u200e", "\u200f"} & set(found)


def test_what_is_no_pdf_is_refused_with_a_problem() -> None:
    """Text, nothing, and half a file."""
    for data, code in ((b"", "FI01"), (b"Sample words", "FI02"), (pack()[:900], "FI03")):
        bundle, problems = read_bundle(data)
        assert bundle is None
        assert [found.code for found in problems] == [code]


def test_damaged_bytes_never_raise() -> None:
    """Whatever byte is changed, an answer comes."""
    good = pack()
    chance = random.Random(7)
    for _ in range(40):
        data = bytearray(good)
        for _ in range(8):
            data[chance.randrange(len(data))] = chance.randrange(256)
        bundle, problems = read_bundle(bytes(data))
        assert bundle is not None or problems


def test_hostile_files_are_read_or_refused(shared: Path) -> None:
    """The small ones of the shared collection; large ones are what the worker's limits are for."""
    files = [each for each in sorted(shared.glob("hostile/**/*.pdf")) if each.stat().st_size < 60_000]
    for file in files[::8]:
        bundle, problems = read_bundle(file.read_bytes())
        assert bundle is not None or problems, file
