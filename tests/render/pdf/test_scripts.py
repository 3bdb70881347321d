"""Every script: Arabic, Hebrew, Chinese, and Latin letters of all languages, read back as what was written.

The sentences are samples made for these tests.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.document import (
    Block,
    Cell,
    Document,
    Furniture,
    Heading,
    Inline,
    Item,
    ItemList,
    Label,
    Paragraph,
    Part,
    Role,
    Table,
)
from pipeline.models.rendered import RenderedPdf
from pipeline.render import render_pdf
from pipeline.render.pdf.faces import Key, faces_of
from pipeline.render.pdf.glyphs import GlyphFace
from pipeline.render.pdf.ideographs import NOT_FIRST, NOT_LAST, ideograph_breaks
from pipeline.render.pdf.lines import set_lines
from pipeline.render.pdf.words import Setting
from tests.render.pdf.checklist import faults
from tests.render.pdf.documents import paragraph, plain
from tests.render.pdf.opened import File, meanings
from tests.render.pdf.reading import Read
from tests.render.pdf_style import default_style

ARABIC = (
    "نموذج: توصي المنظمة الحكومةَ بالتصديق على اتفاقية القضاء على التمييز ضد المرأة (CEDAW 1979) وبنشر بيانات "
    "مفصّلة كل عام عن تنفيذ المادّة 25، ولا سيما في الصفحات ١٢–١٤ من تقرير UPR Info لعام 2018؛ وتسأل: لماذا لم "
    "تُعتمَد الخطة بعد؟ انظر https://www.upr-info.org/ar."
)
CHINESE = (
    "样本：本组织建议该国政府批准《消除对妇女一切形式歧视公约》（CEDAW，1979年）及其任择议定书，每年公布关于第25条执行情况的"
    "分类数据，并在整个过程中与“有关人士”的组织协商——特别是残疾人、儿童和少数民族；为什么该计划尚未通过？"
)
LATIN = "Azərbaycan Respublikası: ə Ə ğ ş; Türkmenistanyň ň ý ž; Tiếng Việt: Đảm bảo quyền con người; Ελληνικά: δικαιώματα."
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def document(*blocks: Block, language: str = "ar") -> Document:
    part = Part("statement", blocks, language=language)
    return Document("Sample", language, (part,), Furniture((), page_of=""))


def pdf(*blocks: Block, language: str = "ar") -> RenderedPdf:
    return render_pdf(document(*blocks, language=language), default_style())


def by_pdftotext(data: bytes) -> str:
    """The text of all pages; what marks the direction of a line is no text."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return CONTROLS.sub("", done.stdout.decode())


def by_pdfium(data: bytes) -> str:
    file = pypdfium2.PdfDocument(data)
    return CONTROLS.sub("", "\n".join(page.get_textpage().get_text_range() for page in file))


def test_arabic_is_copied_as_it_was_written() -> None:
    """Word for word, with figures of both kinds, brackets, Latin words, an address and vowel signs."""
    made = pdf(paragraph(ARABIC))
    assert made.missing == ()
    assert by_pdftotext(made.data).split() == ARABIC.split()


ARABIC_WORDS = [
    "لا",
    "الحقوق",
    "مفصّلة",
    "تُعتمَد",
    "الإعلانُ",
    "المدنيّة،",
    "(المرأة)",
    "«العدل»",
    "لماذا؟",
    "هي:",
]
OTHERS = [
    "UPR",
    "Info,",
    "(CEDAW)",
    "2018",
    "25،",
    "(14)",
    "١٢",
    "٪٢٥",
    "שלום",
    "זכויות",
    "A/HRC/30/12",
    "3.5",
]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(ARABIC_WORDS * 2 + OTHERS), min_size=1, max_size=40))
def test_any_mix_of_scripts_keeps_its_words(words: list[str]) -> None:
    """In an Arabic text: each word is found again, in the order in which it is read."""
    text = " ".join(words)
    found = by_pdftotext(pdf(paragraph(ARABIC), paragraph(text)).data).split()
    assert found[len(ARABIC.split()) :] == words


LOOKS = st.fixed_dictionaries({"bold": st.booleans(), "italic": st.booleans(), "underline": st.booleans()})


@settings(deadline=None, max_examples=40)
@given(
    st.lists(
        st.lists(st.tuples(st.sampled_from(ARABIC_WORDS * 2 + OTHERS), LOOKS), min_size=1, max_size=30),
        min_size=1,
        max_size=4,
    )
)
def test_paragraphs_of_mixed_scripts_and_looks_keep_their_words(
    paragraphs: list[list[tuple[str, dict[str, bool]]]],
) -> None:
    """Whatever is bold, and wherever lines break: the words of each paragraph, and the paragraphs, in order."""
    blocks = [
        Paragraph(
            tuple(
                Inline(f"{word} " if place + 1 < len(words) else word, **look)
                for place, (word, look) in enumerate(words)
            )
        )
        for words in paragraphs
    ]
    found = by_pdftotext(pdf(paragraph(ARABIC), paragraph(ARABIC), *blocks).data).split()
    assert found[2 * len(ARABIC.split()) :] == [word for words in paragraphs for word, _ in words]


def test_a_word_too_long_for_its_line_does_not_tear_the_line_before_it_apart() -> None:
    """An address is not broken among words that run to the left; what stands before it stays together."""
    text = "لها موقع مثل https://www.example.org/ar/page?id=7&language=ar أو خدمة أخرى للإعلانات العامة."
    assert (
        by_pdftotext(pdf(paragraph(ARABIC), paragraph(text)).data).split()[-len(text.split()) :]
        == text.split()
    )


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from([word for word in ARABIC_WORDS if word.isalpha()]), min_size=1, max_size=30))
def test_browsers_copy_arabic_words(words: list[str]) -> None:
    """PDFium, which is in them, finds words of letters and vowel signs in their order."""
    assert by_pdfium(pdf(paragraph(" ".join(words))).data).split() == words


def test_who_reads_the_structure_is_given_the_text_as_it_is_read() -> None:
    """A screen reader takes the words of an element, not the order of letters on the page."""
    read = Read(pdf(paragraph(ARABIC)).data)
    assert [CONTROLS.sub("", text).split() for text in read.texts("P")] == [ARABIC.split()]


def test_chinese_is_copied_as_it_was_written() -> None:
    """Lines end between ideographs, where no blank was."""
    made = pdf(paragraph(CHINESE), language="zh")
    assert made.missing == ()
    assert "".join(by_pdftotext(made.data).split()) == CHINESE
    assert "".join(by_pdfium(made.data).split()) == CHINESE


def test_latin_letters_of_all_languages_are_there() -> None:
    """Azerbaijani, Turkmen, Vietnamese, and Greek."""
    made = pdf(paragraph(LATIN), language="en")
    assert made.missing == ()
    assert by_pdftotext(made.data).split() == LATIN.split()


def test_scripts_are_mixed_in_one_line() -> None:
    """Each in a face that has it; the paragraph runs as its language does."""
    text = "The word حقوق means rights, 权利 in Chinese, права in Russian, זכויות in Hebrew."
    made = pdf(paragraph(text), language="en")
    assert made.missing == ()
    assert sorted(by_pdftotext(made.data).split()) == sorted(text.split())


def test_files_of_all_scripts_keep_the_checklist() -> None:
    """PDF/A-2a and PDF/UA-1: composite fonts with widths and meanings, no .notdef, languages."""
    blocks = (
        Heading(1, plain("البيان"), "h"),
        paragraph(ARABIC),
        Paragraph((Inline("انظر "), Inline("هنا", link="h", bold=True), Inline("الآن")), language="ar"),
        paragraph(CHINESE, language="zh"),
        Paragraph(plain("权利", bold=True), language="zh"),
        paragraph(LATIN, language="en"),
    )
    assert faults(File(pdf(*blocks).data)) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    """Also where fonts were built from what was drawn."""
    assert pdf(paragraph(ARABIC + CHINESE)).data == pdf(paragraph(ARABIC + CHINESE)).data


def setting(language: str, rtl: bool = False) -> Setting:
    style = default_style()
    return Setting(style.text("text"), faces_of(style), language, {}, rtl=rtl)


@given(st.text("权利公约的，。、；：？！（）《》「」“”…CEDAW25", min_size=2, max_size=60))
def test_no_line_of_chinese_begins_or_ends_with_the_wrong_sign(text: str) -> None:
    """Stops do not begin a line, opening brackets do not end one."""
    breaks, forbidden = ideograph_breaks(text)
    assert not set(breaks) & forbidden
    for place in breaks:
        assert text[place] not in NOT_FIRST
        assert text[place - 1] not in NOT_LAST


def test_lines_of_chinese_are_full() -> None:
    """A justified paragraph: every line but the last is as wide as the measure."""
    lines = set_lines(plain(CHINESE * 3), setting("zh"), 300.0)
    assert [round(line.width, 2) for line in lines[:-1]] == [300.0] * (len(lines) - 1)
    for line in lines:
        ends = [(frag.x + frag.width) for frag in line.words.frags]
        assert max(ends) <= 300.01


def test_arabic_begins_at_the_right() -> None:
    """The first word stands right of the second, figures keep their own order."""
    (line,) = set_lines(plain("الحق 25 هنا"), setting("ar", True), 400.0)
    first, figures, *rest = [frag for frag in line.words.frags if frag.text.strip()]
    assert first.x > figures.x > rest[-1].x
    assert (first.level, figures.level) == (1, 2)


def test_letters_join_across_looks() -> None:
    """Half a word in bold is still one word: its letters keep the forms that they have inside it."""
    whole = set_lines(plain("بيت"), setting("ar", True), 400.0)[0].width
    halves = set_lines((Inline("بي", underline=True), Inline("ت")), setting("ar", True), 400.0)[0].width
    assert abs(whole - halves) < 0.01


def test_marks_belong_to_their_letter() -> None:
    """A letter with its vowel signs is one thing to draw, which stands for all its characters."""
    face = faces_of(default_style()).split("بُ", Key("serif", "regular", False), "ar")[0][0]
    assert isinstance(face, GlyphFace)
    assert [cluster.text for cluster in face.clusters("تعذيبُ", True)] == ["بُ", "ي", "ذ", "ع", "ت"]


KERNED = "ورا رو رك ره رم رة ري زو زر الرواية الدورة مرور بر سر قرار"


def test_a_letter_is_the_same_shape_however_it_is_kerned() -> None:
    """Alone or joined to the letter before: two shapes of a reh, whatever follows it."""
    face = faces_of(default_style()).split("ر", Key("sans", "regular", False), "ar")[0][0]
    assert isinstance(face, GlyphFace)
    found = [each for word in KERNED.split() for each in face.clusters(word, True) if each.text == "ر"]
    assert any(each.before or each.after for each in found)
    assert len({each.alone for each in found}) == 2


@pytest.mark.parametrize("family", ["sans", "serif"])
def test_letters_stand_where_shaping_puts_them(family: str) -> None:
    """What is drawn with the moves of kerning is as wide, glyph for glyph, as HarfBuzz makes it."""
    import uharfbuzz as hb

    face = faces_of(default_style()).split("ر", Key(family, "regular", False), "ar")[0][0]
    assert isinstance(face, GlyphFace)
    for word in {*KERNED.split(), *ARABIC_WORDS}:
        buffer = hb.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        hb.shape(face.font, buffer, {"kern": True, "liga": True})
        pen, wanted = 0, []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            wanted.append((info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
        x, drawn = 0, []
        for cluster in face.clusters(word, True):
            x += cluster.before
            drawn += [(glyph, x + across, up) for glyph, across, up in cluster.parts]
            x += cluster.advance + cluster.after
        assert (drawn, x) == (wanted, pen), word


def test_lam_and_alef_are_one_sign() -> None:
    """As every Arabic hand joins them, with the marks of both."""
    face = faces_of(default_style()).split("ل", Key("sans", "regular", False), "ar")[0][0]
    assert isinstance(face, GlyphFace)
    assert [each.text for each in face.clusters("الأمم", True)] == ["م", "م", "لأ", "ا"]


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u200d"])
def test_what_has_no_look_takes_no_room(mark: str) -> None:
    """A mark of direction, or a joiner after its letter: a sign is as wide with it as without."""
    face = faces_of(default_style()).split("ل", Key("sans", "regular", False), "ar")[0][0]
    assert isinstance(face, GlyphFace)
    (dot,) = face.clusters("·", True)
    assert sum(each.alone.advance for each in face.clusters(f"·{mark}", True)) == dot.advance


def test_words_beside_a_mark_of_direction_stay_apart() -> None:
    """The pack's own dots have one before them, and a blank before that."""
    words = "الدوري الشامل \u200f· مسودة"
    assert by_pdftotext(pdf(paragraph(words)).data).split() == CONTROLS.sub("", words).split()


def test_no_font_has_many_signs_for_one_letter() -> None:
    """A letter joins in four ways: fonts with more signs for one look as if they did not say what they show."""
    file = File(pdf(paragraph(ARABIC), paragraph(KERNED), Heading(1, plain(KERNED), "h")).data)
    for font in (each for each in file.dictionaries() if "/ToUnicode" in each):
        counts = Counter(meanings(font["/ToUnicode"].get_object().get_data()).values())
        assert {letter for letter, count in counts.items() if count > 4} == set()


def test_a_part_that_runs_to_the_left_is_turned_around() -> None:
    """Its first line begins at the right edge, that of an English paragraph in it at the left."""
    file = pypdfium2.PdfDocument(pdf(paragraph("الحق"), paragraph("Right", language="en")).data)
    boxes = {}
    text = file[0].get_textpage()
    for place in range(text.count_chars()):
        char = text.get_text_range(place, 1)
        if char.strip():
            boxes[char] = text.get_charbox(place)
    width = file[0].get_width()
    assert boxes["ا"][0] > width / 2 > boxes["R"][2]


def test_lines_of_items_beside_their_numbers_stay_with_their_item() -> None:
    """A second line that is short is read before the next item, not after it."""
    words = (
        "اعتماد معايير وطنية لإمكانية الوصول، بالتشاور مع منظمات الأشخاص ذوي الإعاقة، في غضون سنتين من اليوم؛",
        "إتاحة كل إعلان عام على الإنترنت (بالعربية والفرنسية والصومالية والعفرية) بصيغة يقرؤها قارئ الشاشة.",
    )
    labels = [Label(f"R{number}", "recommendation") for number in (14, 15)]
    items = tuple(
        Item("•", (Inline(text),), labels=(label,)) for text, label in zip(words, labels, strict=True)
    )
    found = by_pdftotext(pdf(paragraph(ARABIC), ItemList(items, language="ar", direction="rtl")).data)
    wanted = [
        word for label, text in zip(labels, words, strict=True) for word in (label.text, "•", *text.split())
    ]
    assert found.split()[len(ARABIC.split()) :] == wanted


def test_a_font_says_how_far_its_letters_go() -> None:
    """Up and down from the line, marks left out: lines as they are set do not overlap."""
    for font in (each for each in File(pdf(paragraph(ARABIC)).data).dictionaries() if "/Ascent" in each):
        assert 0 < font["/Ascent"] - font["/Descent"] < 1400


def boxes_of(data: bytes) -> dict[str, tuple[float, float]]:
    """The left and right edge of every letter of the first page that stands on it once."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    chars = [text.get_text_range(place, 1) for place in range(text.count_chars())]
    return {char: text.get_charbox(place)[0::2] for place, char in enumerate(chars) if chars.count(char) == 1}


def row(*words: str, role: Role = "small", language: str = "") -> tuple[Cell, ...]:
    return tuple(Cell((Paragraph((Inline(word),), role, language=language),)) for word in words)


@pytest.mark.parametrize(("language", "first", "last"), [("es", "A", "Z"), ("ar", "ب", "ي")])
@pytest.mark.parametrize("pack", ["en", "ar"])
def test_the_columns_of_a_statement_run_as_its_language_does(
    pack: str, language: str, first: str, last: str
) -> None:
    """Whichever way the pack runs that it stands in."""
    table = Table((row(first, last),), (50.0, 50.0), language=language)
    found = boxes_of(pdf(table, language=pack).data)
    assert (found[first][0] < found[last][0]) == (language == "es")


@pytest.mark.parametrize(("role", "edge"), [("text", "left"), ("small", "right")])
def test_words_of_speakers_in_a_table_begin_where_they_begin_elsewhere(role: Role, edge: str) -> None:
    """Spanish at the left of its cell in an Arabic pack; a name in Latin letters stays at the table's edge."""
    table = Table((row("X", role=role, language="es") + row("ي"),), (80.0, 20.0))
    found = boxes_of(pdf(table).data)
    beside = found["ي"]
    assert (found["X"][0] - beside[1] < 200) == (edge == "left")


def test_a_character_that_no_font_has_is_still_a_problem() -> None:
    """Said with its code point, in a text that runs to the left too."""
    assert pdf(paragraph("الحق საქ")).missing == ("U+10D0", "U+10E1", "U+10E5")
