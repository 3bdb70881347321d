"""Nobody is exposed: every speaker has markers of their own, and outputs hold those of agreed items only."""

from __future__ import annotations

import io
import re
import shutil
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from docx import Document
from docx.oxml import parse_xml
from PIL import Image

from pipeline.models.session import EDITIONS, Edition
from tests import sheets
from tests.programs import ALONE, own_cache, presession
from tests.three_states import THANKS

GOOD = Path(__file__).resolve().parent / "good"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ITEMS = ("NAME", "ROLE", "BIO", "ORGA", "ACRO", "AIM", "TEXT", "CONTACT", "SHEET")
ASIDE = ("AUTHOR", "COMMENT", "HIDDEN", "DELETED", "EXIF", "FILE", "LINK")
"""What no consent reaches: the metadata of a file, and what it does not show."""

MARKER = re.compile(rf"zq(?:{'|'.join((*ITEMS, *ASIDE)).casefold()})x[a-e]|zqsurname[a-e]")


def marker(number: int, item: str) -> str:
    """A word that stands nowhere else, such as Zqnamexb for the name of speaker 2."""
    return f"Zq{item.lower()}x{'abcdefgh'[number - 1]}"


def statement(number: int, target: Path) -> None:
    """A DOCX with a marker in everything a DOCX can carry; it names its speaker, by mail too."""
    document = Document()
    document.core_properties.author = marker(number, "AUTHOR")
    document.core_properties.keywords = marker(number, "AUTHOR")
    document.add_heading("Statement on Cuba", 1)
    said = document.add_paragraph(f"This statement of national groups says {marker(number, 'TEXT')}.")
    document.add_comment(said.runs, marker(number, "COMMENT"), author=marker(number, "AUTHOR"))
    hidden = document.add_paragraph().add_run(marker(number, "HIDDEN"))
    hidden.font.hidden = True
    gone = f"<w:t>{marker(number, 'DELETED')}</w:t>".replace("w:t", "w:delText")
    author = marker(number, "AUTHOR")
    said._p.append(parse_xml(f'<w:del {W} w:id="9" w:author="{author}"><w:r>{gone}</w:r></w:del>'))
    document.add_paragraph(THANKS)
    document.add_paragraph(
        f"We recommend that the Government of Cuba ratify the {marker(number, 'TEXT')} treaty."
    )
    document.add_paragraph(f"Signed: {marker(number, 'NAME')} Zqsurname{'abcdefgh'[number - 1]}")
    document.add_paragraph(
        f"Write to {marker(number, 'LINK')}@sample.example or call +41 22 555 01 0{number}."
    )
    document.add_picture(io.BytesIO(photo(number)))
    document.save(str(target))


def photo(number: int) -> bytes:
    """A grey square with a marker in its EXIF and its comment."""
    exif = Image.Exif()
    exif[0x013B] = exif[0x8298] = marker(number, "EXIF")
    target = io.BytesIO()
    Image.new("RGB", (240, 300), (90 + number, 90, 90)).save(
        target, "JPEG", exif=exif, comment=marker(number, "EXIF").encode()
    )
    return target.getvalue()


def fact_sheet(number: int) -> bytes:
    """A page with a marker on it, and one in all that a PDF carries beside its pages."""
    writer: Any = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(sheets.laden())))
    page = writer.pages[0]
    page["/Resources"]["/Font"].get_object()[sheets.NameObject("/F1")] = sheets.font(writer)
    words = sheets.said(f"Figures of {marker(number, 'SHEET')} for this year", y=150)
    content = page["/Contents"].get_object().get_data() + b"\n" + words.encode()
    page[sheets.NameObject("/Contents")] = writer._add_object(sheets.stream(content))
    writer.add_metadata({"/Author": marker(number, "AUTHOR")})
    note = {"/Type": "/Annot", "/Subtype": "/Text", "/Rect": [9, 9, 20, 20], "/T": marker(number, "COMMENT")}
    page[sheets.NameObject("/Annots")] = sheets.entries([writer._add_object(sheets.entries(note))])
    writer.add_attachment("x.txt", marker(number, "HIDDEN").encode())
    return sheets.written(writer)


CONSENTS = (
    "{name: yes, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes, fact_sheet: yes}",
    "{name: {room: yes, public: no}, photo: no, bio: {room: yes, public: no}, organisation: yes,"
    " statement: yes, contact: no, fact_sheet: yes}",
    "{name: no, photo: no, bio: no, organisation: no, statement: yes, contact: no, fact_sheet: yes}",
    "{name: no, photo: no, bio: no, organisation: no, statement: no, contact: no, fact_sheet: no}",
    "{name: yes, photo: yes, bio: yes, organisation: yes, statement: yes, contact: yes, fact_sheet: yes}",
)
"""The last is of somebody at risk: the short form does not reach the public edition."""


def agreed(number: int, edition: Edition) -> set[str]:
    """The markers that may stand in `edition`, as the consents above say."""
    room = edition == "room"
    everything = set(ITEMS)
    given = {
        1: everything,
        2: everything - {"CONTACT"} if room else {"ORGA", "ACRO", "AIM", "TEXT", "SHEET"},
        3: {"TEXT"},
        4: set(),
        5: everything if room else {"ORGA", "ACRO", "AIM", "TEXT"},
    }[number]
    if "CONTACT" in given:
        given = given | {"LINK"}  # the address in the speaker's own statement
    return {marker(number, item) for item in given}


def speaker(number: int) -> str:
    """One entry of review.yaml."""
    values = {item: marker(number, item) for item in ITEMS}
    risk = "    at_risk: yes\n" if number == 5 else ""
    return f"""
  - name: {values["NAME"]} Zqsurname{"abcdefgh"[number - 1]}
    role: {values["ROLE"]}
    description: a human rights defender
    contact: {values["CONTACT"]}@sample.example
    organisation: {{name: {values["ORGA"]}, acronym: {values["ACRO"].upper()}, aim: {values["AIM"]}}}
    bio: The speaker {values["BIO"]} has worked for ten years.
    floor: 5
    photo: {{file: photos/{marker(number, "FILE")}-p.jpg, alternative: Portrait of {values["NAME"]} Zq}}
    statement: statements/{marker(number, "FILE")}.docx
    fact_sheet: fact-sheets/{marker(number, "FILE")}-s.pdf
    language: en
    consent: {CONSENTS[number - 1]}
{risk}"""


@pytest.fixture(scope="module", params=EDITIONS)
def built(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Edition, Path, str]:
    """A workspace in which the edition was built: its folder, and all that the build printed."""
    edition: Edition = request.param
    folder = tmp_path_factory.mktemp(f"exposed-{edition}")
    shutil.copytree(GOOD, folder / "in" / "upr30")
    cuba = folder / "in" / "upr30" / "cuba"
    review = (cuba / "review.yaml").read_text("utf-8").split("\nspeakers:")[0]
    masks = "mask:\n" + "".join(f"  - speaker: {number}\n" for number in (2, 3, 5))
    speakers = "".join(speaker(number) for number in range(1, 6))
    (cuba / "review.yaml").write_text(f"{review}\nspeakers:{speakers}{masks}", "utf-8")
    (cuba / "photos").mkdir()
    (cuba / "fact-sheets").mkdir()
    for number in range(1, 6):
        statement(number, cuba / "statements" / f"{marker(number, 'FILE')}.docx")
        (cuba / "photos" / f"{marker(number, 'FILE')}-p.jpg").write_bytes(photo(number))
        (cuba / "fact-sheets" / f"{marker(number, 'FILE')}-s.pdf").write_bytes(fact_sheet(number))
    (cuba / "statements" / "legal-aid.md").rename(cuba / "statements" / f"{marker(3, 'NAME')}-old.md")
    env = own_cache(folder)
    done = presession("build", "in/upr30", *ALONE, "--edition", edition, cwd=folder, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    done = presession("archive", "in/upr30", "--edition", edition, cwd=folder, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    return edition, folder, done.stdout + done.stderr


def contents(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """`data` and all that is packed in it: parts of archives, streams and texts of PDFs, inflated bytes."""
    yield data
    if depth < 3 and data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield from contents(archive.read(name), depth + 1)
    elif data[:5] == b"%PDF-":
        yield from in_pdf(data)


def in_pdf(data: bytes) -> Iterator[bytes]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    yield repr(reader.metadata).encode() + repr(reader.outline).encode()
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 2):
        found = reader.get_object(number)
        yield repr(found).encode()
        if hasattr(found, "get_data") and found.get("/Subtype") != "/Image":
            yield found.get_data()
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_range().encode()
    for packed in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.S):
        try:
            yield zlib.decompressobj().decompress(packed.group(1))
        except zlib.error:
            continue


BEGINNING = re.compile("[zZ]\u00ad*[qQ]")
"""How a marker begins as it is written: no other character is a z or a q in small letters, alone or composed."""
LONGEST = 200
"""Characters that a marker may take, with soft hyphens between all of its letters."""


def spelt(text: str, marker: re.Pattern[str]) -> Iterator[str]:
    """Every `marker` in a text, composed, without soft hyphens, in small letters.

    To make the whole text so takes most of the time of these tests, and a marker is a few letters of it.
    """
    for begin in BEGINNING.finditer(text):
        written = text[begin.start() : begin.start() + LONGEST]
        plain = unicodedata.normalize("NFC", written).replace("\u00ad", "").casefold()
        if found := marker.match(plain):
            yield found[0]


def markers_in(folder: Path) -> dict[str, str]:
    """Marker, in small letters -> a file below `folder` that holds it, in its name or anywhere in its bytes."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        here = [str(path.relative_to(folder)).encode()]
        if path.is_file() and "fonts" not in path.parts:
            here += contents(path.read_bytes())
        for data in here:
            for text in (data.decode("utf-8", "ignore"), data.decode("utf-16-be", "ignore")):
                for word in spelt(text, MARKER):
                    found.setdefault(word, path.name)
    return found


def allowed(edition: Edition) -> set[str]:
    """All markers that may stand in `edition`, in small letters."""
    found = {word.casefold() for number in range(1, 6) for word in agreed(number, edition)}
    return found | {f"zqsurname{word[-1]}" for word in found if word.startswith("zqname")}


@pytest.fixture(scope="module")
def shown(built: tuple[Edition, Path, str]) -> dict[str, str]:
    """What is found in the outputs of an edition, which no test here changes."""
    return markers_in(built[1] / "output")


def test_outputs_hold_the_markers_of_agreed_items_only(
    built: tuple[Edition, Path, str], shown: dict[str, str]
) -> None:
    """Packs, tables, programme, calendar, manifest, problems, status page, archive: names and all bytes."""
    edition = built[0]
    files = {marker(1, "FILE").casefold(), *({marker(5, "FILE").casefold()} if edition == "room" else ())}
    files |= {marker(2, "FILE").casefold()} if edition == "room" else set()
    forbidden = {word: file for word, file in shown.items() if word not in allowed(edition) | files}
    assert forbidden == {}


def test_agreed_items_are_all_shown(built: tuple[Edition, Path, str], shown: dict[str, str]) -> None:
    """The search can find: what was agreed to is there, so nothing was hidden by hiding everything."""
    edition = built[0]
    without_bio = {marker(2, "AIM").casefold(), marker(5, "AIM").casefold()} if edition == "public" else set()
    assert allowed(edition) - shown.keys() - without_bio == set()


def test_the_cache_holds_nothing_that_no_edition_shows(built: tuple[Edition, Path, str]) -> None:
    """What is kept to be faster: no metadata, nothing of the one who agreed to nothing, no masked name."""
    _, folder, _ = built
    found = markers_in(folder / "cache")
    shown = allowed("room") | allowed("public")
    assert {word: file for word, file in found.items() if word not in shown} == {}
    assert found, "the search reads what is kept"


def test_nothing_says_that_somebody_is_at_risk(built: tuple[Edition, Path, str]) -> None:
    """Neither in words nor as the key of review.yaml, nor by a problem that only they can have."""
    _, folder, _ = built
    for path in (folder / "output").rglob("*"):
        if path.suffix in (".json", ".html"):
            text = path.read_text("utf-8")
            assert "at_risk" not in text
            assert "at risk" not in text
            assert "SP18" not in text


def test_a_planted_marker_is_found(tmp_path: Path) -> None:
    """The search can fail: in a stream of a PDF, in a part of a DOCX in a zip, in a name of a file."""
    word = marker(4, "NAME")
    document = Document()
    document.core_properties.author = word
    document.save(str(tmp_path / "inner.docx"))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w", zipfile.ZIP_DEFLATED) as outer:
        outer.write(tmp_path / "inner.docx", "x.docx")
    (tmp_path / "inner.docx").unlink()
    assert set(markers_in(tmp_path)) == {word.casefold()}
    (tmp_path / "outer.zip").unlink()
    pdf = pypdf.PdfWriter()
    pdf.add_blank_page(72, 72)
    pdf.add_metadata({"/Author": word})
    pdf.write(str(tmp_path / "a.pdf"))
    assert set(markers_in(tmp_path)) == {word.casefold()}
