"""Words that run against the line: Latin names in an Arabic paragraph, an Arabic name in an English one.

Word takes a run's font and the order of its signs from `w:rtl` (ECMA-376 Part 1, 17.3.2.30), so such words
need runs of their own.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from pipeline.models.document import Inline, Inlines
from pipeline.render.docx.writing import Voice

# Blocks of scripts that run from right to left (Unicode 16.0, chapter 9), and RIGHT-TO-LEFT MARK.
_LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200f\U00010800-\U00010fff\U0001e800-\U0001efff"
_HEBREW = re.compile("[\u0590-\u05ff\ufb1d-\ufb4f]")
_LETTER = rf"[^\W\d_{_LEFTWARD}]"
_OF_LEFTWARD = re.compile(f"[{_LEFTWARD}]")
_OF_RIGHTWARD = re.compile(_LETTER)
# A stretch goes from its first letter to its last letter or figure; what stands between belongs to it, as by
# rules W7, N1 and N2 of the Unicode bidirectional algorithm. Tabs and line ends close it.
_RIGHTWARD_STRETCH = re.compile(rf"{_LETTER}(?:[^{_LEFTWARD}\t\n]*(?:{_LETTER}|\d))?[\u0300-\u036f]*")
_PAGE = "0"
"""What stands for the number of a page, which a field has."""
_LEFTWARD_STRETCH = re.compile(rf"[{_LEFTWARD}](?:(?:(?!{_LETTER})[^\t\n])*[{_LEFTWARD}\d])?")


def own_side(text: str, voice: Voice) -> Voice:
    """The voice for a whole `text` on its own line: turned if all its letters run against `voice`."""
    if text.isascii() and not voice.rtl:
        return voice
    leftward, rightward = _OF_LEFTWARD.search(text), _OF_RIGHTWARD.search(text)
    if voice.rtl and rightward and not leftward:
        return Voice()
    if not voice.rtl and leftward and not rightward:
        return _leftward(text)
    return voice


def in_voices(inlines: Inlines, voice: Voice) -> Iterator[tuple[Inline, Voice]]:
    """The inlines of a paragraph in pieces that each run one way, and the voice of each piece.

    The pieces of an inline have its links; its anchor is the first one's. The page that an inline tells is a
    figure: "bio p. 13" is one piece where it runs against the line.
    """
    texts = [_PAGE if inline.page_of and voice.rtl else inline.text for inline in inlines]
    text = "".join(texts)
    against = _OF_RIGHTWARD if voice.rtl else _OF_LEFTWARD
    if (text.isascii() and not voice.rtl) or not against.search(text):
        yield from ((inline, voice) for inline in inlines)
        return
    pattern = _RIGHTWARD_STRETCH if voice.rtl else _LEFTWARD_STRETCH
    cuts = [cut for found in pattern.finditer(text) for cut in found.span()]
    start = 0
    for inline, shown in zip(inlines, texts, strict=True):
        end = start + len(shown)
        bounds = [start, *(cut for cut in cuts if start < cut < end), end]
        for number, (first, last) in enumerate(itertools.pairwise(bounds)):
            piece = text[first:last]
            words = "" if inline.page_of else piece
            made = replace(inline, text=words, anchor=inline.anchor if number == 0 else "")
            inside = bisect_right(cuts, first) % 2 == 1 and piece
            yield made, _turned(piece, voice) if inside else voice
        start = end


def _turned(text: str, voice: Voice) -> Voice:
    """The other voice. What language Latin words are in nobody said: it is the file's default."""
    return Voice() if voice.rtl else _leftward(text)


def _leftward(text: str) -> Voice:
    """Arabic script stands for all that Word writes from the right but Hebrew."""
    return Voice("he" if _HEBREW.search(text) else "ar", rtl=True)
