"""What lies behind the text of an RTF: the ground of its pages, and that of its text boxes."""

from __future__ import annotations

from functools import cached_property

from pipeline.read.rtf.colours import PAGE, UNKNOWN, Ground
from pipeline.read.rtf.state import Shape

FILL = ("fFilled", "fillType", "fillColor", "fillOpacity")
_OPAQUE = "65536"


class Grounds:
    """The drawings of a file, asked for their grounds once all of it was met.

    `pictured`: it has pictures; `background`: the drawing behind all pages, shown if `shows_background`
    (RTF 1.9.1, \\background and \\viewbksp).
    """

    def __init__(self) -> None:
        self.drawings: list[Shape] = []
        self.pictured = False
        self.background = Shape()
        self.shows_background = False

    @cached_property
    def page(self) -> Ground:
        """The ground of the pages."""
        shown = self.shows_background and bool(self.background.fill)
        return _filled(self.background, PAGE) if shown else PAGE

    @cached_property
    def _overlaid(self) -> bool:
        """Whether a picture or a drawing of another ground may lie behind one that is not filled."""
        return self.pictured or any(_filled(each, self.page) != self.page for each in self.drawings)

    def of_box(self, shape: Shape | None, around: Ground) -> Ground:
        """The ground of a text box that is anchored on the ground `around`, and may lie on anything."""
        if shape is None:
            return UNKNOWN
        return _filled(shape, UNKNOWN if self._overlaid or around != self.page else self.page)


def _filled(shape: Shape, below: Ground) -> Ground:
    """The ground that a drawing gives; `below`: where it is not filled.

    Office Drawing, Fill Style: the figure of a colour holds blue, green and red, from its top.
    """
    if shape.fill.get("fFilled") == "0":
        return below
    figure = shape.fill.get("fillColor", "")
    plain = shape.fill.get("fillType", "0") == "0" and shape.fill.get("fillOpacity", _OPAQUE) == _OPAQUE
    if not plain or not (figure.isdecimal() and len(figure) < 9 and int(figure) < 1 << 24):
        return UNKNOWN
    number = int(figure)
    return Ground((number & 255, number >> 8 & 255, number >> 16))
