"""The indexes at the end: who speaks and where, and which recommendation is about which issue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pipeline.assemble.collation import collation_key
from pipeline.assemble.desk import Desk, Options, capital
from pipeline.assemble.inlines import compose, head_row, joined, muted, page_of, paragraph, plain
from pipeline.assemble.shown import Shown
from pipeline.models.document import Cell, Heading, Inline, Inlines, Paragraph, Part, Table
from pipeline.models.findings import Recommendation
from pipeline.models.pack import Numbered

SPEAKERS = (40.0, 26.0, 34.0)
ISSUES = (40.0, 60.0)
UNCONFIRMED = "*"
_ISSUE_LANGUAGE = "en"
"""The issues keep the words of UPR Info's list, which is in English."""
_Entries = Mapping[str, list[tuple[Shown, Inlines]]]


def speaker_index_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Every person, organisation and member of a coalition that this edition names; no part without any."""
    entries = _speakers(desk)
    if not entries:
        return ()
    words = desk.words
    title = words("Index of speakers and organisations")
    head = head_row((words("Name"), words("Asks"), words("Page")))
    language = words.language
    rows = [
        _speaker_row(desk, name, entries)
        for name in sorted(entries, key=lambda n: collation_key(n, language))
    ]
    table = Table((head, *rows), SPEAKERS, head_rows=1, summary=title)
    heading = Heading(1, plain(title), "index-of-speakers")
    return (Part("index-of-speakers", (heading, table), new_page=bool(options["new_page"])),)


def _speakers(desk: Desk) -> _Entries:
    """The names as they are shown, each with its speakers and, in grey, what they have to do with it."""
    entries: dict[str, list[tuple[Shown, Inlines]]] = {}
    for speaker in desk.speakers:
        for name, beside in _names(speaker):
            entries.setdefault(name, []).append((speaker, beside))
    return entries


def _names(speaker: Shown) -> Iterator[tuple[str, Inlines]]:
    """A description that stands instead of a name is nobody's name, and in no index."""
    organisation = capital(speaker.organisation)
    if speaker.named and speaker.name:
        yield capital(speaker.name), muted(f", {organisation}" if organisation else "")
    if organisation:
        yield organisation, muted(f" ({speaker.acronym})" if speaker.acronym else "")
    for member in speaker.members:
        if member and capital(member) != organisation:
            yield capital(member), muted(f", {organisation}")


def _speaker_row(desk: Desk, name: str, entries: _Entries) -> tuple[Cell, ...]:
    found = entries[name]
    beside = joined(dict.fromkeys(each for _, each in found), "")
    asked = joined([numbers_of(desk, speaker) for speaker, _ in found], "; ")
    pages = joined([_pages(desk, speaker) for speaker, _ in found], "; ")
    return (
        Cell((Paragraph((*plain(name, "strong"), *beside), "small"),)),
        _cell(asked),
        _cell(pages),
    )


def _cell(inlines: Inlines) -> Cell:
    return Cell((Paragraph(inlines or plain("–"), "small"),))


def numbers_of(desk: Desk, speaker: Shown) -> Inlines:
    """ "R1–R7, Q2": the numbers of a speaker run on, so the first and the last say all."""
    rows = desk.rows_of(speaker)
    kinds = ([row for row in rows if row.kind == kind] for kind in ("recommendation", "question"))
    return joined([_range(desk, numbered) for numbered in kinds if numbered], desk.words(", "))


def _range(desk: Desk, rows: list[Numbered]) -> Inlines:
    first, last = (
        Inline(row.number, role="number", link=desk.row_anchor(row)) for row in (rows[0], rows[-1])
    )
    return (first,) if len(rows) == 1 else (first, Inline("–"), last)


def _pages(desk: Desk, speaker: Shown) -> Inlines:
    words = desk.words
    statement, bio = desk.statement_anchor(speaker), desk.bio_anchor(speaker)
    where = (
        (words.pattern("statement p. {page}"), statement),
        (words.pattern("bio p. {page}"), bio),
    )
    return joined(
        [compose(pattern, page=page_of(anchor)) for pattern, anchor in where if anchor], words(", ")
    )


def issue_index_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Every issue with its recommendations; what nobody has confirmed is marked. No part without any.

    Recommendations about none of the issues stand in the last row, so that no number is looked for in vain.
    """
    issues = _issues(desk)
    if not issues:
        return ()
    words = desk.words
    title = words("Index of issues")
    said = words(
        "Issues of UPR Info's list. An asterisk (*): suggested by a program, not by the speaker, and not yet "
        "confirmed."
    )
    head = head_row((words("Issue"), words("Recommendations and their pages")))
    order = sorted(issues, key=lambda issue: collation_key(issue, _ISSUE_LANGUAGE))
    rows = [_issue_row(desk, issue, issues[issue]) for issue in order]
    if without := [row for row in desk.recommendations if not _is_about_any(row)]:
        name = Paragraph(plain(words("Without an issue"), "muted"), "small")
        demands = [_demand(desk, row, settled=True) for row in without]
        rows.append((Cell((name,)), _cell(joined(demands, words(", ")))))
    table = Table(
        (head, *rows),
        ISSUES,
        head_rows=1,
        summary=title,
    )
    heading = Heading(1, plain(title), "index-of-issues")
    blocks = (heading, paragraph(plain(said), "small", keep=True), table)
    return (Part("index-of-issues", blocks, new_page=bool(options["new_page"])),)


def _issues(desk: Desk) -> Mapping[str, list[tuple[Numbered, bool]]]:
    """Each issue with the recommendations about it, and whether staff confirmed that."""
    issues: dict[str, list[tuple[Numbered, bool]]] = {}
    for row in desk.recommendations:
        if isinstance(row.item, Recommendation):
            settled = "issues" in row.item.suggested.settled
            for issue in row.item.suggested.issues:
                issues.setdefault(issue, []).append((row, settled))
    return issues


def _is_about_any(row: Numbered) -> bool:
    return isinstance(row.item, Recommendation) and bool(row.item.suggested.issues)


def _issue_row(desk: Desk, issue: str, rows: list[tuple[Numbered, bool]]) -> tuple[Cell, Cell]:
    label = Paragraph(plain(issue, "strong"), "small", language=desk.language(_ISSUE_LANGUAGE))
    return Cell((label,)), _cell(
        joined([_demand(desk, row, settled) for row, settled in rows], desk.words(", "))
    )


def _demand(desk: Desk, row: Numbered, settled: bool) -> Inlines:
    """ "R7* p. 12"; without statements in the pack the number leads to its row in the table."""
    place = desk.place_anchor(row)
    number = Inline(row.number, role="number", link=place or desk.row_anchor(row))
    mark = () if settled else plain(UNCONFIRMED)
    page = (Inline(" "), *compose(desk.words.pattern("p. {page}"), page=page_of(place))) if place else ()
    return (number, *mark, *page)
