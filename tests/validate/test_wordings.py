"""Languages in which packs are to be made and for which there are no words."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.models.templates import Wording
from pipeline.validate import validate_session, validate_wordings
from tests.build import the_templates
from tests.validate.raw_session import raw_session


def told(*languages: str, known: tuple[str, ...] = ("fr", "en")) -> list[str]:
    """The lines about packs in `languages` where there are catalogues for `known`."""
    session, _ = validate_session(raw_session())
    assert session is not None
    words = dataclasses.replace(the_templates(), wordings={code: Wording(code) for code in known})
    session = dataclasses.replace(session, pack_languages=languages)
    return [str(found) for found in validate_wordings(session, words)]


def line(language: str, known: str) -> str:
    return (
        f"upr30/session.yaml: warning SE10: there is no catalogue of the pack's words in {language}; that pack says"
        f" everything in English. Write templates/locale/{language}/LC_MESSAGES/presession.po, or choose among {known}."
    )


@pytest.mark.parametrize(
    ("languages", "expected"),
    [(("en",), []), (("en", "fr"), []), (("en", "it", "fr", "sw"), ["it", "sw"])],
)
def test_each_pack_language_without_a_catalogue_is_told_of(
    languages: tuple[str, ...], expected: list[str]
) -> None:
    """In their order, each with the languages that there are, by the alphabet."""
    assert told(*languages) == [line(language, "en, fr") for language in expected]
