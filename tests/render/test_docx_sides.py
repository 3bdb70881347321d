"""Words that run against the line get runs of their own, and no word moves or is lost by that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.document import Inline, Item, ItemList, Label, Paragraph, Part
from pipeline.render.docx.sides import in_voices, own_side
from pipeline.render.docx.writing import Voice, languages_of
from tests.render.test_docx import W, made, part_of, shown, story, words

LTR, RTL = Voice(), Voice("", rtl=True)


def pieces(text: str, voice: Voice) -> list[tuple[str, bool]]:
    return [(inline.text, own.rtl) for inline, own in in_voices((Inline(text),), voice)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("البيان Room XXI, Geneva في", [("البيان ", True), ("Room XXI, Geneva", False), (" في", True)]),
        ("Speaker 23", [("Speaker 23", False)]),
        ("10:00", [("10:00", True)]),
        ("UPR\tCuba", [("UPR", False), ("\t", True), ("Cuba", False)]),
        ("Speaker 9 \u200f· 7 د", [("Speaker 9", False), (" \u200f· 7 د", True)]),
    ],
)
def test_latin_words_in_an_arabic_paragraph_run_to_the_right(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    """With the figures and signs between them, as by the Unicode bidirectional algorithm."""
    assert pieces(text, RTL) == expected


def test_arabic_words_in_an_english_paragraph_run_to_the_left_in_their_language() -> None:
    made_ = list(in_voices((Inline("the word حقوق الإنسان 5 and שלום"),), LTR))
    assert [(inline.text, voice.rtl, voice.language) for inline, voice in made_] == [
        ("the word ", False, ""),
        ("حقوق الإنسان 5", True, "ar"),
        (" and ", False, ""),
        ("שלום", True, "he"),
    ]


def test_a_stretch_goes_on_over_words_of_another_look() -> None:
    """ "Speaker, Centre" keeps its order though three runs make it up."""
    inlines = (Inline("Speaker", bold=True), Inline(", "), Inline("Centre"), Inline(" مركز"))
    assert [voice.rtl for _, voice in in_voices(inlines, RTL)] == [False, False, False, True]


@given(st.lists(st.text("ab 1,\t\nאبجד\u0301\u200f(·", max_size=12), max_size=6), st.booleans())
def test_no_character_is_lost_or_moved(texts: list[str], rtl: bool) -> None:
    inlines = tuple(Inline(text, anchor=f"a{n}") for n, text in enumerate(texts))
    made_ = list(in_voices(inlines, Voice("", rtl=rtl)))
    assert "".join(inline.text for inline, _ in made_) == "".join(texts)
    assert [inline.anchor for inline, _ in made_ if inline.anchor] == [i.anchor for i in inlines]


def test_a_margin_number_in_an_arabic_pack_is_latin() -> None:
    assert own_side("R7", RTL) == LTR
    assert own_side("7", RTL) == RTL
    assert own_side("أ)", LTR).rtl


def test_a_file_names_a_language_for_each_kind_of_script() -> None:
    assert languages_of("ar") == {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA"}
    assert languages_of("fr")["val"] == "fr-FR"


def test_the_runs_of_an_arabic_paragraph_say_which_way_they_run() -> None:
    text = Paragraph(words("البيان Geneva"), language="ar", direction="rtl")
    paragraph = next(p for p in story(made(Part("about", (text,)))).iter(W + "p") if shown(p))
    sides = {shown(run): run.find(f"{W}rPr/{W}rtl") is not None for run in paragraph.iter(W + "r")}
    assert sides == {"البيان": True, "Geneva": False}


def test_signs_in_a_chinese_text_are_set_in_the_chinese_font() -> None:
    text = Paragraph(words("“人权”"), language="zh")
    run = story(made(Part("about", (text,)))).find(f".//{W}r")
    assert run.find(f"{W}rPr/{W}rFonts").get(W + "hint") == "eastAsia"
    assert run.find(f"{W}rPr/{W}lang").get(W + "eastAsia") == "zh-CN"


def listed(*items: Item) -> tuple[list[str], list[str], dict[str, str]]:
    """Of a list in a file: the words of its items, their lists, and what each list draws at its first level."""
    data = made(Part("statement", (ItemList(items),)))
    numbering = part_of(data, "word/numbering.xml")
    drawn = {
        each.get(W + "abstractNumId"): each.find(f"{W}lvl/{W}lvlText").get(W + "val")
        for each in numbering.iter(W + "abstractNum")
    }
    paragraphs = [p for p in story(data).iter(W + "p") if shown(p)]
    numbers = [p.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") for p in paragraphs]
    return [shown(p) for p in paragraphs], numbers, drawn


def test_a_sign_before_items_is_drawn_by_word() -> None:
    shown_, numbers, drawn = listed(
        Item("•", words("one")), Item("–", words("two"), 2), Item("", words("on"))
    )
    assert shown_ == ["one", "two", "on"]
    assert [drawn[number] for number in numbers] == ["•", "–", ""]


def test_a_number_that_can_be_quoted_stays_in_the_text() -> None:
    """Pasted elsewhere, an item keeps the number by which it is cited; it still belongs to a list."""
    shown_, numbers, drawn = listed(Item("26.", words("one")), Item("(a)", words("two"), 2))
    assert shown_ == ["26. one", "(a) two"]
    assert [drawn[number] for number in numbers] == ["", ""]


def test_a_sign_behind_a_margin_number_stays_behind_it() -> None:
    label = Label("R1", "recommendation")
    assert listed(Item("•", words("one"), labels=(label,)))[0] == ["R1 • one"]


def test_the_page_that_latin_words_end_with_runs_their_way() -> None:
    """ "bio p. 13" over an Arabic statement is one piece; an inline of a page has no words of its own."""
    inlines = (
        Inline("Someone, lawyer · bio p. "),
        Inline("", page_of="bio2", link="bio2"),
        Inline("\n5 min"),
    )
    made_ = [(inline.text, inline.page_of, own.rtl) for inline, own in in_voices(inlines, RTL)]
    assert made_[:2] == [("Someone, lawyer · bio p. ", "", False), ("", "bio2", False)]
    [*_, (page, own)] = in_voices((Inline("السيرة ص. "), Inline("", page_of="bio2")), RTL)
    assert (page.page_of, own.rtl) == ("bio2", True)
