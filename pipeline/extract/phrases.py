"""The notation of the grammar files, turned into regular expressions that run in linear time."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

NEVER = re.compile(r"(?!)")

_TOKEN = re.compile(r"\{(\w+)\}|([()\[\]|])|(\*)|( +)|(\.\.\.)|([^{}()\[\]|* .]+|[{}.])")
_GAP = r"(?:,?\s+[^\s.;:]+){0,6}?"
_GLUED = r"(?:\s+|(?<='))"
_GLUED_GAP = r"(?:(?<=')[^\s.;:]+)?" + _GAP
_WORD_LENGTH = 40
_GROUP = re.compile(r"\(([^\W\d_][^()\[\]{}*|.]*(?:\|[^\W\d_][^()\[\]{}*|.]*)*)\)")
_WORD = r"(?<!\w)"
_RAW = "=" + _WORD
_FIRST_WORDS = re.compile(r"\(\?:([^\W\d_][^()\[\]{}.*+?\\]*)\)(?![?*+{])")
_TOP = re.compile(r"\((?:[^()]|\((?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\))*\)|\[[^\]]*\]")
_ELIDED = re.compile(r"\((?:[^()]*\|)?[^()|]*'(?:\|[^()]*)?\)$")
_NAMES = re.compile(r"=(?:\{[a-z]\w*\})+(?![?*+{])")
_LOOK = re.compile(r"\(\?<([=!])((?:[^()\[\]]|\[[^\]]*\])*)\)")
_NAME = re.compile(r"\{([a-z]\w*)\}")
_LONG = re.compile(r"(?<!\\w\))\(\?:([^\W\d_]+(?:\|[^\W\d_]+){24,})\)")
_PREFIX = re.compile(r"\{([a-z]\w*)\}(?=[\[(=]|[^\W\d_])")


# Arabic is often written without its hamza: the text is folded (`fold`), and so are the phrases. The one
# below alef stays, since it tells "to release" from a plural; where a phrase has it, the text may lack it.
_ALEF = str.maketrans({"أ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"})
_BELOW = "إ"
_LOOSE = "[إا]"


_Found = dict[int, tuple[re.Pattern[str], "re.Match[str] | None"]]
_sentence: tuple[str, _Found] = ("", {})


def first_of(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first place of an expression in a sentence: several rules look for it, one after the other.

    What was found in the last sentence is kept. (To hash an expression takes longer than to search.)
    """
    global _sentence  # noqa: PLW0603 - a value swapped whole, as a cache of one entry
    kept = _sentence
    if kept[0] != text:
        kept = _sentence = (text, {})
    found = kept[1].get(id(pattern))
    if found is None:
        found = kept[1][id(pattern)] = (pattern, pattern.search(text))
    return found[1]


def loose(pattern: str) -> str:
    """The expression `pattern` with its Arabic letters as the folded text has them, with or without hamza."""
    return pattern.translate(_ALEF).replace(_BELOW, _LOOSE)


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
        raw = _LONG.sub(lambda group: f"(?:{branched(group[1].split('|'))})", phrase[1:])
        return _NAME.sub(lambda name: f"(?:{named[name.group(1)]})", loose(raw)), True
    body = _pieces(phrase, named)
    if not ahead:
        return body, False
    glued = phrase.endswith("'") or ahead.strip().startswith("...")  # a gap begins with its own blank
    blank = r"\s+" if body and words and not glued else ""
    blank = _GLUED if blank and _ELIDED.search(phrase) else blank
    return f"{body}{blank}(?={_pieces(ahead.strip(), named)}{_end(words)})", True


def branched(parts: Iterable[str]) -> str:
    """Alternatives parted by their first letters: of "ask|act|urge" the engine tries only what begins as the
    text does."""
    initials: dict[str, list[str]] = {}
    for part in parts:
        initials.setdefault(part[0] if part[0].isalpha() else "", []).append(part)
    return "|".join(
        f"{first}(?:{'|'.join(one[len(first) :] for one in each)})" for first, each in initials.items()
    )


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
            out.append(_GLUED if _elides(out) else r"\s+")
        elif gap:
            out.append(_GAP)
        else:
            out.append(loose(re.escape(literal)))
    # A blank beside an optional part is itself optional, or "we [also] urge" would ask for two blanks.
    rest: list[str] = []
    while out and out[-1] == ")?" and (last := _opening(out)) and out[last - 1] == r"\s+":
        rest = ["(?:", r"\s+", *out[last:-1], "))?", *rest]
        del out[last - 1 :]
    out += rest
    joined = "".join(out).replace(r")?\s+", r")?\s*").replace(_GLUED + _GAP, _GLUED_GAP)
    return joined.replace(r"\s+" + _GAP, _GAP)


def _elides(out: list[str]) -> bool:
    """Whether one of the alternatives that end here loses its vowel ("(le|l') état" has no blank in it)."""
    if not out or out[-1] != ")":
        return False
    inside = range(_opening(out), len(out) - 1)
    return any(out[place].endswith("'") and out[place + 1] in {"|", ")"} for place in inside)


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
    """One expression for all `phrases`, longest first; `words`: only whole words.

    Phrases that begin with the same named pattern and no blank after it ("{w}word") share it.
    """
    if not words:
        return _unspaced(phrases, named)
    inside: dict[bool, list[tuple[int, str, str]]] = {True: [], False: []}
    prefixed: dict[tuple[bool, str], list[tuple[int, str, str]]] = {}
    anywhere: list[str] = []
    for phrase in phrases:
        if prefix := _PREFIX.match(phrase):
            rest = phrase[prefix.end() :]
            body, closed = _expression(rest, named, words)
            raw = ((len(body), *one) for one in _by_first_words(body))
            parts = raw if rest.startswith("=") else _by_initial(rest, body)
            prefixed.setdefault((closed, prefix[1]), []).extend(parts)
            continue
        if phrase.startswith(_RAW):
            body = expression(phrase, named, words)[len(_WORD) :]
            inside[True] += [(len(body), *parted) for parted in _by_first_words(body)]
            continue
        if phrase.strip().startswith((",", ";", "=")):
            anywhere.append(expression(phrase, named, words))
            continue
        body, closed = _expression(phrase, named, words)
        inside[closed] += _by_initial(phrase.strip(), body)
    for (closed, name), parted in prefixed.items():
        longest = max(length for length, _, _ in parted)
        inside[closed].append((longest, "", f"(?:{named[name]})(?:{_dispatched(parted)})"))
    if not anywhere and all(initial for part in inside.values() for _, initial, _ in part):
        return _lettered(inside, words)
    # One look for the word's beginning and one for its end for all: an engine that tests them in every branch
    # is ten times as slow, and so is its compiler.
    both = [
        _WORD + "(?:" + _dispatched(inside[closed]) + ")" + ("" if closed else _end(words))
        for closed in (True, False)
        if inside[closed]
    ]
    both.extend(_longest_first(anywhere))
    return "(?:" + "|".join(both) + ")" if both else r"(?!)"


def _lettered(inside: Mapping[bool, list[tuple[int, str, str]]], words: bool) -> str:
    """The same where every phrase begins with a known letter: those letters come first, so that the engine
    skips all others, and only then the look for the word's beginning."""
    initials: dict[str, list[str]] = {}
    for closed in (True, False):
        grouped: dict[str, list[str]] = {}
        for _, initial, body in sorted(set(inside[closed]), key=lambda part: (-part[0], part)):
            grouped.setdefault(initial, []).append(body)
        for initial, rests in grouped.items():
            end = "" if closed else _end(words)
            initials.setdefault(initial, []).append(f"(?:{'|'.join(rests)}){end}")
    begins = r"(?<!\w\w)"
    parts = [f"{initial}{begins}(?:{'|'.join(rests)})" for initial, rests in initials.items()]
    return "(?:" + "|".join(parts) + ")" if parts else r"(?!)"


def _by_initial(phrase: str, body: str) -> Iterator[tuple[int, str, str]]:
    """The expression `body` of `phrase` parted by its first letter, which is "" where it has none.

    That of "(urge|ask) the" gives ("u", "(?:rge)the") and ("a", "(?:sk)the"), with its blanks. The number is
    the length: a group alone is parted into its words, since "asks" must not hide "asks for" further down.
    """
    group = _GROUP.match(phrase)
    words = [_pieces(word, {}) for word in group[1].split("|")] if group else []
    opening = f"(?:{'|'.join(words)})"
    if phrase[0].isalpha():
        initial = _first(body)
        yield len(body), initial, body[len(initial) :]
    elif words and body == opening:
        for word in words:
            yield len(word), _first(word), word[len(_first(word)) :]
    elif words and body.startswith(opening):
        for initial in dict.fromkeys(map(_first, words)):
            rests = "|".join(word[len(initial) :] for word in words if _first(word) == initial)
            yield len(body), initial, f"(?:{rests}){body[len(opening) :]}"
    else:
        yield len(body), "", body


def _first(body: str) -> str:
    """The expression of the first letter."""
    return _LOOSE if body.startswith(_LOOSE) else body[0]


def _by_first_words(body: str) -> Iterator[tuple[str, str]]:
    """The raw expression `body` parted by the first letter of the words it begins with, if it does."""
    if body[:1].isalpha() and body[1:2] not in ("?", "*", "+", "{") and "|" not in _TOP.sub("", body):
        yield body[0], body[1:]
        return
    group = _FIRST_WORDS.match(body)
    words = [word for word in group[1].split("|") if word] if group else []
    if group is None or len(words) != group[1].count("|") + 1 or _TOP.sub("", body).count("|"):
        yield "", body
        return
    for initial in dict.fromkeys(word[0] for word in words):
        rests = "|".join(word[1:] for word in words if word[0] == initial)
        yield initial, f"(?:{rests}){body[group.end() :]}"


def _looking_later(body: str) -> Iterator[tuple[str, str]]:
    """The same of a raw expression that begins with looks at what stands before it: they come behind its
    first letter, by which the engine finds its way ("(?<!a)bc" is "b(?<!ab)c")."""
    looks = []
    while look := _LOOK.match(body):
        looks.append((look[1], look[2]))
        body = body[look.end() :]
    whole = "".join(f"(?<{kind}{before})" for kind, before in looks)
    for initial, rest in _by_first_words(body):
        later = "".join(f"(?<{kind}(?:{before}){initial})" for kind, before in looks)
        yield initial, (later if initial else whole) + rest


def _unspaced(phrases: Iterable[str], named: Mapping[str, str]) -> str:
    """The same for a language without blanks, whose phrases may begin and end inside a row of letters."""
    parts: list[tuple[int, str, str]] = []
    shared: dict[str, list[str]] = {}
    for phrase in phrases:
        body = expression(phrase, named, words=False)
        if names := _NAMES.match(phrase):
            opening = expression(names.group(), named, words=False)
            shared.setdefault(opening, []).append(body[len(opening) :])
            continue
        split = [("", body)]
        if phrase.startswith("="):
            split = list(_looking_later(body))
        elif phrase[:1].isalpha():
            split = [(body[0], body[1:])]
        parts += [(len(body), *one) for one in split]
    for opening, rests in shared.items():
        parts.append((len(opening), "", f"{opening}(?:{'|'.join(_longest_first(rests))})"))
    return f"(?:{_dispatched(parts)})" if parts else r"(?!)"


def _dispatched(parts: Iterable[tuple[int, str, str]]) -> str:
    """One expression of (length, first letter, rest), longest first, that looks at the first letter first."""
    initials: dict[str, list[str]] = {}
    for _, initial, body in sorted(set(parts), key=lambda part: (-part[0], part)):
        initials.setdefault(initial, []).append(body)
    loose = initials.pop("", [])
    return "|".join([*loose, *(f"{initial}(?:{'|'.join(rests)})" for initial, rests in initials.items())])


def either(*patterns: re.Pattern[str]) -> re.Pattern[str]:
    """What one of `patterns` matches."""
    return re.compile("|".join(f"(?:{pattern.pattern})" for pattern in patterns))


class _Joined:
    """Two expressions read as one without compiling a third, which takes longer than reading a text."""

    def __init__(self, one: re.Pattern[str], other: re.Pattern[str]) -> None:
        self.both = (one, other)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return _earliest(each.search(text, start, end) for each in self.both)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return _earliest(each.match(text, start, end) for each in self.both)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return _earliest(each.fullmatch(text, start, end) for each in self.both)

    def subn(self, new: str, text: str) -> tuple[str, int]:
        text, first = self.both[0].subn(new, text)
        text, then = self.both[1].subn(new, text)
        return text, first + then

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        while start <= len(text) and (found := self.search(text, start, end)):
            yield found
            start = found.end() + (found.end() == found.start())


def _earliest(found: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return min((one for one in found if one), key=lambda one: (one.start(), -one.end()), default=None)


def joined(one: re.Pattern[str], other: re.Pattern[str]) -> re.Pattern[str]:
    """What one of two expressions matches, for an expression that only one text needs."""
    return cast("re.Pattern[str]", _Joined(one, other))


def _longest_first(parts: list[str]) -> list[str]:
    return sorted(set(parts), key=lambda part: (-len(part), part))


def compiled(phrases: Iterable[str], named: Mapping[str, str], words: bool) -> re.Pattern[str]:
    """The compiled `union`; a pattern that never matches for no phrases."""
    phrases = tuple(phrases)
    return re.compile(union(phrases, named, words)) if phrases else NEVER
