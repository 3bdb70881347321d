"""What every writer must know of characters: those that XML forbids, addresses, the blank before a note."""

from __future__ import annotations

import re
import unicodedata

# XML 1.0 (fifth edition, 2008), section 2.2, production 2: everything that is not a Char.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A statement can carry file: or script addresses; nobody should follow these out of a pack.
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>\"{}|\\^`\x00-\x20]+", re.IGNORECASE)
_BREAKS = re.compile("\r\n?|[\x0b\x0c]")

NOTE_BLANK = "\u00a0"
"""Stands between a word and the mark of its note, small as the mark: the two are not one word to anybody."""


def is_address(address: str) -> bool:
    """Whether `address` may become a link: http, https or mailto, without blanks, of a sane length."""
    return len(address) <= 2000 and _ADDRESS.fullmatch(address) is not None


def xml_safe(text: str) -> str:
    """`text` with every kind of line break as "\\n" and without characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text))


def is_invisible(code: int) -> bool:
    """Whether `code` has no width and no look: joiners, direction marks, variation selectors."""
    if 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF:
        return True
    return code != 0xAD and unicodedata.category(chr(code)) == "Cf"
