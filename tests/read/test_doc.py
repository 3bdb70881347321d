"""Old Word files: letters, paragraphs, styles and fields are read as Word shows them."""

from __future__ import annotations

import struct

import pytest

from pipeline.models.passages import FileKind, Kind
from pipeline.read import read_statement
from tests.read.conftest import codes, texts
from tests.read.doc_files import (
    BEGIN,
    BOLD,
    CAPS,
    CHARACTER_STYLE,
    DELETED,
    DEPTH,
    HIDDEN,
    INSERTED,
    ITALIC,
    LEFT,
    OUTLINE,
    RAISED,
    RIGHT,
    SPECIAL,
    STYLES,
    SYMBOL,
    UNDERLINE,
    Doc,
    Para,
    Style,
    container,
    doc,
    field_of,
    make_doc,
    para,
    run,
    special,
    sprm,
)  # fmt: skip


def test_words_are_read_in_paragraphs() -> None:
    statement = doc(
        "One paragraph.", "Another – “quoted”, ﬁnal 😀.", "Организация рекомендует. توصي المنظمة. 建议"
    )
    assert statement.kind is FileKind.DOC
    assert texts(statement) == [
        "One paragraph.",
        "Another – “quoted”, ﬁnal 😀.",
        "Организация рекомендует. توصي المنظمة. 建议",
    ]
    assert [passage.place.paragraph for passage in statement.passages] == [1, 2, 3]
    assert codes(statement) == set()


def test_letters_of_one_byte_are_those_of_windows() -> None:
    statement = doc("Caf\xe9 – “so” … 5 € ™", narrow=True)
    assert texts(statement) == ["Café – “so” … 5 € ™"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a\tb", "a b"),
        ("a\x0bb", "a\nb"),
        ("a\x1eb\x1fc\xa0d", "a\u2011bc\xa0d"),
        ("page\x0cbreak", "page break"),
        ("column\x0ebreak", "column break"),
        ("comment\x05s", "comments"),
    ],
)
def test_signs_stand_for_what_they_show(written: str, expected: str) -> None:
    assert texts(doc(written)) == [expected]


def test_a_page_break_that_ends_a_section_ends_a_paragraph_too() -> None:
    assert texts(doc(para("one", mark="\x0c"), "two")) == ["one", "two"]


def test_emphasis_is_kept() -> None:
    [passage] = doc(
        para(
            run("bold", sprm(BOLD)),
            " ",
            run("italic", sprm(ITALIC)),
            " ",
            run("under", sprm(UNDERLINE, 1)),
            " m",
            run("2", sprm(RAISED, 1)),
            run("x", sprm(RAISED, 2)),
        )
    ).passages
    assert [(r.text, r.bold, r.italic, r.underline, r.superscript) for r in passage.runs] == [
        ("bold", True, False, False, False),
        (" italic", False, True, False, False),
        (" under", False, False, True, False),
        (" m", False, False, False, False),
        ("2", False, False, False, True),
        ("x", False, False, False, False),
    ]


@pytest.mark.parametrize(("value", "bold"), [(0, False), (1, True), (0x80, True), (0x81, False)])
def test_a_toggle_may_be_that_of_the_style_or_its_opposite(value: int, bold: bool) -> None:
    """[MS-DOC] 2.9.327; the style of headings is bold here."""
    [passage] = doc(para(run("A heading", sprm(BOLD, value)), style=1)).passages
    assert passage.runs[0].bold is bold


def test_what_a_style_of_letters_and_one_of_paragraphs_both_switch_on_is_off() -> None:
    strong = sprm(CHARACTER_STYLE, 19)
    first, second = doc(para(run("A heading", strong), style=1), para(run("words", strong), " more")).passages
    assert not first.runs[0].bold
    assert second.runs[0].bold


def test_a_style_gives_what_it_is_based_on_gives() -> None:
    styles = {**STYLES, 23: Style("Mine", base=17, letters=sprm(ITALIC))}
    [passage] = doc(para("words", style=23), styles=styles).passages
    assert (passage.kind, passage.level) == (Kind.HEADING, 1)
    assert (passage.runs[0].bold, passage.runs[0].italic) == (True, True)


def test_headings_are_known_by_style_in_any_language_and_by_level() -> None:
    statement = doc(
        para("First", style=1), para("Second", style=2), para("Own", style=17),
        para("By level", own=sprm(OUTLINE, 2)), para("Body after all", style=1, own=sprm(OUTLINE, 9)), "Words.",
    )  # fmt: skip
    assert [(p.kind is Kind.HEADING, p.level) for p in statement.passages][:5] == [
        (True, 1), (True, 2), (True, 1), (True, 3), (True, 4),
    ]  # fmt: skip


def test_a_circle_of_styles_and_a_style_that_is_not_there_do_no_harm() -> None:
    assert texts(doc(para("circle", style=20), para("none", style=999))) == ["circle", "none"]


def test_quotations_are_known_by_style_or_by_indents_at_both_sides() -> None:
    both = sprm(LEFT, 720) + sprm(RIGHT, 720)
    statement = doc(
        para("By style.", style=15), para("By indents.", own=both), para("No.", own=sprm(LEFT, 720))
    )
    assert [p.kind for p in statement.passages] == [Kind.QUOTATION, Kind.QUOTATION, Kind.PARAGRAPH]


def test_capitals_of_a_format_make_a_heading() -> None:
    statement = doc(para(run("Recommendations", sprm(CAPS))), "We recommend much more than that here.")
    assert statement.passages[0].kind is Kind.HEADING
    assert statement.passages[0].text == "Recommendations"


def test_of_a_field_the_result_is_read_and_not_the_code() -> None:
    link = field_of(' HYPERLINK "https://www.sample.example" ', "our page")
    statement = doc(para("See ", *link, " and ", *field_of(" PAGE ", "3"), "."), "next")
    assert texts(statement) == ["See our page and 3.", "next"]
    assert [r.link for r in statement.passages[0].runs if r.link] == ["https://www.sample.example"]


def test_fields_in_fields_and_over_paragraphs_show_their_results() -> None:
    inner = field_of(" REF x ", "inner")
    statement = doc(
        para(special("\x13"), " IF ", *inner, " = 1 ", special("\x14"), "one"),
        para("two", special("\x15"), " three"),
    )
    assert texts(statement) == ["one", "two three"]


def test_a_field_that_has_lost_its_end_takes_no_words_with_it() -> None:
    statement = doc(para("before ", special("\x13"), " REF x "), "after")
    assert texts(statement) == ["before", "after"]


def test_a_field_that_fetches_is_told_of() -> None:
    statement = doc(para(*field_of(' INCLUDETEXT "http://sample.example/a" ', "words")))
    assert texts(statement) == ["words"]
    assert codes(statement) == {"FI13"}


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (' SYMBOL 183 \\f "Symbol" \\s 10 ', "a • b"),
        (" MACROBUTTON None Click here ", "a Click here b"),
        (" EQ \\o\\ad(\\s\\up 9(above),word) ", "a word b"),
        (" XE entry ", "a b"),
    ],
)
def test_a_field_without_a_result_shows_what_its_code_says(code: str, expected: str) -> None:
    statement = doc(para("a ", special("\x13"), code, special("\x15"), " b"))
    assert texts(statement) == [expected]
    assert codes(statement) == set()


def test_the_result_of_a_field_that_shows_none_is_told_of() -> None:
    statement = doc(para("a", *field_of(" SET x ", "two words"), " b"))
    assert texts(statement) == ["a b"]
    assert codes(statement) == {"FI12"}


def test_a_table_of_contents_is_kept_aside() -> None:
    statement = doc(
        para(special("\x13"), " TOC \\o ", special("\x14"), "First 1"), para("Second 2", special("\x15")),
        para("By style 3", style=16), "Words.",
    )  # fmt: skip
    assert texts(statement) == ["Words."]
    assert statement.furniture == ("First 1", "Second 2", "By style 3")


def test_symbols_are_read_as_their_fonts_draw_them() -> None:
    fonts = bytes([1, 0, 0, 0]) + bytes([41, 0, 0, 0, 2]) + bytes(37)
    sign = run("(", sprm(SPECIAL), sprm(SYMBOL, 0xF0B70000))
    old = run("(", sprm(SYMBOL, 0x00FC0000))
    statement = doc(para("a ", sign, " b ", old, " (c)"), tables={"fonts": fonts})
    assert texts(statement) == ["a • b ✓ (c)"]


def test_tracked_changes_are_read_as_accepted() -> None:
    statement = doc(
        para("We ", run("ask", sprm(DELETED)), run("demand", sprm(INSERTED)), " it."),
        para("One ", mark_own=sprm(DELETED)),
        "sentence.",
    )
    assert texts(statement) == ["We demand it.", "One sentence."]
    assert [dict(p.values) for p in statement.problems if p.code == "FI10"] == [
        {"insertions": "1", "deletions": "2"}
    ]


def test_an_empty_paragraph_whose_mark_is_hidden_counts_for_nothing() -> None:
    assert texts(doc("one", para("", mark_own=sprm(HIDDEN)), "two")) == ["one", "two"]


def test_pieces_may_lie_in_any_order_and_change_what_they_hold() -> None:
    """A file saved fast: the second half of its text lies before the first; a piece makes all of it bold."""
    text = "second firsT "
    pieces = struct.pack("<4I", 0, 6, 12, 13)
    bold = (0x55 << 1) | 1 << 8
    pieces += struct.pack("<HIH", 0, BEGIN + 2 * 7, bold) + struct.pack("<HIH", 0, BEGIN, 0)
    pieces += struct.pack("<HIH", 0, BEGIN + 2 * 13, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    statement = doc(para(text), tables={"pieces": clx})
    assert texts(statement) == ["firsT second"]
    assert [(r.text, r.bold) for r in statement.passages[0].runs] == [("firsT", True), (" second", False)]


def test_letters_beyond_sixteen_bits_stay_whole_where_a_format_cuts_them() -> None:
    high, low = "\ud83d", "\ude00"
    made = make_doc(para("x😀y"))
    assert read_statement(made, "a.doc").passages[0].text == "x😀y"
    assert (high + low).encode("utf-16-le", "surrogatepass") in made


def test_running_heads_are_kept_aside_and_those_of_notes_are_not_read() -> None:
    heads = [para("separator"), para("A head"), para("A foot")]
    places = struct.pack("<10I", 0, 10, 10, 10, 10, 10, 10, 17, 24, 24)
    statement = doc("Words.", parts={"heads": heads}, tables={"heads": places})
    assert texts(statement) == ["Words."]
    assert statement.furniture == ("A head", "A foot")


def test_names_of_streams_are_the_same_in_capitals() -> None:
    file = Doc(parts={"text": [para("words")]})
    main, tables = file.streams_made()
    data = container({"WORDDOCUMENT": main, "1TABLE": tables})
    assert texts(read_statement(data, "a.doc")) == ["words"]


def test_a_paragraph_deeper_than_any_table_is_one() -> None:
    odd: Para = para("words", own=sprm(DEPTH, 0x7FFFFFFF))
    assert texts(doc(odd)) == ["words"]
