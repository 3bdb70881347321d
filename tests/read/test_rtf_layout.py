"""Rich text files: headings, lists, notes, tables and emphasis stand as the page shows them."""

from __future__ import annotations

import pytest

from pipeline.models.passages import Kind
from tests.read.conftest import codes, shown, texts
from tests.read.rtf_files import par, rtf


def values(statement: object, code: str) -> list[dict[str, str]]:
    return [dict(one.values) for one in statement.problems if one.code == code]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        (r"\s1\b ", "heading 1"), (r"\s2\b ", "heading 1"), (r"\s3 ", "heading 2"), (r"\s4 ", "heading 3"),
        (r"\s5 ", "paragraph"), (r"\outlinelevel3 ", "heading 4"), (r"\s1\outlinelevel9 ", "paragraph"),
        (r"\s17 ", "quotation"), (r"\li720\ri720\lin720\rin720 ", "quotation"), (r"\li720\ri0 ", "paragraph"),
        (r"\s20 ", "paragraph"), (r"\s999 ", "paragraph"),
    ],
)  # fmt: skip
def test_styles_and_indents_say_what_a_paragraph_is(properties: str, kind: str) -> None:
    assert shown(rtf(par("Words", properties) + par("Text.")))[0] == f"{kind} |  | Words"


def test_a_paragraph_that_is_set_again_is_no_heading_any_more() -> None:
    body = r"\pard\plain\s1\b Head\par\pard\plain Text\par {\pard\s1 Inside\par}Still text\par"
    assert [line.split(" |")[0] for line in shown(rtf(body))] == [
        "heading 1", "paragraph", "heading 1", "paragraph"
    ]  # fmt: skip


def listed(text: str, marker: str, place: str) -> str:
    brought = rf"{{\listtext\pard\plain\ltrpar \b \rtlch\fcs1 \af0 \ltrch\fcs0 \hich\af0\dbch\af0\loch\f0 {marker}\tab}}"
    return (brought if marker else "") + par(text, place)


def test_the_marker_that_the_file_brings_is_the_one_that_is_displayed() -> None:
    body = (
        listed("one", "26.", r"\ilvl0\ls1 ") + listed("in", "(c)", r"\ilvl1\ls1 ")
        + listed("dot", r"\f3 \'b7", r"\ls3 ") + listed("ring", r"\f1 o", r"\ilvl0\ls3 ") + par("Text.")
    )  # fmt: skip
    assert shown(rtf(body)) == [
        "list item 1 | 26. | one", "list item 2 | (c) | in", "list item 1 | • | dot", "list item 1 | ◦ | ring",
        "paragraph |  | Text.",
    ]  # fmt: skip


def test_without_it_the_list_table_counts() -> None:
    places = [
        r"\ls1 ",
        r"\ls1\ilvl1 ",
        r"\ls1\ilvl1 ",
        r"\ls1\ilvl2 ",
        r"\ls1 ",
        r"\ls2 ",
        r"\ls2 ",
        r"\ls3 ",
        r"\ls0 ",
    ]
    lines = shown(
        rtf("".join(listed(letter, "", place) for letter, place in zip("abcdefghi", places, strict=True)))
    )
    assert [line.split(" | ")[1] for line in lines] == [
        "1.",
        "(a)",
        "(b)",
        "1.i",
        "2.",
        "26.",
        "27.",
        "•",
        "",
    ]


def test_a_list_that_is_not_there_gives_no_number_and_a_warning() -> None:
    statement = rtf(listed("word", "", r"\ls77 "))
    assert shown(statement) == ["paragraph |  | word"]
    assert codes(statement) == {"FI17"}


def test_lists_of_older_programs_bring_their_marker() -> None:
    body = r"{\pntext\pard\plain\b (iv)\tab}\pard\plain{\*\pn\pnlvlbody\pnlcrm{\pntxta )}}Fourth\par"
    assert shown(rtf(body)) == ["list item 1 | (iv) | Fourth"]


NOTE = r"{\super\chftn{\footnote\pard\plain\s16 {\super\chftn } A source.\par And more.}}"


def test_notes_are_called_by_their_mark_and_follow_the_text() -> None:
    statement = rtf(
        r"\pard\plain Water" + NOTE + r" is{\cs10\super *{\footnote\pard\plain {\super *} Starred.}} clean"
        r"{\super\chftn}{\footnote\ftnalt\pard\plain{\super\chftn} At the end.} now{\footnote No mark.}.\par"
    )
    assert [run.note or run.text for run in statement.passages[0].runs] == [
        "Water", "1", " is", "*", " clean", "i", " now", "2", ".",
    ]  # fmt: skip
    notes = [(one.note, one.text) for one in statement.passages if one.kind is Kind.FOOTNOTE]
    assert notes == [
        ("1", "A source.\nAnd more."),
        ("*", "Starred."),
        ("2", "No mark."),
        ("i", "At the end."),
    ]


def test_notes_are_numbered_as_the_file_says() -> None:
    body = (
        r"\ftnnruc\ftnstart3\ftnrestart\sectd\pard\plain a"
        + NOTE
        + "b"
        + NOTE
        + r"\sect\sectd\pard\plain c"
        + NOTE
    )
    assert [one.note for one in rtf(body).passages if one.note] == ["III", "IV", "III"]


def test_a_note_whose_mark_does_not_show_is_none() -> None:
    statement = rtf(r"\pard\plain a{\v" + NOTE + r"}b{\deleted" + NOTE + "}c" + NOTE + r"\par")
    assert [(one.note, one.text) for one in statement.passages] == [
        ("", "abc"),
        ("1", "A source.\nAnd more."),
    ]


def test_a_superscript_is_no_mark_of_a_note_with_a_number_of_its_own() -> None:
    statement = rtf(r"\pard\plain 5 m{\super 2}" + NOTE + r", x{\up6\fs16 3} H{\sub 2}O\par")
    assert [(run.note or run.text, run.superscript) for run in statement.passages[0].runs] == [
        ("5 m", False), ("2", True), ("1", False), (", x", False), ("3", True), (" H2O", False),
    ]  # fmt: skip


def test_running_heads_and_tables_of_contents_are_kept_aside() -> None:
    heads = r"\facingp\sectd\titlepg" + "".join(rf"{{\{kind} \pard\plain {kind}{{\field{{\*\fldinst PAGE}}{{\fldrslt  7}}}}\par}}"
                    for kind in ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"))  # fmt: skip
    contents = r"\pard\plain{\field{\*\fldinst TOC \\o}{\fldrslt First\tab 1\par Last\tab 2}}\par"
    statement = rtf(heads + par(r"Styled\tab 3", r"\s18 ") + contents + par("Text."))
    assert texts(statement) == ["Text."]
    assert statement.furniture == (
        "Styled 3", "First 1", "Last 2", "header 7", "headerl 7", "headerr 7", "headerf 7", "footer 7",
        "footerl 7", "footerr 7", "footerf 7",
    )  # fmt: skip


def cells(statement: object) -> list[tuple[str, int, int, int, int, bool]]:
    return [
        (one.text, one.table, one.row, one.column, one.span, one.header)
        for one in statement.passages  # type: ignore[attr-defined]
        if one.kind is Kind.TABLE_CELL
    ]


def test_cells_know_their_place_and_nested_tables_count_for_themselves() -> None:
    body = (
        r"\trowd\trhdr\trleft-108\cellx4000\pard\plain\intbl head\cell\row"
        r"\trowd\trleft-108\cellx2000\cellx4010\pard\plain\intbl x\par y\cell"
        r"\pard\plain\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\cellx2500\cellx3500\nestrow}"
        r"{\nonesttables\par }\pard\plain\intbl\itap1 after\cell{\trowd\trleft-108\cellx2000\cellx4010\row}"
        r"\pard\plain Text.\par"
    )
    statement = rtf(body)
    assert cells(statement) == [
        ("head", 1, 1, 1, 2, True), ("x", 1, 2, 1, 1, False), ("y", 1, 2, 1, 1, False), ("a", 2, 1, 1, 1, False),
        ("b", 2, 1, 2, 1, False), ("after", 1, 2, 2, 1, False),
    ]  # fmt: skip
    assert texts(statement)[-1] == "Text."


def test_joined_cells_are_one_and_empty_ones_keep_their_column() -> None:
    body = (
        r"\trowd\clmgf\cellx1000\clmrg\cellx2000\clvmgf\cellx3000\pard\intbl a\cell\cell b\cell\row"
        r"\trowd\cellx1000\cellx2000\clvmrg\cellx3000\pard\intbl c\cell\cell\cell\row"
        r"\trowd\trleft1000\cellx2000\cellx3000\pard\intbl d\cell e\cell\row\pard\par"
    )
    assert [cell[:5] for cell in cells(rtf(body))] == [
        ("a", 1, 1, 1, 2), ("b", 1, 1, 3, 1), ("c", 1, 2, 1, 1), ("d", 1, 3, 2, 1), ("e", 1, 3, 3, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "body",
    [
        r"\trowd\cellx1000\cellx2000 a\cell b\cell\row\pard\par",
        r"\trowd\cellx1000\pard\intbl a\cell b\cell\row\pard\par",
        r"\pard\intbl a\cell b\cell\row\pard\par",
        r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\row\pard\par",
        r"\trowd\cellx1000\cellx2000\pard\intbl a\cell b\cell",
        r"\trowd\cellx1000\cellx1000\pard\intbl a\cell b\cell\row",
    ],
)
def test_a_table_whose_marks_are_incomplete_keeps_its_words(body: str) -> None:
    assert [cell[:4] for cell in cells(rtf(body))] == [("a", 1, 1, 1), ("b", 1, 1, 2)]


def test_a_table_of_one_cell_is_a_frame_and_a_bold_first_row_a_head() -> None:
    statement = rtf(
        r"\trowd\cellx9000\pard\intbl Framed\cell\row\pard\plain Between.\par\trowd\cellx1000\cellx2000\pard\intbl"
        r"{\b A\cell B\cell}\row\pard\intbl c\cell d\cell\row\pard\par"
    )
    assert texts(statement) == ["Framed", "Between.", "A", "B", "c", "d"]
    assert [cell[5] for cell in cells(statement)] == [True, True, False, False]


def test_tracked_changes_are_read_as_accepted_and_counted() -> None:
    statement = rtf(
        r"\pard\plain We {\deleted\revauthdel1 ask}{\revised\revauth1 recommend}.\par"
        r" first {\deleted\par}\pard\plain second\par"
    )
    assert texts(statement) == ["We recommend.", "first second"]
    assert values(statement, "FI10") == [{"insertions": "1", "deletions": "2"}]


@pytest.mark.parametrize(
    "hidden",
    [
        r"{\v two words}",
        r"{\cf2 two words}",
        r"{\fs4 two words}",
        r"{\cs11 two words}",
        r"\pard\plain\s19 two words",
    ],
)
def test_hidden_text_is_counted_and_not_read(hidden: str) -> None:
    statement = rtf(r"\pard\plain seen\par " + hidden + r"\par\pard\plain end\par")
    assert texts(statement) == ["seen", "end"]
    assert values(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "body",
    [
        r"\pard\plain{\cf2\highlight3 shown}\par",
        r"\pard\plain{\cf2\chcbpat3 shown}\par",
        r"\pard\plain\cbpat3{\cf2 shown}\par",
        r"\trowd\clcbpat3\cellx1000\cellx2000\pard\intbl{\cf2 shown}\cell\cell\row",
        r"{\shp{\*\shpinst{\shptxt\pard\plain\cf2 shown\par}}}",
        r"\pard\plain\v\v0 shown\par",
    ],
)
def test_white_text_on_a_dark_ground_is_visible(body: str) -> None:
    assert texts(rtf(body)) == ["shown"]


@pytest.mark.parametrize("look", [r"\highlight1", r"\chcbpat1\cf1", r"\chshdng10000"])
def test_blacked_out_words_are_not_read_and_staff_is_told(look: str) -> None:
    statement = rtf(rf"\pard\plain A sample, {{{look} two words}} end\par")
    assert texts(statement) == ["A sample, end"]
    assert values(statement, "FI21") == [{"words": "2"}]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{\b x}", "b"), (r"{\i x}", "i"), (r"{\ul x}", "u"), (r"{\ulw x}", "u"), (r"{\ul\ulnone x}", ""),
        (r"{\b\i\ul x}", "biu"), (r"{\b\b0 x}", ""), (r"{\b\plain x}", ""), (r"{\super x}", "s"),
        (r"{\super\nosupersub x}", ""), (r"{\ulc2 x}", ""),
        (r"{\rtlch\fcs1 \ab\af0 \ltrch\fcs0 x}", ""), (r"{\rtlch\fcs1 \af0 \ltrch\fcs0 \b x}", "b"),
        (r"{\ltrch\fcs0 \rtlch\fcs1 \ab\ai x}", "bi"), (r"{\b\rtlch x}", "b"), (r"{\dbch\ab\dbch x}", "b"),
        (r"{\ltrch\ab\rtlch x}", ""),
    ],
)  # fmt: skip
def test_emphasis_is_that_of_the_letters_that_are_shown(written: str, expected: str) -> None:
    run = rtf(rf"\pard\plain {written} plain words here\par Text.\par").passages[0].runs[0]
    flags = ((run.bold, "b"), (run.italic, "i"), (run.underline, "u"), (run.superscript, "s"))
    assert "".join(letter for on, letter in flags if on) == expected


def test_fields_give_their_result_and_the_addresses_of_the_web() -> None:
    statement = rtf(
        r'\pard\plain{\field{\*\fldinst{HYPERLINK "https://example.org/a" \\o "tip"}}{\fldrslt{\ul\cf3 here}}} and '
        r'{\field{\*\fldinst HYPERLINK \\l "mark"}{\fldrslt there}} {\field{\*\fldinst HYPERLINK "file:///c:/x"}{\fldrslt x}}'
        r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings" \\s 10}{\fldrslt}}{\field{\*\fldinst{IF {\field{\*\fldinst PAGE}'
        r"{\fldrslt 1}} = 1}}{\fldrslt one}}\par"
    )
    assert [(run.text, run.link) for run in statement.passages[0].runs] == [
        ("here", "https://example.org/a"), (" and there x✓one", ""),
    ]  # fmt: skip


def test_a_phonetic_guide_is_beside_its_word_and_a_formula_without_its_result_is_told() -> None:
    field = r"\pard\plain{\field{\*\fldinst EQ \\* jc2 \\o\\ad(\\s\\up 9(above),below)}{\fldrslt}} x\par"
    statement = rtf(field + r"{\field{\*\fldinst EQ \\f(1,2)}{\fldrslt}}\par")
    assert (texts(statement), statement.furniture, codes(statement)) == (["below x"], ("above",), {"FI17"})


def test_what_lies_outside_is_named_and_pictures_are_counted_once() -> None:
    statement = rtf(
        r'{\*\template http://example.org/t.dotm}\pard\plain word{\field{\*\fldinst INCLUDETEXT "c:\\\\x"}{\fldrslt result}}'
        r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8 0100}}{\object\objemb{\*\objclass x}"
        r"{\*\objdata 0102}{\result{\pict 00}}}{\object\objautlink{\*\objdata 01}{\result shown}}\par"
    )
    assert texts(statement) == ["wordresultshown"]
    assert values(statement, "FI28") == [{"pictures": "2"}]
    assert [one["what"] for one in values(statement, "FI13")] == [
        "a field that fetches something from outside of it", "a template that lies outside of it",
        "an embedded object", "an object that lies outside of it",
    ]  # fmt: skip


def test_a_comment_and_all_that_belongs_to_it_is_counted_and_not_read() -> None:
    statement = rtf(
        r"\pard\plain {\*\atrfstart 1}word{\*\atrfend 1}{\*\atnid SP}{\*\atnauthor Sample Person}\chatn{\*\annotation"
        r"{\*\atnref 1}{\*\atndate 1}\pard\plain{\footnote in it} remark\par} end\par"
    )
    assert texts(statement) == ["word end"]
    assert codes(statement) == {"FI11"}


def test_text_boxes_follow_the_paragraph_and_are_read_once() -> None:
    shape = (
        r"{\shp{\*\shpinst\shpleft0{\sp{\sn shapeType}{\sv 202}}{\sp{\sn gtextUNICODE}{\sv DRAFT}}{\shptxt \ltrpar"
        r"\pard\plain boxed\par\trowd\cellx9\cellx99\pard\intbl p\cell q\cell\row}}{\shprslt{\*\do\dobxpage{\dptxbx"
        r"{\dptxbxtext\pard boxed\par}}}}}"
    )
    old = r"{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard\plain old box\par}}}"
    statement = rtf(r"\pard\plain before " + shape + r"after\par" + old + r"last\par")
    assert texts(statement) == ["before after", "boxed", "p", "q", "last", "old box"]
    assert statement.furniture == ("DRAFT",)


def test_capitals_that_are_only_shown_make_a_heading_and_an_empty_page_before_it_none() -> None:
    statement = rtf(
        r"\pard\plain{\caps Our concerns}\par\pard\plain\page\par Text that is plain\par More text.\par"
    )
    assert [line.split(" |")[0] for line in shown(statement)] == ["heading 1", "paragraph", "paragraph"]


def test_a_drop_cap_belongs_to_its_word() -> None:
    assert texts(rtf(r"\pard\plain\dropcapli3\dropcapt1 W\par\pard\plain e recommend.\par")) == [
        "We recommend."
    ]


SHAPE = r"{\shp{\*\shpinst%s{\shptxt\pard\plain two words\par}%s}}"
NOT_SHOWN = r"{\sp{\sn fHidden}{\sv 1}}"


@pytest.mark.parametrize(
    "box",
    [
        r"{\v" + SHAPE % ("", "") + "}",
        r"{\cs11" + SHAPE % ("", "") + "}",
        SHAPE % (NOT_SHOWN, ""),
        SHAPE % ("", NOT_SHOWN),
        r"{\shpgrp{\*\shpinst" + SHAPE % ("", "") + NOT_SHOWN + "}}",
        r"{\v{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard\plain two words\par}}}}",
    ],
)
def test_a_box_that_is_not_shown_is_counted_and_not_read(box: str) -> None:
    statement = rtf(r"\pard\plain seen" + box + r"\par")
    assert texts(statement) == ["seen"]
    assert values(statement, "FI12") == [{"words": "2"}]


def test_a_deleted_box_is_a_deletion_and_white_letters_hide_none() -> None:
    statement = rtf(r"\pard\plain seen{\deleted" + SHAPE % ("", "") + r"}{\cf2" + SHAPE % ("", "") + r"}\par")
    assert texts(statement) == ["seen", "two words"]
    assert values(statement, "FI10") == [{"insertions": "0", "deletions": "1"}]


@pytest.mark.parametrize(
    "art",
    [
        r"{\v{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv two words}}}}}",
        r"{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv two words}}" + NOT_SHOWN + "}}",
        r"{\shpgrp{\*\shpinst{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv two words}}}}" + NOT_SHOWN + "}}",
        r"{\v{\field{\*\fldinst EQ \\o\\ad(\\s\\up 9(two words),)}{\fldrslt}}}",
    ],
)
def test_words_beside_the_text_that_are_not_shown_are_no_furniture(art: str) -> None:
    statement = rtf(r"\pard\plain seen" + art + r"\par")
    assert (texts(statement), statement.furniture) == (["seen"], ())
    assert values(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "call",
    [
        r"\pard\plain\s19 %s\par",
        r"\pard\plain{\cf2 %s}\par",
        r"\pard\plain{\fs4 %s}\par",
        r"\pard\plain{\cs11 %s}\par",
        r"\pard\plain{\v %s}\par",
        r"\pard\plain{\super\cf2 *}%s\par",
    ],
)
def test_the_words_of_a_note_whose_call_is_not_seen_are_counted(call: str) -> None:
    mark = "*" if "*" in call else ""
    note = (
        r"{\footnote\pard\plain %s two words}" if mark else r"{\chftn}{\footnote\pard\plain %s two words}"
    ) % mark
    statement = rtf(r"\pard\plain seen\par " + call % note)
    assert texts(statement) == ["seen"]
    assert values(statement, "FI12") == [{"words": "3" if mark else "2"}]


def test_a_note_in_a_box_that_is_not_shown_is_not_read() -> None:
    box = SHAPE.replace("two words", r"box{\chftn}{\footnote note}") % (NOT_SHOWN, "")
    assert texts(rtf(r"\pard\plain seen" + box + r"\par")) == ["seen"]


@pytest.mark.parametrize(
    ("written", "words", "mark"),
    [
        (r"10 km{\super 2}{\footnote\pard Area note.}", "10 km2", "1"),
        (r"Words {\super a long}{\super th}{\footnote\pard Area note.}", "Words a longth", "1"),
        (r"10 km{\super 2}{\footnote\pard 20 people.}", "10 km2", "1"),
        (r"Words{\super 12}{\footnote\pard{\super 12} A note.}", "Words", "12"),
    ],
)
def test_a_mark_is_typed_where_the_note_repeats_it_and_else_a_word(
    written: str, words: str, mark: str
) -> None:
    passage = rtf(rf"\pard\plain {written}\par").passages[0]
    assert (passage.text, [run.note for run in passage.runs if run.note]) == (words, [mark])


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"\headerf", ""), (r"\footerf", ""), (r"\headerl", ""), (r"\footerl", ""), (r"\header", "head"),
        (r"\headerr", "head"), (r"\titlepg{\headerf head}\sect\sectd", "head"), (r"\titlepg\sectd", ""),
    ],
)  # fmt: skip
def test_running_heads_are_those_of_pages_that_there_are(written: str, expected: str) -> None:
    group = written if "{" in written else rf"{{{written} head}}"
    if written == r"\titlepg\sectd":
        group = written + r"{\headerf head}"
    assert rtf(r"\sectd" + group + r"\pard\plain Text.\par").furniture == ((expected,) if expected else ())


def test_a_first_page_of_a_later_section_shows_the_head_of_the_one_before() -> None:
    later = r"\sectd{\headerf %s}\pard\plain a\par\sect\sectd%s\titlepg\pard\plain b\par"
    assert rtf(later % ("head", "")).furniture == ("head",)
    assert rtf(later % ("head", r"{\headerf own}")).furniture == ("own",)


def test_word_art_of_a_head_that_is_on_no_page_is_not_there() -> None:
    art = r"{%s{\shp{\*\shpinst{\sp{\sn gtextUNICODE}{\sv DRAFT}}}}\par}\pard\plain Text.\par"
    assert (rtf(art % r"\headerf").furniture, rtf(art % r"\header").furniture) == ((), ("DRAFT",))


@pytest.mark.parametrize(
    "body",
    [
        r"\pard\plain\cbpat1{\cf1 two words}\par",
        r"\pard\plain\shading10000{\cf1 two words}\par",
        r"\trowd\clcbpat1\cellx1000\cellx2000\pard\plain\intbl{\cf1 two words}\cell\cell\row",
        r"\trowd\trcbpat1\cellx1000\cellx2000\pard\plain\intbl{\cf1 two words}\cell\cell\row",
        r"\trowd\clcbpat1\cellx1000\pard\plain\intbl{\cf1 two words}\cell\row",
    ],
)
def test_black_letters_on_a_black_ground_are_blacked_out(body: str) -> None:
    statement = rtf(r"\pard\plain seen\par" + body + r"\pard\par")
    assert texts(statement) == ["seen"]
    assert values(statement, "FI21") == [{"words": "2"}]


@pytest.mark.parametrize(
    "body",
    [
        r"\pard\plain\cbpat3{\cf3 two words}\par",
        r"\trowd\clcbpat3\cellx1000\cellx2000\pard\plain\intbl\cbpat2{\cf2 two words}\cell\cell\row",
        r"\trowd\cellx1000\pard\plain\intbl{\cf2 two words}\cell\row",
        r"\trowd\clvmgf\cellx9\cellx99\pard\intbl seen\cell\cell\row\trowd\clvmrg\cellx9\cellx99 two words\cell\cell\row",
    ],
)
def test_letters_of_the_colour_of_their_ground_and_those_in_a_covered_cell_are_hidden(body: str) -> None:
    statement = rtf(r"\pard\plain seen\par" + body + r"\pard\par")
    assert set(texts(statement)) == {"seen"}
    assert values(statement, "FI12") == [{"words": "2"}]


@pytest.mark.parametrize(
    "body",
    [
        r"\pard\plain\cbpat1 shown\par",
        r"\pard\plain\cbpat1{\cf2 shown}\par",
        r"\pard\plain\shading10000\cfpat2{\cf1 shown}\par",
        r"\trowd\clcbpat1\cellx1000\cellx2000\pard\plain\intbl\cbpat2{\cf1 shown}\cell\cell\row",
    ],
)
def test_letters_that_stand_out_on_their_ground_are_read(body: str) -> None:
    assert texts(rtf(body + r"\pard\par")) == ["shown"]


def test_a_hidden_marker_is_none() -> None:
    for start in ("", r"\pard\plain "):
        assert shown(rtf(rf"\pard\plain{{\v{{\listtext{start} 1.\tab}}}}word\par")) == ["paragraph |  | word"]


def test_the_settings_of_an_old_list_are_no_words() -> None:
    body = r"\pard{\pntext 2.\tab}{\pn\pnlvlbody\pndec{\pntxta .}{\pntxtb (}}Item two\par"
    assert shown(rtf(body)) == ["list item 1 | 2. | Item two"]


def test_a_button_shows_the_words_of_its_instruction_as_far_as_they_are_not_hidden() -> None:
    button = r"\pard\plain{\field{\*\fldinst MACROBUTTON NoMacro %s}{\fldrslt}}\par"
    assert texts(rtf(button % "[Click here]")) == ["[Click here]"]
    assert values(rtf(button % r"{\v two words} ."), "FI12") == [{"words": "3"}]


def test_signs_that_turn_the_direction_of_a_text_are_no_part_of_a_marker() -> None:
    table = (
        r"{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'03\u8238?\'00.;}{\levelnumbers\'02;}}\listid9}}"
        r"{\*\listoverridetable{\listoverride\listid9\ls9}}"
    )
    assert shown(rtf(table + par("word", r"\ls9 "))) == ["list item 1 | 1. | word"]


def test_an_empty_list_paragraph_counts_and_one_that_is_deleted_with_its_mark_does_not() -> None:
    gone = r"\pard\plain\ls1{\deleted Gone\par}"
    statement = rtf(
        listed("First", "", r"\ls1 ") + listed("", "", r"\ls1 ") + gone + listed("Second", "", r"\ls1 ")
    )
    assert shown(statement) == ["list item 1 | 1. | First", "list item 1 | 3. | Second"]
