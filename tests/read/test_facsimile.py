"""Fact sheets read to be bound in: nothing but what their pages draw, upright, and only what can be searched."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream

from pipeline.models.factsheet import FactSheet
from pipeline.problems import Problem
from pipeline.read import read_fact_sheet
from tests import sheets
from tests.bad import documents
from tests.sheets import CANARY


def read(data: bytes, pages: tuple[int, ...] = ()) -> tuple[FactSheet | None, list[Problem]]:
    sheet, problems = read_fact_sheet(data, "sheet.pdf", pages)
    return sheet, list(problems)


def sound(data: bytes, pages: tuple[int, ...] = ()) -> FactSheet:
    sheet, problems = read(data, pages)
    assert sheet is not None, problems
    return sheet


def refusal(data: bytes, pages: tuple[int, ...] = ()) -> str:
    """The code of the problem with which a sheet is refused, and its reason."""
    sheet, problems = read(data, pages)
    assert sheet is None
    return f"{problems[-1].code}: {problems[-1].what}"


def everything(data: bytes) -> bytes:
    """All bytes of a file, and those of every stream, unpacked; strings also as they are read."""
    found = [data]
    reader: Any = pypdf.PdfReader(io.BytesIO(data))
    for number in range(1, reader.trailer["/Size"]):
        value = reader.get_object(number)
        found.append(repr(value).encode())
        if hasattr(value, "get_data"):
            raw = value._data
            found += [raw, inflated(raw)]
    return b"\n".join(found)


def inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return b""


def test_the_pages_and_words_of_a_sound_sheet_come_along() -> None:
    """Every page with its number, size and words; the words are those of the page, in their order."""
    sheet = sound(sheets.embedded(2))
    assert [page.number for page in sheet.pages] == [1, 2]
    assert sheet.total == 2
    said = " ".join(sheet.pages[1].words)
    assert [said.index(words) for words in sheets.WORDS] == sorted(
        said.index(words) for words in sheets.WORDS
    )
    assert sheet.pages[0].width == pytest.approx(595.28, abs=0.1)


def test_the_words_can_still_be_taken_from_the_pages() -> None:
    """Text stays text: PDFium finds in the bare pages what it finds in the sheet."""
    data = sheets.embedded(2)
    assert texts(sound(data).data) == texts(data)


def texts(data: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in file]


def test_nothing_of_what_a_sheet_carries_beside_its_pages_comes_along() -> None:
    """Scripts, attachments, annotations, metadata, private data, thumbnails, remarks, unused objects."""
    data = sheets.laden()
    assert CANARY.encode() in everything(data)
    sheet, problems = read(data)
    assert sheet is not None
    assert CANARY.encode() not in everything(sheet.data)
    assert texts(sheet.data)[0].split() == texts(sheets.embedded(1))[0].split()
    assert {"FI13"} <= {found.code for found in problems}


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_picture_comes_without_what_cameras_write_into_it(wrapped: bool) -> None:
    """EXIF, remarks, and what somebody put behind its end; the pixels are the same."""
    data = sheets.with_photo(f"{CANARY} behind".encode(), wrapped)
    assert everything(data).count(CANARY.encode()) >= 4
    sheet = sound(data)
    assert CANARY.encode() not in everything(sheet.data)
    assert sheet.pages[0].pictured
    assert pixels(sheet.data) == pixels(data)


def pixels(data: bytes) -> list[bytes]:
    return [
        image.image.tobytes() for page in pypdf.PdfReader(io.BytesIO(data)).pages for image in page.images
    ]  # type: ignore[union-attr]


def test_words_on_a_layer_that_is_off_stay_out() -> None:
    """Neither seen nor found; on a layer that is on they stand where they stood."""
    hidden, shown = sound(sheets.layered("/OFF")), sound(sheets.layered("/ON"))
    assert CANARY not in "".join(texts(hidden.data))
    assert CANARY.encode() not in everything(hidden.data)
    assert CANARY in "".join(texts(shown.data))
    assert b"/OC" not in everything(shown.data)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_turned_and_cropped_page_is_upright_and_whole(degrees: int) -> None:
    """It looks as PDFium shows the sheet itself, and is as large as its visible part."""
    data = sheets.turned(degrees)
    sheet = sound(data)
    size = (sheet.pages[0].width, sheet.pages[0].height)
    assert size == ((400, 600) if degrees % 180 == 0 else (600, 400))
    assert picture(sheet.data) == picture(data)


def picture(data: bytes) -> bytes:
    return bytes(pypdfium2.PdfDocument(data)[0].render(scale=0.5).to_pil().tobytes())


def test_fonts_are_counted_and_those_that_are_not_embedded() -> None:
    """A page in Helvetica keeps no PDF/A; it has no picture, which would look otherwise elsewhere."""
    sheet = sound(sheets.loose())
    assert (sheet.fonts, sheet.loose, sheet.keeps) == (1, 1, "")
    assert sheet.reasons == ("a font that is not embedded",)
    assert sheet.pages[0].picture == b""


def test_embedded_fonts_that_hold_what_they_say_keep_level_u() -> None:
    """And the page has a picture for formats that cannot hold pages."""
    sheet = sound(sheets.embedded(1))
    assert sheet.fonts > 0
    assert (sheet.loose, sheet.keeps, sheet.reasons) == (0, "U", ())
    assert sheet.pages[0].picture.startswith((b"\x89PNG", b"\xff\xd8"))


def test_pages_that_nobody_will_see_have_all_but_a_picture() -> None:
    """Drawing one takes most of the time; what is found on the pages is the same."""
    data = sheets.embedded(1)
    seen, told = read_fact_sheet(data, "sheet.pdf")
    unseen, same = read_fact_sheet(data, "sheet.pdf", (), False)
    assert seen is not None and unseen is not None
    assert seen.pages[0].picture
    pages = tuple(replace(page, picture=b"") for page in seen.pages)
    assert (unseen, same) == (replace(seen, pages=pages), told)


def test_bookmarks_lead_to_their_pages_and_places() -> None:
    """Only those of pages that are bound in, counted among these."""
    every, second = sound(sheets.embedded(2)), sound(sheets.embedded(2), (2,))
    assert [(mark.level, mark.title, mark.page) for mark in every.marks] == [
        (1, "Sample chapter 1 · 1", 0),
        (2, "Sample section 1 · 1", 0),
        (1, "Sample chapter 2 · 2", 1),
        (2, "Sample section 2 · 2", 1),
    ]
    assert [(mark.title, mark.page) for mark in second.marks] == [
        ("Sample chapter 2 · 2", 0),
        ("Sample section 2 · 2", 0),
    ]
    assert 0 < every.marks[0].down < every.marks[1].down < 1


def test_chosen_pages_alone_are_bound_in() -> None:
    """Nothing of the others is in the bare pages."""
    sheet = sound(sheets.embedded(2), (2,))
    assert ([page.number for page in sheet.pages], sheet.total) == ([2], 2)
    assert "Page 1." not in "".join(texts(sheet.data))


def test_the_same_sheet_gives_the_same_bytes() -> None:
    """Twice in one process, and with chosen pages."""
    assert read(sheets.embedded(2)) == read(sheets.embedded(2))
    assert sound(sheets.with_photo()).data == sound(sheets.with_photo()).data


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (documents.docx(), "FS01: the fact sheet is no PDF but a .docx file"),
        (b"", "FS02: the fact sheet cannot be bound in: the file is empty"),
        (sheets.loose()[:900], "FS02: the fact sheet cannot be bound in: its end is missing"),
        (documents.encrypted(userPassword="sample", ownerPassword="other"), "password"),
        (sheets.many(13), "FS03: the fact sheet has 13 pages, where at most 12"),
        (documents.pdf(documents.picture), "FS06: page 1 of the fact sheet cannot be searched"),
        (documents.pdf(documents.recognised), "text recognition"),
        (sheets.drawn("0 g 50 50 100 100 re f"), "no text"),
        (sheets.drawn(sheets.said("Seen words") + f"\n3 Tr {sheets.said('Hidden words')}"), "hidden"),
        (sheets.drawn(f"{sheets.said('Seen words')} 1 g {sheets.said('White words', y=500)}"), "hidden"),
        (sheets.drawn(sheets.said("Seen words") + sheets.said("Outside words", x=700)), "hidden"),
        (
            sheets.drawn(
                sheets.said("Seen words") + sheets.said("Covered words", y=500) + "\n0 g 60 480 300 60 re f"
            ),
            "blacked out",
        ),
    ],
)
def test_what_cannot_be_bound_in_or_searched_is_refused(data: bytes, says: str) -> None:
    """Always with a sentence, never with an exception; all of them are warnings."""
    assert says in refusal(data)
    _, problems = read(data)
    assert {found.severity.value for found in problems} <= {"warning", "note"}


def test_a_page_that_is_not_there_is_told() -> None:
    """And pages beyond the limit are none if few are chosen."""
    assert refusal(sheets.many(2), (1, 3)).startswith("FS08: the fact sheet has no page 3: it has 2")
    assert [page.number for page in sound(sheets.many(20), (19, 20)).pages] == [19, 20]


def test_a_file_that_one_library_cannot_open_is_written_anew_by_the_other() -> None:
    """PDFium rebuilds a lost table of objects; what lies on a layer that is off stays out all the same."""
    lost = re.sub(rb"startxref\s+\d+", b"startxref\n", sheets.embedded(1))
    with pytest.raises(PyPdfError):
        pypdf.PdfReader(io.BytesIO(lost)).pages[0]
    assert sound(lost).pages[0].words == sound(sheets.embedded(1)).pages[0].words
    layered = re.sub(rb"startxref\s+\d+", b"startxref\n", sheets.layered("/OFF"))
    assert CANARY not in "".join(texts(sound(layered).data))


def test_a_form_that_draws_itself_is_refused_and_does_not_hang() -> None:
    """An object that holds itself could be copied for ever."""

    def tie(writer: Any) -> None:
        form = sheets.stream("/Self Do")
        form.update(sheets.entries({"/Type": "/XObject", "/Subtype": "/Form", "/BBox": [0, 0, 99, 99]}))
        reference = writer._add_object(form)
        own = sheets.entries({"/XObject": {"/Self": reference}})
        form[sheets.NameObject("/Resources")] = own
        writer.pages[0]["/Resources"][sheets.NameObject("/XObject")] = own["/XObject"]

    data = sheets.changed(sheets.drawn(sheets.said("Seen words") + "\n/Self Do"), tie)
    from pipeline.read.facsimile.copy import copied
    from pipeline.read.limits import Refused

    with pytest.raises(Refused, match="holds itself"):  # PDFium must not see it: it would end the process
        copied(data, (1,))


OPERATORS = st.lists(
    st.sampled_from(
        [
            *("q", "Q", "BT", "ET", "EMC", "/P <</MCID 0>> BDC", "/Artifact BMC", "/OC /L BDC", "BX", "EX"),
            *("0.5 g", "1 0 0 rg", "0 0 0 1 k", "/Sample cs", "1 0 0 1 5 5 cm", "/F1 12 Tf", "/Other 9 Tf"),
            *("72 700 Td", "(words) Tj", "[(wo) -20 (rds)] TJ", "T*", "(next) '", "3 Tr", "/Nothing Do"),
            *("10 10 50 50 re", "f", "W n", "/Nothing gs", "/Nothing sh", "(odd) Td", "q q q", "1 d", "foo"),
            *("% a remark\n", "/Span <</ActualText (other)>> BDC", "BI /W 1 /H 1 /BPC 8 /CS /G ID \x41 EI"),
        ]
    ),
    max_size=30,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(OPERATORS)
def test_any_operators_come_out_balanced_without_marks_and_unchanged_by_a_second_time(
    found: list[str],
) -> None:
    """Graphics states and texts are closed, names lead somewhere, and what is clean stays as it is."""
    from pipeline.read.facsimile.content import clean_content

    def cleaned(content: bytes) -> bytes:
        reader = pypdf.PdfReader(io.BytesIO(sheets.loose()))
        operations = ContentStream(sheets.stream(content), reader).operations
        return clean_content(operations, lambda kind, name: name == "/F1", lambda name: True).data

    once = cleaned("\n".join(found).encode("latin-1"))
    words = [line.rpartition(b" ")[2] for line in once.split(b"\n")]
    assert words.count(b"q") == words.count(b"Q")
    assert words.count(b"BT") == words.count(b"ET")
    assert not {b"BMC", b"BDC", b"EMC", b"BX", b"EX", b"foo", b"Do", b"gs", b"sh", b"cs"} & set(words)
    assert b"/Other" not in once
    assert b"remark" not in once
    assert cleaned(once) == once


def test_a_font_that_lies_about_its_widths_keeps_nothing() -> None:
    """The proof is of the font's own program, not of what the sheet says."""

    def lie(writer: Any) -> None:
        for value in writer._objects:
            if isinstance(value, dict) and "/Widths" in value:
                value[sheets.NameObject("/Widths")] = sheets.entries([999] * len(value["/Widths"]))

    sheet = sound(sheets.changed(sheets.embedded(1), lie))
    assert sheet.keeps == ""
    assert "a font whose letters are not as wide as it says" in sheet.reasons


def test_a_letter_without_a_meaning_leaves_level_b() -> None:
    """It is seen as it is meant, and not known to who copies it; three side by side may be a name (FS06)."""

    def forget(letters: int) -> bytes:
        def change(writer: Any) -> None:
            fonts = [value for value in writer._objects if isinstance(value, dict) and "/ToUnicode" in value]
            cmap = fonts[0]["/ToUnicode"].get_object().get_data()
            rows = re.findall(rb"<\w\w> <\w{4}>\n", cmap)
            kept = rows[: len(rows) - 1 - letters] + rows[-1:]  # the last is the blank
            bare = cmap.replace(b"".join(rows), b"".join(kept))
            bare = bare.replace(b"%d beginbfchar" % len(rows), b"%d beginbfchar" % len(kept))
            fonts[0][sheets.NameObject("/ToUnicode")] = writer._add_object(sheets.stream(bare))

        return sheets.changed(sheets.embedded(1), change)

    assert sound(forget(1)).keeps == "B"
    assert "does not say which letters" in refusal(forget(10))


@pytest.mark.parametrize(
    ("encoding", "keeps"), [("/MacRomanEncoding", "U"), ("/WinAnsiEncoding", ""), ("/Unknown", "")]
)
def test_an_encoding_counts_where_the_font_has_a_table_for_it(encoding: str, keeps: str) -> None:
    """The sheet's fonts have a table for the Macintosh alone, as those that its system writes."""

    def encode(writer: Any) -> None:
        for value in writer._objects:
            if isinstance(value, dict) and "/FontDescriptor" in value:
                value[sheets.NameObject("/Encoding")] = sheets.NameObject(encoding)
                value["/FontDescriptor"].get_object()[sheets.NameObject("/Flags")] = sheets.NumberObject(32)

    assert sound(sheets.changed(sheets.embedded(1), encode)).keeps == keeps


@pytest.mark.parametrize(
    ("content", "space"),
    [("0 0 0 1 k", "DeviceCMYK"), ("/Spot cs 1 scn", "Separation")],
)
def test_colours_without_a_meaning_keep_nothing(content: str, space: str) -> None:
    """CMYK and spot colours mean nothing beside an output intent of sRGB."""

    def colour(writer: Any) -> None:
        page = writer.pages[0]
        function = {"/FunctionType": 2, "/Domain": [0, 1], "/C0": [1, 1, 1], "/C1": [0, 0, 0], "/N": 1}
        spot = ["/Separation", "/Sample", "/DeviceRGB", function]
        page["/Resources"][sheets.NameObject("/ColorSpace")] = sheets.entries({"/Spot": spot})
        drawn = page["/Contents"].get_object().get_data() + f"\n{content} 9 9 20 20 re f".encode()
        page[sheets.NameObject("/Contents")] = writer._add_object(sheets.stream(drawn))

    sheet = sound(sheets.changed(sheets.embedded(1), colour))
    assert sheet.keeps == ""
    assert any(space in reason for reason in sheet.reasons)


def test_every_object_of_the_bare_pages_has_only_entries_that_are_named() -> None:
    """No key of any object but those that the tables allow, whatever the sheet had."""
    from pipeline.read.facsimile.tables import TABLES

    allowed = {key for table in TABLES.values() for key in table}
    structure = {
        *("/Type", "/Pages", "/Kids", "/Count", "/Parent", "/MediaBox", "/Contents", "/Resources", "/Rotate"),
        *(
            "/Filter",
            "/Length",
            "/DecodeParms",
            "/Producer",
            "/Font",
            "/XObject",
            "/ExtGState",
            "/ColorSpace",
        ),
    }
    reader: Any = pypdf.PdfReader(io.BytesIO(sound(sheets.laden()).data))
    found = {key for number in range(1, reader.trailer["/Size"]) for key in keys(reader.get_object(number))}
    named = {key for key in found if not re.fullmatch(r"/(F\d+|[A-Z]\w*\+\d+|F\w+\+\d)", key)}
    assert named - allowed - structure == set()


def keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            if not hasattr(inner, "idnum"):
                yield from keys(inner) if key not in ("/Font", "/XObject") else ()
