"""The lines of one entry of corrections.yaml, and the comments that tell of its item."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from pipeline.decide.items import Item
from pipeline.decide.layout import OURS
from pipeline.models.corrections import ItemKind
from pipeline.models.findings import Addressee, Recommendation
from pipeline.models.suggestions import Suggestions

WIDTH = 100
SHOWN = 300
"""Letters of a stem or a reading that a comment shows."""

LONGEST = 20_000
"""Letters of a quote; longer ones are refused when the file is read."""

_TURNING = "\u202d\u202e"
_ODD_NAME = re.compile(r"[\w./][\w./ ()+,&-]*")
_ASIDE = {
    "reported": "set aside, only reported",
    "others": "set aside, made to others",
    "doubtful": "perhaps missed",
    "rejected": "rejected",
    "recommendation": "",
    "question": "",
}


def quotable(text: str) -> str:
    """`text` in one line with the characters that YAML can hold; the others do not count in a quote."""
    kept = (c for c in text if unicodedata.category(c) not in ("Cc", "Cs", "Cn") or c.isspace())
    return " ".join("".join(c for c in kept if c not in _TURNING).split())


def entry_lines(kind: ItemKind, words: str, paragraph: int, indent: int) -> list[str]:
    """An entry without a decision. The words stand in a block, where no mark in them needs care."""
    dash, inner = " " * indent + "- ", " " * (indent + 2)
    lines = [f"{dash}{kind}: >", *wrapped(words, inner + "  ")]
    if paragraph:
        lines.append(f"{inner}paragraph: {paragraph}")
    return [f"{line}\n" for line in [*lines, f"{inner}decision:"]]


def wrapped(words: str, indent: str) -> list[str]:
    """`words` in lines of about 100 letters, parted at blanks only."""
    lines, line = [], ""
    for word in words.split():
        if line and len(indent) + len(line) + 1 + len(word) > WIDTH:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, indent + line]


def name_line(name: str) -> str:
    """The line that names a statement."""
    safe = _ODD_NAME.fullmatch(name) and name == name.strip()
    return f"{name}:\n" if safe else "'" + name.replace("'", "''") + "':\n"


def comments(told: Sequence[str], indent: int) -> list[str]:
    """Sentences as lines of our own comments."""
    prefix = " " * indent + OURS + " "
    return [f"{line}\n" for text in told for line in wrapped(quotable(text), prefix)]


def about(item: Item, number: str) -> list[str]:
    """What is known of an item: its number, place and reason, its stem, who is asked, the suggestions."""
    body = item.body
    place = str(body.place).lstrip(", ") if body.place else ""
    head = ", ".join(part for part in (number or _ASIDE[item.kind], place) if part)
    told = [f"{head}: {body.why}" if body.why else head]
    if body.stem:
        told.append(f"stem: {shortened(body.stem)}")
    if body.addressee not in (Addressee.SUR, Addressee.UNKNOWN) and item.kind != "question":
        words = f" ({shortened(body.addressee_words)})" if body.addressee_words else ""
        told.append(f"asked to act: {body.addressee.value.replace('_', ' ')}{words}")
    return [*told, *_suggested(body)] if item.kind == "recommendation" else told


def _suggested(body: Recommendation) -> list[str]:
    found: Suggestions = body.suggested
    words = f" ({found.category_words})" if found.category_words else ""
    parts = [f"category {found.category.value}{words}"] if found.category else []
    for name, values in (
        ("issues", found.issues),
        ("instruments", found.instruments),
        ("SDG", tuple(map(str, found.goals))),
        ("groups", found.groups),
    ):
        if values:
            parts.append(f"{name} {', '.join(values)}")
    return [f"suggested: {'; '.join(parts)}"] if parts else []


def shortened(text: str) -> str:
    """The beginning of a long text."""
    plain = " ".join(text.split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1] + "…"
