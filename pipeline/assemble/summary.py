"""The summary: one page on one State that stands alone, for who will not read the pack."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.assemble import facts
from pipeline.assemble.dates import moment, span, weekday
from pipeline.assemble.desk import Desk, Options, who
from pipeline.assemble.glance import by_weight
from pipeline.assemble.indexes import numbers_of
from pipeline.assemble.inlines import joined, muted, paragraph, plain, quoted, strong
from pipeline.assemble.previous import figures
from pipeline.assemble.related import asking
from pipeline.assemble.several import language_note
from pipeline.models.document import Block, Cell, Heading, Inline, Inlines, Paragraph, Part, Table
from pipeline.models.findings import Recommendation
from pipeline.models.pack import Numbered

_SPEAKERS = (78.0, 22.0)
_DEMANDS = (9.0, 91.0)


def summary_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """When and where, who speaks, what is asked most. What there is no room for is counted, not cut short."""
    words = desk.words
    kind = (words("Summary of the briefing pack"), desk.session.organiser.name)
    blocks: tuple[Block, ...] = (
        paragraph(joined((strong(words("UPR pre-sessions")), *map(plain, kind))), "small"),
        Heading(1, plain(desk.state), "summary"),
        facts.key_table(_rows(desk)),
        *_speakers(desk, int(options["speakers"])),
        *_issues(desk, int(options["issues"])),
        *_demands(desk, int(options["recommendations"])),
        *(paragraph(plain(said), "small") for said in facts.reservations(desk.session, words)),
    )
    # the sheet says all that a running head and foot would, and they would be all that runs on a single page
    return (Part("summary", blocks, running=False),)


def _rows(desk: Desk) -> list[tuple[str, Inlines]]:
    words, review = desk.words, desk.review
    time = moment(weekday(review.start, words), span(review.start, review.end, words), words)
    where = ", ".join(filter(None, (review.room, desk.session.venue, desk.session.city)))
    provisional = muted(words("provisional")) if desk.session.provisional else ()
    before = review.previous_review
    return [
        (words("Pre-session"), plain(time)),
        (words("Where"), joined((plain(where), provisional))),
        (words("In the pack"), plain(facts.contents_line(desk))),
        (words("Previous review"), figures(before, words) if before else ()),
        (words("Edition"), plain(words("public edition") if desk.public else "")),
    ]


def _speakers(desk: Desk, most: int) -> Iterator[Block]:
    """Who speaks, in speaking order, and the numbers of what they ask."""
    words = desk.words
    yield Heading(2, plain(words("Speakers")), listed=False)
    if not desk.speakers:
        yield paragraph(plain(words("To be confirmed")))
        return
    rows = [
        (_head(who(speaker, words)), _cell(numbers_of(desk, speaker) or plain("–")))
        for speaker in desk.speakers[:most]
    ]
    if rows:
        yield Table(tuple(rows), _SPEAKERS, summary=words("Speakers"))
    hidden = len(desk.speakers) - len(rows)
    if hidden:
        one, many = "{n} more speaker in the briefing pack", "{n} more speakers in the briefing pack"
        yield paragraph(plain(words.count(one, many, hidden)), "small")


def _issues(desk: Desk, most: int) -> Iterator[Block]:
    """The issues of most recommendations; a mark where nobody confirmed what a program suggested."""
    count: Counter[str] = Counter()
    settled: Counter[str] = Counter()
    for row in desk.recommendations:
        if isinstance(row.item, Recommendation):
            count.update(row.item.suggested.issues)
            settled.update(row.item.suggested.issues if "issues" in row.item.suggested.settled else ())
    first = sorted(count, key=lambda issue: (-count[issue], issue))[:most]
    if not first:
        return
    words = desk.words
    yield Heading(2, plain(words("Issues asked about most")), listed=False)
    named = [
        (Inline(issue), *muted(f" {count[issue]}{'' if settled[issue] == count[issue] else '*'}"))
        for issue in first
    ]
    yield paragraph(joined(named), "small")
    if any(settled[issue] < count[issue] for issue in first):
        said = words("* Suggested by a program, not by the speakers, and not yet confirmed.")
        yield paragraph(plain(said), "small")


def _demands(desk: Desk, most: int) -> Iterator[Block]:
    """Recommendations, whole: what most speakers ask first, then one of each speaker in turn."""
    if not desk.recommendations:
        return
    words = desk.words
    chosen = _in_turn(desk)[:most]
    if chosen:
        yield Heading(2, plain(words("Recommendations")), listed=False)
        rows = tuple(_row(desk, row) for row in chosen)
        yield Table(rows, _DEMANDS, summary=words("Recommendations"))
    hidden = len(desk.recommendations) - len(chosen)
    if hidden:
        one = "{n} more recommendation in the briefing pack"
        many = "{n} more recommendations in the briefing pack"
        yield paragraph(plain(words.count(one, many, hidden)), "small")


def _in_turn(desk: Desk) -> Sequence[Numbered]:
    """What at least two speakers ask, then the first of every speaker, the second of every speaker ..."""
    shared, turns = [], dict[int, list[Numbered]]()
    for row in by_weight(desk):
        if asking(row, desk.asked_by) > 1:
            shared.append(row)
        else:
            turns.setdefault(row.contribution, []).append(row)
    once = {row.number: place for rows in turns.values() for place, row in enumerate(rows)}
    rest = sorted(
        (row for rows in turns.values() for row in rows), key=lambda row: (once[row.number], row.contribution)
    )
    place = {row.number: index for index, row in enumerate(shared)}
    again = {
        number for index, row in enumerate(shared) for number in row.same if place.get(number, index) >= index
    }
    first = [row for row in shared if row.number not in again]
    return [*first, *rest, *(row for row in shared if row.number in again)]


def _row(desk: Desk, row: Numbered) -> tuple[Cell, Cell]:
    number = asking(row, desk.asked_by)
    said = desk.words.count("asked by {n} speaker", "asked by {n} speakers", number)
    speaker = desk.speakers[row.contribution]
    source = joined(
        (
            tuple(Inline(part.text) for part in who(speaker, desk.words)),
            plain(said, "strong") if number > 1 else (),
            language_note(desk, row),
        )
    )
    return (
        _head((Inline(row.number, role="number"),)),
        Cell((*quoted(row.item.text, desk.language(row.language)), Paragraph(source, "small"))),
    )


def _head(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines, "small"),), header=True)


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines, "small"),))
