"""Headings, real ones and those that are only set like one."""

from __future__ import annotations

from tests.read.conftest import Reader, p, shown

BOLD = "<w:b/>"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="mine"><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="out"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
)


def test_real_headings_are_known_in_any_language_and_by_inheritance(word: Reader) -> None:
    body = "".join(p("Titre", f'<w:pStyle w:val="{style}"/>') for style in ("Titre1", "mine", "out"))
    assert [line.split(" | ")[0] for line in shown(word(body, styles=STYLES))] == [
        "heading 1",
        "heading 1",
        "heading 3",
    ]


def test_bold_lines_become_headings_below_the_real_ones(word: Reader) -> None:
    body = (
        p("Title", '<w:pStyle w:val="Titre1"/>')
        + p("Freedom of expression", run=BOLD)
        + p("Text follows here.")
    )
    assert shown(word(body, styles=STYLES))[1] == "heading 2 | | Freedom of expression".replace("| |", "|  |")


def test_capitals_rank_above_bold_where_nothing_is_real(word: Reader) -> None:
    body = (
        p("RECOMMENDATIONS", run=BOLD)
        + p("Torture", run=BOLD)
        + p("Text follows here, longer than the heads.")
    )
    assert [line.split(" | ")[0] for line in shown(word(body))][:2] == ["heading 1", "heading 2"]


def test_a_numbered_bold_line_is_a_heading_with_its_number(word: Reader) -> None:
    body = p("1. Introduction", run=BOLD) + p("Some text that follows the heading.")
    assert shown(word(body))[0] == "heading 1 | 1. | Introduction"


def test_what_ends_like_a_sentence_is_in_bold_throughout_or_lists_is_no_heading(word: Reader) -> None:
    sentence = (
        p("We are deeply concerned.", run=BOLD) + p("Distinguished delegates,", run=BOLD) + p("Text " * 30)
    )
    assert not any("heading" in line for line in shown(word(sentence)))
    throughout = p("All of this", run=BOLD) + p("is in bold", run=BOLD)
    assert not any("heading" in line for line in shown(word(throughout)))
    listed = p("1. Ratify the Convention", run=BOLD) + p("2. Amend the Act", run=BOLD) + p("Text " * 30)
    assert not any("heading" in line for line in shown(word(listed)))


def test_a_long_paragraph_in_a_heading_style_is_text(word: Reader) -> None:
    assert shown(word(p("word " * 80, '<w:pStyle w:val="Titre1"/>'), styles=STYLES))[0].startswith(
        "paragraph"
    )


def test_many_bold_lines_in_a_row_are_a_list_but_a_title_block_is_not(word: Reader) -> None:
    title = p("Joint statement", run=BOLD) + p("Sample Centre", run=BOLD) + p("Text " * 40)
    body = title + "".join(p(f"Ratify instrument {letter}", run=BOLD) for letter in "ABCDE") + p("Text " * 40)
    kinds = [line.split(" | ")[0] for line in shown(word(body))]
    assert kinds == ["heading 1"] * 2 + ["paragraph"] * 7


def test_a_bold_line_that_leads_into_a_list_is_no_heading(word: Reader) -> None:
    body = p("We recommend that Samplia:", run=BOLD) + p("- ratify the Convention;") + p("Text " * 30)
    assert shown(word(body))[0].startswith("paragraph")
    assert shown(word(body.replace("We recommend that Samplia", "Recommendations")))[0].startswith("heading")
