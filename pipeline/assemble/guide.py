"""The parts that explain the pack: contents, how to use it, what is awaited, about the pre-sessions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from pipeline.assemble.desk import Desk, Options, who
from pipeline.assemble.facts import key_table
from pipeline.assemble.factsheets import conformance
from pipeline.assemble.inlines import compose, direction, plain, strong
from pipeline.models.document import (
    Block,
    Contents,
    Heading,
    Inline,
    Inlines,
    Item,
    ItemList,
    Paragraph,
    Part,
    Table,
)
from pipeline.models.session import Organiser, Session
from pipeline.models.templates import Wording

_BULLETS = ("- ", "• ", "* ", "– ")


def contents_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """The table of contents, which the writers fill in."""
    heading = Heading(1, plain(desk.words("Contents")), "contents", listed=False)
    label = desk.words("Pages of the print edition (PDF)")
    blocks = (heading, Contents(int(options["depth"]), label))
    return (Part("contents", blocks, new_page=bool(options["new_page"])),)


def how_to_use_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """What the numbers, marks and margins mean: only what this pack has; no part where it has neither."""
    words = desk.words
    if not desk.rows and not desk.with_statement:
        return ()
    points: list[tuple[str, str]] = []
    if desk.rows:
        points += [
            (
                words("Numbers."),
                words(
                    "R1, R2 and so on are recommendations, Q1, Q2 and so on are questions that States can "
                    "put in advance. A number is the same everywhere: at a glance, in the tables, in the "
                    "margin of the statement and in the file that comes with this pack."
                ),
            ),
            (
                words("Not in the tables."),
                words(
                    "What a statement asks of somebody other than the State under Review, or only reports "
                    "from an earlier review, stands in the statement alone."
                ),
            ),
        ]
    if desk.with_statement:
        points.append(
            (
                words("Words."),
                words(
                    "Statements are printed word for word as the speakers gave them and are theirs alone. "
                    "Nothing was shortened, corrected or translated."
                ),
            )
        )
    if desk.has_facsimiles:
        framed = words("Framed pages are a speaker's own fact sheet, as it was sent.")
        points.append((words("Fact sheets."), f"{framed} {conformance(desk.sheets_keep, words)}"))
    points.append((words("Margins."), words("On paper the outer margin is left wide for notes.")))
    heading = Heading(2, plain(words("How to use this pack")), "how-to-use", listed=False)
    return (Part("how-to-use", (heading, _points(points)), new_page=bool(options["new_page"])),)


def _points(points: Sequence[tuple[str, str]]) -> ItemList:
    return ItemList(tuple(Item("•", (*strong(head), *plain(" " + text))) for head, text in points), "own")


def awaited_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """What is still to come; in drafts only."""
    words = desk.words
    items = [_awaited(desk, number, item) for number, item in desk.awaited]
    items += [
        compose(
            words.pattern("Statement of {who}: it names a person or organisation that is not to be named."),
            who=who(speaker, words),
        )
        for speaker in desk.speakers
        if speaker.held_back and not desk.final
    ]
    items += [
        compose(
            words.pattern("Fact sheet of {who}: it cannot be bound in as it is."), who=who(speaker, words)
        )
        for speaker in desk.speakers
        if speaker.fact_sheet_missing and not desk.final
    ]
    if not items:
        return ()
    heading = Heading(2, plain(words("Still awaited")), "awaited", listed=False)
    points = ItemList(tuple(Item("•", item) for item in items), "own")
    return (Part("awaited", (heading, points), new_page=bool(options["new_page"])),)


def _awaited(desk: Desk, number: int, item: str) -> Inlines:
    words = desk.words
    patterns = {
        "statement": words.pattern("Statement of {who}"),
        "bio": words.pattern("Biography of {who}"),
    }
    speaker = next((speaker for speaker in desk.speakers if speaker.number == number), None)
    if speaker is None:
        return plain(words("The names of the speakers") if item == "speakers" else item)
    return compose(patterns.get(item, item + ": {who}"), who=who(speaker, words))


def about_parts(desk: Desk, options: Options) -> tuple[Part, ...]:
    """The organiser's own words, and how to reach it."""
    heading = Heading(1, plain(desk.words("About the pre-sessions")), "about")
    blocks = (
        heading,
        *front_matter(desk.session, desk.words),
        Heading(2, plain(desk.words("Contact")), listed=False),
        contact(desk.session.organiser, desk.words),
    )
    return (Part("about", blocks, new_page=bool(options["new_page"])),)


def front_matter(session: Session, words: Wording) -> tuple[Block, ...]:
    """Objectives, format and expected outcomes, each only if the organiser wrote something."""
    matter, language = session.front_matter_in(words.language)
    language = "" if language == words.language else language
    sections = (
        (words("Objectives"), matter.objectives),
        (words("Format"), matter.format),
        (words("Expected outcomes"), matter.outcomes),
    )
    blocks: list[Block] = []
    for title, paragraphs in sections:
        if paragraphs:
            blocks += [Heading(2, plain(title), listed=False), *_prose(paragraphs, language)]
    return tuple(blocks)


def _prose(paragraphs: Sequence[str], language: str) -> Iterator[Block]:
    """Paragraphs in `language`; those that begin with a dash or bullet are points of a list."""
    side = direction(language)
    for is_point, group in itertools.groupby(paragraphs, key=lambda text: text.startswith(_BULLETS)):
        if is_point:
            items = tuple(Item("•", plain(text[2:].strip())) for text in group)
            yield ItemList(items, "own", language, side)
        else:
            yield from (Paragraph(plain(text), "own", language=language, direction=side) for text in group)


def contact(organiser: Organiser, words: Wording) -> Table:
    """How to reach the organiser."""
    return key_table(
        [
            (words("Organiser"), plain(organiser.name)),
            (words("Address"), plain(organiser.address)),
            (words("Telephone"), plain(organiser.telephone)),
            (words("E-mail"), _address(organiser.email, "mailto:")),
            (words("Website"), _address(organiser.website, "")),
        ]
    )


def _address(text: str, scheme: str) -> Inlines:
    """The address in words; a link only where it is one without doubt."""
    target = scheme + text
    is_link = target.startswith(("mailto:", "https://", "http://")) and not any(map(str.isspace, target))
    return (Inline(text, address=target if is_link else ""),) if text else ()
