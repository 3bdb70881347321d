"""The styles of a letterhead: what each paragraph style looks like, with all that it inherits."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Literal

from pipeline.models.letterhead import WordLook
from pipeline.read.docx.xml import child, get, name, qualified, value
from pipeline.read.xml import Element

Kind = Literal["w:pPr", "w:rPr"]
Properties = dict[str, Element]
_DEEPEST = 20
"""Styles that a style may be based on, one on the other; Word stops at about ten."""
_JOINED = frozenset({"w:rFonts", "w:spacing", "w:ind"})
_ALIGNMENTS = {"start": "left", "left": "left", "center": "center", "end": "right", "right": "right"}
_ALIGNMENTS |= {"both": "both", "distribute": "both"}
_SLOTS = {
    "w:ascii": "w:asciiTheme",
    "w:eastAsia": "w:eastAsiaTheme",
    "w:cs": "w:cstheme",
    "w:hAnsi": "w:hAnsiTheme",
}
_FALSE = ("0", "false", "off", "none")


class WordStyles:
    """The styles of a file by their ids, and the fonts of its theme."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._styles = (
            {} if styles is None else {get(s, "w:styleId"): s for s in styles.iter(qualified("w:style"))}
        )
        self._defaults = child(styles, "w:docDefaults")
        self._theme = _theme_fonts(theme)
        self._usual = next((i for i, s in self._styles.items() if _is_usual(s)), "")

    def __bool__(self) -> bool:
        return bool(self._styles)

    def properties(self, style: str, kind: Kind) -> Properties:
        """All properties of `kind` that a paragraph in the style with the id `style` has."""
        found: Properties = {}
        outer = "w:rPrDefault" if kind == "w:rPr" else "w:pPrDefault"
        self.lay_over(found, child(child(self._defaults, outer), kind))
        for each in reversed(list(self._ancestry(style if style in self._styles else self._usual))):
            self.lay_over(found, child(each, kind))
        return found

    def own(self, style: str, kind: Kind) -> Properties:
        """Properties of a character style, without the file's defaults."""
        found: Properties = {}
        for each in reversed(list(self._ancestry(style))):
            self.lay_over(found, child(each, kind))
        return found

    def looks(self) -> Iterator[WordLook]:
        """Every paragraph style of the file."""
        seen: set[str] = set()
        for key, style in self._styles.items():
            called = value(style, "w:name").strip().lower()
            if get(style, "w:type") == "paragraph" and called and called not in seen:
                seen.add(called)
                yield _look(called, self.properties(key, "w:pPr"), self.properties(key, "w:rPr"))

    def lay_over(self, found: Properties, above: Element | None) -> None:
        """Lay the properties of one element over those that were found so far."""
        for each in () if above is None else above:
            called, new = name(each), copy.deepcopy(each)
            if called == "w:rFonts":
                self._name_fonts(new)
            if called in _JOINED and called in found:
                found[called].attrib.update(new.attrib)
            else:
                found[called] = new

    def _name_fonts(self, fonts: Element) -> None:
        """Put the names of fonts where the theme is referred to; it stands over a name beside it."""
        for slot, theme in _SLOTS.items():
            reference = str(fonts.attrib.pop(qualified(theme), ""))
            if reference and (font := self._theme.get(reference[:5], {}).get(slot)):
                fonts.set(qualified(slot), font)

    def _ancestry(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style], "w:basedOn")


def _is_usual(style: Element) -> bool:
    return get(style, "w:type") == "paragraph" and get(style, "w:default") in ("1", "true", "on")


def _theme_fonts(theme: Element | None) -> Mapping[str, Mapping[str, str]]:
    """By the first letters of a reference ("major", "minor") the font for each kind of script."""
    found: dict[str, dict[str, str]] = {}
    for kind in ("major", "minor"):
        fonts = None if theme is None else next(theme.iter(qualified(f"a:{kind}Font")), None)
        latin, chinese, arabic = (
            (child(fonts, f"a:{each}") if fonts is not None else None) for each in ("latin", "ea", "cs")
        )
        faces = [
            ("" if face is None else face.get("typeface") or "") for face in (latin, chinese, arabic, latin)
        ]
        slots = ("w:ascii", "w:eastAsia", "w:cs", "w:hAnsi")
        found[kind] = {slot: face for slot, face in zip(slots, faces, strict=True) if face}
    return found


def _look(called: str, paragraph: Properties, run: Properties) -> WordLook:
    fonts, spacing = run.get("w:rFonts"), paragraph.get("w:spacing")
    rule = get(spacing, "w:lineRule") or "auto"
    line = _points(get(spacing, "w:line"), 240 if rule == "auto" else 20)
    return WordLook(
        called,
        font=get(fonts, "w:ascii") or get(fonts, "w:hAnsi"),
        arabic_font=get(fonts, "w:cs"),
        chinese_font=get(fonts, "w:eastAsia"),
        size=_points(get(run.get("w:sz"), "w:val"), 2) or 0,
        bold=_switch(run, "w:b"),
        italic=_switch(run, "w:i"),
        capitals=_switch(run, "w:caps"),
        colour=_colour(run),
        before=_points(get(spacing, "w:before"), 20),
        after=_points(get(spacing, "w:after"), 20),
        line=line,
        line_rule=rule if rule in ("auto", "exact", "atLeast") else "auto",
        align=_ALIGNMENTS.get(get(paragraph.get("w:jc"), "w:val"), ""),
    )


def _switch(found: Properties, called: str) -> bool | None:
    return None if called not in found else (get(found[called], "w:val") or "1") not in _FALSE


def _colour(run: Properties) -> str:
    written = get(run.get("w:color"), "w:val")
    try:
        return f"#{int(written, 16):06x}" if len(written) == 6 else ""
    except ValueError:
        return ""


def _points(written: str, unit: int) -> float | None:
    """A length in points, None where there is none or none that a page can hold."""
    try:
        found = float(written) / unit
    except ValueError:
        return None
    return found if 0 <= found <= 1600 else None
