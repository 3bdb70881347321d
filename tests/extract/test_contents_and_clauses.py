"""Lists of contents, clauses that only describe, and texts of laws."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts


@pytest.mark.parametrize(
    ("language", "stem", "items"),
    [
        ("en", "We ask Parliament to pass a law on languages that reflects the following principles:",
         ("Languages are part of culture.", "Preserve each of them.")),
        ("en", "The authority must be:", ("separate from the police;", "paid by the State;", "have its own staff.")),
        ("en", "The State must show to a judge that:", ("the risk is grave;", "other ways were tried.")),
        ("fr", "Nous demandons au Gouvernement d'adopter une loi respectant les principes suivants :",
         ("Garantir l'accès de tous ;", "La gratuité des soins.")),
        ("es", "Pedimos al Congreso que apruebe una ley que respete los siguientes criterios:",
         ("Prohibir la tortura;", "La reparación de las víctimas.")),
    ],
)  # fmt: skip
def test_what_a_law_shall_contain_is_one_demand_with_its_list(
    language: str, stem: str, items: tuple[str, ...]
) -> None:
    (found,) = texts(language, f"p|{stem}", *(f"-|{item}" for item in items))
    assert found.splitlines()[1:] == [*items[:-1], items[-1].rstrip(".")]


def test_principles_that_are_proposed_themselves_are_demands() -> None:
    lines = ("p|We propose the following principles:", "-|Publish all contracts.", "-|End secret detention.")
    assert texts("en", *lines) == ["Publish all contracts", "End secret detention"]


@pytest.mark.parametrize(
    "text",
    [
        "Section 12(o) The Board shall exercise these functions and report on them.",
        "Section 58: No court shall take up any case under this Act.",
        "Professional bodies set norms which members of these bodies must follow.",
        "We heard the notion that the regulator should relax the rules.",
        "The ministry took many steps, not least the instruction that all staff should be tested.",
    ],
)
def test_laws_and_what_only_describes_a_thing_ask_nothing(text: str) -> None:
    assert texts("en", f"p|{text}") == []


def test_a_section_that_should_be_repealed_is_asked_for() -> None:
    assert texts("en", "p|Section 12 of the Act must be repealed.") == [
        "Section 12 of the Act must be repealed"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "States may not use these treaties to get round their own laws",
        "Neither the Cabinet nor the courts may adopt such a measure without a law",
        "Governments cannot use aid as a means to silence critics at home",
        "In cases where the police wish to delay the notice, the ministry should tell the court",
        "In those towns where a council exists, the Government should hear it",
    ],
)
def test_what_must_not_be_done_is_asked_and_cases_belong_to_it(text: str) -> None:
    assert texts("en", f"p|{text}.") == [text]


def test_what_may_happen_is_no_demand() -> None:
    assert texts("en", "p|The Government may not be able to pay. Ministers may not know of it.") == []


def test_etc_before_a_capital_ends_a_sentence() -> None:
    text = "The Board will hear complaints, appeals, etc. The Government must list these in the Act."
    assert texts("en", f"p|{text}") == ["The Government must list these in the Act"]


@pytest.mark.parametrize(
    ("language", "lines", "demands"),
    [
        (
            "en",
            ("p|We recommend that the Government:", "1.|Protect journalists", "(a)|in the provinces;", "(b)|in prison.",
             "2.|Reform the courts", "(a)|Appoint judges by merit;", "(b)|Publish all rulings."),
            ["Protect journalists\nin the provinces;\nin prison", "Appoint judges by merit", "Publish all rulings"],
        ),
        (
            "es",
            ("p|Recomendamos al Gobierno:", "1.|Proteger a los periodistas", "(a)|en las provincias;", "(b)|en la cárcel."),
            ["Proteger a los periodistas\nen las provincias;\nen la cárcel"],
        ),
    ],
)  # fmt: skip
def test_items_below_that_only_end_its_sentence_belong_to_an_item(
    language: str, lines: tuple[str, ...], demands: list[str]
) -> None:
    assert texts(language, *lines) == demands
