"""OpenDocument texts: what is visible is read, as it shows; what is not visible is not read, and said so."""

from __future__ import annotations

import pytest

from pipeline.models.passages import FileKind, Kind, RawStatement
from pipeline.read import read_statement
from tests.read.conftest import codes, make_zip, shown, texts

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (
    " ".join(
        f'xmlns:{prefix}="{_OASIS}{uri}:1.0"'
        for prefix, uri in (
            ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("form", "form"), ("script", "script"),
        )
    )
    + ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)  # fmt: skip
MIMETYPE = "application/vnd.oasis.opendocument.text"


def make_odt(
    body: str, automatic: str = "", common: str = "", masters: str = "", **parts: str | bytes
) -> bytes:
    """An OpenDocument text with `body` in its office:text and these styles; "" in `parts` leaves a part out."""
    entries: dict[str, str | bytes] = {
        "mimetype": MIMETYPE,
        "content.xml": f"<office:document-content {NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {NAMES}><office:styles>{common}</office:styles>"
        f"<office:automatic-styles/>{masters}</office:document-styles>",
    }
    entries |= {key.replace("__", "/"): value for key, value in parts.items()}
    return make_zip({key: value for key, value in entries.items() if value != ""})


def read(body: str, automatic: str = "", common: str = "", masters: str = "") -> RawStatement:
    return read_statement(make_odt(body, automatic, common, masters), "statement.odt")


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def span(text: str, style: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def style(name: str, letters: str = "", family: str = "text", own: str = "", inner: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {own}>{inner}'
        f"<style:text-properties {letters}/></style:style>"
    )


def counted(statement: RawStatement, code: str) -> list[dict[str, str]]:
    return [dict(one.values) for one in statement.problems if one.code == code]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<text:span>wo</text:span>rd", "word"),
        ("one<text:s text:c='9'/>two", "one two"),
        ("one<text:tab/>two", "one two"),
        ("one<text:line-break/>two", "one\ntwo"),
        ("one\n   two", "one two"),
        ("wo<text:soft-page-break/>rd", "word"),
        ("re\u00adcall", "recall"),
        ('wo<text:bookmark-start text:name="b"/>r<text:bookmark-end text:name="b"/>d', "word"),
        ('<text:reference-mark-start text:name="r"/>word<text:reference-mark-end text:name="r"/>', "word"),
        ('<text:bookmark-ref text:ref-name="b">page 3</text:bookmark-ref>', "page 3"),
        ('<text:date text:fixed="true">1 May 2025</text:date>', "1 May 2025"),
        ("<text:text-input>word</text:text-input>", "word"),
        ("<text:meta><text:span>word</text:span></text:meta>", "word"),
        ('<text:conditional-text text:string-value-if-false="no">yes</text:conditional-text>', "yes"),
        ('<text:hidden-text text:is-hidden="false" text:string-value="word"/>', "word"),
        ("<text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>", "word"),
        ("<text:number>7</text:number>word", "word"),
        ("<loext:content-control>word</loext:content-control>", "word"),
        ("<unknown>word</unknown>", "word"),
        ("\uf0fc", "✓"),
    ],
)  # fmt: skip
def test_words_are_found_wherever_programs_put_them(inside: str, expected: str) -> None:
    assert texts(read(p(inside))) == [expected]


@pytest.mark.parametrize(
    ("letters", "seen"),
    [
        ('fo:font-weight="bold"', "bold"),
        ('fo:font-weight="600"', "bold"),
        ('fo:font-weight="500"', ""),
        ('fo:font-style="italic"', "italic"),
        ('fo:font-style="oblique"', "italic"),
        ('style:text-underline-style="solid"', "underline"),
        ('style:text-underline-style="none"', ""),
        ('style:text-position="super 58%"', "superscript"),
        ('style:text-position="33% 58%"', "superscript"),
        ('style:text-position="sub 58%"', ""),
        ('style:text-position="0% 100%"', ""),
        ('style:font-weight-complex="bold"', ""),
    ],
)
def test_emphasis_is_that_of_the_style(letters: str, seen: str) -> None:
    [passage] = read(p("a " + span("b", "T")), style("T", letters)).passages
    last = passage.runs[-1]
    assert [name for name in ("bold", "italic", "underline", "superscript") if getattr(last, name)] == (
        [seen] if seen else []
    )


def test_every_script_has_its_own_weight() -> None:
    letters = 'style:font-weight-complex="bold" style:font-weight-asian="normal" fo:font-weight="normal"'
    [passage] = read(p(span("report تقرير 报告", "T")), style("T", letters)).passages
    assert [(run.text, run.bold) for run in passage.runs] == [
        ("report", False),
        (" تقرير", True),
        (" 报告", False),
    ]


def test_styles_inherit_and_the_nearest_statement_wins() -> None:
    common = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:font-style="italic"/>'
        "</style:default-style>"
        + style("A", 'fo:font-weight="bold"', "paragraph")
        + style("B", 'fo:font-style="normal"', "paragraph", 'style:parent-style-name="A"')
    )
    body = p("one", "P") + p(span("two", "T"), "P") + p("three", "missing")
    automatic = style("P", "", "paragraph", 'style:parent-style-name="B"') + style(
        "T", 'fo:font-weight="normal"'
    )
    emphasis = [(run.bold, run.italic) for one in read(body, automatic, common).passages for run in one.runs]
    assert emphasis == [(True, False), (False, False), (False, True)]


@pytest.mark.parametrize("length", [1, 2, 300])
def test_a_circle_of_styles_ends(length: int) -> None:
    circle = "".join(
        style(f"s{n}", "", "paragraph", f'style:parent-style-name="s{(n + 1) % length}"')
        for n in range(length)
    )
    assert texts(read(p("word", "s0"), common=circle)) == ["word"]


@pytest.mark.parametrize(
    "letters",
    [
        'text:display="none"',
        'text:display="condition"',
        'fo:color="#FFFFFF"',
        'fo:font-size="1pt"',
        'fo:font-size="0.05cm"',
        'fo:font-size="5%"',
        'fo:color="#112233" fo:background-color="#112233"',
        'fo:color="#000000" loext:opacity="0%"',
    ],
)
def test_hidden_text_is_counted_and_not_read(letters: str) -> None:
    statement = read(p("seen " + span("two words", "T")), style("T", letters))
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "letters",
    [
        'style:use-window-font-color="true" loext:opacity="0%"',
        'fo:color="#ffffff" fo:background-color="#002060"',
        'fo:color="#ffffff" style:use-window-font-color="true"',
        'fo:color="#000000"',
        'fo:font-size="3pt"',
        'fo:font-size="huge"',
        'text:display="true"',
    ],
)
def test_letters_that_show_are_read(letters: str) -> None:
    statement = read(p("seen " + span("two words", "T")), style("T", letters))
    assert (texts(statement), codes(statement)) == (["seen two words"], set())


@pytest.mark.parametrize(
    ("letters", "paragraph"),
    [
        ('fo:background-color="#000000"', ""),
        ('fo:color="#000000" fo:background-color="#000000"', ""),
        ('fo:color="#000000"', 'fo:background-color="#000000"'),
    ],
)
def test_blacked_out_words_are_not_read_and_staff_is_told(letters: str, paragraph: str) -> None:
    ground = f"<style:paragraph-properties {paragraph}/>"
    automatic = style("T", letters) + style("P", "", "paragraph", inner=ground)
    statement = read(p("A witness,") + p(span("Jane Sample", "T"), "P"), automatic)
    assert texts(statement) == ["A witness,"]
    assert counted(statement, "FI21") == [{"words": "2"}]


def test_white_text_on_a_dark_ground_is_visible_wherever_the_ground_is() -> None:
    dark = 'fo:background-color="#002060"'
    automatic = (
        style("T", 'fo:color="#ffffff"')
        + style("P", "", "paragraph", inner=f"<style:paragraph-properties {dark}/>")
        + style("C", "", "table-cell", inner=f"<style:table-cell-properties {dark}/>")
        + style("W", "", "table-cell", inner='<style:table-cell-properties fo:background-color="#ffffff"/>')
        + style("S", "", "section", inner=f"<style:section-properties {dark}/>")
    )
    white = p(span("white", "T"))
    table = "".join(f'<table:table-cell table:style-name="{one}">{white}</table:table-cell>' for one in "CWx")
    statement = read(
        p(span("bar", "T"), "P")
        + f'<text:section text:style-name="S">{white}</text:section>'
        + f"<table:table><table:table-row>{table}</table:table-row></table:table>"
        + p(f"<draw:frame><draw:text-box>{white}</draw:text-box></draw:frame>")
        + white,
        automatic,
    )
    assert texts(statement) == ["bar", "white", "white", "white"]
    assert counted(statement, "FI12") == [{"words": "3"}]


def page(name: str, properties: str = "", inside: str = "", following: str = "") -> tuple[str, str]:
    return (
        f'<style:page-layout style:name="L{name}"><style:page-layout-properties {properties}/></style:page-layout>',
        f'<style:master-page style:name="{name}" style:page-layout-name="L{name}" '
        f'style:next-style-name="{following}">{inside}</style:master-page>',
    )


def test_a_dark_page_carries_white_text() -> None:
    layout, master = page("Standard", 'fo:background-color="#202020"')
    white = style("T", 'fo:color="#ffffff"')
    assert texts(read(p(span("word", "T")), white, masters=layout + master)) == ["word"]


def test_running_heads_of_the_pages_in_use_are_kept_aside() -> None:
    header = "<style:header><text:p>{}</text:p></style:header>"
    first = page(
        "Standard", inside=header.format("First <text:page-number>1</text:page-number>"), following="Then"
    )
    then = page("Then", inside='<style:header style:display="false"><text:p>off</text:p></style:header>'
                "<style:header-left><text:p>off</text:p></style:header-left><style:header-first><text:p>off</text:p>"
                "</style:header-first><style:footer><text:p>Foot</text:p></style:footer><style:footer-left><text:p>Left"
                "</text:p></style:footer-left>")  # fmt: skip
    idle = page("Idle", inside=header.format("never"))
    named = page("Named", inside=header.format("Landscape"))
    automatic = style("P", "", "paragraph", 'style:master-page-name="Named"')
    masters = "".join(map("".join, (first, then, idle, named)))
    statement = read(p("before") + p("word", "P"), automatic, masters=masters)
    assert (texts(statement), statement.furniture) == (
        ["before", "word"],
        ("First 1", "Foot", "Left", "Landscape"),
    )


def test_headings_are_known_by_their_level_and_by_the_name_of_their_style() -> None:
    common = (
        style("Heading_20_2", family="paragraph")
        + style("Mine", family="paragraph", own='style:parent-style-name="Heading_20_2"')
        + style(
            "Off", family="paragraph", own='style:parent-style-name="Mine" style:default-outline-level=""'
        )
        + style("x1", family="paragraph", own='style:display-name="Subtitle"')
    )
    body = (
        '<text:h text:outline-level="3">three</text:h><text:h>one</text:h><text:h text:outline-level="10">ten</text:h>'
        + p("two", "Mine")
        + p("body text", "Off")
        + p("sub", "x1")
        + p("end.")
    )
    assert [line.partition(" | ")[0] for line in shown(read(body, common=common))] == [
        "heading 3", "heading 1", "heading 6", "heading 2", "paragraph", "heading 2", "paragraph",
    ]  # fmt: skip


def test_quotations_are_known_by_their_style_or_by_their_own_indents() -> None:
    indents = '<style:paragraph-properties fo:margin-left="{}" fo:margin-right="{}"/>'
    common = style("Quotations", family="paragraph") + style(
        "Wide", family="paragraph", inner=indents.format("2cm", "2cm")
    )
    automatic = (
        style("Q", family="paragraph", inner=indents.format("1cm", "0.5in"))
        + style("L", family="paragraph", inner=indents.format("1cm", "0cm"))
        + style(
            "S",
            family="paragraph",
            own='style:parent-style-name="Wide"',
            inner=indents.format("2.1cm", "2cm"),
        )
    )
    kinds = [one.kind for one in read("".join(p("a.", s) for s in ("Quotations", "Q", "L", "Wide", "S")),
                                      automatic, common).passages]  # fmt: skip
    assert kinds == [Kind.QUOTATION, Kind.QUOTATION, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH]


@pytest.mark.parametrize("letters", ['fo:text-transform="uppercase"', 'fo:font-variant="small-caps"'])
def test_a_line_shown_in_capitals_is_a_heading_and_its_letters_stay(letters: str) -> None:
    body = p(span("Our demands", "T")) + p("The Sample Ministry publishes the report every year.")
    assert shown(read(body, style("T", letters)))[0] == "heading 1 |  | Our demands"


@pytest.mark.parametrize("text", ["报告", "تقرير"])
def test_a_script_without_capitals_is_not_taken_for_capitals(text: str) -> None:
    body = p(text) + p("The Sample Ministry publishes the report every year.")
    assert read(body).passages[0].kind is Kind.PARAGRAPH


def test_links_are_kept_where_they_lead_to_the_web() -> None:
    link = '<text:a xlink:href="{}">here</text:a> '
    body = p("".join(map(link.format, ("https://example.org", "MAILTO:a@example.org", "#a", "file:///a"))))
    links = [run.link for run in read(body).passages[0].runs]
    assert links == ["https://example.org", "MAILTO:a@example.org", ""]


NOTE = (
    '<text:note text:note-class="{}"><text:note-citation{}>{}</text:note-citation><text:note-body>{}</text:note-body>'
    "</text:note>"
)


def test_notes_are_called_by_their_mark_and_follow_the_text() -> None:
    body = p(
        "Water"
        + NOTE.format("endnote", "", "i", p("At the end."))
        + " runs"
        + NOTE.format("footnote", "", "1", p("Source.") + p("More."))
        + NOTE.format("footnote", ' text:label="*"', "*", p("* Starred."))
        + NOTE.format("footnote", "", "", p("Unnumbered."))
    )
    statement = read(body)
    assert [run.note or run.text for run in statement.passages[0].runs] == [
        "Water",
        "i",
        " runs",
        "1",
        "*",
        "3",
    ]
    notes = [(one.note, one.text) for one in statement.passages if one.kind is Kind.FOOTNOTE]
    assert notes == [("1", "Source.\nMore."), ("*", "Starred."), ("3", "Unnumbered."), ("i", "At the end.")]


def test_a_note_that_is_called_from_hidden_words_is_hidden() -> None:
    note = NOTE.format("footnote", "", "1", p("three more words"))
    statement = read(p("seen " + span("gone" + note, "T")), style("T", 'text:display="none"'))
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "4"}]


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    region = '<text:changed-region xml:id="{0}" text:id="{0}"><text:{1}>{2}</text:{1}></text:changed-region>'
    body = (
        "<text:tracked-changes>"
        + region.format("c1", "insertion", "")
        + region.format("c2", "deletion", p("deleted"))
        + region.format("c3", "deletion", "")
        + region.format("c4", "format-change", "")
        + "</text:tracked-changes>"
        + p('We <text:change text:change-id="c2"/><text:change-start text:change-id="c1"/>recommend'
            '<text:change-end text:change-id="c1"/> it <text:change-start text:change-id="c3"/>not')
        + p("at all")
        + p('never<text:change-end text:change-id="c3"/> again')
    )  # fmt: skip
    statement = read(body)
    assert texts(statement) == ["We recommend it", "again"]
    assert counted(statement, "FI10") == [{"insertions": "1", "deletions": "2"}]


def test_comments_are_counted_and_not_read() -> None:
    comment = "<office:annotation><dc:creator>A</dc:creator><text:p>not final</text:p></office:annotation>"
    statement = read(p(f"wo{comment}rd") + comment)
    assert texts(statement) == ["word"]
    assert counted(statement, "FI11") == [{"comments": "2"}]


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:section text:display="none"><text:p>two words</text:p></text:section>',
        '<text:section text:display="condition" text:is-hidden="true"><text:p>two words</text:p></text:section>',
        '<text:p>two words<text:hidden-paragraph text:is-hidden="true"/></text:p>',
        '<text:p><text:hidden-text text:is-hidden="true" text:string-value="two words"/></text:p>',
        '<draw:frame draw:display="none"><draw:text-box><text:p>two words</text:p></draw:text-box></draw:frame>',
        '<text:section text:display="none"><table:table><table:table-row><table:table-cell><text:p>two words'
        "</text:p></table:table-cell></table:table-row></table:table></text:section>",
    ],
)
def test_what_a_section_a_field_or_a_frame_hides_is_counted_and_not_read(hidden: str) -> None:
    statement = read(p("seen") + hidden)
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize("state", ['text:display="condition"', 'text:display="true"', ""])
def test_a_section_whose_condition_did_not_hide_it_is_read(state: str) -> None:
    assert texts(read(f"<text:section {state}>{p('word')}</text:section>")) == ["word"]


def test_text_boxes_and_drawings_are_read_after_their_paragraph() -> None:
    box = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
    drawing = "<draw:g><draw:custom-shape><text:p>drawn</text:p><draw:enhanced-geometry/></draw:custom-shape></draw:g>"
    linked = f'<draw:a xlink:href="https://example.org">{box.format(p("linked"))}</draw:a>'
    body = p(f"be{box.format(p('boxed') + box.format(p('inner')))}fore{drawing}{linked}") + p("after")
    assert texts(read(box.format(p("first")) + body)) == [
        "first", "before", "boxed", "inner", "drawn", "linked", "after",
    ]  # fmt: skip


def test_word_art_and_readings_above_words_are_furniture() -> None:
    art = '<draw:custom-shape><text:p>DRAFT</text:p><draw:enhanced-geometry draw:text-path="true"/></draw:custom-shape>'
    ruby = "<text:ruby><text:ruby-base>东</text:ruby-base><text:ruby-text>dōng</text:ruby-text></text:ruby>"
    statement = read(p(f"word {ruby}{art}"))
    assert (texts(statement), set(statement.furniture)) == (["word 东"], {"DRAFT", "dōng"})


def test_tables_of_contents_are_kept_aside_and_bibliographies_are_read() -> None:
    contents = (
        "<text:table-of-content><text:table-of-content-source><text:index-title-template>Model"
        "</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title>"
        f"{p('Contents')}</text:index-title>{p('Introduction<text:tab/>3')}</text:index-body></text:table-of-content>"
    )
    sources = f"<text:bibliography><text:index-body>{p('A source.')}</text:index-body></text:bibliography>"
    common = style("Contents_20_1", family="paragraph")
    automatic = style("P", "", "paragraph", 'style:parent-style-name="Contents_20_1"')
    statement = read(contents + p("Stray 4", "P") + p("word") + sources, automatic, common)
    assert texts(statement) == ["word", "A source."]
    assert statement.furniture == ("Contents", "Introduction 3", "Stray 4")


def test_words_in_odd_places_are_read() -> None:
    body = "<text:span>stray</text:span><unknown><text:p>within</text:p></unknown>"
    assert texts(read(body)) == ["stray", "within"]


@pytest.mark.parametrize("mimetype", [MIMETYPE, MIMETYPE + "-template"])
def test_texts_and_templates_are_read_without_manifest_and_styles(mimetype: str) -> None:
    statement = read_statement(make_odt(p("word"), mimetype=mimetype, **{"styles.xml": ""}), "statement.odt")
    assert (statement.kind, texts(statement), codes(statement)) == (FileKind.ODT, ["word"], set())


HIDDEN = style("H", 'text:display="none"')
BOX = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"


@pytest.mark.parametrize(
    "inside", [BOX.format(p("two words")), f"<draw:g>{BOX.format(p('two words'))}</draw:g>"]
)
def test_what_is_anchored_in_hidden_words_is_hidden(inside: str) -> None:
    statement = read(p("seen" + span(inside, "H")), HIDDEN)
    assert texts(statement) == ["seen"]
    assert counted(statement, "FI12") == [{"words": "2"}]


def test_a_box_that_is_anchored_in_white_letters_shows() -> None:
    body = p("seen" + span(BOX.format(p("boxed")), "W"))
    assert texts(read(body, style("W", 'fo:color="#ffffff"'))) == ["seen", "boxed"]


@pytest.mark.parametrize(
    "inside",
    [
        '<text:variable-set text:name="v" text:display="none">two words</text:variable-set>',
        '<text:user-field-get text:name="v" text:display="none">two words</text:user-field-get>',
        f'<draw:frame><draw:image xlink:href="a.png">{p("two words")}</draw:image></draw:frame>',
        f"<draw:frame><draw:floating-frame>{p('two words')}</draw:floating-frame></draw:frame>",
    ],
)
def test_what_a_program_does_not_show_in_a_field_or_for_a_picture_is_counted(inside: str) -> None:
    statement = read(p("seen" + inside))
    assert (texts(statement), statement.furniture) == (["seen"], ())
    assert counted(statement, "FI12") == [{"words": "2"}]


REMARK = "<office:annotation><dc:creator>Jane</dc:creator><text:p>remark</text:p></office:annotation>"


@pytest.mark.parametrize(
    "beside",
    [
        '<draw:custom-shape><text:p>{}</text:p><draw:enhanced-geometry draw:text-path="true"/></draw:custom-shape>',
        "<text:ruby><text:ruby-base/><text:ruby-text>{}</text:ruby-text></text:ruby>",
    ],
    ids=["WordArt", "a reading"],
)
def test_beside_the_text_too_hidden_words_and_comments_are_not_read(beside: str) -> None:
    statement = read(p("seen" + beside.format("art" + span("two words", "H") + REMARK)), HIDDEN)
    assert (texts(statement), statement.furniture) == (["seen"], ("art",))
    assert codes(statement) == {"FI11", "FI12"}


def test_word_art_that_is_not_shown_is_no_furniture() -> None:
    art = '<draw:custom-shape><text:p>two words</text:p><draw:enhanced-geometry draw:text-path="true"/></draw:custom-shape>'
    for body in (
        p("seen" + span(art, "H")),
        f'{p("seen")}<text:section text:display="none">{p(art)}</text:section>',
    ):
        statement = read(body, HIDDEN)
        assert (texts(statement), statement.furniture) == (["seen"], ())
        assert counted(statement, "FI12") == [{"words": "2"}]


def in_index(line: str) -> str:
    return f"<text:table-of-content><text:index-body>{line}</text:index-body></text:table-of-content>"


@pytest.mark.parametrize("name", ["Sommaire", "Contents_20_1", ""])
def test_the_notes_of_a_line_that_is_set_aside_are_read(name: str) -> None:
    line = p("A line" + NOTE.format("footnote", "", "1", p("Its source.")), name or "plain")
    statement = read((line if name else in_index(line)) + p("Text."), common=style(name, family="paragraph"))
    assert [(one.note, one.text) for one in statement.passages] == [("", "Text."), ("1", "Its source.")]
    assert statement.furniture == ("A line",)


def test_an_index_shows_its_boxes_and_neither_its_comments_nor_what_is_hidden() -> None:
    line = p(f"A line{REMARK}{BOX.format(p('boxed'))}{span(BOX.format(p('gone')), 'H')}")
    statement = read(in_index(line) + p("Text."), HIDDEN)
    assert (texts(statement), statement.furniture) == (["Text."], ("A line", "boxed"))
    assert counted(statement, "FI12") == [{"words": "1"}]
