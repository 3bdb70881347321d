"""What a web page is beside its text: menus and feet, scripts, frames, pictures, comments, form fields."""

from __future__ import annotations

import re

from lxml import etree

from pipeline.read.collect import Collector

Element = etree._Element

_FURNITURE = frozenset(("nav", "footer", "menu"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CARRIED = {
    "script": "a script",
    "iframe": "a frame",
    "frame": "a frame",
    "object": "an embedded object",
    "embed": "an embedded object",
    "applet": "an embedded object",
    "video": "a video",
    "audio": "a sound",
}
_UNSAID = frozenset(("", "script", "style", "template"))
_ADDRESS = re.compile(r"\s*(?:(?:https?|ftp|file):|//|\\\\)", re.I)
_LINK = re.compile(r"\s*(?:https?:|mailto:|tel:|ftp:|#|[^:]*$|[./?])", re.I)
# Conditions for versions of Word, and the marks by which programs copy and paste.
_NO_COMMENT = re.compile(r"\s*(?:\[(?:if|endif)|(?:Start|End)Fragment)", re.I)
_TYPED = frozenset(("text", "email", "tel", "number", "date", "search", "url", ""))


def tag(element: Element) -> str:
    """The name of an element in lower case; "" for a comment and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def document(root: Element, out: Collector) -> Element:
    """The element that holds the statement; the words around it are set aside into `out`, and the title.

    That is the one <main>, else the one <article>, else the body, without its menus and footers.
    """
    body = root.find("body")
    whole = root if body is None else body
    title = root.find("head/title")
    if title is not None:
        out.set_aside(title.text or "")
    chosen = whole
    for wanted in ("main", "article"):
        found = list(whole.iter(wanted))
        if len(found) == 1 and _words(found[0]):
            chosen = found[0]
            break
    for element in list(chosen.iter(etree.Element)):
        if element is not chosen and is_furniture(element) and not _holds_notes(element):
            _take_out(element, out)
    if chosen is not whole:
        _set_aside_around(whole, chosen, out)
    return chosen


def is_furniture(element: Element) -> bool:
    """Whether an element is a menu, a page's head without a heading, or its foot."""
    name = tag(element)
    if name in _FURNITURE or (element.get("role") or "").lower() in _ROLES:
        return True
    if name in ("div", "p") and re.search(r"mso-element:\s*(?:header|footer)", element.get("style") or ""):
        return True
    return name == "header" and next(element.iter(*_HEADINGS), None) is None


def _holds_notes(element: Element) -> bool:
    """Whether notes may stand in what looks like a page's foot."""
    return any((link.get("href") or "").startswith("#") for link in element.iter("a"))


def _take_out(element: Element, out: Collector) -> None:
    parent = element.getparent()
    if parent is None:
        return
    out.set_aside(_words(element))
    kept = etree.Element("span")  # what follows the element in its parent stays where it is
    kept.tail = element.tail
    parent.replace(element, kept)


def _set_aside_around(whole: Element, chosen: Element, out: Collector) -> None:
    """Set aside what stands in `whole` beside `chosen`."""
    element = chosen
    beside: list[str] = []
    while element is not whole and (parent := element.getparent()) is not None:
        beside += [parent.text or ""]
        beside += [f"{_words(each)} {each.tail or ''}" for each in parent if each is not element]
        beside += [element.tail or ""]
        element = parent
    for words in beside:
        out.set_aside(words)


def _words(element: Element) -> str:
    """The words in an element, but for those of scripts and styles."""
    pieces: list[str] = []
    for each in element.iter():
        if tag(each) not in _UNSAID:
            pieces.append(each.text or "")
        if each is not element:
            pieces.append(each.tail or "")
    return " ".join(" ".join(pieces).split())


def words_of(element: Element) -> str:
    """All text in an element as it stands."""
    return "".join(map(str, element.itertext()))


def comments(root: Element) -> int:
    """How many comments there are, the reviewers' in Word's pages and those of the page itself."""
    found = sum(1 for each in root.iter(etree.Comment) if not _NO_COMMENT.match(each.text or ""))
    return found + sum("mso-element:comment" in (each.get("style") or "") for each in root.iter("div")) // 2


def pictures(root: Element) -> int:
    """How many pictures there are, without those of one point that only count readers."""
    shown = {
        element.get("src") or "" for element in root.iter("img") if element.get("width") not in ("0", "1")
    }
    return len(shown - {""}) + sum(1 for _ in root.iter("svg", "canvas"))


def form_fields(root: Element) -> int:
    """How many fields are there for something to be typed into."""
    typed = sum((each.get("type") or "").lower() in _TYPED for each in root.iter("input"))
    return typed + sum(1 for _ in root.iter("textarea"))


def carried(root: Element) -> set[str]:
    """What the page carries or refers to and nobody runs or fetches, in words (FI13)."""
    found: set[str] = set()
    for element in root.iter(etree.Element):
        name = tag(element)
        if name in _CARRIED:
            found.add(_CARRIED[name])
        if any(str(key).lower().startswith("on") for key in element.attrib):
            found.add("a script")
        if name == "img" and _ADDRESS.match(element.get("src") or ""):
            found.add("pictures that lie outside of it")
        if name == "link" and "stylesheet" in (element.get("rel") or "").lower():
            found.add("a style sheet that lies outside of it")
        if name == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
            found.add("a command to open another page")
        if name == "a" and not _LINK.match(element.get("href") or "#"):
            found.add("a link that is not a web address")
    return found
