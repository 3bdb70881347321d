"""Walk the body of a web page in reading order: blocks, lists, tables, links, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.models.passages import Run
from pipeline.read.blocks import Block, BlockWriter, Cell, joined
from pipeline.read.collect import Collector
from pipeline.read.html.css import Rules, Style
from pipeline.read.html.lists import Item, List
from pipeline.read.html.notes import Notes
from pipeline.read.html.page import tag, words_of
from pipeline.read.html.table import cells, is_layout
from pipeline.read.limits import MAX_DEPTH, too_much
from pipeline.read.look import PLAIN, Look
from pipeline.read.noticed import Noticed

Element = etree._Element

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "noframes", "ol", "option",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SKIPPED = frozenset((
    "audio", "button", "canvas", "head", "iframe", "img", "input", "link", "meta", "noscript", "param",
    "rp", "script", "select", "style", "textarea", "title", "video",
))  # fmt: skip
_TITLES = {"msotitle": 1, "title": 1, "msosubtitle": 2, "subtitle": 2}
_QUOTED = re.compile(r"(?:^|\s)(?:mso)?(?:intense)?(?:block)?quot", re.I)
_CONTENTS = re.compile(r"(?:^|\s)mso(?:toc\d|tableoffigures)", re.I)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
# No-break blanks that only push words apart; a single one between words is the author's.
_PUSHING = re.compile("(?:[ ]\u00a0|\u00a0[ ]|\u00a0\u00a0)[\u00a0 ]*")
_WEB = re.compile(r"\s*(https?|mailto):", re.I)
_SYMBOLS = re.compile(r"symbol|wingdings|webdings", re.I)


@dataclass(frozen=True, slots=True)
class Where:
    """What encloses a piece of text."""

    look: Look = PLAIN
    backed: bool = False
    link: str = ""
    heading: int = 0
    quotation: bool = False
    cell: Cell | None = None
    depth: int = 0
    pre: bool = False
    contents: bool = False
    level: int = 0


class BodyReader:
    """Turns elements into blocks; words gather until a block begins or ends."""

    def __init__(
        self, writer: BlockWriter, collector: Collector, rules: Rules, notes: Notes, noticed: Noticed
    ) -> None:
        self._writer = writer
        self._out = collector
        self._rules = rules
        self._notes = notes
        self._noticed = noticed
        self._runs: list[Run] = []
        self._capitals = True
        self._item: Item | None = None
        self._lists: list[List] = []
        self._handlers: dict[str, Callable[[Element, Where, Style], None]] = {
            "br": self._break,
            "table": self._table,
            "ul": self._list,
            "ol": self._list,
            "li": self._list_item,
            "a": self._link,
            "del": self._deleted,
            "ins": self._inserted,
            "rt": self._above,
            "svg": self._drawing,
            "object": self._children_of,
        }

    def read(self, element: Element) -> None:
        """Read all that is in `element`, and make headings of what is only set like one."""
        self._block(element, Where(), self._rules.style(element))
        self._writer.finish()

    def note(self, element: Element) -> tuple[Run, ...]:
        """The words of a note, read apart from the text."""
        kept, self._out.passages = self._out.passages, []
        writer, self._writer = self._writer, BlockWriter(self._out)
        self._lists = []
        self._block(element, Where(), self._rules.style(element))
        self._writer = writer
        found, self._out.passages = self._out.passages, kept
        return joined(found)

    def _walk(self, parent: Element, where: Where) -> None:
        """Read the words and elements in `parent`. Raises Refused (FI04) for absurd depth."""
        if where.level > MAX_DEPTH:
            raise too_much("its elements are nested too deeply")
        self._text(parent.text, where)
        for element in parent:
            if isinstance(element.tag, str):
                self._element(element, replace(where, level=where.level + 1))
            self._text(element.tail, where)

    def _element(self, element: Element, where: Where) -> None:
        name = tag(element)
        if name in _SKIPPED:
            return
        if self._notes.holds(element):
            self._flush(where)
            return
        style = self._rules.style(element)
        if style.gone:
            self._noticed.unseen(words_of(element), Look(hidden=True))
        elif style.ignored:
            self._word_marker(element)
        elif name in self._handlers:
            self._handlers[name](element, where, style)
        elif name in _BLOCKS:
            self._block(element, where, style)
        else:
            self._children_of(element, where, style)

    def _children_of(self, element: Element, where: Where, style: Style) -> None:
        self._walk(element, _styled(where, style))

    def _block(self, element: Element, where: Where, style: Style) -> None:
        """Read a block; what stands before it in the same element is one of its own."""
        name, classes = tag(element), (element.get("class") or "").lower()
        self._flush(where)
        inner = _styled(where, style)
        if re.fullmatch("h[1-6]", name):
            inner = replace(inner, heading=int(name[1]))
        elif name == "p":
            inner = replace(inner, heading=max((_TITLES.get(each, 0) for each in classes.split()), default=0))
        if name == "blockquote" or (name in ("p", "div") and (_QUOTED.search(classes) or style.indented)):
            inner = replace(inner, quotation=True)
        if name == "p" and _CONTENTS.search(classes):
            inner = replace(inner, contents=True)
        if style.level and name in ("p", "li", *_TITLES, "h1", "h2", "h3", "h4", "h5", "h6"):
            self._item = Item("", style.level)
        self._walk(element, replace(inner, pre=inner.pre or name == "pre"))
        self._flush(inner)

    def _break(self, element: Element, where: Where, style: Style) -> None:
        """A line break; a second one right behind it ends the paragraph."""
        for run in reversed(self._runs):
            if run.text.strip(" \u00a0"):
                if run.text.endswith("\n"):
                    self._flush(where)
                break
        self._runs.append(Run("\n"))

    def _link(self, element: Element, where: Where, style: Style) -> None:
        if self._notes.leads_back(element):
            return
        if mark := self._notes.call(element):
            self._runs.append(Run("", note=mark))
            return
        address = (element.get("href") or "").strip()
        inner = _styled(where, style)
        self._walk(element, replace(inner, link=address if _WEB.match(address) else inner.link))

    def _deleted(self, element: Element, where: Where, style: Style) -> None:
        self._noticed.deletions += 1

    def _inserted(self, element: Element, where: Where, style: Style) -> None:
        self._noticed.insertions += 1
        self._children_of(element, where, style)

    def _above(self, element: Element, where: Where, style: Style) -> None:
        """What stands small above a word to say how it is read."""
        self._noticed.signs.append(words_of(element))

    def _drawing(self, element: Element, where: Where, style: Style) -> None:
        """The words of a drawing are set aside."""
        for words in element.iter("{*}text", "text"):
            self._noticed.signs.append(words_of(words))

    def _list(self, element: Element, where: Where, style: Style) -> None:
        self._flush(where)
        self._lists.append(List(element, where.depth + 1, style.listed))
        self._walk(element, replace(_styled(where, style), depth=where.depth + 1, heading=0))
        self._flush(where)
        self._lists.pop()

    def _list_item(self, element: Element, where: Where, style: Style) -> None:
        """Read an item; one that stands in no list is a bullet."""
        self._flush(where)
        opened = self._lists[-1] if self._lists else List(element, 1, "")
        self._item = opened.item(element, style.listed)
        self._block_of_item(element, where, style)
        self._item = None

    def _block_of_item(self, element: Element, where: Where, style: Style) -> None:
        self._walk(element, _styled(where, style))
        self._flush(where)

    def _word_marker(self, element: Element) -> None:
        """Take the marker of a list that Word wrote as words of a paragraph."""
        text = words_of(element).strip(" \u00a0\n\r\t")
        font = "".join(each.get("style") or "" for each in element.iter(etree.Element))
        if len(text) == 1 and _SYMBOLS.search(font) and ord(text) < 0x100:
            text = chr(0xF000 + ord(text))
        elif text == "o":
            text = "○"
        if self._item is not None:
            self._item.marker = "".join(run.text for run in self._out.runs([Run(text)]))

    def _table(self, element: Element, where: Where, style: Style) -> None:
        self._flush(where)
        inner = replace(_styled(where, style), heading=0)
        if is_layout(element):
            self._walk(element, inner)
            self._flush(inner)
            return
        for caption in element.iterchildren("caption"):
            self._element(caption, inner)
        number = self._writer.next_table()
        first = len(self._out.passages)
        for part, cell in cells(element, number):
            self._out.count_cell()
            self._cell(part, replace(inner, cell=cell, level=inner.level + 3))
        self._writer.mark_bold_header(first, number)

    def _cell(self, element: Element, where: Where) -> None:
        style = self._rules.style(element)
        if style.gone:
            self._noticed.unseen(words_of(element), Look(hidden=True))
            return
        row = element.getparent()
        ground = PLAIN if row is None else self._rules.style(row).look
        self._walk(element, _styled(_styled(where, Style(ground)), style))
        self._flush(where)

    def _text(self, text: str | None, where: Where) -> None:
        """Keep words that show, count those that do not."""
        if not text:
            return
        text = text.replace("\r\n", "\n") if where.pre else _BLANKS.sub(" ", text)
        look = where.look
        if text.strip(" \u00a0") and not look.drawn(where.backed):
            self._noticed.unseen(text, look)
            return
        if not look.caps and any(char.islower() for char in text):
            self._capitals = False
        self._runs.append(look.run(text, where.link))

    def _flush(self, where: Where) -> None:
        """Write the words that have gathered as a block of what encloses them."""
        gathered, self._runs = self._runs, []
        capitals, self._capitals = self._capitals, True
        runs = self._out.runs(_tight(gathered))
        if not any(run.note or run.text.strip("\u00a0 \n") for run in runs):
            return
        item, self._item = self._item, None
        if where.contents:
            self._out.set_aside("".join(run.text for run in runs))
            return
        marker, depth = (item.marker, item.depth) if item is not None else ("", 0)
        self._writer.write(
            Block(runs, where.heading, marker, depth if marker else 0, where.quotation, capitals), where.cell
        )


def _styled(where: Where, style: Style) -> Where:
    """`where` with what a style adds to it."""
    if style.look is PLAIN:
        return where
    look = style.look.over(where.look)
    return replace(where, look=look, backed=where.backed or bool(style.look.backed))


def _tight(runs: list[Run]) -> list[Run]:
    """`runs` without no-break blanks that only push words apart, or begin or end the block."""
    found = [
        run if run.note or "\u00a0" not in run.text else replace(run, text=_PUSHING.sub(" ", run.text))
        for run in runs
    ]
    for place in range(len(found)):
        found[place] = replace(found[place], text=found[place].text.lstrip("\u00a0 "))
        if found[place].text or found[place].note:
            break
    for place in reversed(range(len(found))):
        found[place] = replace(found[place], text=found[place].text.rstrip("\u00a0 "))
        if found[place].text or found[place].note:
            break
    return found
