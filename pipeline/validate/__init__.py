"""Stage 2: raw in, checked out, or every problem at once. Nothing here opens a file or raises for inputs."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.validate.awaited import awaited_items, refuse_final, refuse_unfilled
    from pipeline.validate.bundle import validate_bundle
    from pipeline.validate.corrections import read_corrections
    from pipeline.validate.duplicates import mark_of, validate_duplicates
    from pipeline.validate.findings import validate_findings
    from pipeline.validate.languages import (
        detect_language,
        detect_line,
        find_language,
        language_name,
    )
    from pipeline.validate.session import not_looked_at, reviews_as_written, validate_session
    from pipeline.validate.statement import validate_statement
    from pipeline.validate.templates import validate_templates
    from pipeline.validate.wordings import validate_wordings

__all__ = [
    "awaited_items",
    "detect_language",
    "detect_line",
    "find_language",
    "language_name",
    "mark_of",
    "not_looked_at",
    "read_corrections",
    "refuse_final",
    "refuse_unfilled",
    "reviews_as_written",
    "validate_bundle",
    "validate_duplicates",
    "validate_findings",
    "validate_session",
    "validate_statement",
    "validate_templates",
    "validate_wordings",
]

_ROOMS = {
    "awaited_items": "awaited",
    "refuse_final": "awaited",
    "refuse_unfilled": "awaited",
    "detect_language": "languages",
    "detect_line": "languages",
    "find_language": "languages",
    "language_name": "languages",
    "mark_of": "duplicates",
    "not_looked_at": "session",
    "read_corrections": "corrections",
    "reviews_as_written": "session",
}


def __getattr__(name: str) -> Any:
    """Fetch an exported check when it is first used, so that the command starts without all of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = _ROOMS.get(name, name.removeprefix("validate_"))
    return getattr(import_module(f"{__name__}.{room}"), name)
