"""The draft of corrections.yaml: everything that was found, around what staff wrote, which is never lost."""

from __future__ import annotations

from dataclasses import replace

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from pipeline.models.findings import Findings
from pipeline.problems import CommandError
from tests.decide.desk import (
    FILE,
    LAWYER,
    PUBLISH,
    RATIFY,
    TEXTS,
    corrections,
    drafted,
    entries,
    findings,
    recommendation,
)
from tests.growth import grows_in_proportion, seconds


def heads(text: str) -> list[str]:
    """What the entries of a file quote, in their order."""
    return [correction.quote.words for correction in corrections(text)[0]]


def without_ours(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#:")]


def test_a_first_draft_lists_everything_in_reading_order_undecided() -> None:
    """Recommendations, questions and what was set aside, each with place and reason in comments."""
    text = drafted()
    assert heads(text)[1:4] == [LAWYER, PUBLISH, RATIFY]
    assert len(heads(text)) == 6
    assert not any(correction.is_decided for correction in corrections(text)[0])
    assert "  #: paragraph 4: item of a list\n" in text
    assert "#: speaker 1, English\n" in text


def test_a_draft_is_the_same_when_made_again() -> None:
    """Nothing piles up."""
    first = drafted()
    assert drafted(first) == first


def test_same_words_in_two_paragraphs_are_drafted_with_their_number() -> None:
    """So that each can be decided."""
    text = drafted()
    assert text.count("    paragraph: 2\n") == 1
    assert text.count("    paragraph: 6\n") == 1


WRITTEN = entries(
    "  # agreed with the speaker on Monday",
    f"  - recommendation: '{RATIFY}'   # twice in the text",
    "    paragraph: 6",
    "    decision: accept",
    "    # and see the annex",
    "",
    "  # the next two belong together",
    f'  - recommendation: "{LAWYER}"',
    "    decision: reject",
    "    because: |",
    "      # not a comment",
    "      only a wish",
)


def test_what_staff_wrote_stays_letter_by_letter_in_its_order() -> None:
    """Their comments before, within and behind an entry too; the new is added around."""
    text = drafted(WRITTEN)
    assert [line for line in without_ours(text) if line in without_ours(WRITTEN)] == without_ours(WRITTEN)
    assert len(heads(text)) == 6
    assert drafted(text) == text


def test_new_items_stand_after_what_is_before_them_in_the_statement() -> None:
    """An entry of staff out of order stays where they put it."""
    text = drafted(entries(f"  - recommendation: {PUBLISH}", "    decision: accept"))
    assert heads(text)[1:4] == [LAWYER, PUBLISH, RATIFY]


def test_the_comment_of_a_decided_entry_tells_what_it_is_now() -> None:
    """Also after the decision."""
    text = drafted(entries(f"  - recommendation: {LAWYER}", "    decision: reject"))
    assert "  #: rejected, paragraph 4: item of a list\n" in text


def test_what_fits_no_more_is_kept_at_the_end_under_a_mark() -> None:
    """With staff's comments; the mark is written once."""
    old = entries(
        "  # our own words",
        "  - recommendation: Abolish the sample levy on books and maps",
        "    decision: accept",
        f"  - recommendation: {LAWYER}",
        "    decision: accept",
    )
    text = drafted(old)
    assert heads(text)[-1] == "Abolish the sample levy on books and maps"
    lines = text.splitlines()
    mark = next(n for n, line in enumerate(lines) if "not found in the statement any more" in line)
    assert lines[mark - 1].strip() == "# our own words"
    assert drafted(text) == text


def test_an_entry_of_ours_that_fits_no_more_is_left_out() -> None:
    """Nobody decided it, and nobody wrote to it."""
    fewer = Findings(findings().recommendations[:1])
    text = drafted(drafted(), found=fewer)
    assert heads(text) == [LAWYER]


def test_an_undecided_entry_with_a_word_of_staff_is_kept() -> None:
    """A comment is work too."""
    old = drafted().replace("  #: paragraph 5: item of a list\n", "  # ask Monday\n")
    text = drafted(old, found=Findings(findings().recommendations[:1]))
    assert heads(text) == [LAWYER, PUBLISH]
    assert "  # ask Monday\n" in text


def test_other_words_in_the_statement_are_shown() -> None:
    """So that staff can copy them."""
    quoted = "Guarantee free access to a lawyer from the very first hour of detention"
    text = drafted(entries(f"  - recommendation: {quoted}", "    decision: accept"))
    said = " ".join(text.replace("#:", "").split())
    assert f"the statement has other words now: {LAWYER}" in said
    assert heads(text).count(quoted) == 1
    assert LAWYER not in heads(text)


def test_statements_that_are_named_no_more_are_kept_at_the_end() -> None:
    """What was decided in them; what was only drafted is left out."""
    old = drafted(entries(f"  - recommendation: {LAWYER}", "    decision: accept")).replace(
        FILE, "statements/v1.md"
    )
    text = drafted(old)
    assert text.index(f"{FILE}:") < text.index("#: ====") < text.index("statements/v1.md:")
    assert "decision: accept" in text.split("statements/v1.md:")[1]
    assert text.split("statements/v1.md:")[1].count("- ") == 1
    assert drafted(text) == text


@pytest.mark.parametrize("indent", ["", "  ", "      "])
def test_new_entries_are_indented_like_staffs(indent: str) -> None:
    """A file that began with another depth goes on so."""
    old = f"{FILE}:\n{indent}- recommendation: {LAWYER}\n{indent}  decision: accept\n"
    assert f"\n{indent}- recommendation: >\n" in drafted(old)


def test_line_ends_of_windows_stay() -> None:
    """Every line has the same end."""
    text = drafted(WRITTEN.replace("\n", "\r\n"))
    assert text.count("\n") == text.count("\r\n")
    assert drafted(text) == text


def test_a_lone_dash_above_its_entry_is_understood() -> None:
    """As some editors write it."""
    old = entries("  -", "    # first", f"    recommendation: {LAWYER}", "    decision: accept")
    assert "  -\n    # first\n    recommendation:" in drafted(old)


def test_a_file_of_comments_alone_is_kept_and_filled() -> None:
    """Nothing of it is lost."""
    text = drafted("# for the second reading\n")
    assert "# for the second reading\n" in text
    assert len(heads(text)) == 6


@pytest.mark.parametrize(
    "text",
    [
        f"{{{FILE}: [{{recommendation: {LAWYER}}}]}}",
        f"{FILE}: [{{recommendation: {LAWYER}}}, {{recommendation: {RATIFY}, paragraph: 6}}]",
    ],
)
def test_a_layout_without_lines_of_its_own_is_refused(text: str) -> None:
    """It is told, and nothing is written."""
    with pytest.raises(CommandError, match="laid out"):
        drafted(text)


NOTES = st.lists(
    st.sampled_from(["# a note", "  # deeper", "    # deepest", "", "# - recommendation: x"]), max_size=3
)


@settings(max_examples=150, deadline=None)
@given(st.permutations(range(4)), st.lists(NOTES, min_size=5, max_size=5), st.data())
def test_comments_of_staff_are_never_lost(
    order: list[int], notes: list[list[str]], data: st.DataObject
) -> None:
    """Wherever they stand, in whatever order the entries are, decided or not, found or not."""
    quoted = [LAWYER, PUBLISH, "Judges need a law of their own", "Abolish the sample levy on books and maps"]
    lines = list(notes[4])
    for at in order:
        decision = data.draw(st.sampled_from(["", "accept", "reject", "undecided"]))
        lines += [f"  - recommendation: {quoted[at]}", f"    decision: {decision}", *notes[at]]
    old = entries(*lines)
    text = drafted(old)
    kept = [line.strip() for line in text.splitlines()]
    for line in old.splitlines():
        if line.strip().startswith("#"):
            assert kept.count(line.strip()) == old.count("\n" + line + "\n") or line.strip() in kept
    again = drafted(text)
    assert drafted(again) == again
    before = [c for c in corrections(old)[0] if c.is_decided]
    after = [c for c in corrections(text)[0] if c.is_decided]
    assert sorted(c.quote.words for c in before) == sorted(c.quote.words for c in after)


def test_a_large_file_is_drafted_in_proportion() -> None:
    """Eight hundred items, each decided, cost no more than eight times a hundred do, or little more."""

    def drafting(count: int) -> float:
        texts = (*TEXTS, *(f"Publish report number {n} on the matter of district {n}." for n in range(count)))
        found = Findings(
            tuple(recommendation(text.rstrip("."), texts, 9 + n) for n, text in enumerate(texts[9:]))
        )
        text = drafted("", found, texts).replace("    decision:\n", "    decision: accept\n")
        accepted = "    decision: accept\n"
        assert drafted(text, found, texts).count(accepted) == count
        return seconds(lambda: drafted(text, found, texts))

    assert grows_in_proportion(drafting, 800)


def test_what_is_doubtful_is_drafted_with_its_reason_and_can_be_taken_in() -> None:
    doubt = replace(recommendation("Judges need a law of their own"), why="says what must be")
    found = replace(findings(), doubtful=(doubt,))
    text = drafted(found=found)
    assert "  #: perhaps missed, paragraph 9: says what must be\n" in text
    assert "  - doubtful: >\n      Judges need a law of their own\n    decision:\n" in text
    assert drafted(text, found=found) == text
    begin = text.index("  - doubtful")
    said = text[:begin] + text[begin:].replace("decision:", "decision: accept", 1)
    again = drafted(said, found=found)
    assert "decision: accept" in again
    assert "perhaps missed, paragraph" not in again


def test_a_comment_behind_the_name_of_a_statement_that_stands_twice_is_kept() -> None:
    once = entries(f"  - recommendation: {LAWYER}", "    decision: accept")
    again = entries(f"  - recommendation: {PUBLISH}", "    decision: reject")
    text = drafted(once + again.replace(f"{FILE}:", f"{FILE}:  # the Bar asks us to call back"))
    assert "the Bar asks us to call back" in text
    assert text.count(f"{FILE}:") == 1
