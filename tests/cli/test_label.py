"""`presession label` as a user types it: every cell kept, further columns added, clear refusals."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from pipeline import labelling
from pipeline.models.table import Table
from pipeline.problems import CommandError
from tests.growth import grows_in_proportion, seconds
from tests.programs import presession

LABELS = "action_category,issues,instruments,goals,themes,groups,language"


def labelled(data: bytes, name: str = "list.csv", column: str = "Text", ending: str = ".csv") -> bytes:
    """What label makes of `data`, in this process."""
    table, problems = labelling.read_table(data, name, column)
    table = labelling.checked(table, problems, column, name)
    return labelling.labelled(table, labelling.label_rows(table, "", lambda share: None), ending)


def read_back(data: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_csv_gets_further_columns(tmp_path: Path) -> None:
    """Rows in their order, cells as they were, suggestions at the right."""
    source = 'No,Text\n1,"Ratify the OP-CAT, please"\n2,\n3,Ensure access to education for girls\n'
    (tmp_path / "in.csv").write_text(source, encoding="utf-8")
    done = presession("label", "in.csv", "--output", "new/out.csv", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 recommendation(s): ")
    rows = read_back((tmp_path / "new" / "out.csv").read_bytes())
    assert list(rows[0]) == ["No", "Text", *LABELS.split(",")]
    assert [row["Text"] for row in rows] == [
        "Ratify the OP-CAT, please",
        "",
        "Ensure access to education for girls",
    ]
    assert [row["instruments"] for row in rows] == ["OP-CAT", "", ""]
    assert [row["goals"] for row in rows] == ["16", "", "4; 5"]
    assert [row["language"] for row in rows] == ["en", "", "en"]


def test_a_missing_column_is_told_with_those_that_are_there(tmp_path: Path) -> None:
    """Exit 2, nothing written."""
    (tmp_path / "in.csv").write_text("No,Recommendation\n1,Ratify\n", encoding="utf-8")
    done = presession("label", "in.csv", "--column", "Text", "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "'Text'" in done.stderr
    assert "'No', 'Recommendation'" in done.stderr
    assert not (tmp_path / "out.csv").exists()


def workbook(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_sheets_and_columns_are_named_below_a_title(tmp_path: Path) -> None:
    """The row with most cells is taken for the names of the columns, in every sheet."""
    head = [["A list of today"], [], ["No", "Recommendation"], ["1", "Ratify the OP-CAT"]]
    workbook(tmp_path / "in.xlsx", {"First": head, "Second": [["Paragraph", "Words", "State"]]})
    done = presession("label", "in.xlsx", "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "The columns of the sheet 'First' are: 'No', 'Recommendation'." in done.stderr
    assert "The columns of the sheet 'Second' are: 'Paragraph', 'Words', 'State'." in done.stderr
    done = presession("label", "in.xlsx", "--column", "Words", "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert "The sheet 'Second' was read" in done.stderr


def test_the_columns_of_a_csv_are_named_below_a_title(tmp_path: Path) -> None:
    """With the delimiter that the rows have, not the title."""
    (tmp_path / "in.csv").write_text("A list, of today\n\nNo;Words;State\n1;Ratify;Cuba\n", encoding="utf-8")
    done = presession("label", "in.csv", "--output", "out.csv", cwd=tmp_path)
    assert "Its columns are: 'No', 'Words', 'State'." in done.stderr


def test_a_second_column_of_the_name_is_told(tmp_path: Path) -> None:
    """The first is read, and staff know it."""
    (tmp_path / "in.csv").write_text("Text,No,text\nRatify the OP-CAT,1,Abolish torture\n", encoding="utf-8")
    done = presession("label", "in.csv", "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == 0
    assert "2 columns are called 'Text'; the first of them" in done.stderr


def test_nobody_is_sent_to_a_speaker_about_a_list(tmp_path: Path) -> None:
    """A list of recommendations is nobody's statement and goes into no pack."""
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "old.csv").write_bytes("Text\nGarantizar la educación de los niños\n".encode("cp1252"))
    for name in ("empty.csv", "old.csv"):
        done = presession("label", name, "--output", "out.csv", cwd=tmp_path)
        assert "FI0" in done.stderr
        assert "speaker" not in done.stderr
        assert "pack" not in done.stderr


def test_a_short_list_is_in_its_own_language() -> None:
    """Four words that begin with an action are enough."""
    rows = read_back(labelled("Établir une institution nationale\nRatifier CAT\n".encode(), "list.txt"))
    assert [row["language"] for row in rows] == ["fr", "fr"]


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    """Not by its own name, nor by another name of it."""
    source = tmp_path / "in.csv"
    source.write_text("Text\nRatify\n", encoding="utf-8")
    (tmp_path / "link.csv").symlink_to(source)
    (tmp_path / "hard.csv").hardlink_to(source)
    for output in ("in.csv", "link.csv", "hard.csv", "../" + tmp_path.name + "/in.csv"):
        with pytest.raises(CommandError, match="never overwritten"):
            labelling.check_output(source, tmp_path / output)


def test_an_output_of_another_format_is_refused(tmp_path: Path) -> None:
    """The endings that there are stand in the sentence."""
    (tmp_path / "in.csv").write_text("Text\nRatify\n", encoding="utf-8")
    done = presession("label", "in.csv", "--output", "out.pdf", cwd=tmp_path)
    assert done.returncode == 2
    assert ".csv, .tsv, .xlsx" in done.stderr


@pytest.mark.parametrize(
    ("data", "name", "code", "words"),
    [
        (b"", "a.csv", 3, "FI01"),
        (b"%PDF-1.7 x", "a.csv", 2, "is PDF"),
        (b"PK\x03\x04broken", "a.xlsx", 3, "FI03"),
        (b'Text\n"Ratify\nthe treaty\n', "a.csv", 3, "line 2"),
    ],
)
def test_what_is_no_table_is_told(data: bytes, name: str, code: int, words: str, tmp_path: Path) -> None:
    """Never a traceback."""
    (tmp_path / name).write_bytes(data)
    done = presession("label", name, "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out.csv").exists()


def test_an_unknown_language_is_told(tmp_path: Path) -> None:
    """Exit 2."""
    (tmp_path / "in.txt").write_text("Ratify\n", encoding="utf-8")
    done = presession("label", "in.txt", "--language", "klingon", "--output", "o.csv", cwd=tmp_path)
    assert done.returncode == 2
    assert "klingon" in done.stderr


def test_an_output_that_is_there_is_replaced_where_that_is_wanted_only(tmp_path: Path) -> None:
    """It may hold corrections; the same output anew is no question, and nothing else is left in the folder."""
    (tmp_path / "in.txt").write_text("Ratify the OP-CAT\n", encoding="utf-8")
    (tmp_path / "out.csv").write_text("old", encoding="utf-8")
    refused = presession("label", "in.txt", "--output", "out.csv", cwd=tmp_path)
    assert refused.returncode == 4
    assert "out.csv is there already" in refused.stderr
    assert "--force" in refused.stderr
    assert (tmp_path / "out.csv").read_text("utf-8") == "old"
    assert presession("label", "in.txt", "--output", "out.csv", "--force", cwd=tmp_path).returncode == 0
    assert presession("label", "in.txt", "--output", "out.csv", cwd=tmp_path).returncode == 0
    assert read_back((tmp_path / "out.csv").read_bytes())[0]["instruments"] == "OP-CAT"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.txt", "out.csv"]


@pytest.mark.parametrize(
    "source",
    [
        "Text,No\r\nRatify it,1\r\n",
        "Text;No\nRatify it;1",
        'No|Text\n1|"Ratify ""it"" | now"\n',
        '\ufeffText,No\n"Ratify\nit",1\n',
        "sep=;\nText;No\nRatify it;1\n",
        'Title of the table\n\n"Text",No\nRatify it,  1\n',
        "Text,No,\nRatify it,1\n\n=1+1,2,3,4\n",
        "No\rText\r".replace("\r", "\n").replace("No\n", "No,") + "1,'Ratify\n",
    ],
)
def test_every_record_of_a_csv_keeps_its_bytes(source: str) -> None:
    """Delimiter, quotes, line ends, blanks, mark: each line of the result begins with the line that was there."""
    data = source.encode("utf-8")
    out = labelled(data)
    old, new = data.splitlines(keepends=True), out.splitlines(keepends=True)
    assert len(old) == len(new)
    for before, after in zip(old, new, strict=True):
        bare = before.rstrip(b"\r\n")
        assert after.startswith(bare)
        assert after[len(after.rstrip(b"\r\n")) :] == before[len(bare) :]


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_keeps_its_encoding(codec: str) -> None:
    """What Excel wrote, Excel can read again."""
    text = "Text;Número\nRatificar la Convención de Belém do Pará para las mujeres y los niños;1\n"
    rows = labelled(text.encode(codec)).decode(codec).splitlines()
    assert rows[0].startswith("Text;Número;action_category")
    assert rows[1].startswith("Ratificar la Convención de Belém do Pará para las mujeres y los niños;1;")
    assert "Belém do Pará Convention" in rows[1]


def test_new_names_outside_of_a_code_page_lose_their_accents_only() -> None:
    """A Cyrillic code page has no é; the bytes that were there stay."""
    text = "Text\nРатифицировать Белен-ду-Пара и выполнить рекомендации по правам женщин\n"
    out = labelled(text.encode("cp1251")).decode("cp1251")
    assert "Belem do Para Convention" in out
    assert text.splitlines()[1] in out


def test_columns_that_are_there_already_are_kept() -> None:
    """The new one gets another name."""
    rows = read_back(labelled(b"Text,issues,language\nRatify the OP-CAT,mine,xx\n"))
    assert (rows[0]["issues"], rows[0]["language"]) == ("mine", "xx")
    assert "suggested_issues" in rows[0]
    assert rows[0]["suggested_language"] == "en"


def test_the_column_is_found_in_any_case_below_a_title() -> None:
    """As exports write it: notes above, capitals, blanks."""
    rows = labelled(b"Export of today\n\nNo, TEXT \n1,Ratify the OP-CAT\n").decode().splitlines()
    assert rows[0] == "Export of today"
    assert rows[2].startswith("No, TEXT ,action_category")
    assert "OP-CAT,16" in rows[3]


def test_lines_of_a_text_are_rows() -> None:
    """Empty lines stay empty rows; what a spreadsheet would run gets an apostrophe."""
    rows = read_back(labelled(b"1. Ratify the OP-CAT\n\n- Abolish torture\n", "list.txt"))
    assert [row["Text"] for row in rows] == ["1. Ratify the OP-CAT", "", "'- Abolish torture"]
    assert rows[0]["instruments"] == "OP-CAT"


def test_a_file_is_in_the_language_of_most_of_its_rows() -> None:
    """Short lines cannot be told apart by themselves; a line that is clearly in another language is."""
    lines = ["Ensure that the rights of all women are protected by the law"] * 5
    lines += ["Ratify CAT", "Garantizar los derechos de las mujeres y de los niños en las zonas rurales"]
    lines += ["批准《禁止酷刑公约》"]
    rows = read_back(labelled("\n".join(lines).encode(), "list.txt"))
    assert [row["language"] for row in rows] == ["en"] * 6 + ["es", "zh"]


ARABIC = "إلغاء عقوبة الإعدام"


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Abolir la peine de mort", "fr"),
        ("Abolir la pena de muerte", "es"),
        ("Die Todesstrafe abschaffen", "de"),
        ("Abolish the death penalty", "en"),
    ],
)
@pytest.mark.parametrize("beside", [ARABIC, "废除死刑", "Отменить смертную казнь"])
def test_a_line_beside_one_in_another_script_has_its_own_language(
    line: str, language: str, beside: str
) -> None:
    """And keeps what is suggested in it."""
    first, second = read_back(labelled(f"{line}\n{beside}\n".encode(), "list.txt"))
    assert first["language"] == language
    assert language == "de" or first["issues"] == "Death penalty"
    assert second["language"] in ("ar", "ru", "zh")
    assert second["issues"] == "Death penalty"


def test_no_line_has_a_language_of_another_script() -> None:
    """Also where nothing else is known of it: then it has none."""
    lines = [ARABIC, "Abolir a pena de morte", "OP-CAT", "Κατάργηση της θανατικής ποινής", "2024"]
    rows = read_back(labelled("\n".join(lines).encode(), "list.txt"))
    assert [row["language"] for row in rows][:1] == ["ar"]
    assert "ar" not in [row["language"] for row in rows][1:]


def test_a_line_with_letters_of_another_language_of_its_script_has_no_language() -> None:
    """Persian is no Arabic, Ukrainian no Russian, Japanese no Chinese."""
    lines = [
        "لغو مجازات اعدام و پایان دادن به شکنجه",
        "Скасувати смертну кару і забезпечити права",
        "死刑を廃止する",
    ]
    rows = read_back(labelled("\n".join(lines).encode(), "list.txt"))
    assert [row["language"] for row in rows] == ["", "", ""]


def test_a_line_of_a_language_without_tables_is_not_in_that_of_the_others() -> None:
    """None of its words speaks for English."""
    lines = ["Ensure that the rights of all women are protected by the law"] * 5
    lines += ["Kuridhia mkataba wa haki za wafanyakazi wahamiaji", "Abolir la peine de mort", "Ratify CED"]
    rows = read_back(labelled("\n".join(lines).encode(), "list.txt"))
    assert [row["language"] for row in rows][5:] == ["sw", "fr", "en"]


def test_a_language_that_is_said_holds_for_the_rows_of_its_script(tmp_path: Path) -> None:
    """`--language fr` makes no French of Arabic."""
    (tmp_path / "in.txt").write_text(f"Abolir la peine de mort\n{ARABIC}\nXyz\n", encoding="utf-8")
    done = presession("label", "in.txt", "--language", "fr", "--output", "out.csv", cwd=tmp_path)
    assert done.returncode == 0
    rows = read_back((tmp_path / "out.csv").read_bytes())
    assert [row["language"] for row in rows] == ["fr", "ar", "fr"]


def test_rows_whose_language_is_not_sure_are_told_of(tmp_path: Path) -> None:
    """With what to do."""
    (tmp_path / "in.txt").write_text(f"{ARABIC}\nOP-CAT\n", encoding="utf-8")
    done = presession("label", "in.txt", "--output", "out.csv", cwd=tmp_path)
    assert "Of 1 row(s) the language is not sure" in done.stderr
    assert "--language" in done.stderr


def test_a_csv_becomes_a_spreadsheet_of_strings(tmp_path: Path) -> None:
    """What looks like a formula is words there."""
    openpyxl = pytest.importorskip("openpyxl")
    (tmp_path / "o.xlsx").write_bytes(labelled(b"No,Text\n=1+1,Ratify the OP-CAT\n007,@x\n", ending=".xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "o.xlsx").active
    assert [cell.value for cell in sheet[2]][:2] == ["=1+1", "Ratify the OP-CAT"]
    assert [cell.data_type for cell in sheet[2]][:2] == ["s", "s"]
    assert sheet["A3"].value == "007"
    assert sheet["E2"].value == "OP-CAT"


def test_a_spreadsheet_keeps_all_that_is_in_it(tmp_path: Path) -> None:
    """Formats, formulas, other sheets; the new columns stand right of the widest row."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    notes = book.active
    notes.title = "Notes"
    notes["A1"] = "nothing here"
    sheet = book.create_sheet("List")
    sheet.append(["A title"])
    sheet.append(["No", "Text", "Sum"])
    sheet.append([1, "Ratify the OP-CAT", "=A3+1"])
    sheet.append([2, None, None, "aside"])
    sheet.append([3, "Ensure access to education for girls"])
    sheet["B3"].font = openpyxl.styles.Font(bold=True)
    path = tmp_path / "in.xlsx"
    book.save(path)
    (tmp_path / "out.xlsx").write_bytes(labelled(path.read_bytes(), "in.xlsx", ending=".xlsx"))
    result = openpyxl.load_workbook(tmp_path / "out.xlsx")
    assert result.sheetnames == ["Notes", "List"]
    found = result["List"]
    assert [cell.value for cell in found[2]] == ["No", "Text", "Sum", None, *LABELS.split(",")]
    assert [cell.value for cell in found[3]][:3] == [1, "Ratify the OP-CAT", "=A3+1"]
    assert found["B3"].font.bold
    assert found["G3"].value == "OP-CAT"
    assert found["D4"].value == "aside"
    assert found["H5"].value == "4; 5"
    rows = read_back(labelled(path.read_bytes(), "in.xlsx"))
    assert [row["Text"] for row in rows] == ["Ratify the OP-CAT", "", "Ensure access to education for girls"]


def test_the_time_for_a_table_grows_with_its_rows() -> None:
    """A whole cycle of reviews, ten thousand rows, in one go."""
    row = "Amend article {} of the Penal Code and ensure the rights of women and children"

    def labelling_of(count: int) -> float:
        table = Table(("Text",), tuple((row.format(n),) for n in range(count)), 0)
        labels = []
        taken = seconds(lambda: labels.append(labelling.label_rows(table, "", lambda share: None)))
        assert len(labels[0].cells) == count
        return taken

    assert grows_in_proportion(labelling_of, 10_000)
