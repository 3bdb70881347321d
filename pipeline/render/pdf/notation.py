"""How values are written in a PDF (ISO 32000-1:2008, 7.3)."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence

_ESCAPES = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)"}

_CODES = {code: f"\\{code:03o}" for code in range(256) if not 32 <= code < 127} | _ESCAPES


def number(value: float) -> str:
    """A number, to a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "", "-") else text


known_number = functools.lru_cache(maxsize=1_000)(number)
"""The same for values that come again and again: sizes, left edges."""


def numbers(values: Iterable[float]) -> str:
    """Numbers with blanks between them."""
    return " ".join(number(value) for value in values)


def text_string(text: str) -> str:
    """A text string: plain ASCII as it is, anything else in UTF-16 (7.9.2.2)."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    marked = f"\ufeff{text}".encode("utf-16-be", "replace")
    return f"<{marked.hex().upper()}>"


def byte_string(codes: bytes | Sequence[int]) -> str:
    """A string of character codes: what is not plain ASCII as octal codes."""
    return f"({bytes(codes).decode('latin-1').translate(_CODES)})"


def reference(number_of_object: int) -> str:
    """A reference to an object."""
    return f"{number_of_object} 0 R"
