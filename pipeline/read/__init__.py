"""Stage 1: bytes in, raw values with their places out. Nothing here raises for what a file contains."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.read.bundle import read_bundle
    from pipeline.read.corrections import read_corrections
    from pipeline.read.exposed import exposed_in
    from pipeline.read.facsimile.document import read_fact_sheet
    from pipeline.read.folder import content_of, read_document
    from pipeline.read.holding import close, still_held
    from pipeline.read.likeness import read_looks
    from pipeline.read.photo import read_photo
    from pipeline.read.previous import read_previous
    from pipeline.read.session import read_session
    from pipeline.read.statement import read_statement
    from pipeline.read.table import read_table
    from pipeline.read.templates import read_starter, read_templates
    from pipeline.read.yaml import read_yaml

__all__ = [
    "close",
    "content_of",
    "exposed_in",
    "read_bundle",
    "read_corrections",
    "read_document",
    "read_fact_sheet",
    "read_looks",
    "read_photo",
    "read_previous",
    "read_session",
    "read_starter",
    "read_statement",
    "read_table",
    "read_templates",
    "read_yaml",
    "still_held",
]
_ROOMS = {
    "content_of": "folder",
    "read_document": "folder",
    "read_fact_sheet": "facsimile.document",
    "read_starter": "templates",
    "exposed_in": "exposed",
    "close": "holding",
    "still_held": "holding",
    "read_looks": "likeness",
}


def __getattr__(name: str) -> Any:
    """Fetch an exported reader when it is first used: their libraries are slow to load."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = _ROOMS.get(name, name.removeprefix("read_"))
    return getattr(import_module(f"{__name__}.{room}"), name)
