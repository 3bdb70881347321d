"""Numbers and bullets of lists as they are shown, in formats that Word has and other programs name too."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.read.clean import SYMBOLS
from pipeline.read.marks import roman_numeral

LATIN = "abcdefghijklmnopqrstuvwxyz"
_ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


def bullet_sign(text: str) -> str:
    """A bullet as it can be shown: the signs of symbol fonts become ordinary ones."""
    sign = text.strip()
    if len(sign) == 1 and 0xE000 <= ord(sign) <= 0xF8FF:
        return SYMBOLS.get(sign, "•")
    if sign == "o":  # Courier New's "o" is Word's hollow bullet
        return "◦"
    return {"·": "•", "§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "q": "❑"}.get(sign, sign)


def lettered(number: int, alphabet: str) -> str:
    """`number`, from 1, in letters: z, aa, ab, as columns of a sheet are named."""
    letters = ""
    while number > 0:
        number, place = divmod(number - 1, len(alphabet))
        letters = alphabet[place] + letters
    return letters


def figure(number: int, figures: str) -> str:
    """`number` in Word's number format `figures` (17.18.59 of ECMA-376); decimal where that is not known."""
    if figures in ("none", "bullet"):
        return ""
    if figures in ("upperRoman", "lowerRoman") and 0 < number < 5000:
        roman = roman_numeral(number)
        return roman if figures == "upperRoman" else roman.lower()
    letters = _ALPHABETS.get(figures)
    if letters and 0 < number <= len(letters) * 30:
        return letters[(number - 1) % len(letters)] * ((number - 1) // len(letters) + 1)
    return _FORMS.get(figures, str)(number)


_ALPHABETS = {
    "lowerLetter": LATIN,
    "upperLetter": LATIN.upper(),
    "russianLower": _RUSSIAN,
    "russianUpper": _RUSSIAN.upper(),
    "arabicAbjad": _ARABIC_ABJAD,
    "arabicAlpha": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "chicago": "*†‡§",
}


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_HINDI = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "ordinal": lambda number: f"{number}{_ordinal_ending(number)}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "numberInDash": lambda number: f"- {number} -",
    "hindiNumbers": lambda number: str(number).translate(_HINDI),
}
