"""Numbers as OpenDocument formats them ("1", "a", "i", "一, 二, 三, ...")."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.read.marks import HAN
from pipeline.read.numerals import LATIN, figure, lettered

_OF_WORD = {
    "I": "upperRoman", "i": "lowerRoman", "1st": "ordinal", "01": "decimalZero", "*": "chicago",
    "أ, ب, ت": "arabicAlpha", "أ, ب, ج": "arabicAbjad", "а, б": "russianLower", "А, Б": "russianUpper",
}  # fmt: skip
"""Formats that Word has as well, by how they begin."""

_DIGITS = {"１": "０１２３４５６７８９", "١": "٠١٢٣٤٥٦٧٨٩", "۱": "۰۱۲۳۴۵۶۷۸۹", "१": "०१२३४५६७८९"}
_ALPHABETS = {"Α": "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ", "α": "αβγδεζηθικλμνξοπρστυφχψω", "甲": "甲乙丙丁戊己庚辛壬癸"}
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MOST = 10_000


def number_in(number: int, form: str, synchronised: bool = False) -> str:
    """`number` in the style:num-format `form`, "" where that is "", decimal where it is not known.

    ODF 1.3, part 3, chapter 19. `synchronised` (style:num-letter-sync): "bb" follows "aa", and not "ab".

    Formats beyond "1", "a", "A", "i" and "I" are those of LibreOffice, named by their first members.
    """
    if not form.strip():
        return ""
    if not 0 < number < _MOST or form == "1":
        return str(number)
    if form in ("a", "A"):
        letters = _repeated(LATIN, number) if synchronised else lettered(number, LATIN)
        return letters.upper() if form == "A" else letters
    return _foreign(number, form)


def _foreign(number: int, form: str) -> str:
    for start, figures in _OF_WORD.items():
        if form == start or form.startswith(start + ","):
            return figure(number, figures)
    first = form[0]
    if first in _DIGITS:
        return str(number).translate(str.maketrans("0123456789", _DIGITS[first]))
    if first in _ALPHABETS:
        return _repeated(_ALPHABETS[first], number)
    return _FORMS.get(first, str)(number)


def _repeated(alphabet: str, number: int) -> str:
    """z, aa, bb."""
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (times + 1)


def _in_han(number: int) -> str:
    """Chinese figures up to ninety-nine: 十二, 二十."""
    tens, units = divmod(number, 10)
    if tens > 9:
        return str(number)
    ten = "" if not tens else "十" if tens == 1 else HAN[tens - 1] + "十"
    return ten + (HAN[units - 1] if units else "")


def _circled(number: int) -> str:
    return _CIRCLED[number - 1] if number <= len(_CIRCLED) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {"一": _in_han, "①": _circled}
