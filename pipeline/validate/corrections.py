"""corrections.yaml: what staff decided about the items found in each statement, checked for its form."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pipeline.models.corrections import (
    DECISIONS,
    KINDS,
    Becomes,
    Correction,
    ItemKind,
    Quote,
    accepted,
)
from pipeline.models.issues import ISSUES
from pipeline.models.raw import RawList, RawMap, RawReview, RawText, RawValue, in_file_order
from pipeline.models.session import Speaker
from pipeline.models.spelling import did_you_mean, nearest
from pipeline.problems import Place, Problem, problem
from pipeline.validate.form import TEXT_LIMIT, Form

__all__ = ["read_corrections"]

MOST_ENTRIES = 2_000
MOST_QUOTES = 100
LAST_PARAGRAPH = 100_000
MISSED, NONE = "missed", "none"
_CATEGORIES = {**{str(number): str(number) for number in range(1, 6)}, NONE: "0"}
_SETTLED = tuple(one for one in DECISIONS if one != "rejected")
_DECISIONS: dict[str, str] = {
    "undecided": "",
    "accept": "accept",
    "reject": "rejected",
    **{kind: kind for kind in _SETTLED},
}
_HEADS = (*KINDS, MISSED)
_CHANGING = ("limits", "parts", "join", "category", "issues")
_BELOW = "what stands below the name of a statement"
_TO_QUOTE = "the exact words of the statement"
_NAMED: dict[str, str] = {
    "rejected": "decision: reject",
    "question": "a question",
    "reported": "what is only reported",
    "others": "what is asked of others",
}


def read_corrections(
    raw: RawReview, speakers: Sequence[Speaker], problems: list[Problem]
) -> tuple[Correction, ...]:
    """The entries of corrections.yaml in their order; `problems` says what cannot be used.

    Messages give the place in the file and never its words: those are a statement's, and messages are shown
    and kept where the speaker's consent does not reach.
    """
    if raw.corrections is None:
        return ()
    known = {_plain(s.statement.removeprefix(f"{raw.folder}/")): s.statement for s in speakers if s.statement}
    corrections: list[Correction] = []
    for called, value in in_file_order(raw.corrections):
        name, place = called.text, called.place
        statement = known.get(_plain(name.removeprefix("./").removeprefix(f"{raw.folder}/")), "")
        entries = _entries(value, problems)
        found = [c for entry in entries if (c := _correction(entry, statement, problems)) is not None]
        if not statement and any(entry.is_decided for entry in found):
            problems.append(problem("CO07", place, name=name, hint=_hint(name, known)))
        corrections += [entry for entry in found if statement]
    return tuple(corrections)


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip()


def _hint(name: str, known: dict[str, str]) -> str:
    return did_you_mean(_plain(name), known, least=0.5) or f"Known here: {', '.join(known) or 'none'}."


def _entries(value: RawValue, problems: list[Problem]) -> list[RawMap]:
    """The entries under one statement; a statement without any may stand there alone."""
    if isinstance(value, RawText) and value.is_null:
        return []
    expected = f"a list of at most {MOST_ENTRIES} entries, each beginning with a dash"
    if not isinstance(value, RawList) or len(value.items) > MOST_ENTRIES:
        shown = "a longer list" if isinstance(value, RawList) else "something else"
        problems.append(problem("FO02", value.place, key=_BELOW, value=shown, expected=expected, hint=""))
        return []
    entries = []
    for item in value.items:
        if isinstance(item, RawMap):
            entries.append(item)
        else:
            expected = "an entry such as recommendation: and the words"
            values = {"key": "the item", "value": "something else", "expected": expected, "hint": ""}
            problems.append(problem("FO02", item.place, **values))
    return entries


def _correction(entry: RawMap, statement: str, problems: list[Problem]) -> Correction | None:
    """One entry, None where it cannot be used."""
    heads = [key for key in entry.keys if key in _HEADS]
    if len(heads) != 1:
        shown = " and ".join(heads) or "none"
        problems.append(problem("CO01", entry.place, heads=shown))
        return None
    head, before = heads[0], len(problems)
    form = Form(entry, problems)
    kind = _kind(form, head)
    quote = _quote(form, head)
    becomes = _becomes(form, kind)
    parts, joined = _parts(form), _quotes(form, "join")
    category, issues = _category(form), _issues(form)
    paragraph = form.integer("paragraph", 1, LAST_PARAGRAPH, default=0)
    form.prose("because")
    _check_together(form, head, becomes or accepted(kind))
    form.finish()
    if quote is None or any(found.severity.rank == 0 for found in problems[before:]):
        return None
    described = category is not None or issues is not None
    if not becomes and (head == MISSED or parts or joined or described):
        becomes = accepted(kind)
    missed = head == MISSED
    return Correction(
        statement, quote, kind, becomes, missed, parts, joined, category, issues, paragraph, entry.place
    )


def _category(form: Form) -> int | None:
    """The action category that staff set: 1 to 5, 0 for none, None where they set nothing."""
    if not form.has("category"):
        return None
    return int(form.choice("category", _CATEGORIES, default="0"))


def _issues(form: Form) -> tuple[str, ...] | None:
    """The issues that staff set, in the spelling of the list; () for none, None where they set nothing."""
    if not form.has("issues"):
        return None
    value = form.values.values["issues"]
    if isinstance(value, RawText) and value.text.casefold() == NONE:
        return ()
    found = [(name, _known(_label(name)), place) for name, place in form.placed_texts("issues")]
    for name, label, place in found:
        if not label:
            near = nearest(_label(name), _LABELS, least=0.5)
            hint = f"Did you mean {_LABELS[near]}?" if near else "docs/issues.md has them all."
            form.problems.append(problem("CO09", place, hint=hint))
    return tuple(dict.fromkeys(label for _, label, _ in found if label))


def _known(label: str) -> str:
    """The issue called `label`, or the only one that begins so ("torture"); "" for none."""
    beginning = [name for known, name in _LABELS.items() if label and known.startswith(label)]
    return _LABELS.get(label) or (beginning[0] if len(beginning) == 1 else "")


def _label(name: str) -> str:
    """A label for comparing: letters and figures alone."""
    return "".join(char for char in name.casefold() if char.isalnum())


_LABELS = {_label(name): name for name in ISSUES}


def _kind(form: Form, head: str) -> ItemKind:
    """What the words were found as; for those that were missed, what they are."""
    named = form.choice("as", {kind: kind for kind in _SETTLED}, default="") if head == MISSED else head
    return next((kind for kind in KINDS if kind == named), "recommendation")


def _becomes(form: Form, kind: ItemKind) -> Becomes:
    decision = form.choice("decision", _DECISIONS, default="")
    return accepted(kind) if decision == "accept" else next((d for d in DECISIONS if d == decision), "")


def _quote(form: Form, key: str) -> Quote | None:
    if not form.has(key):
        form.problems.append(problem("FO01", form.place(key), key=key, expected=_TO_QUOTE))
        return None
    return next(iter(_quoted(form, key, form.values.values[key])), None)


def _parts(form: Form) -> tuple[Quote, ...]:
    """New limits: one quote under `limits`, or several under `parts`."""
    limits = _quoted(form, "limits", form.values.values["limits"]) if form.has("limits") else ()
    return limits or _quotes(form, "parts", least=2)


def _quotes(form: Form, key: str, least: int = 1) -> tuple[Quote, ...]:
    """A list of quotes; a single one may stand there without a dash."""
    if not form.has(key):
        return ()
    value = form.values.values[key]
    items = value.items if isinstance(value, RawList) else (value,)
    if not least <= len(items) <= MOST_QUOTES:
        expected = f"a list of {least} to {MOST_QUOTES} quotes"
        values = {"key": key, "value": f"{len(items)} of them", "expected": expected, "hint": ""}
        form.problems.append(problem("FO02", value.place, **values))
        return ()
    return tuple(quote for item in items for quote in _quoted(form, key, item))


def _quoted(form: Form, key: str, value: RawValue) -> tuple[Quote, ...]:
    """One quote in a tuple; () with a problem where there is none."""
    form.asked.add(key)
    if not isinstance(value, RawText) or value.is_null or not value.text.strip():
        values = {"key": key, "value": "something else", "expected": _TO_QUOTE, "hint": ""}
        form.problems.append(problem("FO02", value.place, **values))
        return ()
    if len(value.text) > TEXT_LIMIT:
        values = {"key": key, "length": str(len(value.text)), "maximum": str(TEXT_LIMIT)}
        form.problems.append(problem("FO04", value.place, **values))
        return ()
    return (Quote(" ".join(value.text.split()), value.place),)


def _check_together(form: Form, head: str, becomes: Becomes) -> None:
    """CO02 for the first two lines of an entry that say different things."""
    given = [key for key in _CHANGING if form.has(key)]
    pairs = [
        (key, _NAMED[becomes])
        for key in given
        if becomes == "rejected" or (key in ("category", "issues") and becomes != "recommendation")
    ]
    changing = [key for key in given if key in ("limits", "parts", "join")]
    pairs += [(changing[1], changing[0])] if len(changing) > 1 else []
    if head == MISSED:
        pairs += [(key, MISSED) for key in changing]
        if form.has("decision") and becomes == "rejected":
            pairs.append(("decision: reject", MISSED))
    elif form.has("as"):
        pairs.append(("as", head))
    for key, other in pairs[:1]:
        place = form.place(key) if form.has(key) else _decision_place(form)
        form.problems.append(problem("CO02", place, key=key, other=other))


def _decision_place(form: Form) -> Place:
    return form.place("decision")
