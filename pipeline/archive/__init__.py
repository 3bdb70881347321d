"""Finished files in; a published folder, or a bag that can prove itself, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from pipeline.archive.listing import (
    PROBLEMS,
    described_templates,
    earlier_problems,
    made_from,
    merged_problems,
    within_session,
)
from pipeline.archive.manifest import (
    MANIFEST,
    Manifest,
    StateRecord,
    digest,
    digest_of_file,
    lie,
    read_manifest,
)
from pipeline.archive.origin import check as check_origin
from pipeline.archive.origin import claim
from pipeline.archive.origin import is_of as is_build_of
from pipeline.archive.publish import alone, publish_files, publish_folder, recover, remove_folder
from pipeline.problems import Problem

__all__ = [
    "MANIFEST",
    "PROBLEMS",
    "Manifest",
    "StateRecord",
    "alone",
    "archive_build",
    "bind",
    "check_origin",
    "claim",
    "count_pages",
    "described_templates",
    "digest",
    "digest_of_file",
    "earlier_problems",
    "is_build_of",
    "lie",
    "made_from",
    "merged_problems",
    "publish_files",
    "publish_folder",
    "read_manifest",
    "recover",
    "remove_folder",
    "verify",
    "within_session",
]


def archive_build(built: Path, archive: Path, facts: Mapping[str, str]) -> Path:
    """Put the build in folder `built` into a new bag below `archive`; see `bag.archive_build`."""
    from pipeline.archive import bag

    return bag.archive_build(built, archive, facts)


def count_pages(data: bytes) -> int:
    """How many pages a finished PDF has; see `binding.count_pages`."""
    from pipeline.archive import binding

    return binding.count_pages(data)


def bind(parts: Sequence[tuple[str, Sequence[bytes]]], title: str, duplex: bool) -> bytes:
    """Finished PDFs as one to print; see `binding.bind`."""
    from pipeline.archive import binding

    return binding.bind(parts, title, duplex)


def verify(path: Path) -> tuple[Problem, ...]:
    """What is not as it was when `path` (a bag, or a build with its manifest) was made; see `bag.verify`."""
    from pipeline.archive import bag

    return bag.verify(path)
