"""The limits of a span: what is left out at the front (linking words) and at the end (reasons, marks)."""

from __future__ import annotations

import re

from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.phrases import NEVER
from pipeline.extract.sentences import without_marker

_TAIL = re.compile(r"[\s.;,:?…。，；：、!！/-]+$")
_GLUED = re.compile(r"(?:(?<=[^\W\d_]{3})\.?\d{1,2}|[.;!?]\(\d{1,3}\))$")
_QUOTATION = 25
_LEAST = 12
"""Characters of an action before its reason; half as many where a character is a word."""

_SAID = 30
"""Characters after a closing quotation mark in which "said" stands."""

_COUNTING = frozenset("ivx一二三四五六七八九十")
"""Letters with which a marker of several begins ("iv.", "十二、"); two others begin a word ("Primero.-")."""

LAST_WORD = re.compile(r"(\w+'?)[\s,]*$")
"""The word before a place ("the demands **of** ...")."""

QUOTED = re.compile(r'"[^"]*"')
"""A quotation in a folded text."""

_FRONT = re.compile(r"[\s,:;.…、-]+")


def strip_front(text: str, start: int, end: int, linking: Pattern) -> int:
    """The start after bullets, numbers, commas and words of `linking`, at most a dozen of them."""
    begin = start
    for _ in range(12):
        before = start
        if not (text[start : start + 2].isalpha() and text[start] not in _COUNTING):
            start = without_marker(text, start, end)
            if match := _FRONT.match(text, start, end):
                start = match.end()
        if linking is NEVER:
            if start == before:
                break
            continue
        glued = start > begin and text[start - 1].isalpha()  # behind an Arabic "and" of the same word
        if glued and (word := linking.match(text[start:end])) and start + word.end() < end:
            start += word.end()
        elif (word := linking.match(text, start, end)) and word.end() < end:
            start = word.end()
        if start == before:
            break
    return min(start, end)


def behind_word(text: str, start: int, end: int, word: Pattern) -> int:
    """The end of `word` at `start`, also behind an Arabic "and" of the same written word; -1 for no such."""
    glued = start > 0 and text[start - 1] == "و" and text[start : start + 1].isalpha()
    found = word.match(text[start:end]) if glued else word.match(text, start, end)
    return -1 if found is None else found.end() + (start if glued else 0)


def behind_article(text: str, grammar: Grammar) -> int:
    """The start of the word behind an article in front ("**the** families"); 0 for no article."""
    article = grammar.article.match(text)
    return strip_front(text, article.end(), len(text), NEVER) if article else 0


def strip_end(text: str, start: int, end: int, grammar: Grammar) -> int:
    """The end before closing marks, glued note numbers, a last "and", and a quote or bracket never opened."""
    for _ in range(6):
        before = end
        tail_from = max(start, end - 200)
        if match := _TAIL.search(text[tail_from:end]):
            end = tail_from + match.start()
        if match := _GLUED.search(text[max(start, end - 30) : end]):
            end = max(start, end - 30) + match.start()
        end = _without_last_word(text, start, end, grammar.tail)
        end = _without_stray_close(text, start, end)
        if end == before or end <= start:
            break
    return max(start, end)


def _without_last_word(text: str, start: int, end: int, tail: Pattern) -> int:
    space = text.rfind(" ", max(start, end - 12), end)
    if space > start and (match := tail.match(text, space + 1, end)) and match.end() == end:
        return space
    return end


def _without_stray_close(text: str, start: int, end: int) -> int:
    last = text[end - 1] if end > start else ""
    if last == '"' and text.count('"', start, end) % 2:
        return end - 1
    pair = {")": "(", "]": "["}.get(last)
    if pair and text.count(pair, start, end) < text.count(last, start, end):
        return end - 1
    return end


def cut_reason(text: str, start: int, end: int, grammar: Grammar) -> int:
    """The end before a clause that only gives the reason (", because ...", ", pois ...", "ya que ...").

    Behind a "not" it may be what the demand is about ("**not** to detain anybody **because** he spoke").
    """
    least = _LEAST if grammar.words else _LEAST // 2
    for match in grammar.reason.finditer(text, start, end):
        apart = match.start() - start >= least and text.count('"', start, match.start()) % 2 == 0
        if apart and not _is_denied(text, start, match, grammar):
            return match.start()
    return end


def _is_denied(text: str, start: int, reason: re.Match[str], grammar: Grammar) -> bool:
    """Whether a "not" in front reaches the reason, which no comma parts from it and "because" begins."""
    if reason.group()[:1] in ",;" or grammar.negation.search(text, start, reason.start()) is None:
        return False
    word = strip_front(text, reason.start(), reason.end(), NEVER)
    return grammar.because.match(text, word) is not None


def _cut_speaker(text: str, start: int, end: int, grammar: Grammar) -> int:
    """The end before a closing quotation mark and who said it ("... of the land", said its director)."""
    if text.count('"', start, end) % 2 == 0:
        return end
    closing = text.rfind('"', start, end)
    said = grammar.said.search(text, closing, min(end, closing + _SAID))
    return closing if said and closing - start >= _LEAST else end


def _cut_quotation(text: str, start: int, end: int) -> int:
    """The end of a demand that is a quotation, before a few words after it ("..." at a time when)."""
    closing = text.find('"', start + 1, end)
    long = closing - start >= _QUOTATION and end - closing < closing - start
    return len(text[:closing].rstrip()) if closing > 0 and long else end


def trimmed(text: str, start: int, end: int, grammar: Grammar) -> tuple[int, int]:
    """Both ends trimmed; (start, start) when nothing is left."""
    start = strip_front(text, start, end, grammar.linking)
    end = _cut_speaker(text, start, end, grammar)
    end = strip_end(text, start, cut_reason(text, start, end, grammar), grammar)
    opening = text.rfind('"', max(0, start - 2), start + 1)
    if opening >= 0 and text.count('"', 0, opening) % 2 == 0:
        end = _cut_quotation(text, opening, end)
    if text[start : start + 1] == '"' and text.count('"', start, end) == 1:
        start += 1
    return strip_front(text, start, end, NEVER), end
