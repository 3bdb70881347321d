"""What a walk finds: verbatim spans with their stem, and in words why they were taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.acts import Voice
from pipeline.extract.grammar import Grammar, Pattern
from pipeline.extract.outline import Section, Stem, is_marked, style
from pipeline.extract.questions import generally, grouped, is_question, precise, requests, within
from pipeline.extract.views import Context, Demand, View
from pipeline.models.findings import Addressee, Form, Span
from pipeline.models.passages import Kind, Passage

_ASKING = 400
"""Characters before a question in which the authors say that they ask."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found, not yet sorted into the groups of Findings."""

    spans: tuple[Span, ...]
    stem: str
    addressee: Addressee
    words: str
    voice: Voice
    why: str
    form: Form = "section"


def where(passage: Passage) -> str:
    """The place in words: the paragraph's number, or the page, or "the text"."""
    place = passage.place
    if place.paragraph:
        return f"paragraph {place.paragraph}"
    return f"page {place.page}" if place.page else "the text"


def why(passage: Passage, demand: Demand, context: Context) -> str:
    """The reason a demand was taken, in words for the staff."""
    if context.stem:
        return f"item of a list after the stem in {context.stem.where}"
    if context.zone.section is Section.RECOMMENDATIONS:
        what = "item" if is_marked(passage) else "sentence"
        return f"{what} under the heading “{context.zone.title.strip()}”"
    kinds = {"verb": "with a recommending verb", "modal": "that says who must do what"}
    return f"sentence {kinds.get(demand.how, 'that says what is necessary')} in {where(passage)}"


def form(passage: Passage, demand: Demand, context: Context, box: bool) -> Form:
    """How the demand stands in its statement; `box`: its table is one column wide, as a fact sheet's box."""
    if passage.kind is Kind.TABLE_CELL:
        return "box" if box else "table"
    if demand.listed:
        return "semicolon item"
    if context.stem is None and context.zone.section is not Section.RECOMMENDATIONS:
        return "sentence"
    if style(passage.marker) in {"1", "1.1", "一"}:
        return "numbered paragraph"
    return "list item" if is_marked(passage) or context.stem else "section"


def stem_text(seen: View, demand: Demand, context: Context) -> str:
    """The introducing words, nearest first: of the sentence itself, the list's stem, the heading."""
    source = seen.folded.source
    if demand.head and demand.how == "verb":
        start, end = demand.head
        return source[seen.folded.back(start) : seen.folded.back(end)].strip()
    if context.stem:
        return context.stem.text
    return context.zone.title.strip() if context.zone.section is Section.RECOMMENDATIONS else ""


def stem_of(seen: View, demand: Demand, grammar: Grammar) -> Stem:
    """The stem that an opening demand is for what follows it."""
    start = min(demand.head[0] if demand.head else demand.start, demand.start)
    text = seen.folded.source[seen.folded.back(start) :].strip()
    named = demand.start == demand.end and demand.words != ""
    last = seen.folded.text.rstrip(" :").rpartition(" ")[2]
    that = demand.start == demand.end and grammar.hanging.fullmatch(last) is not None  # "We demand that:"
    sure = that or (named and grammar.following.search(seen.folded.text, start) is None)
    return Stem(text, where(seen.passage), demand.addressee, demand.words, demand.voice, sure=sure)


def spans_of(seen: View, demand: Demand, contents: Sequence[tuple[int, Passage]]) -> tuple[Span, ...]:
    """The span of a demand and of the list items that are its contents."""
    folded = seen.folded
    end = len(folded.source.rstrip()) if contents else folded.back(demand.end)
    spans = [Span(seen.number, folded.back(demand.start), end)]
    for number, passage in contents:
        last = number == contents[-1][0]
        spans.append(stripped(Span(number, 0, len(passage.text)), passage.text, last))
    return tuple(spans)


def stripped(span: Span, text: str, last: bool = True) -> Span:
    """The span without blanks around it, and for the last one without a closing mark."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or (last and text[end - 1] in ".;,")):
        end -= 1
    return Span(span.passage, start, end)


def questions_in(seen: View, title: str, listed: bool, rules: tuple[Grammar, Pattern]) -> list[Hit]:
    """Questions: all under a `title` (a heading or stem), else precise ones, `listed` or after "we ask".

    With both, a request without a question mark is one too ("Please explain why ..."). `rules`: the grammar
    and the names of the State under Review.
    """
    grammar, own = rules
    asked = [(*span, is_question(seen.sentence(n))) for n, span in enumerate(seen.spans)]
    if title and listed and not any(asks for *_, asks in asked) and requests(seen.folded.text, grammar):
        asked[0] = (*seen.spans[0], True)
    found = []
    for start, stop in grouped(asked):
        text = generally(seen.folded.text[start:stop], own, grammar)
        begin, end = within(seen.folded.text, (start, stop), own, grammar)
        ahead = seen.folded.text[max(0, start - _ASKING) : begin]
        told = listed or bool(grammar.asks.search(text) or grammar.heads.own.search(ahead))
        if not title and not (told and precise(text, grammar)):
            continue
        span = stripped(Span(seen.number, seen.folded.back(begin), seen.folded.back(end)), seen.folded.source)
        reason = f"precise question in {where(seen.passage)}"
        reason = f"question under “{title}”" if title else reason
        found.append(Hit((span,), title, Addressee.SUR, "", Voice.OWN, reason))
    return found
