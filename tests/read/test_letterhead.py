"""A letterhead gives its page, looks, heads, feet and logo; nothing else of it gets out, and nothing breaks it."""

from __future__ import annotations

import functools
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.models.letterhead import Area, Letterhead
from pipeline.problems import Problem
from pipeline.read.letterhead import MAX_LETTERHEAD, read_letterhead
from tests.letterheads import bare, boxed, letterhead, logo, silent, with_fields, with_macros, with_parts

SHOWN = "templates/reference.docx"
WORD = "word/document.xml"
HEAD = "word/header1.xml"


def said(problems: tuple[Problem, ...]) -> list[str]:
    return [
        f"{each.code} {dict(each.values).get('what', dict(each.values).get('reason', ''))}"
        for each in problems
    ]


def read(data: bytes) -> Letterhead:
    found, problems = read_letterhead(data, SHOWN)
    assert found is not None, said(problems)
    return found


def refused(data: bytes) -> str:
    found, problems = read_letterhead(data, SHOWN)
    assert found is None
    assert [each.code for each in problems] == ["TE16"]
    assert problems[0].place.file == SHOWN
    return said(problems)[0]


def head(found: Letterhead) -> Area:
    area = found.area("head", "default")
    assert area is not None
    return area


def test_its_page_is_read() -> None:
    page = read(letterhead()).page
    assert page is not None
    assert (round(page.width), round(page.height), round(page.inner), round(page.top)) == (595, 842, 79, 113)
    assert round(read(letterhead()).header) == 34


def test_a_style_has_all_that_it_inherits() -> None:
    """A heading without a font of its own has the theme's or that of the style it is based on."""
    looks = {look.name: look for look in read(letterhead()).looks}
    assert (looks["normal"].font, looks["normal"].size) == ("Verdana", 10)
    assert (looks["heading 1"].font, looks["heading 1"].size, looks["heading 1"].colour) == (
        "Georgia",
        22,
        "#9b1c1c",
    )
    assert looks["heading 2"].font == "Calibri"
    assert looks["body text"].font == "Verdana"


def test_words_logo_and_page_number_of_head_and_foot_stay() -> None:
    found = read(letterhead())
    assert "Sample House, 1202 Geneva" in head(found).content
    assert [(p.name, p.kind) for p in found.pictures] == [("letterhead1", "png")]
    assert 'r:embed="letterhead1"' in head(found).content
    foot = found.area("foot", "default")
    assert foot is not None
    assert foot.numbered
    assert not head(found).numbered


def test_a_field_of_date_or_author_is_left_out() -> None:
    """No day that has passed and no name of a user gets into a pack; of other fields the words stay."""
    found, problems = read_letterhead(letterhead(change=with_fields), SHOWN)
    assert found is not None
    foot = found.area("foot", "default")
    assert foot is not None
    assert said(problems) == ["TE17 the field AUTHOR", "TE17 the field DATE"]
    for gone in ("DATE", "24 November", "AUTHOR", "Sample Person", "STYLEREF"):
        assert gone not in foot.content
    assert "Sample title" in foot.content
    assert foot.numbered


def test_nothing_but_heads_feet_and_styles_gets_out() -> None:
    text = repr(read(letterhead()))
    assert "no part of a letterhead" not in text
    assert "Sample Person" not in text


def test_a_logo_loses_its_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Sample Person at home"
    found = read(letterhead(logo("JPEG", exif=exif)))
    assert found.pictures[0].kind == "jpeg"
    assert b"Sample Person" not in found.pictures[0].data
    assert Image.open(io.BytesIO(found.pictures[0].data)).size == (120, 60)


def test_a_letterhead_without_fault_says_nothing() -> None:
    assert read_letterhead(letterhead(), SHOWN)[1] == ()


def test_what_is_left_out_is_said() -> None:
    assert said(read_letterhead(with_macros(), SHOWN)[1]) == ["TE17 macros"]
    assert said(read_letterhead(bare(), SHOWN)[1]) == ["TE18 styles", "TE18 head and no foot"]
    assert said(read_letterhead(silent(), SHOWN)[1]) == ["TE19 "]


def test_an_external_template_is_said_and_not_followed() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        'Target="http://example.org/a.dotm" TargetMode="External"/></Relationships>'
    )
    data = with_parts(letterhead(), {}, {"word/_rels/settings.xml.rels": relation.encode()})
    found, problems = read_letterhead(data, SHOWN)
    assert said(problems) == ["TE17 a template that lies outside of it"]
    assert "example.org/a" not in repr(found)


@pytest.mark.parametrize(
    ("element", "what"),
    [
        ("<w:pict/>", "a drawing of an old kind (VML)"),
        ("<w:object/>", "an embedded object"),
        ('<w:drawing><a:graphicData xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
         'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>', "a chart, diagram or other drawing"),
    ],
)  # fmt: skip
def test_a_head_loses_what_reaches_outside(element: str, what: str) -> None:
    data = with_parts(letterhead(), {HEAD: ("<w:p>", f"<w:p><w:r>{element}</w:r></w:p><w:p>")})
    found, problems = read_letterhead(data, SHOWN)
    assert said(problems) == [f"TE17 {what}"]
    assert found is not None
    assert "Sample House" in head(found).content


def test_an_address_in_a_text_box_stays_and_a_plainer_copy_of_it_goes() -> None:
    """Word writes both; what programs before 2010 need is an old drawing."""
    found, problems = read_letterhead(boxed(), SHOWN)
    assert found is not None
    assert problems == ()
    assert head(found).content.count("In a text box") == 1
    assert 'Requires="wps"' in head(found).content
    assert "wp14" not in head(found).content


def test_tracked_changes_are_taken_as_accepted() -> None:
    text = (
        '<w:p><w:ins w:author="Sample Person" w:id="1"><w:r><w:t>new</w:t></w:r></w:ins>'
        '<w:del w:author="Sample Person" w:id="2"><w:r><w:delText>old</w:delText></w:r></w:del></w:p><w:p>'
    )
    found = read(with_parts(letterhead(), {HEAD: ("<w:p>", text)}))
    assert "new" in head(found).content
    assert "old" not in head(found).content
    assert "Sample Person" not in head(found).content


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "incomplete"),
        (b"Letterhead", "incomplete"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
        (bytes(MAX_LETTERHEAD + 1), "MB"),
        (letterhead()[:9_000], "incomplete"),
        (with_parts(letterhead(), {"_rels/.rels": ("schemas.openxmlformats.org/officeDocument/2006/relationships/off",
                                                   "purl.oclc.org/ooxml/officeDocument/relationships/off")}), "Strict"),
        (with_parts(letterhead(), {"[Content_Types].xml": ("wordprocessingml.document.main",
                                                           "document.macroEnabled.main")}), "macros"),
        (with_parts(letterhead(), {WORD: ("<w:document", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:document")}), "DTD"),
        (with_parts(letterhead(), {WORD: ("w:body", "w:bod")}), "broken"),
    ],
    ids=["empty", "text", "locked", "huge", "cut", "strict", "docm", "dtd", "xml"],
)  # fmt: skip
def test_a_file_that_is_no_letterhead_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert reason in refused(data)


def test_a_drawing_that_word_alone_can_show_is_refused() -> None:
    data = with_parts(letterhead(), {})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next(each for each in archive.namelist() if "/media/" in each)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for each in old.namelist():
            new.writestr(each, b"\x01\x00\x00\x00 EMF" if each == name else old.read(each))
    assert "EMF" in refused(stream.getvalue())


@given(st.integers(0, 40_000), st.binary(min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_no_bytes_break_the_reader(place: int, wrong: bytes) -> None:
    data = _whole()
    place %= len(data)
    read_letterhead(data[:place] + wrong + data[place + len(wrong) :], SHOWN)


@functools.cache
def _whole() -> bytes:
    return letterhead()
