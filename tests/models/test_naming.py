"""A name is found however it is written, and not inside other words."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest

from pipeline.models.naming import Hidden, find, hidden_by, is_in_name_of_file, places, withheld
from pipeline.models.session import Consent, Organisation
from tests import build

NAME = Hidden(1, "name", "Jana Ejemplova")


@pytest.mark.parametrize(
    "text",
    [
        "Jana Ejemplova said",
        "EJEMPLOVA Jana",
        "Ejemplova, Jana",
        "J. Ejemplova",
        "Ms Ejemplova",
        "the house of Ejemplova",
        "Jana\nEjemplova",
        "Jana Ejem-\nplova",
        "Ja\u00adna Ejemplova",
        "jana.ejemplova@sample.example",
        unicodedata.normalize("NFD", "JÁNA Éjemplová"),
    ],
)
def test_a_name_is_found(text: str) -> None:
    """In any case, order and spelling of accents, with initials, over line breaks and in addresses."""
    assert find(text, NAME)


@pytest.mark.parametrize("text", ["Ejemplovanian", "Jana said", "", "an ejemplova tree", "Ej. Jan"])
def test_other_words_are_not_the_name(text: str) -> None:
    """No hits inside of other words, in small letters, or by a first name alone."""
    assert find(text, NAME) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("王小明", "我叫王小明。"),
        ("محمد مثال", "قال محمد مثال"),
        ("Иван Примеров", "с Иваном Примеровым"),
        ("Anne-Marie O'Sample", "d’Anne Marie O’Sample"),
        ("María José Pérez Ejemplo", "la Sra. Perez"),
    ],
)
def test_names_of_other_scripts_and_of_several_parts(name: str, text: str) -> None:
    """Chinese without blanks, Arabic, Russian declined, hyphens and two surnames."""
    assert find(text, Hidden(1, "name", name))


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("statements/jana-ejemplova.docx", True),
        ("statements/JanaEjemplova_final.docx", True),
        ("statements/jejemplova.pdf", True),
        ("statements/ejemplovanian.pdf", False),
        ("statements/speaker-2.pdf", False),
    ],
)
def test_the_name_of_a_file_can_name_somebody(path: str, named: bool) -> None:
    """Run together, with an initial, in small letters."""
    assert is_in_name_of_file(path, NAME) is named


def named(text: str, *hidden: Hidden, allowed: tuple[str, ...] = ()) -> list[tuple[str, int]]:
    return [(text[start:end], each.number) for start, end, each in places(text, hidden or (NAME,), allowed)]


def test_every_place_is_told_in_the_order_of_the_text_and_of_overlapping_ones_the_longest() -> None:
    """Of two that are as long, that of the first speaker."""
    other = Hidden(2, "name", "Jana Ejemplova Smith")
    text = "Ms Ejemplova, then Jana Ejemplova Smith; J. Ejemplova!"
    assert named(text) == [("Ms Ejemplova", 1), ("Jana Ejemplova", 1), ("J. Ejemplova", 1)]
    assert named(text, other, NAME) == [("Ms Ejemplova", 1), ("Jana Ejemplova Smith", 2), ("J. Ejemplova", 1)]
    assert named("Jana Ejemplova", Hidden(2, "name", "Jana Ejemplova"), NAME) == [("Jana Ejemplova", 1)]
    assert named("Nobody is here.") == []
    touching = Hidden(2, "words", "of"), Hidden(3, "words", "fice")
    assert named("of fice", *touching) == [("of", 2), ("fice", 3)]


def test_words_that_are_allowed_stand_with_every_part_of_them() -> None:
    """In any case and accents; the same name in another form does not."""
    assert named("Jána EJEMPLOVA came.", allowed=("Jana Ejemplova",)) == []
    assert named("Jana Ejemplova; Ms Ejemplova", allowed=("Jana Ejemplova",)) == [("Ms Ejemplova", 1)]
    assert named("Jana Ejemplova", allowed=("Ejemplova",)) == [("Jana Ejemplova", 1)]
    assert named("House Ejemplova: by Jana Ejemplova", allowed=("Ejemplova", "x")) == [("Jana Ejemplova", 1)]


def test_what_is_hidden_of_a_speaker_is_what_the_edition_may_not_show() -> None:
    """The name; the organisation with its members and acronym; nothing that is not there."""
    organisation = Organisation("Sample Union", "SU", members=("North", " "))
    speaker = build.a_speaker(3, name="Jana Ejemplova", organisation=organisation, consent=build.NOTHING)
    name = Hidden(3, "name", "Jana Ejemplova")
    whole = tuple(Hidden(3, "organisation", words) for words in ("Sample Union", "North"))
    assert hidden_by(speaker, "room") == (name, *whole, Hidden(3, "acronym", "SU"))
    for item, left in (("name", (*whole, Hidden(3, "acronym", "SU"))), ("organisation", (name,))):
        agreed = build.a_speaker(
            3,
            name="Jana Ejemplova",
            organisation=organisation,
            consent=build.consent(item),  # type: ignore[arg-type]
        )
        assert hidden_by(agreed, "public") == left


def test_what_one_speaker_agreed_to_show_is_no_secret_of_another() -> None:
    """The same organisation, its acronym, its members and a name, in any spelling; each secret once."""
    union = Organisation("Sample  UNION", "SU", members=("North",))
    shy = build.a_speaker(1, name="Jana", organisation=union, consent=build.NOTHING)
    open_one = build.a_speaker(
        2,
        name="Jana",
        organisation=Organisation("Sample union", "su", members=("NORTH",)),
        consent=build.NOTHING,
    )
    review = build.a_review([shy, open_one])
    assert [each.words for each in withheld(review, "room")] == [
        *("Jana", "Sample  UNION", "North", "SU"),
        *("Jana", "Sample union", "NORTH", "su"),
    ]
    for item, left in (("organisation", ["Jana"]), ("name", ["Sample  UNION", "North", "SU"])):
        agreed = dataclasses.replace(open_one, consent=build.consent(item))  # type: ignore[arg-type]
        found = withheld(build.a_review([shy, agreed]), "room")
        assert [each.words for each in found if each.number == 1] == left
    third = build.a_speaker(3, name="Petra", organisation=union, consent=build.consent("organisation"))
    found = withheld(build.a_review([shy, build.a_speaker(2, name="Ola"), third]), "room")
    assert [each.words for each in found if each.number == 1] == ["Jana"]
    named_one = build.a_speaker(2, name="Jana", consent=build.consent("name"))
    found = withheld(build.a_review([shy, named_one, third]), "room")
    assert [each for each in found if each.number == 1] == []
    in_public = build.a_speaker(1, name="Jana", consent=Consent(build.ALL.given - {("name", "public")}))
    assert withheld(build.a_review([in_public]), "room") == ()
    assert withheld(build.a_review([in_public]), "public") == (Hidden(1, "name", "Jana"),)
    twice = dataclasses.replace(shy, organisation=Organisation("A", members=("B", "B")))
    assert [each.words for each in withheld(build.a_review([twice]), "room")] == ["Jana", "A", "B"]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Jana Ejemplova", "By Jana Ejemplova, here.", ["Jana Ejemplova"]),
        ("Jana Ejemplova", "By JANA de la EJEMPLOVA.", ["JANA de la EJEMPLOVA"]),
        ("Jana Ejemplova", "By Jana M. van Ejemplova.", ["Jana M. van Ejemplova"]),
        ("Jana Ejemplova", "By Ejemplova, J. and others", ["Ejemplova, J."]),
        ("Jana Ejemplova", "By J. M. Ejemplova", ["J. M. Ejemplova"]),
        ("Jana Ejemplova", "By M.J. Ejemplova", ["M.J. Ejemplova"]),
        ("Jana Ejemplova", "By J M Ejemplova", ["J M Ejemplova"]),
        ("Jana Ejemplova", "So did B. C. D. Ejemplova.", ["B. C. D. Ejemplova"]),
        ("Ana Li", "B. Li came, A. B. Li too", ["A. B. Li"]),
        ("Jana Maria Ejemplova", "By J. M. Ejemplova", ["J. M. Ejemplova"]),
        ("Jana Ejemplova", "dr. van ejemplova, mme ejemplova", ["dr. van ejemplova", "mme ejemplova"]),
        ("Jana Ejemplova", "at janaejemplova now", ["janaejemplova"]),
        ("Jana Ejemplova", "jana ejemplova", ["jana ejemplova"]),
        ("Jana Ejemplova", "ejemplova jana; ejemplova, j.; j. ejemplova; ejemplova", []),
        ("Jana Ejemplova", "Jana Jana came", []),
        ("Madonna", "Madonna, madonna", ["Madonna", "madonna"]),
        ("Li Or", "Or came; li or; Li Or; liOr", ["li or", "Li Or", "liOr"]),
        ("Ana de Ora", "anaora; anaoras", ["anaora"]),
        ("Li de Ora", "liora", []),
        (
            "Jana Ejemplova",
            "Ejemplova\u20dd, then Jana Ejemplova\u0301",
            ["Ejemplova\u20dd", "Jana Ejemplova\u0301"],
        ),
        ("Ana Li", "Li came; Ms Li; A. Li; Ana Li", ["Ms Li", "A. Li", "Ana Li"]),
        ("Jana Orr", "Orr came", ["Orr"]),
        ("Jana France", "France; Ms France; Jana France", ["Ms France", "Jana France"]),
        ("María José Pérez Ejemplo", "José; Pérez; Perez Ejemplo", ["Pérez", "Perez Ejemplo"]),
        ("Иван Примеров", "с Иваном Примеровым", ["Иваном Примеровым"]),
        ("Анна Примерова", "к Анне Примеровой", ["Анне Примеровой"]),
        ("محمد مثال", "قال ومحمد المثال", ["ومحمد المثال"]),
        ("Jana Ejemplova", "Jana Ejemplova\u0301\u200d said", ["Jana Ejemplova\u0301\u200d"]),
        ("Jana Ejemplova", "Jana Ejem-\n plova", ["Jana Ejem-\n plova"]),
        ("de la Cruz", "Cruz, de la Cruz", ["Cruz", "de la Cruz"]),
        ("de la Cruz", "a cruz; de la cruz", ["de la cruz"]),
        ("Li Or", "Or, Li came", ["Or, Li"]),
        ("J Ejemplova", "Ejemplova J came; Ms J", ["Ejemplova"]),
        ("محمد مثال", "قال مثال", ["مثال"]),
        ("Jana B", "Ms B, B. and Jana came", []),
        ("van der", "van der", ["van der"]),
        ("Sample Speaker 1", "Speaker; Sample Speaker 1", ["Sample Speaker 1"]),
    ],
)
def test_a_name_is_found_from_its_first_letter_to_its_last(name: str, text: str, found: list[str]) -> None:
    """The longest form that stands there, and nothing beside it."""
    assert [words for words, _ in named(text, Hidden(1, "name", name))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("SCLA, S.C.L.A; scla, SCLAB", ["SCLA", "S.C.L.A"]), ("Scla", []), ("", [])],
)
def test_an_acronym_is_found_as_it_is_written(text: str, found: list[str]) -> None:
    """It may be a common word in small letters."""
    assert [words for words, _ in named(text, Hidden(1, "acronym", "SCLA"))] == found


@pytest.mark.parametrize(
    ("path", "hidden", "is_named"),
    [
        ("statements/scla.pdf", Hidden(1, "acronym", "SCLA"), True),
        ("statements/sclab.pdf", Hidden(1, "acronym", "SCLA"), False),
        ("statements/sample-union.pdf", Hidden(1, "organisation", "Sample Union"), True),
        ("statements/mysampleunion2.pdf", Hidden(1, "organisation", "Sample Union"), True),
        ("statements/union.pdf", Hidden(1, "organisation", "Sample Union"), False),
        ("jana.ejemplova.pdf", NAME, True),
        ("Ejemplova.pdf", NAME, True),
        ("ejemplova.pdf", NAME, True),
        ("xjanaejemplovax.pdf", NAME, True),
        ("x_jana--ejemplovax.pdf", NAME, True),
        ("jana.pdf", NAME, False),
        ("xlioraax.pdf", Hidden(1, "name", "Li Oraa"), True),
        ("xlioraxx.pdf", Hidden(1, "name", "Li Ora"), False),
        ("ora.pdf", Hidden(1, "name", "Li Ora"), True),
        ("or.pdf", Hidden(1, "name", "Li Or"), False),
        ("StatementAnaEj.pdf", Hidden(1, "name", "Ana Ej"), True),
        ("xAna.ejemplo.pdf", Hidden(1, "words", "Ana Ejemplo"), True),
        ("McEjemplo.pdf", Hidden(1, "name", "Jana McEjemplo"), True),
        ("AbCo.pdf", Hidden(1, "organisation", "Ab Co"), True),
        ("ab.co.pdf", Hidden(1, "organisation", "Ab Co"), True),
        ("abco.pdf", Hidden(1, "organisation", "Ab Co"), True),
        ("ab2co.pdf", Hidden(1, "organisation", "Ab Co"), False),
        ("speaker.pdf", Hidden(1, "name", "Sample Speaker 1"), False),
        ("SampleSpeaker1.pdf", Hidden(1, "name", "Sample Speaker 1"), True),
    ],
)
def test_the_name_of_a_file_says_somebody(path: str, hidden: Hidden, is_named: bool) -> None:
    """Organisations too; by parts of words nobody."""
    assert is_in_name_of_file(path, hidden) is is_named
