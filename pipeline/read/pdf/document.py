"""PDF to passages: START HERE for the reader of PDF; it goes through the other pdf rooms in order."""

from __future__ import annotations

from collections import Counter

from pipeline.models.passages import FileKind, RawStatement
from pipeline.problems import Problem
from pipeline.read.clean import clean, dropped_problems
from pipeline.read.limits import Refused
from pipeline.read.pdf.columns import lines_of
from pipeline.read.pdf.file import Layers, opened
from pipeline.read.pdf.furniture import part_furniture
from pipeline.read.pdf.notes import Note, called_marks, part_notes
from pipeline.read.pdf.page import read_page
from pipeline.read.pdf.paragraphs import body_size, measure, paragraphs
from pipeline.read.pdf.passages import Writer, note_passages, passages
from pipeline.read.pdf.remarks import page_problems, reject_without_text, text_problems
from pipeline.read.pdf.types import Line, PageText
from pipeline.read.pdf.words import vocabulary


def read_pdf(data: bytes) -> RawStatement:
    """The statement in the PDF `data`.

    Returns a RawStatement without passages and with an error among its problems where the file cannot be
    read: damaged, with a password, over a limit, without text. Raises nothing for what a file contains;
    but PDFium can end the process or fill the memory on files made for that, so call it in a child
    process with limits.
    """
    try:
        with opened(data) as (document, count, problems):
            layers = Layers(data)
            pages = [read_page(document, index, layers) for index in range(count)]
        reject_without_text(pages)
    except Refused as refused:
        return RawStatement(FileKind.PDF, problems=(refused.problem,))
    return _statement(pages, problems)


def _statement(pages: list[PageText], problems: list[Problem]) -> RawStatement:
    lines = [lines_of(page, page.pieces) for page in pages]
    found, furniture = part_furniture(pages, lines)
    size = body_size([line for lines_ in found for line in lines_])
    found, notes = part_notes(pages, found, size)
    text = [line for lines_ in found for line in lines_]
    dropped = Counter[str]()
    words = vocabulary(text + [line for note in notes for line in note.lines])
    usual = measure(text)
    writer = Writer(usual, words, _note_marks(text, notes), dropped)
    made = passages(paragraphs(text, usual), writer) + list(note_passages(notes, writer))
    return RawStatement(
        FileKind.PDF,
        tuple(made),
        (*problems, *page_problems(pages), *text_problems(made, pages), *dropped_problems(dropped)),
        tuple(clean(text, dropped) for text in furniture),
        len(pages),
    )


def _note_marks(text: list[Line], notes: list[Note]) -> frozenset[str]:
    """The marks that are calls of notes: those of the notes found; without any, numbers that run from 1."""
    if notes:
        return frozenset(note.mark for note in notes)
    numbers = sorted(int(mark) for mark in called_marks(text) if mark.isdigit())
    runs_on = len(numbers) >= 2 and numbers == list(range(1, len(numbers) + 1))
    return frozenset(map(str, numbers)) if runs_on else frozenset()
