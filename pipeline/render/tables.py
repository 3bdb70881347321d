"""The tables of recommendations and questions as CSV and JSON; the spreadsheet is in `workbook`."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.models.findings import Addressee, Recommendation
from pipeline.models.pack import Numbered
from pipeline.models.table_facts import TableFacts
from pipeline.models.templates import Wording
from pipeline.render.characters import xml_safe

Value = str | int | None | tuple[str, ...]

# In the order of the columns: the key (also that of the JSON rows) and the head, a key of the catalogues.
COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "Number"),
    ("state", "State under Review"),
    ("text", "Text, word for word"),
    ("stem", "Introduced by"),
    ("topic", "Heading in the statement"),
    ("speaker", "Speaker"),
    ("organisation", "Organisation"),
    ("language", "Language"),
    ("pack_page", "Page in the pack"),
    ("source_page", "Page in the statement's file"),
    ("source_paragraph", "Paragraph in the statement's file"),
    ("addressee", "Addressee"),
    ("addressee_words", "Words that name the addressee"),
    ("actions", "Separable actions"),
    ("same", "Same demand in"),
    ("against", "Contradicts"),
    ("previous", "Repeats recommendation of the previous review"),
    ("previous_states", "Recommended then by"),
    ("previous_answer", "Answer then"),
    ("action_category", "Suggested action category (1 to 5)"),
    ("issues", "Suggested issues"),
    ("instruments", "Suggested instruments and mechanisms"),
    ("goals", "Suggested Sustainable Development Goals"),
    ("themes", "Suggested OHCHR themes"),
    ("groups", "Suggested affected groups"),
)
# What only a recommendation has.
RECOMMENDATION_ONLY = frozenset(key for key, _ in COLUMNS[[key for key, _ in COLUMNS].index("addressee") :])
_ANSWERS = {True: "supported", False: "noted", None: "answer not recorded"}
_ADDRESSEES: dict[Addressee, str] = {
    Addressee.SUR: "State under Review",
    Addressee.OTHER_STATE: "another State",
    Addressee.UN_BODY: "UN body",
    Addressee.COMPANY: "company",
    Addressee.OTHER: "other",
    Addressee.UNKNOWN: "not stated",
}
# What makes a spreadsheet program read a cell as a formula; the wide forms count in East Asian locales.
_FORMULA_SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_LEADING_BLANKS = " \t\r\n\u00a0"


_PLACE_IN_STATEMENT = re.compile(r"s\d+-([RQ]\d+)")


def render_tables(
    rows: Sequence[Numbered], facts: TableFacts, pages: Mapping[str, int]
) -> Mapping[str, bytes]:
    """The same `rows` as "csv", "json" and "xlsx". No word is changed in any of them. Same input, same bytes.

    `pages` gives for each anchor of the pack its page. A row shows the page where its words stand in the
    statement ("s3-R7"), or, where the pack has no statements, the page of its row in the pack ("R7").
    """
    from pipeline.render.workbook import render_xlsx

    pages = {**pages, **_pages_in_statements(pages)}
    return {
        "csv": render_csv(rows, facts, pages),
        "json": render_json(rows, facts, pages),
        "xlsx": render_xlsx(rows, facts, pages),
    }


def _pages_in_statements(pages: Mapping[str, int]) -> dict[str, int]:
    """For the numbers of demands the pages of their places in the statements."""
    return {
        match[1]: page
        for anchor, page in pages.items()
        if (match := _PLACE_IN_STATEMENT.fullmatch(anchor)) is not None
    }


def record(row: Numbered, facts: TableFacts, pages: Mapping[str, int]) -> dict[str, Value]:
    """One row as a mapping, keys as in COLUMNS; a page or paragraph that is not known is None.

    What there can be several of is a tuple of words.
    """
    item = row.item
    values: dict[str, Value] = {
        "number": row.number,
        "state": facts.state,
        "text": item.text,
        "stem": item.stem,
        "topic": row.topic,
        "speaker": row.speaker,
        "organisation": row.organisation,
        "language": row.language,
        "pack_page": pages.get(row.number),
        "source_page": item.place.page or None,
        "source_paragraph": item.place.paragraph or None,
        **(_of_recommendation(row, item) if isinstance(item, Recommendation) else {}),
    }
    return {key: _safe(value) for key, value in values.items()}


def _of_recommendation(row: Numbered, item: Recommendation) -> dict[str, Value]:
    suggested, previous = item.suggested, row.previous
    return {
        "addressee": item.addressee.value,
        "addressee_words": item.addressee_words,
        "actions": item.action_texts,
        "same": row.same,
        "against": row.against,
        "previous": tuple(" ".join(filter(None, (each.paragraph, each.text))) for each in previous),
        "previous_states": tuple(dict.fromkeys(state for each in previous for state in each.states)),
        "previous_answer": tuple(dict.fromkeys(_ANSWERS[each.supported] for each in previous)),
        "action_category": suggested.category.value if suggested.category else None,
        "issues": suggested.issues,
        "instruments": suggested.instruments,
        "goals": tuple(map(str, suggested.goals)),
        "themes": suggested.themes,
        "groups": suggested.groups,
    }


def _safe(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(map(xml_safe, value))
    return xml_safe(value) if isinstance(value, str) else value


def flat(row: Numbered, facts: TableFacts, pages: Mapping[str, int]) -> dict[str, str | int | None]:
    """The row for a sheet: several values as one text, parted by "; "; key words in the pack's language."""
    values = record(row, facts, pages)
    if "previous_answer" in values:
        answers = values["previous_answer"]
        values["previous_answer"] = tuple(map(facts.wording, answers if isinstance(answers, tuple) else ()))
        values["addressee"] = addressee_word(values["addressee"], facts.wording)
    joined = {key: "; ".join(v) if isinstance(v, tuple) else v for key, v in values.items()}
    return {key: joined.get(key) for key, _ in COLUMNS}


def addressee_word(value: object, words: Wording) -> str:
    """The word for an addressee in the pack's language; "" where there is none."""
    return words(_ADDRESSEES[Addressee(value)]) if value else ""


def render_csv(rows: Sequence[Numbered], facts: TableFacts, pages: Mapping[str, int]) -> bytes:
    """CSV in UTF-8 with a byte order mark and CRLF (RFC 4180, 2005), so that Excel opens it as it is.

    A cell that a spreadsheet program would run as a formula gets an apostrophe before it; so does one
    that begins with an apostrophe, so that taking one leading apostrophe away always gives the words.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([guarded(facts.wording(head)) for _, head in COLUMNS])
    for row in rows:
        values = flat(row, facts, pages)
        writer.writerow([_csv_cell(values[key]) for key, _ in COLUMNS])
    return ("\ufeff" + target.getvalue()).encode()


def _csv_cell(value: str | int | None) -> str | int:
    """A number as it is, words guarded, nothing as an empty cell."""
    return guarded(value) if isinstance(value, str) else "" if value is None else value


def guarded(text: str) -> str:
    """`text` with an apostrophe before it where a spreadsheet program could take it for a formula.

    Source of the signs: OWASP, "CSV Injection" (characters = + - @, tab and carriage return).
    """
    start = text.lstrip(_LEADING_BLANKS)
    risky = start.startswith(_FORMULA_SIGNS) or text.startswith(("\t", "\r", "\n", "'"))
    return "'" + text if risky else text


def render_json(rows: Sequence[Numbered], facts: TableFacts, pages: Mapping[str, int]) -> bytes:
    """JSON for programs: keys are English and stable, words exactly as in the statement, null for unknown."""
    table: dict[str, Any] = {
        "session": facts.session,
        "state": facts.state,
        "date": facts.date,
        "edition": facts.edition,
        "marks": list(facts.marks),
        "organiser": facts.organiser,
        "notes": list(facts.notes),
        "recommendations": _records(rows, "recommendation", facts, pages),
        "questions": _records(rows, "question", facts, pages),
    }
    return (json.dumps(table, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _records(
    rows: Sequence[Numbered], kind: str, facts: TableFacts, pages: Mapping[str, int]
) -> list[dict[str, Value]]:
    """The rows of one kind, in their order."""
    return [
        {key: value for key, value in record(row, facts, pages).items() if key != "state"}
        for row in rows
        if row.kind == kind
    ]
