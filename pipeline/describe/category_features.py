"""A recommendation in English words as numbers: its first verb, and what the model counts in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple
from zlib import crc32

MOST_TOKENS = 72
"""Words and punctuation marks that are looked at: what follows no longer changes what is asked."""
GROUPS = 5
"""Kinds of features whose evidence is kept apart: start, verb with words, words, examples, structure."""

MARKS = frozenset(",;.:")


def words_of(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


_SMALL = words_of(
    "the a an its all any their this that these those his her of in on for to and or with as by from at is be"
    " been it which"
)
_BEFORE_NOUNS = words_of(
    "the a an its all any their this these those his her our your of in on for with as by from at no each"
    " every current existing national"
)
_MODALS = words_of("should must shall ought needs need has have is are")
_PLAIN_MODALS = frozenset(("should", "must", "shall"))
RECOMMENDING = words_of(
    "call urge recommend ask request appeal encourage invite exhort demand propose suggest advise advize"
)
"""Verbs that say that something is recommended, not what, unless a text begins with them."""
_CUES = words_of(
    "including through by such inter particularly notably via especially particular like example namely"
    " specifically"
)
_CUE_JOINTS = frozenset(("as", "alia", "by", "through", "the", "for", "a", "an", "its", ","))
_WORDS_COUNTED = ("measures", "convention", "protocol", "strategy", "consider", "continue")
_STEMS_COUNTED = ("includ", "law", "legislat", "plan", "ratif", "through")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[;,.:]")
_ENDINGS = (("ing", ("", "e")), ("ied", ("y",)), ("ed", ("", "e")), ("ies", ("y",)), ("s", ("",)))
_ALL = 0xFFFFFFFF
_ONE, _TWO, _THREE = 2654435761, 2246822519, 3266489917
_FURTHEST = 25


class Token(NamedTuple):
    """A word (English, lower case) or a mark, and its characters in the text it comes from."""

    word: str
    start: int
    end: int


class Reading(NamedTuple):
    """What is seen in a text: its words and marks, its words alone, and which word is the first verb.

    `verb` is the verb's base form, "" where none is found; `head` is its place among `words`.
    """

    tokens: Sequence[Token]
    words: Sequence[Token]
    head: int
    verb: str


class Lexicon(NamedTuple):
    """Verbs that begin recommendations and how often each category follows (1 to 5, adding up to 1).

    `forms` leads from another form ("ratification") to the verb; `usual` is for a text without a known verb.
    """

    verbs: Mapping[str, Sequence[float]]
    forms: Mapping[str, str]
    usual: Sequence[float]


def english_tokens(text: str) -> list[Token]:
    """The first words and marks of `text`, with one spelling for -ise and -ize."""
    lowered = text.lower().replace("’", "'")
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    found = []
    for match in _TOKEN.finditer(lowered):
        word = spelled(match.group())
        found.append(Token(word, match.start(), match.end()))
        if len(found) == MOST_TOKENS:
            break
    return found


def spelled(word: str) -> str:
    """`word` with -ize for -ise, so that both spellings are one word to the model."""
    if not word.endswith(("ise", "ised", "ising")):
        return word
    return word[:-4] + word[-4:].replace("is", "iz", 1) if word[-1] != "g" else word[:-5] + "izing"


def base(word: str, lexicon: Lexicon) -> str:
    """The verb that `word` is a form of, "" if it is none that is known."""
    verbs = lexicon.verbs
    if word in verbs:
        return word
    if word in lexicon.forms:
        return lexicon.forms[word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            spellings = [stem + end for end in instead]
            if stem[-1:] == stem[-2:-1]:
                spellings.append(stem[:-1])
            for spelling in spellings:
                if spelling in verbs:
                    return spelling
    return ""


def read(tokens: Sequence[Token], lexicon: Lexicon) -> Reading:
    """Find the first verb: the first word, else what "should" leads to, else the first verb or its noun."""
    words = [token for token in tokens if token.word not in MARKS]
    plain = [token.word for token in words]
    head, verb = _head(plain, lexicon)
    return Reading(tokens, words, head, verb)


def _head(words: Sequence[str], lexicon: Lexicon) -> tuple[int, str]:
    if (
        words
        and (words[0] in lexicon.verbs or words[0].endswith("ing"))
        and (verb := base(words[0], lexicon))
    ):
        return 0, verb
    start = _after_modal(words)
    for place in range(start, min(len(words), start + _FURTHEST)):
        word = words[place]
        noun = place > start and words[place - 1] in _BEFORE_NOUNS
        verb = lexicon.forms.get(word, "") if noun else base(word, lexicon)
        late = noun and place > start + 3
        if verb and not late and not (verb in RECOMMENDING and place > start):
            return place, verb
    return (start if start < len(words) else 0), ""


def _after_modal(words: Sequence[str]) -> int:
    """The place after "should", "must be", "needs to" near the beginning; 0 without one."""
    for place, word in enumerate(words[:18]):
        if word in _MODALS:
            after = place + 1
            plain = word in _PLAIN_MODALS
            if not plain and words[after : after + 1] != ["to"]:
                continue
            while after < len(words) and words[after] in ("to", "be", "also", "not", "therefore", "then"):
                after += 1
            return after
    return 0


def _hash(word: str) -> int:
    return crc32(word.encode())


def features(reading: Reading) -> list[list[int]]:
    """The features of `reading` in GROUPS lists, each a number of 32 bits; the same on every machine."""
    words = [token.word for token in reading.words]
    if not words:
        return [[] for _ in range(GROUPS)]
    codes = [_hash(word) for word in words]
    head = reading.head
    codes[head] = _hash(reading.verb or words[head])
    start = _start_features(words, codes, head)
    crossed, bag = _word_features(codes, head)
    marks = [token.word for token in reading.tokens]
    cues = _cue_features(marks, codes[head])
    return [start, crossed, bag, cues, _shape_features(marks, codes[head], len(words), head)]


def _start_features(words: Sequence[str], codes: Sequence[int], head: int) -> list[int]:
    """Where words stand after the first verb, chains of words from it, and the first words of its object."""
    verb = codes[head]
    first = codes[head : head + 9]
    found = [min(head, 6) * _TWO + 11 & _ALL, verb * _ONE + 12 & _ALL]
    chain = 0
    for place, code in enumerate(first[:7]):
        chain = chain * _THREE + code * _ONE + 13 & _ALL
        found.append(chain)
        found.append(code * _TWO + place * 7919 + 14 & _ALL)
    for place in range(1, len(first) - 1):
        pair = first[place] * _ONE + first[place + 1] * _TWO
        found.append(pair + place * 7919 + 15 & _ALL)
        if place < len(first) - 2 and place < 6:
            found.append(pair + first[place + 2] * _THREE + 16 & _ALL)
    if head:
        found += [codes[0] * _ONE + 17 & _ALL, codes[0] * _ONE + codes[min(1, head)] * _TWO + 18 & _ALL]
    objects = [place for place in range(head + 1, min(head + 12, len(words))) if words[place] not in _SMALL][
        :6
    ]
    for order, place in enumerate(objects):
        code, stem = codes[place], _hash(words[place][:5])
        found.append(code * _TWO + order * 7919 + 19 & _ALL)
        found.append(verb * _ONE + code * _TWO + 20 & _ALL)
        found.append(verb * _ONE + stem * _TWO + 21 & _ALL)
        found.append(stem * _TWO + 22 & _ALL)
    for one, two in pairwise(objects[:5]):
        found.append(verb * _ONE + codes[one] * _TWO + codes[two] * _THREE + 23 & _ALL)
    return found


def _word_features(codes: Sequence[int], head: int) -> tuple[list[int], list[int]]:
    """Words and pairs of words after the first verb: with the verb, and alone."""
    verb = codes[head] * _ONE
    rest = codes[head + 1 :]
    single = set(rest)
    pairs = {one * _THREE + two * _TWO for one, two in pairwise(rest)}
    near = {one * _THREE + two * _TWO for one, two in pairwise(rest[:19])}
    crossed = [verb + code * _TWO + 31 & _ALL for code in single] + [verb + pair + 32 & _ALL for pair in near]
    return crossed, [code * _TWO + 33 & _ALL for code in single] + [pair + 34 & _ALL for pair in pairs]


def _cue_features(marks: Sequence[str], verb: int) -> list[int]:
    """What follows "including", "by ...ing", "such as": the examples that make a general action specific."""
    found: set[int] = set()
    verb *= _ONE
    first = 0
    for place in cue_places(marks):
        first = first or place
        cue, code = _hash(marks[place]), _hash(marks[_example(marks, place)])
        stem = _hash(marks[_example(marks, place)][:6])
        found.update((cue * _TWO + 41 & _ALL, verb + cue * _TWO + 42 & _ALL, code * _TWO + 43 & _ALL))
        found.update((cue * _THREE + code * _TWO + 44 & _ALL, verb + code * _TWO + 45 & _ALL))
        found.add(stem * _TWO + 46 & _ALL)
        found.update(_hash(w) * _TWO + 47 & _ALL for w in marks[place + 1 : place + 8] if w not in _SMALL)
    if first:
        found.update(_hash(word) * _TWO + 48 & _ALL for word in marks[first + 1 :])
    return list(found)


def cue_places(marks: Sequence[str]) -> list[int]:
    """Where words stand that announce examples or means; "by" only before a verb in -ing."""
    return [
        place
        for place in range(2, len(marks) - 1)
        if marks[place] in _CUES
        and (marks[place] != "by" or marks[place + 1].endswith("ing") or marks[place + 1] in (",", "the"))
    ]


def _example(marks: Sequence[str], cue: int) -> int:
    """The place of the first word of the example that the word at `cue` announces."""
    place = cue + 1
    while place < min(len(marks) - 1, cue + 4) and (marks[place] in _CUE_JOINTS or marks[place] in _SMALL):
        place += 1
    return place


def _shape_features(marks: Sequence[str], verb: int, count: int, head: int) -> list[int]:
    """How long the text is, and which words follow a comma, a semicolon or "and" (further actions)."""
    found = [min(count // 5, 12) * _TWO + 51 & _ALL, verb * _ONE + min(count // 8, 6) * _TWO + 52 & _ALL]
    after = set(_joined(marks))
    for word in after:
        code = _hash(word) * _TWO
        found += [code + 53 & _ALL, verb * _ONE + code + 54 & _ALL]
    if head + 2 < len(marks):
        found += [
            verb * _ONE + _hash(marks[place + 1]) * _TWO + 55 & _ALL
            for place in range(head + 1, min(head + 5, len(marks) - 1))
            if marks[place] in ("and", "or")
        ]
    return found


def _joined(marks: Sequence[str]) -> list[str]:
    return [
        marks[place + 1]
        for place in range(1, len(marks) - 1)
        if marks[place] in (",", ";", "and") and marks[place + 1] not in _SMALL
    ]


def measures(reading: Reading, lexicon: Lexicon) -> list[float]:
    """What the trees look at beside the evidence of the words: counts, and how specific further verbs are."""
    marks = [token.word for token in reading.tokens]
    count, text = len(reading.words), " ".join(marks)
    usual = lexicon.verbs.get(reading.verb, lexicon.usual)
    cues = cue_places(marks)
    cue = cues[0] if cues else -1

    def specific(word: str) -> float:
        verb = base(word, lexicon)
        return lexicon.verbs[verb][4] if verb in lexicon.verbs else -1.0

    example = max(map(specific, marks[cue + 1 : cue + 6]), default=-1.0) if cues else -1.0
    further = [value for value in map(specific, _joined(marks)) if value >= 0]
    doing = [specific(word) for word in marks[reading.head + 1 :] if word.endswith("ing")]
    return [
        *usual,
        count,
        reading.head,
        marks.count(","),
        marks.count("and"),
        marks.count(";"),
        len(cues),
        cue,
        len(marks) - cue if cues else 0,
        example,
        len(further),
        max(further, default=-1.0),
        len(doing),
        max(doing, default=-1.0),
        marks.count("by"),
        text.count("such as"),
        *(float(text.count(stem)) for stem in _STEMS_COUNTED),
        *(float(word in marks) for word in _WORDS_COUNTED),
    ]
