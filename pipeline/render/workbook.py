"""The tables as a spreadsheet: recommendations, questions, and a sheet about where they come from."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from pipeline.models.pack import Numbered
from pipeline.models.table_facts import TableFacts
from pipeline.render.characters import xml_safe
from pipeline.render.tables import COLUMNS, RECOMMENDATION_ONLY, flat

# Widths in characters, as a spreadsheet counts them.
_WIDTHS: Mapping[str, float] = {
    "number": 8,
    "state": 16,
    "text": 70,
    "stem": 36,
    "topic": 26,
    "speaker": 22,
    "organisation": 30,
    "language": 10,
    "pack_page": 10,
    "source_page": 12,
    "source_paragraph": 12,
    "addressee": 18,
    "addressee_words": 26,
    "actions": 50,
    "same": 12,
    "against": 12,
    "previous": 50,
    "previous_states": 26,
    "previous_answer": 14,
    "action_category": 12,
    "issues": 30,
    "instruments": 24,
    "goals": 12,
    "themes": 30,
    "groups": 24,
}
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}
# Excel specifications and limits: 32,767 characters in a cell; what is longer goes on in the next row.
CELL_LIMIT = 32_000
_EARLIEST = dt.date(1980, 1, 1)


def render_xlsx(rows: Sequence[Numbered], facts: TableFacts, pages: Mapping[str, int]) -> bytes:
    """A workbook of three sheets, in the pack's language; cells are words or numbers, never formulas.

    Its creation date is the day of the pre-session, so that the same input gives the same bytes.
    """
    from xlsxwriter import Workbook

    target = io.BytesIO()
    workbook = Workbook(target, _OPTIONS)
    _describe(workbook, facts)
    records = [(row.kind, flat(row, facts, pages)) for row in rows]
    formats = _formats(workbook)
    asked = [values for kind, values in records if kind == "recommendation"]
    questions = [values for kind, values in records if kind == "question"]
    keys = [key for key, _ in COLUMNS]
    _fill(_sheet(workbook, "Recommendations", facts), asked, keys, (facts, formats))
    of_questions = [key for key in keys if key not in RECOMMENDATION_ONLY]
    _fill(_sheet(workbook, "Questions", facts), questions, of_questions, (facts, formats))
    _about(_sheet(workbook, "About", facts), (len(asked), len(questions)), facts, formats)
    workbook.close()
    return target.getvalue()


def _describe(workbook: Any, facts: TableFacts) -> None:
    """The workbook's properties: from the facts only."""
    words = facts.wording
    workbook.set_properties(
        {
            "title": xml_safe(words("Recommendations and questions: {state}, UPR {number}", **_names(facts))),
            "author": xml_safe(facts.organiser),
            "keywords": xml_safe(", ".join(facts.marks)),
            "created": _created(facts.date),
        }
    )


def _names(facts: TableFacts) -> dict[str, object]:
    """What fills the gaps of the titles."""
    return {"state": facts.state, "number": facts.session}


def _created(date: str) -> dt.datetime:
    """The day as a time; the earliest day a zip file knows where the facts have none."""
    try:
        day = max(dt.date.fromisoformat(date[:10]), _EARLIEST)
    except ValueError:
        day = _EARLIEST
    return dt.datetime.combine(day, dt.time())


def _formats(workbook: Any) -> dict[str, Any]:
    """The looks of cells: head, words, number of a recommendation, page numbers."""
    base = {"valign": "top", "font_name": "Calibri", "font_size": 10.5}
    return {
        "head": workbook.add_format(
            {**base, "bold": True, "text_wrap": True, "bottom": 1, "valign": "bottom"}
        ),
        "words": workbook.add_format({**base, "text_wrap": True}),
        "number": workbook.add_format({**base, "bold": True, "font_color": "#1F4E79"}),
        "page": workbook.add_format({**base, "align": "right"}),
        "label": workbook.add_format({**base, "font_color": "#595959"}),
        "title": workbook.add_format({**base, "bold": True, "font_size": 14}),
    }


def _sheet(workbook: Any, name: str, facts: TableFacts) -> Any:
    """A sheet that prints on A4 landscape with its marks and page numbers."""
    sheet = workbook.add_worksheet(_sheet_name(facts.wording(name), name))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    head = xml_safe(facts.wording("UPR {number}: {state}", **_names(facts))).replace("&", "&&")[:100]
    marks = " · ".join(facts.marks).replace("&", "&&")[:100]
    sheet.set_header(f"&L&9{' ' + head}&R&9{' ' + marks}")
    sheet.set_footer("&R&9 &P / &N")
    return sheet


def _sheet_name(name: str, english: str) -> str:
    """A name that a workbook accepts: at most 31 characters, none of []:*?/\\ and no quote at its ends."""
    safe = "".join(char for char in xml_safe(name) if char not in "[]:*?/\\\n\t")[:31].strip("' ")
    return safe if safe and safe.casefold() != "history" else english


def _fill(
    sheet: Any,
    records: Sequence[Mapping[str, str | int | None]],
    keys: Sequence[str],
    look: tuple[TableFacts, Mapping[str, Any]],
) -> None:
    """Head row, rows, filter, widths; the head stays in sight and repeats on every printed page."""
    facts, formats = look
    heads = dict(COLUMNS)
    for column, key in enumerate(keys):
        sheet.write_string(0, column, xml_safe(facts.wording(heads[key])), formats["head"])
        sheet.set_column(column, column, _WIDTHS[key])
    line = 1
    for values in records:
        for part in _within_limit(values):
            _write_row(sheet, line, [(key, part[key]) for key in keys], look)
            line += 1
    sheet.autofilter(0, 0, max(line - 1, 1), len(keys) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)


def _within_limit(values: Mapping[str, str | int | None]) -> list[Mapping[str, str | int | None]]:
    """The row, and further rows of the same number for words that one cell cannot hold."""
    longest = max((len(value) for value in values.values() if isinstance(value, str)), default=0)
    parts: list[Mapping[str, str | int | None]] = []
    for start in range(0, max(longest, 1), CELL_LIMIT):
        cut = {
            key: value[start : start + CELL_LIMIT] if isinstance(value, str) else value
            for key, value in values.items()
        }
        parts.append({**cut, "number": values["number"], "addressee": values["addressee"]})
    return parts


def _write_row(
    sheet: Any,
    line: int,
    cells: Sequence[tuple[str, str | int | None]],
    look: tuple[TableFacts, Mapping[str, Any]],
) -> None:
    """One row: words as words whatever they begin with, pages and paragraphs as numbers."""
    _, formats = look
    for column, (key, value) in enumerate(cells):
        if isinstance(value, int):
            sheet.write_number(line, column, value, formats["page"])
        elif value:
            form = formats["number"] if key == "number" else formats["words"]
            sheet.write_string(line, column, value, form)
        else:
            sheet.write_blank(line, column, None, formats["words"])


def _about(sheet: Any, counts: tuple[int, int], facts: TableFacts, formats: Mapping[str, Any]) -> None:
    """Where the rows come from and what they may be used for."""
    words = facts.wording
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 90)
    title = words("Recommendations and questions: {state}, UPR {number}", **_names(facts))
    sheet.write_string(0, 0, xml_safe(title), formats["title"])
    editions = {"room": words("edition for the room"), "public": words("public edition")}
    lines: list[tuple[str, str]] = [
        (words("State under Review"), facts.state),
        (words("Session"), str(facts.session)),
        (words("Pre-session"), facts.date),
        (words("Edition"), editions[facts.edition]),
        (words("Marks"), ", ".join(facts.marks)),
        (words("Organiser"), facts.organiser),
        (words("Recommendations"), str(counts[0])),
        (words("Questions"), str(counts[1])),
        (
            words("Suggestions"),
            words(
                "Categories, issues and the other suggestions are made by a program and not by the speakers. "
                "Categories and issues are those of UPR Info (2014): 1 minimal, 2 continuing, 3 considering, "
                "4 general, 5 specific action."
            ),
        ),
        (words("Words"), words("Texts are the speakers' own, word for word, in the language they wrote.")),
        *((words("Note"), note) for note in facts.notes),
    ]
    for line, (label, value) in enumerate(((a, b) for a, b in lines if b), start=2):
        sheet.write_string(line, 0, xml_safe(label), formats["label"])
        sheet.write_string(line, 1, xml_safe(value)[:CELL_LIMIT], formats["words"])
