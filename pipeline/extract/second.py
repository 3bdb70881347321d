"""A second look at sentences that ask for nothing by the strict rules of running text.

Some ask all the same: "Every lay-by should have a meter" has a subject that no list of actors or policies
names. Where another sentence of its paragraph asks, such an obligation is taken: three in four are demands.
What else would ask in a section of recommendations is doubtful, and so is an item between items that ask: it
is for staff to look at, and in no table. docs/extraction.md has the figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extract import items
from pipeline.extract.acts import Voice
from pipeline.extract.demands import Reader
from pipeline.extract.grammar import Grammar
from pipeline.extract.hits import Hit, spans_of, where
from pipeline.extract.outline import Section, is_marked, style
from pipeline.extract.phrases import NEVER, first_of
from pipeline.extract.questions import is_question
from pipeline.extract.spans import trimmed
from pipeline.extract.subjects import hardship
from pipeline.extract.views import Context, Demand, View
from pipeline.models.findings import Addressee, Span

_LEAST = 4
"""Words of what is doubtful; what is shorter is the name of a topic."""

_OBLIGING = frozenset({"modal", "impersonal"})
_BESIDE = "beside"
_DOUBTS = {"item": "begins with an action, in running text", _BESIDE: "item between items that ask"}
_DOUBT = "says what must be, where nothing else asks"


@dataclass(frozen=True, slots=True)
class Second:
    """What a second look found: demands to be `taken`, and `doubtful` ones."""

    taken: tuple[Hit, ...] = ()
    doubtful: tuple[Hit, ...] = ()


def second_look(read: Sequence[tuple[View, Context]], hits: Sequence[Hit], reader: Reader) -> Second:
    """What the paragraphs in `read` may ask besides the `hits`, questions among them.

    In a text that only tells what others ask nothing is looked for.
    """
    if reader.manner.told:
        return Second()
    claimed: dict[int, list[Span]] = {}
    for span in (span for hit in hits for span in hit.spans):
        claimed.setdefault(span.passage, []).append(span)
    asking = {span.passage for hit in hits if hit.voice is Voice.OWN for span in hit.spans}
    lists = {seen.number: (style(seen.passage.marker), seen.passage.level) for seen, _ in read}
    taken: list[Hit] = []
    doubtful: list[Hit] = []
    for seen, context in read:
        found = list(_lenient(seen, context, claimed.get(seen.number, ()), reader))
        between = any(
            lists.get(n) == lists[seen.number] for n in (seen.number - 1, seen.number + 1) if n in asking
        )
        if not found and between and is_marked(seen.passage) and seen.number not in claimed:
            found = list(_beside(seen, context, reader.grammar))
        for demand in found:
            sure = seen.number in asking and _is_plain(seen, demand, reader.grammar)
            (taken if sure else doubtful).append(_hit(seen, demand, sure))
    return Second(tuple(taken), tuple(doubtful))


def _lenient(seen: View, context: Context, claimed: Sequence[Span], reader: Reader) -> Iterator[Demand]:
    """What the sentences without a `claimed` span ask if anybody and anything may be told to act."""
    if not context.strict or context.zone.section not in {Section.PLAIN, Section.QUESTIONS}:
        return
    grammar = reader.grammar
    spans = tuple(
        (start, end)
        for start, end in seen.spans
        if _may_ask(seen.folded.text[start:end], reader)
        and not any(
            one.start < seen.folded.back(end) and seen.folded.back(start) < one.end for one in claimed
        )
    )
    if not spans:
        return
    for demand in reader.demands(replace(seen, spans=spans), replace(context, lenient=True)):
        words = seen.folded.text[demand.start : demand.end]
        asks = _obliges(demand, words, grammar) or _commands(words, grammar)
        if asks and _long(words, grammar) and demand.voice is Voice.OWN and not demand.opens:
            yield demand


def _may_ask(sentence: str, reader: Reader) -> bool:
    """Whether it says what must be, or begins with an action."""
    grammar = reader.grammar
    patterns = (grammar.modal, grammar.impersonal) if reader.hot.get(sentence, True) else ()
    obliges = any(first_of(pattern, sentence) is not None for pattern in patterns)
    return obliges or (grammar.behind is NEVER and items.starts_as_action(sentence, grammar))


def _beside(seen: View, context: Context, grammar: Grammar) -> Iterator[Demand]:
    """The first sentence of an item between items that ask, if it is no statement."""
    told = context.zone.section not in {Section.PLAIN, Section.RECOMMENDATIONS}
    if told or not seen.spans or is_question(seen.sentence(0)) or seen.last.endswith(":"):
        return
    start, end = trimmed(seen.folded.text, *seen.spans[0], grammar)
    words = seen.folded.text[start:end]
    if _long(words, grammar) and not items.tells(words, grammar):
        yield Demand(start, end, None, None, "", Voice.OWN, _BESIDE)


def _long(words: str, grammar: Grammar) -> bool:
    return len(words.split()) >= _LEAST or (not grammar.words and len(words) >= _LEAST)


def _obliges(demand: Demand, words: str, grammar: Grammar) -> bool:
    """Whether it says what must be, and no hardship ("children **have to** walk an hour")."""
    must = _must(demand, words, grammar)
    return demand.how in _OBLIGING and not (must and hardship(words, 0, must, grammar))


def _must(demand: Demand, words: str, grammar: Grammar) -> re.Match[str] | None:
    """The "should" of a demand that has one; `words` are its own."""
    return grammar.modal.search(words) if demand.how == "modal" else None


def _commands(words: str, grammar: Grammar) -> bool:
    """Whether they begin with an action that is no subject of a statement ("To defend it **is** no crime").

    An Arabic noun of action may be the problem.
    """
    acts = items.starts_as_action(words, grammar) and grammar.agentive.match(words) is None
    told = items.judges(words, grammar) or items.tells(words, grammar)
    return acts and not told and grammar.behind is NEVER


def _is_plain(seen: View, demand: Demand, grammar: Grammar) -> bool:
    """Whether somebody or something "should": no need, and no value that anybody must defend."""
    words = seen.folded.text[demand.start : demand.end]
    must = _must(demand, words, grammar)
    if must is None or grammar.weak.match(words, must.start()):
        return False
    return grammar.principle.search(words, 0, must.start()) is None


def _hit(seen: View, demand: Demand, sure: bool) -> Hit:
    spans = spans_of(seen, demand, ())
    sentence = f"sentence that says what must be in {where(seen.passage)}, which asks"
    reason = sentence if sure else _DOUBTS.get(demand.how, _DOUBT)
    return Hit(spans, "", demand.addressee or Addressee.SUR, demand.words, Voice.OWN, reason, "sentence")
