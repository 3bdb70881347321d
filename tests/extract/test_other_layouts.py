"""What a statement asks stays the same if it is typed in another way: paragraphs numbered as in documents of the
United Nations, lists whose marks were lost or are others, notes that became characters."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from pipeline.extract import find
from pipeline.models.passages import Kind, Passage, Run
from pipeline.models.states import find_state
from tests.extract.forms import texts
from tests.extract.test_golden import GOLDEN, marked, passages_of

NOTE = "[3]"
_STOP = re.compile(r"(?<=[^\W\d_]{3}\.)(?=\s|$)")


def typed(passage: Passage, before: str, **changes: object) -> Passage:
    """The passage with characters in front of its text."""
    return replace(passage, runs=(Run(before), *passage.runs), **changes)  # type: ignore[arg-type]


def numbered(form: str, in_text: bool) -> Callable[[Sequence[Passage]], list[Passage]]:
    """Every paragraph with a number that runs through the text, as its marker or in its text."""

    def layout(passages: Sequence[Passage]) -> list[Passage]:
        made, count = [], 0
        for one in passages:
            if one.kind is not Kind.PARAGRAPH or one.marker:
                made.append(one)
                continue
            count += 1
            number = form.format(count)
            marked_so = replace(one, marker=number, kind=Kind.LIST_ITEM, level=1)
            made.append(typed(one, f"{number} ") if in_text else marked_so)
        return made

    return layout


def noted(passages: Sequence[Passage]) -> list[Passage]:
    """With the call of a note behind every sentence of a paragraph or item."""
    body = {Kind.PARAGRAPH, Kind.LIST_ITEM}
    return [
        replace(one, runs=tuple(replace(run, text=_STOP.sub(NOTE, run.text)) for run in one.runs))
        if one.kind in body
        else one
        for one in passages
    ]


def bulleted(mark: str) -> Callable[[Sequence[Passage]], list[Passage]]:
    """With another mark for every item that has no number or letter."""

    def layout(passages: Sequence[Passage]) -> list[Passage]:
        return [
            replace(one, marker=mark) if one.marker in {"•", "-", "–", "▪", "*"} else one for one in passages
        ]

    return layout


LAYOUTS = {
    "12. as marker": numbered("{}.", in_text=False),
    "(12) as marker": numbered("({})", in_text=False),
    "12 typed": numbered("{}", in_text=True),
    "§12. typed": numbered("§{}.", in_text=True),
    "1.12 typed": numbered("1.{}", in_text=True),
    "notes": noted,
    "– as bullet": bulleted("–"),
    "✓ as bullet": bulleted("✓"),
}
NAMES = sorted(path.stem for path in GOLDEN.glob("*.txt"))


def asked(passages: Sequence[Passage], language: str, code: str) -> list[str]:
    return [one.text.replace(NOTE, "") for one in find(passages, language, find_state(code)).recommendations]


@functools.cache
def asked_as_it_is(name: str) -> list[str]:
    """What a statement asks in its own layout, with which every other one is compared."""
    path, language, code, _ = marked(name)
    return asked(passages_of(path), language, code)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NAMES)
def test_another_layout_asks_the_same(name: str, layout: str) -> None:
    path, language, code, _ = marked(name)
    assert asked(LAYOUTS[layout](passages_of(path)), language, code) == asked_as_it_is(name)


REPORT = (
    "Our league has worked in the north since 1990.",
    "The law on secrets entered into force in 2021 and is vague.",
    "In March the police closed the office of our newspaper.",
    "The authorities held four teachers for a month without a charge.",
    "The Committee noted this with concern in its last report.",
    "For these reasons the Parliament should repeal the law on secrets.",
    "The courts are slow, and families wait for years.",
)
FORMS = ["{}.", "({})", "[{}]", "§ {}.", "{}", "1.{}", "3.{}."]


@pytest.mark.parametrize("form", FORMS)
def test_numbers_of_paragraphs_make_no_list_of_a_report(form: str) -> None:
    lines = [f"p|{form.format(number)} {text}" for number, text in enumerate(REPORT, 1)]
    assert texts("en", "h|Recommendations on the law", *lines) == [
        "the Parliament should repeal the law on secrets"
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_list_inside_of_a_numbered_report_ends_with_its_items(form: str) -> None:
    lines = [f"p|{form.format(number)} {text}" for number, text in enumerate(REPORT, 1)]
    lines[4:4] = [
        "p|We recommend that the Government:",
        "-|publish the list of wells;",
        "-|pay the teachers.",
    ]
    assert texts("en", *lines) == [
        "publish the list of wells",
        "pay the teachers",
        "the Parliament should repeal the law on secrets",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_items_that_go_on_with_the_numbers_of_a_report_are_items(form: str) -> None:
    actions = ["Publish the list of wells.", "Pay the teachers.", "Close the quarry."]
    lines = [f"p|{form.format(number)} {text}" for number, text in enumerate([*REPORT, *actions], 1)]
    lines[7:7] = ["h|Recommendations"]
    assert texts("en", *lines)[-3:] == ["Publish the list of wells", "Pay the teachers", "Close the quarry"]


@pytest.mark.parametrize("form", FORMS)
def test_numbers_left_in_the_text_of_a_list_are_its_marks(form: str) -> None:
    things = ["the wells", "the budget", "the lists", "the minutes", "the orders", "the plans", "the fees"]
    lines = [f"p|{form.format(number)} Publish {thing}" for number, thing in enumerate(things, 1)]
    assert texts("en", "h|Recommendations", *lines) == [f"Publish {thing}" for thing in things]


def test_a_list_of_things_asked_for_stays_one_in_a_text_without_numbers() -> None:
    lines = ["p|Our league has worked in the north since 1990 and has twelve offices.", "p|We demand:"]
    things = ["bread", "peace for all", "work", "schools", "a clinic", "clean water", "roads"]
    lines += [f"{number}.|{thing}" for number, thing in enumerate(things, 1)]
    assert texts("en", *lines) == things


LOST = {
    "en": (
        "h|Our demands",
        [
            "Repeal of the law on secrets",
            "A moratorium on executions",
            "Fresh water in every village",
            "Release of all",
        ],
    ),
    "es": (
        "h|¿Qué proponemos?",
        [
            "Sanción de una ley de acceso a la información.",
            "Generación de espacios de debate.",
            "Reforma del código.",
        ],
    ),
    "fr": (
        "p|Nous demandons :",
        [
            "L'abrogation de la loi sur les secrets ;",
            "Le respect des délais ;",
            "La libération des journalistes.",
        ],
    ),
    "pt": (
        "p|A associação aponta os compromissos que devem ser assumidos pelos candidatos.",
        [
            "A revogação da lei;",
            "O compromisso em manter o sistema de saúde;",
            "A criação de um fundo;",
            "A reforma da lei.",
        ],
    ),
}


@pytest.mark.parametrize("language", LOST)
def test_paragraphs_in_a_row_are_the_items_whose_marks_they_lost(language: str) -> None:
    above, items = LOST[language]
    assert texts(language, above, *(f"p|{item}" for item in items)) == [item.rstrip(".; ") for item in items]


def test_paragraphs_that_tell_something_in_a_row_are_no_list() -> None:
    lines = ["The families wait for water.", "The clinic is far.", "The road was closed in March."]
    assert texts("en", "h|Recommendations", *(f"p|{line}" for line in lines)) == []


def test_what_an_assembly_itself_resolves_is_no_list_of_demands() -> None:
    lines = ["DENOUNCE the mine", "DEMAND that the State close it", "DECLARE the river sick"]
    assert "DECLARE the river sick" not in texts(
        "en", "p|The assembly resolves to:", *(f"p|{line}" for line in lines)
    )


def test_short_lines_over_paragraphs_are_headings_where_a_text_has_no_others() -> None:
    lines = [
        "p|What we ask of the State",
        "p|Publish the list of all wells that were closed since the floods of the year before, with their depth.",
        "p|Background of the floods",
        "p|Our league has worked in the north since the floods, and most of its members are teachers or nurses there.",
        "p|What the league does in the north",
        "p|Repair of pumps takes up most of our time, since each village has one and none was made for salt water.",
    ]
    assert texts(
        "en", "p|A letter from the north, written after the floods by those who live there.", *lines
    ) == [
        "Publish the list of all wells that were closed since the floods of the year before, with their depth"
    ]


def test_short_lines_in_a_row_are_no_headings() -> None:
    lines = [
        "p|We demand:",
        "p|Equal pay for women",
        "p|A clinic in each town",
        "p|Repeal of the law on secrets",
    ]
    rest = [
        "p|The league has worked in the north since the floods, and most of its members are teachers there."
    ]
    assert len(texts("en", *lines, *rest)) == 3


def test_groups_of_commands_below_proposed_policies_go_on_below_their_titles() -> None:
    lines = [
        "h|Proposed Policies and Actions:",
        "p|Ensure that every region has a budget of its own.",
        "p|Streamline the districts.",
        "h|2. Justice:",
        "p|Apply the standards of justice to all families.",
        "p|Return the land of the villages.",
        "p|Enforce the law on languages.",
    ]
    assert texts("en", *lines) == [line.partition("|")[2].rstrip(".") for line in lines if line[0] == "p"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("fr", "Mesures et réformes proposées"),
        ("es", "Políticas y medidas necesarias"),
        ("pt", "Ações propostas"),
    ],
)
def test_headings_of_what_is_proposed_open_demands(language: str, heading: str) -> None:
    verb = {"fr": "Publier", "es": "Publicar", "pt": "Publicar"}[language]
    assert texts(language, f"h|{heading}", f"p|{verb} la lista.") == [f"{verb} la lista"]


def test_the_words_of_an_amendment_belong_to_it_without_marks_of_a_quotation() -> None:
    lines = ["p|Ajouter un article ainsi rédigé :", "p|Le a du 2 de l'article L. 311-5 du code est abrogé."]
    assert texts("fr", "h|Amendements", *lines) == [
        "Ajouter un article ainsi rédigé :\nLe a du 2 de l'article L. 311-5 du code est abrogé"
    ]
