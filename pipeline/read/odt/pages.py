"""The master pages that the pages of an OpenDocument text have: their headers, footers and grounds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.read.odt.inline import hides
from pipeline.read.odt.letters import UNKNOWN_GROUND, ground_of
from pipeline.read.odt.xml import child, get, name, qualified
from pipeline.read.xml import Element

_RUNNING = frozenset(
    f"{prefix}:{kind}{which}"
    for prefix in ("style", "loext")
    for kind in ("header", "footer")
    for which in ("", "-left", "-first")
)
_CHAIN = 25  # styles above a style, as deep as nobody goes


class Pages:
    """Master pages of styles.xml, as far as a block of the text or a following page uses them.

    ODF 1.3, part 3, style:master-page and style:master-page-name.
    """

    def __init__(self, styles: Element | None, content: Element) -> None:
        self._layouts: dict[str, Element] = {}
        masters: dict[str, Element] = {}
        if styles is not None:
            layouts = styles.iter(qualified("style:page-layout"))
            self._layouts = {get(element, "style:name"): element for element in layouts}
            masters = {get(each, "style:name"): each for each in styles.iter(qualified("style:master-page"))}
        named = list(_named(styles, content))
        if not (named and named[0] in masters):
            named.insert(0, "Standard" if "Standard" in masters else next(iter(masters), ""))
        self._used: dict[str, Element] = {}
        for each in named:
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
        return _but_white(ground_of(child(layout, "style:page-layout-properties")))

    def _ground_of_head(self, page: Element, kind: str) -> str:
        """The ground of the `kind` ("header", "footer") of a page, that of the page where it has none."""
        layout = self._layouts.get(get(page, "style:page-layout-name"))
        own = ground_of(child(child(layout, f"style:{kind}-style"), "style:header-footer-properties"))
        return _but_white(own) if own else self._ground(page)

    def running(self) -> Iterator[tuple[Element, str]]:
        """The headers and footers that are shown, each with its ground."""
        for page in self._used.values():
            for element in page:
                if (
                    name(element) in _RUNNING
                    and get(element, "style:display") != "false"
                    and _on(page, element)
                ):
                    yield element, self._ground_of_head(page, _kind(element))


def _on(page: Element, element: Element) -> bool:
    """Whether the header or footer is on that one for left or first pages belongs to.

    Without a style:display it is (ODF 1.3, part 3, style:display); LibreOffice shows no other one where the
    common one is off.
    """
    return get(child(page, f"style:{_kind(element)}"), "style:display") != "false"


def _kind(element: Element) -> str:
    return name(element).partition(":")[2].partition("-")[0]


def _but_white(ground: str) -> str:
    return "" if ground == "#ffffff" else ground


def _named(styles: Element | None, content: Element) -> Iterator[str]:
    """The master page that each block of the text asks for, "" for none of its own."""
    found: dict[tuple[str, str], Element] = {}
    for root in (styles, content):
        for each in () if root is None else root.iter(qualified("style:style")):
            found[get(each, "style:family"), get(each, "style:name")] = each
    asked: dict[tuple[str, str], str] = {}
    for text in content.iterfind(f"{qualified('office:body')}/{qualified('office:text')}"):
        for block in _blocks(text):
            prefix = name(block).partition(":")[0]
            key = ("table" if prefix == "table" else "paragraph"), get(block, f"{prefix}:style-name")
            if key not in asked:
                asked[key] = _asked(found, *key)
            yield asked[key]


def _asked(found: dict[tuple[str, str], Element], family: str, style: str) -> str:
    """What a style or the nearest one above it says of its master page."""
    for _ in range(_CHAIN):
        element = found.get((family, style))
        if element is None:
            break
        stated = element.get(qualified("style:master-page-name"))
        if stated is not None:
            return str(stated)
        style = get(element, "style:parent-style-name")
    return ""


def _blocks(parent: Element) -> Iterator[Element]:
    """The paragraphs and tables that stand on the pages themselves, and in no frame or cell."""
    for element in parent:
        short = name(element)
        if short in ("text:p", "text:h", "table:table"):
            yield element
        elif short.startswith(("text:", "?:")) and short != "text:tracked-changes" and not hides(element):
            yield from _blocks(element)
