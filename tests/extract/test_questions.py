"""Questions to the State: by its name, in running text, under the title of a whole list of them."""

from __future__ import annotations

import pytest

from tests.extract.forms import asked, texts


@pytest.mark.parametrize(
    ("language", "question"),
    [
        ("en", "What steps has Cuba taken to ratify the Optional Protocol?"),
        ("en", "How is Cuba encouraging victims to come forward?"),
        ("en", "Could the State under review describe its national mechanism?"),
        ("en", "Which progress has your country made since 2018?"),
        ("en", "How many complaints have the Cuban authorities received?"),
        ("fr", "Quelles mesures Cuba a-t-elle prises pour ratifier le Protocole ?"),
        ("fr", "Combien de plaintes les autorités cubaines ont-elles reçues ?"),
        ("es", "¿Qué avances ha logrado Cuba desde 2018?"),
        ("es", "¿Piensa Cuba ratificar el Protocolo Facultativo?"),
        ("pt", "Que passos deu o governo para ratificar o Protocolo?"),
        ("ar", "ما الخطوات التي اتخذتها كوبا للتصديق على البروتوكول؟"),
        ("ru", "Какие шаги предприняла Куба для ратификации Протокола?"),
        ("zh", "古巴采取了哪些措施批准《任择议定书》？"),
    ],
)
def test_a_question_in_running_text_asks_the_state_by_its_name_too(language: str, question: str) -> None:
    """The name stands for the Government."""
    before = {"zh": "法律尚未修改。", "ar": "لم يتغير القانون. "}.get(language, "2018. ")
    assert asked(language, f"p|{before}{question}") == [question]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Who would have thought that of Cuba?"),
        ("en", "Cuba, again?"),
        ("es", "¿Otra vez Cuba?"),
        ("fr", "Et Cuba ?"),
    ],
)
def test_a_name_alone_makes_no_question_precise(language: str, text: str) -> None:
    """What nobody could answer is no question to the State."""
    assert asked(language, f"p|{text}") == []


def test_a_title_holds_for_the_headings_below_it() -> None:
    """A list of advance questions has a heading for each State that asks."""
    lines = (
        "h|Advance questions to Cuba",
        "h|Norway",
        "p|What is the status of the bill?",
        "h|Ghana",
        "p|Why?",
    )
    assert asked("en", *lines) == ["What is the status of the bill?", "Why?"]


def test_a_heading_inside_a_text_holds_until_the_next_one() -> None:
    """A statement's own questions end where its next section begins."""
    lines = ("h|Statement", "p|Good day.", "h|Questions", "p|When?", "h|Background", "p|Who would say no?")
    assert asked("en", *lines) == ["When?"]


def test_who_asks_stands_before_a_colon_and_outside_the_question() -> None:
    """So does what a question is about."""
    assert asked("en", "h|Questions", "p|Norway and Ghana: What has Cuba done about it?") == [
        "What has Cuba done about it?"
    ]
    assert asked("es", "h|Preguntas", "p|Sobre la tierra: ¿qué medidas ha tomado el Estado?") == [
        "¿qué medidas ha tomado el Estado?"
    ]
    assert asked("en", "h|Questions", "p|One thing is sure: why?") == ["One thing is sure: why?"]


def test_a_stem_opens_a_list_of_questions() -> None:
    """Each item is one, however it asks; a paragraph ends the list."""
    lines = ("p|We suggest the following questions:", "-|Which ministry is responsible?", "p|Who would know?")
    assert asked("en", *lines) == ["Which ministry is responsible?"]


def test_a_request_in_a_list_of_questions_is_one_and_no_recommendation() -> None:
    """Under their heading "please explain" asks for an answer; thanks ask for none."""
    lines = ("h|Advance questions", "1.|Please explain why the law is late.", "2.|Thanks: to all of you.")
    assert asked("en", *lines) == ["Please explain why the law is late"]
    assert texts("en", *lines) == []


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("We ask the Government: what has become of the report?", "what has become of the report?"),
        (
            'States may wish to ask: "When will the Government publish the report?"',
            "When will the Government publish the report?",
        ),
        (
            "What measures will be taken to keep the polls free?",
            "What measures will be taken to keep the polls free?",
        ),
    ],
)
def test_who_asks_stays_outside_the_question(sentence: str, question: str) -> None:
    assert asked("en", f"p|{sentence}") == [question]
