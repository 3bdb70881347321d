"""Walk the body of a web page in reading order: blocks, lists, tables, links, calls of notes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from lxml import etree

from pipeline.models.passages import Passage, Run
from pipeline.read.blocks import BlockWriter, joined
from pipeline.read.collect import Collector
from pipeline.read.field_codes import web_address
from pipeline.read.html.gather import Gatherer, Where
from pipeline.read.html.lists import Item, List
from pipeline.read.html.looks import Style, Styles
from pipeline.read.html.notes import Notes
from pipeline.read.html.page import is_comment, is_furniture, letters, tag
from pipeline.read.html.table import astray, cells, only_arranges
from pipeline.read.limits import MAX_DEPTH, too_much
from pipeline.read.look import Look
from pipeline.read.noticed import Noticed
from pipeline.read.symbols import is_symbol_font
from pipeline.read.xml import Element

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "nav", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
_SKIPPED = frozenset((
    "annotation", "annotation-xml", "audio", "canvas", "datalist", "head", "iframe", "link", "meta",
    "meter", "noembed", "noframes", "noscript", "param", "progress", "rp", "script", "style",
    "textarea", "title", "video",
))  # fmt: skip
_TITLES = {"msotitle": 1, "title": 1, "msosubtitle": 2, "subtitle": 2}
_QUOTED = re.compile(r"(?:^|\s)(?:mso)?(?:intense)?(?:quote|quotation|citation|blocktext)(?=\s|$)")
_CONTENTS = re.compile(r"(?:^|\s)mso(?:toc\d|tableoffigures)(?=\s|$)")
_HIDDEN = Look(hidden=True)
_Handler = Callable[[Element, Where, Style], None]


class BodyReader:
    """Turns elements into blocks; what does not show is counted, what belongs to the page is set aside."""

    def __init__(self, collector: Collector, styles: Styles, notes: Notes, noticed: Noticed) -> None:
        self._out = collector
        self._styles = styles
        self._notes = notes
        self._noticed = noticed
        self._writer = BlockWriter(collector)
        self._words = Gatherer(self._writer, collector, noticed)
        self._lists: list[List] = []
        self._handlers: dict[str, _Handler] = {
            "br": self._break,
            "table": self._table,
            "ul": self._list,
            "ol": self._list,
            "li": self._list_item,
            "a": self._link,
            "q": self._quoted,
            "img": self._picture,
            "del": self._deleted,
            "ins": self._inserted,
            "rt": self._beside,
            "svg": self._drawing,
            "menu": self._list,
            "input": self._field,
            "object": self._fallback,
            "select": self._choice,
            "button": self._beside,
        }

    def read(self, element: Element) -> None:
        """Read all that is in `element`, then the notes nobody called; find what looks like a heading."""
        self._any(element, self._around(element))
        for note in self._notes.left():
            if element in note.element.iterancestors():
                self._any(note.element, self._around(note.element))
        self._writer.finish()

    def note(self, element: Element) -> tuple[Run, ...]:
        """The words of a note, read apart from the text."""
        return joined(self._apart(lambda: self._any(element, self._around(element))))

    def set_aside_around(self, chosen: Element, whole: Element) -> None:
        """Set aside the words that show in `whole` beside `chosen`."""
        element = chosen
        while element is not whole and (above := element.getparent()) is not None:
            self._aside_in(above, element)
            element = above

    def _aside_in(self, above: Element, chosen: Element) -> None:
        """Set aside the words that show in `above`, but for those in `chosen`."""
        where = self._around(chosen)
        for passage in self._apart(lambda: self._walk(above, where, chosen)):
            self._out.set_aside(f"{passage.marker} {passage.text}")

    def _around(self, element: Element) -> Where:
        """What encloses `element` in the page."""
        where = Where()
        for above in reversed(list(element.iterancestors())):
            where = where.styled(self._styles.of(above))
        return where

    def _apart(self, reading: Callable[[], None]) -> list[Passage]:
        """The passages that `reading` gives, kept out of the text."""
        before = (self._writer, self._words, self._lists)
        self._writer = BlockWriter(self._out)
        self._words, self._lists = Gatherer(self._writer, self._out, self._noticed), []

        def whole() -> None:
            reading()
            self._words.flush(Where())

        found = self._out.apart(whole)
        self._writer, self._words, self._lists = before
        return found

    def _set_aside(self, element: Element, where: Where) -> None:
        """Set aside the words of `element` that show."""
        if element in self._notes.held:
            return
        for passage in self._apart(lambda: self._visible(element, where)):
            self._out.set_aside(f"{passage.marker} {passage.text}")

    def _any(self, element: Element, where: Where) -> None:
        style = self._styles.of(element)
        self._block(element, where, style) if not style.gone else self._unseen(element)

    def _walk(self, parent: Element, where: Where, without: Element | None = None) -> None:
        """Read the words and elements in `parent`, `without` one. Raises Refused (FI04) for absurd depth."""
        if where.level > MAX_DEPTH:
            raise too_much("its elements are nested too deeply")
        self._words.text(parent.text, where)
        for element in parent:
            if element is without:
                self._words.flush(where)
            elif isinstance(element.tag, str):
                self._element(element, replace(where, level=where.level + 1))
            self._words.text(element.tail, where)

    def _element(self, element: Element, where: Where) -> None:
        if tag(element) in _SKIPPED or is_comment(element):
            return
        if element in self._notes.held:
            self._words.flush(where)
        elif is_furniture(element, self._notes.held):
            self._words.flush(where)
            self._set_aside(element, where)
        else:
            self._visible(element, where)

    def _visible(self, element: Element, where: Where) -> None:
        """Read an element, or count its words where it does not show."""
        name, style = tag(element), self._styles.of(element)
        if style.gone:
            self._unseen(element)
        elif style.ignored:
            self._word_marker(element, where)
        elif name in self._handlers:
            self._handlers[name](element, where, style)
        elif name in _BLOCKS or style.block or where.parted:
            self._block(element, where, style)
        else:
            self._walk(element, where.styled(style))

    def _unseen(self, element: Element) -> None:
        self._noticed.unseen(letters(element), _HIDDEN)

    def _block(self, element: Element, where: Where, style: Style) -> None:
        """Read a block; what stands before it in the same element is one of its own."""
        name, classes = tag(element), (element.get("class") or "").lower()
        self._words.flush(where)
        inner = where.styled(style)
        if re.fullmatch("h[1-6]", name):
            inner = replace(inner, heading=int(name[1]))
        elif name == "p" and (title := max((_TITLES.get(each, 0) for each in classes.split()), default=0)):
            inner = replace(inner, heading=title)
        if name == "blockquote" or (name == "p" and (_QUOTED.search(classes) or style.indented)):
            inner = replace(inner, quotation=True)
        if name == "p" and _CONTENTS.search(classes):
            inner = replace(inner, contents=True)
        item = self._words.item
        if style.level:
            item = self._words.item = Item("", style.level)
        self._walk(element, replace(inner, pre=inner.pre or name == "pre"))
        self._words.flush(inner)
        if style.level and self._words.item is item:
            self._words.item = None  # an item without words

    def _break(self, element: Element, where: Where, style: Style) -> None:
        self._words.line_break(where)

    def _link(self, element: Element, where: Where, style: Style) -> None:
        if self._notes.leads_back(element):
            return
        if mark := self._notes.call(element):
            self._words.note(mark)
            return
        address = (element.get("href") or "").strip()
        inner = where.styled(style)
        self._walk(element, replace(inner, link=web_address(address) or inner.link))

    def _quoted(self, element: Element, where: Where, style: Style) -> None:
        """A browser draws the marks of a quotation in a line."""
        self._words.text("“", where)
        self._walk(element, where.styled(style))
        self._words.text("”", where)

    def _picture(self, element: Element, where: Where, style: Style) -> None:
        """A picture has no words, but that of an emoji stands for its sign."""
        sign = element.get("alt") or ""
        if 0 < len(sign) <= 8 and not any(char.isalnum() or char.isascii() for char in sign):
            self._words.text(sign, where)

    def _deleted(self, element: Element, where: Where, style: Style) -> None:
        self._noticed.deletions += 1

    def _inserted(self, element: Element, where: Where, style: Style) -> None:
        self._noticed.insertions += 1
        self._walk(element, where.styled(style))

    def _beside(self, element: Element, where: Where, style: Style) -> None:
        """What stands small above a word, or is there to be pressed: furniture."""
        for passage in self._apart(lambda: self._block(element, where, style)):
            self._noticed.signs.append(passage.text)

    def _drawing(self, element: Element, where: Where, style: Style) -> None:
        """The words of a drawing are set aside; a part of the page that stands in it is read."""
        for words in element.iter("{*}text", "text", "foreignobject"):
            inside = {tag(each) for each in words.iterancestors()}
            if not self._styles.shows(words) or inside & {"defs", "symbol", "foreignobject"}:
                continue
            if tag(words) == "foreignobject":
                self._block(words, where, self._styles.of(words))
            else:
                self._beside(words, where, self._styles.of(words))

    def _field(self, element: Element, where: Where, style: Style) -> None:
        """The words on a button are set aside."""
        if (element.get("type") or "").lower() in ("submit", "button", "reset"):
            self._noticed.signs.append(element.get("value") or "")

    def _choice(self, element: Element, where: Where, style: Style) -> None:
        """Of a list to choose from the option that shows is set aside."""
        options = list(element.iter("option"))
        chosen = next(
            (each for each in options if each.get("selected") is not None), next(iter(options), None)
        )
        if chosen is not None:
            self._beside(chosen, where, self._styles.of(chosen))

    def _fallback(self, element: Element, where: Where, style: Style) -> None:
        """What stands in an object shows only where the object cannot be shown: it is not known which."""
        self._unseen(element)

    def _list(self, element: Element, where: Where, style: Style) -> None:
        self._words.flush(where)
        opened = List(element, where.depth + 1, style.listed, self._styles.markers)
        self._lists.append(opened)
        self._walk(element, replace(where.styled(style), depth=opened.depth, heading=0))
        self._words.flush(where)
        self._lists.pop()

    def _list_item(self, element: Element, where: Where, style: Style) -> None:
        """Read an item; one that stands in no list is a bullet."""
        self._words.flush(where)
        opened = self._lists[-1] if self._lists else List(element, 1, "", {})
        self._words.item = opened.item(element, style.listed)
        inner = where.styled(style)
        self._walk(element, inner)
        self._words.flush(inner)
        self._words.item = None

    def _word_marker(self, element: Element, where: Where) -> None:
        """Take the marker of a list that Word wrote as words of a paragraph."""
        text = "".join(
            f"{passage.marker} {passage.text}" for passage in self._apart(lambda: self._walk(element, where))
        ).strip(" \u00a0\n\r\t")
        font = "".join(each.get("style") or "" for each in element.iter(etree.Element))
        if len(text) == 1 and is_symbol_font(font) and ord(text) < 0x100:
            text = chr(0xF000 + ord(text))
        elif text == "o":
            text = "○"
        if self._words.item is None:
            self._words.item = Item("", 1)  # its paragraph has lost what said that it is an item
        self._words.item.marker = text

    def _table(self, element: Element, where: Where, style: Style) -> None:
        self._words.flush(where)
        inner = replace(where.styled(style), heading=0)
        if only_arranges(element):
            self._walk(element, inner)
            self._words.flush(inner)
            return
        for words, child in astray(element):
            self._words.text(words, inner)
            if child is not None:
                self._element(child, inner)
            self._words.flush(inner)
        for caption in element.iterchildren("caption"):
            self._element(caption, inner)
        self._cells(element, replace(inner, level=inner.level + 3))

    def _cells(self, table: Element, where: Where) -> None:
        number = self._writer.next_table()
        first = len(self._out.passages)
        self._words.item = None
        for row, element, cell in cells(table, number):
            self._out.count_cell()
            above = [each for each in row.iterancestors() if tag(each) in ("thead", "tbody", "tfoot")][:1]
            styles = [self._styles.of(each) for each in (*above, row, element)]
            if any(style.gone for style in styles):
                self._unseen(element)
                continue
            inner = replace(where, cell=cell)
            for style in styles:
                inner = inner.styled(style)
            self._walk(element, inner)
            self._words.flush(inner)
        self._writer.mark_bold_header(first, number)
