"""The PDF reader: what stands on the page comes out as passages, in order, whole, and with its place."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from pipeline.models.passages import Kind, RawStatement
from pipeline.problems import has_errors
from pipeline.read.pdf.document import read_pdf

WIDTH, HEIGHT = 595.0, 842.0
LEFT, TEXT, RIGHT = 72.0, 90.0, 523.0


class Page:
    """A sheet to write on, line by line, as a word processor does."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=(WIDTH, HEIGHT), invariant=1)
        self.y = 770.0

    def line(self, text: str, x: float = LEFT, size: float = 11, bold: bool = False, gap: float = 0) -> None:
        self.y -= gap
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, self.y, text)
        self.y -= 1.3 * size

    def at(self, x: float, y: float, text: str, size: float = 11, font: str = "Helvetica") -> float:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
        return x + self.canvas.stringWidth(text, font, size)

    def full(
        self, words: str, x: float = LEFT, size: float = 11, gap: float = 0, right: float = RIGHT
    ) -> None:
        """The words, broken into lines at the right edge."""
        line = ""
        self.y -= gap
        for word in words.split():
            longer = f"{line} {word}".strip()
            if self.canvas.stringWidth(longer, "Helvetica", size) > right - x:
                self.line(line, x, size)
                longer = word
            line = longer
        self.line(line, x, size)

    def item(self, marker: str, words: str, x: float = LEFT) -> None:
        y = self.y
        self.full(words, x + 24)
        self.at(x, y, marker)

    def turn(self) -> None:
        self.canvas.showPage()
        self.y = 770.0

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


def texts(found: RawStatement, *kinds: Kind) -> list[str]:
    return [passage.text for passage in found.passages if not kinds or passage.kind in kinds]


def codes(found: RawStatement) -> set[str]:
    return {problem.code for problem in found.problems}


LONG = (
    "that the law on associations be repealed, that those who are held for their peaceful work be "
    "released at once, and that an independent body be given the means to look into every complaint"
)


def test_lines_become_paragraphs_by_the_space_between_them() -> None:
    page = Page()
    page.full(f"We ask {LONG}.")
    page.full(f"We also ask {LONG}.", gap=10)
    assert texts(read_pdf(page.bytes())) == [f"We ask {LONG}.", f"We also ask {LONG}."]


def test_a_list_over_a_page_break_with_footnotes_between_stays_one_list_with_whole_items() -> None:
    page = Page()
    page.full(f"This statement speaks of three things, and it hopes {LONG}.")
    page.y = 190
    page.line("We recommend that the Government of Cuba:")
    page.item("1.", f"Ensure {LONG} and every")
    page.at(LEFT, 80, "1", 6)
    page.at(LEFT + 6, 76, "Sample Centre, Report, 2017.", 8)
    page.turn()
    page.line("single report;", LEFT + 24)
    page.item("2.", "Publish the results;")
    page.item("3.", "Ratify the treaty.")
    found = read_pdf(page.bytes())
    items = [passage for passage in found.passages if passage.kind is Kind.LIST_ITEM]
    assert [item.marker for item in items] == ["1.", "2.", "3."]
    assert items[0].text == f"Ensure {LONG} and every single report;"
    assert [item.place.page for item in items] == [1, 2, 2]
    assert texts(found, Kind.FOOTNOTE) == ["Sample Centre, Report, 2017."]


def test_a_raised_number_is_a_note_call_and_never_part_of_a_word() -> None:
    page = Page()
    x = page.at(LEFT, 700, "The law was adopted in 2015.")
    x = page.at(x, 704, "1", 6.5)
    page.at(x, 700, " It is still in force.")
    page.at(LEFT, 90, "1", 5.5)
    page.at(LEFT + 5, 87, "Official Gazette, 2015.", 8)
    found = read_pdf(page.bytes())
    first = found.passages[0]
    assert first.text == "The law was adopted in 2015. It is still in force."
    assert [run.note for run in first.runs if run.note] == ["1"]
    assert [(note.note, note.text) for note in found.passages[1:]] == [("1", "Official Gazette, 2015.")]


def test_a_raised_number_without_a_note_is_a_superscript() -> None:
    page = Page()
    x = page.at(LEFT, 700, "A cell of 4 m")
    x = page.at(x, 704, "2", 6.5)
    page.at(x, 700, " holds six people.")
    runs = read_pdf(page.bytes()).passages[0].runs
    assert [(run.text, run.superscript) for run in runs if run.superscript] == [("2", True)]


def test_a_footnote_that_runs_over_to_the_next_page_is_one_footnote() -> None:
    page = Page()
    x = page.at(LEFT, 700, "The first page has a call")
    page.at(x, 704, "1", 6.5)
    page.at(LEFT, 86, "1", 5.5)
    page.at(LEFT + 5, 83, "A note that is longer than the room which the page has", 8)
    page.turn()
    page.line("The second page has its own text.")
    page.at(LEFT, 83, "and that ends on the next.", 8)
    notes = [passage for passage in read_pdf(page.bytes()).passages if passage.kind is Kind.FOOTNOTE]
    assert [note.text for note in notes] == [
        "A note that is longer than the room which the page has and that ends on the next."
    ]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    page = Page()
    for x, word in ((LEFT, "left"), (320.0, "right")):
        page.y = 700
        page.full(f"The {word} column says " + f"{LONG} " * 3, x, right=x + 200)
    found = " ".join(texts(read_pdf(page.bytes())))
    assert re.fullmatch(
        r"The left column says (?:that .*?complaint )+The right column says .*complaint", found
    )


def test_a_table_with_rules_is_read_cell_by_cell() -> None:
    page = Page()
    for row in range(4):
        y = 700.0 - 40 * row
        page.canvas.line(LEFT, y + 15, RIGHT, y + 15)
        page.at(LEFT, y, f"Right {row}")
        page.at(300, y, f"What happened in case {row} is")
        page.at(300, y - 13, f"told here in row {row}")
    page.canvas.line(LEFT, 565, RIGHT, 565)
    cells = [passage for passage in read_pdf(page.bytes()).passages if passage.kind is Kind.TABLE_CELL]
    assert [cell.text for cell in cells[:4]] == [
        "Right 0",
        "What happened in case 0 is told here in row 0",
        "Right 1",
        "What happened in case 1 is told here in row 1",
    ]
    assert [(cell.row, cell.column) for cell in cells[:4]] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_what_repeats_at_the_edges_of_pages_is_furniture_and_kept() -> None:
    page = Page()
    for number in range(1, 4):
        page.at(LEFT, 800, "Sample Coalition")
        page.at(290, 30, f"Page {number} of 3")
        page.full(f"On sheet {['one', 'two', 'three'][number - 1]} we ask {LONG}.")
        page.turn()
    found = read_pdf(page.bytes())
    assert len(found.passages) == 3
    assert Counter(found.furniture) == {
        "Sample Coalition": 3,
        "Page 1 of 3": 1,
        "Page 2 of 3": 1,
        "Page 3 of 3": 1,
    }


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("We recom-", "mend it. We said that we recommend it", "recommend it."),
        ("The inter-", "national law", "international law"),
        ("Civil-society groups met. The civil-", "society groups left", "The civil-society groups left"),
        ("The case of Timor-", "Leste is known", "Timor-Leste is known"),
        ("It holds – as we said -", "for all", "as we said - for all"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_again(first: str, second: str, expected: str) -> None:
    page = Page()
    page.line(first)
    page.line(second)
    assert expected in " ".join(texts(read_pdf(page.bytes())))


@pytest.mark.parametrize("pitch", [0.0, 0.6, 7.0])
def test_letters_that_are_placed_one_by_one_make_words(pitch: float) -> None:
    """Pitch 0: where they belong; 0.6: let out; 7: at a fixed step, whatever their width."""
    page = Page()
    x = LEFT
    for char in "We recommend legal reform without further delay":
        if char != " ":
            page.at(x, 700, char, 12)
        x += pitch if pitch > 5 else page.canvas.stringWidth(char, "Helvetica", 12) + pitch
    assert texts(read_pdf(page.bytes())) == ["We recommend legal reform without further delay"]


def test_larger_and_bold_lines_are_headings_by_rank() -> None:
    page = Page()
    page.line("Statement on Cuba", size=16, bold=True)
    page.line("Freedom of association", bold=True, gap=10)
    page.full(f"We ask {LONG}.", gap=4)
    found = read_pdf(page.bytes()).passages
    assert [(passage.kind, passage.level) for passage in found] == [
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.PARAGRAPH, 0),
    ]


@pytest.mark.parametrize("marker", ["26.", "(a)", "a)", "i.", "A.", "1.2", "•", "-", "–", "o"])
def test_numbers_letters_and_bullets_are_markers_and_not_text(marker: str) -> None:
    page = Page()
    page.line("We recommend:")
    page.item(marker, f"Ensure {LONG};")
    item = read_pdf(page.bytes()).passages[1]
    assert (item.kind, item.marker, item.text) == (Kind.LIST_ITEM, marker, f"Ensure {LONG};")


def test_deeper_lists_stand_further_to_the_right() -> None:
    page = Page()
    for marker, x in (("1.", LEFT), ("(a)", LEFT + 24), ("(b)", LEFT + 24), ("2.", LEFT)):
        page.item(marker, "Ratify the treaty;", x)
    assert [passage.level for passage in read_pdf(page.bytes()).passages] == [1, 2, 2, 1]


def test_a_number_that_only_begins_a_line_is_not_a_marker() -> None:
    page = Page()
    page.line("We ask that the Government repeal what remains in force of the old article")
    page.line("12. of the law on associations, which has been criticised by many.")
    assert len(read_pdf(page.bytes()).passages) == 1


def test_bold_and_italic_words_keep_their_emphasis() -> None:
    page = Page()
    x = page.at(LEFT, 700, "We ask for ")
    x = page.at(x, 700, "reform", font="Helvetica-Bold")
    page.at(x, 700, " now.", font="Helvetica-Oblique")
    assert [(run.text, run.bold, run.italic) for run in read_pdf(page.bytes()).passages[0].runs] == [
        ("We ask for", False, False),
        (" reform", True, False),
        (" now.", False, True),
    ]


@pytest.mark.parametrize("how", ["invisible", "white", "outside", "tiny"])
def test_hidden_words_are_reported_and_not_read(how: str) -> None:
    page = Page()
    page.line("A visible sentence stands here.")
    text = page.canvas.beginText(LEFT if how != "outside" else 900, 500)
    text.setFont("Helvetica", 0.4 if how == "tiny" else 11)
    text.setTextRenderMode(3 if how == "invisible" else 0)
    if how == "white":
        text.setFillColorRGB(1, 1, 1)
    text.textOut("A secret name")
    page.canvas.drawText(text)
    found = read_pdf(page.bytes())
    assert texts(found) == ["A visible sentence stands here."]
    assert codes(found) == {"FI12"}


def test_words_under_a_black_bar_are_reported_and_not_read() -> None:
    page = Page()
    page.line("The witness is")
    page.line("Sample Speaker 9")
    page.canvas.rect(LEFT - 2, page.y + 10, 120, 14, fill=1)
    found = read_pdf(page.bytes())
    assert texts(found) == ["The witness is"]
    assert codes(found) == {"FI21"}


def test_white_words_on_a_dark_area_are_read() -> None:
    page = Page()
    page.canvas.rect(LEFT - 5, 690, 200, 30, fill=1)
    page.canvas.setFillColorRGB(1, 1, 1)
    page.at(LEFT, 700, "Right to health")
    found = read_pdf(page.bytes())
    assert texts(found) == ["Right to health"]
    assert not found.problems


def scan(words: str = "") -> bytes:
    """A page that is a picture, with `words` as its invisible layer."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    page = Page()
    page.canvas.drawImage(ImageReader(Image.new("L", (60, 84), 220)), 0, 0, WIDTH, HEIGHT)
    text = page.canvas.beginText(LEFT, 700)
    text.setFont("Helvetica", 11)
    text.setTextRenderMode(3)
    text.textOut(words)
    page.canvas.drawText(text)
    return page.bytes()


def test_a_scan_without_text_is_a_problem_and_not_an_empty_statement() -> None:
    found = read_pdf(scan())
    assert codes(found) == {"FI06"}
    assert has_errors(found.problems)


def test_the_invisible_layer_over_a_scan_is_read_with_a_warning() -> None:
    found = read_pdf(scan("We recommend that the Government ratify the treaty."))
    assert texts(found) == ["We recommend that the Government ratify the treaty."]
    assert codes(found) == {"FI27"}


def small(text: str = "We recommend that the Government ratify the treaty.") -> bytes:
    page = Page()
    page.line(text)
    return page.bytes()


def test_a_password_is_named_as_the_reason() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(small())))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert codes(read_pdf(out.getvalue())) == {"FI05"}


def test_a_script_and_an_attachment_are_reported() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(small())))
    writer.root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    )
    writer.add_attachment("x.txt", b"x")
    out = io.BytesIO()
    writer.write(out)
    found = read_pdf(out.getvalue())
    assert [problem.code for problem in found.problems] == ["FI13", "FI13"]
    assert not has_errors(found.problems)


def test_too_many_pages_are_refused() -> None:
    page = Page()
    for _ in range(301):
        page.line("x")
        page.turn()
    assert codes(read_pdf(page.bytes())) == {"FI04"}


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_reads_as_a_level_one(rotation: int) -> None:
    page = Page()
    page.canvas.setPageRotation(rotation)
    page.full(f"We ask {LONG}.")
    assert texts(read_pdf(page.bytes())) == [f"We ask {LONG}."]


def test_text_that_runs_up_the_margin_does_not_mix_with_the_lines() -> None:
    page = Page()
    page.full(f"We ask {LONG}.")
    page.canvas.rotate(90)
    page.at(300, -40, "Sample Coalition 2018")
    assert texts(read_pdf(page.bytes())) == [f"We ask {LONG}.", "Sample Coalition 2018"]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"<html></html>", b"%PDF-1.7\n" + bytes(range(256)) * 9]
)
def test_what_is_no_pdf_is_a_problem(data: bytes) -> None:
    found = read_pdf(data)
    assert has_errors(found.problems)
    assert not found.passages


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, 1500), wrong=st.binary(min_size=1, max_size=8))
def test_a_damaged_file_never_raises(cut: int, wrong: bytes) -> None:
    data = small()
    place = cut % len(data)
    for broken in (data[:place], data[:place] + wrong + data[place + len(wrong) :]):
        found = read_pdf(broken)
        assert found.passages or has_errors(found.problems)


WORDS = st.lists(st.text("abcdefgh ijklmnopqrstuvwxyzABC.,;:()1290-", min_size=1, max_size=70), max_size=30)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(lines=WORDS, indents=st.lists(st.sampled_from([72, 90, 200, 320]), min_size=30, max_size=30))
def test_no_letter_is_lost_or_made(lines: list[str], indents: list[int]) -> None:
    """Passages, markers, note marks and furniture together hold the letters of the page."""
    page = Page()
    for line, indent in zip(lines, indents, strict=False):
        page.line(line, float(indent), size=9 if indent == 320 else 11)
    assert letters_of(read_pdf(page.bytes())) == Counter(re.sub(r"[\s-]", "", "".join(lines)))


def letters_of(found: RawStatement) -> Counter[str]:
    parts = [
        passage.marker + passage.note + "".join(run.text + run.note for run in passage.runs)
        for passage in found.passages
    ]
    return Counter(re.sub(r"[\s\u00ad-]", "", "".join([*parts, *found.furniture])))


SAMPLES = (
    "drw_accessnow_australia_upr37",
    "g0917123",
    "g1414064",
    "g2420410",
    "Slovenia",
    "infographic-slovenia",
)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_visible_letter_of_a_real_file_is_lost(shared: Path, name: str) -> None:
    import pypdfium2

    data = (shared / "samples" / f"{name}.pdf").read_bytes()
    raw = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    raw = raw.replace("\uf0b7", "•")
    assert letters_of(read_pdf(data)) == Counter(re.sub(r"[\s\u00ad\ufffe\x02-]", "", raw))


def test_the_submission_on_australia_reads_as_its_careful_transcription(shared: Path) -> None:
    """Every paragraph of the transcription is one passage, word for word, with its number as marker."""
    gold = (shared / "gold/texts/en_accessnow-drw_australia_upr37.txt").read_text("utf-8").splitlines()
    data = (shared / "samples" / "drw_accessnow_australia_upr37.pdf").read_bytes()
    found = read_pdf(data).passages
    numbered = {}
    for line in gold:
        match = re.match(r"(\d+\.) (.*)", line)
        if match:
            numbered[match[1]] = match[2]
    assert len(numbered) == 33
    for marker, expected in numbered.items():
        item = next(passage for passage in found if passage.marker == marker)
        ours = "".join(run.text or run.note for run in item.runs)
        assert re.sub(r"\s", "", ours) == re.sub(r"\s", "", expected)
    items = [passage for passage in found if passage.kind is Kind.LIST_ITEM]
    assert [item.marker for item in items] == [f"{number}." for number in range(1, 34)]
    stem = items[24]
    assert stem.text.endswith("We recommend that the government of Australia:")
    assert [item.place.page for item in items[24:32]] == [5, 5, 6, 6, 6, 6, 6, 6]
    notes = [passage.note for passage in found if passage.kind is Kind.FOOTNOTE]
    assert notes == [str(number) for number in range(1, 34)]
