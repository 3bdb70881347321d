"""What a web page is beside its text: which part is the statement, scripts, pictures, comments, fields."""

from __future__ import annotations

import re
from collections.abc import Container

from lxml import etree

from pipeline.read.html.looks import Styles
from pipeline.read.xml import Element

_FURNITURE = frozenset(("nav", "footer"))
_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORD_HEAD = re.compile(r"mso-element:\s*(?:header|footer)", re.I)
_WORD_COMMENT = re.compile(r"mso-element:\s*comment(?:-list)?\b", re.I)
_CALL, _REMARK = re.compile(r"cmnt_ref\d+"), re.compile(r"cmnt\d+")
"""How Google Docs names the sign of a comment, and the comment."""

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
_ADDRESS = re.compile(r"\s*(?:(?:https?|ftp|file):|//|\\\\)", re.I)
_LINK = re.compile(r"\s*(?:https?:|mailto:|tel:|ftp:|#|[^:]*$|[./?])", re.I)
# Conditions for versions of Word, and the marks by which programs copy and paste.
_NO_COMMENT = re.compile(r"\s*(?:\[(?:if|endif|CDATA)|\?xml|(?:Start|End)Fragment)", re.I)
_TYPED = frozenset(("text", "email", "tel", "number", "date", "search", "url", ""))
_MOST = 0.5
"""The share of a page's words that its one <main> or <article> has to hold, to be the statement."""


def tag(element: Element) -> str:
    """The name of an element in lower case; "" for a comment and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def letters(element: Element) -> str:
    """All text in an element as it stands in the file, whether it shows or not: to be measured."""
    return "".join(map(str, element.itertext()))


def document(root: Element, styles: Styles) -> Element:
    """The element that holds the statement: the one <main>, else the one <article>, else the body.

    A main part that does not show, or holds less than half of the page's words, is none.
    """
    body = root.find("body")
    whole = root if body is None else body
    words = sum(_weight(each) for each in whole if not is_furniture(each, ()))
    for wanted in ("main", "article"):
        found = list(whole.iter(wanted))
        if len(found) == 1 and _weight(found[0]) > _MOST * words and styles.shows(found[0]):
            return found[0]
    return whole


def _weight(element: Element) -> int:
    """How many letters an element has, without those of scripts and styles."""
    if tag(element) in ("", "script", "style", "noscript", "template"):
        return 0
    return len(element.text or "") + sum(_weight(each) + len(each.tail or "") for each in element)


def is_furniture(element: Element, notes: Container[Element]) -> bool:
    """Whether it is a menu, a page's head without a heading, or its foot, and holds none of `notes`."""
    name = tag(element)
    named = (name in _FURNITURE and not _signs(element)) or (element.get("role") or "").lower() in _ROLES
    word = name in ("div", "p") and _WORD_HEAD.search(element.get("style") or "") is not None
    office = name == "div" and (element.get("title") or "").lower() in ("header", "footer")
    head = name == "header" and next(element.iter(*_HEADINGS), None) is None
    return (named or word or office or head) and not any(
        each in notes for each in element.iter(etree.Element)
    )


def _signs(element: Element) -> bool:
    """Whether a foot is that of a quotation, which says whose it is."""
    return next(element.iterancestors("blockquote", "figure"), None) is not None


def is_comment(element: Element) -> bool:
    """Whether it is what a reviewer wrote in Word or Google Docs, or the sign that shows where."""
    classes = (element.get("class") or "").lower()
    if "msocom" in classes and tag(element) != "p":
        return True
    if tag(element) == "a":
        return _CALL.fullmatch(element.get("id") or "") is not None
    first = next(element.iter("a"), None) if tag(element) in ("p", "div") else None
    remarks = first is not None and _REMARK.fullmatch(first.get("id") or "") is not None
    if first is not None and remarks and letters(element).strip().startswith(letters(first).strip()):
        return True
    return _WORD_COMMENT.search(element.get("style") or "") is not None


def comments(root: Element) -> int:
    """How many comments there are, the reviewers' in Word's pages and those of the page itself."""
    found = sum(1 for each in root.iter(etree.Comment) if not _NO_COMMENT.match(each.text or ""))
    word = sum("msocomtxt" in (each.get("class") or "").lower() for each in root.iter("div"))
    return found + word + sum(_REMARK.fullmatch(each.get("id") or "") is not None for each in root.iter("a"))


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
