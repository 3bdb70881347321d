"""The list after a paragraph: whether one follows without a colon, what it holds, whom it only names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.extract.acts import Voice, ends_open
from pipeline.extract.addressee import Names, names_only
from pipeline.extract.amendments import wording
from pipeline.extract.demands import Reader
from pipeline.extract.fold import fold
from pipeline.extract.grammar import Grammar
from pipeline.extract.items import judges, starts_as_action, tells
from pipeline.extract.modals import announces as announces_list
from pipeline.extract.outline import BODY, Section, Stem, is_marked, section, style
from pipeline.extract.questions import is_question, poses
from pipeline.extract.views import Demand, View, view
from pipeline.extract.voices import promises
from pipeline.models.passages import Kind, Passage

_ENDS = ".;:?!。"
_LABEL_WORDS = 8
_LIST = 400
_NAME_WORDS = 9
_IDLE = frozenset({Kind.FOOTNOTE, Kind.QUOTATION})
_MANY = 10
_FIRST = 3
"""Items of a list that tell whether they are demands of their own."""

_COMMANDS = 3
"""Passages of a row of commands at least; each of `_LEAST` to `_LONG` words."""

_LEAST = 3
_LONG = 45
_ANY = 200
"""Words of a passage that says what to do, where any length will do."""

_PARTICLE = 3
"""Letters of the words in a name that may be small ("of", "des")."""

_CITED = re.compile(r"(?:art(?:\.|icles?|ículos?|iculos?|igos?)|sections?|§|ст\.|статья|المادة) ?\d")
"""An item that only names a part of a law ("Article 205.2 - Dissemination of ...")."""

_PART = re.compile(r"[,(:;–—]| - ")
_EXAMPLE = 20
"""Characters at the end of a passage in which "such as" says that its list only gives examples."""
_ANNOUNCED = 60
"""Characters at the end of a sentence in which "below" or "as follows" announces a list."""


def hangs(seen: View, after: Passage | None, grammar: Grammar, known: Names) -> bool:
    """Whether the list that begins with `after` completes the passage without a colon.

    "We urge the authorities to", and "We demand of the Government" where only who is called upon is said.
    """
    if after is None or not is_marked(after) or is_marked(seen.passage) or not seen.spans:
        return False
    last = seen.last.rstrip()
    if grammar.hanging.fullmatch(last[last.rfind(" ") + 1 :].rstrip(";")):
        return True
    if poses(last, grammar):
        return True
    verbs = [] if last[-1:] in _ENDS else list(grammar.heads.any.finditer(last))
    if not verbs:
        return False
    verb = verbs[-1]
    words = last[verb.end() :].strip(" ,")
    if (end := grammar.following.search(words)) and end.end() == len(words):
        return True
    return last.endswith(",") or not words or names_only(words, grammar, known)


def announces(seen: View, after: Passage | None, grammar: Grammar) -> bool:
    """Whether it says without a colon that a list of demands follows ("... demands, listed below.")."""
    last = seen.last
    if after is None or not (is_marked(after) or len(after.text.split()) <= _LABEL_WORDS):
        return False
    end = grammar.following.search(last, max(0, len(last) - _ANNOUNCED))
    reasons = last.rstrip().endswith(":") and not ends_open(last, grammar.because)
    announced = end is not None and grammar.stem.search(last) is not None and not reasons
    return announced or ((is_marked(after) or after.kind is Kind.HEADING) and presents(seen, grammar))


def announces_any(seen: View, stem: Stem | None, demands: Sequence[Demand], grammar: Grammar) -> bool:
    """Whether a colon says that something is listed, no reasons, and it is not the list's `stem` already, nor
    one of the `demands` that opens it or stands before it in its sentence."""
    hangs = stem is not None and stem.text == seen.passage.text.strip()
    last = seen.spans[-1][0] if seen.spans else 0
    told = any(one.opens or one.end > last for one in demands)
    return ends_open(seen.folded.text.rstrip(), grammar.because) and not (hangs or told)


def presents(seen: View, grammar: Grammar) -> bool:
    """Whether its last sentence says that the authors set out their demands."""
    return grammar.presenting.search(seen.last) is not None


def after(passages: Sequence[Passage], number: int) -> list[int]:
    """The items of the list right after passage `number`: those of its form, over footnotes."""
    found: list[int] = []
    for later in range(number + 1, min(number + _LIST, len(passages))):
        passage = passages[later]
        if passage.kind is Kind.FOOTNOTE:
            continue
        if passage.kind is Kind.HEADING or not is_marked(passage):
            break
        if found and style(passage.marker) != style(passages[found[0]].marker):
            break
        if found and passage.level < passages[found[0]].level:
            break
        found.append(later)
    return found


def opening(seen: View, demand: Demand) -> Demand:
    """The demand as no more than what opens the list behind its passage."""
    end = len(seen.folded.text.rstrip())
    return replace(demand, start=end, end=end, opens=True)


def are_questions(passages: Sequence[Passage], number: int) -> bool:
    """Whether the list right after passage `number` begins with a question."""
    listed = after(passages, number)
    return bool(listed) and is_question(fold(passages[listed[0]].text).text)


def begins(passage: Passage | None, grammar: Grammar) -> bool:
    """Whether it may be the first of a list: an action, or only the name of a group ("A. Expression")."""
    return acts(passage, grammar) or (passage is not None and len(passage.text.split()) <= _LABEL_WORDS)


def announced(seen: View, demand: Demand, first: Passage | None, grammar: Grammar) -> bool:
    """Whether a list of demands is announced ("the following measures:"), of which `first` is one; a list of
    things with articles is only what a demand is about ("publish the following documents: a list of ...")."""
    action = seen.folded.text[demand.start : demand.end]
    above = action.rstrip(" :")
    if grammar.amending.match(action) or gives_examples(above, grammar) or grammar.contains(above):
        return False
    if first is not None and _CITED.match(fold(first.text).text):
        return False
    if grammar.hanging.fullmatch(action.rstrip(" :").rpartition(" ")[2]):
        item = fold(first.text).text if first else ""  # it breaks off before its items ("our right to:")
        whole = starts_as_action(action, grammar) and not starts_as_action(item, grammar)
        return first is None or not whole or tells(item, grammar)
    if grammar.following.search(action) is None or first is None:
        return grammar.following.search(action) is not None
    thing = grammar.article.match(fold(first.text).text) is not None
    return not thing or announces_list(action.rstrip(" :"), grammar)


def acts(passage: Passage | None, grammar: Grammar) -> bool:
    """Whether an item is an action, so that the line before it may only name somebody ("To the State:")."""
    return passage is not None and starts_as_action(fold(passage.text).text, grammar)


def tells_of_others(seen: View, grammar: Grammar) -> bool:
    """Whether the paragraph quotes what others say, and its authors do not speak of themselves."""
    text = seen.folded.text
    said = '"' in text and grammar.said.search(text) is not None
    return said and grammar.first.search(text) is None and grammar.authors.search(text) is None


def gives_examples(above: str, grammar: Grammar) -> bool:
    """Whether the folded words before a list say that it only gives examples ("..., **such as**")."""
    last = grammar.exemplary.finditer(above, max(0, len(above) - _EXAMPLE))
    return any(one.end() == len(above) for one in last)


def contents(passages: Sequence[Passage], number: int, reader: Reader) -> list[int]:
    """The list after a passage if its items are no demands of their own but the contents of one."""
    listed = after(passages, number)
    if not listed:
        return wording(passages, number, reader.grammar)
    seen = view(listed[0], passages[listed[0]], reader.grammar)
    if not seen.spans or is_question(seen.sentence(0)):
        return listed if seen.spans else []
    above = fold(passages[number].text).text.rstrip(" :")
    if reader.grammar.contains(above):
        return listed
    if gives_examples(above, reader.grammar) and not starts_as_action(seen.sentence(0), reader.grammar):
        return listed
    if any(reader.directs(seen.sentence(one)) for one in range(min(2, len(seen.spans)))):
        return []
    acting = sum(acts(passages[one], reader.grammar) for one in listed[1:_FIRST])
    return [] if acting == _FIRST - 1 else listed


def commanded(passages: Sequence[Passage], seen: View, demands: Sequence[Demand], reader: Reader) -> bool:
    """Whether a list of commands follows a paragraph that ends with a demand, and so says how; or one whose
    last sentence only says on what they are, or in which case ("**With regard to the prisons:**")."""
    if is_marked(seen.passage) or not (demands or _only_fronts(seen, reader.grammar)):
        return False
    if demands and not _ends_with(demands[-1], seen):
        return False
    listed = after(passages, seen.number)
    level = min((passages[one].level for one in listed), default=0)
    found = [view(one, passages[one], reader.grammar) for one in listed if passages[one].level == level]
    acts = sum(1 for one in found if one.spans and starts_as_action(one.sentence(0), reader.grammar))
    return acts > 1 and 2 * acts > len(found)


def _ends_with(last: Demand, seen: View) -> bool:
    """Whether the paragraph ends with this demand of its authors."""
    says = last.how != "item" and last.voice is Voice.OWN and not last.opens
    return says and last.end >= seen.spans[-1][0]


def _only_fronts(seen: View, grammar: Grammar) -> bool:
    """Whether its last sentence is no more than a fronted phrase or a condition, with a colon."""
    last = seen.last.strip()
    if not last.endswith(":") or grammar.hot(last) or grammar.dative_heading.match(last):
        return False
    begin = last.rfind(", ") + 2 if grammar.fronting.match(last) and ", " in last else 0
    if grammar.condition.match(last) or grammar.condition.match(last, begin):
        return True
    return ", " not in last and grammar.fronting.match(last) is not None and not grammar.finite.search(last)


class Commands(NamedTuple):
    """Passages that only say what to do: all of them, and the first paragraphs under headings that do.

    `charter`: hardly anything else stands in the text, and nobody in it says "we".
    """

    told: frozenset[int]
    mandates: frozenset[int]
    charter: bool


def commands(passages: Sequence[Passage], grammar: Grammar) -> Commands:
    """Rows of passages that only say what to do, under any heading, in a text that asks for something.

    "Open a lane here", "Close that road", "Widen the kerbs": no stem announces them. An item may be of any
    length among short ones. Not where they or the heading above speak of the authors or to the reader ("What
    we do", "Send it to your minister").
    """
    texts = [fold(passage.text).text.strip() for passage in passages]
    acting = [number for number, one in enumerate(passages) if is_command(one, texts[number], grammar, _ANY)]
    told = [number for number in acting if len(texts[number].split()) <= _LONG]
    mandates = _mandates(passages, frozenset(told)).union(_promised(passages, texts, told, grammar))
    if len(told) < _COMMANDS:
        return Commands(mandates, mandates, False)
    if not (any(grammar.heads.own.search(text) for text in texts) or _has_section(passages, texts, grammar)):
        return Commands(mandates, mandates, _is_charter(passages, texts, grammar))
    found: list[int] = []
    longer = (number for number in acting if is_marked(passages[number]))
    for row, above in _rows(passages, texts, frozenset(told).union(longer)):
        yours = any(grammar.you.search(texts[one]) for one in row)
        short = sum(1 for one in row if one in told)
        found += row if short >= _COMMANDS and not (yours or _ours(above, grammar)) else []
    return Commands(mandates.union(found), mandates, False)


def _mandates(passages: Sequence[Passage], told: frozenset[int]) -> frozenset[int]:
    """The first paragraphs under most headings, where they say what to do ("## Homes", "Build ...")."""
    heads = [number for number, one in enumerate(passages) if one.kind is Kind.HEADING]
    first = {n + 1 for n in heads if n + 1 in told and passages[n + 1].kind is Kind.PARAGRAPH}
    return frozenset(first if len(first) >= _COMMANDS and 2 * len(first) >= len(heads) else ())


def _promised(
    passages: Sequence[Passage], texts: Sequence[str], told: Sequence[int], grammar: Grammar
) -> Iterator[int]:
    """Those in a row after a paragraph that ends by saying that demands follow ("We have two requests.")."""
    row = False
    for number, passage in enumerate(passages):
        if number in told and row:
            yield number
        elif passage.kind not in _IDLE:
            row = passage.kind in BODY and promises(texts[number][-_ANNOUNCED * 2 :], grammar)


def _is_charter(passages: Sequence[Passage], texts: Sequence[str], grammar: Grammar) -> bool:
    """Whether most passages say what to do, at any length, or above a list that says it in parts."""
    body = sum(1 for one in passages if one.kind in BODY)
    acts = sum(
        1
        for number, one in enumerate(passages)
        if one.kind in BODY and is_command(one, texts[number].rstrip(":"), grammar, _ANY)
    )
    return acts >= _MANY and 5 * acts >= 2 * body


def _has_section(passages: Sequence[Passage], texts: Sequence[str], grammar: Grammar) -> bool:
    """Whether a heading opens a section of recommendations."""
    heads = (texts[number] for number, one in enumerate(passages) if one.kind is Kind.HEADING)
    return any(section(text, grammar) is Section.RECOMMENDATIONS for text in heads)


def _rows(
    passages: Sequence[Passage], texts: Sequence[str], told: frozenset[int]
) -> Iterator[tuple[list[int], str]]:
    """Rows of the passages in `told`, over items of other kinds between, and the heading or stem above."""
    row: list[int] = []
    above = ""
    for number, passage in enumerate(passages):
        heads = passage.kind is Kind.HEADING or texts[number].endswith(":")
        if number in told:
            row.append(number)
        elif heads or not (row and is_marked(passage)):
            yield row, above
            title = passage.kind is Kind.HEADING  # "Justice:" opens no list of its own
            row, above = [], (texts[number].rstrip(" :") if title else texts[number]) if heads else above
    yield row, above


def is_command(passage: Passage, text: str, grammar: Grammar, most: int = _LONG) -> bool:
    """Whether a passage begins with an action and is no statement, question, stem or call to the reader."""
    body = passage.kind in BODY and not text.endswith((":", "?", "!"))
    if not body or not _LEAST <= len(text.split()) <= most or not starts_as_action(text, grammar):
        return False
    return grammar.mobilising.match(text) is None and not judges(text, grammar)


def _ours(above: str, grammar: Grammar) -> bool:
    """Whether a heading speaks of the authors or to the reader, or asks why, or a line opens a list."""
    patterns = (grammar.first, grammar.ours, grammar.you)
    return above.endswith((":", "?")) or any(pattern.search(above) for pattern in patterns)


def details(seen: View, last: Demand, grammar: Grammar) -> bool:
    """Whether the last sentence, after the one that demands, only opens a list of what that includes."""
    if len(seen.spans) < 2 or last.voice is not Voice.OWN or not seen.folded.text.rstrip().endswith(":"):
        return False
    before, end = seen.spans[-2], seen.spans[-1]
    inside = before[0] <= last.start < before[1] and last.end <= before[1]
    return inside and grammar.including.match(seen.folded.text, end[0]) is not None


def are_names(passages: Sequence[Passage]) -> bool:
    """Whether a list only names who signs: each item begins with a name, or most of many do."""
    named = sum(1 for passage in passages if is_name(passage.text.strip()))
    ended = any(passage.text.rstrip()[-1:] in _ENDS for passage in passages)
    return named > 1 and (
        named == len(passages) or (named >= _MANY // 2 and not ended and 3 * named >= 2 * len(passages))
    )


def is_name(text: str) -> bool:
    """Whether a text is no more than a name, with what stands behind it ("Ana Lima, director")."""
    words = _PART.split(text)[0].split()
    if text[-1:] in _ENDS or not 2 <= len(words) <= _NAME_WORDS:
        return False
    long = [word for word in words if len(word.strip("'’.")) > _PARTICLE]
    return bool(long) and all(word[:1].isupper() for word in (words[0], *long))


def is_label(seen: View, after: Passage | None, grammar: Grammar) -> bool:
    """Whether an item only names those after it: "Health:", or a bullet of another kind than theirs."""
    text = seen.folded.text.strip()
    if len(text.split()) > _LABEL_WORDS or starts_as_action(text, grammar):
        return False
    if text.endswith(":"):
        above = text.rstrip(" :")
        return grammar.including.fullmatch(above.rpartition(" ")[2]) is None and not grammar.contains(above)
    marker = seen.passage.marker.strip()
    if after is None or not marker or not is_marked(after) or text[-1:] in ".;,。":
        return False
    if marker.lstrip("(（[")[:1].isalnum():
        return style(after.marker) != style(marker)
    return after.marker.strip() != marker
