"""The speakers' own fact sheets, page by page as they were sent, or their words where pages do not serve."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.assemble.desk import Desk, Options, title_of
from pipeline.assemble.inlines import direction, paragraph, plain
from pipeline.assemble.shown import Shown
from pipeline.models.document import Block, Facsimile, Heading, Paragraph, Part
from pipeline.models.factsheet import FactSheet, Keeps, SheetPage
from pipeline.models.templates import Wording

__all__ = ["conformance", "fact_sheet_parts"]


def fact_sheet_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """One part for each fact sheet, in speaking order; its pages, or with `show: words` what they say."""
    return tuple(
        _part(desk, speaker, speaker.fact_sheet, options)
        for speaker in desk.speakers
        if speaker.fact_sheet is not None
    )


def conformance(keeps: Keeps, words: Wording) -> str:
    """What the PDF of a pack with such pages says of itself."""
    if not keeps:
        return words("With such pages the PDF of this pack does not say that it keeps PDF/A or PDF/UA.")
    return words(
        "With such pages the PDF of this pack keeps {level}; it does not say that it keeps PDF/A-2a and "
        "PDF/UA-1.",
        level=f"PDF/A-2{keeps.lower()}",
    )


def _part(desk: Desk, speaker: Shown, sheet: FactSheet, options: Options) -> Part:
    title = desk.words("Fact sheet: {who}", who=title_of(speaker, desk.words))
    anchor = desk.fact_sheet_anchor(speaker)
    in_pages = options["show"] == "pages"
    note = paragraph(plain(" ".join(_note(desk, sheet, in_pages))), "small", keep=True)
    heading = Heading(1, plain(title), anchor, bookmark=title)
    blocks = _facsimiles(desk, speaker, sheet) if in_pages else _words(desk, speaker, sheet)
    return Part("fact-sheets", (heading, note, *blocks), right_hand=bool(options["right_hand"]))


def _note(desk: Desk, sheet: FactSheet, in_pages: bool) -> Iterator[str]:
    """What the pack itself says of the pages."""
    words = desk.words
    pages = _ranges([page.number for page in sheet.pages])
    if not in_pages:
        yield words(
            "The words of the speaker's own fact sheet. Pages: {pages} of {total}.",
            pages=pages,
            total=sheet.total,
        )
        return
    yield words(
        "The speaker's own fact sheet as it was sent, made smaller. Pages: {pages} of {total}.",
        pages=pages,
        total=sheet.total,
    )
    if sheet.loose:
        yield words(
            "Fonts that it brings: {n}; not embedded, so that they may look different elsewhere: {loose}.",
            n=sheet.fonts,
            loose=sheet.loose,
        )
    elif sheet.fonts:
        yield words("Fonts that it brings, all embedded: {n}.", n=sheet.fonts)
    if "how-to-use" not in desk.planned:
        yield conformance(desk.sheets_keep, words)


def _ranges(numbers: list[int]) -> str:
    """ "1–3, 5"."""
    runs = itertools.groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0])
    ends = [[number for _, number in group] for _, group in runs]
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in ends)


def _facsimiles(desk: Desk, speaker: Shown, sheet: FactSheet) -> Iterator[Block]:
    language = speaker.statement.language if speaker.statement else desk.words.language
    for place, page in enumerate(sheet.pages):
        caption = _caption(desk, sheet, page)
        yield Facsimile(
            data=sheet.data,
            page=place,
            width=page.width,
            height=page.height,
            caption=plain(caption),
            alternative=f"{desk.words('Facsimile')}: {title_of(speaker, desk.words)}. {caption}.",
            words=page.words,
            picture=page.picture,
            anchor=f"{desk.fact_sheet_anchor(speaker)}-{page.number}",
            marks=tuple(mark for mark in sheet.marks if mark.page == place),
            keeps=sheet.keeps,
            language=desk.language(language),
            direction=direction(language),
        )


def _caption(desk: Desk, sheet: FactSheet, page: SheetPage) -> str:
    return desk.words("Page {number} of {total} of the fact sheet", number=page.number, total=sheet.total)


def _words(desk: Desk, speaker: Shown, sheet: FactSheet) -> Iterator[Block]:
    """The words of every page below its number."""
    language = speaker.statement.language if speaker.statement else desk.words.language
    for page in sheet.pages:
        yield paragraph(plain(_caption(desk, sheet, page)), "small", keep=True)
        for words in page.words:
            side = direction(language)
            yield Paragraph(plain(words), "text", language=desk.language(language), direction=side)
