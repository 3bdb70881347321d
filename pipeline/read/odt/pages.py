"""The master pages of an OpenDocument text that its pages use: their headers, footers and grounds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.read.odt.letters import UNKNOWN_GROUND, ground_of
from pipeline.read.odt.xml import child, get, name, qualified
from pipeline.read.xml import Element

_RUNNING = frozenset(
    f"{prefix}:{kind}{which}"
    for prefix in ("style", "loext")
    for kind in ("header", "footer")
    for which in ("", "-left", "-first")
)


class Pages:
    """Master pages of styles.xml, as far as the first page, a style or a following page uses them.

    ODF 1.3, part 3, style:master-page and style:master-page-name.
    """

    def __init__(self, styles: Element | None, content: Element) -> None:
        self._layouts: dict[str, Element] = {}
        masters: dict[str, Element] = {}
        if styles is not None:
            layouts = styles.iter(qualified("style:page-layout"))
            self._layouts = {get(element, "style:name"): element for element in layouts}
            masters = {get(each, "style:name"): each for each in styles.iter(qualified("style:master-page"))}
        named = [get(each, "style:master-page-name") for each in _styles_of(styles, content)]
        first = "Standard" if "Standard" in masters else next(iter(masters), "")
        self._used: dict[str, Element] = {}
        for each in (first, *named):
            page = each
            while page in masters and page not in self._used:
                self._used[page] = masters[page]
                page = get(masters[page], "style:next-style-name")

    @property
    def ground(self) -> str:
        """The ground of the pages: "" for white, a colour where all agree, else that one is not known."""
        grounds = {self._ground(page) for page in self._used.values()} or {""}
        return grounds.pop() if len(grounds) == 1 else UNKNOWN_GROUND

    def _ground(self, page: Element) -> str:
        layout = self._layouts.get(get(page, "style:page-layout-name"))
        ground = ground_of(child(layout, "style:page-layout-properties"))
        return "" if ground == "#ffffff" else ground

    def running(self) -> Iterator[Element]:
        """The headers and footers that are shown."""
        for page in self._used.values():
            for element in page:
                if (
                    name(element) in _RUNNING
                    and get(element, "style:display") != "false"
                    and _on(page, element)
                ):
                    yield element


def _on(page: Element, element: Element) -> bool:
    """Whether the header or footer is on that one for left or first pages belongs to.

    Without a style:display it is (ODF 1.3, part 3, style:display); LibreOffice shows no other one where the
    common one is off.
    """
    kind = name(element).partition(":")[2].partition("-")[0]
    return get(child(page, f"style:{kind}"), "style:display") != "false"


def _styles_of(styles: Element | None, content: Element) -> Iterator[Element]:
    for root in (content, styles):
        if root is not None:
            yield from root.iter(qualified("style:style"))
