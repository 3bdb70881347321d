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


NAVY = r"{\sp{\sn fillColor}{\sv 6299648}}"
BACKGROUND = r"{\*\background{\shp{\*\shpinst\shpleft0%s{\shptxt\pard SECRET\par}}}}"


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        (BACKGROUND % NAVY + r"\viewbksp1", True),
        (BACKGROUND % NAVY, False),
        (BACKGROUND % NAVY + r"\viewbksp0", False),
        (r"\viewbksp1", False),
        (BACKGROUND % r"{\sp{\sn fillColor}{\sv 16777215}}" + r"\viewbksp1", False),
        (BACKGROUND % (NAVY + r"{\sp{\sn fFilled}{\sv 0}}") + r"\viewbksp1", False),
        (BACKGROUND % (NAVY + r"{\sp{\sn fillType}{\sv 3}}") + r"\viewbksp1", True),
    ],
)
def test_white_words_show_on_a_dark_page(head: str, seen: bool) -> None:
    note = r"{\super\chftn{\footnote\pard\plain\cf2 note}}"
    statement = rtf(rf"{head}{{\header\pard\plain\cf2 head\par}}\pard\plain x{{\cf2  word{note}}}\par")
    assert texts(statement) == (["x word", "note"] if seen else ["x"])
    assert statement.furniture == (("head",) if seen else ())


def test_words_of_the_colour_of_a_dark_page_are_hidden() -> None:
    assert texts(rtf(BACKGROUND % NAVY + r"\viewbksp1\pard\plain\cf3 SECRET\par\cf2 seen\par")) == ["seen"]


BOX = r"{\shp{\*\shpinst%s{\shptxt\pard\plain\cf2 two words\par}}}"
UNFILLED = r"{\sp{\sn fFilled}{\sv 0}}"
FILLED_WHITE = r"{\sp{\sn fillColor}{\sv 16777215}}{\sp{\sn fFilled}{\sv 1}}"


@pytest.mark.parametrize("fill", [UNFILLED, FILLED_WHITE, UNFILLED + "}}{\\shp{\\*\\shpinst" + FILLED_WHITE])
def test_white_words_in_a_box_on_white_are_hidden(fill: str) -> None:
    statement = rtf(rf"\pard\plain seen{BOX % fill}\par")
    assert texts(statement) == ["seen"]
    assert values(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "body",
    [
        BOX % "",
        BOX % NAVY,
        BOX % (FILLED_WHITE + r"{\sp{\sn fillOpacity}{\sv 0}}"),
        BOX % (FILLED_WHITE + r"{\sp{\sn fillType}{\sv 3}}"),
        r"{\*\shppict{\pict 0102}}" + BOX % UNFILLED,
        r"{\shp{\*\shpinst" + NAVY + "}}" + BOX % UNFILLED,
        r"\cbpat3" + BOX % UNFILLED,
        r"{\shpgrp{\*\shpinst{\shp{\*\shpinst" + NAVY + "}}" + BOX % UNFILLED + "}}",
    ],
)
def test_white_words_in_a_box_that_may_lie_on_something_are_read(body: str) -> None:
    assert texts(rtf(rf"\pard\plain x{body}\par")) == ["x", "two words"]
