"""The catalogues that come with presession: every sentence in every language, every form, every gap."""

from __future__ import annotations

import string
from pathlib import Path

import pytest

from pipeline import read, validate
from pipeline.models.raw import RawMap
from pipeline.models.templates import RawCatalogue, RawTemplates

LANGUAGES = ("ar", "en", "es", "fr", "pt", "ru", "zh")
# Where the words for one and two of a thing say the number themselves.
SAYS_ITS_NUMBER = {"ar": (1, 2)}


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> RawTemplates:
    return read.read_templates(Path(tmp_path_factory.mktemp("none")))


def catalogue(raw: RawTemplates, language: str) -> RawCatalogue:
    return next(each for each in raw.catalogues if each.language == language)


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_seven_languages_are_there_without_a_problem(raw: RawTemplates) -> None:
    """The six languages of the United Nations and Portuguese pass every check of catalogues."""
    assert isinstance(raw.pack, RawMap)
    _, problems = validate.validate_templates(raw)
    assert tuple(sorted(each.language for each in raw.catalogues)) == LANGUAGES
    assert list(map(str, problems)) == []


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_sentence_is_there_in_every_form(raw: RawTemplates, language: str) -> None:
    """No sentence is left out and none is empty."""
    made = catalogue(raw, language)
    assert {each.english for each in made.messages} == {each.english for each in raw.sentences}
    for message in made.messages:
        assert len(message.translations) == (made.forms if message.plural else 1), message.english
        assert all(message.translations), message.english


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_gap_of_a_sentence_is_in_its_translation(raw: RawTemplates, language: str) -> None:
    """No number, name or page gets lost; blanks at the ends of a sentence are kept."""
    for message in catalogue(raw, language).messages:
        for form, words in enumerate(message.translations):
            wanted = gaps(message.english)
            if message.plural and (form in SAYS_ITS_NUMBER.get(language, ()) or form == 0):
                wanted -= {"n"}
            assert wanted <= gaps(words), (message.english, words)
            assert words.startswith(" ") == message.english.startswith(" "), message.english


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("ar", ["توصية واحدة", "توصيتان", "3 توصيات", "11 توصية", "100 توصية"]),
        ("ru", ["1 рекомендация", "2 рекомендации", "3 рекомендации", "11 рекомендаций", "100 рекомендаций"]),
        ("zh", ["1项建议", "2项建议", "3项建议", "11项建议", "100项建议"]),
        ("pt", ["1 recomendação", "2 recomendações", "3 recomendações"]),
    ],
)
def test_numbers_take_the_form_that_the_language_wants(
    raw: RawTemplates, language: str, counted: list[str]
) -> None:
    """One, two, some, many: by the plural rule of each language (Unicode CLDR, plural rules)."""
    templates, _ = validate.validate_templates(raw)
    assert templates is not None
    words = templates.wording(language)
    said = [words.count("{n} recommendation", "{n} recommendations", n) for n in (1, 2, 3, 11, 100)]
    assert said[: len(counted)] == counted
