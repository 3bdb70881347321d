"""What several speakers ask, what does not go together, and the small notes on it below a demand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pipeline.assemble.dates import language_name, listed, state_names
from pipeline.assemble.desk import Desk, title_of
from pipeline.assemble.inlines import compose, head_row, joined, plain, quoted
from pipeline.assemble.related import clashes, groups, speakers_of
from pipeline.models.document import Block, Cell, Heading, Inline, Inlines, Paragraph, Table
from pipeline.models.pack import Numbered
from pipeline.models.session import PreviousRecommendation
from pipeline.models.templates import Wording

_WIDTHS = (81.0, 19.0)
_STATES_SHOWN = 4
_ANSWERS = {True: "supported", False: "noted", None: "answer not recorded"}


def several_blocks(desk: Desk) -> tuple[Block, ...]:
    """What at least two speakers ask, and demands that contradict each other; nothing where there is none."""
    words = desk.words
    shared, opposed = groups(desk.recommendations), clashes(desk.recommendations)
    blocks: list[Block] = []
    if shared:
        title = words("Asked by several speakers")
        blocks += [Heading(2, plain(title), "several", listed=False), _shared_table(desk, shared, title)]
    if opposed:
        title = words("Demands that do not go together")
        blocks += [Heading(2, plain(title), "opposed", listed=False), _opposed_table(desk, opposed, title)]
    return tuple(blocks)


def _shared_table(desk: Desk, shared: Sequence[Sequence[Numbered]], title: str) -> Table:
    """A row for each demand: the words of the speaker who comes first, then the numbers of all."""
    words = desk.words
    head = (words("In the words of the first"), words("Asked in"))
    rows = [head_row(head), *(_shared_row(desk, members) for members in shared)]
    return Table(tuple(rows), _WIDTHS, head_rows=1, summary=title)


def _shared_row(desk: Desk, members: Sequence[Numbered]) -> tuple[Cell, ...]:
    words, first = desk.words, members[0]
    asked = words.count("asked by {n} speaker", "asked by {n} speakers", speakers_of(members))
    source = joined((plain(asked, "strong"), language_note(desk, first), previous_note(desk, first.previous)))
    return (
        Cell((*quoted(first.item.text, desk.language(first.language)), Paragraph(source, "small"))),
        Cell((Paragraph(numbers(desk, members), "own"),)),
    )


def _opposed_table(desk: Desk, opposed: Sequence[tuple[Numbered, Numbered]], title: str) -> Table:
    """The two demands of each pair side by side."""
    rows = [tuple(_side(desk, row) for row in pair) for pair in opposed]
    return Table(tuple(rows), (50.0, 50.0), summary=title)


def _side(desk: Desk, row: Numbered) -> Cell:
    name = plain(title_of(desk.speakers[row.contribution], desk.words))
    source = joined((numbers(desk, (row,)), name, language_note(desk, row)))
    return Cell((*quoted(row.item.text, desk.language(row.language)), Paragraph(source, "small")))


def beside(desk: Desk, row: Numbered) -> Iterator[Inlines]:
    """ "also R9 and R14", "against R12", "as recommended by Norway in 2013, supported": what applies."""
    words = desk.words
    by_number = {each.number: each for each in desk.recommendations}
    for pattern, others in (
        (words.pattern("also {numbers}"), row.same),
        (words.pattern("against {numbers}"), row.against),
    ):
        if members := [by_number[number] for number in others if number in by_number]:
            yield compose(pattern, numbers=numbers(desk, members))
    yield previous_note(desk, row.previous)


def numbers(desk: Desk, rows: Iterable[Numbered]) -> Inlines:
    """The numbers of rows, each a link to its row in the table of all, else to its statement."""
    linked = ((row.number, desk.row_anchor(row) or desk.place_anchor(row)) for row in rows)
    return joined(((Inline(number, role="number", link=link),) for number, link in linked), desk.words(", "))


def previous_note(desk: Desk, previous: Sequence[PreviousRecommendation]) -> Inlines:
    """ "as recommended by Norway and Spain in 2013, supported"; each answer with its own States."""
    words, review = desk.words, desk.review.previous_review
    when = str(review.year) if review else ""
    notes = []
    for answer, said in _ANSWERS.items():
        given = [each for each in previous if each.supported is answer]
        if not given:
            continue
        states = _states((state for each in given for state in each.states), words)
        notes.append(plain(_recommended(states, when, words(said), words)))
    return joined(notes, words("; "))


def _recommended(states: str, when: str, answer: str, words: Wording) -> str:
    gaps = {"states": states, "year": when, "answer": answer}
    if states and when:
        return words("as recommended by {states} in {year}, {answer}", **gaps)
    if when:
        return words("as recommended in {year}, {answer}", **gaps)
    if states:
        return words("as recommended by {states} in the previous review, {answer}", **gaps)
    return words("as recommended in the previous review, {answer}", **gaps)


def _states(names: Iterable[str], words: Wording) -> str:
    """The first recommending States, and how many more."""
    all_states = list(dict.fromkeys(state_names(names, words)))
    shown = all_states[:_STATES_SHOWN] if len(all_states) > _STATES_SHOWN + 1 else all_states
    hidden = len(all_states) - len(shown)
    more = [words.count("{n} other State", "{n} other States", hidden)] if hidden else []
    return listed([*shown, *more], words)


def language_note(desk: Desk, row: Numbered) -> Inlines:
    """ "in Spanish", where the words are not in the pack's language."""
    if not desk.language(row.language):
        return ()
    name = language_name(row.language, desk.words)
    return plain(desk.words("in {language}", language=name))
