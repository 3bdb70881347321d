"""OpenDocument texts made or broken to do harm: refused with a reason, or read without what they carry."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement
from tests.read.conftest import codes, make_zip, texts
from tests.read.test_odt import MIMETYPE, NAMES, counted, make_odt, p, read, span, style

MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>{}<manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
    'manifest:media-type="x"/><manifest:file-entry manifest:media-type="text/xml" manifest:full-path="{}"{}'
    "</manifest:manifest>"
)
ENCRYPTED = ' manifest:size="9">\n <manifest:encryption-data/></manifest:file-entry>'
DTD = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'


def entries(**parts: str | bytes) -> dict[str, str | bytes]:
    """The parts of a small file, some of them replaced."""
    with zipfile.ZipFile(io.BytesIO(make_odt(p("word")))) as archive:
        found: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return found | parts


def of_parts(parts: dict[str, str | bytes]) -> RawStatement:
    return read_statement(make_zip(parts), "statement.odt")


@pytest.mark.parametrize("doctype", ["", DTD])
@pytest.mark.parametrize("part", ["content.xml", "encrypted-package"])
def test_an_encrypted_file_is_refused_as_such(part: str, doctype: str) -> None:
    parts = entries() | {
        "META-INF/manifest.xml": MANIFEST.format(doctype, part, ENCRYPTED),
        "content.xml": b"\x8b\x01",
    }
    assert codes(of_parts(parts)) == {"FI05"}


@pytest.mark.parametrize(
    "manifest",
    [
        MANIFEST.format("", "Basic/Secret/Module1.xml", ENCRYPTED),
        MANIFEST.format("", "content.xml", "/>"),
        MANIFEST.format(DTD, "content.xml", "/>"),
        "<broken",
        b"\xff\xfe\x00",
    ],
    ids=["a macro library", "nothing", "with a DTD", "broken", "no text"],
)
def test_nothing_else_that_a_manifest_says_is_believed(manifest: str | bytes) -> None:
    assert texts(of_parts(entries() | {"META-INF/manifest.xml": manifest})) == ["word"]


def document(body: str) -> str:
    return f"<office:document-content {NAMES}><office:body>{body}</office:body></office:document-content>"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "FI03"),
        ("<office:document-content", "FI03"),
        (document("<office:spreadsheet/>"), "FI03"),
        (document(f"<office:text>{p('')}</office:text>"), "FI18"),
        ("<x/>", "FI03"),
        ('<!DOCTYPE x [<!ENTITY a "b">]>' + document(f"<office:text>{p('&a;')}</office:text>"), "FI03"),
        (document("<text:section>" * 300 + "</text:section>" * 300), "FI04"),
        (document(f"<office:text>{p('a') * 20_001}</office:text>"), "FI04"),
        (f"<office:document-content {NAMES}>{' ' * 34_000_000}</office:document-content>", "FI04"),
    ],
    ids=[
        "empty",
        "cut off",
        "a sheet",
        "no words",
        "another root",
        "entities",
        "depth",
        "paragraphs",
        "size",
    ],
)
def test_a_broken_or_absurd_text_is_refused_with_its_reason(content: str, code: str) -> None:
    assert codes(of_parts(entries() | {"content.xml": content})) == {code}


def test_a_file_without_its_text_is_damaged() -> None:
    parts = entries()
    del parts["content.xml"]
    assert codes(of_parts(parts)) == {"FI03"}


def test_broken_styles_are_damage_since_they_may_hide_words() -> None:
    assert codes(of_parts(entries() | {"styles.xml": "<office:document-styles"})) == {"FI03"}


NESTED = {
    "spans": ("<text:p>" + "<text:span>" * 245, "word", "</text:span>" * 245 + "</text:p>"),
    "sections": ("<text:section>" * 245, p("word"), "</text:section>" * 245),
    "lists": ("<text:list><text:list-item>" * 120, p("word"), "</text:list-item></text:list>" * 120),
    "tables": (
        "<table:table><table:table-row><table:table-cell>" * 80,
        p("word"),
        "</table:table-cell></table:table-row></table:table>" * 80,
    ),
    "boxes": (
        "<text:p><draw:frame><draw:text-box>" * 80,
        p("word"),
        "</draw:text-box></draw:frame></text:p>" * 80,
    ),
    "notes": (
        "<text:p><text:note><text:note-body>" * 80,
        p("word"),
        "</text:note-body></text:note></text:p>" * 80,
    ),
}


@pytest.mark.parametrize("kind", NESTED)
def test_deep_nesting_is_read_as_far_as_the_parser_goes(kind: str) -> None:
    assert "word" in texts(read("".join(NESTED[kind])))


@pytest.mark.parametrize(
    "body",
    [
        "<text:p>" + "word <text:span text:style-name='T'>a</text:span>" * 2_000 + "</text:p>",
        "<text:list>" + f"<text:list-item>{p('a')}</text:list-item>" * 2_000 + "</text:list>",
        "<text:table-of-content><text:index-body>"
        + "".join(p(f"line {number}") for number in range(2_000))
        + f"</text:index-body></text:table-of-content>{p('word')}",
        "".join(p("a", f"s{number}") for number in range(2_000)),
    ],
    ids=["spans", "items", "contents", "styles"],
)
def test_time_grows_with_the_length_of_a_text_and_no_faster(body: str) -> None:
    styles = "".join(
        style(f"s{number}", "", "paragraph", f'style:parent-style-name="s{number + 1}"')
        for number in range(2_000)
    )

    def seconds(times: int) -> float:
        data = make_odt(body * times + p("".join(map(chr, range(0x4E00, 0x9000)))), styles)
        before = time.process_time()
        read_statement(data, "statement.odt")
        return time.process_time() - before

    assert seconds(8) < 40 * max(seconds(1), 0.05)


CARRIED = [
    ('<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="./ObjectReplacements/1"/></draw:frame>',
     "an embedded object"),
    ('<draw:frame><draw:object><x/></draw:object></draw:frame>', "an embedded object"),
    ('<draw:frame><draw:object xlink:href="./Formula"/></draw:frame>', "a formula"),
    ('<draw:frame><draw:object-ole xlink:href="./Ole"/></draw:frame>', "an embedded object"),
    ('<draw:frame><draw:object xlink:href="file:///x.ods"/></draw:frame>', "an object that lies outside of it"),
    ('<draw:frame><draw:plugin xlink:href="Media/a.mp4"/></draw:frame>', "a video or a sound"),
    ('<draw:frame><draw:image xlink:href="http://example.org/a.png"/></draw:frame>', "pictures that lie outside of it"),
    ('<draw:frame><draw:image xlink:href="../a.png"/></draw:frame>', "pictures that lie outside of it"),
    ('<text:section><text:section-source xlink:href="other.odt"/><text:p>x</text:p></text:section>', ""),
    ('<text:section><text:section-source xlink:href="file:///o.odt"/></text:section>', "a part that lies outside of it"),
    ('<text:p><text:execute-macro>run</text:execute-macro></text:p>', "macros"),
    ('<text:p><text:script script:language="JavaScript">alert()</text:script></text:p>', "macros"),
    ('<text:p><text:a xlink:href="http://example.org">link</text:a></text:p>', ""),
]  # fmt: skip


@pytest.mark.parametrize(("body", "what"), CARRIED)
def test_what_a_text_carries_is_named_and_not_followed(body: str, what: str) -> None:
    formula = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'
    data = make_odt(p("word") + body, **{"Formula/content.xml": formula})
    statement = read_statement(data, "statement.odt")
    assert texts(statement)[0] == "word"
    assert [one["what"] for one in counted(statement, "FI13")] == ([what] if what else [])
    assert "alert()" not in "".join(texts(statement)) + "".join(statement.furniture)


@pytest.mark.parametrize(
    ("part", "macros"),
    [
        ("Basic/Standard/Module1.xml", True),
        ("Scripts/python/evil.py", True),
        ("Basic/script-lc.xml", False),
        ("Basic/Standard/script-lb.xml", False),
        ("Configurations2/menubar/", False),
    ],
)
def test_macros_in_the_package_are_named(part: str, macros: bool) -> None:
    assert ("FI13" in codes(of_parts(entries() | {part: "x"}))) is macros


def test_pictures_are_counted_once_each() -> None:
    picture = '<draw:frame><draw:image xlink:href="Pictures/{}.png"/></draw:frame>'
    written = (
        "<draw:frame><draw:image><office:binary-data>AAAA</office:binary-data></draw:image></draw:frame>"
    )
    statement = read(p("word" + picture.format("a") * 2 + picture.format("b") + written))
    assert counted(statement, "FI28") == [{"pictures": "3"}]


def test_form_fields_are_counted() -> None:
    form = '<office:forms><form:form><form:text form:current-value="typed"/><form:button/></form:form></office:forms>'
    statement = read(form + p("word"))
    assert (texts(statement), counted(statement, "FI25")) == (["word"], [{"fields": "1"}])


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_every_encoding_that_programs_write_is_read(codec: str) -> None:
    declared = "utf-8" if codec == "utf-8-sig" else codec
    content = f'<?xml version="1.0" encoding="{declared}"?>' + document(
        f"<office:text>{p('éà')}</office:text>"
    )
    assert texts(of_parts(entries() | {"content.xml": content.encode(codec)})) == ["éà"]


def rich() -> bytes:
    """A file with something of everything."""
    body = (
        '<text:h text:outline-level="1">Heading</text:h>'
        + p("The Sample Ministry " + span("publishes", "T") + " the report.")
        + f'<text:list text:style-name="L"><text:list-item>{p("one")}</text:list-item></text:list>'
        + f"<table:table><table:table-row><table:table-cell>{p('a')}</table:table-cell><table:table-cell>{p('b')}"
        "</table:table-cell></table:table-row></table:table>"
        + p("Water<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Source.</text:p>"
            "</text:note-body></text:note>")
    )  # fmt: skip
    levels = '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>'
    return make_odt(body, style("T", 'fo:font-weight="bold"') + levels)


def test_a_file_cut_off_anywhere_is_refused() -> None:
    data = rich()
    for length in range(4, len(data), 7):
        assert not read_statement(data[:length], "statement.odt").passages


def packed(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(rich())) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    return make_zip(parts | {"content.xml": content})


with zipfile.ZipFile(io.BytesIO(rich())) as _archive:
    CONTENT = _archive.read("content.xml")


def test_content_cut_off_anywhere_is_refused() -> None:
    for length in range(0, len(CONTENT), 7):
        assert codes(read_statement(packed(CONTENT[:length]), "statement.odt")) & {"FI03", "FI18"}


@given(
    st.integers(0, len(CONTENT) - 1),
    st.integers(0, 255),
    st.integers(0, len(CONTENT) - 1),
    st.integers(0, 255),
)
def test_flipped_bytes_are_survived(first: int, one: int, second: int, other: int) -> None:
    """Read or refused for a reason, but never for a fault of the reader."""
    content = bytearray(CONTENT)
    content[first], content[second] = one, other
    statement = read_statement(packed(bytes(content)), "statement.odt")
    assert not any(
        "not as it should be" in dict(found.values).get("reason", "") for found in statement.problems
    )


@given(st.binary(max_size=300))
@example(b"")
def test_any_bytes_behind_the_signature_give_an_answer(tail: bytes) -> None:
    start = b"PK\x03\x04\x14\x00\x00\x00\x00\x00" + MIMETYPE.encode()
    assert isinstance(read_statement(start + tail, "statement.odt"), RawStatement)


@given(
    st.lists(st.sampled_from(["text:p", "text:h", "text:list", "text:list-item", "text:span", "table:table",
                              "table:table-row", "table:table-cell", "text:note", "text:note-body", "draw:frame",
                              "draw:text-box", "text:section", "text:a", "text:table-of-content", "text:index-body",
                              "text:numbered-paragraph", "text:ruby-text", "text:hidden-paragraph"]), max_size=12)
)  # fmt: skip
def test_elements_in_any_order_are_survived(tags: list[str]) -> None:
    body = "".join(f"<{tag}>" for tag in tags) + "word" + "".join(f"</{tag}>" for tag in reversed(tags))
    statement = read(p("first") + body)
    assert texts(statement)[0] == "first"


@given(
    st.lists(
        st.lists(st.sampled_from(["water", "school", "报告", "تقرير"]), min_size=1, max_size=6), max_size=8
    )
)
def test_words_come_out_once_and_in_order(paragraphs: list[list[str]]) -> None:
    bold = style("T", 'fo:font-weight="bold"')
    body = "".join(
        p("<text:s/>".join(span(word, "T" * (n % 2)) for n, word in enumerate(one))) for one in paragraphs
    )
    assert texts(read(body + p("end."), bold)) == [" ".join(one) for one in paragraphs] + ["end."]


def test_a_part_that_is_referred_to_many_times_is_opened_once() -> None:
    frame = '<draw:frame><draw:object xlink:href="./Object 1{}"/></draw:frame>'
    frames = "".join(frame.format("/" * number) for number in range(1_000))
    before = time.process_time()
    statement = read_statement(
        make_odt(p("word") + frames, **{"Object 1/content.xml": "<x/>" * 200_000}), "a.odt"
    )
    assert time.process_time() - before < 2
    assert counted(statement, "FI13") == [{"what": "an embedded object"}]
