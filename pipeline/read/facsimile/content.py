"""The operators of a page or form of a fact sheet: what draws is kept, everything else goes.

Written anew from the list of operators in ISO 32000-1:2008, annex A. What goes: marks and their properties,
comments, what lies on a layer that is off, names that lead nowhere, whatever no norm knows.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.read.limits import too_much

__all__ = ["Cleaned", "Names", "clean_content", "written"]

MAX_OPERATORS = 200_000
MAX_STRING = 32_767
NUMBER, NAME, STRING, ARRAY, COLOUR = "n", "N", "s", "a", "*"
SIGNATURES: dict[bytes, str] = {
    **dict.fromkeys((b"q", b"Q", b"h", b"W", b"W*", b"BT", b"ET", b"T*"), ""),
    **dict.fromkeys((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"n"), ""),
    **dict.fromkeys((b"w", b"J", b"j", b"M", b"i", b"Tc", b"Tw", b"Tz", b"TL", b"Tr", b"Ts"), "n"),
    **dict.fromkeys((b"G", b"g"), "n"),
    **dict.fromkeys((b"m", b"l", b"Td", b"TD", b"d0"), "nn"),
    **dict.fromkeys((b"RG", b"rg"), "nnn"),
    **dict.fromkeys((b"K", b"k", b"v", b"y", b"re"), "nnnn"),
    **dict.fromkeys((b"cm", b"c", b"Tm", b"d1"), "nnnnnn"),
    **dict.fromkeys((b"ri", b"gs", b"CS", b"cs", b"sh", b"Do"), "N"),
    **dict.fromkeys((b"SC", b"sc", b"SCN", b"scn"), COLOUR),
    **{b"d": "an", b"Tf": "Nn", b"Tj": "s", b"'": "s", b"TJ": "a", b'"': "nns"},
}
PAINTS_PATH = frozenset((b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"))
SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
NAMED = {
    **{b"gs": "/ExtGState", b"Tf": "/Font", b"sh": "/Shading", b"Do": "/XObject"},
    **{b"CS": "/ColorSpace", b"cs": "/ColorSpace", b"SCN": "/Pattern", b"scn": "/Pattern"},
}
"""The operators that name a resource, and of which kind."""
DEVICES = frozenset(("/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"))
INTENTS = frozenset(("/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"))
INLINE = {
    **{"/BPC": "/BitsPerComponent", "/CS": "/ColorSpace", "/D": "/Decode", "/DP": "/DecodeParms"},
    **{"/F": "/Filter", "/H": "/Height", "/IM": "/ImageMask", "/W": "/Width"},
}
INLINE_FILTERS = frozenset(("/Fl", "/FlateDecode", "/CCF", "/CCITTFaxDecode", "/RL", "/RunLengthDecode"))
INLINE_COLOURS = frozenset(("/G", "/RGB", "/CMYK", "/DeviceGray", "/DeviceRGB", "/DeviceCMYK"))

Names = Callable[[str, str], bool]
"""Whether the resource of a kind ("/Font") with a name ("/F1") may be drawn with."""


@dataclass(slots=True)
class Cleaned:
    """Operators that are kept, and what they use: names by kind of resource, strings shown by font's name.

    `deepest` is how far graphics states are nested; `devices` are the colour spaces that operators mean.
    """

    data: bytes = b""
    names: dict[str, set[str]] = field(default_factory=dict)
    shown: dict[str, set[bytes]] = field(default_factory=dict)
    deepest: int = 0
    devices: set[str] = field(default_factory=set)


def clean_content(
    operations: Sequence[tuple[Any, bytes]], names: Names, is_off: Callable[[str], bool]
) -> Cleaned:
    """What is kept of `operations`; `is_off` tells of a property's name whether it is a layer that is off.

    Raises Refused (FI04) for more operators than any page has.
    """
    if len(operations) > MAX_OPERATORS:
        raise too_much(f"a page of it has {len(operations)} operators")
    cleaner = _Cleaner(names, is_off)
    for operands, operator in operations:
        cleaner.take(operands, operator)
    return cleaner.finish()


class _Cleaner:
    """Takes one operator after the other."""

    def __init__(self, names: Names, is_off: Callable[[str], bool]) -> None:
        self._names, self._is_off = names, is_off
        self._made = Cleaned()
        self._lines: list[bytes] = []
        self._marks: list[bool] = []
        self._fonts: list[str] = [""]
        self._choices: list[tuple[int, str]] = []
        self._in_text = False

    def take(self, operands: Any, operator: bytes) -> None:
        """Keep the operator, another for it, or nothing."""
        if operator in (b"BMC", b"BDC"):
            self._marks.append(operator == b"BDC" and self._hides(operands))
        elif operator == b"EMC":
            self._marks = self._marks[:-1]
        elif operator == b"INLINE IMAGE":
            self._inline(operands)
        elif operator in SIGNATURES:
            wanted = _fitting(operands, SIGNATURES[operator])
            if wanted is not None and self._is_known(operator, wanted):
                self._keep(operator, wanted)

    def finish(self) -> Cleaned:
        """All that was kept, with what was opened closed again; a font that shows nothing is not set."""
        for place, font in self._choices:
            if font not in self._made.shown:
                self._lines[place] = b""
        if fonts := self._made.shown.keys() - {""}:
            self._made.names["/Font"] = set(fonts)
        if self._in_text:
            self._lines.append(b"ET")
        self._lines += [b"Q"] * (len(self._fonts) - 1)
        self._made.data = b"\n".join(filter(None, self._lines))
        return self._made

    def _hides(self, operands: Any) -> bool:
        """Whether a mark says that what follows lies on a layer that is off."""
        return (
            len(operands) == 2
            and operands[0] == "/OC"
            and isinstance(operands[1], str)
            and self._is_off(str(operands[1]))
        )

    def _is_known(self, operator: bytes, operands: list[Any]) -> bool:
        """Whether the resource that it names is there; noted as used then."""
        if operator == b"ri":
            return str(operands[0]) in INTENTS
        name = next((str(each) for each in operands if _is_name(each)), "")
        if operator not in NAMED or not name:
            return True
        if operator in (b"CS", b"cs") and name in DEVICES:
            self._made.devices.add(name)
            return True
        kind = NAMED[operator]
        if not self._names(kind, name):
            return False
        if kind != "/Font" and not (operator == b"Do" and any(self._marks)):
            self._made.names.setdefault(kind, set()).add(name)
        return True

    def _keep(self, operator: bytes, operands: list[Any]) -> None:
        hidden = any(self._marks)
        if operator == b"q":
            self._fonts.append(self._fonts[-1])
            self._made.deepest = max(self._made.deepest, len(self._fonts) - 1)
        elif operator == b"Q":
            if len(self._fonts) == 1:
                return
            self._fonts.pop()
        elif operator in (b"BT", b"ET"):
            if self._in_text == (operator == b"BT"):
                return
            self._in_text = operator == b"BT"
        elif operator == b"Tf":
            self._fonts[-1] = str(operands[0])
            self._choices.append((len(self._lines), str(operands[0])))
        elif hidden and operator in PAINTS_PATH:
            operator = b"n"
        elif hidden and operator in (b"Do", b"sh", b"Tj", b"TJ"):
            return
        elif hidden and operator in (b"'", b'"'):
            operator, operands = b"T*", []
        elif operator in SHOWS:
            self._note(operands)
        self._device(operator)
        self._lines.append(b" ".join([*map(written, operands), operator]))

    def _note(self, operands: list[Any]) -> None:
        """Remember which codes are shown in which font."""
        strings = self._made.shown.setdefault(self._fonts[-1], set())
        for operand in operands:
            parts = operand if isinstance(operand, list) else [operand]
            strings |= {_bytes(part) for part in parts if _is_string(part)}

    def _device(self, operator: bytes) -> None:
        means = {b"g": "/DeviceGray", b"rg": "/DeviceRGB", b"k": "/DeviceCMYK"}.get(operator.lower())
        if means:
            self._made.devices.add(means)

    def _inline(self, image: Any) -> None:
        """A picture among the operators, if it is of a plain kind."""
        settings = {INLINE.get(str(key), str(key)): value for key, value in image["settings"].items()}
        filters = settings.get("/Filter", [])
        filters = filters if isinstance(filters, list) else [filters]
        colour = settings.get("/ColorSpace", "/G")
        plain = len(filters) <= 1 and all(str(each) in INLINE_FILTERS for each in filters)
        if any(self._marks) or not plain or not (_is_name(colour) and str(colour) in INLINE_COLOURS):
            return
        self._made.devices.add({"/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK"}.get(str(colour), str(colour)))
        rows = [
            f"{short} ".encode() + written(settings[key]) for short, key in INLINE.items() if key in settings
        ]
        self._lines += [b"BI", *rows, b"ID " + bytes(image["data"]) + b"\nEI"]


def _fitting(operands: Any, signature: str) -> list[Any] | None:
    """The operands that the operator takes, None where they are not of their kinds."""
    found = list(operands) if isinstance(operands, list) else []
    if signature == COLOUR:
        return found if found and all(map(_is_number, found[:-1])) and _is_paint(found[-1]) else None
    if len(found) < len(signature):
        return None
    found = found[len(found) - len(signature) :]
    fits = all(_CHECKS[kind](operand) for kind, operand in zip(signature, found, strict=True))
    return found if fits else None


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("/") and not hasattr(value, "original_bytes")


def _is_string(value: Any) -> bool:
    return hasattr(value, "original_bytes") and len(value.original_bytes) <= MAX_STRING


def _is_array(value: Any) -> bool:
    return isinstance(value, list) and all(_is_number(each) or _is_string(each) for each in value)


def _is_paint(value: Any) -> bool:
    return _is_number(value) or _is_name(value)


_CHECKS: dict[str, Callable[[Any], bool]] = {
    **{NUMBER: _is_number, NAME: _is_name, STRING: _is_string, ARRAY: _is_array}
}


def _bytes(value: Any) -> bytes:
    return bytes(value.original_bytes)


def written(value: Any) -> bytes:
    """A direct value in the notation of PDF; strings in hexadecimal, so that every byte stays."""
    if isinstance(value, dict):
        return b"<<" + b"".join(name(str(key)) + b" " + written(each) for key, each in value.items()) + b">>"
    if isinstance(value, list):
        return b"[" + b" ".join(map(written, value)) + b"]"
    if hasattr(value, "original_bytes"):
        return b"<" + _bytes(value).hex().encode() + b">"
    if _is_number(value):
        return b"%d" % value if value == int(value) else f"{value:.6f}".rstrip("0").rstrip(".").encode()
    if _is_name(value):
        return name(str(value))
    return str(value).lower().encode() if type(value).__name__ == "BooleanObject" else b"null"


def name(value: str) -> bytes:
    """A name, with what is not plain in it as two hexadecimal figures (7.3.5)."""
    plain = value[1:].encode("utf-8", "surrogateescape")
    shown = (
        b"%c" % byte if 33 <= byte <= 126 and byte not in b"#/%()<>[]{}" else b"#%02X" % byte
        for byte in plain
    )
    return b"/" + b"".join(shown)
