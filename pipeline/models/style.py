"""How a pack looks: page, grid, type scale, colours, from `templates/style.yaml`. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet and its margins; `outer` is wide, for a delegate's notes.

    `mirrored`: printed on both sides, so that the wide margin is at the outer edge of every page.
    """

    width: float
    height: float
    top: float
    bottom: float
    inner: float
    outer: float
    mirrored: bool


@dataclass(frozen=True, slots=True)
class TextStyle:
    """One role of text. `family`: "serif", "sans" or "display". `colour`: a name of Style.colours."""

    family: str
    size: float
    leading: float
    before: float = 0
    after: float = 0
    weight: str = "regular"
    colour: str = "ink"
    justified: bool = False
    hyphenated: bool = False
    italic: bool = False

    def __hash__(self) -> int:
        """By what tells most styles apart: texts are kept by their style, and looked for all the time."""
        return hash((self.family, self.size, self.weight))


@dataclass(frozen=True, slots=True)
class Family:
    """A font family: the package it comes from and the axes of its variable file.

    `package` is a fontpkg-* distribution ("source-serif-4"); `weights` maps "regular", "semibold", "bold"
    to the wght axis; `optical` is the opsz axis for this use (0: the family has none).

    `file`: a font file of another package than fontpkg-*. `fallback`: families, the best first, for the
    characters that this one lacks. `languages` (ISO 639-1) whose punctuation too is set in this family, and
    figures where they are written from the right. Beside other letters it is set `scale` times as large, and
    its own languages' lines stand `spread` times as far apart.
    """

    package: str
    weights: tuple[tuple[str, float], ...]
    optical: float = 0
    file: str = ""
    fallback: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    scale: float = 1
    spread: float = 1


@dataclass(frozen=True, slots=True)
class Style:
    """All that writers know of the look. `texts` is keyed by role: every Role of the Document, and

    heading1 ... heading4, statement1 ... statement4 (headings inside statements), table, table_head,
    contents1, contents2, head, foot, mark, label, slot, slot_below, time, note, cover_label, cover_value.

    `line_numbers`: every how many lines one is numbered in the margin of the PDF, 0 for none. `thumb_index`:
    a PDF of more pages has tabs on its outer edge, 0 for none.
    """

    page: Page
    families: tuple[tuple[str, Family], ...]
    texts: tuple[tuple[str, TextStyle], ...]
    colours: tuple[tuple[str, str], ...]
    rule: float
    label_indent: float
    minute: float
    photo_width: float
    line_numbers: int = 0
    thumb_index: int = 0

    def text(self, role: str) -> TextStyle:
        """The style of `role`; KeyError for one that style.yaml does not name (checked on reading)."""
        return dict(self.texts)[role]

    def colour(self, name: str) -> str:
        """The colour `name` as "#rrggbb"."""
        return dict(self.colours)[name]
