"""The theme of the file: its fonts and colours under the names that Word's menus show."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from importlib.resources import files
from xml.sax.saxutils import escape

from pipeline.models.style import Style
from pipeline.render.docx.stylesheet import CHINESE_SERIF, FALLBACK_SERIF
from pipeline.render.docx.typefaces import word_family

THEME_CONTENT = "application/vnd.openxmlformats-officedocument.theme+xml"
_FAMILIES = {"major": "display", "minor": "serif"}
_COLOURS = ("ink", "signal", "grey")


def theme(style: Style, instead: Mapping[str, str]) -> bytes:
    """word/theme/theme1.xml: titles in the display family, text in the serif one.

    `instead` names for a font the one of the letterhead.
    """
    values = {name: style.colour(name).lstrip("#").upper() for name in _COLOURS}
    for slot, family in _FAMILIES.items():
        name = word_family(style, family)
        values[slot] = escape(instead.get(name, name), {'"': "&quot;"})
        values |= {f"{slot}_chinese": CHINESE_SERIF, f"{slot}_arabic": FALLBACK_SERIF}
    return _pattern().format_map(values).encode()


@functools.cache
def _pattern() -> str:
    return files(__package__).joinpath("theme.xml").read_text("utf-8")
