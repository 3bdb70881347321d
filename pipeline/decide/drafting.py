"""corrections.yaml filled in: every item with its reason and suggestions, around what staff wrote before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pipeline.decide.entries import (
    LONGEST,
    about,
    comments,
    entry_lines,
    name_line,
    quotable,
    shortened,
)
from pipeline.decide.items import Item, items_of
from pipeline.decide.layout import Section, lay_out
from pipeline.decide.merging import Desk, as_one, is_untouched, plain_name
from pipeline.decide.squeeze import core
from pipeline.models.corrections import KINDS, Fit, ItemKind
from pipeline.models.findings import Span
from pipeline.models.raw import RawMap

__all__ = ["Desk", "draft"]

HEADER = (
    "What was found in the statements. Decide what you like; what is left open stays as it was found.",
    "decision: accept | reject | recommendation | question | reported | others",
    "(reject: it is none. recommendation, question: it is one. reported: only told, made earlier. "
    "others: not made to the State under Review.)",
    "doubtful: perhaps missed, and not in the pack unless you write decision: accept, or question.",
    "More lines of an entry, each with words of the statement: limits: | parts: | join:",
    "and category: 1 to 5 or none, issues: [...] or none, because: (a note for yourselves).",
    "What was missed: a new entry with missed: and the words, and as: recommendation or question.",
    "Lines like these, with #: in front, are written anew by presession review; yours are kept.",
    "docs/corrections.md explains everything, with examples.",
)
GONE = "---- not found in the statement any more: quote the words as they are now, or remove the entry ----"
UNNAMED = "==== review.yaml does not name this statement: write the new file's name here, or remove it ===="


def draft(old: str, raw: RawMap | None, desks: Sequence[Desk]) -> str:
    """The new text of corrections.yaml; `old` is the present one, "" for none, and `raw` what it says.

    Staff's entries, their order and comments stay letter by letter. Added are the items that no entry is
    about, before those that are lost; an entry of ours that was never touched and fits no more is left out.
    Raises CommandError for a layout that cannot be added to.
    """
    layout = lay_out(old, raw)
    known = {plain_name(desk.name) for desk in desks}
    named = [section for section in layout.sections if plain_name(section.name) in known]
    unnamed = [section for section in layout.sections if section not in named]
    lines = [*comments(HEADER, 0)]
    for desk, section in _in_order(*as_one(desks, named)):
        lines += _section(desk, section) if desk.read else _as_it_stands(section)
    lines += _unnamed(unnamed)
    end = "\r\n" if "\r\n" in old else "\n"
    return "".join(_ended(line, end) for line in [*lines, *layout.tail])


def _ended(line: str, end: str) -> str:
    """A line of ours with the end that the file's lines have."""
    return line if line.endswith("\r\n") or not line.endswith("\n") else line[:-1] + end


def _in_order(desks: Sequence[Desk], named: Sequence[Section]) -> list[tuple[Desk, Section]]:
    """Every statement with its section: those of the file in their order, new ones after the one before."""
    known = {plain_name(desk.name): desk for desk in desks}
    ordered = [(known[plain_name(section.name)], section) for section in named]
    at = 0
    for desk in desks:
        places = [number for number, (other, _) in enumerate(ordered) if other is desk]
        if places:
            at = places[-1] + 1
        elif desk.read:
            ordered.insert(at, (desk, Section(desk.name, ["\n"], [name_line(desk.name)])))
            at += 1
    return ordered


def _as_it_stands(section: Section) -> list[str]:
    lines = [*section.lead, *section.head]
    return lines + [line for entry in section.entries for line in (*entry.lead, *entry.body)]


def _section(desk: Desk, section: Section) -> list[str]:
    """One statement: what fits, in its order, what is new between in reading order, what is lost last."""
    items = {item.spans: item for item in items_of(desk.findings)}
    fits = {(fit.correction.place.line, fit.correction.place.column): fit for fit in desk.fits}
    placed: list[tuple[tuple[Span, ...], list[str]]] = []
    lost: list[str] = []
    for entry in section.entries:
        fit = fits.get((entry.values.place.line, entry.values.place.column))
        if fit is None or not fit.lost:
            spans = fit.items[0] if fit and fit.items else ()
            placed.append((spans, [*entry.lead, *_told(desk, items, fit, section.indent), *entry.body]))
        elif not is_untouched(entry, section.indent):
            lost += [*entry.lead, *([] if lost else comments([GONE], section.indent)), *entry.body]
    count = Counter(_same(item)[0] for item in items.values())
    for item in _new(desk, items):
        twice = count[_same(item)[0]] > 1
        at = max((n + 1 for n, (spans, _) in enumerate(placed) if spans and spans < item.spans), default=0)
        placed.insert(at, (item.spans, _drafted(desk, item, twice, section.indent)))
    told = comments([desk.told], 0) if desk.told else []
    return [*section.lead, *told, *section.head, *(line for _, lines in placed for line in lines), *lost]


def _told(desk: Desk, items: Mapping[tuple[Span, ...], Item], fit: Fit | None, indent: int) -> list[str]:
    """The comments about the items of an entry that staff may have touched."""
    told = [
        line
        for spans in (fit.items if fit else ())
        for line in about(items[spans], desk.numbers.get(spans, ""))
    ]
    if fit and fit.reading:
        told.append(f"the statement has other words now: {shortened(fit.reading)}")
    return comments(told, indent)


def _new(desk: Desk, items: Mapping[tuple[Span, ...], Item]) -> list[Item]:
    """The items that no entry accounts for; the same words in one paragraph once."""
    accounted = {spans for fit in desk.fits for spans in fit.items}
    seen = {_same(items[spans]) for spans in accounted}
    new = []
    for item in items.values():
        words = quotable(item.body.text)
        if item.spans in accounted or _same(item) in seen or not core(words) or len(words) > LONGEST:
            continue
        seen.add(_same(item))
        new.append(item)
    return new


def _same(item: Item) -> tuple[str, int]:
    """What tells items apart in the file: their words, and the number of the paragraph."""
    return core(item.body.text), item.body.place.paragraph


def _drafted(desk: Desk, item: Item, twice: bool, indent: int) -> list[str]:
    """A new entry with the comments before it; words that stand twice have the number of their paragraph."""
    kind: ItemKind = next((kind for kind in KINDS if kind == item.kind), "recommendation")
    paragraph = item.body.place.paragraph if twice else 0
    told = comments(about(item, desk.numbers.get(item.spans, "")), indent)
    return ["\n", *told, *entry_lines(kind, quotable(item.body.text), paragraph, indent)]


def _unnamed(sections: Sequence[Section]) -> list[str]:
    """Statements that review.yaml does not name: what staff wrote about them, at the end."""
    lines: list[str] = []
    for section in sections:
        kept = [entry for entry in section.entries if not is_untouched(entry, section.indent)]
        if kept or any(line.strip() for line in section.lead):
            lines += [*section.lead, *comments([UNNAMED], 0), *section.head]
            lines += [line for entry in kept for line in (*entry.lead, *entry.body)]
    return lines
