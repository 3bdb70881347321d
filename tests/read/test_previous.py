"""The previous review's recommendations, from an export or from the official thematic list."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.read import read_previous
from pipeline.read.previous import states_in

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
    assert states_in(text) == ("Peru", "continue", "France", "Iran (Islamic Republic of)")


@pytest.mark.parametrize(("cycle", "name"), [(2, "UPR20"), (3, "UPR34"), (4, "upr48")])
def test_the_three_generations_of_the_thematic_list_are_read_whole(
    shared: Path, cycle: int, name: str
) -> None:
    lines = (shared / "data" / "slovenia_thematic_lists.jsonl").read_text(encoding="utf-8").splitlines()
    expected = {
        (row["para"], " ".join(row["text"].split()), row["position"] == "Supported", row["cluster"])
        for row in map(json.loads, lines)
        if row["cycle"] == cycle
    }
    [path] = (shared / "samples").glob(f"{name}*hematic*")
    found, problems = read_previous(path.read_bytes(), path.name)
    assert problems == ()
    assert {(one.paragraph, one.text, one.supported, one.theme) for one in found} == expected


def test_issues_of_an_export_are_parted_by_a_blank() -> None:
    """The export writes "Disabilities,Women's rights"; people read it with a blank."""
    data = b'To,Text,From,Response,Issue\nCuba,Do it,Chile,Accepted,"Disabilities,Women\'s rights"\n'
    found, problems = read_previous(data, "previous-recommendations.csv")
    assert [item.theme for item in found] == ["Disabilities, Women's rights"]
    assert problems == ()
