"""Files beside the packs call what names somebody otherwise, in their paths and in their sentences."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from pipeline.hiding import Veil, veil
from pipeline.models.raw import RawFile, RawReview, RawSession
from pipeline.models.session import Edition, Organisation, Photo, Speaker
from pipeline.problems import Place, Problem, problem
from tests import build

SHY = build.consent("statement", "organisation", "photo")
SILENT = build.consent("name", "organisation")
OPEN = build.consent("name", "organisation", "statement")


ONE = {"made": "a recommendation is", "places": ""}


def a_file(path: str) -> RawFile:
    return RawFile(path, f"s/upr30/{path}", b"", 0)


def a_speaker(number: int, name: str, **fields: object) -> Speaker:
    values: dict[str, object] = {
        "name": name,
        "statement": f"cuba/statements/{name.partition(' ')[0].lower()}.docx",
        "photo": None,
        "organisation": Organisation(f"Centre {number}", "", aim=""),
    }
    return build.a_speaker(number, **{**values, **fields})


ANNA = a_speaker(1, "Anna Ejemplova", consent=SHY, photo=Photo("cuba/photos/Anna.JPEG", "Portrait"))
BELA = a_speaker(2, "Bela Primerov", consent=OPEN)
CARO = a_speaker(3, "Caro Exemplar", consent=SILENT)
FILES = (
    "cuba/statements/anna.docx",
    "cuba/statements/bela.docx",
    "cuba/statements/caro.docx",
    "cuba/photos/Anna.JPEG",
    "cuba/statements/who.md",
    "cuba/anna-notes.longending",
    "cuba/fact-sheets/deep/anna.pdf",
    "cuba/letters/anna.txt",
    "cuba/letters/statements/anna.abcde",
    "cuba/previous-recommendations.csv",
)


def a_veil(
    *speakers: Speaker,
    edition: Edition = "public",
    files: Iterable[str] = FILES,
    beside: Iterable[str] = (),
    known: bool = True,
    **fields: object,
) -> Veil:
    """The veil over a session of Cuba alone; `known` False: its review.yaml has errors."""
    review = build.a_review(speakers, **fields)
    raw = RawSession(
        "upr30",
        "s/upr30",
        None,
        (RawReview("cuba", None, tuple(map(a_file, files))),),
        tuple(map(a_file, beside)),
    )
    return veil(raw, build.a_session([review] if known else []), edition)


def said(over: Veil, *found: Problem) -> list[str]:
    return [f"{each.place}: {each.what} {each.what_to_do}".strip() for each in over.problems(found)]


def test_files_of_somebody_withheld_are_called_by_the_number_and_files_of_nobody_are_counted() -> None:
    """The folder stays where it is one of ours, the ending where it is short; other speakers' files stay."""
    over = a_veil(ANNA, BELA)
    assert {path: over.path(path) for path in FILES} == {
        "cuba/statements/anna.docx": "cuba/statements/(speaker 1).docx",
        "cuba/statements/bela.docx": "cuba/statements/bela.docx",
        "cuba/statements/caro.docx": "cuba/statements/(file 1).docx",
        "cuba/photos/Anna.JPEG": "cuba/photos/(speaker 1).jpeg",
        "cuba/statements/who.md": "cuba/statements/(file 2).md",
        "cuba/anna-notes.longending": "cuba/(file 3)",
        "cuba/fact-sheets/deep/anna.pdf": "cuba/fact-sheets/(file 4).pdf",
        "cuba/letters/anna.txt": "cuba/(file 5).txt",
        "cuba/letters/statements/anna.abcde": "cuba/(file 6)",
        "cuba/previous-recommendations.csv": "cuba/previous-recommendations.csv",
    }


def test_two_files_of_somebody_withheld_in_one_folder_have_a_name_each() -> None:
    """A digest of one of them must not stand for both."""
    one, two = "cuba/statements/anna.docx", "cuba/statements/portrait.docx"
    speaker = a_speaker(1, "Anna Ejemplova", consent=SHY, photo=Photo(two, "Portrait"))
    over = a_veil(speaker, files=[one, two])
    assert [over.path(one), over.path(two)] == [
        "cuba/statements/(speaker 1).docx",
        "cuba/statements/(speaker 1, 2).docx",
    ]


@pytest.mark.parametrize("missing", ["name", "organisation"])
def test_a_name_or_an_organisation_that_is_not_agreed_is_enough(missing: str) -> None:
    """In that edition alone."""
    given = [item for item in ("name", "organisation", "statement") if item != missing]
    speaker = a_speaker(1, "Anna Ejemplova", consent=build.consent(*given))  # type: ignore[arg-type]
    path = "cuba/statements/anna.docx"
    assert a_veil(speaker).path(path) == "cuba/statements/(speaker 1).docx"
    assert a_veil(BELA).path("cuba/statements/who.md") == "cuba/statements/who.md"


def test_where_all_is_agreed_every_path_stays() -> None:
    """The veil hides nothing that may be shown."""
    over = a_veil(BELA)
    assert over.paths == {}
    assert over.path("cuba/statements/bela.docx") == "cuba/statements/bela.docx"


def test_of_a_state_with_errors_and_beside_the_states_every_path_is_hidden() -> None:
    """What is not known to be agreed counts as withheld."""
    over = a_veil(known=False, beside=["Anna Ejemplova.docx", "b.txt"])
    assert over.path("cuba/statements/bela.docx") == "cuba/statements/(file 2).docx"
    assert over.path("Anna Ejemplova.docx") == "(file 1).docx"
    assert over.path("b.txt") == "(file 2).txt"
    assert over.path("cuba/previous-recommendations.csv") == "cuba/previous-recommendations.csv"


def test_the_first_speaker_of_a_file_that_two_name_owns_it() -> None:
    """So its name in the list does not depend on the second."""
    path = "cuba/statements/anna.docx"
    over = a_veil(ANNA, a_speaker(2, "Bela Primerov", consent=OPEN, statement=path))
    assert over.path(path) == "cuba/statements/(speaker 1).docx"


def test_a_problem_in_a_hidden_file_is_placed_in_what_stands_for_it() -> None:
    """Line, page and paragraph stay."""
    place = Place("s/upr30/cuba/statements/anna.docx", page=2, paragraph=3)
    values = {"count": 1, "reasons": "1 made to somebody else", "places": "page 2"}
    assert said(a_veil(ANNA), problem("ST08", place, **values)) == [
        "s/upr30/cuba/statements/(speaker 1).docx, page 2, paragraph 3: 1 item(s) that look like"
        " recommendations were set aside (1 made to somebody else), in page 2. They are in the statement but not in the"
        " table. presession review lists them, and can take one in."
    ]


def test_a_file_that_a_sentence_names_is_called_otherwise_there_too() -> None:
    """Also where the sentence gives the whole path; a file that has no other name is not named at all."""
    place = Place("s/upr30/cuba/statements/who.md")
    over = a_veil(ANNA, BELA)
    assert said(
        over,
        problem("ST10", place, other="s/upr30/cuba/statements/anna.docx"),
        problem("ST10", place, other="Anna.docx"),
    ) == [
        "s/upr30/cuba/statements/(file 2).md: this is the same file as cuba/statements/(speaker 1).docx."
        " Remove one of the two and ask for the right one.",
        "s/upr30/cuba/statements/(file 2).md: this is the same file as (withheld)."
        " Remove one of the two and ask for the right one.",
    ]


def test_what_to_do_names_no_file_either() -> None:
    """A hint at a file of the same State."""
    hint = "Did you mean statements/anna.docx?"
    place = Place("s/upr30/cuba/review.yaml", 3, 4)
    [line] = said(a_veil(ANNA), problem("SP06", place, file="statements/anne.docx", hint=hint))
    assert line == (
        "s/upr30/cuba/review.yaml:3:4: (withheld) is not in the folder. Correct the name or bring in"
        " the file. (withheld)"
    )


@pytest.mark.parametrize(
    ("speakers", "words"),
    [((ANNA, BELA), '"We ask Mali"'), ((BELA, CARO), '"We ask Mali"'), ((CARO,), "(withheld)")],
)
def test_words_are_quoted_from_statements_that_may_be_shown(
    speakers: tuple[Speaker, ...], words: str
) -> None:
    """Of others no word is told beside the packs."""
    path = speakers[-1 if speakers == (CARO,) else 0].statement
    place = Place(f"s/upr30/{path}", paragraph=7)
    over = a_veil(*speakers)
    [line] = said(over, problem("ST09", place, **ONE, other="Mali", state="Cuba", words='"We ask Mali"'))
    assert line.split(": ", 2)[2].startswith(words)


@pytest.mark.parametrize("example", ["a", "Ã©"])
def test_a_single_letter_of_a_statement_is_not_told_either(example: str) -> None:
    """And no letter of the sentence itself goes with it."""
    place = Place(f"s/upr30/{CARO.statement}")
    [line] = said(a_veil(CARO), problem("FI19", place, example=example))
    assert "the text looks wrongly encoded ((withheld)). Ask the speaker to send it again" in line


def test_a_quotation_goes_as_a_whole_though_it_names_the_state_that_the_sentence_names() -> None:
    """The State may be told, the words may not."""
    place = Place(f"s/upr30/{CARO.statement}", paragraph=7)
    words = '"We ask the Government of Mali:"'
    [line] = said(a_veil(CARO), problem("ST09", place, **ONE, other="Mali", state="Cuba", words=words))
    assert "a recommendation is made to Mali, not to Cuba: (withheld) Look whether" in line
    [line] = said(a_veil(CARO), problem("ST06", place, other="Mali", state="Cuba", title=words))
    assert "the title names Mali and not Cuba: (withheld) Look whether" in line


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("statements/jejemplova.docx", "(withheld)"),
        ("cuba/statements/anna.docx", "cuba/statements/(speaker 1).docx"),
    ],
)
def test_a_statement_that_corrections_name_is_not_named(value: str, told: str) -> None:
    """Staff wrote the file's name there, and nobody's file has it."""
    place = Place("s/upr30/cuba/corrections.yaml", 1, 1)
    [line] = said(a_veil(ANNA), problem("CO07", place, name=value, hint=""))
    assert line.startswith(f"s/upr30/cuba/corrections.yaml:1:1: {told} is not a statement")


@pytest.mark.parametrize(
    ("folder", "called"),
    [
        ("cuba/Anna Ejemplova/", "cuba/(folder)"),
        ("cuba/drafts/of A. Ejemplova/", "cuba/(folder)"),
        ("cuba/statements/", "cuba/statements/"),
        ("cuba/", "cuba/"),
        ("cuba", "cuba"),
        ("Anna Ejemplova", "(folder)"),
        ("JanaEjemplova_final", "(folder)"),
        ("tuvalu", "tuvalu"),
    ],
)
def test_a_folder_that_is_named_after_somebody_is_called_otherwise(folder: str, called: str) -> None:
    """In a State's folder every other one, beside the States those that name who is withheld."""
    found = problem("SF02", Place(f"s/upr30/{folder}"), reason="more than 1000 files in one folder")
    assert [each.place.file for each in a_veil(ANNA).problems([found])] == [f"s/upr30/{called}"]
    assert a_veil(BELA).problems([found]) == (found,)


def test_a_name_in_a_sentence_is_withheld_wherever_it_stands() -> None:
    """More than once, in what is wrong and in what to do; what the State's list allows may stand."""
    place = Place("s/upr30/cuba/review.yaml", 4)
    key = "moderator: Anna Ejemplova, Ms Ejemplova"
    found = problem("FO03", place, key=key, known="Anna Ejemplova", comma="")
    assert said(a_veil(ANNA), found) == [
        "s/upr30/cuba/review.yaml:4: moderator: (withheld), (withheld) is not known here and is ignored."
        " Known here: (withheld)."
    ]
    house = problem("FO03", place, key="house of Ejemplova", known="", comma="")
    [line] = said(a_veil(ANNA, allowed=("Ejemplova",)), house)
    assert "4: house of Ejemplova is" in line


def test_where_everybody_agreed_sentences_stay_as_they_are() -> None:
    """With their values, as on the terminal."""
    place = Place(f"s/upr30/{BELA.statement}", paragraph=7)
    found = problem("ST09", place, **ONE, other="Mali", state="Cuba", words='"Bela Primerov asks Mali"')
    assert a_veil(BELA).problems([found]) == (found,)


def test_what_a_sentence_was_made_from_goes_where_somebody_is_withheld() -> None:
    """The values are as telling as the sentence."""
    place = Place("s/upr30/cuba/review.yaml", 4)
    [found] = a_veil(ANNA).problems([problem("FO03", place, key="Anna Ejemplova", known="", comma="")])
    assert found.values == ()


def test_what_is_said_of_masks_and_files_that_name_somebody_is_for_staff_alone() -> None:
    """Such a sentence is not told beside the packs at all."""
    place = Place("s/upr30/cuba/statements/anna.docx")
    private = problem("SP18", place, number=1, items="name")
    assert a_veil(ANNA).problems([private]) == ()


def test_a_problem_of_the_session_itself_stays() -> None:
    """It is about no State; a file beside the States is called otherwise."""
    over = a_veil(ANNA, beside=["Anna Ejemplova.docx"])
    one = problem("SE08", Place("s/upr30"))
    [line] = said(over, one)
    assert line.startswith("s/upr30: the session has no State")
    [line] = said(over, problem("SF01", Place("s/upr30/Anna Ejemplova.docx"), reason="it is a link"))
    assert line.startswith("s/upr30/(file 1).docx: this was not read")
    elsewhere = problem("TE01", Place("templates/pack.yaml", 3), part="x", hint="y")
    assert over.problems([elsewhere]) == (elsewhere,)


def test_of_a_state_with_errors_no_file_and_no_words_are_told() -> None:
    """Its consents are not known."""
    place = Place("s/upr30/cuba/statements/bela.docx", paragraph=7)
    [line] = said(
        a_veil(known=False), problem("ST09", place, **ONE, other="Mali", state="Cuba", words='"We ask"')
    )
    assert line.startswith("s/upr30/cuba/statements/(file 2).docx, paragraph 7: a recommendation is made to")
    assert '"We ask"' not in line


def test_files_of_every_state_are_called_otherwise() -> None:
    """Not of the last State alone."""
    folders = ("cuba", "france")
    raw = RawSession(
        "upr30",
        "s/upr30",
        None,
        tuple(RawReview(folder, None, (a_file(f"{folder}/statements/who.md"),)) for folder in folders),
    )
    over = veil(raw, build.a_session([]), "room")
    for folder in folders:
        assert over.path(f"{folder}/statements/who.md") == f"{folder}/statements/(file 1).md"


def test_what_to_do_names_nobody_either() -> None:
    """A hint can hold what staff wrote."""
    place = Place("s/upr30/cuba/review.yaml", 4)
    found = problem("RV07", place, room="x", rooms="the house of Ejemplova", hint="")
    [line] = said(a_veil(ANNA), found)
    assert "Write one of the house of (withheld), or add" in line


def test_the_files_of_ours_in_a_state_with_errors_keep_their_names() -> None:
    """They are called so in every State."""
    for name in ("review.yaml", "corrections.yaml", "corrections.yaml.bak", "statements/", "photos/", ""):
        found = problem("FO03", Place(f"s/upr30/cuba/{name}", 4), key="x", known="", comma="")
        [told] = a_veil(known=False).problems([found])
        assert told.place.file == f"s/upr30/cuba/{name}"
