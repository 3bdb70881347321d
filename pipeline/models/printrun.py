"""A print run: what the print shop is given of every State, and how much paper it takes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.models.session import Review

SEPARATOR_SHEETS = 1


@dataclass(frozen=True, slots=True)
class Job:
    """One State in a print run: its finished `file` with SHA-256 in hex and number of pages, and the copies.

    `first` is the page of the run's file, from 1, on which the pack begins, after its separator sheet.
    `duplex`: both sides of a sheet are printed.
    """

    review: Review
    file: str
    sha256: str
    pages: int
    copies: int
    first: int
    duplex: bool

    @property
    def last(self) -> int:
        """The page of the run's file on which the pack ends."""
        return self.first + self.pages - 1

    @property
    def sheets(self) -> int:
        """Sheets of paper for one copy."""
        return -(-self.pages // 2) if self.duplex else self.pages

    @property
    def all_sheets(self) -> int:
        """Sheets of paper for all copies and the separator sheet."""
        return self.sheets * self.copies + SEPARATOR_SHEETS


@dataclass(frozen=True, slots=True)
class PrintRun:
    """What was made: the files, the States in their order, and folders of those that have no such pack."""

    files: tuple[Path, ...]
    jobs: tuple[Job, ...]
    missing: tuple[str, ...] = ()
