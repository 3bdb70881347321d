"""The one Document of a pack: what stands in it, in which order and role, before any format is known.

Three writers turn it into PDF, DOCX and HTML. All of them write the same words in the same order. A
Document names roles, never fonts or sizes: those are in `Style`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from pipeline.models.factsheet import Keeps, SheetMark, least

Role = Literal[
    "text",  # what a speaker wrote (serif)
    "own",  # what the pack itself says (sans)
    "small",  # labels, sources, legends (sans, small, grey)
    "lead",  # a line under a title
    "title",  # the State on the cover
    "notice",  # a boxed or ruled note that must be seen
    "signature",  # the line under a statement's title: speaker, role, minutes
]
Direction = Literal["ltr", "rtl"]
InlineRole = Literal["", "number", "muted", "strong"]


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text with one look.

    `link` goes to an anchor of this Document; `address` is an outside link (https:, mailto:), printed as
    text too. `page_of`: an anchor whose page number stands here: `text` is then empty and the writer puts
    in the number. `note`: `text` is a note mark, set as superscript and linked to `link`. `mark`: the
    label ("R7", "Q2") of the demand whose very words these are; writers may mark them, never change them.
    `anchor` is the stretch's own link target: that of a note's call, so that the note can lead back.
    "\\n" in `text` is a line break that the author made by hand.
    `role` "number" is a recommendation's number, "muted" is grey, "strong" is semibold.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    superscript: bool = False
    role: InlineRole = ""
    link: str = ""
    address: str = ""
    page_of: str = ""
    note: bool = False
    mark: str = ""
    anchor: str = ""

    def __hash__(self) -> int:
        """By what tells most stretches apart: texts are kept as they were set, and looked for often."""
        return hash((self.text, self.link))


Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A number in the margin ("R7") with the rule beside the words; `link` goes to its row in the table."""

    text: str
    kind: Literal["recommendation", "question"]
    link: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 (a part) to 4. `anchor` is its link target. In the contents if `listed`.

    `bookmark` is what the outline says, if not the heading's own words. A level 1 heading inside a
    statement has `text` role words; `own` is False there.
    """

    level: int
    inlines: Inlines
    anchor: str = ""
    listed: bool = True
    own: bool = True
    bookmark: str = ""
    language: str = ""
    labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `labels` put the numbers of the demands it holds beside it, before its words.

    `keep` asks to stay on the page of the block that follows. `language` is ISO 639-1, "" the Document's.
    """

    inlines: Inlines
    role: Role = "text"
    anchor: str = ""
    labels: tuple[Label, ...] = ()
    keep: bool = False
    language: str = ""
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: its marker as displayed ("26.", "(a)", "•"), depth from 1, and its words.

    `keep` asks to stay on the page of what follows.
    """

    marker: str
    inlines: Inlines
    depth: int = 1
    anchor: str = ""
    labels: tuple[Label, ...] = ()
    keep: bool = False


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; items carry their own markers, so numbers are as the author displayed them."""

    items: tuple[Item, ...]
    role: Role = "text"
    language: str = ""
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell of one or more paragraphs. `header`: a head of a row or column; `span`: columns."""

    paragraphs: tuple[Paragraph, ...]
    header: bool = False
    span: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `widths` are shares of the line, in any unit. The first `head_rows` rows repeat.

    `look`: "rules" has thin rules between rows; "key" is a two-column list of labels and values without
    rules (cover, programme facts). `group_rows`: numbers (from 0) of rows that head a group of rows.
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head_rows: int = 0
    look: Literal["rules", "key"] = "rules"
    group_rows: frozenset[int] = frozenset()
    language: str = ""
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """One line of a timeline: clock time, minutes, what happens, and the line below it.

    `kind`: "speaker" is drawn in the signal colour, "frame" (opening, SuR, closing) and "dialogue" in
    grey with a pattern that survives black and white.
    """

    time: str
    minutes: int
    minutes_text: str
    inlines: Inlines
    below: Inlines = ()
    kind: Literal["speaker", "frame", "dialogue"] = "frame"


@dataclass(frozen=True, slots=True)
class Timeline:
    """The agenda, drawn to scale: a slot's height is its minutes."""

    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as re-encoded bytes (JPEG or PNG); `width` in points; `alternative` stands for it."""

    data: bytes
    width: float
    alternative: str


@dataclass(frozen=True, slots=True)
class Facsimile:
    """A page that somebody else made, as it is: page `page` (from 0) of `data`, which is a PDF.

    That PDF has nothing but what its pages draw. `width` and `height` are the page's, in points. `caption` is
    the line above it, `alternative` stands for it together with its `words`, a paragraph each: who cannot be
    shown the page itself is given them, and `picture` (PNG or JPEG, b"" for none). `marks` are its bookmarks,
    `keeps` is what it keeps of PDF/A-2.
    """

    data: bytes
    page: int
    width: float
    height: float
    caption: Inlines
    alternative: str
    words: tuple[str, ...] = ()
    picture: bytes = b""
    anchor: str = ""
    marks: tuple[SheetMark, ...] = ()
    keeps: Keeps = ""
    language: str = ""
    direction: Direction = "ltr"


@dataclass(frozen=True, slots=True)
class Portrait:
    """A bio: a photo, if there is one, beside its blocks."""

    image: Image | None
    blocks: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation inside a statement."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a statement, at its end: mark, anchor of the note, anchor of the call, words."""

    items: tuple[Note, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """One note; `anchor` is its own link target, `back` that of its call in the text."""

    mark: str
    inlines: Inlines
    anchor: str
    back: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: every listed heading down to `depth`, with its page. Writers fill it in.

    `label` says whose pages these are, where a file has pages of its own that may differ (Word).
    """

    depth: int = 2
    label: str = ""


@dataclass(frozen=True, slots=True)
class Space:
    """White space, in lines of the base grid; `fill` pushes what follows to the foot of the page."""

    lines: float = 1
    fill: bool = False


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Timeline
    | Image
    | Facsimile
    | Portrait
    | Quote
    | Notes
    | Contents
    | Space
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the pack, with its running head. `new_page`: begins on a page of its own.

    `right_hand`: on a right-hand one, where both sides of the paper are printed; a blank page may go before.

    `id` is that of templates/pack.yaml ("cover", "contents", "agenda", "statement" ...). A cover has no
    running head.
    """

    id: str
    blocks: tuple[Block, ...]
    new_page: bool = True
    running: bool = True
    language: str = ""
    direction: Direction = "ltr"
    right_hand: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and foot of every page: left and right of the head, left of the foot, marks.

    `marks` are the constant small signs (DRAFT, SAMPLE, PROVISIONAL). `page_of` is the pattern of the
    page number, with {page} and {pages}: "{page} of {pages}". `head_left` may be Inlines for a bold State.
    `blank` is what a page says that is there only so that the next is a right-hand one.
    """

    head_left: Inlines
    head_right: Inlines = ()
    foot_left: Inlines = ()
    marks: tuple[str, ...] = ()
    page_of: str = "{page} of {pages}"
    blank: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole pack or programme. `created` is the date in the files' properties, from the inputs only.

    `language` is ISO 639-1. `subject`, `author` (the organiser) and `keywords` are all the metadata that
    outputs carry.
    """

    title: str
    language: str
    parts: tuple[Part, ...]
    furniture: Furniture
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    created: str = ""
    direction: Direction = "ltr"
    contents_title: str = field(default="")

    @property
    def keeps(self) -> Keeps:
        """What all its pages keep of PDF/A-2: level a, if no page was made elsewhere."""
        blocks = (block for part in self.parts for block in part.blocks)
        return least(tuple(block.keeps for block in blocks if isinstance(block, Facsimile)))
