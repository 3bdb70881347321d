"""A session of several States, both editions, every command: what is found anywhere was agreed to."""

from __future__ import annotations

import html
import io
import re
import shutil
import textwrap
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdf
import pytest
from docx import Document
from docx.oxml import parse_xml
from PIL import Image
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from pipeline.models.session import EDITIONS, Edition
from tests.programs import ALONE, own_cache, presession
from tests.test_nobody_is_exposed import contents, spelt
from tests.three_states import THANKS

GOOD = Path(__file__).resolve().parent.parent / "good"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
METADATA = frozenset(
    [
        "author",
        "app",
        "custom",
        "comment",
        "hidden",
        "deleted",
        "deleter",
        "inserter",
        "exif",
        "gps",
        "xmp",
        "jpegcomment",
        "info",
        "note",
        "attached",
    ]
)
"""What no consent reaches: who handled a file, and what it does not show."""
ITEMS = {
    "name": ("name", "role", "surname"),
    "organisation": ("orga", "acro", "aim"),
    "bio": ("bio",),
    "statement": ("text",),
    "contact": ("contact", "link"),
}
MARKER = re.compile(rf"zq(?:{'|'.join([*METADATA, *sum(ITEMS.values(), ()), 'file'])})x[a-f](?![a-z])")


@dataclass(frozen=True)
class Person:
    """A speaker: `state` and place of speaking, the kind of file, and the items agreed to in each edition."""

    letter: str
    state: str
    number: int
    kind: str
    room: str
    public: str

    def may(self, edition: Edition) -> set[str]:
        """The markers that may stand in `edition`."""
        items = (self.room if edition == "room" else self.public).split()
        found = [word for item in items for word in ITEMS.get(item, ())]
        return {
            self.marker(word)
            for word in [*found, *(["file"] if {"name", "organisation"} <= {*items} else [])]
        }

    def must(self, edition: Edition) -> set[str]:
        """The markers that have to be shown in `edition`."""
        items = (self.room if edition == "room" else self.public).split()
        aside = {
            "file",
            *(() if "bio" in items else ("role", "aim", "contact")),
            *(() if "statement" in items else ("link",)),
        }
        return self.may(edition) - {self.marker(word) for word in aside}

    def marker(self, item: str) -> str:
        return f"zq{item}x{self.letter}"

    def yaml(self) -> str:
        """The speaker's entry of review.yaml."""
        m, title = self.marker, self.marker("name").title()
        given = ", ".join(
            f"{item}: {{room: {'yes' if item in self.room.split() else 'no'}, "
            f"public: {'yes' if item in self.public.split() else 'no'}}}"
            for item in ("name", "photo", "bio", "organisation", "statement", "contact")
        )
        return f"""
  - name: {title} {m("surname").title()}
    role: {m("role")}
    description: a human rights defender
    contact: {m("contact")}@sample.example
    organisation: {{name: {m("orga")}, acronym: {m("acro").upper()}, aim: {m("aim")}}}
    bio: The speaker {m("bio")} has worked for ten years.
    floor: 5
    photo: {{file: photos/{m("file")}-p.jpg, alternative: Portrait of {title}}}
    statement: statements/{m("file")}.{self.kind}
    language: en
    consent: {{{given}}}"""

    def lines(self) -> list[str]:
        """What the statement says."""
        m = self.marker
        return [
            f"This statement of national groups speaks of {m('text')} and of the hopes of many families.",
            *textwrap.wrap(THANKS, 90),
            f"We recommend that the Government ratify the {m('text')} treaty before the next review.",
            f"Signed: {m('name').title()} {m('surname').title()}",
            f"Write to {m('link')}@sample.example or call +41 22 555 01 0{ord(self.letter) - 96}.",
        ]


EVERYTHING = "name photo bio organisation statement contact"
PEOPLE = (
    Person("a", "cuba", 1, "docx", EVERYTHING, EVERYTHING),
    Person("b", "cuba", 2, "pdf", "name bio organisation statement", "organisation statement"),
    Person("c", "colombia", 1, "docx", "statement", "statement"),
    Person("d", "colombia", 2, "pdf", "", ""),
    Person("e", "jordan", 1, "pdf", "name photo bio statement", "name statement"),
    Person("f", "jordan", 2, "docx", "", EVERYTHING),
)
STATES = {"cuba": ("CU", "10:00"), "colombia": ("CO", "12:00"), "jordan": ("JO", "14:00")}
TEXTS = {person.marker(word) for person in PEOPLE for word in ("text", "name", "surname", "link")}
FILES = {person.marker("file") for person in PEOPLE}


def photo(person: Person) -> bytes:
    """A grey picture with markers in EXIF, the place of GPS, XMP and the comment."""
    exif = Image.Exif()
    exif[0x013B] = exif[0x8298] = person.marker("exif")
    exif[0x8825] = {1: "N", 18: person.marker("gps")}
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{person.marker('xmp')}</x:xmpmeta>".encode()
    target = io.BytesIO()
    picture = Image.new("RGB", (240, 300), (90 + ord(person.letter) - 96, 90, 90))
    picture.save(target, "JPEG", exif=exif, xmp=xmp, comment=person.marker("jpegcomment").encode())
    return target.getvalue()


def docx(person: Person) -> bytes:
    """A statement whose file tells in every place of a DOCX who handled it."""
    m, document = person.marker, Document()
    document.core_properties.author = document.core_properties.last_modified_by = m("author")
    said = [document.add_paragraph(line) for line in person.lines()]
    document.add_comment(said[0].runs, m("comment"), author=m("author"))
    document.add_paragraph().add_run(m("hidden")).font.hidden = True
    gone = f"<w:r><w:delText>{m('deleted')}</w:delText></w:r>"
    said[0]._p.append(parse_xml(f'<w:del {W} w:id="9" w:author="{m("deleter")}">{gone}</w:del>'))
    added = "<w:r><w:t> All of this is urgent.</w:t></w:r>"
    said[0]._p.append(parse_xml(f'<w:ins {W} w:id="8" w:author="{m("inserter")}">{added}</w:ins>'))
    document.add_picture(io.BytesIO(photo(person)))
    plain, target = io.BytesIO(), io.BytesIO()
    document.save(plain)
    office = "http://schemas.openxmlformats.org/officeDocument/2006"
    custom = f'<Properties xmlns="{office}/custom-properties"><a>{m("custom")}</a></Properties>'
    app = f'<Properties xmlns="{office}/extended-properties"><Company>{m("app")}</Company></Properties>'
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                part = f'<Override PartName="/docProps/custom.xml" ContentType="{kind}"/></Types>'
                data = data.replace(b"</Types>", part.encode())
            new.writestr(name, app if name == "docProps/app.xml" else data)
        new.writestr("docProps/custom.xml", custom)
    return target.getvalue()


def pdf(person: Person) -> bytes:
    """A statement with markers in Info, XMP, a note and an attachment."""
    m, writer = person.marker, pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in
         (("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Helvetica"), ("Encoding", "WinAnsiEncoding"))}
    )  # fmt: skip
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "".join(f"({line}) Tj 0 -30 Td " for line in person.lines())
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 11 Tf 72 720 Td {shown}ET".encode("ascii"))
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({"/Author": m("info"), "/Keywords": m("info")})
    xmp = DecodedStreamObject()
    xmp.set_data(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{m('xmp')}</x:xmpmeta>".encode())
    xmp[NameObject("/Type")], xmp[NameObject("/Subtype")] = NameObject("/Metadata"), NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(xmp)
    writer.add_annotation(0, Text(rect=(72, 40, 92, 60), text=m("note")))
    writer.add_attachment(f"{m('attached')}.txt", m("attached").encode())
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def plains(data: bytes) -> Iterator[str]:
    """`data` as text in every encoding, and what is escaped or written as hexadecimal numbers in it."""
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        text = data.decode(encoding, "ignore")
        yield text
        if encoding == "utf-8" and re.search(r"&#|%[0-9A-Fa-f]{2}", text):
            yield html.unescape(text)
            yield urllib.parse.unquote(text, errors="ignore")
    for digits in re.findall(rb"<([0-9A-Fa-f\s]{12,})>", data):
        packed = b"".join(digits.split())
        pair = bytes.fromhex(packed[: len(packed) // 2 * 2].decode())
        yield pair.decode("utf-8", "ignore")
        yield pair.decode("utf-16-be", "ignore")


def inflated(data: bytes) -> Iterator[bytes]:
    """What is packed anywhere in the bytes of a file that is no archive and no PDF."""
    if data[:2] != b"PK" and data[:5] != b"%PDF-":
        for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08", data):
            try:
                yield zlib.decompressobj(47).decompress(data[match.start() :])
            except zlib.error:
                continue


def markers(data: bytes) -> set[str]:
    """Every marker in `data`, which may be packed, escaped or encoded."""
    found: set[str] = set()
    for inner in contents(data):
        for piece in (inner, *inflated(inner)):
            for text in plains(piece):
                found |= set(spelt(text, MARKER))
    return found


def markers_below(folder: Path) -> dict[str, str]:
    """Marker -> the first file below `folder` that holds it, in its name or its bytes."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        inner = str(path.relative_to(folder))
        here = markers(inner.encode())
        if path.is_file() and "fonts" not in path.parts:
            here |= markers(path.read_bytes())
        for word in here:
            found.setdefault(word, inner)
    return found


@dataclass(frozen=True)
class Run:
    """The workspace after all commands, and what they printed: of builds and archives, and of extract."""

    folder: Path
    told: str
    extracted: dict[str, str]


def write_session(folder: Path) -> None:
    """Three States with two speakers each."""
    shutil.copytree(GOOD, folder)
    base = (folder / "cuba" / "review.yaml").read_text("utf-8").split("\nspeakers:")[0]
    shutil.rmtree(folder / "cuba")
    for state, (code, time) in STATES.items():
        people = [person for person in PEOPLE if person.state == state]
        for inner in ("statements", "photos"):
            (folder / state / inner).mkdir(parents=True)
        for person in people:
            made = docx(person) if person.kind == "docx" else pdf(person)
            (folder / state / "statements" / f"{person.marker('file')}.{person.kind}").write_bytes(made)
            (folder / state / "photos" / f"{person.marker('file')}-p.jpg").write_bytes(photo(person))
        text = base.replace("state: CU", f"state: {code}").replace("10:00", time)
        masks = "\nmask:" + "".join(f"\n  - speaker: {person.number}" for person in people) + "\n"
        speakers = "\nspeakers:" + "".join(person.yaml() for person in people)
        (folder / state / "review.yaml").write_text(f"{text}{speakers}{masks}", "utf-8")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Both editions built and archived into folders of their own, drafts written, two files extracted."""
    folder = tmp_path_factory.mktemp("several")
    write_session(folder / "in" / "upr30")
    env = own_cache(folder)
    told, extracted = "", {}
    for edition in EDITIONS:
        common = ("in/upr30", "--edition", edition, "--output", f"out-{edition}")
        log = ("--verbose", "--log-file", f"log-{edition}.jsonl")
        for arguments in (("build", *common, *log, *ALONE), ("archive", *common)):
            ended = presession(*arguments, cwd=folder, env=env)
            assert ended.returncode == 0, ended.stdout + ended.stderr
            told += ended.stdout + ended.stderr
    for person in PEOPLE[:2]:
        file = f"in/upr30/{person.state}/statements/{person.marker('file')}.{person.kind}"
        ended = presession("extract", file, "--state", "CU", "--format", "json", cwd=folder, env=env)
        extracted[person.letter] = ended.stdout + ended.stderr
    ended = presession("review", "in/upr30", cwd=folder, env=env)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return Run(folder, told + ended.stdout + ended.stderr, extracted)


def allowed(edition: Edition) -> set[str]:
    return {word for person in PEOPLE for word in person.may(edition)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_output_holds_what_was_agreed_to_and_nothing_else(done: Run, edition: Edition) -> None:
    """Packs of all States, tables, programme, calendar, manifest, status page and archive, to the last byte."""
    found = markers_below(done.folder / f"out-{edition}")
    assert {word: file for word, file in found.items() if word not in allowed(edition)} == {}
    wanted = {word for person in PEOPLE for word in person.must(edition)}
    assert wanted - found.keys() == set()


def test_what_is_kept_between_builds_was_agreed_to_in_some_edition(done: Run) -> None:
    """The cache served both editions; no metadata is in it, nor whoever agreed to nothing."""
    found = markers_below(done.folder / "cache")
    shown = allowed("room") | allowed("public")
    assert {word: file for word, file in found.items() if word not in shown} == {}
    assert PEOPLE[0].marker("text") in found


def test_logs_name_nobody(done: Run) -> None:
    """A line for every step, without a name, a word of a statement or the name of a file."""
    logs = [done.folder / f"log-{edition}.jsonl" for edition in EDITIONS]
    assert all(log.read_bytes() for log in logs)
    assert set().union(*(markers(log.read_bytes()) for log in logs)) == set()


def test_the_terminal_shows_paths_as_staff_wrote_them_and_nobody_else(done: Run) -> None:
    """What build, archive and review print: names of files, and what an edition shows."""
    assert markers(done.told.encode()) - FILES - allowed("room") - allowed("public") == set()


def test_extract_shows_what_can_be_read_in_the_file(done: Run) -> None:
    """The demand, word for word; nothing of who wrote, deleted or commented on it."""
    for letter, printed in done.extracted.items():
        found = markers(printed.encode())
        assert f"zqtextx{letter}" in found
        assert found - TEXTS - FILES == set()


def test_drafts_for_staff_hold_no_metadata(done: Run) -> None:
    """corrections.yaml quotes statements, so it quotes what can be read in them only."""
    drafts = sorted((done.folder / "in").rglob("corrections.yaml"))
    assert drafts
    found = set().union(*(markers(draft.read_bytes()) for draft in drafts))
    assert PEOPLE[0].marker("text") in found
    assert found - TEXTS - FILES == set()


def test_the_inputs_hold_every_marker() -> None:
    """The search finds all that was planted, so what it does not find in outputs is not there."""
    for person in PEOPLE:
        made = markers(docx(person) if person.kind == "docx" else pdf(person)) | markers(photo(person))
        own = {"docx": {"info", "note", "attached"}, "pdf": METADATA - {"info", "note", "attached"}}[
            person.kind
        ]
        own -= {"exif", "gps", "xmp", "jpegcomment"}
        assert {person.marker(word) for word in METADATA - own} - made == set()


@pytest.mark.parametrize(
    "data",
    [
        "zqnamexa".encode("utf-16-le"),
        b"%7a%71%6eamexa",
        b"&#122;&#x71;namexa",
        b"<" + "zqnamexa".encode("utf-16-be").hex().encode() + b">",
        b"head" + zlib.compress(b"zqnamexa"),
        "zqna\u00admexa".encode(),
    ],
)
def test_no_encoding_hides_a_marker(data: bytes) -> None:
    """UTF-16, percent signs, character references, hexadecimal strings, deflated bytes, soft hyphens."""
    assert markers(data) == {"zqnamexa"}
