"""Typed list markers ("26.", "(a)", "•") and what a heading looks like: what every reader shares."""

from __future__ import annotations

import re

BULLETS = "•·●○◦∙‣⁃▪▫■□◆◇♦►▶▸➢➤➔→⇒✓✔✗❖❑☐☑*–—−-"
HAN = "一二三四五六七八九十"
# Each alternative ends before the white space that follows it. Numbers have at most three digits, since
# "2013. " ends a sentence; a bare "1.1" wants a capital after it, since "1.5 million" begins one.
# An Arabic number or letter needs no blank after its dash, a Chinese one ("一、", "（二）") none at all.
# Before a capital and a small letter the blank may be lost ("a)Publish", "3.Adopt").
_MARKER = re.compile(
    rf"""(?P<bullet>[{re.escape(BULLETS)}])(?=\s)
    | (?P<section>§)(?=\s+[^\W\d_]{{2}})
    | (?P<dashes>--|[–—])(?=[^\W\d_a-zß-öø-ÿ][^\W\d_])
    | (?P<o>o)(?=\t|\s+[^\W\d_a-zß-öø-ÿ])
    | (?P<number>\(\d{{1,3}}\)|\[\d{{1,3}}\]|\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}[.)])(?=\s)
    | (?P<levels>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})(?=\s+[^\W\d_a-zß-öø-ÿ])
    | (?P<odd>\d{{1,2}}(?:[°º/]|\s?[-–—]|[°º]?\.\s?[-–—]|[°ºª]\.))(?=\s+[^\W\d_])
    | (?P<arabic>(?:\d{{1,2}}\s?[.)–-]|[\u0621-\u064a]\s?[–-]))(?=\s?[\u0621-\u064a]{{2}})
    | (?P<han>[{HAN}]{{1,3}}、|[（(][{HAN}\d]{{1,3}}[）)]|\d{{1,2}}[、．.]|[①-⑳])(?=\s?[\u3400-\u9fff《「“])
    | (?P<circled>[①-⑳❶-❿⓪])(?=\s?\w)
    | (?P<bracket>\([^\W\d_]\)|\([ivxlc]{{1,6}}\)|\([IVXLC]{{1,6}}\)|[^\W\d_]\))(?=\s)
    | (?P<roman>[ivx]{{1,5}}\)|[IVX]{{2,5}}\))(?=\s)
    | (?P<glued>\(?[a-z]\)|\([ivx]{{1,5}}\)|\d{{1,2}}[.)])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])
    | (?P<letter>[A-Za-z]\.|[IVX]{{2,5}}\.|[ivx]{{2,5}}\.|[а-я\u0621-\u064a]\.)(?=\s)""",
    re.VERBOSE,
)
_ROWS = ("أبجدهوزحطيكلمنسعفصقرشت", "أبتثجحخدذرزسشصضطظعغفقكلمنهوي", "абвгдежзийклмнопр", "дежзиклмнопр")
"""The letters in the orders in which Arabic and Russian lists count with them."""

_FAMILY = re.compile(r"[^\W\d_]|\d+")


_NO_PICTURES = frozenset(BULLETS + "☎✉📞📧📍🌐📅📆🕐")
"""Bullets, which have a rule of their own, and signs before a number or an address."""

# Pictures typed as bullets, alone or in a row ("👉 ...", "🔴 1️⃣ ..."); a figure in a box counts.
_SIGNS = re.compile(
    "(?:(?:[\U0001f300-\U0001faff✅❌✨❗⚡⭐⚠]|[\u2600-\u27bf\u2b00-\u2bff](?=\ufe0f)|(?P<figure>[0-9])(?=\ufe0f?\u20e3))"
    "[\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*\\s*){1,4}(?<=\\s)(?=\\w|[\"«“'])"
)


def split_marker(text: str, seen: set[str]) -> tuple[str, int]:
    """The marker typed at the start of `text` ("" if none) and how many characters it takes with its blanks.

    A letter with a full stop is a marker only as "A." or "I.", or after the one before it, which `seen`
    remembers over the paragraphs of a file: "M. Dupont" and "J. Smith" are names.
    """
    signs = None if text[:1] in _NO_PICTURES else _SIGNS.match(text)
    if signs and signs["figure"]:
        return f"{signs['figure']}.", signs.end()
    if signs:
        return signs.group().strip(), signs.end()
    match = _MARKER.match(text)
    if match is None:
        return "", 0
    marker = match.group().strip()
    rest = text[match.end() :]
    if not rest.strip() or (match["letter"] and not _continues(marker, seen)):
        return "", 0
    seen.add(marker)
    shown = "▪" if match["section"] else "•" if match["o"] else marker
    return shown, len(text) - len(rest.lstrip())


def _continues(marker: str, seen: set[str]) -> bool:
    """Whether a letter or Roman number with a full stop begins a series or follows one that was seen."""
    body = marker[:-1]
    if body in ("A", "a", "I", "i", "أ", "ا", "а"):
        return True
    before = {row[row.find(body) - 1] for row in _ROWS if row.find(body) > 0}
    if any(f"{letter}." in seen or (letter == "أ" and "ا." in seen) for letter in before):
        return True
    if len(body) > 1:
        value = _roman(body.upper())
        small = body.islower()
        return value > 1 and any(f"{_numeral(value - back, small)}." in seen for back in (1, 2))
    if f"{chr(ord(body) - 1)}." in seen:
        return True
    value = _roman(body.upper()) if body.upper() in "VX" else 0
    return value > 1 and f"{_numeral(value - 1, body.islower())}." in seen


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}.get(letter, 0) for letter in text]
    return sum(
        -value if value < max(values[place + 1 :], default=0) else value for place, value in enumerate(values)
    )


def _numeral(value: int, small: bool) -> str:
    text = roman_numeral(value)
    return text.lower() if small else text


def roman_numeral(value: int) -> str:
    """`value` as an upper-case Roman number; "" below 1."""
    text = ""
    for number, sign in (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ):  # fmt: skip
        count, value = divmod(max(value, 0), number)
        text += sign * count
    return text


_STEP = 2
"""Blanks by which a list inside a list stands further in."""


class Depths:
    """How deep a typed list item lies, from the kinds of markers met before it."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._letter = ""
        self._value = 0

    def of(self, marker: str, indent: int = 0) -> int:
        """The depth, from 1; a kind of marker that is already open closes those inside it.

        `indent`: the blanks before it, where a text has no other way to put a list into a list.
        """
        family = marker if marker in BULLETS else self._family(marker)
        if family.count("0.0"):
            family = "0." * (family.count("0") - 1) + "0."
            return family.count("0")
        step = (indent // _STEP, family)
        while self._open and self._open[-1][0] > step[0]:
            self._open.pop()
        if step in self._open:
            del self._open[self._open.index(step) + 1 :]
        else:
            self._open.append(step)
        return len(self._open)

    def _family(self, marker: str) -> str:
        """The kind of a marker: "0." for "27.", "a)" for "c)", "i." for "iv." and for "v." behind it."""
        letters = "".join(filter(str.isalpha, marker))
        value = _roman(letters.upper()) if letters and not letters.upper().strip("IVXLC") else 0
        first = value == 1 and self._letter.casefold() != "h"
        if first or (value and len(letters) > 1) or 1 < value == self._value + 1:
            self._value = value
            return marker.replace(letters, "i" if letters.islower() else "I")
        self._letter = letters or self._letter
        return _FAMILY.sub(_kind_of_figure, marker)

    def close(self) -> None:
        """A heading or a paragraph ends all lists; "27." after it begins at the outermost depth again."""
        self._open.clear()
        self._letter, self._value = "", 0


def _kind_of_figure(match: re.Match[str]) -> str:
    figure = match.group()
    if figure.isnumeric():
        return "0"
    return "a" if figure.islower() else "A"


def is_caps(text: str) -> bool:
    """Whether `text` is a short line in capitals, as headings are typed."""
    letters = sum(char.isalpha() for char in text)
    return letters >= 4 and len(text) <= 120 and text.isupper() and ends_open(text)


def ends_open(text: str) -> bool:
    """Whether `text` ends like a heading: without the stop of a sentence, a list item or a salutation."""
    return not text.rstrip("*_”\"»’') ").endswith((".", ";", ",", "!", "?", "…", "؟", "،", "。"))
