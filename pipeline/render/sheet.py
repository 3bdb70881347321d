"""A spreadsheet (.xlsx) with further columns in one of its sheets; all other parts stay byte for byte."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from lxml import etree

from pipeline.models.table import Table
from pipeline.render.characters import xml_safe

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def extend_sheet(table: Table, names: Sequence[str], added: Sequence[Sequence[str]]) -> bytes:
    """The workbook that `table` was read from, `names` and `added` as strings right of its widest row.

    The file was checked when it was read: it is a sound zip within limits, its XML has no DTD.
    """
    layout = table.layout
    first = table.width
    numbers = layout.numbers[table.head :]
    new = {number: cells for number, cells in zip(numbers, (names, *added), strict=True) if any(cells)}
    source = zipfile.ZipFile(io.BytesIO(layout.data))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as output:
        for info in source.infolist():
            data = source.read(info)
            if info.filename.lower() == layout.part.lower():
                data = _extended(data, new, first)
            entry = zipfile.ZipInfo(info.filename)
            entry.compress_type = zipfile.ZIP_DEFLATED
            output.writestr(entry, data)
    return target.getvalue()


def _extended(data: bytes, new: Mapping[int, Sequence[str]], first: int) -> bytes:
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    space = etree.QName(root).namespace
    last = 0
    for row in root.iterfind(f"{{{space}}}sheetData/{{{space}}}row"):
        number = int(row.get("r") or 0) or last + 1
        last = number
        if number in new:
            row.attrib.pop("spans", "")
            _append(row, number, new[number], first)
    dimension = root.find(f"{{{space}}}dimension")
    if dimension is not None:
        root.remove(dimension)  # optional (ECMA-376-1, 18.3.1.35); it would be wrong now
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _append(row: etree._Element, number: int, cells: Sequence[str], first: int) -> None:
    """Put the strings `cells` in `row` from column `first` (from 0) on, in place of empty cells there."""
    taken = {f"{column_letters(first + offset)}{number}" for offset in range(len(cells))}
    later = []
    for place, cell in enumerate(list(row)):
        if not cell.get("r"):
            cell.set("r", f"{column_letters(place)}{number}")
        reference = cell.get("r") or ""
        if reference in taken:
            row.remove(cell)
        elif len(letters := reference.rstrip("0123456789")) > 0 and _number(letters) >= first:
            later.append(cell)
            row.remove(cell)
    tag = etree.QName(row).namespace
    for offset, words in enumerate(cells):
        if words:
            cell = etree.SubElement(
                row, f"{{{tag}}}c", r=f"{column_letters(first + offset)}{number}", t="inlineStr"
            )
            text = etree.SubElement(etree.SubElement(cell, f"{{{tag}}}is"), f"{{{tag}}}t")
            text.text = xml_safe(words)
            text.set(_SPACE, "preserve")
    row.extend(later)


def column_letters(place: int) -> str:
    """The name of the column at `place` from 0: 0 is "A", 26 is "AA"."""
    letters = ""
    number = place + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
