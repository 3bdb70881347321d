"""Old Word files that are damaged, protected, too old or made to break readers: a clear problem, nothing else."""

from __future__ import annotations

import random
import struct

import pytest

from pipeline.models.passages import FileKind
from pipeline.problems import has_errors
from pipeline.read import read_statement
from tests.growth import grows_in_proportion, seconds
from tests.hostile.fuzz import judge
from tests.hostile.mutations import spoilt
from tests.read.conftest import codes, texts
from tests.read.doc_files import (
    BEGIN,
    BOLD,
    LIST,
    SIZE,
    STYLES,
    Doc,
    Style,
    cell,
    container,
    doc,
    level,
    list_tables,
    make_doc,
    para,
    row,
    run,
    sprm,
)


@pytest.mark.parametrize(
    ("given", "code", "word"),
    [
        ({"version": 0xBF}, "FI02", "Word 95"),
        ({"sign": 0xA5DC}, "FI02", "Word 95"),
        ({"sign": 0x1234}, "FI03", "does not begin"),
        ({"flags": 0x1300}, "FI05", "password"),
        ({"flags": 0x9300}, "FI05", "password"),
        ({"flags": 0x1000}, "FI03", "0Table"),
    ],
)
def test_a_file_that_is_older_protected_or_damaged_is_refused(
    given: dict[str, int], code: str, word: str
) -> None:
    statement = doc("words", **given)
    [problem] = statement.problems
    assert problem.code == code
    assert word in problem.what
    assert statement.passages == ()


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.txt", "a.rtf", "a.odt"])
def test_under_the_name_of_another_format_it_is_read_and_told_of(name: str) -> None:
    statement = read_statement(make_doc("words"), name)
    assert texts(statement) == ["words"]
    [problem] = statement.problems
    assert (problem.code, dict(problem.values)["kind"]) == ("FI07", "an old Word file (.doc)")


def test_it_is_read_under_its_own_names_and_told_of_under_one_that_says_nothing() -> None:
    for name, expected in (("a.doc", set()), ("A.DOT", set()), ("a", set()), ("a.2019", {"FI07"})):
        statement = read_statement(make_doc("words"), name)
        assert statement.kind is FileKind.DOC
        assert codes(statement) == expected


def test_files_of_word_97_are_read() -> None:
    for version in (0xC0, 0xC1, 0xC2):
        assert texts(doc("words", version=version)) == ["words"]


def test_words_behind_the_end_of_a_file_are_told_of() -> None:
    pieces = (
        struct.pack("<3I", 0, 6, 1_000)
        + struct.pack("<HIH", 0, BEGIN, 0)
        + struct.pack("<HIH", 0, 0x10000000, 0)
    )
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    statement = doc("words", tables={"pieces": clx})
    assert texts(statement) == ["words"]
    assert codes(statement) == {"FI17"}


@pytest.mark.parametrize("clx", [b"", b"\x02", b"\x01\xff\xff", b"\x03", b"\x02\xff\xff\xff\xff" + bytes(12)])
def test_a_file_without_a_table_of_its_text_is_refused(clx: bytes) -> None:
    statement = doc("words", tables={"pieces": clx})
    assert has_errors(statement.problems)


def test_a_file_of_more_letters_than_any_statement_is_refused() -> None:
    """A million pieces may all show the same half of the file."""
    count = 1_000
    pieces = struct.pack(f"<{count + 1}I", *range(0, 5_000 * (count + 1), 5_000))
    pieces += struct.pack("<HIH", 0, BEGIN, 0) * count
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    assert codes(doc("words", tables={"pieces": clx})) == {"FI04"}


def test_chains_of_sectors_that_go_in_circles_end() -> None:
    data = bytearray(make_doc(*["A paragraph of the sample statement."] * 200))
    fat = 512 + 512 * struct.unpack_from("<I", data, 76)[0]
    for entry in range(0, 60):
        spoilt_ = bytearray(data)
        struct.pack_into("<I", spoilt_, fat + 4 * entry, 0)
        assert judge(read_statement(bytes(spoilt_), "a.doc")) == ("", "")


def test_entries_of_a_directory_that_lead_to_each_other_end() -> None:
    data = bytearray(make_doc("words"))
    first = 512 + 512 * struct.unpack_from("<I", data, 48)[0]
    for entry in range(3):
        struct.pack_into("<3I", data, first + 128 * entry + 68, 1, 2, 1)
    assert judge(read_statement(bytes(data), "a.doc")) == ("", "")


def test_every_place_of_the_head_may_say_anything() -> None:
    data = make_doc(
        "One paragraph.",
        cell("a"),
        cell("b"),
        row(0, 1000, 2000),
        para("item", own=sprm(LIST, 1)),
        tables=list_tables([[level("\0.")]]),
    )
    begin = data.index(b"\xec\xa5")
    for at in range(begin + 2, begin + 0x300, 4):
        for number in (0, 1, 0x7FFFFFFF, 0xFFFFFFFF):
            bad = data[:at] + struct.pack("<I", number) + data[at + 4 :]
            assert judge(read_statement(bad, "a.doc")) == ("", "")


def test_a_file_cut_at_any_place_is_read_or_refused() -> None:
    data = make_doc("One paragraph.", "Another.", para(run("bold", sprm(BOLD))))
    for length in range(0, len(data), 97):
        assert judge(read_statement(data[:length], "a.doc")) == ("", "")


def test_files_spoilt_at_random_are_read_or_refused() -> None:
    data = make_doc(
        "One paragraph.", cell("a"), cell("b"), row(0, 1000, 2000), para("item", own=sprm(LIST, 1)),
        para(run("bold", sprm(BOLD)), style=1), tables=list_tables([[level("\0."), level("(\1)", 4)]]),
    )  # fmt: skip
    chance = random.Random(7)
    for _ in range(400):
        assert judge(read_statement(spoilt(chance, data, "doc", data), "a.doc")) == ("", "")


def test_a_container_with_too_many_parts_is_refused() -> None:
    main, tables = Doc(parts={"text": [para("words")]}).streams_made()
    streams = {"WordDocument": main, "1Table": tables, **{f"x{number}": b"" for number in range(2_100)}}
    assert codes(read_statement(container(streams), "a.doc")) == {"FI04"}


def test_work_grows_with_the_size_of_a_file() -> None:
    def seconds_for(size: int) -> float:
        bold = sprm(BOLD)
        data = make_doc(*[para("One ", run("bold", bold), " word after the other.")] * (size // 10))
        return seconds(lambda: read_statement(data, "a.doc"))

    assert grows_in_proportion(seconds_for, 40_000)


def test_work_grows_with_the_number_of_pieces() -> None:
    def seconds_for(size: int) -> float:
        pieces = struct.pack(f"<{size + 1}I", *range(size + 1)) + struct.pack("<HIH", 0, BEGIN, 0) * size
        data = make_doc("words", tables={"pieces": b"\x02" + struct.pack("<I", len(pieces)) + pieces})
        data = data.replace(struct.pack("<8i", 6, *[0] * 7), struct.pack("<8i", size, *[0] * 7), 1)
        return seconds(lambda: read_statement(data, "a.doc"))

    assert grows_in_proportion(seconds_for, 80_000)


def test_work_grows_with_the_letters_that_a_long_list_of_properties_is_for() -> None:
    def seconds_for(count: int) -> float:
        changes = sprm(BOLD) * 21_000
        paragraphs = [para(*[run("a", sprm(SIZE, 24), sprm(0x6815, number)) for number in range(count)])]
        pieces = struct.pack("<II", 0, count + 1) + struct.pack("<HIH", 0, BEGIN, 1)
        clx = b"\x01" + struct.pack("<H", len(changes)) + changes
        clx += b"\x02" + struct.pack("<I", len(pieces)) + pieces
        data = make_doc(*paragraphs, tables={"pieces": clx})
        return seconds(lambda: read_statement(data, "a.doc"))

    assert seconds_for(400) < 3 * seconds_for(50) + 0.1


def test_work_grows_with_the_styles_that_are_based_on_others() -> None:
    def seconds_for(count: int) -> float:
        styles = dict(STYLES)
        for number in range(49):
            big = sprm(BOLD) * 2_000
            styles[30 + number] = Style(f"S{number}", base=29 + number if number else 0, letters=big)
        for number in range(count):
            styles[100 + number] = Style(f"L{number}", base=78)
        data = make_doc(*[para("x", style=100 + number) for number in range(count)], styles=styles)
        return seconds(lambda: read_statement(data, "a.doc"))

    assert seconds_for(64) < 3 * seconds_for(8) + 0.1


def test_rows_with_far_too_many_properties_are_refused() -> None:
    changes = sprm(0x3404) * 21_000
    rows = [part for edge in range(1, 140) for part in (cell("a"), row(0, 100 + edge))]
    text = 3 * 139
    pieces = struct.pack("<II", 0, text) + struct.pack("<HIH", 0, BEGIN, 1)
    clx = b"\x01" + struct.pack("<H", len(changes)) + changes
    clx += b"\x02" + struct.pack("<I", len(pieces)) + pieces
    assert codes(doc(*rows, tables={"pieces": clx})) == {"FI04"}
