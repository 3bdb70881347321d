"""Bookmarks: every anchor of the Document under a name that Word accepts."""

from __future__ import annotations

import re
import unicodedata

from pipeline.models.document import Document
from pipeline.render.headings import anchors

# Word's limit for a bookmark's name (Word specifications, "Operating parameter limitations").
NAME_LIMIT = 40


def bookmark_names(document: Document) -> dict[str, str]:
    """For each anchor of `document` the name of its bookmark, in the order of the Document.

    Names begin with a letter, hold letters, digits and low lines, are short enough and differ in more
    than case.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors(document.parts):
        if anchor not in names:
            names[anchor] = _free(_plain(anchor), taken)
            taken.add(names[anchor].casefold())
    return names


def _plain(anchor: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", anchor).encode("ascii", "ignore").decode()
    name = re.sub(r"\W+", "_", ascii_only)
    return (name if name[:1].isalpha() else f"a_{name}")[:NAME_LIMIT]


def _free(name: str, taken: set[str]) -> str:
    candidate, number = name, 2
    while candidate.casefold() in taken:
        ending = f"_{number}"
        candidate = name[: NAME_LIMIT - len(ending)] + ending
        number += 1
    return candidate
