"""Strips: what a page is stacked from, never split; what is drawn in one counts from its top left."""

from __future__ import annotations

from typing import NamedTuple

from pipeline.render.pdf.faces import AnyFace
from pipeline.render.pdf.tags import Tag
from pipeline.render.pdf.words import Look


class Frag(NamedTuple):
    """A stretch of one look on a line; `stretch` is added to every blank; lengths in points.

    `level`: odd where it runs to the left, its text in reading order all the same. `context` are letters
    beside it that its own may join, `gaps` the white space after each of its characters, if not ().
    `told`: marks of direction that the text of the file has before its first and after its last character.
    """

    x: float
    text: str
    look: Look
    face: AnyFace
    stretch: float
    width: float
    level: int = 0
    context: tuple[str, str] = ("", "")
    gaps: tuple[float, ...] = ()
    told: tuple[str, str] = ("", "")


class Words(NamedTuple):
    """Text on one baseline, `y` below the strip's top; `tag` is the element that it belongs to."""

    y: float
    frags: tuple[Frag, ...]
    tag: Tag | None = None


class Filled(NamedTuple):
    """A filled rectangle: a rule or a bar; `colour` by name, `y` its upper edge."""

    x: float
    y: float
    width: float
    height: float
    colour: str


class Hatched(NamedTuple):
    """An outlined rectangle, filled with slanting lines if `lines`: a bar that survives black and white."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    lines: bool


class Picture(NamedTuple):
    """An image; its element has the words that stand for it. Without an element it is decoration."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    tag: Tag | None


class Sheet(NamedTuple):
    """A page that was made elsewhere: `source` is a PDF and the page in it, from 0."""

    x: float
    y: float
    width: float
    height: float
    source: tuple[bytes, int]
    tag: Tag


class Jump(NamedTuple):
    """An area that leads to an anchor and belongs to `tag`."""

    x: float
    y: float
    width: float
    height: float
    link: str
    tag: Tag


class Present(NamedTuple):
    """An element that is there even if it stays empty, as the cell of a table does; nothing is drawn."""

    tag: Tag


Op = Words | Filled | Hatched | Picture | Sheet | Jump | Present


class Bookmark(NamedTuple):
    """A line of the outline."""

    level: int
    title: str
    anchor: str


class Strip(NamedTuple):
    """One line, table row or slot.

    `before` is white space above it, which falls away at the head of a page. `keep`: stays on the page of
    the next strip. `head`: strips that are repeated above it where it begins a page. `labels` are the
    margin numbers of a demand; those of one `group` (a paragraph) are drawn before its words, so that the
    order of the text is that of the Document. `fill`: takes the white space that is left on the page.
    `inside` are bookmarks that lead into it, each so far below its top.
    """

    height: float
    ops: tuple[Op, ...] = ()
    before: float = 0
    keep: bool = False
    fill: bool = False
    head: tuple[Strip, ...] = ()
    anchors: tuple[str, ...] = ()
    bookmark: Bookmark | None = None
    labels: tuple[Op, ...] = ()
    group: str = ""
    inside: tuple[tuple[float, Bookmark], ...] = ()

    def kept(self, keep: bool = True) -> Strip:
        """The same, kept with what follows."""
        return self if keep == self.keep else self._replace(keep=keep)

    def spaced(self, before: float) -> Strip:
        """The same with at least `before` white above it."""
        return self._replace(before=before) if before > self.before else self

    def anchored(self, *anchors: str) -> Strip:
        """The same, a target of links."""
        named = tuple(anchor for anchor in anchors if anchor)
        return self._replace(anchors=(*named, *self.anchors)) if named else self


Strips = list[Strip]


def keep_all(strips: Strips, limit: float) -> Strips:
    """The strips on one page, if they are not higher than `limit`; the last is free."""
    if not strips or sum(strip.before + strip.height for strip in strips) > limit:
        return strips
    return [*(strip.kept() for strip in strips[:-1]), strips[-1]]


def no_strays(strips: Strips) -> Strips:
    """The lines of a paragraph so that no first or last line stands alone on a page."""
    count = len(strips)
    alone = {0, count - 2} - {-1, count - 1}
    return [strip.kept(strip.keep or place in alone) for place, strip in enumerate(strips)]


def moved(ops: tuple[Op, ...], x: float, y: float) -> tuple[Op, ...]:
    """The ops shifted to the right by `x` and down by `y` points."""
    return tuple(_moved(op, x, y) for op in ops)


def _moved(op: Op, x: float, y: float) -> Op:
    if isinstance(op, Words):
        return Words(op.y + y, tuple(frag._replace(x=frag.x + x) for frag in op.frags), op.tag)
    if isinstance(op, Present):
        return op
    return op._replace(x=op.x + x, y=op.y + y)
