"""Old Word files: what nobody sees is counted and not read; what a file carries is named and not followed."""

from __future__ import annotations

import struct

import pytest

from tests.read.conftest import codes, texts
from tests.read.doc_files import (
    CELL_SHADES,
    CHARACTER_STYLE,
    COLOUR,
    HIDDEN,
    HIGHLIGHT,
    PICTURE,
    SHADE,
    SIZE,
    STYLES,
    Style,
    cell,
    doc,
    drawing,
    para,
    row,
    run,
    special,
    sprm,
)

WHITE, BLACK, NAVY, AUTO = 0x00FFFFFF, 0, 0x00600020, 0xFF000000


def shade(ground: int, pattern: int = 0, colour: int = AUTO) -> bytes:
    """A ground ([MS-DOC] 2.9.247)."""
    return struct.pack("<IIH", colour, ground, pattern)


@pytest.mark.parametrize(
    ("own", "code"),
    [
        (sprm(HIDDEN), "FI12"),
        (sprm(CHARACTER_STYLE, 18), "FI12"),
        (sprm(COLOUR, WHITE), "FI12"),
        (sprm(0x2A42, 8), "FI12"),
        (sprm(COLOUR, 0x00FEFDFC), "FI12"),
        (sprm(SIZE, 2), "FI12"),
        (sprm(SIZE, 4), "FI12"),
        (sprm(COLOUR, BLACK) + sprm(HIGHLIGHT, 1), "FI21"),
        (sprm(HIGHLIGHT, 1), "FI21"),
        (sprm(COLOUR, AUTO) + sprm(SHADE, shade(BLACK)), "FI21"),
        (sprm(SHADE, shade(AUTO, 1)), "FI21"),
        (sprm(0x4866, 1 << 5), "FI21"),
    ],
)
def test_words_that_nobody_sees_are_counted_and_not_read(own: bytes, code: str) -> None:
    statement = doc(para("Seen ", run("three secret words", own), "words."))
    assert texts(statement) == ["Seen words."]
    [problem] = statement.problems
    assert (problem.code, dict(problem.values)["words"]) == (code, "3")


@pytest.mark.parametrize(
    "own",
    [
        sprm(SIZE, 5),
        sprm(COLOUR, AUTO),
        sprm(COLOUR, 0x00808080),
        sprm(COLOUR, WHITE) + sprm(HIGHLIGHT, 9),
        sprm(COLOUR, WHITE) + sprm(SHADE, shade(NAVY)),
        sprm(COLOUR, WHITE) + sprm(SHADE, shade(WHITE, 12, BLACK)),
        sprm(SHADE, shade(AUTO)),
        sprm(0x4866, 0xFFFF),
        sprm(HIDDEN, 0),
        sprm(CHARACTER_STYLE, 18) + sprm(HIDDEN, 0),
        sprm(CHARACTER_STYLE, 18) + sprm(HIDDEN, 0x81),
    ],
)
def test_words_that_somebody_sees_are_read(own: bytes) -> None:
    statement = doc(para("Seen ", run("words", own), "."))
    assert texts(statement) == ["Seen words."]
    assert codes(statement) == set()


def test_words_of_a_style_that_hides_them_are_not_read() -> None:
    styles = {**STYLES, 23: Style("Mine", base=0, letters=sprm(HIDDEN))}
    statement = doc("Words.", para("Some secret.", style=23), styles=styles)
    assert texts(statement) == ["Words."]
    assert codes(statement) == {"FI12"}


def test_white_words_on_a_dark_paragraph_or_in_a_dark_cell_are_read() -> None:
    white = sprm(COLOUR, WHITE)
    dark = sprm(CELL_SHADES, shade(NAVY) + shade(AUTO))
    statement = doc(
        para(run("On the paragraph.", white), own=sprm(0xC64D, shade(NAVY))),
        cell(run("In the cell.", white)),
        cell(run("Beside it.", white)),
        row(0, 1000, 2000, own=dark),
    )
    assert texts(statement) == ["On the paragraph.", "In the cell."]
    assert codes(statement) == {"FI12"}


def test_white_words_in_a_table_of_a_style_with_grounds_are_read() -> None:
    white = sprm(COLOUR, WHITE)
    styled = row(0, 1000, 2000, own=sprm(0x563A, 22))
    assert texts(doc(cell(run("Theme", white)), cell("b"), styled)) == ["Theme", "b"]


def test_black_words_in_a_white_cell_are_read() -> None:
    white = row(0, 1000, 2000, own=sprm(CELL_SHADES, shade(WHITE) * 2))
    statement = doc(cell("a"), cell(run("b", sprm(COLOUR, BLACK))), white)
    assert texts(statement) == ["a", "b"]


def test_white_words_on_pages_of_another_colour_are_read() -> None:
    white = para("Seen ", run("white words.", sprm(COLOUR, WHITE)))
    navy = struct.pack("<HIHI", 0x181, NAVY, 0x1BF, 0x100010)
    assert texts(doc(white, tables=drawing({}, {}, {1024: navy}))) == ["Seen white words."]
    for plain in (
        b"",
        struct.pack("<HIHI", 0x181, WHITE, 0x1BF, 0x100010),
        struct.pack("<HI", 0x1BF, 0x100000),
    ):
        assert texts(doc(white, tables=drawing({}, {}, {1024: plain}))) == ["Seen"]


@pytest.mark.parametrize(
    ("fill", "read"),
    [
        (struct.pack("<HI", 0x1BF, 0x100000), False),
        (struct.pack("<HIHI", 0x181, WHITE, 0x1BF, 0x100010), False),
        (struct.pack("<HIHI", 0x181, NAVY, 0x1BF, 0x100010), True),
    ],
)
def test_white_words_in_a_box_are_read_where_its_ground_is_another(fill: bytes, read: bool) -> None:
    boxes = [para(run("White words.", sprm(COLOUR, WHITE))), para("")]
    statement = doc(
        para("One", special("\x08")),
        parts={"boxes": boxes},
        tables=drawing({3: 1025}, {1025: (0, 13)}, {1025: fill}),
    )
    assert texts(statement) == (["One", "White words."] if read else ["One"])
    assert codes(statement) == (set() if read else {"FI12"})


def test_comments_are_counted_and_not_read() -> None:
    table = struct.pack("<3I", 3, 5, 9) + bytes(60)
    statement = doc(
        "Words.", parts={"comments": [para("A comment."), para("Two.")]}, tables={"comments": table}
    )
    assert texts(statement) == ["Words."]
    assert [dict(p.values) for p in statement.problems if p.code == "FI11"] == [{"comments": "2"}]


def test_pictures_are_counted_and_what_a_form_keeps_is_none() -> None:
    picture = special("\x01", sprm(PICTURE, 0))
    form = special("\x01", sprm(PICTURE, 400), sprm(0x0806))
    statement = doc(para("Words ", picture, picture, special("\x01", sprm(PICTURE, 900)), form, "."))
    assert texts(statement) == ["Words ."]
    assert [dict(p.values) for p in statement.problems if p.code == "FI28"] == [{"pictures": "2"}]


@pytest.mark.parametrize(
    ("stream", "what"),
    [
        ("Macros/dir", "macros"),
        ("_VBA_PROJECT_CUR/dir", "macros"),
        ("ObjectPool/_1234/\x01Ole", "an embedded object"),
    ],
)
def test_what_a_file_carries_is_named(stream: str, what: str) -> None:
    statement = doc("Words.", streams={stream: b"words"})
    assert texts(statement) == ["Words."]
    assert [dict(p.values)["what"] for p in statement.problems] == [what]


def test_a_template_on_another_computer_is_named_and_one_on_a_disk_is_not() -> None:
    for path, expected in (("https://sample.example/a.dot", {"FI13"}), ("C:\\Templates\\a.dot", set())):
        table = struct.pack("<HHH", 0xFFFF, 2, 0)
        for text in ("", path):
            table += struct.pack("<H", len(text)) + text.encode("utf-16-le")
        assert codes(doc("Words.", tables={"associated": table})) == expected


@pytest.mark.parametrize(
    ("properties", "own"),
    [
        (struct.pack("<HI", 0x3BF, 0x20002), b""),
        (struct.pack("<HIHI", 0x181, WHITE, 0x1BF, 0x100010), sprm(COLOUR, WHITE)),
    ],
)
def test_a_box_that_hangs_on_nothing_may_be_hidden_by_its_own_drawing(properties: bytes, own: bytes) -> None:
    boxes = [para(run("Secret words.", own)), para("")]
    tables = drawing({}, {1025: (0, 14)}, {1025: properties})
    statement = doc("One", parts={"boxes": boxes}, tables=tables)
    assert texts(statement) == ["One"]
    assert codes(statement) == {"FI12"}


@pytest.mark.parametrize(
    ("letters", "told"),
    [
        (sprm(HIDDEN), True),
        (sprm(SIZE, 2), True),
        (sprm(COLOUR, WHITE), True),
        (sprm(0xD66A, b"\x01\x00" + sprm(HIDDEN)), True),
        (sprm(COLOUR, WHITE) + sprm(0xD687, bytes(10)), False),
        (sprm(COLOUR, NAVY), False),
    ],
)
def test_a_table_style_that_may_hide_words_is_told_of(letters: bytes, told: bool) -> None:
    styles = {**STYLES, 23: Style("Mine", kind=3, own=letters)}
    statement = doc("x", cell("a"), cell("b"), row(0, 1000, 2000, own=sprm(0x563A, 23)), styles=styles)
    assert texts(statement) == ["x", "a", "b"]
    assert codes(statement) == ({"FI17"} if told else set())


def test_words_from_right_to_left_have_a_size_of_their_own() -> None:
    rtl, size = 0x085A, 0x4A61
    statement = doc(
        para(
            run("secret ", sprm(rtl), sprm(size, 2)),
            run("seen ", sprm(rtl), sprm(SIZE, 2), sprm(size, 24)),
            run("too", sprm(size, 2)),
        )
    )
    assert texts(statement) == ["seen too"]
    assert codes(statement) == {"FI12"}


def test_words_from_right_to_left_are_bold_and_italic_as_they_say_themselves() -> None:
    rtl, bold, italic = 0x085A, 0x085C, 0x085D
    statement = doc(
        para(run("a", sprm(rtl), sprm(bold)), run("b", sprm(rtl), sprm(italic)), run("c", sprm(bold)))
    )
    assert [(each.text, each.bold, each.italic) for each in statement.passages[0].runs] == [
        ("a", True, False), ("b", False, True), ("c", False, False),
    ]  # fmt: skip
