"""What stands between a verb of asking and what is asked: asides, reasons, whom the authors speak to."""

from __future__ import annotations

import re

from pipeline.extract.grammar import Grammar
from pipeline.extract.spans import strip_front

HERE = re.compile(r"\s*")
VOCATIVE = 60
"""Characters in which an aside or a form of address ends."""

_ASIDE = re.compile(r"\s(?:\([^()]{3,80}\)|- [^.;:]{3,80}? -(?=[ ,]))[,\s]*")


def behind_aside(text: str, start: int, end: int, grammar: Grammar) -> re.Match[str] | None:
    """Where what is asked begins behind an aside at `start` ("We demand **(with the nurses)** that ...")."""
    aside = _ASIDE.match(text, start, end)
    return aside and (grammar.complement.match(text, aside.end(), end) or HERE.match(text, aside.end()))


def that_behind(text: str, start: int, reach: int, grammar: Grammar) -> re.Match[str] | None:
    """The "that" behind an aside between two commas ("We recommend, in view of this, **that** ...")."""
    if not text.startswith(",", start) or not grammar.words:
        return None
    for one in grammar.complement.finditer(text, start, reach):
        set_off = text[start + 1 : one.start()].rstrip().endswith(",")
        if set_off and grammar.relative.fullmatch(one.group().strip()):
            return one
    return None


def in_reason(text: str, start: int, word: re.Match[str], grammar: Grammar) -> bool:
    """Whether a word only opens, or stands in, a reason after a comma ("ask for a law, **as** it ...")."""
    comma = text.rfind(", ", start, word.start()) if grammar.words else -1
    return comma >= 0 and any(grammar.reason.match(text, at) is not None for at in (comma, comma + 2))


def after_vocative(text: str, start: int, limit: int, grammar: Grammar) -> int:
    """Where the thing asked for begins after an aside: whom the authors speak to, or in whose name they do
    (", Mr President, an inquiry")."""
    begin = strip_front(text, start, limit, grammar.linking)
    comma = text.find(",", begin, min(limit, begin + VOCATIVE))
    if comma <= 0:
        return start
    named = grammar.salutation.match(text[begin:comma]) is not None
    set_off = "," in (text[start:begin].lstrip()[:1], text[:start].rstrip()[-1:])
    aside = set_off and grammar.fronting.match(text, begin, comma)
    return comma + 1 if named or aside else start
