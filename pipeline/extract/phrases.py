"""The notation of the grammar files, turned into regular expressions that run in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

NEVER = re.compile(r"(?!)")

_TOKEN = re.compile(r"\{(\w+)\}|([()\[\]|])|(\*)|( +)|(\.\.\.)|([^{}()\[\]|* .]+|[{}.])")
_GAP = r"(?:,?\s+[^\s.;:]+){0,6}?"
_WORD_LENGTH = 40
_NAME = re.compile(r"\{([a-z]\w*)\}")


def expression(phrase: str, named: Mapping[str, str], words: bool = True) -> str:
    """The regular expression for one phrase of a grammar file.

    In a phrase `(a|b)` are alternatives, `[a]` may be missing, `word*` is any ending, `...` up to six words,
    `{name}` a named pattern of the file; what stands after ` > ` must follow but does not belong to the
    phrase. One that begins with `=` is a regular expression, in which `{name}` stands too. A blank is any
    white space; `words` asks for whole words. Raises KeyError for an unknown name.
    """
    body, closed = _expression(phrase, named, words)
    return body if closed else body + _end(words)


def _expression(phrase: str, named: Mapping[str, str], words: bool) -> tuple[str, bool]:
    """The expression of a phrase without its end, and whether it needs none (it looks ahead, or is raw)."""
    phrase, _, ahead = f" {phrase}".replace("[...]", "...").partition(" > ")
    phrase = phrase.strip()
    if phrase.startswith("="):
        return _NAME.sub(lambda name: f"(?:{named[name.group(1)]})", phrase[1:]), True
    body = _pieces(phrase, named)
    if not ahead:
        return body, False
    glued = phrase.endswith("'") or ahead.strip().startswith("...")  # a gap begins with its own blank
    blank = r"\s+" if body and words and not glued else ""
    return f"{body}{blank}(?={_pieces(ahead.strip(), named)}{_end(words)})", True


def _end(words: bool) -> str:
    return r"(?:(?!\w)|(?<='))" if words else ""


def _pieces(phrase: str, named: Mapping[str, str]) -> str:
    out: list[str] = []
    for name, bracket, star, blank, gap, literal in _TOKEN.findall(phrase):
        if name:
            out.append(f"(?:{named[name]})")
        elif bracket:
            out.append({"(": "(?:", ")": ")", "[": "(?:", "]": ")?", "|": "|"}[bracket])
        elif star:
            out.append(rf"\w{{0,{_WORD_LENGTH}}}")
        elif blank:
            out.append(r"\s+")
        elif gap:
            out.append(_GAP)
        else:
            out.append(re.escape(literal))
    # A blank beside an optional part is itself optional, or "we [also] urge" would ask for two blanks.
    if out and out[-1] == ")?" and (last := _opening(out)) and out[last - 1] == r"\s+":
        out[last - 1 :] = ["(?:", r"\s+", *out[last:-1], "))?"]
    return "".join(out).replace(r")?\s+", r")?\s*").replace(r"\s+" + _GAP, _GAP)


def _opening(out: list[str]) -> int:
    """Where the group begins that the last piece closes; 0 if it is the first or is never opened."""
    depth = 0
    for number in range(len(out) - 1, 0, -1):
        depth += out[number] in {")", ")?"}
        depth -= out[number] == "(?:"
        if depth == 0:
            return number
    return 0


def union(phrases: Iterable[str], named: Mapping[str, str], words: bool) -> str:
    """One expression for all `phrases`, longest first; `words`: only whole words."""
    inside: dict[bool, list[str]] = {True: [], False: []}
    anywhere: list[str] = []
    for phrase in phrases:
        if words and not phrase.strip().startswith((",", ";", "=")):
            body, closed = _expression(phrase, named, words)
            inside[closed].append(body)
        else:
            anywhere.append(expression(phrase, named, words))
    both = []
    # One look for the word's beginning and one for its end for all: an engine that tests them in every branch
    # is ten times as slow, and so is its compiler.
    if inside[True]:
        both.append(r"(?<!\w)(?:" + "|".join(_longest_first(inside[True])) + ")")
    if inside[False]:
        both.append(r"(?<!\w)(?:" + "|".join(_longest_first(inside[False])) + ")" + _end(words))
    both.extend(_longest_first(anywhere))
    return "(?:" + "|".join(both) + ")" if both else r"(?!)"


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """What one of `patterns` matches."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


def _longest_first(parts: list[str]) -> list[str]:
    return sorted(set(parts), key=lambda part: (-len(part), part))


def compiled(phrases: Iterable[str], named: Mapping[str, str], words: bool) -> re.Pattern[str]:
    """The compiled `union`; a pattern that never matches for no phrases."""
    phrases = tuple(phrases)
    return re.compile(union(phrases, named, words)) if phrases else NEVER
