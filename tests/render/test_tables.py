"""The tables hold every row word for word, open safely in a spreadsheet, and repeat byte for byte."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.models.findings import Addressee, Question, Recommendation, Span
from pipeline.models.pack import Numbered
from pipeline.models.table_facts import TableFacts
from pipeline.models.templates import Wording
from pipeline.problems import Place
from pipeline.render.characters import xml_safe
from pipeline.render.tables import COLUMNS, guarded, render_csv, render_json, render_tables
from pipeline.render.workbook import CELL_LIMIT, render_xlsx

FACTS = TableFacts(
    30, "Cuba", "2018-04-12", marks=("DRAFT", "SAMPLE"), organiser="UPR Info", notes=("N & n.",)
)
PLACE = Place("x.docx", page=2, paragraph=14)


def recommendation(text: str, number: str = "R1") -> Numbered:
    item = Recommendation(text, (Span(0, 0, len(text)),), PLACE, "We recommend:", Addressee.SUR, "Cuba")
    return Numbered(
        number, "recommendation", item, 0, "Fair trial", "Sample Speaker 1", "Sample Centre", "en"
    )


def question(text: str) -> Numbered:
    item = Question(text, (Span(0, 0, len(text)),), Place("y.md", paragraph=3))
    return Numbered("Q1", "question", item, 1, "", "", "Sample Union", "fr")


ROWS = (recommendation("Ratify the Covenant;\nand its protocol."), question("Quand “cela”, et comment ?"))
PAGES = {"R1": 9}


def csv_rows(made: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_every_row_is_in_the_csv_with_its_place() -> None:
    head, first, second = csv_rows(render_csv(ROWS, FACTS, PAGES))
    row = dict(zip((key for key, _ in COLUMNS), first, strict=True))
    assert head[0] == "Number"
    assert row["text"] == "Ratify the Covenant;\nand its protocol."
    assert (row["pack_page"], row["source_page"], row["source_paragraph"]) == ("9", "2", "14")
    assert row["addressee"] == "State under Review"
    assert second[2] == "Quand “cela”, et comment ?"


def test_excel_is_told_the_encoding() -> None:
    made = render_csv(ROWS, FACTS, PAGES)
    assert made.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in made


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\n=1", "＝1"])
def test_a_formula_is_never_the_first_thing_in_a_csv_cell(text: str) -> None:
    assert csv_rows(render_csv((recommendation(text),), FACTS, {}))[1][2] == "'" + text


@given(st.text())
def test_the_guard_can_always_be_taken_away(text: str) -> None:
    shown = guarded(text)
    assert shown.removeprefix("'") == text


@given(st.text())
@settings(max_examples=30, deadline=None)
def test_no_characters_break_any_table(text: str) -> None:
    made = render_tables((recommendation(text),), FACTS, {})
    loaded = json.loads(made["json"])["recommendations"][0]["text"]
    assert loaded == xml_safe(text)
    load_workbook(io.BytesIO(made["xlsx"]))


def test_the_json_keeps_recommendations_and_questions_apart() -> None:
    made = json.loads(render_json(ROWS, FACTS, PAGES))
    assert [row["number"] for row in made["recommendations"]] == ["R1"]
    assert made["recommendations"][0]["addressee"] == "sur"
    assert made["questions"][0]["pack_page"] is None
    assert "addressee" not in made["questions"][0]
    assert made["marks"] == ["DRAFT", "SAMPLE"]


def test_the_workbook_has_its_three_sheets_ready_to_filter_and_print() -> None:
    book = load_workbook(io.BytesIO(render_xlsx(ROWS, FACTS, PAGES)))
    assert book.sheetnames == ["Recommendations", "Questions", "About"]
    sheet = book["Recommendations"]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:Y2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["C2"].value == "Ratify the Covenant;\nand its protocol."
    assert sheet["I2"].value == 9
    assert book["Questions"]["C2"].value == "Quand “cela”, et comment ?"
    about = [row[1].value for row in book["About"].iter_rows(min_row=3)]
    assert "Cuba" in about
    assert "N & n." in about


def test_words_that_look_like_a_formula_or_an_address_stay_words() -> None:
    book = load_workbook(io.BytesIO(render_xlsx((recommendation("=HYPERLINK(1)"),), FACTS, {})))
    cell = book["Recommendations"]["C2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == ("=HYPERLINK(1)", "s", None)


def test_the_workbook_tells_of_its_maker_only_what_the_facts_say() -> None:
    properties = load_workbook(io.BytesIO(render_xlsx(ROWS, FACTS, PAGES))).properties
    assert properties.creator == "UPR Info"
    assert properties.created.isoformat() == "2018-04-12T00:00:00"
    assert properties.lastModifiedBy in ("UPR Info", None, "")


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row() -> None:
    text = "word " * 13_000
    sheet = load_workbook(io.BytesIO(render_xlsx((recommendation(text),), FACTS, {})))["Recommendations"]
    cells = [sheet.cell(row, 3).value for row in range(2, sheet.max_row + 1)]
    assert "".join(cells) == text
    assert all(len(cell) <= CELL_LIMIT for cell in cells)
    assert [sheet.cell(row, 1).value for row in (2, 3)] == ["R1", "R1"]


def test_the_heads_are_in_the_packs_language() -> None:
    french = Wording("fr", {"Number": "Numéro", "Questions": "Questions: [toutes]"})
    facts = TableFacts(30, "Cuba", "", wording=french)
    assert csv_rows(render_csv((), facts, {}))[0][0] == "Numéro"
    assert "Questions toutes" in load_workbook(io.BytesIO(render_xlsx((), facts, {}))).sheetnames


def test_the_same_rows_give_the_same_bytes() -> None:
    assert render_tables(ROWS, FACTS, PAGES) == render_tables(ROWS, FACTS, PAGES)


def test_a_row_shows_the_page_where_its_words_stand_in_the_statement() -> None:
    made = json.loads(render_tables(ROWS, FACTS, {"R1": 5, "s3-R1": 9, "Q1": 6, "s1": 7})["json"])
    assert made["recommendations"][0]["pack_page"] == 9
    assert made["questions"][0]["pack_page"] == 6
