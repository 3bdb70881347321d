"""Fact sheets in the Document: whole or not at all, said where they stand and what the PDF keeps with them."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.assemble import assemble_pack
from pipeline.models.document import Document, Facsimile, Inline, Part
from pipeline.models.factsheet import ORDER, FactSheet, Keeps, SheetMark, SheetPage, least
from pipeline.models.pack import Contribution, PackInput
from pipeline.models.session import FactSheetFile, Mask
from pipeline.models.sheetcheck import Against, against
from pipeline.models.templates import PartPlan
from pipeline.render.headings import walk as all_in
from tests import build, walk

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")


def a_sheet(*pages: str, keeps: Keeps = "U", total: int = 0) -> FactSheet:
    made = tuple(SheetPage(n, 595, 842, (words,), words, False, b"") for n, words in enumerate(pages, 1))
    marks = (SheetMark(1, "A sample chapter", 0, 0.1),)
    return FactSheet(b"%PDF sample", made, total or len(pages), marks, 3, 0, keeps)


def given_by(sheet: FactSheet | None, number: int = 1, **fields: object) -> Contribution:
    path = FactSheetFile(f"fact-sheets/{number}.pdf")
    return dataclasses.replace(build.a_contribution(number, fact_sheet=path, **fields), fact_sheet=sheet)


def said_in(value: Any) -> str:
    """All words in a tree of the Document's nouns."""
    return "".join(each.text for each in all_in(value) if isinstance(each, Inline))


def document(*contributions: Contribution, plans: tuple[PartPlan, ...] = (), **fields: object) -> Document:
    templates = build.the_templates()
    templates = dataclasses.replace(templates, parts=plans or templates.parts)
    return assemble_pack(build.a_pack_input(contributions, **fields), templates)


def sheets_of(made: Document) -> list[Part]:
    return [part for part in made.parts if part.id == "fact-sheets"]


def test_a_pack_without_fact_sheets_says_nothing_of_them() -> None:
    """No part, no note; it keeps what it kept."""
    made = document(build.a_contribution(1))
    assert sheets_of(made) == []
    assert "act sheet" not in said_in(made)
    assert made.keeps == "A"


def test_each_page_is_a_facsimile_below_a_line_of_its_own() -> None:
    """In the order of the file, with its words, its bookmarks and what stands for it."""
    [part] = sheets_of(document(given_by(a_sheet("Sample words.", "More words."))))
    pages = [block for block in part.blocks if isinstance(block, Facsimile)]
    assert [(page.page, page.words, len(page.marks)) for page in pages] == [
        (0, ("Sample words.",), 1),
        (1, ("More words.",), 0),
    ]
    assert said_in(pages[1].caption) == "Page 2 of 2 of the fact sheet"
    assert pages[0].alternative == "Facsimile: Sample Centre 1. Page 1 of 2 of the fact sheet."
    said = said_in(part)
    assert "Fact sheet: Sample Centre 1" in said
    assert "Fonts that it brings, all embedded: 3." in said


def test_the_signature_of_the_statement_names_its_page() -> None:
    """As it names that of the bio; speakers without a sheet have no such words."""
    made = document(given_by(a_sheet("Sample words.")), build.a_contribution(2))
    said = [said_in(part) for part in made.parts if part.id == "statement"]
    assert ["fact sheet p. " in words for words in said] == [True, False]


def test_chosen_pages_are_said_to_be_chosen() -> None:
    """Who reads page 1 and 3 knows that there are five."""
    sheet = a_sheet("Sample words.", "More words.", total=5)
    other = dataclasses.replace(sheet.pages[1], number=3)
    chosen = dataclasses.replace(sheet, pages=(sheet.pages[0], other))
    assert "Pages: 1, 3 of 5." in said_in(sheets_of(document(given_by(chosen)))[0])
    run = dataclasses.replace(chosen, pages=tuple(dataclasses.replace(other, number=n) for n in (2, 3, 4)))
    assert "Pages: 2–4 of 5." in said_in(sheets_of(document(given_by(run)))[0])


@pytest.mark.parametrize(
    ("keeps", "says"),
    [
        ("U", "keeps PDF/A-2u; it does not say"),
        ("B", "keeps PDF/A-2b; it does not say"),
        ("", "does not say"),
    ],
)
def test_the_pack_says_what_it_keeps(keeps: Keeps, says: str) -> None:
    """Where it says how it is used; where staff took that part out, below the sheet's own heading."""
    made = document(given_by(a_sheet("Sample words.", keeps=keeps)))
    how = next(part for part in made.parts if part.id == "how-to-use")
    assert says in said_in(how)
    assert made.keeps == keeps
    plans = tuple(plan for plan in build.the_templates().parts if plan.id != "how-to-use")
    alone = document(given_by(a_sheet("Sample words.", keeps=keeps)), plans=plans)
    assert says in said_in(sheets_of(alone)[0])


@given(st.lists(st.sampled_from(ORDER)))
def test_together_pages_keep_what_each_of_them_keeps(found: list[Keeps]) -> None:
    """Never more than the least of them."""
    kept = least(tuple(found))
    assert all(ORDER.index(kept) >= ORDER.index(each) for each in found)
    assert kept in (*found, "A")


def test_words_can_stand_instead_of_pages() -> None:
    """Then nothing is a facsimile, and the PDF keeps all that it kept."""
    plans = tuple(
        PartPlan(plan.id, {**plan.options, "show": "words"}) if plan.id == "fact-sheets" else plan
        for plan in build.the_templates().parts
    )
    made = document(given_by(a_sheet("Sample words.", keeps="")), plans=plans)
    assert not [block for block in walk.blocks(made) if isinstance(block, Facsimile)]
    assert "Sample words." in said_in(sheets_of(made)[0])
    assert (made.keeps, "PDF/A" in said_in(made)) == ("A", False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_of_the_pack_has_words_for_them(language: str) -> None:
    """No sentence stays English in another language, none has an open gap."""
    held, shown = given_by(None, 2), given_by(a_sheet("Sample words."))
    made = document(shown, held, language=language)
    said = said_in(made)
    assert "{" not in said
    assert ("fact sheet" in said.casefold()) == (language == "en")
    assert "PDF/A-2u" in said


def test_a_draft_says_which_sheet_is_missing_and_a_final_pack_does_not() -> None:
    """As it does for statements."""
    assert "it cannot be bound in as it is" in said_in(document(given_by(None)))
    assert "it cannot be bound in" not in said_in(document(given_by(None), final=True))


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (("Nothing of the kind.",), []),
        (("Written by Anna Samplename.",), [(1, 2, "")]),
        (("Some words", "by SAMPLENAME, Anna."), [(2, 2, "")]),
        (("Written by Anna", "Samplename in Geneva"), [(1, 2, ""), (2, 2, "")]),
        (("write to a@b.example",), [(1, 0, "e-mail address")]),
        (("at Sample Street 7",), [(1, 0, "words to be masked")]),
        (("call +41 22 555 01 01", "Anna Samplename"), [(1, 0, "telephone number"), (2, 2, "")]),
    ],
)
def test_what_stands_against_a_sheet(pages: tuple[str, ...], found: list[tuple[int, int, str]]) -> None:
    """Names in any order and over the end of a page, addresses and numbers, and what staff mask."""
    silent = build.a_speaker(2, name="Anna Samplename", consent=build.consent("organisation", "statement"))
    shown = build.a_speaker(1, consent=build.consent("name", "organisation", "fact_sheet"))
    review = build.a_review([shown, silent], masks=(Mask("Sample Street 7"),))
    told = against(a_sheet(*pages), review, shown, "room")
    assert told == tuple(Against(*each) for each in found)


def test_bookmarks_and_words_that_nobody_sees_are_searched_too() -> None:
    """They come along into the pack."""
    silent = build.a_speaker(2, name="Anna Samplename", consent=build.consent("organisation"))
    review = build.a_review([build.a_speaker(1), silent])
    sheet = a_sheet("Seen words.")
    marked = dataclasses.replace(sheet, marks=(SheetMark(1, "By Anna Samplename", 0),))
    told = dataclasses.replace(sheet, pages=(dataclasses.replace(sheet.pages[0], told="Anna Samplename"),))
    for each in (marked, told):
        assert [found.who for found in against(each, review, build.a_speaker(1), "room")] == [2]


NAMES = st.sampled_from(["Anna Samplename", "Samplename, Anna", "ANNA\nSAMPLENAME", "A. Samplename"])


@settings(max_examples=60, deadline=None)
@given(st.text("abc .\n", max_size=20), NAMES, st.text("abc .\n", max_size=20), st.booleans())
def test_no_sheet_that_names_who_is_withheld_is_in_a_document(
    before: str, name: str, after: str, agreed: bool
) -> None:
    """Wherever the name stands; with consent the same sheet is there."""
    items = ("name", "organisation", "statement") if agreed else ("organisation", "statement")
    other = build.a_contribution(2, name="Anna Samplename", bio="A nurse.", consent=build.consent(*items))
    made = document(given_by(a_sheet(f"{before} {name} {after}")), other)
    assert bool(sheets_of(made)) == agreed


def test_sheets_stand_in_speaking_order_also_without_a_statement() -> None:
    """A speaker who only speaks may have brought a sheet."""
    silent = dataclasses.replace(given_by(a_sheet("Third words."), 3), statement=None)
    pack: PackInput = build.a_pack_input([given_by(a_sheet("First words.")), silent])
    made = assemble_pack(pack, build.the_templates())
    assert [
        block.anchor for part in sheets_of(made) for block in part.blocks[:1] if hasattr(block, "anchor")
    ] == [
        "fact-sheet-1",
        "fact-sheet-3",
    ]
