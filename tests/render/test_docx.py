"""A Word file holds every word in order, opens without repair, and tells of its maker only what it should."""

from __future__ import annotations

import dataclasses
import io
import itertools
import re
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image as Pixels

from pipeline.models.document import (
    Cell,
    Contents,
    Document,
    Furniture,
    Heading,
    Image,
    Inline,
    Item,
    ItemList,
    Label,
    Note,
    Notes,
    Paragraph,
    Part,
    Portrait,
    Quote,
    Slot,
    Space,
    Table,
    Timeline,
)
from pipeline.render.docx import render_docx
from tests.render.pdf_style import default_style

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def words(text: str, **look: Any) -> tuple[Inline, ...]:
    return (Inline(text, **look),)


def paragraph(text: str, role: Any = "own", **more: Any) -> Paragraph:
    return Paragraph(words(text), role, **more)


def photo() -> bytes:
    stream = io.BytesIO()
    Pixels.new("RGB", (30, 40), "#808080").save(stream, "JPEG")
    return stream.getvalue()


def cover() -> Part:
    facts = Table(((Cell((paragraph("When"),)), Cell((paragraph("12 April 2018"),))),), (1, 3), look="key")
    return Part(
        "cover",
        (
            Space(6),
            Paragraph(words("Cuba"), "title"),
            facts,
            Space(fill=True),
            paragraph("To lift a recommendation.", "notice"),
            paragraph("All missions are invited.", "small"),
        ),
        running=False,
    )


def tables() -> Part:
    head = tuple(Cell((paragraph(text),), header=True) for text in ("No.", "Text", "Page"))
    group = (Cell((paragraph("Sample Centre"),), header=True, span=3),)
    row = (
        Cell((Paragraph(words("R1", role="number", link="s1-R1")),), anchor="R1"),
        Cell((paragraph("Ratify the treaty.", "text", language="fr"), paragraph("Treaties", "small"))),
        Cell((Paragraph((Inline("p. "), Inline("", page_of="s1-R1", link="s1-R1"))),)),
    )
    slots = (
        Slot("10.00", 3, "3 min", words("Opening")),
        Slot("10.03", 6, "6 min", words("Sample Speaker 1"), words("Justice"), "speaker"),
        Slot("10.09", 40, "40 min", words("Dialogue"), kind="dialogue"),
    )
    grid = Table((head, group, row), (1, 6, 1), 1, group_rows=frozenset({1}), summary="All of them")
    return Part("agenda", (Heading(1, words("Agenda"), "agenda"), Timeline(slots), grid, grid))


def statement() -> Part:
    recommended = Label("R1", "recommendation", "R1", "s1-R1")
    asked = Label("Q1", "question", "", "s1-Q1")
    return Part(
        "statement",
        (
            Heading(1, words("Sample Centre"), "s1"),
            paragraph("Sample Speaker 1, lawyer", "signature"),
            Heading(2, words("Fair trial"), listed=False, own=False, language="es"),
            Paragraph(
                (
                    Inline("It was "),
                    Inline("recommended", italic=True),
                    Inline("3", note=True, link="n3", anchor="c3"),
                    Inline(" before", bold=True, underline=True),
                    Inline(", see "),
                    Inline("https://example.org/a", address="https://example.org/a"),
                ),
                language="es",
            ),
            ItemList(
                (Item("(a)", words("Ratify the treaty."), 1, "", (recommended,)), Item("•", words("deep"), 2))
            ),
            Paragraph(words("When will it answer?"), labels=(asked,), language="es"),
            Quote((paragraph("A treaty says so.", "text"),)),
            Notes((Note("3", words("A source."), "n3", "c3"),)),
        ),
    )


def bios() -> Part:
    image = Image(photo(), 70, 'Portrait of "Sample" & <Speaker>')
    return Part(
        "bios",
        (
            Heading(1, words("Speakers"), "bios"),
            Portrait(image, (paragraph("Sample Speaker 1"), paragraph("A bio.", "text"))),
            Portrait(None, (paragraph("Sample Speaker 2"),)),
            image,
            Paragraph(words("مرحبا"), "text", language="ar", direction="rtl"),
        ),
        new_page=False,
    )


def document(*parts: Part, **changes: Any) -> Document:
    contents = Part("contents", (Heading(1, words("Contents"), listed=False), Contents(2)))
    base = Document(
        "Cuba: briefing pack",
        "en",
        parts or (cover(), contents, tables(), statement(), bios()),
        Furniture(words("Pre-session on Cuba"), words("12 April"), words("UPR Info"), ("DRAFT", "SAMPLE")),
        author="UPR Info",
        subject="Pre-session",
        keywords=("UPR", "Cuba"),
        created="2018-04-12",
    )
    return dataclasses.replace(base, **changes)


PAGES = {"agenda": 3, "s1": 4, "s1-R1": 4, "bios": 5}


def made(*parts: Part, **changes: Any) -> bytes:
    return render_docx(document(*parts, **changes), default_style(), PAGES)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return made()


def part_of(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def story(data: bytes) -> etree._Element:
    return part_of(data, "word/document.xml")


def shown(element: etree._Element) -> str:
    pieces = [
        node.text or "" if node.tag == W + "t" else " "
        for node in element.iter(W + "t", W + "tab", W + "br")
        if node.getparent().tag == W + "r"
    ]
    return " ".join("".join(pieces).split())


def texts(data: bytes) -> list[str]:
    return [text for p in story(data).iter(W + "p") if (text := shown(p))]


def styled(data: bytes, style: str) -> list[str]:
    found = [
        p for p in story(data).iter(W + "p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='{style}']") is not None
    ]
    return [shown(p) for p in found]


def test_every_word_stands_in_the_order_of_the_document(whole: bytes) -> None:
    assert texts(whole)[:4] == ["Cuba", "When", "12 April 2018", "To lift a recommendation."]
    assert texts(whole)[4:9] == [
        "All missions are invited.",
        "Contents",
        "Agenda 3",
        "Sample Centre 4",
        "Speakers 5",
    ]
    start = texts(whole).index("Sample Speaker 1, lawyer")
    assert texts(whole)[start + 1 : start + 9] == [
        "Fair trial",
        "It was recommended 3 before, see https://example.org/a",
        "R1 (a) Ratify the treaty.",
        "• deep",
        "Q1 When will it answer?",
        "A treaty says so.",
        "Speakers",
        "Sample Speaker 1",
    ]
    assert [shown(note) for note in part_of(whole, "word/footnotes.xml")][2:] == ["3 A source."]


def test_a_note_is_a_footnote_with_the_mark_of_its_author(whole: bytes) -> None:
    """Word's own number does not replace it; every footnote is called once, and none is called in vain."""
    called = list(story(whole).iter(W + "footnoteReference"))
    notes = part_of(whole, "word/footnotes.xml")
    assert [call.get(W + "customMarkFollows") for call in called] == ["1"]
    assert [call.getnext().text for call in called] == ["3"]
    assert [note.get(W + "id") for note in notes] == ["-1", "0", *(call.get(W + "id") for call in called)]
    assert part_of(whole, "word/settings.xml").find(f"{W}footnotePr") is not None


def test_a_note_that_nothing_calls_stays_at_the_end_of_its_statement() -> None:
    """Word has no page for it; a second paragraph of a footnote goes with the first."""
    called = Paragraph((Inline("Words"), Inline("1", note=True, link="n1", anchor="c1")))
    notes = (
        Note("1", words("Called."), "n1", "c1"),
        Note("", words("Goes on."), "n2"),
        Note("2", words("Not called."), "n3"),
    )
    data = made(Part("statement", (Heading(1, words("Sample"), "s1"), called, Notes(notes))))
    assert texts(data)[-1] == "2 Not called."
    assert [shown(note) for note in part_of(data, "word/footnotes.xml")][2:] == ["1 Called. Goes on."]


def test_a_file_without_notes_has_no_part_for_them() -> None:
    data = made(Part("about", (Paragraph(words("No note."), "own"),)))
    assert "word/footnotes.xml" not in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_the_agenda_reads_time_words_minutes_and_then_the_line_below(whole: bytes) -> None:
    start = texts(whole).index("10.03")
    assert texts(whole)[start : start + 3] == ["10.03", "Sample Speaker 1 6 min", "Justice"]


def test_the_agenda_is_drawn_to_scale(whole: bytes) -> None:
    heights = [int(h.get(W + "val")) for h in story(whole).iter(W + "trHeight")]
    assert heights[2] == round(40 * default_style().minute * 20)
    assert heights[2] > heights[1] > heights[0]


def test_python_docx_opens_it_and_finds_real_headings(whole: bytes) -> None:
    opened = docx.Document(io.BytesIO(whole))
    names = {p.text: p.style.name for p in opened.paragraphs if p.style.name.startswith("Heading")}
    assert names == {
        "Contents": "Heading 1 unlisted",
        "Agenda": "Heading 1",
        "Sample Centre": "Heading 1",
        "Fair trial": "Heading 2 statement",
        "Speakers": "Heading 1",
    }


def test_headings_of_a_statement_stand_one_level_below_its_own() -> None:
    part = Part(
        "statement", (Heading(1, words("Centre"), "s1"), Heading(1, words("Author's title"), own=False))
    )
    assert styled(made(part), "Heading2Statement") == ["Author's title"]


def test_the_contents_are_a_field_that_shows_its_entries_without_asking(whole: bytes) -> None:
    field = story(whole).find(f".//{W}sdt")
    assert "TOC" in field.findtext(f".//{W}instrText")
    links = [link.get(W + "anchor") for link in field.iter(W + "hyperlink")]
    assert links == ["agenda", "s1", "bios"]
    assert "updateFields" not in zipfile.ZipFile(io.BytesIO(whole)).read("word/settings.xml").decode()


def test_a_heading_of_a_statement_that_is_listed_has_an_entry_of_its_own() -> None:
    part = Part(
        "statement", (Heading(1, words("Centre")), Heading(2, words('Its "title"'), own=False), Contents())
    )
    codes = [code.text.strip() for code in story(made(part)).iter(W + "instrText")]
    assert 'TC "Its ”title”" \\l 2' in codes


def test_every_field_is_opened_parted_and_closed(whole: bytes) -> None:
    for name in ("word/document.xml", "word/footer1.xml"):
        depth, seen = 0, 0
        for mark in part_of(whole, name).iter(W + "fldChar"):
            kind = mark.get(W + "fldCharType")
            depth += {"begin": 1, "separate": 0, "end": -1}[kind]
            seen += 1
            assert depth >= 0
        assert depth == 0
        assert seen


def test_links_lead_to_bookmarks_that_are_there_and_names_are_valid(whole: bytes) -> None:
    root = etree.Element("both")
    root.extend([story(whole), part_of(whole, "word/footnotes.xml")])
    names = [mark.get(W + "name") for mark in root.iter(W + "bookmarkStart")]
    ids = [mark.get(W + "id") for mark in root.iter(W + "bookmarkStart")]
    ends = [mark.get(W + "id") for mark in root.iter(W + "bookmarkEnd")]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert len(set(ids)) == len(ids)
    assert ids == ends
    anchors = {link.get(W + "anchor") for link in root.iter(W + "hyperlink") if link.get(W + "anchor")}
    assert {"R1", "s1_R1", "agenda"} <= anchors <= set(names)


def test_a_link_to_nothing_is_plain_text() -> None:
    part = Part("about", (Paragraph(words("see R9", link="nowhere"), "own"),))
    assert story(made(part)).find(f".//{W}hyperlink") is None


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "\\\\host\\x"]
)
def test_an_address_that_nobody_should_follow_is_plain_text(address: str) -> None:
    data = made(Part("about", (Paragraph(words("here", address=address)),)))
    relations = zipfile.ZipFile(io.BytesIO(data)).read("word/_rels/document.xml.rels").decode()
    assert "External" not in relations


def test_anchors_that_word_would_mix_up_get_names_of_their_own() -> None:
    long = "a" * 50
    blocks = tuple(paragraph(name, anchor=name) for name in ("r1", "R1", "Ré 1", "1x", long, long + "b"))
    names = [mark.get(W + "name") for mark in story(made(Part("about", blocks))).iter(W + "bookmarkStart")]
    assert names == ["r1", "R1_2", "Re_1", "a_1x", "a" * 40, "a" * 38 + "_2"]


def test_heads_of_tables_repeat_and_rows_stay_whole(whole: bytes) -> None:
    rows = [row for row in story(whole).iter(W + "tr") if shown(row).startswith("No.")]
    assert rows
    assert all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in story(whole).iter(W + "tr"))


def test_a_row_higher_than_a_page_may_be_broken() -> None:
    long = Table(((Cell((paragraph("word " * 900),)),),), (1,))
    row = story(made(Part("recommendations", (long,)))).find(f".//{W}tr")
    assert row.find(f"{W}trPr/{W}cantSplit") is None


def test_two_tables_in_a_row_do_not_become_one(whole: bytes) -> None:
    body = story(whole)[0]
    pairs = itertools.pairwise(body)
    assert not [1 for one, other in pairs if one.tag == other.tag == W + "tbl"]


def test_cells_end_with_a_paragraph_and_columns_fit_the_grid(whole: bytes) -> None:
    for table in story(whole).iter(W + "tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(W + "tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")]
            assert sum(1 if span is None else int(span.get(W + "val")) for span in spans) == columns
            assert all(cell[-1].tag == W + "p" for cell in row.findall(W + "tc"))


def test_a_table_with_odd_rows_loses_no_word() -> None:
    rows = ((Cell((paragraph("one"),), span=9),), (Cell(()), Cell((paragraph("two"),))), ())
    assert texts(made(Part("statement", (Table(rows, (1.0,)),))))[:2] == ["one", "two"]


def test_a_picture_is_stored_once_and_has_words_that_stand_for_it(whole: bytes) -> None:
    names = [name for name in zipfile.ZipFile(io.BytesIO(whole)).namelist() if "/media/" in name]
    assert names == ["word/media/image1.jpeg"]
    pictures = story(whole).findall(".//{*}docPr")
    assert [p.get("descr") for p in pictures] == ['Portrait of "Sample" & <Speaker>'] * 2
    assert len({p.get("id") for p in pictures}) == 2


def test_a_label_leads_to_its_row_and_the_row_back(whole: bytes) -> None:
    links = {shown(link): link.get(W + "anchor") for link in story(whole)[0].iter(W + "hyperlink")}
    item = next(p for p in story(whole).iter(W + "p") if shown(p) == "R1 (a) Ratify the treaty.")
    assert item.find(f"{W}hyperlink").get(W + "anchor") == "R1"
    assert links["4"] == "s1_R1"
    assert styled(whole, "Question") == ["Q1 When will it answer?"]


def test_a_number_in_a_cell_stands_on_the_line_of_its_words() -> None:
    """A cell has no margin: a tab would throw the words into the next line."""
    cell = Cell((paragraph("adopt a law", "text", labels=(Label("R1", "recommendation"),)),))
    row = next(story(made(Part("statement", (Table(((cell,),), (1,)),)))).iter(f"{W}tr"))
    assert not list(row.iter(f"{W}tab"))
    assert shown(row) == "R1 adopt a law"


def test_no_white_below_a_table_opens_a_page_for_itself() -> None:
    """At the end of a part only a hairline follows the table."""
    table = Table(((Cell((paragraph("words"),)),),), (1,))
    body = story(made(Part("at-a-glance", (table,)), Part("bios", (table,))))
    after = [element.getnext() for element in body.iter(f"{W}tbl")]
    heights = [next(p.iter(f"{W}spacing")).get(f"{W}line") for p in after if p is not None]
    assert heights == ["20", "20"]


def test_the_head_of_a_group_is_not_all_strong() -> None:
    """Its words carry their own weight, as in the PDF."""
    head = Cell((paragraph("Centre · speaker"),), header=True)
    data = made(Part("recommendations", (Table(((head,),), (1,), group_rows=frozenset({0})),)))
    assert styled(data, "TableText") == ["Centre · speaker"]


def test_the_words_of_a_demand_inside_a_paragraph_are_shown_by_a_fine_line() -> None:
    label = Label("R1", "recommendation")
    some = Paragraph((Inline("We thank you and "), Inline("ask you to ratify.", mark="R1")), labels=(label,))
    every = Paragraph((Inline("Ratify the treaty", mark="R1"), Inline(";")), labels=(label,))
    first, second = [p for p in story(made(Part("statement", (some, every)))).iter(W + "p") if shown(p)]
    lined = [shown(run) for run in first.iter(W + "r") if run.find(f"{W}rPr/{W}u") is not None]
    assert lined == ["ask you to ratify."]
    assert second.find(f".//{W}u") is None


def test_language_and_direction_are_said_where_they_change(whole: bytes) -> None:
    arabic = next(p for p in story(whole).iter(W + "p") if shown(p) == "مرحبا")
    assert arabic.find(f"{W}pPr/{W}bidi") is not None
    assert arabic.find(f"{W}r/{W}rPr/{W}rtl") is not None
    assert arabic.find(f"{W}r/{W}rPr/{W}lang").get(W + "bidi") == "ar-SA"
    spanish = next(p for p in story(whole).iter(W + "p") if shown(p) == "Fair trial")
    assert spanish.find(f"{W}r/{W}rPr/{W}lang").get(W + "val") == "es-ES"
    defaults = part_of(whole, "word/styles.xml").find(f"{W}docDefaults//{W}lang")
    assert defaults.get(W + "val") == "en-GB"


def test_the_cover_has_no_running_head_but_its_marks(whole: bytes) -> None:
    first, second = story(whole).iter(W + "sectPr")
    assert first.find(W + "titlePg") is not None
    assert second.find(W + "titlePg") is None
    assert shown(part_of(whole, "word/header1.xml")) == "Pre-session on Cuba 12 April DRAFT SAMPLE"
    assert shown(part_of(whole, "word/header2.xml")) == "DRAFT SAMPLE"
    assert shown(part_of(whole, "word/footer1.xml")) == "UPR Info 1 of 5"


def test_a_link_in_the_running_head_is_words_alone() -> None:
    head = words("UPR Info", address="https://example.org", link="agenda", anchor="head")
    data = made(tables(), furniture=Furniture(head))
    assert shown(part_of(data, "word/header1.xml")) == "UPR Info"
    assert part_of(data, "word/header1.xml").find(f".//{W}hyperlink") is None


def test_a_list_of_any_depth_stays_on_the_page() -> None:
    items = tuple(Item("(viii)" * 40, words("deep"), depth) for depth in (1, 9, 400))
    style = default_style()
    width = style.page.width - style.page.inner - style.page.outer
    root = story(made(Part("statement", (ItemList(items),))))
    lefts = [int(p.find(f"{W}pPr/{W}ind").get(W + "left")) / 20 for p in root.iter(W + "p") if shown(p)]
    assert all(left < width * 0.8 for left in lefts)


def test_the_properties_say_what_the_document_says_and_nothing_else(whole: bytes) -> None:
    properties = docx.Document(io.BytesIO(whole)).core_properties
    assert (properties.title, properties.author) == ("Cuba: briefing pack", "UPR Info")
    assert (properties.subject, properties.keywords) == ("Pre-session", "UPR, Cuba")
    assert properties.created.date().isoformat() == "2018-04-12"
    assert (properties.last_modified_by, properties.revision, properties.comments) == ("", 1, "")
    names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
    assert not [name for name in names if "thumbnail" in name or "customXml" in name or "app.xml" in name]


def test_the_same_document_gives_the_same_bytes(whole: bytes) -> None:
    assert made() == whole
    entries = zipfile.ZipFile(io.BytesIO(whole)).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert entries[0].filename == "[Content_Types].xml"


def test_an_empty_document_is_a_file_that_opens() -> None:
    empty = Document("", "en", (), Furniture(()))
    assert docx.Document(io.BytesIO(render_docx(empty, default_style(), {}))).paragraphs


@given(st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_no_characters_break_the_file(text: str) -> None:
    part = Part("statement", (Heading(1, words(text)), paragraph(text, "text", anchor=text), Contents()))
    opened = docx.Document(io.BytesIO(made(part, title=text, author=text, keywords=(text,))))
    kept = re.sub(
        "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", re.sub("[\x0b\x0c]", " ", text)
    )
    bodies = [p.text for p in opened.paragraphs if p.style.name == "Body Text"]
    assert "".join(bodies).split() == kept.split()


def test_words_accessibility_checker_would_find_nothing(whole: bytes) -> None:
    """Its rules: alternative texts, header rows, no skipped levels of headings, a title, a language."""
    root = story(whole)
    for picture in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
        assert picture.get("descr")
    levels = [
        int(style.get(W + "val")[7])
        for style in root.iter(W + "pStyle")
        if re.fullmatch(r"Heading\d\w*", style.get(W + "val"))
    ]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    for table in root.iter(W + "tbl"):
        rows = table.findall(f"{W}tr")
        ruled = table.find(f"{W}tblPr/{W}tblStyle").get(W + "val") == "PackRules"
        assert not ruled or rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert table.find(f".//{W}vMerge") is None
    core = zipfile.ZipFile(io.BytesIO(whole)).read("docProps/core.xml").decode()
    assert "<dc:title>" in core
    assert part_of(whole, "word/styles.xml").find(f"{W}docDefaults//{W}lang") is not None


def test_a_reference_to_a_page_keeps_its_number_where_it_is_pasted(whole: bytes) -> None:
    """It is locked, or Word would put an error message there; the contents can be made anew."""
    locks: dict[bool, set[str | None]] = {True: set(), False: set()}
    for code in story(whole).iter(W + "instrText"):
        if "PAGEREF" in code.text:
            listed = any(ancestor.tag == W + "sdt" for ancestor in code.iterancestors())
            begin = code.getparent().getprevious().find(W + "fldChar")
            locks[listed].add(begin.get(W + "fldLock"))
    assert locks == {True: {None}, False: {"1"}}


def test_tables_say_where_their_heads_are(whole: bytes) -> None:
    looks = {
        table.find(f"{W}tblPr/{W}tblStyle").get(W + "val"): table.find(f"{W}tblPr/{W}tblLook")
        for table in story(whole).iter(W + "tbl")
    }
    assert looks["PackRules"].get(W + "firstRow") == "1"
    assert looks["PackAgenda"].get(W + "firstColumn") == "1"
    style = part_of(whole, "word/styles.xml").find(f"{W}style[@{W}styleId='PackRules']/{W}tblStylePr")
    assert style.get(W + "type") == "firstRow"


def test_marks_have_a_line_of_their_own_where_the_head_is_full() -> None:
    long = Furniture(words("Programme " * 9), words("10 to 13 April 2018"), marks=("DRAFT", "PROVISIONAL"))
    short = Furniture(words("Programme"), words("10 April"), marks=("DRAFT",))
    for furniture, breaks in ((long, 1), (short, 0)):
        head = part_of(made(tables(), furniture=furniture), "word/header1.xml")
        assert len(list(head.iter(W + "br"))) == breaks
