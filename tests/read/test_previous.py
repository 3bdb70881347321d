"""The previous review's recommendations, from an export or from the official thematic list."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.read import read_previous
from pipeline.read.previous_words import states_in
from tests.read.conftest import make_docx

HEAD = "To,Text,From,Response,Issue\n"


def test_an_export_gives_each_text_once_with_all_its_states() -> None:
    rows = "Samplia,Ratify OPCAT.,Austria,Accepted,Torture\nSamplia,Ratify OPCAT.,Peru,Accepted,Torture\nSamplia,Amend it,Chad,Noted,\n"
    found, problems = read_previous((HEAD + rows).encode(), "previous-recommendations.csv")
    assert problems == ()
    assert [(one.text, one.states, one.supported, one.theme) for one in found] == [
        ("Ratify OPCAT.", ("Austria", "Peru"), True, "Torture"),
        ("Amend it", ("Chad",), False, ""),
    ]


def test_an_export_from_a_spreadsheet_may_have_semicolons_and_breaks_in_cells() -> None:
    found, _ = read_previous('Text;From\n"Ratify\nit";Austria\n'.encode("utf-8-sig"), "x.csv")
    assert found[0].text == "Ratify it"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "FI01"),
        (b"a,b\n1,2\n", "FI29"),
        ((HEAD + "A,x,B,Noted,\nC,y,B,Noted,\n").encode(), "FI29"),
        (b"%PDF-1.4", "FI29"),
        (b"\x00\x01", "FI02"),
    ],
)
def test_a_list_that_cannot_be_used_is_a_problem(data: bytes, code: str) -> None:
    found, problems = read_previous(data, "previous-recommendations.csv")
    assert found == ()
    assert [one.code for one in problems] == [code]


def test_states_are_those_in_the_closing_brackets() -> None:
    text = "Ratify Convention (No. 29) of the ILO (Peru); and the other (continue) (France, Iran (Islamic Republic of))"
    assert states_in(text) == ("Peru", "France", "Iran (Islamic Republic of)")


LISTS = [(2, "UPR20", 163), (3, "UPR34", 215), (4, "upr48", 254)]
# Where the expected reading parts brackets otherwise than we: it keeps "A, B" as one State, has only the inner
# bracket of "Venezuela (Bolivarian Republic of)", and takes "(No. 29)", "(2009-2014)" and "(ICRMW)" for States.
READ_OTHERWISE = {
    "115.3": ("Portugal", "Slovakia"),
    "115.4": ("Spain", "Tunisia", "Portugal"),
    "115.16": ("Belgium", "France", "Tunisia", "Sierra Leone", "Argentina"),
    "115.8": ("Senegal", "Sierra Leone", "Venezuela (Bolivarian Republic of)", "Peru", "Uruguay"),
    "115.106": ("Netherlands", "Bahrain"),
    "121.3": ("United Kingdom of Great Britain and Northern Ireland",),
    "122.10": ("Philippines",),
    **dict.fromkeys(
        ("115.75", "115.96", "115.122", "115.129", "115.115", "140.167"),
        ("Venezuela (Bolivarian Republic of)",),
    ),
    **dict.fromkeys(("115.103", "115.62", "115.105", "115.6"), ("Iran (Islamic Republic of)",)),
}


@pytest.mark.parametrize(("cycle", "name", "count"), LISTS)
def test_the_three_generations_of_the_thematic_list_are_read_whole(
    shared: Path, cycle: int, name: str, count: int
) -> None:
    """Row by row, in the order of the file: number, text, answer, States, themes, groups, goals."""
    lines = (shared / "data" / "slovenia_thematic_lists.jsonl").read_text(encoding="utf-8").splitlines()
    expected = [row for row in map(json.loads, lines) if row["cycle"] == cycle]
    [path] = (shared / "samples").glob(f"{name}*hematic*")
    found, problems = read_previous(path.read_bytes(), path.name)
    assert problems == ()
    assert sum(one.rows for one in found) == len(found) == len(expected) == count
    for one, row in zip(found, expected, strict=True):
        assert (one.paragraph, one.text) == (row["para"], " ".join(row["text"].split()))
        assert (one.position, one.supported) == (row["position"], row["position"] == "Supported")
        assert one.theme == row["cluster"]
        assert list(one.themes) == list(dict.fromkeys(row["themes"]))
        assert list(one.groups) == list(dict.fromkeys(row["groups"]))
        assert list(one.goals) == list(dict.fromkeys(int(goal.split()[0]) for goal in row["sdgs"]))
        assert one.states == READ_OTHERWISE.get(one.paragraph, tuple(row["recommending_states"]))


def test_the_export_of_every_state_is_read_whole(shared: Path) -> None:
    """Each State's rows of the database's export by themselves: rows, recommending States, answers, issues."""
    path = shared / "data" / "uprinfo_recommendations_sessions_01-17.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    by_state: dict[str, list[dict[str, str]]] = {}
    for row in table:
        by_state.setdefault(row["To"], []).append(row)
    assert (len(table), len(by_state)) == (33_078, 193)
    for rows in by_state.values():
        found, problems = read_previous(export(rows), "previous-recommendations.csv")
        assert problems == ()
        assert sum(one.rows for one in found) == len(rows)
        said = {
            (
                " ".join(r["Text"].split()),
                " ".join(html.unescape(r["From"]).split()),
                r["Response"] == "Accepted",
                r["Session"],
            )
            for r in rows
        }
        assert {(o.text, s, o.supported, str(o.session)) for o in found for s in o.states} == said
        issues = {issue.strip() for row in rows for issue in row["Issue"].split(",") if issue.strip()}
        assert {issue for one in found for issue in one.themes} == issues


def export(rows: list[dict[str, str]]) -> bytes:
    """A file of the database's export with these rows."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def test_issues_of_an_export_are_parted_by_a_blank() -> None:
    """The export writes "Disabilities,Women's rights"; people read it with a blank."""
    data = b'To,Text,From,Response,Issue\nCuba,Do it,Chile,Accepted,"Disabilities,Women\'s rights"\n'
    found, problems = read_previous(data, "previous-recommendations.csv")
    assert [item.theme for item in found] == ["Disabilities, Women's rights"]
    assert problems == ()


@pytest.mark.parametrize(
    ("data", "states"),
    [
        (
            "State under Review;Recommending State;Recommendation;Response;Issues\nCuba;Chile;Do it;Noted;Torture\n",
            ("Chile",),
        ),
        ("Database export\n\nTo\tFrom\tText\nCuba\tChile\tDo it\n", ("Chile",)),
        ("\ufeffCountry,Recommending State,Text\nCuba,Chile|Peru,Do it\n", ("Chile", "Peru")),
    ],
)
def test_an_export_may_name_its_columns_otherwise(data: str, states: tuple[str, ...]) -> None:
    """Newer exports, other tools, a title above the table, tabs, several States in one cell."""
    found, _ = read_previous(data.encode(), "previous-recommendations.csv")
    assert [(one.text, one.states) for one in found] == [("Do it", states)]


def test_an_export_in_a_windows_code_page_is_read_with_a_note() -> None:
    """What a spreadsheet of a Western office saves as CSV."""
    data = "To;Text;From\nCuba;Protéger les droits de l’enfant;Chili\n".encode("cp1252")
    found, problems = read_previous(data, "previous-recommendations.csv")
    assert found[0].text == "Protéger les droits de l’enfant"
    assert [one.code for one in problems] == ["FI08"]


def test_the_same_text_in_two_reviews_stays_two_recommendations() -> None:
    """An export may hold several sessions; what was said in 2009 was not said in 2013."""
    data = b"To,Text,From,Session\nCuba,Do it,Chile,4\nCuba,Do it,Chile,16 - May 2013\n"
    found, _ = read_previous(data, "x.csv")
    assert [one.session for one in found] == [4, 16]


def test_a_workbook_is_told_how_to_become_a_list() -> None:
    """An .xlsx is not read; the reason says what to do with it."""
    found, [problem] = read_previous(b"PK\x03\x04", "previous-recommendations.xlsx")
    assert found == ()
    assert problem.code == "FI29"
    assert "save its sheet as CSV" in problem.what


def cell(*paragraphs: str, span: int = 1) -> str:
    inner = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs) or "<w:p/>"
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{inner}</w:tc>'


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def test_a_list_in_french_is_read_like_the_english_one() -> None:
    """Titles, answers, the source of the position and the labels in the words of another language."""
    body = table(
        cell("Recommandation") + cell("Position") + cell("Liste complète des thèmes"),
        cell("Thème : Peine de mort", span=3),
        cell("10.1 Abolir la peine capitale (Chili) (Pérou);", "Source de la position: A/HRC/1/2")
        + cell("Acceptée")
        + cell("Peine de mort", "ODD:", "16 - PAIX", "Personnes concernées:", "Détenus"),
    )
    [one], _ = read_previous(make_docx(body), "x.docx")
    assert (one.paragraph, one.text) == ("10.1", "Abolir la peine capitale (Chili) (Pérou)")
    assert (one.states, one.supported, one.theme) == (("Chili", "Pérou"), True, "Peine de mort")
    assert (one.themes, one.groups, one.goals) == (("Peine de mort",), ("Détenus",), (16,))


def test_an_answer_that_is_blank_or_mixed_is_not_recorded_and_its_row_is_kept() -> None:
    """Neither yes nor no: the words of the file stand in `position`, no recommendation is lost."""
    body = table(
        cell("Recommendation") + cell("Position"),
        cell("1.1 Do one thing (Chile)") + cell(),
        cell("1.2 Do two things (Peru)") + cell("Supported/Noted"),
        cell("1.3 Do three things (Chad)") + cell("Enjoys support"),
        cell("Recommendation") + cell("Position"),
    )
    found, _ = read_previous(make_docx(body), "x.docx")
    assert [(one.paragraph, one.supported, one.position) for one in found] == [
        ("1.1", None, ""),
        ("1.2", None, "Supported/Noted"),
        ("1.3", True, "Enjoys support"),
    ]


def test_a_list_that_goes_on_in_a_second_table_keeps_its_columns_and_theme() -> None:
    """Word breaks a long table in two; the titles stand above the first alone."""
    body = table(
        cell("List of recommendations", span=2),
        cell("Recommendation") + cell("Position"),
        cell("Theme: Justice", span=2),
        cell("1.1 Do one thing (Chile)") + cell("Noted"),
    ) + "<w:p/>" + table(cell("1.2 Do another (Peru)") + cell("Supported"))  # fmt: skip
    found, _ = read_previous(make_docx(body), "x.docx")
    assert [(one.paragraph, one.theme) for one in found] == [("1.1", "Justice"), ("1.2", "Justice")]


def test_a_row_under_a_second_theme_adds_to_the_recommendation() -> None:
    """Lists that repeat a row under each of its themes: one recommendation, all themes, two rows."""
    body = table(
        cell("Recommendation") + cell("Position"),
        cell("Theme: Justice", span=2),
        cell("1.1 Do one thing (Chile)") + cell("Noted"),
        cell("Theme: Torture", span=2),
        cell("1.1 Do one thing (Chile)") + cell("Noted"),
    )
    [one], _ = read_previous(make_docx(body), "x.docx")
    assert (one.theme, one.themes, one.rows) == ("Justice", ("Justice", "Torture"), 2)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_give_a_list_or_a_problem(data: bytes) -> None:
    """Never an exception, never an empty answer without a reason."""
    found, problems = read_previous(b"Text,From\n" + data, "x.csv")
    assert found or problems
