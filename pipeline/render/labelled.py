"""A table as it was brought, with further columns at its right: CSV or a spreadsheet."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence

from pipeline.models.table import Table
from pipeline.problems import OutputError
from pipeline.render.characters import xml_safe
from pipeline.render.tables import guarded

Added = Sequence[Sequence[str]]
_LONGEST = 32_767
_MOST_ROWS = 1_048_576
"""Excel specifications and limits: characters in a cell, rows in a sheet."""


def render_labelled(table: Table, names: Sequence[str], added: Added, ending: str) -> bytes:
    """`table` with columns called `names`, whose cells are `added`, one sequence for each of its rows.

    `ending` is ".csv", ".tsv" or ".xlsx". A CSV that stays one keeps every byte of its records: encoding,
    quotes, line ends. A spreadsheet that stays one keeps everything else in the file. In the other cases
    words are written as words: as strings in a spreadsheet, with an apostrophe before what would be run as
    a formula in a CSV. Raises OutputError for what a spreadsheet cannot hold.
    """
    if ending == ".xlsx":
        if table.layout.kind == "xlsx":
            from pipeline.render.sheet import extend_sheet

            return extend_sheet(table, names, added)
        return _workbook(table, names, added)
    delimiter = "\t" if ending == ".tsv" else ","
    layout = table.layout
    same = layout.kind == "csv" and (layout.delimiter == "\t") == (delimiter == "\t")
    if same and layout.codec:
        return _appended(table, names, added)
    return _csv(table, names, added, delimiter)


def _appended(table: Table, names: Sequence[str], added: Added) -> bytes:
    """Every record as it stands, with the new cells between its last cell and its line end."""
    layout = table.layout
    body = [*layout.records[: table.head]]
    rows = (table.columns, *table.rows)
    width = table.width
    for record, cells, new in zip(layout.records[table.head :], rows, (names, *added), strict=True):
        bare = record.rstrip("\r\n") if cells else record
        if not cells:
            body.append(record)
            continue
        gap = layout.delimiter * (width - len(cells) + 1)
        body += [bare, gap, _quoted(new, layout.delimiter), record[len(bare) :]]
    text = "".join(body)
    try:
        return layout.mark + text.encode(layout.codec)
    except UnicodeEncodeError:
        # only what we add can be outside of the file's own code page: letters with accents in names
        plain = [[_ascii(cell) for cell in row] for row in (names, *added)]
        return _appended(table, plain[0], plain[1:])


def _ascii(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def _quoted(cells: Sequence[str], delimiter: str) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter, lineterminator="").writerow(cells)
    return target.getvalue()


def _filled(table: Table, names: Sequence[str], added: Added) -> Iterator[list[str]]:
    """All rows from the head on, each as wide as the widest."""
    width = table.width
    for cells, new in zip((table.columns, *table.rows), (names, *added), strict=True):
        yield [*cells, *("" for _ in range(width - len(cells))), *new]


def _csv(table: Table, names: Sequence[str], added: Added, delimiter: str) -> bytes:
    """UTF-8 with a byte order mark and CRLF, as the tables of a pack."""
    own = table.layout.kind == "csv"
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    for row in _filled(table, names, added):
        writer.writerow(row if own else [cell if _is_number(cell) else guarded(cell) for cell in row])
    return ("\ufeff" + target.getvalue()).encode("utf-8", "replace")


def _is_number(cell: str) -> bool:
    """Whether a cell is a plain number, perhaps below zero: it runs nothing."""
    return cell.removeprefix("-").replace(".", "", 1).isdigit()


def _workbook(table: Table, names: Sequence[str], added: Added) -> bytes:
    """A new workbook of one sheet; every cell is a string, never a formula, link or number."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = Workbook(target, options)
    _set_date(workbook)
    sheet = workbook.add_worksheet("Recommendations")
    bold = workbook.add_format({"bold": True})
    if len(table.rows) >= _MOST_ROWS:
        raise OutputError("A spreadsheet cannot hold so many rows. Choose an output that ends in .csv.")
    for number, row in enumerate(_filled(table, names, added)):
        for column, cell in enumerate(map(xml_safe, row)):
            if len(cell) > _LONGEST:
                raise OutputError(
                    f"A cell of row {number + 1} has more than {_LONGEST} characters, which a spreadsheet "
                    "cannot hold. Choose an output that ends in .csv."
                )
            if cell:
                sheet.write_string(number, column, cell, bold if number == 0 else None)
    sheet.freeze_panes(1, 0)
    workbook.close()
    return target.getvalue()


def _set_date(workbook: object) -> None:
    """A constant date: the same input gives the same bytes."""
    import datetime as dt

    workbook.set_properties({"created": dt.datetime(*zipfile.ZipInfo("x").date_time)})  # type: ignore[attr-defined]
