"""Word files: what is visible is read, as it shows; what is not visible is not read, and said so."""

from __future__ import annotations

import pytest

from pipeline.models.passages import Kind
from tests.read.conftest import Reader, codes, p, shown, texts

BOX = f"<w:txbxContent>{p('boxed')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>word</w:t></w:r></w:sdtContent></w:sdt>", "word"),
        ("<w:smartTag><w:r><w:t>word</w:t></w:r></w:smartTag>", "word"),
        ('<w:fldSimple w:instr="AUTHOR"><w:r><w:t>word</w:t></w:r></w:fldSimple>', "word"),
        ('<w:bdo w:val="rtl"><w:r><w:t>word</w:t></w:r></w:bdo>', "word"),
        ("<w:r><w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>word</w:t></w:r>"
         "</w:rubyBase></w:ruby></w:r>", "word"),
        ("<m:oMath><m:r><m:t>word</m:t></m:r></m:oMath>", "word"),
        ("<w:unknown><w:r><w:t>word</w:t></w:r></w:unknown>", "word"),
        ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t></w:r>", "one two"),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", "one\ntwo"),
        ('<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>', "one two"),
        ("<w:r><w:t>re</w:t><w:softHyphen/><w:t>call</w:t></w:r>", "recall"),
        ("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t></w:r>", "1\u20112"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ("<w:r><w:instrText>HIDE</w:instrText><w:t>word</w:t></w:r>", "word"),
    ],
)  # fmt: skip
def test_words_are_found_wherever_word_puts_them(word: Reader, inside: str, expected: str) -> None:
    assert texts(word(f"<w:p>{inside}</w:p>")) == [expected]


def test_a_complex_field_gives_its_result_and_its_address_and_never_its_code(word: Reader) -> None:
    statement = word(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://example.org"'
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>here</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> now</w:t></w:r></w:p>'
    )
    assert [(run.text, run.link) for run in statement.passages[0].runs] == [
        ("here", "https://example.org"),
        (" now", ""),
    ]


def test_a_field_that_is_never_closed_swallows_no_text(word: Reader) -> None:
    assert texts(word('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>' + p("word"))) == ["word"]


def test_a_text_box_is_read_once_although_it_is_stored_twice(word: Reader) -> None:
    body = (
        "<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(word(body)) == ["before", "boxed"]


def test_tracked_changes_are_read_as_accepted_and_counted(word: Reader) -> None:
    statement = word(
        "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>ask</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>recommend</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>first </w:t></w:r></w:p>"
        + p("second")
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>old row</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert texts(statement) == ["We recommend", "first second"]
    [found] = [one for one in statement.problems if one.code == "FI10"]
    assert dict(found.values) == {"insertions": "1", "deletions": "4"}


@pytest.mark.parametrize(
    "run",
    ["<w:vanish/>", '<w:color w:val="FFFFFF"/>', '<w:sz w:val="1"/>', '<w:rStyle w:val="h"/>'],
    ids=["vanish", "white", "half a point", "by its style"],
)
def test_hidden_text_is_counted_and_not_read(word: Reader, run: str) -> None:
    styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
    statement = word(p("seen") + p("two words", run=run), styles=styles)
    assert texts(statement) == ["seen"]
    assert [dict(one.values) for one in statement.problems if one.code == "FI12"] == [{"words": "2"}]


def test_white_text_on_a_dark_ground_is_visible(word: Reader) -> None:
    white = '<w:color w:val="FFFFFF"/>'
    statement = word(
        p("in a bar", '<w:shd w:val="clear" w:fill="002060"/>', white)
        + f'<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="002060"/></w:tcPr>{p("head", run=white)}</w:tc>'
        f"<w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    )
    assert texts(statement) == ["in a bar", "head", "x"]


def test_blacked_out_words_are_not_read_and_staff_is_told(word: Reader) -> None:
    statement = word(p("A witness, ") + p("Jane Sample", run='<w:highlight w:val="black"/>'))
    assert texts(statement) == ["A witness,"]
    assert "FI21" in codes(statement)


def test_a_style_without_a_name_is_not_the_style_of_everything(word: Reader) -> None:
    assert texts(word(p("word"), styles='<w:style><w:rPr><w:sz w:val="2"/></w:rPr></w:style>')) == ["word"]


def test_notes_are_called_by_their_mark_and_follow_the_text(word: Reader) -> None:
    statement = word(
        '<w:p><w:r><w:t>Torture</w:t></w:r><w:r><w:endnoteReference w:id="7"/></w:r><w:r><w:t xml:space="preserve">'
        ' persists</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r>'
        '<w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r></w:p>',
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Source.'
        "</w:t></w:r></w:p></w:footnote>"
        f'<w:footnote w:id="3">{p("* Starred.")}</w:footnote><w:footnote w:id="9">{p("never called")}</w:footnote>',
        endnotes=f'<w:endnote w:id="7">{p("At the end.")}</w:endnote>',
    )
    assert [run.note or run.text for run in statement.passages[0].runs] == [
        "Torture",
        "i",
        " persists",
        "1",
        "*",
    ]
    notes = [(one.note, one.text) for one in statement.passages if one.kind is Kind.FOOTNOTE]
    assert notes == [("1", "Source."), ("*", "Starred."), ("i", "At the end.")]


def test_running_heads_and_tables_of_contents_are_kept_aside(word: Reader) -> None:
    statement = word(
        p("Introduction 3", '<w:pStyle w:val="t1"/>')
        + p("word")
        + '<w:sectPr><w:headerReference w:type="default" r:id="rheader"/></w:sectPr>',
        styles='<w:style w:type="paragraph" w:styleId="t1"><w:name w:val="toc 1"/></w:style>',
        header=p("Running head"),
    )
    assert texts(statement) == ["word"]
    assert statement.furniture == ("Introduction 3", "Running head")


def test_cells_know_their_place_and_nested_tables_count_for_themselves(word: Reader) -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    statement = word(
        f'<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("head")}</w:tc>'
        f"</w:tr><w:sdt><w:sdtContent><w:tr><w:tc>{p('x')}</w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:sdtContent>"
        "</w:sdt></w:tbl>"
    )
    places = [(one.text, one.table, one.row, one.column, one.span, one.header) for one in statement.passages]
    assert places == [
        ("head", 1, 1, 1, 2, True),
        ("x", 1, 2, 1, 1, False),
        ("a", 2, 1, 1, 1, False),
        ("b", 2, 1, 2, 1, False),
    ]


def test_paragraphs_are_counted_from_one_and_footnotes_are_not(word: Reader) -> None:
    statement = word(
        p("one") + "<w:p/>" + p("two") + '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        footnotes=f'<w:footnote w:id="2">{p("note")}</w:footnote>',
    )
    assert [one.place.paragraph for one in statement.passages] == [1, 2, 3, 0]


def test_comments_and_macros_and_outside_links_are_reported(word: Reader) -> None:
    statement = word(
        p("word"),
        comments='<w:comment w:id="1"/>',
        relations='<Relationship Id="x" Type="http://x/image" Target="http://localhost/t.png" TargetMode="External"/>',
    )
    assert codes(statement) == {"FI11", "FI13"}


def test_emphasis_comes_from_run_styles_and_defaults_and_toggles_cancel_out(word: Reader) -> None:
    statement = word(
        '<w:p><w:pPr><w:pStyle w:val="b"/></w:pPr><w:r><w:t xml:space="preserve">strong and plain </w:t></w:r>'
        '<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t xml:space="preserve">not </w:t></w:r>'
        '<w:r><w:rPr><w:b w:val="0"/><w:i/><w:u w:val="single"/></w:rPr><w:t>this.</w:t></w:r></w:p>'
        + p("x"),
        styles='<w:style w:type="paragraph" w:styleId="b"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="s"><w:rPr><w:b/></w:rPr></w:style>',
    )
    runs = [(run.text.strip(), run.bold, run.italic, run.underline) for run in statement.passages[0].runs]
    assert runs == [
        ("strong and plain", True, False, False),
        ("not", False, False, False),
        ("this.", False, True, True),
    ]


def test_quotations_are_told_by_style_or_by_indents_at_both_sides(word: Reader) -> None:
    statement = word(
        p("by style", '<w:pStyle w:val="q"/>') + p("by indents", '<w:ind w:left="720" w:right="720"/>'),
        styles='<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Intense Quote"/></w:style>',
    )
    assert shown(statement) == ["quotation |  | by style", "quotation |  | by indents"]


def test_a_drop_cap_belongs_to_its_word(word: Reader) -> None:
    assert texts(word(p("W", '<w:framePr w:dropCap="drop"/>') + p("e recommend."))) == ["We recommend."]


def test_white_words_in_a_frame_without_a_ground_are_hidden(word: Reader) -> None:
    """A table of one cell is a frame, and only a ground of its own makes white letters show."""
    cell = (
        "<w:tbl><w:tr><w:tc>{ground}"
        + p("SECRET words", run='<w:color w:val="FFFFFF"/>')
        + "</w:tc></w:tr></w:tbl>"
    )
    bare = word(p("shown") + cell.format(ground=""))
    assert (texts(bare), codes(bare)) == (["shown"], {"FI12"})
    shaded = '<w:tcPr><w:shd w:val="clear" w:fill="003366"/></w:tcPr>'
    assert texts(word(p("shown") + cell.format(ground=shaded))) == ["shown", "SECRET words"]
