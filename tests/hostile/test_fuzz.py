"""Sound files spoilt at random, with a fixed seed and for a short time; `make fuzz` does it for long."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement
from tests.hostile.fuzz import run, seeds
from tests.hostile.mutations import spoilt
from tests.read.conftest import make_docx, p

SECONDS = 12.0
FILES = 400
HERE = Path(__file__).resolve().parent


def test_spoilt_samples_give_text_or_a_problem(root: Path) -> None:
    """The project's own statements and bad inputs, in a worker under its limits; no reader fails on any."""
    sources = seeds([root / "inputs", root / "tests" / "bad"])
    assert {kind for _, kind, _ in sources} >= {"docx", "pdf", "yaml"}
    assert [(one.what, one.told, one.name) for one in run(sources, 5, SECONDS, FILES)] == []


def test_the_same_seed_spoils_in_the_same_way() -> None:
    """So a finding can be had again."""
    sound = make_docx(p("word"))
    first, second = (spoilt(random.Random(3), sound, "docx", b"other") for _ in range(2))
    assert first == second
    assert first != sound


def one_page(content: bytes, box: bytes = b"0 0 595 842") -> bytes:
    """A PDF of one page with this content stream."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[" + box + b"]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n" % len(content) + content + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data + b"xref\n0 6\n0000000000 65535 f \n" + table
        + b"trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 12 Tf 72 700 Td (We recommend that) Tj 0.001 0 0 0.001 72 680 Tm (tiny words) Tj ET",
        b"BT /F1 0 Tf 72 700 Td (no size) Tj /F1 12 Tf (and some) Tj ET",
        b"BT /F1 12 Tf 1e38 0 0 1e38 1e38 1e38 Tm (far away) Tj 1 0 0 1 72 700 Tm (here) Tj ET",
        b"BT /F1 1e38 Tf 72 700 Td (huge) Tj ET",
        b"BT /F1 12 Tf 0 0 0 0 0 0 Tm (nowhere) Tj 0 1 -1 0 9e37 9e37 Tm (turned) Tj ET",
    ],
)
@pytest.mark.parametrize("box", [b"0 0 595 842", b"0 0 1 1"])
def test_letters_without_a_size_or_a_place_do_not_stop_the_reader(content: bytes, box: bytes) -> None:
    """What a spoilt number in a page's content gives: no letter size, none that is a number, no place."""
    statement = read_statement(one_page(content, box), "a.pdf")
    assert isinstance(statement, RawStatement)
    assert not any("its structure is not as it should be" in found.what for found in statement.problems)
