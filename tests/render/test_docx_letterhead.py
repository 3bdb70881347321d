"""On a letterhead a pack has the organisation's page, looks and logo, and is still the same pack."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from pathlib import Path

import docx
import pytest

from pipeline.models.letterhead import Area, Letterhead
from pipeline.read.letterhead import read_letterhead
from pipeline.render.docx import render_docx
from tests.letterheads import boxed, letterhead, silent
from tests.render.pdf_style import default_style
from tests.render.test_docx import PAGES, W, document, made, part_of, shown, story, texts
from tests.render.test_docx_opens import faults


def read(data: bytes) -> Letterhead:
    found, _ = read_letterhead(data, "templates/reference.docx")
    assert found is not None
    return found


@pytest.fixture(scope="module")
def paper() -> Letterhead:
    return read(letterhead())


@pytest.fixture(scope="module")
def whole(paper: Letterhead) -> bytes:
    return render_docx(document(), default_style(), PAGES, paper)


def test_it_says_the_same_as_on_plain_paper(whole: bytes) -> None:
    assert texts(whole) == texts(made())


def test_headings_keep_their_levels_and_lists_their_order(whole: bytes) -> None:
    names = [p.style.name for p in docx.Document(io.BytesIO(whole)).paragraphs]
    assert names == [p.style.name for p in docx.Document(io.BytesIO(made())).paragraphs]
    style = next(s for s in part_of(whole, "word/styles.xml") if s.get(W + "styleId") == "Heading1")
    assert style.find(f"{W}pPr/{W}outlineLvl").get(W + "val") == "0"


def test_head_and_foot_stand_around_ours(whole: bytes) -> None:
    first, second = (list(map(shown, part_of(whole, f"word/header{number}.xml"))) for number in (1, 2))
    assert first == ["Sample House, 1202 Geneva", "Pre-session on Cuba 12 April DRAFT SAMPLE"]
    assert second == ["Sample House, 1202 Geneva", "DRAFT SAMPLE"]


def test_a_page_has_one_number(whole: bytes) -> None:
    """The letterhead's own, where it has one."""
    fields = [code.text.split()[0] for code in part_of(whole, "word/footer1.xml").iter(W + "instrText")]
    assert fields == ["PAGE"]


def test_its_page_is_the_file_s(whole: bytes) -> None:
    section = story(whole).find(f".//{W}sectPr")
    margins = section.find(W + "pgMar")
    assert [round(int(margins.get(W + side)) / 20) for side in ("top", "left", "right", "header")] == [
        113,
        79,
        79,
        34,
    ]
    assert part_of(whole, "word/settings.xml").find(W + "mirrorMargins") is None


def looks(data: bytes, style: str) -> dict[str, str]:
    found = next(s for s in part_of(data, "word/styles.xml") if s.get(W + "styleId") == style)
    run = found.find(W + "rPr")
    return {
        "font": run.find(W + "rFonts").get(W + "ascii"),
        "size": run.find(W + "sz").get(W + "val"),
        "colour": run.find(W + "color").get(W + "val"),
    }


def test_its_styles_are_the_file_s_and_others_follow_their_relatives(whole: bytes) -> None:
    assert looks(whole, "Heading1") == {"font": "Georgia", "size": "44", "colour": "9b1c1c"}
    assert looks(whole, "Heading1Unlisted") == looks(whole, "Heading1")
    assert looks(whole, "TableText")["font"] == "Verdana"
    assert looks(whole, "TableText")["size"] == looks(made(), "TableText")["size"]


def test_fonts_that_nothing_uses_are_not_inside(whole: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
    assert not [name for name in names if "/fonts/" in name]


def test_the_logo_is_inside_once_with_its_words(whole: bytes) -> None:
    names = zipfile.ZipFile(io.BytesIO(whole)).namelist()
    assert len([name for name in names if "/media/" in name]) == 2
    facts = part_of(whole, "word/header1.xml").find(".//{*}docPr")
    assert facts.get("descr") == "Logo of Sample House"


def test_a_logo_without_words_is_decoration(paper: Letterhead, tmp_path: Path) -> None:
    data = render_docx(document(), default_style(), PAGES, read(silent()))
    assert part_of(data, "word/header1.xml").find(".//{*}decorative").get("val") == "1"
    assert faults(data, tmp_path) == []


def test_a_text_box_is_as_word_wants_it(tmp_path: Path) -> None:
    data = render_docx(document(), default_style(), PAGES, read(boxed()))
    assert "In a text box" in shown(part_of(data, "word/header1.xml"))
    assert faults(data, tmp_path) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_word_opens_it_without_repair(paper: Letterhead, language: str, tmp_path: Path) -> None:
    direction = "rtl" if language == "ar" else "ltr"
    pack = document(language=language, direction=direction)
    assert faults(render_docx(pack, default_style(), PAGES, paper), tmp_path) == []


def test_left_pages_have_the_head_that_the_letterhead_has_for_them(paper: Letterhead, tmp_path: Path) -> None:
    even = [dataclasses.replace(area, pages="even") for area in paper.areas]
    turned = dataclasses.replace(paper, areas=(*paper.areas, *even))
    data = render_docx(document(), default_style(), PAGES, turned)
    kinds = {each.get(W + "type") for each in story(data).iter(W + "headerReference")}
    assert kinds == {"default", "first", "even"}
    assert part_of(data, "word/settings.xml").find(W + "evenAndOddHeaders") is not None
    assert faults(data, tmp_path) == []


def test_an_own_first_page_is_for_covers_alone(paper: Letterhead) -> None:
    first = Area("head", "first", paper.areas[0].content.replace("1202 Geneva", "first page"))
    data = render_docx(
        document(), default_style(), PAGES, dataclasses.replace(paper, areas=(*paper.areas, first))
    )
    assert "first page" in shown(part_of(data, "word/header2.xml"))
    assert "1202 Geneva" in shown(part_of(data, "word/header1.xml"))


def test_the_same_bytes_each_time(paper: Letterhead, whole: bytes) -> None:
    assert render_docx(document(), default_style(), PAGES, read(letterhead())) == whole
