"""Elements and their text, escaped: the only room that knows how HTML is written down."""

from __future__ import annotations

import html
import re

from pipeline.render.characters import xml_safe

_IDENTIFIER = re.compile(r"[^A-Za-z0-9_-]")
_VOID = frozenset({"img", "meta", "br"})


def words(text: str) -> str:
    """`text` as HTML text; a break that the author made by hand stays one."""
    return html.escape(xml_safe(text), quote=False).replace("\n", "<br>")


def element(tag: str, *content: str, **attributes: str) -> str:
    """An element with its content, which is HTML already; attributes with an empty value are left out.

    An attribute that is a word of Python ends with "_" ("class_"); "_" inside a name stands for "-".
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{html.escape(xml_safe(value), quote=True)}"'
        for name, value in attributes.items()
        if value
    )
    opening = f"<{tag}{written}>"
    return opening if tag in _VOID else f"{opening}{''.join(content)}</{tag}>"


def identifier(anchor: str) -> str:
    """An anchor as an id: letters, digits, "-" and "_" alone."""
    return _IDENTIFIER.sub("-", anchor)
