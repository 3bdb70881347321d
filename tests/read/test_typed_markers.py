"""Markers typed without a blank, or in the manner of a country, are markers; words and numbers are not."""

from __future__ import annotations

import pytest

from pipeline.read.marks import split_marker


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("--Publicar el registro", "--"),
        ("–Publicar el registro", "–"),
        ("1.- Publicar el registro", "1.-"),
        ("2º. Que se publique", "2º."),
    ],
)
def test_markers_as_they_are_typed_in_spanish(line: str, marker: str) -> None:
    """ "1.-" and glued dashes."""
    assert split_marker(line, set())[0] == marker


@pytest.mark.parametrize(
    "line", ["–5 degrees", "--verbose is an option", "1.5 million people", "§ 5 says so"]
)
def test_what_only_looks_like_a_marker_stays_text(line: str) -> None:
    """No word is lost."""
    assert split_marker(line, set()) == ("", 0)


def test_a_copied_bullet_of_word_is_one() -> None:
    """The sign that Word keeps for its square bullet, pasted as text."""
    assert split_marker("§ La libération des prisonniers", set()) == ("▪", 2)


@pytest.mark.parametrize(
    ("line", "marker"),
    [
        ("11-الإفراج عن الطلاب", "11-"),
        ("أ- وقف الهدم", "أ-"),
        ("15-18 عاما", ""),
        ("一、释放记者", "一、"),
        ("（二）停止审查", "（二）"),
        ("3、公布报告", "3、"),
        ("1.立即释放", "1."),
        ("2019年", ""),
    ],
)
def test_arabic_and_chinese_markers_need_no_blank(line: str, marker: str) -> None:
    """A number with a dash before a figure is no marker, nor is a year."""
    assert split_marker(line, set())[0] == marker


def test_letters_with_a_full_stop_count_on() -> None:
    """In the old and the new Arabic order, and in Russian; alone a letter is an initial."""
    for row in ("أبجد", "أبتث", "абвг"):
        seen: set[str] = set()
        assert [split_marker(f"{letter}. نص", seen)[0] for letter in row] == [f"{letter}." for letter in row]
    assert split_marker("د. سامي", set()) == ("", 0)
    assert split_marker("г. Гавана", set()) == ("", 0)


@pytest.mark.parametrize(
    ("typed", "marker", "words"),
    [
        ("a)Publish the report", "a)", "Publish the report"),
        ("(b)Publish", "(b)", "Publish"),
        ("(iii)Évaluer", "(iii)", "Évaluer"),
        ("12.Adopt the law", "12.", "Adopt the law"),
        ("3)Adopt", "3)", "Adopt"),
        ("2.5Million", "", "2.5Million"),
        ("3)B", "", "3)B"),
        ("A.Smith wrote it", "", "A.Smith wrote it"),
    ],
)
def test_a_marker_may_have_lost_its_blank_before_a_capital(typed: str, marker: str, words: str) -> None:
    found, length = split_marker(typed, set())
    assert (found, typed[length:]) == (marker, words)


@pytest.mark.parametrize(
    ("typed", "marker", "words"),
    [
        ("👉 Suspendre les expulsions", "👉", "Suspendre les expulsions"),
        ("🔴 1️⃣ Moratoire", "1.", "Moratoire"),
        ("⚖️ Justice pour tous", "⚖️", "Justice pour tous"),
        ("✓ Fait", "✓", "Fait"),
        ("📞 022 000 00 00", "", "📞 022 000 00 00"),
        ("🙂", "", "🙂"),
        ("2 lois", "", "2 lois"),
    ],
)
def test_pictures_typed_as_bullets_are_markers(typed: str, marker: str, words: str) -> None:
    found, length = split_marker(typed, set())
    assert (found, typed[length:]) == (marker, words)
