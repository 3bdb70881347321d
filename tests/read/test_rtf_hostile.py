"""Rich text files that are damaged or made to break a reader: they are read as far as they go, or refused."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.passages import RawStatement
from pipeline.problems import has_errors
from pipeline.read import read_statement
from pipeline.read.rtf import tokens as rtf_tokens
from pipeline.read.rtf.document import read_rtf
from tests.growth import grows_in_proportion, seconds
from tests.read.conftest import codes, texts
from tests.read.rtf_files import make_rtf, par, rtf

BODY = (
    par("First words.", r"\s1\b ") + par(r"A caf\'e9 \u8212\'97 and{\super\chftn{\footnote\pard\plain{\super\chftn} note}}")
    + r"{\listtext 1.\tab}" + par("item", r"\ls1 ") + par("counted", r"\ls1\ilvl1 ")
    + r"\trowd\trhdr\cellx1000\cellx2000\pard\intbl a\cell b\cell\row\trowd\cellx2000\pard\intbl c\par"
    r"\pard\intbl\itap2 n\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}\pard\intbl\cell\row"
    + par(r'{\field{\*\fldinst HYPERLINK "https://example.org"}{\fldrslt link}}{\shp{\*\shpinst{\shptxt box\par}}}')
    + r"{\*\shppict{\pict 0102}}{\upr{x}{\*\ud{y}}}{\f5 \'93\'fa}" + par("Last words.")
)  # fmt: skip


@pytest.mark.parametrize("part", range(7))
def test_a_file_that_was_cut_off_is_read_as_far_as_it_goes(part: int) -> None:
    whole = make_rtf(BODY)
    words = " ".join(texts(read_statement(whole, "a.rtf")))
    start = whole.index(b"First words.") + len(b"First words.")
    for end in range(start + part, whole.rindex(b"Last words."), 7 * 7):
        statement = read_statement(whole[:end], "a.rtf")
        assert codes(statement) & {"FI17"}
        found = texts(statement)
        assert found[0] == "First words."
        assert all(text[:4] in words for text in found)


def test_a_file_cut_off_before_its_text_is_refused_with_the_reason() -> None:
    whole = make_rtf(BODY)
    for end in range(6, whole.index(b"First words."), 13):
        statement = read_statement(whole[:end], "a.rtf")
        assert [one.code for one in statement.problems if one.code in ("FI03", "FI18")]
        assert statement.passages == ()


@pytest.mark.parametrize(
    ("data", "expected", "problem"),
    [
        (b"{\\rtf1 one\\par}two\\par}", ["one", "two"], {"FI17"}),
        (b"{\\rtf1 one{\\b two\\par three\\par}", ["onetwo", "three"], {"FI17"}),
        (b"{\\rtf1 one\\par}\r\n\0\0", ["one"], set()),
        (b"{\\rtf1 one\\par} -- sent from somewhere", ["one"], {"FI17"}),
        (b"{\\rtf1 one\\par}{\\rtf1 two\\par}", ["one"], {"FI17"}),
        (b"{\\rtf1{\\fonttbl{\\f0 Arial;}\\sectd\\pard one\\par}", ["one"], {"FI17"}),
        (b"{\\rtf1{\\info{\\title x}\\pard one\\par}", ["one"], {"FI17"}),
        (b"{\\rtf1 one\\", ["one"], {"FI17"}),
        (b"{\\rtf1 one \\'zz two\\par}", ["one zz two"], set()),
        (b"{\\rtf one\\par}", ["one"], set()),
        (b"{\\rtf1\\info one\\par}", ["one"], set()),
        (b"{\\rtf1 a\\u b\\u99999999 ?\\f99999999999999999999 c\\par}", ["abc"], set()),
        (b"{\\rtf1 one\\bin99999999 two\\par}", ["one"], {"FI17"}),
        (b"{\\rtf1 one\\bin-5 two\\par}", ["onetwo"], set()),
        (b"{\\rtf1\\ansicpg12345 \\'e9\\par}", ["é"], set()),
    ],
)
def test_faults_are_got_round_and_told(data: bytes, expected: list[str], problem: set[str]) -> None:
    statement = read_statement(data, "a.rtf")
    assert texts(statement) == expected
    assert codes(statement) == problem


@pytest.mark.parametrize(
    "data",
    [
        b"{\\rtf1" + b"{" * 100_000,
        b"{\\rtf1" + b"{\\b x" * 100_000,
        b"{\\rtf1" + b"{\\shptxt x" * 40 + b"}" * 41,
        b"{\\rtf1" + b"{\\footnote x" * 40 + b"}" * 41,
        b"{\\rtf1" + b"\\trowd\\cellx9\\cellx99\\pard\\intbl x\\cell y\\cell\\row" * 10_001 + b"}",
        b"{\\rtf1" + b"x\\par " * 20_001 + b"}",
    ],
    ids=["brackets", "groups", "boxes", "notes", "cells", "paragraphs"],
)
def test_bombs_are_refused_with_the_limit(data: bytes) -> None:
    assert codes(read_statement(data, "a.rtf")) == {"FI04"}


def test_a_file_of_nothing_but_control_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_tokens, "MAX_TOKENS", 10_000)
    assert codes(read_statement(b"{\\rtf1" + b"\\b" * 9_000 + b" x}", "a.rtf")) == set()
    assert codes(read_statement(b"{\\rtf1" + b"\\b" * 11_000 + b" x}", "a.rtf")) == {"FI04"}


@pytest.mark.parametrize("level", [31, 1_000, 2_147_483_647])
def test_tables_inside_tables_end_somewhere(level: int) -> None:
    assert texts(rtf(rf"\pard\intbl\itap{level} x\nestcell y\nestcell\pard\par")) == ["x", "y"]


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"", b"\\'e9\\u233?"), (b"", b"{\\b x}"), (b"", b"\\trowd\\cellx9\\cellx99\\intbl\\cell\\cell\\row"),
        (b"", b"{\\field{\\*\\fldinst X}{\\fldrslt y}}"), (b"", b"x{\\super\\chftn}{\\footnote y}"), (b"", b"\\u-10179?"),
        (b"", b"\\deleted x\\par"), (b"", b"{\\listtext 1.\\tab}x "), (b"", b"{\\shp{\\*\\shpinst{\\shptxt x\\par}}}"),
        (b"", b"{\\*\\x y}"), (b"", b"\\'"), (b"", b"{\\stylesheet{\\s1 x;}}"), (b"", b"\\nestcell\\itap9 "),
        (b"", b"{\\footnote x}"), (b"", b"{\\v{\\footnote x}}"), (b"\\trowd", b"\\clmrg\\cellx1"),
        (b"{\\fonttbl\\f1 ", b"name\\b "), (b"{\\stylesheet ", b"name\\b "), (b"{\\field{\\*\\fldinst ", b"EQ\\b (\\\\o("),
        (b"{\\listtable{\\listlevel{\\leveltext ", b"x\\leveltemplateid1 "), (b"{\\sp{\\sn ", b"x\\b "),
        (b"{\\listtext ", b"x\\b "), (b"{\\colortbl ", b";\\red1"), (b"{\\field\\fldrslt{\\field\\fldrslt ", b"x\\b "),
    ],
)  # fmt: skip
def test_time_grows_with_the_file_and_not_with_its_square(start: bytes, piece: bytes) -> None:
    def work(count: int) -> float:
        data = b"{\\rtf1 " + start + piece * count + b"}"
        return seconds(lambda: read_statement(data, "a.rtf"))

    assert grows_in_proportion(work, 8_000)


def test_many_joined_cells_and_many_running_heads_take_no_longer() -> None:
    def row(count: int) -> float:
        cells = b"\\clmrg\\cellx1" * count + b"\\intbl" + b" x\\cell" * count
        return seconds(lambda: read_statement(b"{\\rtf1\\trowd" + cells + b"\\row\\pard\\par}", "a.rtf"))

    def heads(count: int) -> float:
        data = b"{\\rtf1 x" + b"".join(b"{\\header h%d}" % place for place in range(count)) + b"}"
        return seconds(lambda: read_statement(data, "a.rtf"))

    assert grows_in_proportion(row, 16_000)
    assert grows_in_proportion(heads, 16_000)


@given(st.binary(max_size=400))
def test_any_bytes_behind_the_signature_give_a_statement(data: bytes) -> None:
    statement = read_statement(b"{\\rtf1 " + data, "a.rtf")
    assert isinstance(statement, RawStatement)
    assert not any("(" in one.what and "Error" in one.what for one in statement.problems)


_WORDS = st.sampled_from([
    "{", "}", "\\par ", "\\cell ", "\\row ", "\\nestcell ", "\\nestrow ", "\\trowd", "\\cellx500", "\\cellx-9", "\\intbl",
    "\\itap2", "{\\footnote ", "\\chftn ", "{\\field", "{\\*\\fldinst HYPERLINK \"https://example.org\"}", "{\\fldrslt ",
    "{\\shp{\\*\\shpinst", "{\\shptxt ", "{\\*\\", "{\\upr", "{\\*\\ud", "\\u-10179?", "\\u233", "\\uc2", "\\'93", "\\f5 ",
    "\\ls1", "\\ilvl12", "{\\listtext ", "\\deleted", "\\v ", "\\pard", "\\plain", "\\sect", "\\sectd", "{\\header ", "text ",
    "{\\stylesheet", "{\\fonttbl", "{\\*\\listtable", "{\\listlevel", "{\\leveltext \\'ff", "{\\info", "\\clmrg", "\\bin3 ",
    "{\\object{\\result ", "{\\pict 00", "\\ftnalt", "{\\*\\nesttableprops", "\\dropcapli2", "{\\xe ", "{\\sp{\\sn x}{\\sv y}}",
])  # fmt: skip


@given(st.lists(_WORDS, max_size=60))
def test_any_order_of_words_gives_a_statement(words: list[str]) -> None:
    statement = rtf("".join(words))
    assert not any("(" in one.what and "Error" in one.what for one in statement.problems)


def test_spoilt_files_are_read_or_refused_and_never_break_the_reader() -> None:
    chance = random.Random(7)
    whole = make_rtf(BODY)
    for _ in range(1_500):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            place, length = chance.randrange(6, len(data)), chance.randint(1, 80)
            change = chance.randrange(3)
            if change == 0:
                data[place] = chance.randrange(256)
            elif change == 1:
                del data[place : place + length]
            else:
                data[place:place] = data[max(6, place - length) : place]
        statement = read_statement(bytes(data), "a.rtf")
        assert has_errors(statement.problems) or statement.passages
        assert not any("Error" in one.what for one in statement.problems), data


def test_what_the_reader_is_given_is_what_it_reads_alone() -> None:
    """The reader works without the rooms around it: nothing is kept between two files."""
    first, second = read_rtf(make_rtf(par("one"))), read_rtf(make_rtf(par("one")))
    assert first == second


def test_brackets_behind_the_end_take_no_longer_than_other_bytes() -> None:
    before = time.process_time()
    statement = read_statement(b"{\\rtf1 one\\par}" + b"}" * 600_000, "a.rtf")
    assert time.process_time() - before < 6
    assert (texts(statement), codes(statement)) == (["one"], {"FI17"})
