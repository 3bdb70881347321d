"""The fields of a letterhead: page numbers stay fields, most others become words, some are left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field

from pipeline.read.docx.xml import get, qualified
from pipeline.read.xml import Element

KEPT_FIELDS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
"""Fields that depend on nothing but the page; of most others the words stay that they showed last."""
LEFT_OUT_FIELDS = frozenset(
    {"DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "REVNUM", "FILENAME", "TEMPLATE"}
    | {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS"}
    | {"INCLUDEPICTURE", "INCLUDETEXT", "LINK", "DDE", "DDEAUTO", "DATABASE", "IMPORT"}
)
"""Fields whose words are of another day, name a user or a file, or come from elsewhere."""


@dataclass(slots=True)
class _Field:
    """A field while it is read: its marks, its instruction, and what it showed last."""

    marks: list[Element] = dataclass_field(default_factory=list)
    instruction: str = ""
    showing: bool = False
    shown: list[Element] = dataclass_field(default_factory=list)


def settle_fields(root: Element, noticed: set[str]) -> bool:
    """Take away the marks of fields that are not kept, and some words; whether one numbers the page."""
    simple = root.iter(qualified("w:fldSimple"))
    called = {field_name(get(each, "w:instr")) for each in simple}
    unfinished: list[_Field] = []
    for node in list(root.iter(*_IN_FIELDS)):
        kind = get(node, "w:fldCharType")
        if kind == "begin":
            unfinished.append(_Field())
        if node.tag in _SHOWN:
            for each in unfinished:
                each.shown += [node] if each.showing else []
        elif not unfinished:
            _remove([node])
        else:
            field = unfinished[-1]
            field.marks.append(node)
            field.instruction += "" if kind else node.text or ""
            field.showing = field.showing or kind == "separate"
            if kind == "end":
                called.add(_settled(unfinished.pop(), noticed))
    for field in unfinished:
        _remove(field.marks)
    return "PAGE" in called


def _settled(field: _Field, noticed: set[str]) -> str:
    """The name of a field that is read to its end; what is not to stay of it is gone."""
    called = field_name(field.instruction)
    if called not in KEPT_FIELDS:
        _remove(field.marks)
    if called in LEFT_OUT_FIELDS:
        noticed.add(f"the field {called}")
        _remove(field.shown)
    return called


_SHOWN = frozenset(qualified(f"w:{each}") for each in ("t", "tab", "br", "drawing"))
_IN_FIELDS = (qualified("w:fldChar"), qualified("w:instrText"), *sorted(_SHOWN))


def _remove(nodes: Iterable[Element]) -> None:
    for node in nodes:
        if (parent := node.getparent()) is not None:
            parent.remove(node)


def field_name(instruction: str) -> str:
    """The name of a field ("PAGE") from its instruction."""
    return (instruction.split() or [""])[0].upper()
