"""What a print shop reads: the order with copies and sheets, and a separator sheet before every State."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.assemble import facts
from pipeline.assemble.dates import clock, day, moment, span, weekday
from pipeline.assemble.inlines import direction, head_row, paragraph, plain, strong
from pipeline.models.document import Block, Cell, Document, Furniture, Heading, Inlines, Part, Space, Table
from pipeline.models.printrun import Job
from pipeline.models.session import Session
from pipeline.models.templates import Templates, Wording

_WIDTHS = (6.0, 32.0, 24.0, 10.0, 12.0, 16.0)


def assemble_order(session: Session, jobs: Sequence[Job], templates: Templates) -> Document:
    """The order: every State with its pages in the file, copies and sheets, and the sum."""
    words = templates.wording(session.language)
    title = words("Order for the print shop")
    duplex = any(job.duplex for job in jobs)
    sides = words("Print both sides of the paper.") if duplex else words("Print one side of the paper.")
    blocks: tuple[Block, ...] = (
        Heading(1, plain(title), "order"),
        paragraph(plain(facts.session_line(session, words)), "lead"),
        paragraph(plain(sides), "notice"),
        _table(jobs, words),
        paragraph(
            plain(
                words("Each State begins with a separator sheet, which is printed once and is counted here.")
            ),
            "small",
        ),
    )
    return _document(session, words, title, blocks)


def assemble_separator(session: Session, job: Job, templates: Templates) -> Document:
    """The sheet before the copies of one State."""
    words, review = templates.wording(session.language), job.review
    time = moment(weekday(review.start, words), span(review.start, review.end, words), words)
    where = ", ".join(filter(None, (review.room, session.venue, session.city)))
    rows: list[tuple[str, Inlines]] = [
        (words("Pre-session"), plain(time)),
        (words("Where"), plain(where)),
        (words("Copies"), strong(str(job.copies))),
        (words("Pages"), plain(str(job.pages))),
        (words("Sheets per copy"), plain(str(job.sheets))),
        (words("Sheets in all"), plain(str(job.all_sheets))),
    ]
    name = review.state.name(words.language)
    blocks: tuple[Block, ...] = (
        paragraph(strong(words("Separator sheet")), "small"),
        Space(8),
        paragraph(plain(name), "title"),
        Space(3),
        facts.key_table(rows),
    )
    return _document(session, words, name, blocks)


def _table(jobs: Sequence[Job], words: Wording) -> Table:
    titles = ("No.", "State", "Pages in the file", "Copies", "Sheets per copy", "Sheets in all")
    head = head_row(words(title) for title in titles)
    rows = [head, *(_row(number, job, words) for number, job in enumerate(jobs, start=1))]
    total = sum(job.all_sheets for job in jobs)
    copies = sum(job.copies for job in jobs)
    last = ("", words("Total"), "", str(copies), "", str(total))
    rows.append(tuple(Cell((paragraph(strong(text)),), header=place == 1) for place, text in enumerate(last)))
    return Table(tuple(rows), _WIDTHS, 1, summary=words("Order for the print shop"))


def _row(number: int, job: Job, words: Wording) -> tuple[Cell, ...]:
    time = moment(day(job.review.start, words), clock(job.review.start, words), words)
    when = words(", ").join((time, job.review.room))
    state = Cell(
        (
            paragraph(strong(job.review.state.name(words.language))),
            paragraph(plain(when), "small"),
        ),
        header=True,
    )
    figures = (f"{job.first}–{job.last}", str(job.copies), str(job.sheets), str(job.all_sheets))
    return (_cell(str(number)), state, *map(_cell, figures))


def _cell(text: str) -> Cell:
    return Cell((paragraph(plain(text)),))


def _document(session: Session, words: Wording, title: str, blocks: tuple[Block, ...]) -> Document:
    return Document(
        title=title,
        language=words.language,
        parts=(Part("print-run", blocks),),
        furniture=Furniture(
            head_left=strong(words("Print run")),
            head_right=plain(facts.session_line(session, words)),
            foot_left=plain(session.organiser.name),
            page_of=words.pattern("{page} of {pages}"),
        ),
        author=session.organiser.name,
        subject=facts.session_line(session, words),
        created=session.first_day.isoformat(),
        direction=direction(words.language),
    )
