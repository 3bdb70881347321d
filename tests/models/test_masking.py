"""Masked words are gone from a statement, what stands beside them is not touched."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.corrections import Correction, Quote
from pipeline.models.masking import (
    PERSONAL,
    Masking,
    hides,
    mask_corrections,
    mask_statement,
    masking_of,
    token,
)
from pipeline.models.naming import Hidden
from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run
from pipeline.models.session import Mask
from pipeline.problems import Place
from tests import build

ANNA = Masking(((0, Hidden(1, "name", "Anna Sample")),))
BOTH = Masking((*ANNA.names, (3, Hidden(0, "words", "Sample Street 7"))))


def sent(*texts: str, furniture: tuple[str, ...] = ()) -> RawStatement:
    passages = tuple(build.passage(Kind.PARAGRAPH, text) for text in texts)
    return RawStatement(FileKind.DOCX, passages, furniture=furniture)


def said(raw: RawStatement) -> list[str]:
    return [passage.text for passage in raw.passages]


def test_each_mask_takes_its_words_and_nothing_beside() -> None:
    """In passages and running heads; which masks met something is told in order."""
    raw = sent(
        "Come to Sample Street 7 now.",
        "We, Anna Sample and others, ask.",
        furniture=("By Anna Sample, p. 1",),
    )
    masked = mask_statement(raw, BOTH, "en")
    assert said(masked.raw) == ["Come to [withheld] now.", "We, [withheld] and others, ask."]
    assert masked.raw.furniture == ("By [withheld], p. 1",)
    assert (masked.used, masked.personal) == ((0, 3), ())


def test_words_that_nobody_masks_stay_as_they_are() -> None:
    """Nothing is used, nothing is hidden, not a letter differs."""
    raw = sent("We ask for fair trials.", furniture=("Page 1",))
    masked = mask_statement(raw, BOTH, "en")
    assert (masked.raw, masked.used, masked.personal) == (raw, (), ())
    assert not hides(BOTH, raw)


@pytest.mark.parametrize(
    "raw", [sent("Nothing.", "By Anna Sample."), sent("x", furniture=("a", "Anna Sample"))]
)
def test_a_statement_with_a_masked_word_anywhere_hides_something(raw: RawStatement) -> None:
    """In any passage or running head."""
    assert hides(ANNA, raw)


def test_an_address_is_masked_unasked_and_told_by_its_passage_and_kind() -> None:
    """Once for each passage and kind, however often it stands there."""
    raw = sent("None here.", "Write to a@sample.example or b@sample.example, call +41 22 555 01 01.")
    masked = mask_statement(raw, Masking(), "en")
    assert said(masked.raw)[1] == "Write to [withheld] or [withheld], call [withheld]."
    assert masked.used == (PERSONAL,)
    assert masked.personal == ((1, "e-mail address"), (1, "telephone number"))


def test_agreed_contacts_stand_but_never_a_passport_number() -> None:
    """Consent to contact is about reaching a speaker, not about documents."""
    raw = sent("Write to a@sample.example, passport no. AB1234567.")
    [text] = said(mask_statement(raw, Masking(contacts=True), "en").raw)
    assert text == "Write to a@sample.example, passport no. [withheld]."


def test_what_staff_allow_may_stand_however_it_is_written() -> None:
    """Blanks and brackets in a number do not matter, other numbers are masked still."""
    raw = sent("Call +41 (22) 555-01-01 or +41 22 555 01 02.")
    masking = Masking(allowed=("+41 22 555 01 01",))
    assert said(mask_statement(raw, masking, "en").raw) == ["Call +41 (22) 555-01-01 or [withheld]."]


def test_of_masks_that_overlap_the_longest_stands() -> None:
    """One visible mask, no rest of the longer words beside it."""
    names = ((0, Hidden(0, "words", "Sample")), (1, Hidden(0, "words", "Sample Street 7")))
    masked = mask_statement(sent("At Sample Street 7, Sample."), Masking(names), "en")
    assert said(masked.raw) == ["At [withheld], [withheld]."]
    assert masked.used == (0, 1)


def test_a_name_over_several_runs_is_taken_out_of_all_of_them() -> None:
    """One mask; notes and emphasis of the rest stay, addresses of links go."""
    runs = (
        Run("By Anna ", bold=True),
        Run("Sam", italic=True),
        Run("", note="1"),
        Run("ple and friends", link="https://sample.example/anna"),
    )
    masked = mask_statement(RawStatement(FileKind.DOCX, (Passage(Kind.PARAGRAPH, runs),)), ANNA, "en")
    assert masked.raw.passages[0].runs == (
        Run("By [withheld]", bold=True),
        Run("", note="1"),
        Run(" and friends"),
    )


def test_two_names_in_one_run_are_both_taken() -> None:
    """And the words between, before and after them stay."""
    names = ((0, Hidden(0, "words", "Alpha")), (1, Hidden(0, "words", "Beta")))
    masked = mask_statement(sent("a Alpha b Beta c"), Masking(names), "en")
    assert said(masked.raw) == ["a [withheld] b [withheld] c"]


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en", "[withheld]"),
        ("fr", "[non publié]"),
        ("ar", "[محجوب]"),
        ("de", "[withheld]"),
        ("", "[withheld]"),
    ],
)
def test_the_mask_is_in_the_language_of_the_statement(language: str, mark: str) -> None:
    """English where we have no word."""
    assert token(language) == mark
    assert said(mask_statement(sent("Anna Sample"), ANNA, language).raw) == [mark]


def test_corrections_quote_the_statement_as_it_is_masked() -> None:
    """The quote, its parts and what was joined to it, each at its place; nothing else of the entry changes."""
    here, there = Place("a.yaml", 3), Place("a.yaml", 9)
    quotes = Quote("Anna Sample asks.", here), Quote("Ask Anna Sample!", there)
    given = Correction(
        "s.docx", quotes[0], "recommendation", parts=(quotes[1],), joined=(quotes[0],), place=there
    )
    [changed] = mask_corrections([given], ANNA, "fr")
    first, second = Quote("[non publié] asks.", here), Quote("Ask [non publié]!", there)
    assert (changed.quote, changed.parts, changed.joined) == (first, (second,), (first,))
    assert (changed.statement, changed.kind, changed.place) == ("s.docx", "recommendation", there)


def test_a_mask_of_a_speaker_takes_only_what_the_edition_withholds_of_that_speaker() -> None:
    """Each mask keeps its place in the list; those of the other edition are left out, words belong to nobody."""
    review = build.a_review(
        [
            build.a_speaker(1, consent=build.consent("organisation", "statement", "contact")),
            build.a_speaker(2, consent=build.consent("organisation", "statement")),
        ],
        masks=(
            Mask(words="Elsewhere", editions=frozenset({"public"})),
            Mask(words="Sample Street 7"),
            Mask(speaker=2),
        ),
        allowed=("Fine Word",),
    )
    masking = masking_of(review, review.speakers[0], "room")
    assert masking.names == (
        (1, Hidden(0, "words", "Sample Street 7")),
        (2, Hidden(2, "name", "Sample Speaker 2")),
    )
    assert (masking.allowed, masking.contacts) == (("Fine Word",), True)
    public = masking_of(review, review.speakers[1], "public")
    assert [number for number, _ in public.names] == [0, 1, 2]
    assert public.contacts is False


def test_addresses_are_told_of_every_passage() -> None:
    """Not of the last alone."""
    raw = sent("a@sample.example", "b@sample.example")
    told = mask_statement(raw, Masking(), "en").personal
    assert told == ((0, "e-mail address"), (1, "e-mail address"))


PARTS = st.lists(st.sampled_from(["Alpha", "Beta", " and ", ", ", "ed", "."]), max_size=8).map(tuple)


@given(PARTS, st.lists(st.integers(0, 40), max_size=6))
def test_masks_take_the_same_words_however_a_passage_is_cut_into_runs(
    parts: tuple[str, ...], cuts: list[int]
) -> None:
    """What is masked of the whole text is masked of its runs; every other letter stays in its order."""
    text = "".join(parts)
    at = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    runs = tuple(Run(text[a:b], bold=bool(n % 2)) for n, (a, b) in enumerate(itertools.pairwise(at)))
    masking = Masking(((0, Hidden(0, "words", "Alpha")), (1, Hidden(0, "words", "Beta"))))
    raw = RawStatement(FileKind.DOCX, (Passage(Kind.PARAGRAPH, runs),))
    [masked] = said(mask_statement(raw, masking, "en").raw)
    assert masked == re.sub(r"(?<!\w)(?:Alpha|Beta)(?!\w)", "[withheld]", text)


def test_words_that_may_stand_are_not_masked_as_a_name() -> None:
    """A mask of a speaker keeps to what staff allow."""
    masking = Masking(ANNA.names, allowed=("Anna Sample",))
    assert said(mask_statement(sent("Anna Sample, Ms Sample"), masking, "en").raw) == [
        "Anna Sample, [withheld]"
    ]


def test_of_overlapping_masks_the_longer_stands_and_of_equal_ones_the_first() -> None:
    """Which mask is told as used depends on nothing else."""

    def used(text: str, *words: str) -> tuple[list[str], tuple[int, ...]]:
        names = tuple((number, Hidden(0, "words", each)) for number, each in enumerate(words))
        masked = mask_statement(sent(text), Masking(names), "en")
        return said(masked.raw), masked.used

    assert used("a b c d", "a b", "b c d") == (["a [withheld]"], (1,))
    assert used("a b c d", "b c d", "a b") == (["a [withheld]"], (0,))
    assert used("a b c", "b c", "a b") == (["[withheld] c"], (1,))
    assert used("a b c", "a b", "b c") == (["[withheld] c"], (0,))
    assert used("a b", "a b", "A B") == (["[withheld]"], (0,))
    assert used("one two three", "two three", "one") == (["[withheld] [withheld]"], (0, 1))
    assert used("x@sample.example", "sample")[1] == (PERSONAL,)


@pytest.mark.parametrize("allowed", ["a.b@sample.example", "+41 22 555 01 02", "first_last@sample.example"])
def test_an_address_that_may_stand_is_compared_by_its_letters_figures_and_signs(allowed: str) -> None:
    """Other addresses of the same letters are masked."""
    raw = sent(allowed.upper(), "ab@sample.example; x@sample.example; +41 22 555 01 03")
    first, second = said(mask_statement(raw, Masking(allowed=(allowed,)), "en").raw)
    assert first == allowed.upper()
    assert second == "[withheld]; [withheld]; [withheld]"
