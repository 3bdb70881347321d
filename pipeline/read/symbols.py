"""Signs of symbol fonts, which programs keep as the letters that lie at their places in those fonts."""

from __future__ import annotations

import re

from pipeline.read.clean import SYMBOLS

_FONTS = re.compile(r"symbol|wingdings|webdings", re.I)


def is_symbol_font(name: str) -> bool:
    """Whether a font of this name, or a list of fonts with it, draws signs in place of letters."""
    return _FONTS.search(name) is not None


def symbols(text: str) -> str:
    """What is written in a symbol font, at U+F000 where `clean` knows its signs; all else stays what it is.

    A stretch of letters is no row of bullets: its font is then a wrong name for an ordinary one.
    """
    short = len(text.strip()) <= 1
    return "".join(_symbol(char) if short or "\x80" <= char <= "\xff" else char for char in text)


def _symbol(char: str) -> str:
    sign = chr(0xF000 + ord(char)) if " " < char <= "\xff" else char
    return sign if sign in SYMBOLS else char
