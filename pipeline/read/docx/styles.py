"""What a style of a DOCX says, once its chain of basedOn is followed: emphasis, level, numbering, kind."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.read.docx.xml import child, get, qualified, toggle, value
from pipeline.read.look import PLAIN, Look
from pipeline.read.style_names import heading_level, is_contents, is_quotation
from pipeline.read.xml import Element, whole

_CHAIN = 50


@dataclass(frozen=True, slots=True)
class Numbered:
    """A reference to numbering: None where nothing is stated. `number` "0" switches it off."""

    number: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says. `heading` 0: body text. `contents`: an entry of a table of contents."""

    look: Look = field(default_factory=Look)
    heading: int = 0
    quotation: bool = False
    contents: bool = False
    numbered: Numbered = field(default_factory=Numbered)
    shaded: bool = False


def look(properties: Element | None) -> Look:
    """The statements of a w:rPr."""
    if properties is None or not len(properties):
        return PLAIN
    underline = value(properties, "w:u")
    vertical = value(properties, "w:vertAlign")
    size = child(properties, "w:sz")
    colour = value(properties, "w:color").upper()
    fill, blacked = _fill(properties)
    return Look(
        toggle(properties, "w:b"),
        toggle(properties, "w:i"),
        (underline != "none") if underline else None,
        (vertical == "superscript") if vertical else None,
        toggle(properties, "w:vanish"),
        (colour in ("FFFFFF", "FFF", "WHITE")) if colour else None,
        0 <= whole(get(size, "w:val"), 99) <= 4 if size is not None else None,
        fill,
        blacked if not colour or colour in ("AUTO", "000000") else False if blacked else None,
        toggle(properties, "w:caps"),
        _struck(properties),
    )


def _struck(properties: Element) -> bool | None:
    """Whether one line or two go through the letters; None where neither is stated."""
    stated = (toggle(properties, "w:strike"), toggle(properties, "w:dstrike"))
    return None if stated == (None, None) else any(stated)


def _fill(properties: Element) -> tuple[bool | None, bool | None]:
    """Whether something lies behind the letters, and whether it is black."""
    highlight = value(properties, "w:highlight")
    shade = child(properties, "w:shd")
    fill, pattern = get(shade, "w:fill").upper(), get(shade, "w:val")
    if not highlight and shade is None:
        return None, None
    solid = get(shade, "w:color").upper() in ("000000", "AUTO", "") if pattern == "solid" else False
    black = highlight == "black" or (not highlight and (fill == "000000" or solid))
    return highlight not in ("", "none") or shaded(properties), black


def shaded(properties: Element | None) -> bool:
    """Whether a w:shd gives another ground than the page's."""
    shade = child(properties, "w:shd")
    if shade is None:
        return False
    plain = get(shade, "w:fill").upper() in ("", "AUTO", "FFFFFF") and not get(shade, "w:themeFill")
    return not plain or get(shade, "w:val") not in ("", "clear", "nil")


class Styles:
    """The styles of a document; every chain is followed once."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._looks: dict[str, Look] = {}
        self._default = ""
        self.default_look = PLAIN
        if root is None:
            return
        for element in root.iter(qualified("w:style")):
            identity = get(element, "w:styleId")
            if not identity:
                continue
            self._elements.setdefault(identity, element)
            if get(element, "w:type") == "paragraph" and get(element, "w:default") in ("1", "true", "on"):
                self._default = identity
        defaults = child(child(root, "w:docDefaults"), "w:rPrDefault")
        self.default_look = look(child(defaults, "w:rPr"))

    def paragraph(self, identity: str) -> ParagraphStyle:
        """The paragraph style `identity`, the default one for "" or a style that is not there."""
        key = identity if identity in self._elements else self._default
        if key not in self._paragraphs:
            self._paragraphs[key] = self._resolve(key)
        return self._paragraphs[key]

    def character(self, identity: str) -> Look:
        """The run properties of the character style `identity`."""
        if identity not in self._looks:
            self._looks[identity] = self._chain_look(identity)
        return self._looks[identity]

    def table_is_shaded(self, identity: str) -> bool:
        """Whether the table style, or a part of it as its header row, has a ground of its own."""
        return any(
            shaded(found.getparent())
            for style in self._chain(identity)
            for found in style.iter(qualified("w:shd"))
        )

    def _chain(self, identity: str) -> list[Element]:
        """The style and those it is based on, nearest first; a circle or an absurd chain is cut."""
        chain: list[Element] = []
        seen: set[str] = set()
        while identity in self._elements and identity not in seen and len(chain) < _CHAIN:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = value(chain[-1], "w:basedOn")
        return chain

    def _chain_look(self, identity: str) -> Look:
        result = PLAIN
        for element in self._chain(identity):
            result = result.over(look(child(element, "w:rPr")))
        return result

    def _resolve(self, identity: str) -> ParagraphStyle:
        chain = self._chain(identity)
        names = [value(element, "w:name").lower() for element in chain]
        number: str | None = None
        level: int | None = None
        for properties in (child(element, "w:pPr") for element in chain):
            numbering = child(properties, "w:numPr")
            number = number if number is not None else value(numbering, "w:numId") or None
            stated = value(numbering, "w:ilvl")
            level = level if level is not None or not stated else whole(stated)
        return ParagraphStyle(
            self._chain_look(identity),
            _heading_level(chain, names),
            any(map(is_quotation, names)),
            bool(names) and is_contents(names[0]),
            Numbered(number, level),
            any(shaded(child(element, "w:pPr")) for element in chain),
        )


def _heading_level(chain: list[Element], names: list[str]) -> int:
    """1 to 6 from the outline level or the name of a style or of one that it is based on; 0 for body text."""
    for element, text in zip(chain, names, strict=True):
        outline = value(child(element, "w:pPr"), "w:outlineLvl")
        if outline:
            return min(whole(outline, 9) + 1, 6) if 0 <= whole(outline, 9) < 9 else 0
        if named := heading_level(text):
            return named
    return 0
