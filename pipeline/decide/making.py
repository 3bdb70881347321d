"""One item as staff want it: their limits and kind, and what was known of it before."""

from __future__ import annotations

from dataclasses import replace

from pipeline.decide.items import Item, Kind, of_kind
from pipeline.decide.source import Source, Spans
from pipeline.decide.squeeze import core, squeezed
from pipeline.models.corrections import Correction, accepted
from pipeline.models.findings import Decided, Recommendation
from pipeline.models.suggestions import ActionCategory, Settled, Suggestions

ADDED, ACCEPTED, CHANGED = "added by staff", "accepted by staff", "changed by staff"


def made(correction: Correction, source: Source, spans: Spans, base: Item | None) -> Item:
    """The item that `correction` puts at `spans`; `base` is what was found there, None for nothing."""
    kind = _kind(correction)
    place = source.passages[spans[0].passage].place
    text = source.text(spans)
    if base is None:
        new = Recommendation(text, spans, place, why=ADDED if correction.missed else ACCEPTED)
        item = of_kind(Item("recommendation", new), kind)
    else:
        item = of_kind(Item(base.kind, _moved(base.body, spans, text, source)), kind)
    body = replace(item.body, decided=_decided(correction, item, base))
    if base is not None and body.decided != "accepted":
        told = ADDED if correction.missed else CHANGED
        body = replace(body, why=f"{base.body.why}; {told}" if base.body.why else told)
    return Item(kind, replace(body, suggested=_suggested(correction, body.suggested)))


def _kind(correction: Correction) -> Kind:
    return correction.becomes or correction.kind


def _moved(body: Recommendation, spans: Spans, text: str, source: Source) -> Recommendation:
    """`body` with new limits: a stem that is now inside is no stem, actions that are now outside are none."""
    if body.spans == spans:
        return body
    stem = "" if core(body.stem) in squeezed(text) else body.stem
    actions = tuple(
        action
        for action in body.actions
        if any(s.passage == action.passage and s.start <= action.start and action.end <= s.end for s in spans)
    )
    place = source.passages[spans[0].passage].place
    actions = actions if len(actions) > 1 else ()
    return replace(body, text=text, spans=spans, place=place, stem=stem, actions=actions)


def _decided(correction: Correction, item: Item, base: Item | None) -> Decided:
    if base is not None and correction.missed and base.spans == item.spans and base.kind == item.kind:
        return "changed" if correction.describes else "accepted"
    if correction.missed:
        return "added"
    as_found = correction.becomes == accepted(correction.kind)
    confirmed = as_found and not (correction.parts or correction.joined)
    return "accepted" if confirmed and not correction.describes else "changed"


def _suggested(correction: Correction, suggested: Suggestions) -> Suggestions:
    """The suggestions with what staff set, which `describe` leaves as it is."""
    if correction.category is not None:
        category = ActionCategory(correction.category) if correction.category else None
        settled: tuple[Settled, ...] = (*suggested.settled, "category")
        suggested = replace(suggested, category=category, category_words="", settled=settled)
    if correction.issues is not None:
        suggested = replace(suggested, issues=correction.issues, settled=(*suggested.settled, "issues"))
    return suggested
