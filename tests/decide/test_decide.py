"""Decisions of staff: each kind does what it says, and words stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models.findings import Addressee, Findings, SetAsideReason
from pipeline.models.suggestions import ActionCategory
from tests.decide.desk import (
    FIRMS,
    LAWYER,
    PUBLISH,
    RATIFY,
    TOLD,
    WHEN,
    codes,
    corrections,
    decided,
    entries,
    findings,
    recommendation,
    texts_of,
)

ALL = [LAWYER, PUBLISH, RATIFY]


def aside(made, reason: SetAsideReason) -> list[str]:
    return [a.recommendation.text for a in made.findings.set_aside if a.reason is reason]


def test_nothing_decided_changes_nothing() -> None:
    """An entry whose decision is left empty, or is undecided, is no decision."""
    made = decided(
        f"  - recommendation: {LAWYER}",
        "    decision:",
        f"  - recommendation: {RATIFY}",
        "    decision: undecided",
    )
    assert (made.findings, made.problems) == (findings(), ())


def test_accepted_items_say_so_and_stay() -> None:
    """Words, place, stem, form and reason are those that were found."""
    made = decided(f"  - recommendation: {LAWYER}", "    decision: accept")
    first, *others = made.findings.recommendations
    assert first.decided == "accepted"
    assert (first.text, first.why, first.form) == (LAWYER, "item of a list", "list item")
    assert [other.decided for other in others] == ["", ""]


def test_rejected_items_are_set_aside_as_rejected() -> None:
    """They leave the table but not the findings."""
    made = decided(f"  - recommendation: {LAWYER}", "    decision: reject", "    because: only a wish")
    assert texts_of(made.findings.recommendations) == [PUBLISH, RATIFY]
    assert aside(made, SetAsideReason.REJECTED) == [LAWYER]


def test_limits_move_to_quoted_words() -> None:
    """What lies outside the new limits is no recommendation any more."""
    made = decided(
        f"  - recommendation: {PUBLISH}", "    limits: Publish the results of inspections every year"
    )
    changed = made.findings.recommendations[1]
    assert changed.text == "Publish the results of inspections every year"
    assert changed.decided == "changed"
    assert changed.why == "item of a list; changed by staff"
    assert codes(made) == []


def test_limits_can_be_widened() -> None:
    """Words before the item can be taken in, over the border of a passage too."""
    stem = "We recommend that the Government of Cuba:"
    made = decided(f"  - recommendation: {LAWYER}", f"    limits: '{stem} {LAWYER}'")
    assert texts_of(made.findings.recommendations)[0] == f"{stem}\n{LAWYER}"
    assert made.findings.recommendations[0].stem == ""


def test_one_item_is_split_into_quoted_parts() -> None:
    """Each part is an item with what was known of the whole."""
    made = decided(
        f"  - recommendation: {PUBLISH}",
        "    parts:",
        "      - Publish the results of inspections every year",
        "      - train the inspectors of all provinces",
    )
    assert texts_of(made.findings.recommendations)[1:3] == [
        "Publish the results of inspections every year",
        "train the inspectors of all provinces",
    ]
    assert {item.form for item in made.findings.recommendations} == {"list item"}


def test_two_items_are_joined() -> None:
    """Over passages they are joined by a line break, as everywhere."""
    made = decided(f"  - recommendation: {LAWYER}", f"    join: {PUBLISH}")
    assert texts_of(made.findings.recommendations) == [f"{LAWYER}\n{PUBLISH}", RATIFY]


def test_two_items_of_one_passage_are_joined_with_the_words_between() -> None:
    """Words between them are not lost: the stretch goes from the first word to the last."""
    split = decided(
        f"  - recommendation: {PUBLISH}",
        "    parts: [Publish the results, train the inspectors of all provinces]",
    ).findings
    made = decided(
        "  - recommendation: Publish the results",
        "    join: [train the inspectors of all provinces]",
        found=split,
    )
    assert texts_of(made.findings.recommendations)[1] == PUBLISH


@pytest.mark.parametrize(
    ("head", "words", "decision"),
    [
        ("recommendation", LAWYER, "question"),
        ("recommendation", LAWYER, "reported"),
        ("recommendation", LAWYER, "others"),
        ("question", WHEN, "recommendation"),
        ("question", WHEN, "others"),
        ("reported", TOLD, "recommendation"),
        ("reported", TOLD, "question"),
        ("others", FIRMS, "recommendation"),
    ],
)
def test_items_move_from_any_kind_to_any_other(head: str, words: str, decision: str) -> None:
    """recommendation <-> question <-> set aside; they are changed, and say so."""
    made = decided(
        f"  - {head}: {words}", f"    decision: {decision}", *(["    paragraph: 2"] if words == TOLD else [])
    )
    groups = {
        "recommendation": texts_of(made.findings.recommendations),
        "question": texts_of(made.findings.questions),
        "reported": aside(made, SetAsideReason.REPORTED),
        "others": aside(made, SetAsideReason.ADDRESSEE),
    }
    assert [kind for kind, texts in groups.items() if words in texts] == [decision]
    assert codes(made) == []


def test_what_becomes_the_states_is_addressed_to_it() -> None:
    """A table of the State's recommendations has no other addressee, and the other way round."""
    made = decided(f"  - others: {FIRMS}", "    decision: recommendation")
    moved = next(item for item in made.findings.recommendations if item.text == FIRMS)
    assert moved.addressee is Addressee.SUR
    made = decided(f"  - recommendation: {LAWYER}", "    decision: others")
    assert {a.recommendation.addressee for a in made.findings.set_aside} >= {Addressee.OTHER}


def test_a_missed_one_is_added_by_quoting_it() -> None:
    """With its place; the reason is that staff added it."""
    made = decided("  - missed: Judges need a law of their own.", "    as: recommendation")
    added = made.findings.recommendations[-1]
    assert added.text == "Judges need a law of their own."
    assert (added.decided, added.why, added.place.paragraph) == ("added", "added by staff", 9)


def test_a_missed_question_is_added() -> None:
    """`as: question` puts it among the questions."""
    made = decided("  - missed: How many inspectors are there?", "    as: question")
    assert texts_of(made.findings.questions) == [WHEN, "How many inspectors are there?"]


def test_what_was_missed_and_is_found_by_now_is_accepted() -> None:
    """A later version that finds it does not make it twice."""
    made = decided(f"  - missed: {LAWYER}")
    assert texts_of(made.findings.recommendations) == ALL
    assert made.findings.recommendations[0].decided == "accepted"


def test_an_accepted_item_stays_when_it_is_found_no_more() -> None:
    """What staff confirmed survives another version of the grammar."""
    made = decided("  - recommendation: Judges need a law of their own", "    decision: accept")
    assert "Judges need a law of their own" in texts_of(made.findings.recommendations)


def test_accepted_limits_stay_when_others_are_found() -> None:
    """The quote of an accepted entry is what staff saw."""
    made = decided("  - recommendation: train the inspectors of all provinces", "    decision: accept")
    assert texts_of(made.findings.recommendations)[1] == "train the inspectors of all provinces"


def test_category_and_issues_are_set_by_staff() -> None:
    """They stand where suggestions stand, without words that decided them."""
    made = decided(
        f"  - recommendation: {RATIFY}", "    category: 5", "    issues: [International instruments]"
    )
    found = made.findings.recommendations[2]
    assert found.suggested.category is ActionCategory.SPECIFIC
    assert (found.suggested.category_words, found.suggested.issues) == ("", ("International instruments",))
    assert found.decided == "changed"


@pytest.mark.parametrize(
    "quoted",
    [
        f"{LAWYER}.",
        LAWYER.upper(),
        LAWYER.replace(" ", "  "),
        LAWYER.replace("access", "ac\u00adcess"),
        LAWYER.replace("first", "fïrst"),
    ],
)
def test_quotes_need_not_be_letter_by_letter(quoted: str) -> None:
    """Blanks, case, accents, soft hyphens and a full stop more make no other words; the text is the file's."""
    made = decided(f'  - recommendation: "{quoted}"', "    decision: accept")
    assert made.findings.recommendations[0].text == LAWYER
    assert made.findings.recommendations[0].decided == "accepted"
    assert codes(made) == []


def test_small_edits_of_the_statement_keep_the_decision_and_are_told() -> None:
    """A word more in the statement: the item as it is now is accepted, with a warning."""
    made = decided(
        "  - recommendation: Guarantee free access to a lawyer from the very first hour of detention",
        "    decision: reject",
    )
    assert aside(made, SetAsideReason.REJECTED) == [LAWYER]
    assert codes(made) == ["CO04"]


def test_words_that_are_gone_are_told_and_change_nothing() -> None:
    """A decision is never dropped in silence."""
    made = decided("  - recommendation: Abolish the sample levy on books and maps", "    decision: accept")
    assert made.findings == findings()
    assert codes(made) == ["CO03"]
    assert made.problems[0].place.line == 2


def test_limits_elsewhere_are_told() -> None:
    """New limits lie where the item lies."""
    made = decided(f"  - recommendation: {LAWYER}", "    limits: The Bar asks for more time")
    assert (made.findings, codes(made)) == (findings(), ["CO08"])


def test_no_message_repeats_words_of_a_statement() -> None:
    """Messages are published where a speaker's consent may not reach."""
    made = decided(
        "  - recommendation: Abolish the sample levy on books and maps",
        "    decision: accept",
        f"  - recommendation: {LAWYER}",
        "    limits: The Bar asks for more time",
    )
    assert not any("levy" in str(problem) or "Bar" in str(problem) for problem in made.problems)


TWICE = ("First part.", "Publish the sample figures.", "Second part.", "Publish the sample figures.")


def test_the_same_words_twice_are_told_apart_by_their_paragraph() -> None:
    """Without it the decision is not applied, and the message says which paragraphs there are."""
    found = findings().__class__(
        tuple(recommendation("Publish the sample figures", TWICE, number) for number in (1, 3))
    )
    entry = ["  - recommendation: Publish the sample figures", "    decision: reject"]
    unclear = decided(*entry, texts=TWICE, found=found)
    assert (unclear.findings, codes(unclear)) == (found, ["CO05"])
    assert "(paragraphs 2, 4)" in str(unclear.problems[0])
    made = decided(*entry, "    paragraph: 4", texts=TWICE, found=found)
    assert [item.place.paragraph for item in made.findings.recommendations] == [2]
    assert codes(made) == []


def test_the_paragraph_counts_more_than_capitals() -> None:
    """The words as quoted stand elsewhere; staff said where they mean."""
    made = decided(f"  - recommendation: {TOLD}", "    paragraph: 6", "    decision: accept")
    assert [item.text for item in made.findings.recommendations if item.decided] == [RATIFY]
    assert codes(made) == []


@pytest.mark.parametrize(
    "other",
    [
        ["    decision: reject"],
        ["    decision: question"],
        ["    category: 3"],
        ["    limits: access to a lawyer"],
        [f"    join: {PUBLISH}"],
    ],
)
def test_decisions_that_contradict_are_an_error_with_both_places(other: list[str]) -> None:
    """The second has the error, which names the line of the first."""
    made = decided(
        f"  - recommendation: {LAWYER}", "    decision: accept", f"  - recommendation: {LAWYER}", *other
    )
    assert codes(made) == ["CO06"]
    assert made.problems[0].place.line == 4
    assert "line 2" in made.problems[0].what


def test_the_same_decision_twice_is_one() -> None:
    """A copy of an entry does no harm."""
    made = decided(*[f"  - recommendation: {LAWYER}", "    decision: accept"] * 2)
    assert (texts_of(made.findings.recommendations), codes(made)) == (ALL, [])


def test_parts_that_overlap_contradict() -> None:
    """No word can be in two items."""
    made = decided(
        f"  - recommendation: {PUBLISH}",
        "    parts:",
        "      - Publish the results of inspections",
        "      - inspections every year",
    )
    assert (made.findings, codes(made)) == (findings(), ["CO06"])


ARABIC = ("نوصي حكومة كوبا بما يلي:", "التَّصْدِيق على الاتفاقية النموذجية؛", "نشر الأرقام كل سنة.")


def test_arabic_quotes_fit_without_vowel_signs_and_the_text_keeps_them() -> None:
    """Staff type plain letters; the result is the statement's."""
    made = decided("  - missed: التصديق على الاتفاقية النموذجية", texts=ARABIC, found=findings().__class__())
    assert texts_of(made.findings.recommendations) == ["التَّصْدِيق على الاتفاقية النموذجية"]
    assert made.problems == ()


def test_chinese_quotes_begin_and_end_between_any_two_characters() -> None:
    """There are no blanks between words."""
    texts = ("我们建议政府批准示范公约并公布数据。",)
    made = decided("  - missed: 批准示范公约", texts=texts, found=findings().__class__())
    assert texts_of(made.findings.recommendations) == ["批准示范公约"]


def test_a_quote_never_cuts_a_word() -> None:
    """ "inspection" is not in "inspections"."""
    assert codes(decided("  - missed: results of inspection")) == ["CO03"]


BAR = "Judges need a law of their own"


def with_a_doubt() -> Findings:
    return replace(findings(), doubtful=(replace(recommendation(BAR), why="says what must be"),))


def test_what_is_doubtful_stays_so_until_somebody_decides() -> None:
    made = decided(found=with_a_doubt()).findings
    assert made == with_a_doubt()


@pytest.mark.parametrize("decision", ["accept", "recommendation"])
def test_a_doubtful_one_is_taken_in_if_staff_accept_it(decision: str) -> None:
    made = decided(f"  - doubtful: {BAR}", f"    decision: {decision}", found=with_a_doubt())
    assert texts_of(made.findings.recommendations) == [LAWYER, PUBLISH, RATIFY, BAR]
    assert made.findings.recommendations[-1].decided == "accepted"
    assert made.findings.doubtful == ()


def test_a_doubtful_one_may_be_a_question_told_or_asked_of_others() -> None:
    for decision in ("question", "reported", "others", "reject"):
        made = decided(f"  - doubtful: {BAR}", f"    decision: {decision}", found=with_a_doubt()).findings
        assert texts_of(made.recommendations) == [LAWYER, PUBLISH, RATIFY]
        assert made.doubtful == ()
        here = [*texts_of(made.questions), *(one.recommendation.text for one in made.set_aside)]
        assert BAR in here


def test_limits_of_a_doubtful_one_take_it_in() -> None:
    made = decided(f"  - doubtful: {BAR}", "    limits: a law of their own", found=with_a_doubt()).findings
    assert texts_of(made.recommendations)[-1] == "a law of their own"


def test_nothing_can_be_made_doubtful() -> None:
    _, problems = corrections(entries(f"  - recommendation: {LAWYER}", "    decision: doubtful"))
    assert [one.code for one in problems] == ["FO02"]
    _, problems = corrections(entries(f"  - missed: {BAR}", "    as: doubtful"))
    assert [one.code for one in problems] == ["FO02"]
