"""Read the cells of a spreadsheet (.xlsx): the first sheet that has the wanted column."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from pipeline.models.table import Layout, Table
from pipeline.read.docx.xml import parse, relations
from pipeline.read.limits import Refused, damaged, too_much
from pipeline.read.package import Package, open_package
from pipeline.read.table import MAX_ROWS, find_column
from pipeline.read.xml import Element

_HEAD_WITHIN = 20
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MOST_CELLS = 5_000_000
_ERRORS = {"1": "TRUE", "0": "FALSE"}
# Characters that XML cannot hold stand in a spreadsheet as _x000D_ (ECMA-376-1, 22.9.2.19, ST_Xstring).
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


def read_sheet(data: bytes, column: str) -> Table:
    """The first sheet of the workbook `data` in which a row near the top has `column`, else the first one.

    Cells are as they are stored: a formula has its last result, a date its number. Raises Refused.
    """
    package = open_package(data)
    parts = _sheets(package)
    strings = _strings(package)
    tables: list[Table] = []
    for name, part in parts:
        layout = Layout("xlsx", part=part, data=data, sheet=name, sheets=len(parts))
        table = _table(parse(package.read(part), part), strings, column, layout)
        if table.chosen >= 0:
            return table
        tables.append(table)
    if not tables:
        raise damaged("it has no sheet")
    first, *rest = sorted(tables, key=lambda table: not any(table.columns))
    return replace(first, others=tuple((table.layout.sheet, table.columns) for table in rest))


def _sheets(package: Package) -> list[tuple[str, str]]:
    """The names and parts of the sheets with cells, in the order of the workbook."""
    books = [r.target for r in relations(package, "") if r.kind == "officeDocument"]
    if not books or not books[0].lower().endswith((".xml",)) or "sheet" not in _type_of(package, books[0]):
        raise Refused("FI02", kind="a zip archive that is no spreadsheet (.xlsx)")
    if "macro" in _type_of(package, books[0]).lower():
        raise Refused("FI02", kind="a spreadsheet with macros (.xlsm)")
    by_id = {r.id: r.target for r in relations(package, books[0]) if r.kind == "worksheet"}
    book = parse(package.read(books[0]), books[0])
    ids = [(sheet.get("name") or "", _attribute(sheet, "id")) for sheet in book.iter("{*}sheet")]
    return [(name, by_id[each]) for name, each in ids if each in by_id and by_id[each] in package]


def _type_of(package: Package, part: str) -> str:
    types = parse(package.read("[Content_Types].xml"), "[Content_Types].xml")
    for entry in types.iter("{*}Override"):
        if (entry.get("PartName") or "").lstrip("/").lower() == part.lower():
            return entry.get("ContentType") or ""
    return ""


def _attribute(element: Element, local: str) -> str:
    """An attribute by its name without namespace: r:id in the transitional and the strict form."""
    return next((str(v) for key, v in element.attrib.items() if str(key).endswith(f"}}{local}")), "")


def _strings(package: Package) -> list[str]:
    part = next((name for name in package.names if name.endswith("xl/sharedstrings.xml")), "")
    if not part:
        return []
    return [_text(entry) for entry in parse(package.read(part), part).iterchildren("{*}si")]


def _text(element: Element) -> str:
    """The words of a string, of its runs too, without the readings above them (phonetic runs)."""
    found = "".join(
        node.text or ""
        for node in element.iter("{*}t")
        if not any(etree.QName(above).localname == "rPh" for above in node.iterancestors())
    )
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), found) if "_x" in found else found


def _table(root: Element, strings: list[str], column: str, layout: Layout) -> Table:
    rows: list[tuple[str, ...]] = []
    numbers: list[int] = []
    count = 0
    for element in root.iterfind("{*}sheetData/{*}row"):
        number = int(element.get("r") or 0) or (numbers[-1] + 1 if numbers else 1)
        cells = _cells(element, strings)
        count += len(cells)
        if len(rows) > MAX_ROWS or count > _MOST_CELLS:
            raise too_much(f"it has more than {MAX_ROWS} rows or {_MOST_CELLS} cells")
        rows.append(cells)
        numbers.append(number)
    head, chosen = find_column(rows[:_HEAD_WITHIN], column)
    layout = replace(layout, numbers=tuple(numbers))
    return Table(rows[head] if rows else (), tuple(rows[head + 1 :]), chosen, head, layout)


def _cells(row: Element, strings: list[str]) -> tuple[str, ...]:
    """The texts of a row up to the last cell that is not empty."""
    found: dict[int, str] = {}
    place = -1
    for cell in row.iterchildren("{*}c"):
        match = _REFERENCE.fullmatch(cell.get("r") or "")
        place = column_number(match[1]) if match else place + 1
        if value := _value(cell, strings):
            found[place] = value
    return tuple(found.get(number, "") for number in range(max(found) + 1)) if found else ()


def column_number(letters: str) -> int:
    """The place of a column from 0: "A" is 0, "AA" is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _value(cell: Element, strings: list[str]) -> str:
    kind = cell.get("t") or "n"
    if kind == "inlineStr":
        inline = cell.find("{*}is")
        return "" if inline is None else _text(inline)
    value = cell.find("{*}v")
    text = "" if value is None else value.text or ""
    if kind == "s":
        return strings[int(text)] if text.isdigit() and int(text) < len(strings) else ""
    if kind == "b":
        return _ERRORS.get(text, text)
    return text
