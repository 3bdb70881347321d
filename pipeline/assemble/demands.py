"""The tables of all recommendations and of all questions: number, words, source, page of the statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.assemble.dates import language_name
from pipeline.assemble.desk import Desk, Options, who
from pipeline.assemble.inlines import (
    compose,
    direction,
    joined,
    muted,
    page_of,
    paragraph,
    plain,
    quoted,
    strong,
)
from pipeline.models.document import Cell, Heading, Inline, Inlines, Paragraph, Part, Table
from pipeline.models.pack import Numbered

WIDTHS = (9.0, 81.0, 10.0)
_Row = tuple[Cell, ...]
_Group = tuple[Inlines, list[Numbered]]


def recommendation_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """R1, R2 ...; no part where there is none."""
    if not desk.recommendations:
        return ()
    words = desk.words
    lead = words("Addressed to {state}, in the speakers' own words.", state=desk.article + desk.state)
    blocks = (
        Heading(1, plain(words("Recommendations")), "recommendations"),
        paragraph(plain(lead), "lead", keep=True),
        _table(desk, desk.recommendations, str(options["group"]), words("Recommendation")),
    )
    return (Part("recommendations", blocks, new_page=bool(options["new_page"])),)


def question_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Q1, Q2 ...; no part where there is none."""
    if not desk.questions:
        return ()
    words = desk.words
    blocks = (
        Heading(1, plain(words("Questions")), "questions"),
        paragraph(plain(words("For States to put in advance or in the dialogue.")), "lead", keep=True),
        _table(desk, desk.questions, str(options["group"]), words("Question")),
    )
    return (Part("questions", blocks, new_page=bool(options["new_page"])),)


def _table(desk: Desk, rows: Sequence[Numbered], group: str, title: str) -> Table:
    words = desk.words
    groups = _by_topic(desk, rows) if group == "topic" else _by_speaker(desk, rows)
    made: list[_Row] = [head_row((words("No."), title, words("Page")))]
    heads: set[int] = set()
    for head, members in groups:
        heads.add(len(made))
        made.append(group_row(head))
        made += [demand_row(desk, row, _source(desk, row, group), stem=True) for row in members]
    return Table(tuple(made), WIDTHS, head_rows=1, group_rows=frozenset(heads), summary=title)


def head_row(titles: Iterable[str]) -> _Row:
    """The row that repeats on every page."""
    return tuple(Cell((paragraph(plain(title), "small"),), header=True) for title in titles)


def group_row(head: Inlines) -> _Row:
    """A row over the whole width that heads those below it."""
    return (Cell((paragraph(head, "own", keep=True),), header=True, span=len(WIDTHS)),)


def demand_row(desk: Desk, row: Numbered, source: Inlines, *, stem: bool, anchored: bool = True) -> _Row:
    """Number, words and page. The number leads to the words in the statement, and they lead back."""
    place = desk.place_anchor(row)
    target = place if anchored else desk.row_anchor(row)
    number = Inline(row.number, role="number", link=target)
    page = compose(desk.words.pattern("p. {page}"), page=page_of(place)) if place else ()
    language = desk.language(row.language)
    return (
        Cell((Paragraph((number,), "own"),), anchor=desk.row_anchor(row) if anchored else ""),
        Cell(
            (
                *(_stem(row, language) if stem else ()),
                *quoted(row.item.text, language),
                *((Paragraph(source, "small"),) if source else ()),
            )
        ),
        Cell((Paragraph(page, "small"),)),
    )


def _stem(row: Numbered, language: str) -> tuple[Paragraph, ...]:
    """The introducing words, where the demand goes on with their sentence ("that the Government ...")."""
    letter = next((char for char in row.item.text if char.isalpha()), "")
    if not row.item.stem or letter.isupper():
        return ()
    stem = plain(" ".join(row.item.stem.split()), "muted")
    return (Paragraph(stem, "small", keep=True, language=language, direction=direction(row.language)),)


def _source(desk: Desk, row: Numbered, group: str) -> Inlines:
    """What the head of the group does not say: the issue or the speaker, and a language not ours."""
    speaker = desk.speakers[row.contribution]
    rest = who(speaker, desk.words) if group == "topic" else plain(row.topic)
    return joined((tuple(Inline(i.text) for i in rest), language_note(desk, row)))


def language_note(desk: Desk, row: Numbered) -> Inlines:
    """ "in Spanish", where the words are not in the pack's language."""
    if not desk.language(row.language):
        return ()
    name = language_name(row.language, desk.words)
    return plain(desk.words("in {language}", language=name))


def _by_speaker(desk: Desk, rows: Sequence[Numbered]) -> list[_Group]:
    groups: dict[int, list[Numbered]] = {}
    for row in rows:
        groups.setdefault(row.contribution, []).append(row)
    return [(speaker_head(desk, index), members) for index, members in groups.items()]


def speaker_head(desk: Desk, index: int) -> Inlines:
    """The organisation in semibold, then the person and the minutes in grey."""
    words, speaker = desk.words, desk.speakers[index]
    minutes = muted(words.count("{n} min", "{n} min", speaker.minutes))
    if not speaker.organisation:
        return joined((who(speaker, words), minutes), role="muted")
    return joined((strong(speaker.organisation), muted(speaker.name), minutes), role="muted")


def _by_topic(desk: Desk, rows: Sequence[Numbered]) -> list[_Group]:
    """By the headings of the statements, in the order in which they come; without a heading at the end."""
    groups: dict[str, tuple[str, list[Numbered]]] = {}
    for row in rows:
        groups.setdefault(row.topic.casefold(), (row.topic, []))[1].append(row)
    rest = groups.pop("", None)
    named = [(strong(topic), members) for topic, members in groups.values()]
    return [*named, *([(strong(desk.words("Without a heading")), rest[1])] if rest else [])]
