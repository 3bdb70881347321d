"""What is told of the translations of a catalogue, and what a pack then says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.models.templates import RawCatalogue, RawMessage, RawTemplates
from pipeline.problems import Place, Problem
from pipeline.validate.template_words import check_words

AT = Place("templates/locale/fr/LC_MESSAGES/presession.po")


def message(english: str, *translations: str, plural: str = "", line: int = 9) -> RawMessage:
    return RawMessage(english, plural, translations, replace(AT, line=line))


SENTENCES = (
    message("Agenda"),
    message("p. {page}"),
    message("{n} word", "", "", plural="{n} words in {file}"),
)
GOOD = (
    message("Agenda", "Ordre du jour"),
    message("p. {page}", "p. {page}"),
    message("{n} word", "un mot", "{n} mots", plural="{n} words in {file}"),
)


def told(catalogue: RawCatalogue) -> list[str]:
    problems: list[Problem] = []
    check_words(RawTemplates(None, None, (catalogue,), sentences=SENTENCES), problems)
    assert all(each.place.file == AT.file for each in problems)
    return [f"{each.place.line} {each.code}: {each.what} {each.what_to_do}" for each in problems]


def french(*messages: RawMessage, rule: str = "n > 1", forms: int = 2, language: str = "fr") -> RawCatalogue:
    given = {each.english for each in messages}
    rest = tuple(each for each in GOOD if each.english not in given)
    return RawCatalogue(language, (*rest, *messages), rule, forms, AT)


def brace(english: str) -> str:
    fault = f'the translation of "{english}" has braces that are not in pairs or hold more than a name.'
    return f"9 TE09: {fault} Write gaps as in the English sentence, such as {{page}}."


def gap(name: str, known: str) -> str:
    fault = f"the translation has the gap {{{name}}}, which the English sentence does not have."
    return f"9 TE08: {fault} Gaps of this sentence: {known}. They are not translated."


def forms(english: str, count: int) -> str:
    fault = f'the translation of "{english}" needs {count} form(s), each with words.'
    return f"9 TE15: {fault} Fill every msgstr of the entry."


WORDS = "{n} words in {file}"


@pytest.mark.parametrize(
    ("wrong", "lines"),
    [
        (message("Agenda", "x {page} {a}"), [gap("a", "none"), gap("page", "none")]),
        (message("p. {page}", "p. {pages}"), [gap("pages", "{page}")]),
        (message("p. {page}", "p. {page"), [brace("p. {page}")]),
        (message("p. {page}", "p. {page!r}"), [brace("p. {page}")]),
        (message("p. {page}", "p. {page:>9}"), [brace("p. {page}")]),
        (message("p. {page}", "p. {page.x}"), [brace("p. {page}")]),
        (message("p. {page}", "p. {}"), [brace("p. {page}")]),
        (message("p. {page}", "{{literally}} {page}"), []),
        (message("p. {page}", "no page"), []),
        (message("p. {page}", "p. {page}", "p. {page}"), [forms("p. {page}", 1)]),
        (message("{n} word", "{n} mot", plural=WORDS), [forms("{n} word", 2)]),
        (message("{n} word", "{n} mot", "", plural=WORDS), [forms("{n} word", 2)]),
        (message("{n} word", "{", "{n} {x}", plural=WORDS), [brace("{n} word"), gap("x", "{file}, {n}")]),
        (message("{n} word", "{file}", "{n} {file}", plural=WORDS), []),
    ],
)
def test_a_translation_that_cannot_be_filled_is_told_of(wrong: RawMessage, lines: list[str]) -> None:
    """Every gap that English does not have, every brace, every form that is not there: at its line."""
    assert told(french(wrong)) == lines


def test_a_sentence_that_the_pack_does_not_have_is_told_of_and_not_read_further() -> None:
    """Its braces do not matter."""
    assert told(french(message("Agneda", "{"))) == [
        '9 TE10: the pack has no sentence "Agneda"; its translation is not used. Copy the sentence from the '
        "catalogue that comes with presession, letter by letter."
    ]


def test_sentences_without_a_translation_are_counted() -> None:
    """Not those of the English catalogue, which are the sentences themselves."""
    bare = replace(french(), messages=(GOOD[0], message("p. {page}", "")))
    assert told(bare) == [
        "0 TE11: 2 sentence(s) have no translation in the catalogue fr; they are printed in English. "
        "Translate the entries whose msgstr is empty."
    ]
    assert told(replace(bare, language="en")) == []


@pytest.mark.parametrize("language", ["fr", "fil"])
def test_a_language_has_two_or_three_small_letters(language: str) -> None:
    """As in ISO 639."""
    assert told(french(language=language)) == []


@pytest.mark.parametrize("language", ["f", "fran", "Fr", "f1", "frañ", "é"])
def test_what_is_no_language_code_is_told_of(language: str) -> None:
    """With the name as it is written."""
    assert told(french(language=language)) == [
        f"0 TE13: {language} is not a language code. Name the folder by a code of two or three letters, such as fr."
    ]


@pytest.mark.parametrize(
    ("rule", "count"),
    [
        *(("n > 1", 1), ("n / 0", 2), ("n +", 2), ("-1", 2), ("n == 1000 ? 2 : 0", 2)),
        *(
            ("n == 0 ? 2 : 0", 2),
            ("n == 111 ? 2 : 0", 2),
            ("n != 1 ? n : 0", 5),
            ("(" * 200 + "n" + ")" * 200, 2),
        ),
    ],
)
def test_a_plural_rule_that_gives_no_form_is_told_of(rule: str, count: int) -> None:
    """Asked for nought, for large numbers and those between; the other messages are still read."""
    words = message("{n} word", *["{n} mots"] * count, plural=WORDS)
    [line] = told(french(words, rule=rule, forms=count))
    assert line.startswith(f"0 TE12: the plural rule {rule[:100]}")
    assert f" cannot be used with {count} form(s). Correct Plural-Forms" in line or len(rule) > 100


def test_what_is_translated_is_said_and_the_rest_is_english() -> None:
    """The words of a language, and English without a catalogue."""
    made = check_words(RawTemplates(None, None, (french(),), sentences=SENTENCES), [])
    assert list(made) == ["en", "fr"]
    english, translated = made["en"], made["fr"]
    assert (english.language, dict(english.messages), dict(english.plurals)) == ("en", {}, {})
    assert (translated.language, translated.plural_rule) == ("fr", "n > 1")
    assert dict(translated.messages) == {"Agenda": "Ordre du jour", "p. {page}": "p. {page}"}
    assert dict(translated.plurals) == {"{n} word": ("un mot", "{n} mots")}


def test_a_rule_that_cannot_be_used_is_that_of_english_until_it_is_corrected() -> None:
    """Whoever counts with it meets no second error."""
    made = check_words(RawTemplates(None, None, (french(rule="n / 0"),), sentences=SENTENCES), [])
    assert made["fr"].plural_rule == "n != 1"


def test_without_the_list_of_sentences_every_translation_is_taken() -> None:
    """Nothing can be held against it then, and none is missing."""
    problems: list[Problem] = []
    made = check_words(RawTemplates(None, None, (french(message("Mine", "Le mien")),)), problems)
    assert problems == []
    assert made["fr"]("Mine") == "Le mien"


def test_the_catalogue_of_english_stands_over_the_sentences() -> None:
    """Staff prefer other words."""
    own = french(message("Agenda", "Order of the day"), language="en")
    made = check_words(RawTemplates(None, None, (own,), sentences=SENTENCES), [])
    assert made["en"]("Agenda") == "Order of the day"
