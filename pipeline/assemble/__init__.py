"""Stage 4: checked things in, one Document per pack out. Pure: no file is read or written here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.assemble.numbering import number
    from pipeline.assemble.pack import assemble_pack
    from pipeline.assemble.pagination import whereabouts
    from pipeline.assemble.printshop import assemble_order, assemble_separator
    from pipeline.assemble.programme import assemble_programme
    from pipeline.assemble.shown import held_back
    from pipeline.assemble.tables import table_facts

__all__ = [
    "assemble_order",
    "assemble_pack",
    "assemble_programme",
    "assemble_separator",
    "held_back",
    "number",
    "table_facts",
    "whereabouts",
]

_ROOMS = {
    "assemble_order": "printshop",
    "assemble_separator": "printshop",
    "assemble_pack": "pack",
    "assemble_programme": "programme",
    "held_back": "shown",
    "number": "numbering",
    "table_facts": "tables",
    "whereabouts": "pagination",
}


def __getattr__(name: str) -> Any:
    """Fetch an exported function when it is first used: tables of dates and languages are slow to load."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
