"""Characters that no XML file and no UTF-8 text can hold, taken out where words leave the program."""

from __future__ import annotations

import re

# XML 1.0 (fifth edition, 2008), section 2.2, production 2: everything that is not a Char.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c]")


def xml_safe(text: str) -> str:
    """`text` with every kind of line break as "\\n" and without characters that XML 1.0 forbids."""
    return _ILLEGAL.sub("", _BREAKS.sub("\n", text))
