"""At a glance: the first recommendations of every speaker, whole, as many as one page holds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from pipeline.assemble.demands import WIDTHS, demand_row, group_row, speaker_head
from pipeline.assemble.desk import Desk, Options
from pipeline.assemble.inlines import compose, joined, muted, page_of, paragraph, plain
from pipeline.assemble.related import asking
from pipeline.assemble.several import language_note
from pipeline.models.document import Cell, Heading, Inlines, Part, Table
from pipeline.models.pack import Numbered

# The mean width of a letter, in parts of the type size, and the white space of a row in points. Both are
# on the safe side for the text faces of packs: a page that is not quite full is better than two pages.
_LETTER = 0.49
_ROW_SPACE = 8.0


def glance_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """One page; no part where there is no recommendation."""
    if not desk.recommendations:
        return ()
    words = desk.words
    asking = len({row.contribution for row in desk.recommendations})
    lead = words.count(
        "What {n} speaker asks States to recommend.", "What {n} speakers ask States to recommend.", asking
    )
    chosen = choose(desk, int(options["maximum"]))
    blocks = (
        Heading(1, plain(words("At a glance")), "at-a-glance"),
        paragraph((*plain(lead), *_rest(desk, chosen)), "lead", keep=True),
        _table(desk, chosen),
    )
    return (Part("at-a-glance", blocks, new_page=bool(options["new_page"])),)


def choose(desk: Desk, maximum: int) -> Mapping[int, Sequence[Numbered]]:
    """Of each speaker one recommendation, then a second, while the page has room.

    What most speakers ask comes first; what another has already asked on this page comes last.
    """
    waiting: dict[int, list[Numbered]] = {}
    for row in by_weight(desk):
        waiting.setdefault(row.contribution, []).append(row)
    chosen: dict[int, list[Numbered]] = {index: [] for index in waiting}
    room = _room(desk, len(waiting))
    while waiting and maximum > 0:
        for index in list(waiting):
            row = waiting[index].pop(0)
            height = _height(desk, row)
            if height > room or maximum <= 0:
                del waiting[index]
                continue
            chosen[index].append(row)
            room, maximum = room - height, maximum - 1
            if not waiting[index]:
                del waiting[index]
    return chosen


def by_weight(desk: Desk) -> list[Numbered]:
    """The recommendations in the order in which they deserve a place; each shared demand once, then again."""
    rows = desk.recommendations
    place = {row.number: index for index, row in enumerate(rows)}
    again = {row.number for row in rows if any(place[other] < place[row.number] for other in row.same)}
    return sorted(rows, key=lambda row: (row.number in again, -asking(row, desk.asked_by)))


def _room(desk: Desk, speakers: int) -> float:
    """Points that are left on the page for recommendations, below the title and the speakers' lines."""
    page, style = desk.style.page, desk.style
    title = style.text("heading1").leading + style.text("heading1").after
    lead = 2 * style.text("lead").leading + style.text("lead").after
    line = style.text("own").leading + _ROW_SPACE
    return page.height - page.top - page.bottom - title - lead - speakers * line


def _height(desk: Desk, row: Numbered) -> float:
    """Points that a recommendation takes: its lines and the line on its source."""
    page, text = desk.style.page, desk.style.text("text")
    line = (page.width - page.inner - page.outer) * WIDTHS[1] / sum(WIDTHS)
    letters = max(1.0, line / (text.size * _LETTER))
    lines = sum(max(1, math.ceil(len(part) / letters)) for part in row.item.text.split("\n"))
    return lines * text.leading + desk.style.text("small").leading + _ROW_SPACE


def _rest(desk: Desk, chosen: Mapping[int, Sequence[Numbered]]) -> Inlines:
    """Where those stand that this page has no room for."""
    words, total = desk.words, len(desk.recommendations)
    anchor = desk.row_anchor(desk.recommendations[0])
    if total == sum(map(len, chosen.values())) or not anchor:
        return ()
    pattern = words.count_pattern(
        "The one recommendation stands on page {page}.",
        "All {n} stand on page {page} and after.",
        total,
    )
    return (*plain(" "), *compose(pattern, n=total, page=page_of(anchor)))


def _table(desk: Desk, chosen: Mapping[int, Sequence[Numbered]]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    heads: set[int] = set()
    for index, members in chosen.items():
        heads.add(len(rows))
        rows.append(
            group_row(joined((speaker_head(desk, index), _more(desk, index, len(members))), role="muted"))
        )
        for row in sorted(members, key=desk.recommendations.index):
            source = joined((plain(row.topic), _asked_by(desk, row), language_note(desk, row)))
            rows.append(demand_row(desk, row, source, stem=False, anchored=False))
    return Table(tuple(rows), WIDTHS, group_rows=frozenset(heads), summary=desk.words("At a glance"))


def _asked_by(desk: Desk, row: Numbered) -> Inlines:
    """ "asked by 3 speakers", where it is more than one."""
    number = asking(row, desk.asked_by)
    asked = desk.words.count("asked by {n} speaker", "asked by {n} speakers", number)
    return plain(asked, "strong") if number > 1 else ()


def _more(desk: Desk, index: int, shown: int) -> Inlines:
    """ "and 3 more in the table"."""
    hidden = sum(row.contribution == index for row in desk.recommendations) - shown
    if not hidden or "recommendations" not in desk.planned:
        return ()
    return muted(desk.words.count("and {n} more in the table", "and {n} more in the table", hidden))
