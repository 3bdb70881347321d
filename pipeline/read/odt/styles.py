"""The styles of an OpenDocument text: chains of parents followed, names and levels understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.read.blocks import QUOTE_INDENT
from pipeline.read.odt.letters import UNKNOWN_GROUND, Letters, ground_of, points
from pipeline.read.odt.xml import child, get, name, qualified
from pipeline.read.style_names import heading_level, is_contents, is_quotation
from pipeline.read.xml import Element, whole

_CHAIN = 25  # styles above a style, as deep as nobody goes
_INDEX = re.compile(r"(contents|toc|((user|illustration|object|table) )?index) (\d|heading)")
_ESCAPED = re.compile(r"_([0-9a-f]{1,6})_")
_DEEPEST = 6
_FILL = ("draw:fill", "draw:fill-color", "draw:opacity", "draw:opacity-name")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says. `heading` 0: body text. `contents`: an entry of a table of contents.

    `numbered`: the list style that it states, "" for none, None where it says nothing of it. `margins`: at
    its start and end, in points.
    """

    letters: Letters = field(default_factory=Letters)
    heading: int = 0
    quotation: bool = False
    contents: bool = False
    numbered: str | None = None
    ground: str = ""
    margins: tuple[float, float] = (0.0, 0.0)


class Styles:
    """The styles that one part of a document sees: the common ones and its own automatic ones."""

    def __init__(self, common: Element | None, automatic: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._automatic: set[tuple[str, str]] = set()
        self._grounds: dict[tuple[str, str], str] = {}
        for container in (common, automatic):
            for element in () if container is None else container:
                if name(element) in ("style:style", "style:default-style"):
                    key = get(element, "style:family"), get(element, "style:name")
                    self._elements[key] = element
                    if container is automatic:
                        self._automatic.add(key)
        default = child(self._elements.get(("paragraph", "")), "style:text-properties")
        self._default = ParagraphStyle(Letters().under(default))
        self._paragraphs: dict[str, ParagraphStyle] = {}

    def paragraph(self, style: str, depth: int = 0) -> ParagraphStyle:
        """The paragraph style of that name; one that is not there has the defaults of the document.

        `depth`: how many styles inherit from it here; a circle or an absurd chain is cut.
        """
        found = self._paragraphs.get(style)
        if found is None:
            element = self._elements.get(("paragraph", style)) if style and depth < _CHAIN else None
            if element is None:
                return self._default
            above = self.paragraph(get(element, "style:parent-style-name"), depth + 1)
            found = self._paragraphs[style] = self._over(
                above, element, ("paragraph", style) in self._automatic
            )
        return found

    def text(self, base: Letters, style: str) -> Letters:
        """Letters of the character style `style` inside of `base`."""
        if not style:
            return base
        found = base.heirs.get(style)
        if found is None:
            found = base
            for element in reversed(self._chain("text", style)):
                found = found.under(child(element, "style:text-properties"))
            base.heirs[style] = found
        return found

    def ground(self, family: str, style: str) -> str:
        """The ground that a style of a table, cell, row or section gives, "" for none."""
        key = family, style
        if key not in self._grounds:
            ground = ""
            for element in reversed(self._chain(family, style)):
                ground = _ground(child(element, f"style:{family}-properties"), ground)
            self._grounds[key] = ground
        return self._grounds[key]

    def fill(self, style: str) -> str:
        """The ground that a style of drawings gives: "" where it states none, else what is known of it."""
        stated: dict[str, str] = {}
        for element in reversed(self._chain("graphic", style)):
            properties = child(element, "style:graphic-properties")
            stated |= {short: said for short in _FILL if (said := get(properties, short))}
        fill = stated.get("draw:fill", "")
        if fill == "none":
            return ""
        colour = stated.get("draw:fill-color", "").lower()
        whole = stated.get("draw:opacity", "100%") == "100%" and "draw:opacity-name" not in stated
        return colour if fill == "solid" and whole and colour else UNKNOWN_GROUND

    def _chain(self, family: str, style: str) -> list[Element]:
        """The style and those it inherits from, nearest first; a circle or an absurd chain is cut."""
        chain: list[Element] = []
        while style and (family, style) in self._elements and len(chain) < _CHAIN:
            chain.append(self._elements[family, style])
            style = get(chain[-1], "style:parent-style-name")
        return chain

    @staticmethod
    def _over(above: ParagraphStyle, element: Element, automatic: bool) -> ParagraphStyle:
        """The style `element`, which inherits from `above`; an automatic one has no name of its own."""
        shown = "" if automatic else _shown_name(element)
        properties = child(element, "style:paragraph-properties")
        numbered = element.get(qualified("style:list-style-name"))
        margins = (
            _margin(properties, "left", above.margins[0]),
            _margin(properties, "right", above.margins[1]),
        )
        # By so much more than the style above: programs state both sides where only one was changed.
        wider = (own - his >= QUOTE_INDENT for own, his in zip(margins, above.margins, strict=True))
        return ParagraphStyle(
            above.letters.under(child(element, "style:text-properties")),
            _heading_level(element, shown, above.heading),
            above.quotation or is_quotation(shown) or (automatic and all(wider)),
            above.contents if automatic else (is_contents(shown) or _INDEX.match(shown) is not None),
            above.numbered if numbered is None else numbered,
            _ground(properties, above.ground),
            margins,
        )


def _ground(properties: Element | None, above: str) -> str:
    """The ground that `properties` give, else the one `above`; "transparent" is an answer too."""
    return ground_of(properties) or ("" if get(properties, "fo:background-color") else above)


def _margin(properties: Element | None, side: str, above: float) -> float:
    return points(get(properties, f"fo:margin-{side}") or get(properties, "fo:margin"), 0.0, above)


def _shown_name(element: Element) -> str:
    """The name of a style as programs show it, in small letters; "_20_" in it stands for a blank."""
    shown = get(element, "style:display-name")
    if not shown:
        shown = _ESCAPED.sub(_unescaped, get(element, "style:name"))
    return shown.lower()


def _unescaped(match: re.Match[str]) -> str:
    code = int(match.group(1), 16)
    return chr(code) if 0 < code < 0x110000 else match.group()


def _heading_level(element: Element, shown: str, above: int) -> int:
    """1 to 6 from the outline level of a style, its name or the one above it; 0 for body text."""
    outline = element.get(qualified("style:default-outline-level"))
    if outline is not None:
        return min(max(whole(outline), 0), _DEEPEST)
    return heading_level(shown) or above
