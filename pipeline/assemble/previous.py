"""Since the previous review: its figures and recommendations, grouped by the answer of the State."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.assemble.dates import cycle, listed, ordinal, state_names
from pipeline.assemble.desk import Desk, Options
from pipeline.assemble.inlines import compose, head_row, joined, paragraph, plain, strong
from pipeline.assemble.several import numbers
from pipeline.models.document import Block, Cell, Heading, Inlines, Paragraph, Part, Table
from pipeline.models.pack import Numbered
from pipeline.models.session import PreviousRecommendation, PreviousReview
from pipeline.models.templates import Wording

_WIDTHS = (12.0, 88.0)
_THEME_WIDTHS = (60.0, 14.0, 14.0, 12.0)
_ANSWERS: tuple[tuple[bool | None, str], ...] = (
    (True, "Supported"),
    (False, "Noted"),
    (None, "Answer not recorded"),
)


def previous_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """Nothing where nothing was given. A list longer than `maximum` is summed up by theme, never cut."""
    review = desk.review.previous_review
    if review is None and not desk.previous:
        return ()
    words = desk.words
    blocks: list[Block] = [Heading(1, plain(words("Since the previous review")), "since-previous-review")]
    if review:
        blocks.append(paragraph(figures(review, words), "lead", keep=bool(desk.previous)))
    if len(desk.previous) <= int(options["maximum"]):
        blocks += [_table(desk, desk.previous)] if desk.previous else []
    else:
        blocks += _summary(desk, words)
    return (Part("since-previous-review", tuple(blocks), new_page=bool(options["new_page"])),)


def figures(review: PreviousReview, words: Wording) -> Inlines:
    """ "16th session, 2013, second cycle · 230 supported · 42 noted · A/HRC/24/16"."""
    when = words(
        "{ordinal} session, {year}, {cycle}",
        ordinal=ordinal(review.session, words),
        year=review.year,
        cycle=cycle(review.cycle, words),
    )
    supported, noted = review.supported, review.noted
    return joined(
        (
            plain(when),
            plain("" if supported is None else words.count("{n} supported", "{n} supported", supported)),
            plain("" if noted is None else words.count("{n} noted", "{n} noted", noted)),
            plain(review.document),
        )
    )


def _table(desk: Desk, previous: Sequence[PreviousRecommendation]) -> Table:
    words, again = desk.words, asked_again(desk)
    numbered = any(each.paragraph for each in previous)
    titles = (words("No."), words("Recommendation"))
    widths = _WIDTHS if numbered else _WIDTHS[1:]
    rows: list[tuple[Cell, ...]] = [head_row(titles if numbered else titles[1:])]
    heads: set[int] = set()
    for answer, name in _ANSWERS:
        members = [each for each in previous if each.supported is answer]
        if members:
            heads.add(len(rows))
            title = (*strong(words(name)), *plain(f" · {_of_all(desk, answer, len(members))}", "muted"))
            rows.append((Cell((paragraph(title, keep=True),), header=True, span=len(widths)),))
            rows += [_row(desk, each, again.get(each, ()))[-len(widths) :] for each in members]
    summary = words("Since the previous review")
    return Table(tuple(rows), widths, 1, group_rows=frozenset(heads), summary=summary)


def _of_all(desk: Desk, answer: bool | None, listed: int) -> str:
    """ "3", or "3 of 260" where review.yaml counts more of this answer than are listed here."""
    review = desk.review.previous_review
    counted = {True: review.supported, False: review.noted, None: None} if review else {}
    total = counted.get(answer) or 0
    return desk.words("{n} of {total}", n=listed, total=total) if total > listed else str(listed)


def asked_again(desk: Desk) -> Mapping[PreviousRecommendation, Sequence[Numbered]]:
    """Which recommendations of the previous review the speakers ask for again, and in which rows."""
    found: dict[PreviousRecommendation, list[Numbered]] = {}
    for row in desk.recommendations:
        for each in row.previous:
            found.setdefault(each, []).append(row)
    return found


def _row(desk: Desk, each: PreviousRecommendation, again: Sequence[Numbered]) -> tuple[Cell, ...]:
    words = desk.words
    asked = compose(words.pattern("asked again in {numbers}"), numbers=numbers(desk, again)) if again else ()
    source = joined((plain(listed(state_names(each.states, words), words)), plain(each.theme), asked))
    return (
        Cell((Paragraph(plain(each.paragraph), "small"),)),
        Cell((Paragraph(plain(each.text), "text"), *((Paragraph(source, "small"),) if source else ()))),
    )


def _summary(desk: Desk, words: Wording) -> Iterator[Block]:
    """How many of each theme, and where the whole list is."""
    review = desk.review.previous_review
    number = len(desk.previous)
    said = words.count("{n} recommendation was made.", "{n} recommendations were made.", number)
    if review and review.document:
        said += " " + words("The whole list is in document {document}.", document=review.document)
    yield paragraph(plain(said))
    again = asked_again(desk)
    if again:
        yield Heading(2, plain(words("Asked again by the speakers")), listed=False)
        yield _table(desk, [each for each in desk.previous if each in again])
    if any(each.theme for each in desk.previous):
        yield _themes(desk.previous, words)


def _themes(previous: Sequence[PreviousRecommendation], words: Wording) -> Table:
    titles = (words("Theme"), words("Supported"), words("Noted"), words("Answer not recorded"))
    counts: dict[str, dict[bool | None, int]] = {}
    for each in previous:
        answers = counts.setdefault(each.theme or words("Without a theme"), {})
        answers[each.supported] = answers.get(each.supported, 0) + 1
    rows = [
        (_cell(theme), *(_cell(str(answers.get(answer) or "–")) for answer, _ in _ANSWERS))
        for theme, answers in sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    ]
    return Table((head_row(titles), *rows), _THEME_WIDTHS, 1, summary=words("Theme"))


def _cell(text: str) -> Cell:
    return Cell((paragraph(plain(text)),))
