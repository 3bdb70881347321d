"""Numbers of lists stand as Word displays them."""

from __future__ import annotations

import pytest

from pipeline.read.numerals import figure
from tests.read.conftest import Reader, codes, p, shown


def level(n: int, figures: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{text}"/></w:lvl>'


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "(%2)")}'
    f"{level(2, 'decimal', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="26"/>'
    '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def item(text: str, number: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_counters_go_on_across_text_restart_below_and_start_where_told(word: Reader) -> None:
    body = (
        item("a", 1) + item("b", 1, 1) + item("c", 1, 1) + p("Text between.") + item("d", 1) + item("e", 1, 1)
        + item("f", 1, 2) + item("g", 2) + item("h", 2) + item("i", 3)
    )  # fmt: skip
    assert shown(word(body, numbering=NUMBERING)) == [
        "list item 1 | 1. | a", "list item 2 | (a) | b", "list item 2 | (b) | c", "paragraph |  | Text between.",
        "list item 1 | 2. | d", "list item 2 | (a) | e", "list item 3 | 2.1 | f", "list item 1 | 26. | g",
        "list item 1 | 27. | h", "list item 1 | • | i",
    ]  # fmt: skip


def test_a_style_may_number_and_its_heirs_too(word: Reader) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="m"><w:basedOn w:val="n"/></w:style>'
    )
    off = '<w:pStyle w:val="m"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("one", '<w:pStyle w:val="m"/>') + p("off", off) + p("two", '<w:pStyle w:val="n"/>')
    assert [line.split(" | ")[1] for line in shown(word(body, styles=styles, numbering=NUMBERING))] == [
        "1.",
        "",
        "2.",
    ]


def test_a_list_that_is_not_there_gives_no_number_and_a_warning(word: Reader) -> None:
    statement = word(item("word", 77), numbering=NUMBERING)
    assert shown(statement) == ["paragraph |  | word"]
    assert codes(statement) == {"FI17"}


@pytest.mark.parametrize(
    ("number", "figures", "expected"),
    [
        (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (27, "lowerLetter", "aa"), (2, "upperLetter", "B"),
        (7, "decimalZero", "07"), (22, "ordinal", "22nd"), (13, "ordinal", "13th"), (3, "none", ""),
        (5, "never heard of", "5"), (0, "lowerRoman", "0"),
    ],
)  # fmt: skip
def test_figures_are_those_of_word(number: int, figures: str, expected: str) -> None:
    assert figure(number, figures) == expected
