"""Each statement from its own page: who speaks, then every passage, its demands marked where they stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.assemble.dates import language_name
from pipeline.assemble.desk import Desk, Options, capital, kind_of, title_of, who
from pipeline.assemble.grids import Entry, rebuild
from pipeline.assemble.inlines import compose, direction, joined, muted, page_of, paragraph, plain, strong
from pipeline.assemble.marks import Setting, inlines, labels, marks_of
from pipeline.assemble.notes import link_notes
from pipeline.assemble.shown import Shown
from pipeline.models.document import (
    Block,
    Heading,
    Inlines,
    Item,
    ItemList,
    Label,
    Note,
    Notes,
    Paragraph,
    Part,
    Quote,
)
from pipeline.models.pack import Numbered
from pipeline.models.passages import Kind, Passage, Statement

_Numbered = tuple[int, Passage]
_LANGUAGES_IN_CHARACTERS = frozenset({"zh", "ja"})


def statement_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """One part for each statement; before them a few lines on those that are not in the pack."""
    missing = _missing(desk)
    total = len(desk.with_statement)
    parts = [_part(desk, speaker, (n, total)) for n, speaker in enumerate(desk.with_statement, start=1)]
    parts = [replace(part, right_hand=bool(options["right_hand"])) for part in parts]
    return (*((missing,) if missing else ()), *parts)


def _missing(desk: Desk) -> Part | None:
    """What stands for the statements that are not printed: one line each."""
    absent = [speaker for speaker in desk.speakers if not speaker.statement]
    if desk.speakers and not absent:
        return None
    words = desk.words
    title = words("Statements that are not in this pack") if desk.with_statement else words("Statements")
    blocks: list[Block] = [
        Heading(2 if desk.with_statement else 1, plain(title), listed=not desk.with_statement)
    ]
    if not desk.with_statement:
        blocks.append(paragraph(plain(words("No statement had been received when this pack was made."))))
    blocks += [paragraph(_absence(desk, speaker)) for speaker in absent]
    return Part("statement", tuple(blocks), new_page=False)


def _absence(desk: Desk, speaker: Shown) -> Inlines:
    words = desk.words
    if (speaker.number, "statement") in desk.awaited:
        said = words("The statement had not been received when this pack was made.")
    else:
        said = words("The statement is made orally and is not printed here.")
    return joined((who(speaker, words), plain(said)))


def _part(desk: Desk, speaker: Shown, place: tuple[int, int]) -> Part:
    statement = speaker.statement
    assert statement is not None  # only speakers with a statement come here
    title = Heading(
        1, plain(title_of(speaker, desk.words)), f"s{speaker.number}", bookmark=title_of(speaker, desk.words)
    )
    blocks = (
        title,
        paragraph(_signature(desk, speaker, _facts(desk, speaker, statement, place)), "signature"),
        *_blocks(desk, speaker, statement),
    )
    return Part("statement", blocks, direction=direction(statement.language))


def _facts(desk: Desk, speaker: Shown, statement: Statement, place: tuple[int, int]) -> str:
    """ "Statement 1 of 5 · 6 minutes · English · 742 words"."""
    words, count = desk.words, statement.words
    if statement.language in _LANGUAGES_IN_CHARACTERS:
        length = words.count("{n} character", "{n} characters", count)
    else:
        length = words.count("{n} word", "{n} words", count)
    return " · ".join(
        (
            words("Statement {number} of {total}", number=place[0], total=place[1]),
            words.count("{n} minute", "{n} minutes", speaker.minutes),
            language_name(statement.language, words),
            length,
        )
    )


def _signature(desk: Desk, speaker: Shown, facts: str) -> Inlines:
    """Who speaks, and on a line below the facts of the statement."""
    words = desk.words
    person = (
        joined((strong(capital(speaker.name)), plain(speaker.role)), ", ") if speaker.organisation else ()
    )
    kind = () if speaker.organisation else muted(capital(kind_of(speaker, words)))
    members = "; ".join(speaker.members)
    joint = muted(words("joint statement of {members}", members=members)) if members else ()
    bio = desk.bio_anchor(speaker)
    reference = compose(words.pattern("bio p. {page}"), "muted", page=page_of(bio)) if bio else ()
    sheet = desk.fact_sheet_anchor(speaker)
    also = compose(words.pattern("fact sheet p. {page}"), "muted", page=page_of(sheet)) if sheet else ()
    who_speaks = joined((person, kind, joint, reference, also), role="muted")
    return (*who_speaks, *muted(("\n" if who_speaks else "") + facts))


def _blocks(desk: Desk, speaker: Shown, statement: Statement) -> Iterator[Block]:
    """Every passage once and in order; notes come at the end."""
    prefix = f"s{speaker.number}"
    setting = Setting(
        marks_of((row, _label(desk, row)) for row in desk.rows_of(speaker)),
        link_notes(statement.passages, prefix),
    )
    maker = _Maker(setting, statement, desk.language(statement.language))
    yield from maker.blocks()


def _label(desk: Desk, row: Numbered) -> Label:
    return Label(row.number, row.kind, link=desk.row_anchor(row), anchor=desk.place_anchor(row))


class _Maker:
    """Makes blocks of the passages of one statement."""

    def __init__(self, setting: Setting, statement: Statement, language: str) -> None:
        self._setting = setting
        self._language = language
        self._direction = direction(statement.language)
        numbered = list(enumerate(statement.passages))
        self._body = [(i, p) for i, p in numbered if p.kind is not Kind.FOOTNOTE and not _is_empty(p)]
        self._notes = [(i, p) for i, p in numbered if p.kind is Kind.FOOTNOTE]
        levels = [p.level for _, p in self._body if p.kind is Kind.HEADING]
        self._shift = 2 - min(levels, default=1)

    def blocks(self) -> Iterator[Block]:
        """The body, then the notes."""
        for _, group in itertools.groupby(self._body, key=_group):
            yield self._block(tuple(group))
        if self._notes:
            yield Notes(tuple(self._footnotes()), self._language)

    def _block(self, group: Sequence[_Numbered]) -> Block:
        first = group[0][1]
        if first.kind is Kind.LIST_ITEM:
            return ItemList(tuple(self._items(group)), "text", self._language, self._direction)
        if first.kind is Kind.TABLE_CELL:
            return rebuild([Entry(p, self._paragraph(i, p)) for i, p in group], self._language)
        if first.kind is Kind.QUOTATION:
            return Quote(tuple(self._paragraph(i, p) for i, p in group))
        return self._heading(*group[0]) if first.kind is Kind.HEADING else self._paragraph(*group[0])

    def _paragraph(self, index: int, passage: Passage) -> Paragraph:
        return Paragraph(
            inlines(index, passage, self._setting),
            labels=labels(index, self._setting),
            keep=_announces(passage),
            language=self._language,
            direction=self._direction,
        )

    def _heading(self, index: int, passage: Passage) -> Heading:
        """Below the statement's title, whatever level the author began with."""
        return Heading(
            max(2, min(4, passage.level + self._shift)),
            inlines(index, passage, self._setting),
            own=False,
            language=self._language,
            labels=labels(index, self._setting),
        )

    def _items(self, group: Iterable[_Numbered]) -> Iterator[Item]:
        for index, passage in group:
            yield Item(
                passage.marker,
                inlines(index, passage, self._setting),
                max(1, passage.level),
                labels=labels(index, self._setting),
                keep=_announces(passage),
            )

    def _footnotes(self) -> Iterator[Note]:
        before = None
        for index, passage in self._notes:
            anchor, back = self._setting.notes.notes[index]
            # A second paragraph of the same note has no call of its own and does not repeat the mark.
            mark = "" if passage.note == before and not back else passage.note
            before = passage.note
            yield Note(mark, inlines(index, passage, self._setting), anchor, back)


def _group(numbered: _Numbered) -> tuple[object, ...]:
    """Neighbours with the same key make one block."""
    index, passage = numbered
    if passage.kind is Kind.TABLE_CELL:
        return (passage.kind, passage.table)
    return (passage.kind,) if passage.kind in (Kind.LIST_ITEM, Kind.QUOTATION) else (passage.kind, index)


def _announces(passage: Passage) -> bool:
    """Whether it ends with a colon: "We recommend that the Government:" does not stand alone at the foot."""
    return "".join(run.text for run in passage.runs).rstrip().endswith((":", "："))


def _is_empty(passage: Passage) -> bool:
    return not passage.marker and not any(run.text or run.note for run in passage.runs)
