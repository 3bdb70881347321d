"""Read the previous review's recommendations from a database export: comma-separated values."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Sequence

from pipeline.models.session import PreviousRecommendation
from pipeline.problems import Problem
from pipeline.read.clean import clean
from pipeline.read.encoding import decode
from pipeline.read.limits import Refused
from pipeline.read.previous_words import folded, supported

Read = tuple[list[PreviousRecommendation], tuple[Problem, ...]]

_MOST_ROWS = 50_000
_HEAD_WITHIN = 10
# Titles of columns, folded. First the UPR Info Database's export (sessions 1 to 17); then the words of its
# search form and of the OHCHR's Universal Human Rights Index for the same things.
_TITLES: dict[str, tuple[str, ...]] = {
    "text": ("text", "recommendation", "recommendations", "recommandation", "recomendacion", "annotation",
             "recommendation text", "full text", "title"),
    "to": ("to", "state under review", "sur", "states under review", "country", "countries",
           "country under review", "etat examine", "estado examinado"),
    "from": ("from", "recommending state", "recommending states", "rs", "reviewing state",
             "recommending country", "recommending state/entity", "upr recommending state",
             "upr - recommending state", "etat recommandant", "estado recomendante",
             "recommending state or entity"),
    "response": ("response", "position", "answer", "reponse", "respuesta", "upr position", "upr - position",
                 "response of sur", "state response", "status", "response of the state under review"),
    "issue": ("issue", "issues", "theme", "themes", "issue list", "list of issues", "thematique", "tema",
              "temas", "human rights themes"),
    "paragraph": ("paragraph", "para", "paragraph number", "recommendation number", "number", "no.", "no"),
    "session": ("session", "upr session", "session number", "sesion"),
    "groups": ("affected persons", "groups of persons", "group of persons", "concerned persons/groups",
               "affected groups"),
    "goals": ("sdg", "sdgs", "relevant sdgs", "sustainable development goals"),
}  # fmt: skip


def read_export(data: bytes) -> Read:
    """The rows of an export in their order, one recommendation a row.

    Commas, semicolons or tabs, with or without a byte-order mark, in UTF-8, UTF-16 or a Windows code page.
    A title or blank lines may stand before the row of column titles. Raises Refused for bytes
    that are no text, and with FI29 where it is no export of one State.
    """
    text, problems = decode(data)
    table = _table(text)
    if table is None:
        raise Refused("FI29", reason="it is not a table of comma-separated values")
    head = next((n for n, row in enumerate(table[:_HEAD_WITHIN]) if _columns(row)), -1)
    if head < 0:
        raise Refused("FI29", reason="it has no column “Text”")
    columns, rows = _columns(table[head]), table[head + 1 :]
    if len(rows) > _MOST_ROWS:
        raise Refused("FI29", reason=f"it has more than {_MOST_ROWS} rows")
    reviewed = dict.fromkeys(filter(None, (_cell(row, columns, "to") for row in rows)))
    if len(reviewed) > 1:
        raise Refused("FI29", reason=f"it holds recommendations to {len(reviewed)} States")
    found = [item for row in rows if (item := _from_row(row, columns)).text]
    if not found:
        raise Refused("FI29", reason="it has no recommendation")
    return found, problems


def _table(text: str) -> list[list[str]] | None:
    """The rows that are not blank, or None where the text is no table."""
    sample = text[:20_000]
    delimiter = max((",", ";", "\t"), key=lambda sign: _width(sample, sign))
    rows = csv.reader(io.StringIO(clean_lines(text), newline=""), delimiter=delimiter)
    try:
        return [row for row in rows if any(cell.strip() for cell in row)]
    except csv.Error:
        return None


def _width(sample: str, delimiter: str) -> tuple[int, int]:
    """How many columns are known if `delimiter` parts them, then how often it stands in the first lines."""
    lines = sample.splitlines()[:_HEAD_WITHIN]
    known = max((len(_columns(line.replace('"', "").split(delimiter))) for line in lines), default=0)
    return known, sum(line.count(delimiter) for line in lines[:1])


def clean_lines(text: str) -> str:
    """`text` without what cannot be shown, its line ends and tabs kept for the table."""
    return "".join(
        part if part in "\r\n\t" else clean(part) for part in re.split(r"([\r\n\t])", text) if part
    )


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Where each known column is, empty where the row has no text column; the better title wins."""
    titles = {folded(cell.strip('\ufeff" ')): place for place, cell in reversed(list(enumerate(row)))}
    places = {
        name: next(titles[title] for title in known if title in titles)
        for name, known in _TITLES.items()
        if any(title in titles for title in known)
    }
    return places if "text" in places else {}


def _cell(row: Sequence[str], columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(row))
    return " ".join(row[place].split()) if place < len(row) else ""


def _from_row(row: Sequence[str], columns: dict[str, int]) -> PreviousRecommendation:
    issues = listed(_cell(row, columns, "issue"))
    position = _cell(row, columns, "response")
    session = re.search(r"\d+", _cell(row, columns, "session"))
    return PreviousRecommendation(
        text=_cell(row, columns, "text"),
        states=tuple(
            filter(None, map(str.strip, re.split("[|;]", html.unescape(_cell(row, columns, "from")))))
        ),
        supported=supported(position),
        paragraph=_cell(row, columns, "paragraph").rstrip("."),
        theme=", ".join(issues),
        themes=issues,
        groups=listed(_cell(row, columns, "groups")),
        goals=tuple(
            dict.fromkeys(
                map(int, re.findall(r"\b(?:[1-9]|1[0-7])\b(?![.\d])", _cell(row, columns, "goals")))
            )
        ),
        position=position,
        session=int(session.group()[:4]) if session else 0,
    )


def listed(cell: str) -> tuple[str, ...]:
    """The labels in one cell: the export parts them by a comma without a blank, other tools by | or ;.

    >>> listed("Disabilities,Women's rights")
    ('Disabilities', "Women's rights")
    """
    sign = r"[|;]" if re.search(r"[|;]", cell) else r","
    return tuple(dict.fromkeys(part.strip() for part in re.split(sign, cell) if part.strip()))
