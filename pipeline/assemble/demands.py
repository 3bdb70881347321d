"""The tables of all recommendations and of all questions: number, words, source, page of the statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.assemble.desk import Desk, Options, who
from pipeline.assemble.inlines import (
    compose,
    direction,
    head_row,
    joined,
    muted,
    page_of,
    paragraph,
    plain,
    quoted,
    strong,
)
from pipeline.assemble.several import beside, language_note, several_blocks
from pipeline.models.document import Block, Cell, Heading, Inline, Inlines, Paragraph, Part, Table
from pipeline.models.findings import Recommendation
from pipeline.models.pack import Numbered
from pipeline.models.suggestions import ActionCategory

WIDTHS = (9.0, 81.0, 10.0)
_WITH_CATEGORY = (9.0, 73.0, 8.0, 10.0)
_Row = tuple[Cell, ...]
_Group = tuple[Inlines, list[Numbered]]

# UPR Info, Action category, October 2014: the five kinds of action.
_CATEGORIES: tuple[tuple[ActionCategory, str], ...] = (
    (ActionCategory.MINIMAL, "minimal"),
    (ActionCategory.CONTINUING, "continuing"),
    (ActionCategory.CONSIDERING, "considering"),
    (ActionCategory.GENERAL, "general"),
    (ActionCategory.SPECIFIC, "specific"),
)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a table of demands is made: the head of its words, how it is grouped, with categories or not."""

    title: str
    group: str
    category: bool = False


def recommendation_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """What several speakers ask, then R1, R2 ...; no part where there is none."""
    if not desk.recommendations:
        return ()
    words = desk.words
    lead = words("Addressed to {state}, in the speakers' own words.", state=desk.article + desk.state)
    look = _Look(words("Recommendation"), str(options["group"]), _shows_category(desk, options))
    several = several_blocks(desk) if options["several"] else ()
    blocks: tuple[Block, ...] = (
        Heading(1, plain(words("Recommendations")), "recommendations"),
        paragraph(plain(lead), "lead", keep=True),
        *several,
        *((Heading(2, plain(words("All recommendations")), listed=False),) if several else ()),
        *((_legend(desk),) if look.category else ()),
        _table(desk, desk.recommendations, look),
    )
    return (Part("recommendations", blocks, new_page=bool(options["new_page"])),)


def _shows_category(desk: Desk, options: Options) -> bool:
    """Whether there is a column of categories: staff want it, and at least one row has one."""
    return bool(options["category"]) and any(category_of(row) for row in desk.recommendations)


def _legend(desk: Desk) -> Paragraph:
    """What the figures in the column of categories mean, and that they are only suggested."""
    words = desk.words
    kinds = words(", ").join(f"{category.value} {words(name)}" for category, name in _CATEGORIES)
    said = words(
        "Cat.: suggested category of the action asked: {kinds} (UPR Info, 2014). Suggested by a program, "
        "not by the speaker.",
        kinds=kinds,
    )
    return paragraph(plain(said), "small", keep=True)


def category_of(row: Numbered) -> str:
    """The figure of the suggested action category, "" if there is none."""
    item = row.item
    category = item.suggested.category if isinstance(item, Recommendation) else None
    return str(category.value) if category else ""


def question_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Q1, Q2 ...; no part where there is none."""
    if not desk.questions:
        return ()
    words = desk.words
    blocks = (
        Heading(1, plain(words("Questions")), "questions"),
        paragraph(plain(words("For States to put in advance or in the dialogue.")), "lead", keep=True),
        _table(desk, desk.questions, _Look(words("Question"), str(options["group"]))),
    )
    return (Part("questions", blocks, new_page=bool(options["new_page"])),)


def _table(desk: Desk, rows: Sequence[Numbered], look: _Look) -> Table:
    words = desk.words
    groups = _by_topic(desk, rows) if look.group == "topic" else _by_speaker(desk, rows)
    widths = _WITH_CATEGORY if look.category else WIDTHS
    category = (words("Cat."),) if look.category else ()
    made: list[_Row] = [head_row((words("No."), look.title, *category, words("Page")))]
    heads: set[int] = set()
    for head, members in groups:
        heads.add(len(made))
        made.append(group_row(head, len(widths)))
        for row in members:
            number, said, page = demand_row(desk, row, _source(desk, row, look.group), stem=True)
            figure = (_figure(row),) if look.category else ()
            made.append((number, said, *figure, page))
    return Table(tuple(made), widths, head_rows=1, group_rows=frozenset(heads), summary=look.title)


def _figure(row: Numbered) -> Cell:
    return Cell((Paragraph(plain(category_of(row)), "small"),))


def group_row(head: Inlines, columns: int = len(WIDTHS)) -> _Row:
    """A row over the whole width that heads those below it."""
    return (Cell((paragraph(head, "own", keep=True),), header=True, span=columns),)


def demand_row(
    desk: Desk, row: Numbered, source: Inlines, *, stem: bool, anchored: bool = True
) -> tuple[Cell, Cell, Cell]:
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
    """What the head of the group does not say: the issue or speaker, the language, what relates to it."""
    speaker = desk.speakers[row.contribution]
    rest = who(speaker, desk.words) if group == "topic" else plain(row.topic)
    return joined((tuple(Inline(i.text) for i in rest), language_note(desk, row), *beside(desk, row)))


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
