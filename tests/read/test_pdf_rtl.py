"""Text that runs from right to left, out of PDF: letters, numbers and brackets in the order of reading."""

from __future__ import annotations

import pytest

from pipeline.read.pdf.rtl import brackets_are_turned, ligature, runs
from pipeline.read.pdf.types import Glyph


@pytest.mark.parametrize(("glyph", "read"), [("ال", "لا"), ("أل", "لأ"), ("fi", "fi"), ("من", "من")])
def test_the_letters_of_a_ligature_are_in_their_order(glyph: str, read: str) -> None:
    """Lam and alef are one sign in print; alef and lam never are."""
    assert ligature(glyph) == read


def test_brackets_that_stand_the_wrong_way_round_are_found() -> None:
    assert brackets_are_turned("في )كانون الثاني( الماضي")
    assert not brackets_are_turned("في (كانون الثاني) الماضي")


def test_a_number_is_beside_the_word_at_its_far_end() -> None:
    """Printed from the left: 2022, a blank, the word before it."""
    word = [Glyph("ع", 60, 65, 0), Glyph("ا", 55, 60, 1)]
    number = [Glyph(digit, 30 + 5 * place, 35 + 5 * place, 2 + place) for place, digit in enumerate("2022")]
    found = runs(word + number)
    assert [run for run, _ in found] == [0, 1, 2, 2, 2, 2]
    assert {(edge.x0, edge.x1) for _, edge in found[2:]} == {(30, 50)}
