"""Web pages, as programs for writing save them and as people save them: what shows is read, as it shows."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.passages import FileKind, Kind, RawStatement
from pipeline.read import read_statement
from tests.programs import program
from tests.read.conftest import codes, make_docx, p, shown, texts


def page(body: str, head: str = "", encoding: str = "utf-8") -> RawStatement:
    data = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding)
    statement = read_statement(data, "statement.html")
    assert statement.kind is FileKind.HTML
    return statement


def markers(statement: RawStatement) -> list[tuple[str, int, str]]:
    return [(one.marker, one.level, one.text) for one in statement.passages]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<p>one</p><p>two</p>", ["one", "two"]),
        ("one<p>two</p>three", ["one", "two", "three"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>one\n   two\tthree</p>", ["one two three"]),
        ("<p>one<br>two</p>", ["one\ntwo"]),
        ("one<br><br>two", ["one", "two"]),
        ("<p>re<wbr>call</p>", ["recall"]),
        ("<p>re&shy;call</p>", ["recall"]),
        ("<p>half<b>word</b>s</p>", ["halfwords"]),
        ("<p>&nbsp;</p><p>word</p>", ["word"]),
        ("<p>&nbsp;&nbsp; word &nbsp;next&nbsp;</p>", ["word next"]),
        ("<p>«&nbsp;mot&nbsp;»</p>", ["«\u00a0mot\u00a0»"]),
        ("<pre>one\n two</pre>", ["one\ntwo"]),
        ("<p>caf&eacute; &#8212; &#x80;</p>", ["café — €"]),
        ("<p>one<unknown>two</unknown></p>", ["onetwo"]),
        ("<p>one<p>two", ["one", "two"]),
        ("<ruby>字<rt>zi</rt></ruby>", ["字"]),
        ("<dl><dt>term</dt><dd>meaning</dd></dl>", ["term", "meaning"]),
        ("<noscript>x</noscript><script>x</script><style>x</style><p>word</p>", ["word"]),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]--><p>a<![if !vml]>b<![endif]>c</p>", ["abc"]),
    ],
)
def test_words_are_found_as_a_browser_shows_them(inside: str, expected: list[str]) -> None:
    assert texts(page(inside)) == expected


@pytest.mark.parametrize(
    ("inside", "look"),
    [
        ("<b>x</b>", "bold"),
        ("<span style='font-weight:700'>x</span>", "bold"),
        ("<span class='c1'>x</span>", "bold"),
        ("<em>x</em>", "italic"),
        ("<span style='text-decoration: underline'>x</span>", "underline"),
        ("<sup>x</sup>", "superscript"),
    ],
)
def test_emphasis_is_kept_however_it_is_written(inside: str, look: str) -> None:
    statement = page(
        f"<p>a {inside} b</p>", "<style>/* x */ p, .c1 { color: #222; FONT-WEIGHT: bold }</style>"
    )
    if look == "bold" and "c1" in inside:
        statement = page(f"<p>a {inside} b</p>", "<style>.c1{font-weight:bold}</style>")
    else:
        statement = page(f"<p>a {inside} b</p>")
    assert [run.text.strip() for run in statement.passages[0].runs if getattr(run, look)] == ["x"]


@pytest.mark.parametrize(
    ("hidden", "head"),
    [
        ("<p hidden>two words</p>", ""),
        ("<p style='display: none'>two words</p>", ""),
        ("<p style='DISPLAY:none!important'>two words</p>", ""),
        ("<p style='visibility:hidden'>two words</p>", ""),
        ("<p><span style='opacity:0'>two words</span></p>", ""),
        ("<p><span style='color:#FFF'>two words</span></p>", ""),
        ("<p><font color='white'>two words</font></p>", ""),
        ("<p><span style='font-size:1px'>two words</span></p>", ""),
        ("<p style='mso-hide:all'>two words</p>", ""),
        ("<template><p>two words</p></template>", ""),
        ("<div class='x y'><p>two words</p></div>", "<style>div.x { display: none }</style>"),
        ("<p id='n'>two words</p>", "<style>@media screen { #n { display:none } }</style>"),
        ("<table><tr><td style='display:none'>two words</td><td>seen</td><td>seen</td></tr></table>", ""),
    ],
)
def test_what_does_not_show_is_not_read_but_counted(hidden: str, head: str) -> None:
    statement = page(f"<p>shown</p>{hidden}", head)
    assert "two words" not in " ".join(texts(statement))
    assert "two words" not in " ".join(statement.furniture)
    [found] = [each for each in statement.problems if each.code == "FI12"]
    assert "2 words" in found.what


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p style='color:white;background:#036'>word</p>", ""),
        ("<table bgcolor='#003366'><tr><td><font color='white'>word</font></td></tr></table>", ""),
        ("<p class='x'>word</p>", "<style>@media print { .x { display: none } }</style>"),
        ("<p class='x'>word</p>", "<style>div.x { display: none } .x .y { display: none }</style>"),
        ("<p style='background:black;color:white'>word</p>", ""),
        (
            "<table><tr><td bgcolor='black'><span style='color:#eee'>word</span></td><td>a</td></tr></table>",
            "",
        ),
    ],
)
def test_what_shows_is_read_although_it_looks_hidden(body: str, head: str) -> None:
    statement = page(body, head)
    assert texts(statement)[0] == "word"
    assert not codes(statement) & {"FI12", "FI21"}


def test_blacked_out_words_are_not_read() -> None:
    statement = page("<p>shown <span style='background-color:#000000'>two words</span></p>")
    assert texts(statement) == ["shown"]
    assert codes(statement) == {"FI21"}


def test_headings_titles_and_quotations_are_what_they_are() -> None:
    statement = page(
        "<p class=MsoTitle>Title</p><h2>Part</h2><div role=x><h3>Sub</h3></div><blockquote><p>Said.</p></blockquote>"
        "<p class=MsoQuote>Said too.</p><p style='margin: 0 40px'>And this.</p><p><b>Bold line</b></p><p>Text.</p>"
    )
    kinds = [(one.kind, one.level) for one in statement.passages]
    assert kinds[:3] == [(Kind.HEADING, 1), (Kind.HEADING, 2), (Kind.HEADING, 3)]
    assert [kind for kind, _ in kinds[3:]] == [*[Kind.QUOTATION] * 3, Kind.HEADING, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<ul><li>a<li>b</ul>", [("•", 1, "a"), ("•", 1, "b")]),
        ("<ul><li>a<ul><li>b</ul></ul>", [("•", 1, "a"), ("○", 2, "b")]),
        ("<ol><li>a</li><li value=5>b</li><li>c</li></ol>", [("1.", 1, "a"), ("5.", 1, "b"), ("6.", 1, "c")]),
        ("<ol start=3><li>a</li></ol>", [("3.", 1, "a")]),
        ("<ol reversed><li>a</li><li>b</li></ol>", [("2.", 1, "a"), ("1.", 1, "b")]),
        ("<ol type=a><li>a</li><li>b</li></ol>", [("a.", 1, "a"), ("b.", 1, "b")]),
        ("<ol style='list-style-type:upper-roman'><li>a</li><li>b</li></ol>", [("I.", 1, "a"), ("II.", 1, "b")]),
        ("<ol style='list-style:none'><li>a</li></ol>", [("•", 1, "a")]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("•", 1, "a"), ("", 0, "b")]),
        ("<ol><li>a<ol type=i><li>b</li></ol>c</li><li>d</li></ol>",
         [("1.", 1, "a"), ("i.", 2, "b"), ("", 0, "c"), ("2.", 1, "d")]),
        ("<li>a</li>", [("•", 1, "a")]),
        ("<p>(a) a</p><p>(b) b</p>", [("(a)", 1, "a"), ("(b)", 1, "b")]),
    ],
)  # fmt: skip
def test_lists_are_numbered_as_a_browser_displays_them(
    inside: str, expected: list[tuple[str, int, str]]
) -> None:
    assert markers(page(inside)) == expected


def test_a_list_that_word_saved_as_paragraphs_is_a_list() -> None:
    item = (
        "<p class=MsoListParagraph style='margin-left:.5in;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
        "<span style='{font}mso-list:Ignore'>{mark}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span>"
        "</span><![endif]>{text}<o:p></o:p></p>"
    )
    statement = page(
        item.format(level=1, font="", mark="1.", text="Adopt the law.")
        + item.format(level=2, font="font-family:Symbol;", mark="·", text="Train the police.")
        + item.format(level=3, font='font-family:"Courier New";', mark="o", text="Every year.")
    )
    assert markers(statement) == [
        ("1.", 1, "Adopt the law."),
        ("•", 2, "Train the police."),
        ("○", 3, "Every year."),
    ]


NOTES = {
    "word": (
        '<a style="mso-footnote-id:ftn1" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>',
        '<div><hr><div style="mso-element:footnote" id="ftn1"><p class=MsoFootnoteText><a href="#_ftnref1" '
        'name="_ftn1">[1]</a> The report.</p><p>Page 3.</p></div></div>',
    ),
    "libreoffice": (
        '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
        '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> The '
        "report.</p><p>Page 3.</p></div>",
    ),
    "google": (
        '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>',
        '<div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;The report.</span></p><p>Page 3.</p></div>',
    ),
    "pandoc": (
        '<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>',
        '<section><hr /><ol><li id="fn1"><p>The report.</p><p>Page 3.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ),
    "wiki": (
        '<sup id="cite_ref-1"><a href="page.html#cite_note-1">[1]</a></sup>',
        '<ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>The report.<br>Page 3.</span></li></ol>',
    ),
}


@pytest.mark.parametrize("program_", NOTES)
def test_footnotes_are_called_and_read_apart_whoever_wrote_them(program_: str) -> None:
    call, note = NOTES[program_]
    statement = page(f"<p>It was published{call} at last.</p><p>End.</p>{note}")
    assert texts(statement) == ["It was published at last.", "End.", "The report.\nPage 3."]
    first, _, last = statement.passages
    assert [run.note for run in first.runs if run.note] == ["1"]
    assert (last.kind, last.note) == (Kind.FOOTNOTE, "1")


def test_a_link_to_a_part_of_the_page_is_no_note() -> None:
    statement = page('<p>See <a href="#part" id="top">2</a>.</p><h2 id="part">Part</h2><p>Words.</p>')
    assert texts(statement) == ["See 2.", "Part", "Words."]


def test_links_keep_their_address_and_only_the_web_s() -> None:
    statement = page(
        '<p><a href="https://example.org/a">one</a> <a href="#x">two</a> <a href="javascript:go()">three</a></p>'
    )
    assert [run.link for run in statement.passages[0].runs if run.link] == ["https://example.org/a"]
    assert texts(statement) == ["one two three"]
    assert codes(statement) == {"FI13"}


def test_a_table_keeps_its_cells_and_their_head() -> None:
    statement = page(
        "<table><caption>Table 1</caption><tfoot><tr><td>last<td>x</tr></tfoot><thead><tr><td>Issue<td>Demand</tr>"
        "</thead><tr><td rowspan=2>Schools<td>Build them</tr><tr><td>Open them</tr><tr><td colspan=2>both</tr></table>"
    )
    cells = [
        (one.text, one.row, one.column, one.span, one.header)
        for one in statement.passages
        if one.kind is Kind.TABLE_CELL
    ]
    assert cells == [
        ("Issue", 1, 1, 1, True), ("Demand", 1, 2, 1, True), ("Schools", 2, 1, 1, False),
        ("Build them", 2, 2, 1, False), ("Open them", 3, 2, 1, False), ("both", 4, 1, 2, False),
        ("last", 5, 1, 1, False), ("x", 5, 2, 1, False),
    ]  # fmt: skip
    assert texts(statement)[0] == "Table 1"


@pytest.mark.parametrize(
    "body",
    [
        "<table role=presentation><tr><td><p>one</p></td><td><p>two</p></td></tr></table>",
        "<table><tr><td><p>one</p><p>two</p></td></tr></table>",
        "<table><tr><td><h2>one</h2></td><td>two</td></tr></table>",
        "<table><tr><td>one</td><td><table><tr><td>two</td></tr></table></td></tr></table>",
    ],
)
def test_a_table_that_only_arranges_the_page_is_none(body: str) -> None:
    statement = page(body)
    assert texts(statement) == ["one", "two"]
    assert not any(one.kind is Kind.TABLE_CELL for one in statement.passages)


def test_menus_and_feet_are_furniture_and_what_follows_them_stays() -> None:
    statement = page(
        "<header><img src=a.png>Sample Union</header><nav><a href=/>Home</a> <a href='#top'>Top</a></nav>text"
        "<div><p>words</p><footer>Imprint <nav>Map</nav></footer>more</div><div title=footer><p>page 1</p></div>",
        "<title>C:\\\\Users\\\\name\\\\page.doc</title>",
    )
    assert texts(statement) == ["text", "words", "more"]
    assert sorted(each.strip() for each in statement.furniture) == [
        "Home Top",
        "Imprint",
        "Map",
        "Sample Union",
        "page 1",
    ]


def test_the_one_main_part_is_read_and_what_stands_beside_it_is_kept_aside() -> None:
    body = "<div>before<main><h1>Statement</h1><p>The words of it.</p></main>after<aside>more</aside></div>"
    statement = page(body)
    assert texts(statement) == ["Statement", "The words of it."]
    assert sorted(each.strip() for each in statement.furniture) == ["after", "before", "more"]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The statement itself, in many words.</p><article><p>Read also.</p></article>",
        "<p>The statement itself.</p><main style='display:none'><p>Many words that nobody sees here.</p></main>",
    ],
)
def test_a_main_part_that_is_small_or_hidden_is_none(body: str) -> None:
    assert texts(page(body))[0].startswith("The statement itself")


def test_contents_of_word_are_set_aside() -> None:
    statement = page("<p class=MsoToc1>Introduction 3</p><p>Words.</p>")
    assert texts(statement) == ["Words."]
    assert statement.furniture == ("Introduction 3",)


def test_tracked_changes_are_read_as_accepted_and_comments_not_at_all() -> None:
    statement = page("<p>The <del>old</del><ins>new</ins> law<!-- is it final? --></p>")
    assert texts(statement) == ["The new law"]
    assert codes(statement) == {"FI10", "FI11"}


@pytest.mark.parametrize(
    ("inside", "word"),
    [
        ("<script>x()</script>", "script"),
        ("<p onclick='x()'>a</p>", "script"),
        ("<iframe src='https://example.org'></iframe>", "frame"),
        ("<img src='https://example.org/a.png'>", "pictures that lie outside"),
        ("<meta http-equiv=refresh content='0;url=https://example.org'>", "open another page"),
        ("<link rel=stylesheet href=a.css>", "style sheet"),
        ("<object data=a.swf>words</object>", "embedded object"),
    ],
)
def test_what_a_page_carries_is_named_and_never_followed(inside: str, word: str) -> None:
    statement = page(f"<p>words</p>{inside}")
    assert any(word in each.what for each in statement.problems if each.code == "FI13")


def test_pictures_and_fields_of_forms_are_counted() -> None:
    statement = page(
        "<p>a</p><img src='a.png'><img src='b.png'><img src=c.gif width=1><form><input><textarea>x</form>"
    )
    said = {each.code: each.what for each in statement.problems}
    assert "2 picture" in said["FI28"]
    assert "2 form field" in said["FI25"]


@pytest.mark.parametrize(
    ("encoding", "head", "words"),
    [
        ("cp1252", "<meta charset='iso-8859-1'>", "l’État où"),
        (
            "cp1251",
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
            "Государство",
        ),
        ("cp1256", "<meta charset=windows-1256>", "الدولة"),
        ("gb18030", "<meta charset=gb2312>", "国家"),
        ("utf-8", "", "l’État où الدولة 国家"),
        ("utf-16", "", "l’État"),
        ("utf-8", "<meta charset='iso-8859-1'>", "plain"),
        ("utf-8", "<meta charset='nonsense'>", "l’État"),
    ],
)
def test_the_encoding_that_a_page_states_is_used(encoding: str, head: str, words: str) -> None:
    assert texts(page(f"<p>{words}</p>", head, encoding)) == [words]


def test_a_page_by_another_name_is_read_with_a_warning() -> None:
    for name in ("statement.doc", "Statement.DOT", "statement.php"):
        statement = read_statement(b"<html><body><p>words</p></body></html>", name)
        assert texts(statement) == ["words"]
        assert codes(statement) == {"FI07"}
    fragment = read_statement(b"<p>one</p><p>two", "statement.htm")
    assert texts(fragment) == ["one", "two"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html>" + b"<div>" * 100_000,
        b"<html>" + b"<b>" * 300 + b"x",
        b"<html><ul>" + b"<li><ul>" * 5_000,
        b"<html><p>" + b"x" * 12_000_000,
        b"<html><table><tr><td colspan=99999999>x<td>y</table>",
        b"<html><table>" + b"<tr><td>a<td>b" * 12_000 + b"</table>",
        b"<html>" + b"<p>a" * 25_000,
    ],
    ids=["divs", "bolds", "lists", "letters", "columns", "cells", "paragraphs"],
)
def test_what_is_made_to_break_readers_is_refused(data: bytes) -> None:
    assert codes(read_statement(data, "a.html")) == {"FI04"}


def test_a_page_with_thousands_of_links_to_one_block_is_read_soon() -> None:
    links = "".join(f"<a href='#t{n}' id='s{n}'>1</a><i id='t{n}'></i>" for n in range(5_000))
    assert texts(page(f"<div>{links}</div>"))


@given(st.binary(max_size=300))
def test_any_bytes_give_a_statement_and_no_exception(data: bytes) -> None:
    found = read_statement(b"<html>" + data, "a.html")
    assert not any("Error" in each.what for each in found.problems)


words_ = st.lists(st.sampled_from(["law", "école", "право", "قانون", "法律"]), min_size=1, max_size=4).map(
    " ".join
)
blocks = st.recursive(
    words_.map(lambda text: f"<p>{text}</p>"),
    lambda inner: st.tuples(
        st.sampled_from(["div", "blockquote", "section", "ul><li", "td", "center"]),
        st.lists(inner, max_size=3),
    ).map(lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0].split('>')[0]}>"),
    max_leaves=8,
)


@given(st.lists(blocks, min_size=1, max_size=4).map("".join))
def test_every_word_is_read_once_and_in_order(body: str) -> None:
    import re

    said = " ".join(re.findall(r"<p>(.*?)</p>", body)).split()
    statement = page(body)
    assert " ".join(texts(statement)).split() == said


def test_a_page_that_libreoffice_saves_reads_as_the_word_file_it_came_from(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%2."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    def item(text: str, level: int) -> str:
        return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')

    note = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    body = (
        p("Heading", '<w:pStyle w:val="H"/>')
        + p("The ministry publishes the report").replace("</w:p>", note + "</w:p>")
        + item("Adopt the law", 0) + item("Train the police", 1) + item("Report yearly", 0)
        + "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr><w:tc>" + p("one") + "</w:tc><w:tc>"
        + p("two") + "</w:tc></w:tr></w:tbl>"
        + p("A quotation.", '<w:ind w:left="720" w:right="720"/>') + p("تنشر الوزارة التقرير.", "<w:bidi/>") + p("该部发布报告。")
    )  # fmt: skip
    original = make_docx(
        body,
        styles='<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>',
        numbering=numbering,
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>See page 3.</w:t></w:r></w:p></w:footnote>',
    )
    (tmp_path / "a.docx").write_bytes(original)
    command = [program("soffice"), f"-env:UserInstallation=file://{tmp_path}/user", "--headless"]
    subprocess.run(
        [*command, "--convert-to", "html", "a.docx"],
        cwd=tmp_path,
        check=True,
        timeout=120,
        capture_output=True,
    )
    saved = read_statement((tmp_path / "a.html").read_bytes(), "a.html")
    assert shown(saved) == shown(read_statement(original, "a.docx"))
