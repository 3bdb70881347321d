"""Fact sheets before a pack is made: what keeps one out of it, and whether it may be kept between builds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.models.document import Document, Facsimile
from pipeline.models.factsheet import FactSheet
from pipeline.models.naming import withheld
from pipeline.models.pack import Contribution, PackInput
from pipeline.models.session import EDITIONS, Review
from pipeline.models.sheetcheck import against, is_agreed
from pipeline.problems import Place, Problem, problem

__all__ = ["as_warning", "conformance_of", "is_for_some_edition", "may_be_kept", "problems_of"]

NO_STRUCTURE = "its pages have no structure for screen readers"


def is_for_some_edition(review: Review, path: str) -> bool:
    """Whether everybody whose photo or fact sheet lies at `path` lets some edition show it."""
    return all(
        (each.photo_path != path or each.consent.ever("photo"))
        and (each.sheet_path != path or each.consent.ever("fact_sheet"))
        for each in review.speakers
    )


def as_warning(failed: Problem, code: str = "FS02") -> Problem:
    """What a reader that failed tells, for a fact sheet (a photo, PH01): its State is built without it."""
    reason = dict(failed.values).get("reason", failed.what.removesuffix("."))
    return problem(code, failed.place, reason=reason)


def may_be_kept(review: Review, path: str, content: Any) -> bool:
    """Whether what was read may be kept on the disk: of a fact sheet, if some edition shows all of it."""
    if not isinstance(content, FactSheet):
        return True
    speakers = [each for each in review.speakers if each.sheet_path == path]
    return all(
        any(
            is_agreed(speaker, edition) and not against(content, review, speaker, edition)
            for edition in EDITIONS
        )
        for speaker in speakers
    )


def problems_of(pack: PackInput) -> tuple[Problem, ...]:
    """What stands against the fact sheets of a pack in its edition; errors where it is to be final."""
    return tuple(found for each in pack.contributions for found in _of(each, pack))


def conformance_of(pack: PackInput, document: Document) -> tuple[Problem, ...]:
    """What the PDF of `document` does not keep with the fact sheets that are bound into it page by page."""
    bound = {block.data for part in document.parts for block in part.blocks if isinstance(block, Facsimile)}
    level = f"PDF/A-2{document.keeps.lower()}" if document.keeps else "no level of PDF/A"
    return tuple(
        problem(
            "FS07",
            each.speaker.place,  # not the file: its name may be somebody's, and a pack's problems are kept
            number=each.speaker.number,
            level=level,
            reasons="; ".join(each.fact_sheet.reasons) or NO_STRUCTURE,
        )
        for each in pack.contributions
        if each.fact_sheet and each.fact_sheet.data in bound
    )


def _of(contribution: Contribution, pack: PackInput) -> Iterator[Problem]:
    speaker, sheet = contribution.speaker, contribution.fact_sheet
    if speaker.fact_sheet is None or not is_agreed(speaker, pack.edition):
        return
    held = against(sheet, pack.review, speaker, pack.edition) if sheet else ()
    shown = f"{pack.session.shown}/{speaker.sheet_path}"
    for each in held:
        place, values = Place(shown, page=each.page), {"page": each.page, "number": speaker.number}
        if each.who:
            yield problem("FS04", place, who=each.who, **values)
        else:
            yield problem("FS05", place, kind=each.kind, **values)
    if pack.final and (held or sheet is None):
        yield problem("FS11", speaker.place, number=speaker.number)
    if sheet and not held and withheld(pack.review, pack.edition):
        for page in sheet.pages:
            if page.pictured:
                yield problem("FS10", Place(shown, page=page.number), page=page.number, number=speaker.number)
