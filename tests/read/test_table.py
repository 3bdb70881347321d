"""Tables to be labelled: any bytes give a table or a problem; delimiters, heads and sheets are found."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.read import read_table
from pipeline.read.sheet import column_number


def workbook(sheet: str, strings: str = "", extra: str = "sheet.main+xml") -> bytes:
    """A spreadsheet of one sheet, written by hand."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml" '
        f'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{extra}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="S" sheetId="1" '
        'r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="b" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{strings}</sst>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.sampled_from(["a.csv", "a.txt", "a.xlsx", "a"]))
def test_any_bytes_give_a_table_or_an_error(data: bytes, name: str) -> None:
    """Never an exception, never both."""
    table, problems = read_table(data, name, "Text")
    assert (table is None) == any(found.severity.value == "error" for found in problems)


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_the_records_of_a_csv_are_its_bytes(text: str) -> None:
    """Nothing is lost between the records, whatever the text."""
    data = ("Text,No\n" + text).encode("utf-8")
    table, _ = read_table(data, "a.csv", "Text")
    if table is not None and table.layout.codec:
        assert table.layout.mark + "".join(table.layout.records).encode(table.layout.codec) == data


@settings(deadline=None, max_examples=100)
@given(st.integers(0, 1500), st.binary(min_size=1, max_size=3))
def test_a_damaged_spreadsheet_gives_a_table_or_an_error(place: int, junk: bytes) -> None:
    """Whatever byte is wrong."""
    data = workbook('<row r="1"><c r="A1" t="inlineStr"><is><t>Text</t></is></c></row>')
    table, problems = read_table(data[:place] + junk + data[place + len(junk) :], "a.xlsx", "Text")
    assert table is not None or problems


def test_cells_of_a_spreadsheet_are_read_as_they_are_stored() -> None:
    """Shared and inline strings, rich text without readings, numbers, truth values, gaps, escaped characters."""
    sheet = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>In</t></is></c></row>'
        '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><v>43213</v></c><c r="D3" t="b"><v>1</v></c></row>'
        '<row r="4"><c r="B4" t="str"><f>A1</f><v>sum</v></c><c t="s"><v>99</v></c></row>'
    )
    strings = "<si><t>Text</t></si><si><r><t>Rati</t></r><r><t>fy_x000A_it</t></r><rPh><t>no</t></rPh></si>"
    table, problems = read_table(workbook(sheet, strings), "a.xlsx", "Text")
    assert problems == ()
    assert table is not None
    assert table.columns == ("Text", "", "In")
    assert table.rows == (("Ratify\nit", "43213", "", "TRUE"), ("", "sum"))
    assert table.layout.numbers == (1, 3, 4)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (workbook("", extra="sheet.macroEnabled.main+xml"), "FI02"),
        (workbook('<!DOCTYPE x [<!ENTITY a "b">]><row/>'), "FI03"),
        (workbook("<row>"), "FI03"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "FI02"),
        (b"a,b\n" + b"\x00\x01\x02" * 50, "FI02"),
    ],
)
def test_what_cannot_be_used_is_refused(data: bytes, code: str) -> None:
    """Macros, entities, broken XML, old formats, binary data."""
    table, problems = read_table(data, "a.csv", "Text")
    assert table is None
    assert [found.code for found in problems] == [code]


def test_a_cell_without_end_is_refused() -> None:
    """A limit, not a hang."""
    table, problems = read_table(b'Text\n"' + b"x" * 200_000 + b'"\n', "a.csv", "Text")
    assert table is None
    assert [found.code for found in problems] == ["FI04"]


def test_columns_are_numbered_as_spreadsheets_do() -> None:
    """A, Z, AA, XFD."""
    assert [column_number(name) for name in ("A", "Z", "AA", "XFD")] == [0, 25, 26, 16383]


def test_a_list_of_one_column_keeps_its_commas() -> None:
    """Unquoted lines below a head are taken whole; quoted ones are a CSV."""
    table, _ = read_table(b"Text\nRatify it, please; now\nEnd it\n", "a.csv", "Text")
    assert table is not None
    assert table.rows == (("Ratify it, please; now",), ("End it",))
    table, _ = read_table(b'Text\n"Ratify it, please; now"\nEnd it\n', "a.csv", "Text")
    assert table is not None
    assert table.rows == (("Ratify it, please; now",), ("End it",))
    assert table.layout.kind == "csv"
