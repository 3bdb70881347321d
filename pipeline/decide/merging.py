"""A statement that stands twice in corrections.yaml: what staff wrote in both places is put together."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.decide.entries import entry_lines
from pipeline.decide.layout import Entry, Section
from pipeline.models.corrections import KINDS, Fit, ItemKind
from pipeline.models.findings import Findings, Span
from pipeline.models.raw import RawText

__all__ = ["Desk", "as_one", "is_untouched", "plain_name"]


@dataclass(frozen=True, slots=True)
class Desk:
    """One statement on the desk: `name` is its path from the State's folder, `told` what to say of it first.

    `numbers` are those of the pack by the spans of the item. A statement that is not `read` (damaged, not
    agreed to, awaited) is left as it stands in the file.
    """

    name: str
    findings: Findings = field(default_factory=Findings)
    fits: tuple[Fit, ...] = ()
    numbers: Mapping[tuple[Span, ...], str] = field(default_factory=dict)
    told: str = ""
    read: bool = True


def as_one(desks: Sequence[Desk], named: Sequence[Section]) -> tuple[list[Desk], list[Section]]:
    """Every statement with one section where it has several; the desks without what is dropped.

    A statement that came under a new file name is drafted anew; when staff then write that name over its
    earlier decisions it stands twice. What staff touched goes to where most of it is; the other entries,
    letter by letter ours, are left out, and drafted again where nothing accounts for their items.
    """
    whole, sections = list(desks), list(named)
    for at, desk in enumerate(desks):
        own = [section for section in sections if plain_name(section.name) == plain_name(desk.name)]
        if len(own) < 2 or not desk.read:
            continue
        main = max(own, key=lambda section: len(_touched(section)))
        kept = {entry.values.place for section in own for entry in _touched(section)}
        fits = tuple(fit for fit in desk.fits if fit.correction.place in kept)
        whole[at] = replace(desk, fits=fits)
        merged = _merged(main, [section for section in own if section is not main])
        sections = [merged if s is main else s for s in sections if s is main or s not in own]
    return whole, sections


def _merged(main: Section, others: Sequence[Section]) -> Section:
    """`main` with what staff touched of `others`, entries and comments."""
    lead, entries = list(main.lead), _touched(main)
    for other in others:
        remarks = [*_remark(other), *(line for line in other.head[1:] if line.strip())]
        lead += [line for line in (*other.lead, *remarks) if line.strip()]
        entries += [_moved(entry, main.indent - other.indent) for entry in _touched(other)]
    return replace(main, lead=lead, entries=entries)


def _remark(section: Section) -> list[str]:
    """What staff wrote behind the name of a statement, as a line of its own."""
    name, mark, said = section.head[0].partition(" #")
    return [f"#{said}"] if mark and section.name in name else []


def _moved(entry: Entry, by: int) -> Entry:
    """`entry` with all its lines `by` blanks further in (or out): items of a list stand below each other."""

    def moved(line: str) -> str:
        if by >= 0 or not line.strip():
            return " " * by + line if line.strip() else line
        return line[min(-by, len(line) - len(line.lstrip(" "))) :]

    return replace(
        entry, lead=[moved(line) for line in entry.lead], body=[moved(line) for line in entry.body]
    )


def plain_name(name: str) -> str:
    """A statement's name so that two ways to write it are one."""
    return unicodedata.normalize("NFC", name).strip().removeprefix("./")


def _touched(section: Section) -> list[Entry]:
    return [entry for entry in section.entries if not is_untouched(entry, section.indent)]


def is_untouched(entry: Entry, indent: int) -> bool:
    """Whether an entry is letter by letter as it was drafted, without a word of staff."""
    values = entry.values.values
    kind: ItemKind | None = next((kind for kind in KINDS if kind in values), None)
    quote = values[kind] if kind else None
    if kind is None or not isinstance(quote, RawText) or any(line.strip() for line in entry.lead):
        return False
    told = values.get("paragraph")
    number = int(told.text) if isinstance(told, RawText) and told.text.isdecimal() else 0
    ours = entry_lines(kind, " ".join(quote.text.split()), number, indent)
    return [line.rstrip() for line in entry.body if line.strip()] == [line.rstrip() for line in ours]
