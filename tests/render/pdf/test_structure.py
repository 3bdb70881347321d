"""The structure: each block is its element, read from the tree its words are those of the Document, in order."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.document import (
    Block,
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
    Quote,
    Slot,
    Table,
    Timeline,
)
from pipeline.render import render_pdf
from tests.render.pdf.checklist import faults
from tests.render.pdf.documents import LONG, SPANISH, cell, furniture, head, paragraph, photo, plain, rendered
from tests.render.pdf.opened import File
from tests.render.pdf.reading import Read
from tests.render.pdf_style import default_style


def read(*blocks: Block, **fields: Any) -> Read:
    """One statement of `blocks`, read by its structure."""
    document = Document("A title", "en", (Part("statement", blocks, **fields),), Furniture((), page_of=""))
    return Read(render_pdf(document, default_style()).data)


def test_a_paragraph_over_pages_is_one_element_whose_words_are_whole() -> None:
    """Hyphens at the ends of lines are none in the structure, and lines are parted by blanks."""
    text = "non-governmental internationalisation of pre- and post-trial responsibilities " * 90 + "."
    found = read(paragraph(text))
    (element,) = found.all("P")
    assert len(found.file.pages) > 1
    assert found.words(element) == text
    assert "\u00ad" in found._raw(element)


def test_hyphens_and_slashes_of_the_author_stay_and_break_no_word() -> None:
    """Where a line ends after them the words are joined as the author wrote them."""
    text = (
        "self-determination and/or non-discrimination https://treaties.un.org/Pages/View.aspx?id=4 " * 20
    ).strip()
    assert read(paragraph(text)).texts("P") == [text]


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.text("abcdefghij éñ中-", min_size=1, max_size=60).map(str.strip).filter(bool), max_size=12)
)
def test_what_is_read_from_the_structure_is_what_the_document_says(texts: list[str]) -> None:
    """For any paragraphs: the words of the elements are those of the Document, one after the other."""
    found = read(*(paragraph(text) for text in texts))
    assert [" ".join(text.split()) for text in found.texts("P")] == [" ".join(text.split()) for text in texts]


def test_lists_nest_in_the_body_of_the_item_above() -> None:
    """L, LI, Lbl, LBody; the markers say how it is counted."""
    items = (
        Item("1.", plain("One")),
        Item("(a)", plain("Below"), 2),
        Item("(b)", plain("Too"), 2),
        Item("2.", plain("Two")),
    )
    found = read(ItemList(items))
    inner = ("L", [("LI", ["Lbl", "LBody"])] * 2)
    assert found.top() == (
        "Part",
        [("L", [("LI", ["Lbl", ("LBody", ["P", inner])]), ("LI", ["Lbl", "LBody"])])],
    )
    assert found.texts("Lbl") == ["1.", "(a)", "(b)", "2."]
    assert [found.file.attribute(element, "/ListNumbering") for element in found.all("L")] == [
        "/Decimal",
        "/LowerAlpha",
    ]


def test_tables_name_what_heads_each_cell() -> None:
    """Scopes for heads; where groups are headed too, every cell names all that heads it, empty cells are there."""
    rows = (
        head("No.", "Words"),
        (cell("Centre", span=2),),
        (cell("R1"), cell("Act.")),
        (cell(""), cell("Now.")),
    )
    found = read(Table(rows, (1, 4), 1, group_rows=frozenset({1}), summary="Demands"))
    table = found.all("Table")[0]
    assert found.file.attribute(table, "/Summary") == "Demands"
    assert found.top() == (
        "Part",
        [
            (
                "Table",
                [
                    ("THead", [("TR", ["TH", "TH"])]),
                    ("TBody", [("TR", ["TH", "TD"]), ("TR", ["TD", "TD"]), ("TR", ["TD", "TD"])]),
                ],
            )
        ],
    )
    names = {str(element["/ID"]): found.words(element) for element in found.all("TH")}
    heads = [
        [names[str(name)] for name in found.file.attribute(e, "/Headers") or ()] for e in found.all("TD")
    ]
    assert heads == [[], ["No.", "Centre"], ["Words", "Centre"], ["No.", "Centre"], ["Words", "Centre"]]


def test_a_table_over_pages_is_one_table_and_its_head_is_said_once() -> None:
    """The heads that are said again on each page are artifacts."""
    rows = tuple((cell(f"R{n}"), cell(LONG)) for n in range(40))
    found = read(Table((head("No.", "Words"), *rows), (1, 6), 1))
    assert len(found.file.pages) > 1
    assert found.texts("TH") == ["No.", "Words"]
    assert found.texts("TD") == [text for n in range(40) for text in (f"R{n}", LONG)]


def test_a_row_that_is_torn_over_pages_is_read_cell_by_cell() -> None:
    """Its lines stand beside each other on the page; in the structure one cell follows the other."""
    found = read(Table(((cell(LONG * 60), cell(SPANISH * 60, span=1)),), (1, 1)))
    assert len(found.file.pages) > 1
    assert found.texts("TD") == [LONG * 60, SPANISH * 60]


def test_a_list_of_facts_is_a_list_and_a_timeline_too() -> None:
    """Labels and values; times and what happens."""
    found = read(
        Table(((cell("Room"), cell("XXIII")),), (1, 3), look="key"),
        Timeline((Slot("10.00", 3, "3 min", plain("Opening"), plain("Moderator"), "frame"),)),
    )
    assert found.top() == ("Part", [("L", [("LI", ["Lbl", "LBody"])])] * 2)
    assert (found.texts("Lbl"), found.texts("LBody")) == (
        ["Room", "10.00"],
        ["XXIII", "Opening 3 min Moderator"],
    )


def test_headings_leave_no_level_out_and_open_sections() -> None:
    """Levels 1, 3, 4, 2 are H1, H2, H3, H2; a heading of figures alone is none."""
    blocks = [Heading(level, plain(f"Heading {level}")) for level in (1, 3, 4, 2)]
    found = read(*blocks, Heading(3, plain("2013")))
    assert found.top() == (
        "Part",
        [("Sect", ["H1", ("Sect", ["H2", ("Sect", ["H3"])]), ("Sect", ["H2", "P"])])],
    )


def test_links_are_elements_with_their_annotation_and_what_they_lead_to() -> None:
    """A link over two lines is one element with two annotations, described alike."""
    words = "Centre for Civil and Political Rights " * 4
    found = read(Paragraph((Inline("See "), Inline(words, link="far"), Inline(" there.")), anchor="far"))
    (link,) = found.all("Link")
    kids = [kid for kid in found.file.kids(link) if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
    assert len(kids) > 1
    assert {str(kid["/Obj"]["/Contents"]) for kid in kids} == {f"{words.strip()} · 1"}
    assert found.words(link).split() == words.split()


def test_margin_numbers_stand_in_their_paragraph_before_its_words() -> None:
    """As a link to the row of the table."""
    labels = (Label("R7", "recommendation", link="row", anchor="place"),)
    found = read(Paragraph(plain("Act now."), labels=labels), paragraph("Row", anchor="row"))
    assert found.top() == ("Part", [("P", ["Link"]), "P"])
    assert found.texts("P") == ["R7 Act now.", "Row"]


def test_notes_have_names_and_lead_back() -> None:
    """The call is a reference, the note has its mark as a label."""
    call = Paragraph((Inline("It ended."), Inline("1", note=True, link="n1", anchor="c1")), anchor="c1")
    found = read(call, Notes((Note("1", plain("A note."), "n1", "c1"), Note("2", plain("Two."), "n2"))))
    assert found.top() == (
        "Part",
        [("P", [("Reference", ["Link"])]), ("Note", [("Lbl", ["Link"]), "P"]), ("Note", ["Lbl", "P"])],
    )
    assert len({str(note["/ID"]) for note in found.all("Note")}) == 2


def test_contents_nest_and_every_row_is_a_link() -> None:
    """TOC, TOCI, Reference, Link; the language of a title is that of its part."""
    row = ("TOCI", [("Reference", ["Link"])])
    found = Read(rendered().data)
    shape = next(found.shape(element) for element in found.all("TOC"))
    assert shape == ("TOC", [row, row, ("TOC", [row]), row])
    assert found.texts("TOCI")[-1].startswith("Declaración")
    assert [str(element.get("/Lang", "")) for element in found.all("TOCI")] == ["", "", "", "es"]


def test_pictures_have_words_and_a_place_and_decoration_has_neither() -> None:
    """Without alternative text a picture is an artifact."""
    found = read(Image(photo(), 90, "A sample speaker"), Image(photo(), 90, ""))
    (figure,) = found.all("Figure")
    left, bottom, right, top = (float(value) for value in found.file.attribute(figure, "/BBox"))
    assert (str(figure["/Alt"]), round(right - left)) == ("A sample speaker", 90)
    assert top > bottom


def test_languages_stand_where_they_differ() -> None:
    """At the part, at a paragraph in it, at a cell; not where the language is that of what is around."""
    found = read(
        paragraph(SPANISH),
        paragraph("En français.", language="fr"),
        paragraph("También.", language="es"),
        language="es",
    )
    assert str(found.all("Part")[0]["/Lang"]) == "es"
    assert [str(element.get("/Lang", "")) for element in found.all("P")] == ["", "fr", ""]
    told = read(Table((head("A", "B"), (cell("one"), Cell((paragraph("uno", language="es"),)))), (1, 1), 1))
    assert [str(element.get("/Lang", "")) for element in told.all("TD")] == ["", "es"]


def test_quotations_are_quotations() -> None:
    """BlockQuote with its paragraphs."""
    assert read(Quote((paragraph("One."), paragraph("Two.")))).top() == ("Part", [("BlockQuote", ["P", "P"])])


def test_the_same_block_twice_is_two_elements() -> None:
    """Elements are made by place, not by what the block says."""
    block = paragraph("Again.")
    assert read(block, block).texts("P") == ["Again.", "Again."]


def test_heads_and_feet_are_not_in_the_structure() -> None:
    """No word of the running heads, marks and page numbers is read."""
    found = Read(rendered().data)
    everything = "".join(found.words(element) for element in found.all("Part"))
    assert "UPR 30" not in everything and "DRAFT" not in everything
    assert "Tuvalu" in everything and furniture().foot_left[0].text == "UPR Info"


@settings(deadline=None, max_examples=20)
@given(
    st.lists(
        st.one_of(
            st.builds(
                Heading, st.integers(-1, 7), st.sampled_from([(), plain("Title"), plain("12")]), st.just("")
            ),
            st.builds(
                lambda depths: ItemList(tuple(Item("•", plain("x"), depth) for depth in depths)),
                st.lists(st.integers(0, 5), max_size=5),
            ),
            st.builds(
                lambda spans, heads, groups: Table(
                    tuple(tuple(cell("x", span=span) for span in row) for row in spans),
                    (),
                    heads,
                    "rules",
                    groups,
                ),
                st.lists(st.lists(st.integers(0, 4), max_size=4), max_size=5),
                st.integers(0, 2),
                st.frozensets(st.integers(0, 4), max_size=2),
            ),
            st.just(Contents(4)),
            st.just(paragraph("Words.")),
        ),
        max_size=7,
    )
)
def test_whatever_the_document_the_checklist_holds(blocks: list[Block]) -> None:
    """Levels, depths and spans of any kind give a sound structure."""
    document = Document("A title", "en", (Part("statement", tuple(blocks)),), Furniture((), page_of=""))
    assert faults(File(render_pdf(document, default_style()).data)) == []
