"""The grounds of text boxes and drawings in an OpenDocument text: what fills them, what may lie behind."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.read.odt.letters import UNKNOWN_GROUND
from pipeline.read.odt.styles import Styles
from pipeline.read.odt.xml import get, name, qualified
from pipeline.read.xml import Element

_INSIDE = ("draw:text-box", "draw:g", "draw:a")  # drawings with no fill of their own

_WHITE = "#ffffff"


class Shapes:
    """Tells of each drawing in `parts` what lies behind its words; `page`: the ground of the pages."""

    def __init__(self, styles: Styles, parts: Iterable[Element], page: str) -> None:
        self._styles = styles
        self._page = page
        self._overlaid = any(self._covers(each) for part in parts for each in part.iter())

    def _covers(self, element: Element) -> bool:
        """Whether it may lie behind a drawing that is not filled, and has another ground than the page."""
        short = name(element)
        if short in ("draw:image", "draw:object", "draw:object-ole"):
            return True
        if short == "style:background-image":
            return len(element.attrib) > 0  # an empty one says that there is none
        styled = element.get(qualified("draw:style-name")) is not None
        return styled and self._fill(element) not in ("", self._page or _WHITE)

    def _fill(self, element: Element) -> str:
        return self._styles.fill(get(element, "draw:style-name"))

    def ground(self, element: Element, around: str) -> str:
        """The ground of a drawing that is anchored on the ground `around`, and may lie on anything."""
        if name(element) in _INSIDE:
            return around
        filled = self._fill(element)
        if filled:
            return filled
        return UNKNOWN_GROUND if self._overlaid or around != self._page else self._page
