"""Whether there are words for every language in which packs are to be made."""

from __future__ import annotations

from pipeline.models.session import Session
from pipeline.models.templates import Templates
from pipeline.problems import Place, Problem, problem

__all__ = ["validate_wordings"]


def validate_wordings(session: Session, templates: Templates) -> tuple[Problem, ...]:
    """A warning for each pack language without a catalogue: that pack says everything in English."""
    place, known = Place(f"{session.shown}/session.yaml"), ", ".join(sorted(templates.wordings))
    return tuple(
        problem("SE10", place, language=language, known=known)
        for language in session.languages
        if language not in templates.wordings
    )
