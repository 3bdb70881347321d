"""The font table of an RTF: which code page the bytes of each font are in, and which fonts are symbols."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from pipeline.read.rtf.charsets import SYMBOL_CHARSET, codec_of_charset, codec_of_page
from pipeline.read.rtf.state import Sink, State

_SYMBOLS = re.compile(r"\s*(?:symbol|wingdings|webdings|zapf ?dingbats|opensymbol|starsymbol)", re.I)
# Names that fonts of Windows had for other scripts, where \fcharset is not given.
_SCRIPTS = (
    (" CE", 1250), (" Cyr", 1251), (" Greek", 1253), (" Tur", 1254), (" (Hebrew)", 1255), (" (Arabic)", 1256),
    (" Baltic", 1257), (" (Vietnamese)", 1258),
)  # fmt: skip


_LONGEST_NAME = 200


@dataclass(slots=True)
class Font:
    """A font: its codec ("" for that of the file), and whether it holds signs and no letters."""

    codec: str = ""
    symbol: bool = False
    named: str = ""


class FontTable(Sink):
    """Collects \\fonttbl, with a group around every font or without."""

    is_table: ClassVar[bool] = True

    def __init__(self) -> None:
        self._fonts: dict[int, Font] = {}
        self._open = Font()
        self.page = 0

    def word(self, word: str, figure: int | None) -> None:
        """Take a control word of the table."""
        if word == "f":
            self._open = self._fonts[figure or 0] = Font()
        elif word == "fcharset":
            charset = figure or 0
            self._open.symbol = charset == SYMBOL_CHARSET
            self._open.codec = codec_of_charset(charset, self.page) or self._open.codec
            self._open.named = " "  # its script is told: the name need not tell it
        elif word == "cpg":
            self._open.codec = codec_of_page(figure or 0) or self._open.codec

    def text(self, text: str, state: State) -> None:
        """Take a piece of a font's name."""
        font = self._open
        if font.named == " " or not text.strip(" ;"):
            font.symbol = font.symbol or _SYMBOLS.match(text) is not None
            return
        font.named = (font.named + text)[:_LONGEST_NAME]
        font.symbol = font.symbol or _SYMBOLS.match(font.named) is not None
        for ending, page in _SCRIPTS:
            if font.named.rstrip(" ;").endswith(ending) and not font.codec:
                font.codec = codec_of_page(page)

    def get(self, number: int) -> Font:
        """Font `number`, an ordinary one in the code page of the file if it is not in the table."""
        return self._fonts.get(number, _PLAIN)


_PLAIN = Font()
