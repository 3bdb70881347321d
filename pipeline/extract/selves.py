"""Whose text it is: the names of organisations that a text says are organisations, and so are its authors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extract.bodies import with_bodies
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.phrases import NEVER, joined, loose
from pipeline.models.passages import Passage

# Every part begins otherwise than what may stand before it goes on: there is one way to read a name, and no
# row of hyphens or short words takes more than one look at each letter.
_WORD = r"(?:[^\W\d_a-zà-ÿ]|\d)[\w'’&./]*(?:-[a-zà-ÿ][\w'’&./]*)*"
_NAME = re.compile(
    rf"({_WORD}(?:(?:-| (?:[a-zà-ÿ][\w'’]{{0,3}} ){{0,2}}){_WORD})*)(?: ?\(([^()]{{2,50}})\))?[\s,]*$"
)
_SAID = re.compile(
    r"[^.;:,»\"()]{0,30}?\s([^\W\d_a-zà-ÿ][^.;:,»\"()]{2,90}?) ?\(([^\W\d_a-zà-ÿ][\w-]{1,14})\)"
)
_QUOTED = re.compile(r'\s?"([^"]{3,40})"')
_SHORT = re.compile(r'[^"“«]*["“«]([^"“«”»]{2,40})["”»]|(\S{2,15})')
"""A short name in brackets ("NCHR", "hereafter “the Office”")."""

_EARLY = 8
"""Passages at the front in which a press release names who speaks in it."""

_FRONT = 40
"""Characters at the front of a paragraph in which a resolution names the meeting that speaks in it."""

_SPAN = 160
_LEAST = 3
_TITLES = 4
"""Passages at the front that may be lines of the title, of at most so many words."""

_TITLE_WORDS = 40
_TITLE_REACH = 60
_CAPITALS = 2
_INITIALS = re.compile(r"\(([^\W\d_][\w-]{2,14})\)")
_REVIEW = re.compile(r"p[ée]ri[óo]di|перио|دور|定期")
"""The review itself, which has a short name too."""

_MOST = 12
"""Names that one text may give."""


def with_authors(grammar: Grammar, passages: Sequence[Passage]) -> Grammar:
    """The grammar that also knows the organisations that tell of themselves in `passages`.

    "Rights Now (RN) is a network of lawyers": Rights Now and RN are its authors. Not the names of authorities
    and of the United Nations, which are organisations too.
    """
    grammar = with_bodies(grammar, passages)
    found: dict[str, None] = {}
    body = ""
    for number, passage in enumerate(passages):
        text = fold(passage.text).text
        if number < _EARLY:
            found.update(dict.fromkeys(_saying(passage.text, text, grammar)))
            found.update(dict.fromkeys(_gathered(text, grammar)))
        if number < _TITLES and len(text.split()) <= _TITLE_WORDS and not text.endswith("."):
            names = _entitled(passage.text, text, grammar)
            found.update(dict.fromkeys(names))
            if names or grammar.authors.search(text):
                body = body or _body(text, grammar)
        for match in grammar.selves.finditer(text):
            if number < _EARLY and (short := _called(text, match.end())):
                found[short] = None
                continue
            for name in _named(passage.text, match.start(), len(text)):
                if not _foreign(name, grammar):
                    found[name] = None
    if not found and not body:
        return grammar
    names = [*map(loose, map(re.escape, list(found)[:_MOST])), *([body] if body else [])]
    words = "|".join(names)
    own = re.compile(rf"(?<!\w)(?:{words})(?!\w)" if grammar.words else words)
    actors = grammar.actors
    if any(actors.un_body.search(name) for name in found):  # "the Council" may call itself so
        united = re.compile(rf"(?!\w{{0,2}}(?:{words})(?!\w))(?:{actors.un_body.pattern})")
        actors = replace(actors, un_body=united)
    return replace(grammar, authors=joined(grammar.authors, own), actors=actors)


def with_council(grammar: Grammar, passages: Sequence[Passage]) -> Grammar:
    """The grammar for which "the Council" is that of the United Nations that `passages` name in full."""
    if grammar.council is NEVER or not any(grammar.council.search(fold(one.text).text) for one in passages):
        return grammar
    united = joined(grammar.actors.un_body, grammar.shortly)
    return replace(grammar, actors=replace(grammar.actors, un_body=united))


def _called(text: str, start: int) -> str:
    """The name in quotation marks there, by which an organisation calls itself ("below: "the Council"")."""
    quoted = _QUOTED.match(text, start)
    return quoted.group(1) if quoted else ""


def _entitled(source: str, text: str, grammar: Grammar) -> list[str]:
    """The folded short names in brackets in a title ("Submission of the Right to Water (RTW)")."""
    if len(text) != len(source):
        return []
    names = []
    for match in _INITIALS.finditer(source):
        before = text[max(0, match.start() - _TITLE_REACH) : match.start()]
        capitals = sum(letter.isupper() for letter in match[1])
        foreign = (grammar.actors.un_body, grammar.league, grammar.union, _REVIEW)
        if capitals >= _CAPITALS and not any(one.search(before) for one in foreign):
            names.append(fold(match[1]).text)
    return names


def _body(text: str, grammar: Grammar) -> str:
    """An expression of what a national institution that a title names calls itself ("**the Commission**
    regrets ..."); "" for none."""
    word = grammar.offices.search(text)
    if word is None or grammar.houses is not NEVER or grammar.actors.un_body.search(text):
        return ""
    return rf"(?:{grammar.article.pattern})\s*{re.escape(word.group())}(?!\w)(?!\s+(?:{grammar.of.pattern}))"


def _saying(source: str, text: str, grammar: Grammar) -> list[str]:
    """The folded names of who "said today" what a press release tells, if in brackets stands a short one."""
    if len(text) != len(source):
        return []
    names = []
    for said in grammar.said.finditer(text):
        match = _SAID.match(source, said.end())
        if match:
            names += [fold(name).text for name in match.groups() if len(name) >= _LEAST]
            break
    return [name for name in names if not _foreign(name, grammar)]


def _gathered(text: str, grammar: Grammar) -> list[str]:
    """What a resolution calls its authors ("The second **congress** of the union, held in Lima, ...")."""
    match = grammar.gathering.search(text)
    return [match.group()] if match and match.start() <= _FRONT else []


def _named(source: str, end: int, length: int) -> list[str]:
    """The folded names that stand right before `end`, the long one and the short one in brackets."""
    if length != len(source):
        return []
    match = _NAME.search(source, max(0, end - _SPAN), end)
    if match is None:
        return []
    short = _SHORT.fullmatch(match[2] or "")
    names = [fold(name).text for name in (match[1], short and (short[1] or short[2])) if name]
    return [name for name in names if len(name) >= _LEAST]


def _foreign(name: str, grammar: Grammar) -> bool:
    actors = grammar.actors
    patterns = (grammar.others, actors.sur, actors.un_body, actors.other_state, actors.company)
    return any(pattern.search(name) for pattern in patterns) or grammar.article.fullmatch(name) is not None
