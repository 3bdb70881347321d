"""Letters: the strings of codes that show a stretch of plain text, kerned and with its blanks widened."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from pipeline.render.pdf.book import Book
from pipeline.render.pdf.faces import Face
from pipeline.render.pdf.notation import byte_string, number
from pipeline.render.pdf.strips import Frag


class _Beyond(Exception):  # noqa: N818 - says where a letter is, not that something is wrong
    """A letter is not in the first subset of its font."""


class _Codes(dict[int, str]):
    """Of one face in one book: for every character that was drawn its code, as it stands in a string."""

    def __init__(self, face: Face, book: Book) -> None:
        super().__init__()
        self._face, self._book = face, book

    def __missing__(self, char: int) -> str:
        [(subset, code)] = self._face.font.splitString(chr(char), self._book)
        if subset:
            raise _Beyond
        shown = self[char] = byte_string(code)[1:-1]
        return shown


class Letters:
    """The letters of one book. Words are put together once, since most of them come again."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._codes: dict[Face, _Codes] = {}
        self._words: dict[Face, dict[str, str]] = {}

    def shown(self, text: str, frag: Frag) -> Iterator[tuple[str, str]]:
        """For every subset of the font of `frag`: its name and what is shown of `text` with it."""
        face = frag.face
        if not isinstance(face, Face):
            return
        if not any(frag.gaps):
            try:
                shown = self._simple(text, frag.stretch * 1000 / frag.look.size, face)
                yield face.font.getSubsetInternalName(0, self._book), shown
                return
            except _Beyond:
                pass
        moves, done = _moves(text, frag, face), 0
        for subset, codes in face.font.splitString(text, self._book):
            shown = _strings(codes, moves[done : done + len(codes)])
            done += len(codes)
            yield face.font.getSubsetInternalName(subset, self._book), shown

    def _simple(self, text: str, widening: float, face: Face) -> str:
        """Text of one subset: no letter is kerned with a blank, so that words can be kept."""
        words = self._words.setdefault(face, {})
        shown = [words[word] if word in words else self._word(word, face) for word in text.split(" ")]
        blank = f" ){number(-widening)}(" if widening else " "
        whole = f"({blank.join(shown)})"
        return whole[:-2] if whole.endswith("()") and whole[-3:-2] != "\\" else whole

    def _word(self, word: str, face: Face) -> str:
        """What is between the outer brackets of the strings that show `word`."""
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = _Codes(face, self._book)
        parts = [
            f"{text.translate(codes)}){number(-move)}(" if move else text.translate(codes)
            for text, move in face.kerned(word)
        ]
        found = self._words[face][word] = "".join(parts)
        return found


def _strings(codes: bytes, moves: list[float]) -> str:
    """The codes as strings, with the moves between them."""
    shown, start = [], 0
    for place, move in enumerate(moves):
        if move:
            shown.append(f"{byte_string(codes[start : place + 1])}{number(-move)}")
            start = place + 1
    if start < len(codes):
        shown.append(byte_string(codes[start:]))
    return "".join(shown)


def _moves(text: str, frag: Frag, face: Face) -> list[float]:
    """For each character how much further the next one stands: kerning, and widened blanks; thousandths."""
    kern, codes = face.kern, [ord(char) for char in text]
    moves: list[float] = [kern(left, right) for left, right in itertools.pairwise(codes)]
    moves.append(0.0)
    if frag.stretch:
        widening = frag.stretch * 1000 / frag.look.size
        for place, code in enumerate(codes):
            if code == 0x20:
                moves[place] += widening
    if any(frag.gaps):
        moves = [move + gap * 1000 / frag.look.size for move, gap in zip(moves, frag.gaps, strict=True)]
    if face.shifts:
        shifts = face.shifts
        moves = [move + shifts.get(code, 0.0) for move, code in zip(moves, codes, strict=True)]
    return moves
