"""Rich text files: what looks like its ground, what no program shows and what only stands for a picture."""

from __future__ import annotations

import pytest

from tests.read.conftest import codes, shown, texts
from tests.read.rtf_files import rtf
from tests.read.test_rtf_layout import values

# 4 to 8; those of `make_rtf` before them are black, white and dark blue.
COLOURS = (
    r"{\colortbl\red254\green254\blue254;\red250\green0\blue0;\red250\green0\blue1;"
    r"\red2\green2\blue2;\red240\green240\blue240;}"
)


@pytest.mark.parametrize("letters", [r"\cf4", r"\cf5\chcbpat6", r"\cf2\chcbpat4"])
def test_letters_of_nearly_the_colour_of_their_ground_are_hidden(letters: str) -> None:
    statement = rtf(COLOURS + rf"\pard\plain seen {{{letters} two words}}\par")
    assert texts(statement) == ["seen"]
    assert values(statement, "FI12") == [{"words": "2"}]


def test_nearly_black_on_black_is_blacked_out() -> None:
    statement = rtf(COLOURS + r"\pard\plain seen {\cf7\chcbpat1 two words}\par")
    assert texts(statement) == ["seen"]
    assert values(statement, "FI21") == [{"words": "2"}]


def test_pale_letters_that_differ_from_their_ground_are_read() -> None:
    assert texts(rtf(COLOURS + r"\pard\plain\cf8 word\par")) == ["word"]


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        (r"{\listtext\cf2 SECRET\tab}", "paragraph |  | word"),
        (r"{\listtext{\fs1 SECRET}1.\tab}", "list item 1 | 1. | word"),
        (r"{\listtext\deleted 9.\tab}{\listtext 2.\tab}", "list item 1 | 2. | word"),
        (r"{\pntext\cf4 SECRET\tab}", "paragraph |  | word"),
        (r"\cbpat3{\listtext\cf2 1.\tab}", "list item 1 | 1. | word"),
    ],
)
def test_a_marker_is_what_shows_of_it(marker: str, expected: str) -> None:
    statement = rtf(COLOURS + rf"\pard\plain{marker}word\par")
    assert shown(statement) == [expected]
    assert values(statement, "FI12") == ([{"words": "1"}] if "SECRET" in marker else [])


@pytest.mark.parametrize("field", ["SET x", "ASK x y", " PRIVATE ", "tc x", "TA x", "XE x", "RD x"])
def test_a_field_that_shows_nothing_has_no_result(field: str) -> None:
    result = r"SECRET {\field{\*\fldinst QUOTE}{\fldrslt words}}{\super\chftn{\footnote note}}"
    body = rf"\pard\plain seen{{\field{{\*\fldinst {field}}}{{\fldrslt {result}}}}}{{\field{{\*\fldinst SETUP}}{{\fldrslt  too}}}}\par"
    statement = rtf(body)
    assert texts(statement) == ["seen too"]
    assert values(statement, "FI12") == [{"words": "3"}]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{{\NeXTGraphic p.png \width640}\'ac} two", "one two"),
        (r"{{\NeXTGraphic p.png \width640}} \'ac two", "one ¬ two"),
        (r"\'ac two", "one ¬ two"),
    ],
)
def test_the_sign_in_place_of_a_picture_is_no_word(written: str, expected: str) -> None:
    statement = rtf(rf"\pard\plain one {written}\par")
    assert texts(statement) == [expected]
    assert ("FI28" in codes(statement)) == ("NeXT" in written)
