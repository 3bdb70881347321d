"""R1, R2 ... and Q1, Q2 ...: one number for each demand, and the heading under which it stands."""

from __future__ import annotations

import pytest

from pipeline.assemble import number
from pipeline.models.findings import Findings, Recommendation, Span
from pipeline.models.pack import Contribution
from pipeline.models.passages import Kind, Passage, Statement
from pipeline.problems import Place
from tests import build


def heading(text: str, level: int = 1) -> Passage:
    return build.passage(Kind.HEADING, text, level=level)


def words(text: str = "Some words.") -> Passage:
    return build.passage(Kind.PARAGRAPH, text)


def topic_of_last(*passages: Passage) -> str:
    """The topic of a recommendation that is the last passage."""
    statement = Statement(passages, "en", 10, 1)
    last = passages[-1].text
    found = Recommendation(last, (Span(len(passages) - 1, 0, len(last)),), Place())
    contribution = Contribution(build.a_speaker(), statement, Findings((found,)))
    return number(build.a_pack_input([contribution]))[0].topic


def test_numbers_follow_speaking_order_then_reading_order() -> None:
    """Recommendations count through all statements, questions beside them."""
    rows = number(build.a_pack_input())
    assert [row.number for row in rows] == ["R1", "R2", "R3", "R4", "R5", "R6", "Q1", "Q2"]
    assert [row.contribution for row in rows] == [0, 0, 0, 1, 1, 1, 0, 1]


def test_reading_order_does_not_depend_on_the_order_of_findings() -> None:
    """Findings that come in another order are numbered as they stand in the statement."""
    contribution = build.a_contribution(1)
    turned = Findings(contribution.findings.recommendations[::-1])
    other = Contribution(contribution.speaker, contribution.statement, turned)
    assert [r.item.text for r in number(build.a_pack_input([other]))] == [
        r.item.text for r in number(build.a_pack_input([contribution])) if r.kind == "recommendation"
    ]


def test_without_consent_to_the_statement_nothing_of_it_is_numbered() -> None:
    """Findings belong to the statement."""
    contribution = build.a_contribution(1, consent=build.consent("name", "organisation", "bio"))
    assert number(build.a_pack_input([contribution])) == ()


def test_a_withheld_name_is_replaced_by_the_description() -> None:
    """Also in what the tables are made from."""
    given = build.consent("statement", "organisation")
    rows = number(build.a_pack_input([build.a_contribution(1, consent=given)]))
    assert {row.speaker for row in rows} == {"a human rights defender"}


def test_the_topic_is_the_nearest_heading_above() -> None:
    """A section's heading counts, the title of the statement does not."""
    assert topic_of_last(heading("Title"), words(), heading("Prisons", 2), words()) == "Prisons"
    assert topic_of_last(heading("Title"), words(), words()) == ""


def test_a_heading_of_one_section_is_a_topic_though_it_comes_first() -> None:
    """A statement without a title may begin with an issue."""
    assert topic_of_last(heading("Prisons"), words()) == ""
    assert topic_of_last(heading("Prisons"), words(), heading("Torture"), words()) == "Torture"


def test_the_recommendations_heading_of_a_section_leads_to_the_section() -> None:
    """Whether it is deeper or comes again and again on the same (faked) level."""
    title = heading("UPR statement on Cuba")
    assert topic_of_last(title, heading("Prisons", 2), words(), heading("Recommendations:", 3), words()) == (
        "Prisons"
    )
    flat = (heading("Prisons"), words(), heading("Recommendations"), words())
    again = (heading("Torture"), words(), heading("Recommendations"), words())
    assert topic_of_last(title, *flat, *again) == "Torture"


def test_a_heading_that_comes_in_every_section_is_no_topic() -> None:
    """ "What has happened since" stands in each section; the section is the issue."""
    since = heading("What has happened since", 3)
    first = (heading("1. Prisons", 2), since, words())
    assert topic_of_last(heading("Title"), *first, heading("2. Torture", 2), since, words()) == "Torture"


def test_one_recommendations_heading_for_the_whole_statement_has_no_topic() -> None:
    """A wrong topic is worse than none."""
    sections = (heading("Prisons", 2), words(), heading("Torture", 2), words())
    assert topic_of_last(heading("Title"), *sections, heading("Recommendations", 2), words()) == ""


@pytest.mark.parametrize(
    "word", ["Recommandations", "Recomendaciones", "Рекомендации", "التوصيات", "Preguntas"]
)
def test_the_recommendations_heading_is_known_in_other_languages(word: str) -> None:
    """Statements come in the languages of the United Nations."""
    title = heading("Title")
    assert topic_of_last(title, heading("Prisons", 2), words(), heading(word, 3), words()) == "Prisons"


def test_a_number_before_a_topic_is_left_out() -> None:
    """ "2. Prisons" is the topic "Prisons"."""
    assert topic_of_last(heading("Title"), words(), heading("2.1. Prisons:", 2), words()) == "Prisons"
