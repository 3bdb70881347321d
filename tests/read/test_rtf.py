"""Rich text files: every letter that shows is read, in whichever code page it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.passages import FileKind
from pipeline.read import read_statement
from tests.read.conftest import codes, shown, texts
from tests.read.rtf_files import make_rtf, par, rtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"A caf\'e9 and a na\'efve word", "A café and a naïve word"),
        (r"\{x\} \\ y", "{x} \\ y"),
        (r"1\~000 co\-operate 1\_2", "1\u00a0000 cooperate 1\u20112"),
        (r"one\tab two\line three", "one two\nthree"),
        (r"a\emdash b\endash c\bullet d", "a—b–c•d"),
        (r"\lquote a\rquote  \ldblquote b\rdblquote", "‘a’ “b”"),
        (r"a\emspace b\enspace c\qmspace d", "a b c d"),
        (r"\u8220\'93open\u8221\'94", "“open”"),
        (r"\uc0\u8220 open\u8221", "“open”"),
        (r"{\uc2\u8220 ??open}\u8221 ?", "“open”"),
        (r"\u8217\b word", "’word"),
        (r"\u1079\u1072\u1103", "зая"),
        (r"\u8212\emdash x", "—x"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"\uc0 \u55357\uc1 \u56832\'3f", "😀"),
        (r"\u128512 ?", "😀"),
        (r"{\u-10179?}{\u-8704?}", "😀"),
        (r"\u-10179?\b\u-8704?", "😀"),
        (r"{\upr{old}{\*\ud{n\u233 ew}}}", "néw"),
        (r"{\f3 \'b7}x{\f4\'fc}{\f4 \u252\'fc}{\f3 ordinary words}", "•x✓✓ordinary words"),
        (r"{\f3\u-3913\'b7}", "•"),
        (r"{\*\unknown lost}{\unknown kept}", "kept"),
        (r"{\*\bkmkstart here}{\*\bkmkend here}x", "x"),
        (r"{\xe {\v entry}}x{\tc\b shown }", "xshown"),
        (r"one\bin5 }}}{\{two", "onetwo"),
        ("split\r\n over\r\n lines\n", "split over lines"),
        (r"a\softline b\page c\column d", "a b c d"),
        (r"a{\mmath{\*\moMath{\mf{\mfPr{\mtype lin}}{\mnum{\mr x}}{\mden{\mr y}}}}}b", "axyb"),
        (r"{\*\nonsense{\pict 00}}x", "x"),
        ("x\\\r\ny", "x|y"),
        ("a\0b", "ab"),
    ],
)
def test_what_stands_for_letters_is_read_as_them(written: str, expected: str) -> None:
    assert "|".join(texts(rtf(r"\pard\plain " + written + r"\par"))) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{\f10 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f13 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f14 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (r"{\f9 \'e3\'d1\'cd\'c8\'c7}", "مرحبا"),
        (r"{\f11 \'ea\'e1\'eb\'dd}", "καλέ"),
        (r"{\f12 \'9aest}", "šest"),
        (r"{\f5 \'93\'fa\'96\'7b}", "日本"),
        (r"{\f5 \'93\'fa\'83\\}", "日ソ"),
        (r"{\f5 \'83e}", "テ"),
        ("{\\f6 \\'d6\\'d0\r\n\\'b9\\'fa}", "中国"),
        (r"{\f7 \'a4\'a4\'b0\'ea}", "中國"),
        (r"{\f8 \'c7\'d1\'b1\'db}", "한글"),
        (r"{\f5 caf\'e9 au lait}", "café au lait"),
        (r"{\f6 \'d6\b\'d0}", "中"),
        (r"{\f6 \'d6\'d0\'b9\lang1033\'fa}", "中国"),
        (r"{\f5 caf\'e9\b text}", "cafétext"),
        (r"{\f15 \'e9}{\f99 \'e9}", "éé"),
    ],
)
def test_bytes_are_in_the_code_page_of_their_font(written: str, expected: str) -> None:
    statement = rtf(r"\pard\plain " + written + r"\par")
    assert texts(statement) == [expected]
    assert codes(statement) == set()


def test_bytes_above_ascii_may_stand_as_they_are() -> None:
    assert texts(rtf(b"\\pard\\f6 " + "中国".encode("gbk") + b"\\f10  " + "Да".encode("cp1251"))) == [
        "中国 Да"
    ]


@pytest.mark.parametrize(
    ("opening", "written", "expected"),
    [
        (r"{\rtf1\mac", r"\f99 \'8e", "é"),
        (r"{\rtf1\ansi\ansicpg10000", r"\f0 don\'d5t", "don’t"),
        (r"{\rtf1\pc", r"\f99 \'82", "é"),
        (r"{\rtf1\pca", r"\f99 \'82", "é"),
        (r"{\rtf1\ansi\ansicpg1251", r"\f99 \'e9", "й"),
        (r"{\rtf1\ansi\ansicpg1251", r"\f0 \'e9", "é"),
        (r"{\rtf1\ansi\ansicpg0", r"\f99 \'e9", "é"),
        (r"{\rtf1\ansi\ansicpg65001", r"\f99 \'c3\'a9", "é"),
        (r"{\rtf1\ansi\ansicpg1252\deff10", r"\'e9", "й"),
    ],
)
def test_a_font_without_a_character_set_has_that_of_the_file(
    opening: str, written: str, expected: str
) -> None:
    assert texts(rtf(rf"\pard\plain {written}\par", opening)) == [expected]


def test_a_byte_that_is_no_letter_shows_and_is_told() -> None:
    statement = rtf(r"\pard\plain a\'81b\par")
    assert texts(statement) == ["a\ufffdb"]
    assert codes(statement) == {"FI17"}


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn", "Cf")), min_size=1, max_size=60))
def test_words_come_out_once_and_as_they_were_typed(words: str) -> None:
    written = "".join(f"\\u{unit if unit < 0x8000 else unit - 0x10000}?" for unit in _units(words))
    assert "".join(texts(rtf(par("start " + written + " end")))).split() == f"start {words} end".split()


def _units(words: str) -> list[int]:
    data = words.encode("utf-16-le")
    return [int.from_bytes(data[place : place + 2], "little") for place in range(0, len(data), 2)]


def test_a_file_of_wordpad_is_read() -> None:
    statement = read_statement(
        b"{\\rtf1\\ansi\\ansicpg1252\\deff0\\nouicompat\\deflang1033{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}"
        b"{\\f1\\fnil Calibri;}{\\f2\\fnil\\fcharset2 Symbol;}}\r\n{\\*\\generator Riched20 10.0.19041}\\viewkind4"
        b"\\uc1 \r\n\\pard\\sa200\\sl276\\slmult1\\b\\f0\\fs22\\lang9 Recommendations\\b0\\par\r\n\r\n\\pard"
        b"{\\pntext\\f2\\'B7\\tab}{\\*\\pn\\pnlvlblt\\pnf2\\pnindent0{\\pntxtb\\'B7}}\\fi-360\\li720 Publish the report"
        b"\\f1\\rquote\\f0 s annex.\\par\r\n{\\pntext\\f2\\'B7\\tab}Fund it.\\par\r\n\r\n\\pard\\sa200 Thank you.\\par\r\n}\r\n\0",
        "statement.rtf",
    )
    assert shown(statement) == [
        "heading 1 |  | Recommendations", "list item 1 | • | Publish the report’s annex.",
        "list item 1 | • | Fund it.", "paragraph |  | Thank you.",
    ]  # fmt: skip
    assert (statement.kind, codes(statement)) == (FileKind.RTF, set())


def test_a_file_of_textedit_is_read() -> None:
    statement = read_statement(
        b"{\\rtf1\\ansi\\ansicpg1252\\cocoartf2639\n\\cocoatextscaling0\\cocoaplatform0{\\fonttbl\\f0\\fswiss\\fcharset0 "
        b"Helvetica-Bold;\\f1\\fswiss\\fcharset0 Helvetica;\\f2\\fnil\\fcharset134 PingFangSC-Regular;}\n{\\colortbl;\\red255"
        b"\\green255\\blue255;}\n{\\*\\expandedcolortbl;;}\n{\\*\\listtable{\\list\\listtemplateid1\\listhybrid{\\listlevel"
        b"\\levelnfc0\\levelnfcn0\\leveljc0\\levelstartat1{\\*\\levelmarker \\{decimal\\}.}{\\leveltext\\leveltemplateid1"
        b"\\'02\\'00.;}{\\levelnumbers\\'01;}\\fi-360\\li720\\lin720 }{\\listname ;}\\listid1}}\n{\\*\\listoverridetable"
        b"{\\listoverride\\listid1\\listoverridecount0\\ls1}}\n\\paperw11900\\pard\\tx566\\pardirnatural\n\n\\f0\\b\\fs24 \\cf0 "
        b"Our concerns\\\n\\pard\\tx220\\ls1\\ilvl0\n\\f1\\b0 \\cf0 {\\listtext\t1.\t}The Sample Ministry\\'92s plan.\\\n"
        b"{\\listtext\t2.\t}\\f2 \\'d6\\'d0\\f1  \\uc0\\u8220 word\\u8221 .\\\n\\pard\\pardirnatural\n\\cf0 Thanks.\\\n}",
        "statement.rtf",
    )
    assert shown(statement) == [
        "heading 1 |  | Our concerns", "list item 1 | 1. | The Sample Ministry’s plan.",
        "list item 1 | 2. | 中 “word”.", "paragraph |  | Thanks.",
    ]  # fmt: skip
    assert codes(statement) == set()


def test_the_kind_is_found_by_the_first_bytes() -> None:
    assert codes(read_statement(make_rtf(par("word")), "statement.doc")) == {"FI07"}
    assert read_statement(make_rtf(par("word")), "statement").kind is FileKind.RTF


@pytest.mark.parametrize(
    "group",
    [
        r"{\docvars SECRET}", r"{\docvar{name}{SECRET}}", r"{\comment SECRET}", r"{\factoidname SECRET}",
        r"{\xmlopen{\xmlname SECRET}}", r"{\xmlclose SECRET}", r"{\title SECRET}", r"{\author SECRET}",
        r"{\company SECRET}", r"{\operator SECRET}", r"{\subject SECRET}", r"{\keywords SECRET}",
        r"{\manager SECRET}", r"{\category SECRET}", r"{\doccomm SECRET}", r"{\ffdeftext SECRET}",
        r"{\hlloc SECRET}", r"{\htmltag SECRET}", r"{\propname SECRET}", r"{\atndate SECRET}",
        r"{\pn\pnlvlbody{\pntxta SECRET}{\pntxtb (}}", r"{\pntxta SECRET}", r"{\gridtbl SECRET}",
    ],
)  # fmt: skip
def test_a_group_that_holds_no_text_is_not_read_where_its_star_is_missing(group: str) -> None:
    statement = rtf(rf"\pard\plain seen{group} words\par")
    assert (texts(statement), statement.furniture) == (["seen words"], ())


def test_information_that_is_not_closed_leaves_the_text_readable() -> None:
    data = b"{\\rtf1{\\info{\\title x\\pard one\\par}"
    assert texts(read_statement(data, "a.rtf")) == ["one"]
