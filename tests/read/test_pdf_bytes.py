"""What is seen in the bytes of a PDF before its library opens it."""

from __future__ import annotations

import zlib

import pytest

from pipeline.read.limits import Refused
from pipeline.read.pdf.bytes import check_bytes


def a_pdf(*objects: bytes, trailer: bytes = b"<< /Size 3 /Root 1 0 R >>") -> bytes:
    """Objects and a trailer whose table of objects is where it says."""
    body = b"%PDF-1.7\n" + b"\n".join(objects) + b"\n"
    return body + b"xref\n0 3\ntrailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % len(body)


def packed(data: bytes, times: int = 1, dictionary: bytes = b"") -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    filters = b"[" + b"/FlateDecode " * times + b"]"
    return b"1 0 obj\n<< /Filter %s %s >>\nstream\n%s\nendstream\nendobj" % (filters, dictionary, data)


def said(data: bytes) -> str:
    return " ".join(found.what for found in check_bytes(data))


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        check_bytes(data)
    return refusal.value.problem.code


def test_a_sound_file_has_nothing_to_tell_of() -> None:
    """No false alarm."""
    assert check_bytes(a_pdf(packed(b"BT (words) Tj ET " * 50))) == []


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_part_that_unpacks_without_end_is_refused(times: int) -> None:
    """Also where it is packed several times over."""
    assert refused(a_pdf(packed(bytes(110_000_000), times))) == "FI04"


def test_a_picture_is_not_unpacked_but_its_size_is_told() -> None:
    """Nothing draws it; staff should know that it is not an honest one."""
    sides = b"/Subtype /Image /Width 60000 /Height 60000"
    assert "million points" in said(a_pdf(packed(bytes(110_000_000), 1, sides)))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (a_pdf(b"1 0 obj\n" + b"<< /A " * 300), "FI04"),
        (a_pdf(b"1 0 obj\n" + b"[" * 300), "FI04"),
        (a_pdf(b"2 0 obj\n<< /Type /Pages /Count 1 /Kids [2 0 R] >>\nendobj"), "FI03"),
        (a_pdf().replace(b"0 3\n", b"0 2000000000\n"), "FI03"),
    ],
)
def test_what_only_an_attacker_writes_is_refused(data: bytes, code: str) -> None:
    """Depth without end, a page tree that holds itself, a table larger than the file."""
    assert refused(data) == code


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (a_pdf(trailer=b"<< /Prev 10 >>"), "names itself"),
        (a_pdf(b"6 0 obj\n6 0 R\nendobj"), "refers to itself"),
        (a_pdf(b"4 0 obj\n<< /Type /Page /Rotate 45 >>\nendobj"), "turned by an angle"),
        (a_pdf(packed(bytes(5_000_000))), "times as large"),
        (a_pdf(packed(b"words").replace(b"stream\nx", b"stream\ny")), "words may be missing"),
    ],
)
def test_what_can_be_got_round_is_told(data: bytes, words: str) -> None:
    """The text is read, with a warning."""
    assert words in said(data)


def test_kids_of_another_number_are_no_loop() -> None:
    """Object 1 may hold object 11 or 31."""
    assert check_bytes(a_pdf(b"1 0 obj\n<< /Type /Pages /Count 2 /Kids [31 0 R 11 0 R] >>\nendobj")) == []
