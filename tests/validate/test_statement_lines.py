"""Every line that staff are told about a statement, its findings and its doubles, word for word."""

from __future__ import annotations

import dataclasses

import pytest

from pipeline.models.findings import Findings, Recommendation, SetAside, SetAsideReason, Span
from pipeline.models.passages import FileKind, Kind, Passage, RawStatement, Run, Statement
from pipeline.models.session import Review, Session
from pipeline.problems import Place, Problem, problem
from pipeline.validate import (
    find_language,
    language_name,
    mark_of,
    validate_duplicates,
    validate_findings,
    validate_session,
    validate_statement,
)
from pipeline.validate.languages import is_counted_in_characters, rate, reading_minutes, spoken_text
from tests.validate.raw_session import REVIEW, changed, raw_file, raw_session

FILE = "upr30/cuba/statements/legal-aid.md"
ENGLISH = (
    "The Government of Cuba should ratify the Convention against Torture and publish all reports about it."
)
GERMAN = "Die Regierung von Kuba sollte das Abkommen gegen die Folter ratifizieren und alle Berichte dazu veröffentlichen."
UKRAINIAN = "Уряд має ратифікувати Конвенцію проти катувань і оприлюднити всі доповіді про неї без зволікань."
CHINESE = "古巴政府应批准禁止酷刑公约并公布所有相关报告，保障人权维护者的安全，并与民间社会组织进行协商。"


def passages(*texts: str, kind: Kind = Kind.PARAGRAPH) -> tuple[Passage, ...]:
    return tuple(Passage(kind, (Run(text),), Place(paragraph=n)) for n, text in enumerate(texts, 1))


def a_session(language: str = "en") -> tuple[Session, Review]:
    text = changed(REVIEW, ("    language: en\n", f"    language: {language}\n" if language else ""))
    session, _ = validate_session(raw_session(reviews={"cuba": text}))
    assert session is not None
    return session, session.reviews[0]


def lines(problems: tuple[Problem, ...]) -> list[str]:
    return [str(found).removeprefix(FILE) for found in problems]


def told(*texts: str, language: str = "en", accepted: tuple[str, ...] = ("en", "fr", "es")) -> list[str]:
    session, review = a_session(language)
    session = dataclasses.replace(session, statement_languages=accepted)
    raw = RawStatement(FileKind.DOCX, passages(*texts), pages=2)
    return lines(validate_statement(raw, review.speakers[0], review, session)[1])


DOUBTED = ": warning ST03: the statement looks {} but is said to be {}. Correct `language` in review.yaml if that is so."
NOT_NAMED = ": warning ST05: the statement does not name Cuba anywhere. Look whether it is the right file."
OTHER_TITLE = (
    '{}: warning ST06: the title names {} and not Cuba: "{}" Look whether it is the right file; often a heading is'
    " left from another session."
)


def aloud(words: int) -> str:
    return " ".join((ENGLISH.split() * 60)[:words])


def long_by(words: int, minutes: str, over: int, unit: str = "words") -> str:
    return (
        f": warning ST04: the statement has {words} {unit} and takes about {minutes} minutes aloud; the floor time is"
        f" 6 minutes. Ask the speaker to shorten it by about {over} {unit}."
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([ENGLISH], []),
        ([aloud(780)], []),
        ([aloud(781)], [long_by(781, "6.0", 1)]),
        ([aloud(790)], [long_by(790, "6.1", 10)]),
        ([aloud(791)], [long_by(791, "6.1", 20)]),
        ([aloud(800)], [long_by(800, "6.2", 20)]),
        (
            ["...", "--"],
            [": error ST01: the statement has no words to read aloud. Ask the speaker to send it again."],
        ),
        (["A treaty."], [NOT_NAMED]),
        (["UPR of Mali", ENGLISH], []),
        (
            ["UPR of Mali", "a", "b", "c", ENGLISH],
            [OTHER_TITLE.format(", paragraph 1", "Mali", "UPR of Mali")],
        ),
        (
            ["a", " ", "b", "c", "UPR of Mali", "d", ENGLISH],
            [OTHER_TITLE.format(", paragraph 5", "Mali", "UPR of Mali")],
        ),
        (["a", "b", "c", "d", "UPR of Mali", "e", ENGLISH], []),
        ([" Mali ", "a", "b", "c", ENGLISH], [OTHER_TITLE.format(", paragraph 1", "Mali", "Mali")]),
        (["Mali asked", "a", "b", "c", ENGLISH], []),
        (
            ["UPR of Mali" + " x" * 94, "a", "b", "c", ENGLISH],
            [OTHER_TITLE.format(", paragraph 1", "Mali", ("UPR of Mali" + " x" * 94)[:100])],
        ),
        (
            ["UPR of Mali!" + " x" * 94, "a", "b", "c", ENGLISH],
            [OTHER_TITLE.format(", paragraph 1", "Mali", ("UPR of Mali!" + " x" * 94)[:100])],
        ),
        (["UPR of Mali" + " x" * 95, "a", "b", "c", ENGLISH], []),
    ],
)
def test_a_statement_is_told_of_in_these_words(texts: list[str], expected: list[str]) -> None:
    """Its length, its State, its title."""
    assert told(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "language", "accepted", "expected"),
    [
        ([ENGLISH], "fr", ("en", "fr"), [DOUBTED.format("English (en)", "French (fr)")]),
        (["Cuba."], "fr", ("fr",), []),
        (
            [GERMAN],
            "de",
            ("en", "fr"),
            [
                ": error ST02: the statement is in German (de), which is not accepted (en, fr). Ask for a translation, or"
                " add the language to statement_languages in session.yaml."
            ],
        ),
        (
            [ENGLISH],
            "",
            ("en",),
            [
                ": note ST12: the language is not stated; it was taken to be English (en). State it in review.yaml."
            ],
        ),
        (
            ["Cuba."],
            "",
            ("en",),
            [
                ": note ST12: the language is not stated; it was taken to be English (en). State it in review.yaml."
            ],
        ),
        ([CHINESE], "zh", ("zh",), []),
        (["古巴" * 436], "zh", ("zh",), [long_by(872, "6.0", 10, "characters").replace("10 char", "2 char")]),
        ([GERMAN], "ty", ("ty",), []),
        ([UKRAINIAN], "uk", ("en", "uk"), []),
        (
            [UKRAINIAN],
            "",
            ("en", "uk"),
            [
                ": note ST12: the language is not stated; it was taken to be Ukrainian (uk). State it in review.yaml."
            ],
        ),
    ],
)
def test_a_language_is_told_of_in_these_words(
    texts: list[str], language: str, accepted: tuple[str, ...], expected: list[str]
) -> None:
    """By its name where we have one; the detector is asked for languages that it knows."""
    assert told(*texts, language=language, accepted=accepted) == expected


def test_a_checked_statement_has_its_language_words_minutes_and_pages() -> None:
    """As they are printed beside it."""
    session, review = a_session()
    raw = RawStatement(FileKind.PDF, passages("Cuba " * 65), pages=3)
    found, _ = validate_statement(raw, review.speakers[0], review, session)
    assert found == Statement(raw.passages, "en", 65, 0.5, 3)
    no_folder = dataclasses.replace(session, shown="")
    _, problems = validate_statement(
        RawStatement(FileKind.PDF, passages("A treaty.")), review.speakers[0], review, no_folder
    )
    assert [each.place.file for each in problems] == ["cuba/statements/legal-aid.md"]


def test_a_statement_with_an_error_is_no_statement_and_the_error_has_its_file() -> None:
    """Without words, in a language that is not accepted, or where the reader found an error."""
    session, review = a_session("de")
    for raw in (
        RawStatement(FileKind.DOCX, passages("...")),
        RawStatement(FileKind.DOCX, passages(GERMAN)),
        RawStatement(FileKind.DOCX, passages(GERMAN), (problem("FI05"),)),
    ):
        statement, problems = validate_statement(raw, review.speakers[0], review, session)
        assert statement is None
        assert {each.place.file for each in problems} == {FILE}


def an_item(stem: str, paragraph: int = 1, text: str = "ratify it", **fields: object) -> Recommendation:
    return Recommendation(text, (Span(0, 0, 9),), Place(paragraph=paragraph), stem, **fields)  # type: ignore[arg-type]


def told_of(findings: Findings, language: str = "en", words: str = ENGLISH) -> list[str]:
    session, review = a_session()
    statement = Statement(passages(words), language, 20, 1)
    return lines(validate_findings(statement, findings, review.speakers[0], review, session))


NONE_FOUND = (
    ": warning ST07: no recommendation was found in the statement. Look whether it has any; if so, the pack prints the"
    " statement but lists none of them."
)
ASIDE = (
    ", paragraph {}: note ST08: {} item(s) that look like recommendations were set aside ({}), in {}. They are in the statement"
    " but not in the table. presession review lists them, and can take one in."
)
TO_MALI = (
    ', paragraph {}: warning ST09: a recommendation is made to Mali, not to Cuba: "{}" Look whether the right State is'
    " meant; often a name is left from another session."
)


def test_findings_are_told_of_in_these_words() -> None:
    """Nothing found, set aside, made to another State."""
    assert told_of(Findings()) == [NONE_FOUND]
    assert told_of(Findings(), words="...") == []
    assert told_of(Findings(), "de", GERMAN) == [
        ": warning ST14: recommendations and questions cannot be found in German (de). Read the statement and add them to"
        " corrections.yaml; the pack prints the statement as it is."
    ]
    reported = SetAside(an_item("Mali recommended", 3), SetAsideReason.REPORTED)
    firm = SetAside(an_item("We ask firms", 4), SetAsideReason.ADDRESSEE)
    assert told_of(Findings(set_aside=(reported, firm, reported))) == [
        NONE_FOUND,
        ASIDE.format(3, 3, "1 made to somebody else, 2 reported, made earlier", "paragraphs 3 and 4"),
    ]
    kept = an_item("We recommend that the Government of Cuba")
    assert told_of(Findings((kept,), set_aside=(reported,))) == []
    assert told_of(Findings((kept,), set_aside=(firm,))) == [
        ASIDE.format(4, 1, "1 made to somebody else", "paragraph 4")
    ]
    many = tuple(SetAside(an_item("We ask firms", n), SetAsideReason.ADDRESSEE) for n in range(1, 12))
    assert told_of(Findings((kept,), set_aside=many)) == [
        ASIDE.format(1, 11, "11 made to somebody else", "paragraphs 1, 2, 3, 4, 5, 6, 7, 8 and 3 more")
    ]
    doubt = an_item("Judges need a law", 2)
    assert told_of(Findings((kept,), set_aside=(reported,), doubtful=(doubt,))) == [
        ASIDE.format(2, 1, "1 doubtful", "paragraph 2")
    ]
    assert told_of(Findings((kept,), set_aside=(firm,), doubtful=(doubt,))) == [
        ASIDE.format(2, 2, "1 made to somebody else, 1 doubtful", "paragraphs 2 and 4")
    ]


def test_findings_are_placed_in_the_file_and_counted_in_the_statements_own_unit() -> None:
    """In a session folder without a name too; a Chinese statement without a Chinese character has nothing to read."""
    session, review = a_session()
    statement = Statement(passages(ENGLISH), "en", 20, 1)
    no_folder = dataclasses.replace(session, shown="")
    problems = validate_findings(statement, Findings(), review.speakers[0], review, no_folder)
    assert [each.place.file for each in problems] == ["cuba/statements/legal-aid.md"]
    assert told_of(Findings(), "zh", CHINESE) == [NONE_FOUND]
    assert told_of(Findings(), "zh", "Куба") == []


def test_recommendations_to_another_state_with_one_stem_are_told_of_once() -> None:
    """By the words before it, else its own, else whom it is addressed to; the words are cut at 120 letters."""
    stem = "We recommend that the Government of Mali"
    items = (an_item(stem, 2), an_item(stem, 2), an_item(stem, 5), an_item("We call on Mali to", 7))
    assert told_of(Findings(items)) == [
        TO_MALI.format(2, stem)
        .replace("a recommendation is", "3 recommendations are")
        .replace("Cuba:", "Cuba, in paragraphs 2 and 5:"),
        TO_MALI.format(7, "We call on Mali to"),
    ]
    long = f"{stem} {'x' * 100}"
    assert told_of(Findings((an_item("", 2, long),))) == [TO_MALI.format(2, long[:120])]
    assert told_of(Findings((an_item("Ratify", 2, addressee_words="the authorities of Mali"),))) == [
        TO_MALI.format(2, "Ratify")
    ]
    both = f"{stem} and that the Government of Cuba"
    assert told_of(Findings((an_item(both, 2),))) == []


def test_what_staff_decided_is_not_doubted() -> None:
    """Neither an item nor one that was set aside."""
    stem = "We recommend that the Government of Mali"
    decided = an_item(stem, 2, decided=True)
    assert told_of(Findings((decided,))) == []
    aside = SetAside(decided, SetAsideReason.ADDRESSEE)
    assert told_of(Findings(set_aside=(aside,))) == [NONE_FOUND]


def doubles(*words: str, same: bool = False, statements: bool = True, counts: int = 20) -> list[str]:
    """The lines about two speakers with the files a.md and b.md, with these words."""
    first = changed(REVIEW[REVIEW.index("  - name") :], ("legal-aid", "a"))
    second = changed(first, ("Speaker 1", "Speaker 2"), ("statements/a", "statements/b"))
    review = REVIEW[: REVIEW.index("  - name")] + first + second
    raw = raw_session(reviews={"cuba": review}, files=["statements/a.md", "statements/b.md"])
    session, _ = validate_session(raw)
    assert session is not None
    if same:
        files = tuple(dataclasses.replace(raw_file(f"cuba/statements/{n}.md"), sha256="x") for n in "ab")
        raw = dataclasses.replace(raw, reviews=(dataclasses.replace(raw.reviews[0], files=files),))
    checked = {
        f"cuba/statements/{name}.md": mark_of(Statement(passages(*text.split("|")), "en", counts, 1))
        for name, text in zip("ab", words, strict=False)
    }
    return [str(found) for found in validate_duplicates(session, raw, checked if statements else None)]


def pair(line: str) -> list[str]:
    a, b = "upr30/cuba/statements/a.md", "upr30/cuba/statements/b.md"
    return [f"{one}: {line.format(other)}" for one, other in ((a, b), (b, a))]


SAME_FILE = "error ST10: this is the same file as {}. Remove one of the two and ask for the right one."
SAME_WORDS = (
    "warning ST11: the statement has the same words as {}. Look whether both speakers sent the right file."
)


def test_the_same_file_and_the_same_words_are_told_of_both_files() -> None:
    """The words alone count, not how they are set; of the same file nothing more is said."""
    assert doubles("We ask for it.|Now", "WE ask|for it, now!") == pair(SAME_WORDS)
    assert doubles("We ask for it.", "We ask for them.") == []
    assert doubles("We ask for it.", "We ask for it.", same=True) == pair(SAME_FILE)
    assert doubles("One text.", "Another one.", same=True) == pair(SAME_FILE)
    assert doubles(statements=False, same=True) == pair(SAME_FILE)
    assert doubles("wea skforit", "we askforit") == []
    assert doubles("We ask.") == []


def test_a_text_of_few_words_is_no_double() -> None:
    """Twenty are enough."""
    assert doubles("We ask.", "We ask.", counts=19) == []
    assert doubles("We ask.", "We ask.", counts=20) == pair(SAME_WORDS)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ES", "es"),
        ("es-419", "es"),
        ("pt_BR", "pt"),
        (" French ", "fr"),
        ("Klingon", ""),
        ("xx", ""),
        ("uk", "uk"),
    ],
)
def test_a_language_is_found_by_code_or_english_name(name: str, code: str) -> None:
    """In any case, with a region or without."""
    assert find_language(name) == code


def test_languages_have_a_name_a_rate_and_a_unit() -> None:
    """English is read at 130 words a minute, a language that nobody measured at 105."""
    assert (language_name("fr"), language_name("uk")) == ("French (fr)", "Ukrainian (uk)")
    assert (language_name("sw"), language_name("qq")) == ("Swahili (sw)", "qq")
    assert [rate(code) for code in ("en", "zh", "uk")] == [130, 145, 105]
    assert [reading_minutes(260, code) for code in ("en", "ar")] == [2.0, 3.25]
    assert reading_minutes(210, "uk") == 2.0
    assert [is_counted_in_characters(code) for code in ("zh", "ja", "en")] == [True, True, False]


def test_what_is_read_aloud_is_a_passage_a_line() -> None:
    """Without the notes."""
    assert spoken_text((*passages("One", "two"), *passages("note", kind=Kind.FOOTNOTE))) == "One\ntwo"
