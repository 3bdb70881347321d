"""corrections.yaml: entries that say one thing, in files that review.yaml names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models.corrections import Correction
from pipeline.models.session import Organisation, Speaker
from pipeline.problems import Problem, Severity
from pipeline.validate import read_corrections, validate_session
from tests.decide.desk import FILE, corrections, entries, raw_review
from tests.validate.raw_session import raw_session


def problems_of(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each problem."""
    return [(p.code, p.place.line, p.place.column) for p in corrections(text)[1]]


def one(*lines: str) -> Correction:
    found, problems = corrections(entries(*lines))
    assert problems == []
    return found[0]


def test_an_entry_keeps_its_words_and_places() -> None:
    """For messages that say which is meant."""
    entry = one("  - recommendation: >", "      Ratify the", "      sample treaty", "    decision: accept")
    assert entry.quote.words == "Ratify the sample treaty"
    assert entry.statement == f"cuba/{FILE}"
    assert (entry.place.line, entry.place.column) == (2, 5)
    assert (entry.kind, entry.becomes, entry.is_decided) == ("recommendation", "recommendation", True)


@pytest.mark.parametrize(
    ("decision", "becomes"),
    [
        ("", ""),
        ("undecided", ""),
        ("~", ""),
        ("accept", "question"),
        ("Accept", "question"),
        ("reject", "rejected"),
        ("recommendation", "recommendation"),
        ("question", "question"),
        ("reported", "reported"),
        ("others", "others"),
    ],
)
def test_decisions(decision: str, becomes: str) -> None:
    """Every word that may stand there."""
    assert one("  - question: Why?", f"    decision: {decision}").becomes == becomes


@pytest.mark.parametrize(
    "line",
    ["limits: Ratify", "parts: [Ratify, publish]", "join: publish", "category: 4", "issues: [Torture]"],
)
def test_a_change_without_a_decision_is_one(line: str) -> None:
    """Who writes new limits or a category need not write accept as well."""
    assert one("  - recommendation: Ratify and publish", f"    {line}").becomes == "recommendation"


def test_what_was_missed_is_a_recommendation_unless_told() -> None:
    """`as` says what else."""
    assert one("  - missed: Ratify").becomes == "recommendation"
    assert one("  - missed: Why?", "    as: question").becomes == "question"


@pytest.mark.parametrize("name", [FILE, f"./{FILE}", f"cuba/{FILE}", f"'{FILE}'"])
def test_statements_are_named_as_in_review_yaml(name: str) -> None:
    """Or by their path from the session's folder."""
    assert len(corrections(f"{name}:\n  - missed: Ratify\n")[0]) == 1


@pytest.mark.parametrize("text", ["", "# nothing yet\n", f"{FILE}:\n", f"{FILE}: ~\n"])
def test_a_file_without_entries_corrects_nothing(text: str) -> None:
    """A draft of a State without statements, or a list that was emptied."""
    assert corrections(text) == ((), [])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["  - words: Ratify"], [("CO01", 2, 5)]),
        (["  - recommendation: Ratify", "    missed: Ratify"], [("CO01", 2, 5)]),
        (["  - recommendation:"], [("FO01", 2, 20)]),
        (["  - recommendation: ''"], [("FO02", 2, 21)]),
        (["  - recommendation: [Ratify]"], [("FO02", 2, 21)]),
        (["  - recommendation: Ratify", "    decision: perhaps"], [("FO02", 3, 15)]),
        (["  - recommendation: Ratify", "    category: 6"], [("FO02", 3, 15)]),
        (["  - recommendation: Ratify", "    paragraph: 07"], [("FO02", 3, 16)]),
        (["  - recommendation: Ratify", "    parts: [Ratify]"], [("FO02", 3, 12)]),
        (["  - recommendation: Ratify", "    limits: {a: b}"], [("FO02", 3, 13)]),
        (["  - recommendation: Ratify", "    decison: accept"], [("FO07", 3, 5)]),
        (["  - recommendation: Ratify", "    decision: reject", "    category: 5"], [("CO02", 4, 15)]),
        (["  - recommendation: Ratify", "    limits: R", "    join: P"], [("CO02", 4, 11)]),
        (["  - recommendation: Ratify", "    limits: R", "    parts: [R, P]"], [("CO02", 4, 12)]),
        (["  - question: Why?", "    category: 5"], [("CO02", 3, 15)]),
        (["  - missed: Ratify", "    decision: reject"], [("CO02", 3, 15)]),
        (["  - missed: Ratify", "    limits: Rat"], [("CO02", 3, 13)]),
        (["  - recommendation: Ratify", "    as: question"], [("CO02", 3, 9)]),
        (["  - Ratify"], [("FO02", 2, 5)]),
        (["  recommendation: Ratify"], [("FO02", 2, 3)]),
    ],
)
def test_every_slip_is_told_with_its_place(lines: list[str], expected: list[tuple[str, int, int]]) -> None:
    """Line and column of what is wrong."""
    assert problems_of(entries(*lines)) == expected


def test_a_key_given_twice_in_an_entry_is_an_error_and_two_lists_of_one_statement_are_one() -> None:
    """Staff write the new name of a statement over its old one, while the new one is listed already."""
    twice = entries("  - recommendation: Ratify", "    decision: accept", "    decision: reject")
    assert [p.code for p in raw_review(twice)[1]] == ["YA02"]
    found, problems = corrections(entries("  - missed: A") + entries("  - missed: B"))
    assert ([each.quote.words for each in found], problems) == (["A", "B"], [])


def test_decisions_on_a_file_that_is_not_named_are_told() -> None:
    """With the name that is near; undecided ones need no word."""
    found, problems = corrections("statements/legal-aid-v2.md:\n  - missed: Ratify\n")
    assert found == ()
    assert [(p.code, p.severity) for p in problems] == [("CO07", Severity.WARNING)]
    assert f"Did you mean {FILE}?" in problems[0].what_to_do
    assert corrections("statements/old.md:\n  - recommendation: Ratify\n    decision:\n") == ((), [])


def test_no_message_repeats_words_of_a_statement() -> None:
    """They are told by their place alone."""
    text = entries(
        "  - recommendation: Ratify secretly",
        "    limits: [secretly]",
        "  - secretly",
        f"  - missed: {'secretly ' * 3_000}",
    )
    problems = corrections(text)[1]
    assert len(problems) == 3
    assert not any("secretly" in str(problem) for problem in problems)


def test_there_is_a_limit_to_the_entries_of_a_statement() -> None:
    """A list that is too long is refused as a whole, and told."""
    assert [code for code, _, _ in problems_of(entries(*["  - missed: A"] * 2_001))] == ["FO02"]


def test_issues_are_taken_in_the_spelling_of_the_list() -> None:
    """Case and signs do not matter; the beginning of a label is enough where no other begins so."""
    entry = one("  - recommendation: Ratify", "    issues: [corruption, TORTURE, asylum seekers refugees]")
    assert entry.issues == ("Corruption", "Torture and other CID treatment", "Asylum-seekers - refugees")


def test_none_empties_category_and_issues() -> None:
    """Where what is suggested is wrong and nothing else is right."""
    entry = one("  - recommendation: Ratify", "    category: none", "    issues: none")
    assert (entry.category, entry.issues, entry.becomes) == (0, (), "recommendation")


def test_an_issue_of_ones_own_is_an_error_with_the_nearest_label() -> None:
    """Exports and tables count by the list."""
    found, problems = corrections(entries("  - recommendation: Ratify", "    issues: [Coruption]"))
    assert found == ()
    assert [(p.code, p.place.line) for p in problems] == [("CO09", 3)]
    assert "Corruption" in problems[0].what_to_do


def of_two_files(text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """The entries (file and words) and the lines where two speakers sent statements, a.md and b.txt."""
    organisation = Organisation("Sample")
    speakers = [
        Speaker(number, f"Sample Speaker {number}", "", organisation, 6, statement=f"cuba/{name}")
        for number, name in enumerate(("a.md", "b.txt"), 1)
    ]
    problems: list[Problem] = []
    found = read_corrections(raw_review(text)[0], speakers, problems)
    return [(each.statement, each.quote.words) for each in found], [str(each) for each in problems]


def test_entries_of_several_statements_are_kept_in_their_order() -> None:
    """And a name that no file has is told with all that there are."""
    found, lines = of_two_files("b.txt:\n  - missed: One\nother:\n  - missed: X\na.md:\n  - missed: Two\n")
    assert found == [("cuba/b.txt", "One"), ("cuba/a.md", "Two")]
    assert len(lines) == 1
    assert lines[0].endswith(" Known here: a.md, b.txt.")


def test_a_name_or_an_issue_half_of_which_is_right_is_near_enough() -> None:
    """Files come again in another format, and people write their own word for an issue."""
    assert f"Did you mean {FILE}?" in corrections("legal-aid.docx:\n  - missed: Ratify\n")[1][0].what_to_do
    [found] = corrections(entries("  - recommendation: Ratify", "    issues: [health care]"))[1]
    assert "Did you mean Right to health?" in found.what_to_do


def test_a_file_that_was_to_be_corrections_yaml_is_told_of_unless_there_is_one() -> None:
    """Decisions that nobody reads would be missed late."""
    raw = raw_session(files=("statements/legal-aid.md", "corrections.yaml.txt"))
    [found] = validate_session(raw)[1]
    assert (found.code, found.place.file) == ("SF08", "upr30/cuba/corrections.yaml.txt")
    [review] = raw.reviews
    there = replace(review, corrections_file=review.files[0])
    assert [each.code for each in validate_session(replace(raw, reviews=(there,)))[1]] == ["SP09"]


def test_as_many_entries_quotes_and_letters_as_the_limit_says_are_read() -> None:
    """2,000 entries, 100 quotes of 20,000 letters; a longer list is called so."""
    assert len(corrections(entries(*["  - missed: A"] * 2_000))[0]) == 2_000
    [found] = corrections(entries(*["  - missed: A"] * 2_001))[1]
    assert "is a longer list" in found.what
    join = f"    join: [{', '.join(['P'] * 100)}]"
    assert len(one("  - recommendation: Ratify", join).joined) == 100
    assert problems_of(entries("  - recommendation: Ratify", join.replace("]", ", P]"))) == [("FO02", 3, 11)]
    assert len(one(f"  - missed: {'x' * 20_000}").quote.words) == 20_000
    assert problems_of(entries(f"  - missed: {'x' * 20_001}")) == [("FO04", 2, 13)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["  - missed: Why?", "    as: question", "    category: 5"],
            "category does not go with a question.",
        ),
        (
            ["  - missed: Ratify", "    decision: reject", "    limits: Rat"],
            "limits does not go with decision: reject.",
        ),
        (
            ["  - recommendation: Ratify", "    decision: reject", "    category: 5", "    limits: Rat"],
            "limits does not go with decision: reject.",
        ),
        (["  - reported: Ratify", "    issues: [Torture]"], "issues does not go with what is only reported."),
    ],
)
def test_of_several_lines_that_do_not_go_together_one_pair_is_told(lines: list[str], expected: str) -> None:
    """One at a time is enough to act on."""
    [found] = corrections(entries(*lines))[1]
    assert (found.code, found.what) == ("CO02", expected)
