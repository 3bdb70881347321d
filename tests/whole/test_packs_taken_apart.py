"""Every PDF of the sample session, taken apart once: what two norms ask of it, and the words that it says."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.render.pdf.checklist import faults
from tests.render.pdf.opened import File
from tests.render.pdf.reading import DIRECTIONS, Read
from tests.whole.languages import LANGUAGES, pack_of, packs_in
from tests.whole.test_sample_session import STATES, Main, docx_words, first_difference, squeezed


@dataclass(frozen=True)
class Found:
    """What a PDF has against the checklist, the words of its structure, and those that are painted."""

    faults: tuple[str, ...]
    told: str
    painted: str


@functools.cache
def taken_apart(built: Path, language: str) -> dict[Path, Found]:
    """What is found in each PDF of a language; to read one takes as long as all that is asked of it."""
    return {pdf: found_in(pdf) for pdf in packs_in(built, language)}


def found_in(pdf: Path) -> Found:
    file = File(pdf.read_bytes())
    said = tuple(faults(file))
    read = Read(file)
    for figure in read.all("Figure"):
        del figure["/Alt"]
    return Found(said, "".join(read.words(element) for element in read.all("Document")), read.painted())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pdf_keeps_the_checklist_of_pdf_a_and_pdf_ua(built: Path, language: str) -> None:
    """Fonts, colours, metadata, structure, links, bookmarks, as both norms ask."""
    found = taken_apart(built, language)
    assert len(found) == 2 * len(STATES) + 1
    assert {pdf.name: each.faults for pdf, each in found.items() if each.faults} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_structure_says_all_that_is_painted_in_that_order(built: Path, language: str) -> None:
    """The words in the tree are those that are drawn outside of artifacts, in the same order."""
    for pdf, found in taken_apart(built, language).items():
        assert letters(found.told.translate(DIRECTIONS)) == letters(found.painted), pdf.name


def letters(text: str) -> str:
    """Without white space and what stands at the ends of lines."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_docx_and_html_say_the_same_in_the_same_order(built: Path, language: str) -> None:
    """Heads, feet and marks apart, the three files of a pack have one text, in the order of the Document.

    Of the PDF what is painted counts, word for word in reading order.
    """
    for folder in sorted(STATES):
        pdf = pack_of(built, folder, language)
        painted = squeezed(taken_apart(built, language)[pdf].painted)
        from_docx = squeezed("".join(docx_words(pdf.with_suffix(".docx").read_bytes())))
        from_html = squeezed("".join(Main(pdf.with_suffix(".html").read_text("utf-8")).said))
        assert first_difference(painted, from_docx) is None, folder
        assert first_difference(painted, from_html) is None, folder
