"""The one place where characters are dropped: what cannot be shown, and what only deceives the reader.

Words are never changed: there is no normalisation, no-break blanks and letters stay as they were typed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from pipeline.models.passages import Run
from pipeline.problems import Problem, problem

# The symbol fonts of Word (Symbol, Wingdings) put their signs at U+F000 + code: these stand for the signs
# that statements use, as the fonts draw them.
SYMBOLS = {
    "\uf02d": "–", "\uf0a7": "▪", "\uf0a8": "□", "\uf0b7": "•", "\uf0d8": "➢", "\uf0e0": "→",
    "\uf0fc": "✓", "\uf0fb": "✗", "\uf0fe": "☑", "\uf06c": "●", "\uf06e": "■", "\uf06f": "□",
    "\uf076": "❖", "\uf071": "❑", "\uf075": "◆", "\uf0d4": "➤", "\uf0f0": "⇨", "\uf0ae": "→",
    "\uf020": " ", "\uf0ad": "↑", "\uf0de": "⇒", "\uf0b0": "°", "\uf0b4": "×", "\uf0b1": "±",
}  # fmt: skip

_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n", "\f": " "})
_SPACES = str.maketrans(dict.fromkeys("\t\u1680" + "".join(map(chr, range(0x2000, 0x200B))), " "))
_QUIET = frozenset("\u00ad\u200e\u200f\u061c")
_SUSPECT = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\ufffe\uffff"
    "\U000e0000-\U000e007f\U000f0000-\U0010ffff]"
    "|["
    + "".join(chr(plane * 0x10000 + 0xFFFE) + chr(plane * 0x10000 + 0xFFFF) for plane in range(1, 15))
    + "]"
)
_ODD_SPACE = re.compile("[\t\r\v\x85\f\u2028\u2029\u1680\u2000-\u200a]")
_WHITE = " \n"
_UNTIDY = re.compile(" *\n[ \n]*|  +")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_THIN_SCRIPTS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x1950, 0x1AAF))


def clean(text: str, dropped: Counter[str] | None = None) -> str:
    """`text` without characters that cannot be shown; `dropped` counts them, except harmless ones.

    Dropped: controls, lone surrogates, noncharacters, tag characters, direction overrides, embeddings and
    isolates (U+202A to E, U+2066 to 9: they let a text read differently from its letters; writers set the
    direction themselves), byte-order marks, zero-width characters where the script does not use them, signs
    of private fonts that are not in SYMBOLS. Dropped uncounted: soft hyphens, and direction marks where
    nothing runs from right to left. Line breaks become "\\n", tabs and wide blanks one " ".
    """
    if _ODD_SPACE.search(text):
        text = text.replace("\r\n", "\n").translate(_BREAKS).translate(_SPACES)
    if not _SUSPECT.search(text):
        return text
    rtl = _RTL.search(text) is not None
    counts: Counter[str] = Counter() if dropped is None else dropped

    def decide(match: re.Match[str]) -> str:
        char = match.group()
        kept = _kept(char, text[max(0, match.start() - 1) : match.start()], rtl)
        if not kept and char not in _QUIET:
            counts[char] += 1
        return kept

    return _SUSPECT.sub(decide, text)


def _kept(char: str, before: str, rtl: bool) -> str:
    """What stands for a suspect character: itself, a sign that can be shown, or nothing."""
    if char in SYMBOLS:
        return SYMBOLS[char]
    if char in "\u200c\u200d" and before > "\u058f":
        return char
    if char == "\u200b" and any(low <= ord(before or " ") <= high for low, high in _THIN_SCRIPTS):
        return char
    return char if rtl and char in "\u200e\u200f\u061c" else ""


def dropped_problems(dropped: Counter[str]) -> tuple[Problem, ...]:
    """FI15 for the characters that `clean` counted, the first eight by code point."""
    if not dropped:
        return ()
    points = [f"U+{ord(char):04X}" for char in sorted(dropped)]
    shown = ", ".join(points[:8]) + (", …" if len(points) > 8 else "")
    return (problem("FI15", count=dropped.total(), points=shown),)


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Runs whose words are separated by single blanks: no blank at either end, none beside a line break.

    Neighbours with the same emphasis become one run; a note call stays where it is called, and the blank
    that stands before it moves behind it, so that the number follows its word.
    """
    done: list[tuple[Run, list[str]]] = []
    gap = ""  # white space met since the last word, not yet written
    written = False
    for run in runs:
        if run.note:
            done.append((run, []))
            written = True
            continue
        text = run.text.strip(_WHITE)
        if not text:
            gap = _gap(run.text, gap)
            continue
        gap = _gap(run.text[: run.text.index(text)], gap) if written else ""
        if _UNTIDY.search(text):
            text = _UNTIDY.sub(lambda found: "\n" if "\n" in found.group() else " ", text)
        if not done or not _same_emphasis(done[-1][0], run):
            done.append((run, []))
        done[-1][1].append(gap + text)
        gap, written = _gap(run.text[len(run.text.rstrip(_WHITE)) :], ""), True
    return tuple(run if run.note else replace(run, text="".join(pieces)) for run, pieces in done)


def _gap(white: str, gap: str) -> str:
    """The separator that `white` makes of the one so far."""
    return "\n" if "\n" in white or gap == "\n" else " " if white else gap


def _same_emphasis(one: Run, other: Run) -> bool:
    return not one.note and (one.bold, one.italic, one.underline, one.superscript, one.link) == (
        other.bold,
        other.italic,
        other.underline,
        other.superscript,
        other.link,
    )


def cut_start(runs: Sequence[Run], length: int) -> tuple[Run, ...]:
    """`runs` without their first `length` characters, nor the white space that then begins them."""
    left: list[Run] = []
    for run in runs:
        taken = min(length, len(run.text))
        length -= taken
        if run.note or taken < len(run.text):
            left.append(replace(run, text=run.text[taken:]))
    return tidy(left)
