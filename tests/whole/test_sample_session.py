"""The main job, end to end: the 30th session's folder goes in, packs and programme come out."""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import os
import re
import shutil
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from pipeline import gather, run
from pipeline.engine import Forecast, Keeper, Pool, Store
from pipeline.models.pack import PackInput
from pipeline.models.passages import Passage
from tests.programs import is_subsequence, pdf_text, presession, run_program
from tests.render.pdf.reading import DIRECTIONS
from tests.whole.languages import LANGUAGES, ending, in_english_alone, pack_of, packs_in

STATES = {
    *("azerbaijan", "bangladesh", "burkina-faso", "cameroon", "canada", "cape-verde", "colombia"),
    *("cuba", "djibouti", "germany", "russian-federation", "turkmenistan", "tuvalu", "uzbekistan"),
}


@pytest.fixture(scope="module")
def checked(workspace: Path) -> run.Checked:
    """The same session, read and checked in this process's own words."""
    return run.check(workspace / "inputs" / "upr30", run.Options())


def packs(checked: run.Checked) -> Iterator[tuple[str, PackInput]]:
    yield from checked.packs.items()


def spoken(pack: PackInput) -> Iterator[tuple[int, tuple[Passage, ...]]]:
    """The passages of every statement that may be shown."""
    for contribution in pack.contributions:
        if contribution.statement and contribution.speaker.consent.allows("statement", "room"):
            yield contribution.speaker.number, contribution.statement.passages


TITLE = f"{qn('w:pPr')}/{qn('w:pStyle')}[@{qn('w:val')}='Heading1']"
LABEL = TITLE.replace("Heading1", "ContentsLabel")
"""Whose pages the contents of the Word file give: said in no other file."""


def words(text: str) -> list[str]:
    return text.replace("\u00ad", "").split()


def docx_words(data: bytes) -> list[str]:
    """All words of a DOCX in document order, fields by their shown result.

    A footnote is read where its statement ends: there PDF and HTML have it.
    """
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    bullets = docx_bullets(document)
    notes = docx_footnotes(data)
    parts: list[str] = []
    waiting: list[str] = []
    for node in body.iter(qn("w:t"), qn("w:p"), qn("w:tab"), qn("w:br"), qn("w:footnoteReference")):
        if node.tag == qn("w:footnoteReference"):
            waiting.append(notes.pop(node.get(qn("w:id"))))
        elif node.tag == qn("w:p") and node.find(TITLE) is not None:
            parts += waiting
            waiting = []
        if node.tag == qn("w:p"):
            parts.append(" " + bullets.get(list_of(node), ""))
        if node.getparent().getparent().find(LABEL) is not None:
            continue
        if node.tag != qn("w:footnoteReference"):
            parts.append((node.text or "") if node.tag == qn("w:t") else " ")
    assert not notes
    return words("".join(parts + waiting))


def docx_bullets(document: docx.document.Document) -> dict[str, str]:
    """The sign that Word puts before an item, by the number of its list."""
    if not any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in document.part.rels.values()):
        return {}
    numbering = document.part.numbering_part.element
    signs = {}
    for kind in numbering.iter(qn("w:abstractNum")):
        level = kind.find(qn("w:lvl"))
        if level is not None and level.find(qn("w:numFmt")).get(qn("w:val")) == "bullet":
            signs[kind.get(qn("w:abstractNumId"))] = level.find(qn("w:lvlText")).get(qn("w:val"))
    lists = {
        each.get(qn("w:numId")): each.find(qn("w:abstractNumId")).get(qn("w:val"))
        for each in numbering.iter(qn("w:num"))
    }
    return {number: signs[kind] for number, kind in lists.items() if kind in signs}


def list_of(paragraph: docx.oxml.xmlchemy.BaseOxmlElement) -> str:
    """The number of the list to which a paragraph says that it belongs; nothing for other paragraphs."""
    found = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    return "" if found is None else found.get(qn("w:val"))


def docx_footnotes(data: bytes) -> dict[str, str]:
    """The words of each footnote by its number in the file."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    if "word/footnotes.xml" not in archive.namelist():
        return {}
    root = parse_xml(archive.read("word/footnotes.xml"))
    return {
        note.get(qn("w:id")): " "
        + "".join(
            (node.text or "") if node.tag == qn("w:t") else " "
            for node in note.iter(qn("w:t"), qn("w:p"), qn("w:tab"), qn("w:br"))
        )
        for note in root
        if note.get(qn("w:type")) is None
    }


def test_fourteen_packs_and_the_programme_come_out(built: Path) -> None:
    """Pack and summary in every language, three tables for each State; programme, calendar and status page."""
    assert {path.name for path in built.iterdir() if path.is_dir()} == STATES
    for folder in STATES:
        assert sorted(path.suffix for path in (built / folder).iterdir()) == sorted(
            [*(".pdf", ".pdf", ".docx", ".html") * len(LANGUAGES), ".csv", ".json", ".xlsx"]
        )
    names = {path.name for path in built.iterdir() if path.is_file()}
    programme = {
        f"programme{ending(language)}.{kind}" for language in LANGUAGES for kind in ("pdf", "docx", "html")
    }
    assert names == programme | {
        "calendar.ics",
        "index.html",
        "problems.json",
        "manifest.json",
        ".made-from.json",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_statement_is_lost_or_changed_in_the_pdf(
    built: Path, checked: run.Checked, language: str
) -> None:
    """Every word of every consented statement, notes included, stands in the pack in order for pdftotext."""
    lost = []
    for folder, pack in packs(checked):
        found = words(pdf_text(pack_of(built, folder, language)).translate(DIRECTIONS))
        for number, passages in spoken(pack):
            if missing := is_subsequence([w for p in passages for w in words(p.text)], found):
                lost.append(f"{folder}, statement {number}: {missing}")
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_of_a_statement_is_lost_or_changed_in_the_docx(
    built: Path, checked: run.Checked, language: str
) -> None:
    """The same, footnotes included."""
    lost = []
    for folder, pack in packs(checked):
        found = docx_words(pack_of(built, folder, language).with_suffix(".docx").read_bytes())
        for number, passages in spoken(pack):
            if missing := is_subsequence([w for p in passages for w in words(p.text)], found):
                lost.append(f"{folder}, statement {number}: {missing}")
    assert lost == []


class Main(HTMLParser):
    """The words between <main> and </main>."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = False
        self.said: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.said.append(data)


def test_the_status_page_leads_to_every_file_and_names_what_is_missing(built: Path) -> None:
    """Each link leads to a file of the build; what is awaited stands there without a name."""
    page = (built / "index.html").read_text("utf-8")
    links = [unquote(link) for link in re.findall(r'href="([^"#]+)"', page)]
    assert all((built / link).is_file() for link in links)
    packs_linked = {Path(link).parts[0] for link in links if link.endswith("-briefing-pack.pdf")}
    assert packs_linked == STATES
    assert "14 of 14 States built" in page
    assert "speakers" in page


def squeezed(text: str) -> str:
    """Without white space and marks of direction, and without hyphens, which only the PDF has at line ends."""
    return re.sub(r"[\s\u00ad-]+", "", text.translate(DIRECTIONS))


def first_difference(one: str, other: str) -> tuple[str, str] | None:
    for index, (left, right) in enumerate(itertools.zip_longest(one, other)):
        if left != right:
            return one[max(0, index - 40) : index + 20], other[max(0, index - 40) : index + 20]
    return None


def test_the_same_inputs_give_the_same_bytes_anywhere(workspace: Path, built: Path, tmp_path: Path) -> None:
    """Other folder, times and order of files, user, time zone, locale, order of hashing, workers; nothing kept."""
    place = tmp_path / "Отдел – other place"
    copy_in_other_order(workspace / "inputs/upr30", place / "inputs/upr30")
    env = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "HOME": str(tmp_path / "home"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "USER": "sample-other",
        "LOGNAME": "sample-other",
        "HOSTNAME": "sample-host",
        "COLUMNS": "40",
    }
    done = presession("build", "inputs/upr30", "--jobs", "1", cwd=place, env=env)
    assert done.returncode == 0, done.stdout + done.stderr
    assert hashes(place / "output/upr30") == hashes(built)


def copy_in_other_order(source: Path, target: Path) -> None:
    """The last file first, each of another time and other rights."""
    files = [path for path in sorted(source.rglob("*"), reverse=True) if path.is_file()]
    for number, path in enumerate(files):
        copied = target / path.relative_to(source)
        copied.parent.mkdir(parents=True, exist_ok=True)
        copied.write_bytes(path.read_bytes())
        copied.chmod(0o600)
        os.utime(copied, (1_000_000_000 + 86_400 * number, 1_000_000_000 + 3_600 * number))


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_final_refuses_what_is_awaited_and_builds_what_is_complete(
    workspace: Path, checked: run.Checked, tmp_path: Path
) -> None:
    """Exit 3 with every awaited item named; a complete State is built without the DRAFT mark."""
    awaited = {f for f, pack in packs(checked) if pack.awaited}
    complete = sorted(checked.packs.keys() - awaited)
    output = tmp_path / "final"
    session = shutil.copytree(workspace / "inputs" / "upr30", tmp_path / "inputs" / "upr30")
    in_english_alone(session)
    done = presession("build", "inputs/upr30", "--final", "--output", output, cwd=tmp_path)
    assert done.returncode == 3
    for folder in awaited:
        for number, item in checked.packs[folder].awaited:
            assert any(
                f"/{folder}/" in line and item in line and (not number or f"{number}" in line)
                for line in done.stdout.splitlines()
            ), (folder, number, item)
        assert not (output / "upr30" / folder).exists()
    assert {path.name for path in (output / "upr30").iterdir() if path.is_dir()} == set(complete)
    assert "DRAFT" not in pdf_text(pack_of(output / "upr30", complete[0]))
    alone = presession(
        "build", "inputs/upr30", "--final", "--state", complete[0], "--output", output, cwd=tmp_path
    )
    assert alone.returncode == 0, alone.stdout


def test_a_state_with_an_error_keeps_its_old_pack(workspace: Path, tmp_path: Path) -> None:
    """The others are built anew, and the exit code says that something was held back."""
    copy = tmp_path / "copy"
    shutil.copytree(workspace, copy)
    statement = next((copy / "inputs/upr30/cuba/statements").iterdir())
    statement.write_bytes(b"")
    before = hashes(copy / "output/upr30/cuba")
    done = presession("build", "inputs/upr30", "--state", "CU", "--state", "germany", cwd=copy)
    assert done.returncode == 3
    assert "FI01" in done.stdout
    assert "cuba: not built, its earlier pack was kept." in done.stdout
    assert hashes(copy / "output/upr30/cuba") == before


def test_archive_and_verify(workspace: Path, tmp_path: Path) -> None:
    """A bag that any BagIt tool accepts; a changed byte is found."""
    copy = tmp_path / "copy"
    shutil.copytree(workspace, copy)
    assert presession("archive", "inputs/upr30", cwd=copy).returncode == 0
    bag = copy / "output/archive/upr30-room-draft-v1"
    assert presession("verify", bag, cwd=copy).returncode == 0
    pack = bag / "data/cuba/UPR30-Cuba-briefing-pack.pdf"
    pack.write_bytes(pack.read_bytes()[:-1] + b"X")
    done = presession("verify", bag, cwd=copy)
    assert (done.returncode, "UPR30-Cuba-briefing-pack.pdf" in done.stdout) == (3, True)
    assert presession("archive", "inputs/upr30", cwd=copy).returncode == 0
    assert (copy / "output/archive/upr30-room-draft-v2").is_dir()


def test_every_pdf_is_sound(built: Path) -> None:
    """qpdf finds nothing to complain about."""
    for pdf in sorted(built.rglob("*.pdf")):
        done = run_program("qpdf", "--check", pdf, cwd=built)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_docx_opens_in_libreoffice(built: Path, tmp_path: Path) -> None:
    """And has as many words there as here."""
    chosen = (("cuba", "en"), ("tuvalu", "fr"), ("djibouti", "ar"))
    files = [pack_of(built, *each).with_suffix(".docx") for each in chosen]
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    done = run_program(
        "soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, *files, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    for file in files:
        converted = words(pdf_text(tmp_path / f"{file.stem}.pdf"))
        assert len(converted) >= len(docx_words(file.read_bytes()))


@pytest.mark.parametrize(("language", "mark"), [("en", "SAMPLE"), ("fr", "EXEMPLE"), ("ar", "عيّنة")])
def test_every_page_says_what_it_is(built: Path, language: str, mark: str) -> None:
    """That it is a sample, in the language of the pack."""
    for pdf in packs_in(built, language):
        for page in pdf_text(pdf).split("\f")[:-1]:
            assert mark in page.upper(), pdf


def test_problems_and_manifest_account_for_the_build(built: Path, workspace: Path) -> None:
    """problems.json holds what the command says; the manifest every input and output.

    A file of a speaker who agreed to no name stands there by the speaker's number.
    """
    problems = json.loads((built / "problems.json").read_text("utf-8"))
    assert all(set(found) >= {"code", "severity", "what", "what_to_do"} for found in problems)
    manifest = json.loads((built / "manifest.json").read_text("utf-8"))
    listed = set(manifest["inputs"]) | {p for state in manifest["states"].values() for p in state["inputs"]}
    session = workspace / "inputs" / "upr30"
    lying = {p.relative_to(session).as_posix() for p in session.rglob("*") if p.is_file()}
    veiled = {name for name in listed if "(" in PurePosixPath(name).name.partition(".")[0][:1]}
    assert len(lying) == len(listed)
    assert {PurePosixPath(name).parent for name in lying - listed} == {
        PurePosixPath(name).parent for name in veiled
    }
    assert listed - lying == veiled


def test_no_output_carries_a_path_or_a_user(built: Path) -> None:
    """Bytes of every output, archives and streams unpacked, name no folder of the machine."""
    for path in sorted(built.rglob("*")):
        if path.is_file():
            assert not re.search(rb"/(?:home|root|tmp|work)/", path.read_bytes()), path


def test_reading_in_this_process_is_reading_in_a_worker(workspace: Path, checked: run.Checked) -> None:
    """What the tests compare with is what was built: problems and packs of two checks are equal."""
    with Pool(1) as pool:
        raw, session = checked.raw, checked.session
        chosen = gather.choose(session, raw, ("CU",))
        work = gather.Work(pool, Keeper(Store(None), ""), run.no_watch, Forecast(Store(None), "forecast"))
        again = gather.gather(work, raw, session, chosen.reviews)
    assert again.examined["cuba"].contributions == checked.packs["cuba"].contributions
