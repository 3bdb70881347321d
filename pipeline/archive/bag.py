"""Archiving: a build and its manifest in a BagIt bag (RFC 8493), numbered, never changed; and checking it."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.archive.manifest import MANIFEST, Manifest, digest, read_manifest
from pipeline.archive.publish import sync_tree
from pipeline.problems import InputError, OutputError, Place, Problem, problem, sorted_problems


def archive_build(built: Path, archive: Path, facts: Mapping[str, str]) -> Path:
    """Copy the build in `built` into the next free version of its bag below `archive`; return the bag.

    The bag is called after session, edition and version ("upr30-room-v2"), with "draft" in it if any pack
    is one. `facts` go into bag-info.txt. Raises InputError if the build is not whole by its manifest,
    OutputError if the bag cannot be written.
    """
    manifest = read_manifest(built)
    if manifest is None:
        raise InputError([problem("AR01", Place(str(built)))])
    faults = list(_compare(built, manifest, Place(str(built))))
    if faults:
        raise InputError(faults)
    with _output_errors(archive):
        return _bag(built, archive, manifest, facts)


@contextlib.contextmanager
def _output_errors(archive: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{archive} cannot be written: {(error.strerror or type(error).__name__).lower()}. "
            "No earlier bag was touched. Check the disk and the rights of the folder; then archive again."
        ) from error


def _bag(built: Path, archive: Path, manifest: Manifest, facts: Mapping[str, str]) -> Path:
    import bagit

    logging.getLogger("bagit").setLevel(logging.ERROR)
    archive.mkdir(parents=True, exist_ok=True)
    stem = f"{manifest.session}-{manifest.edition}"
    version = next_version(archive, stem)
    status = "" if manifest.final else "-draft"
    target = archive / f"{stem}{status}-v{version}"
    work = archive / f".{target.name}.new"
    if work.exists():
        shutil.rmtree(work)
    info = {
        "External-Identifier": f"{stem}-v{version}",
        "Presession-Status": "final" if manifest.final else "draft",
        "Presession-Edition": manifest.edition,
        "Presession-Version": manifest.versions.get("presession", ""),
        **facts,
    }
    try:
        _copy_whole(built, work)
        bagit.make_bag(str(work), info, checksums=["sha256"], processes=1)
        sync_tree(work)
        os.rename(work, target)  # noqa: PTH104 - fails on an existing bag instead of replacing it
    except (OSError, OutputError, bagit.BagError):
        shutil.rmtree(work, ignore_errors=True)
        raise
    return target


def _copy_whole(built: Path, work: Path) -> None:
    """Copy `built` to `work`; stops at the first fault, of which copytree alone tells no reason."""

    def copy(source: str, target: str) -> None:
        with _output_errors(work.parent):
            shutil.copy2(source, target)

    shutil.copytree(built, work, symlinks=True, ignore=shutil.ignore_patterns(".*"), copy_function=copy)


def next_version(archive: Path, stem: str) -> int:
    """One more than the highest version of `stem` in `archive`, drafts included; 1 for the first."""
    pattern = re.compile(re.escape(stem) + r"(?:-draft)?-v([1-9][0-9]*)")
    found = (pattern.fullmatch(path.name) for path in archive.iterdir())
    return max((int(match[1]) for match in found if match), default=0) + 1


def verify(path: Path) -> tuple[Problem, ...]:
    """Every difference between `path` and what its checksums say; empty if it is whole.

    `path` is a bag, or a build folder with its manifest.json.
    """
    if (path / "bagit.txt").is_file():
        return sorted_problems([*_verify_bag(path), *_verify_build(path / "data", path)])
    return sorted_problems(_verify_build(path, path))


def _verify_build(folder: Path, shown: Path) -> Iterator[Problem]:
    manifest = read_manifest(folder)
    if manifest is None:
        yield problem("AR01", Place(str(shown)))
    else:
        yield from _compare(folder, manifest, Place(str(shown)))


def _compare(folder: Path, manifest: Manifest, place: Place) -> Iterator[Problem]:
    """Files that differ from the manifest, lack, or are there without being in it."""
    expected = manifest.all_outputs()
    present = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
    present.pop(MANIFEST, None)
    for name in sorted(expected.keys() - present.keys()):
        yield problem("AR03", place, name=name)
    for name in sorted(present.keys() - expected.keys()):
        yield problem("AR04", place, name=name)
    for name in sorted(expected.keys() & present.keys()):
        if digest(present[name].read_bytes()) != expected[name]:
            yield problem("AR02", place, name=name)


def _verify_bag(path: Path) -> Iterator[Problem]:
    import bagit

    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    place = Place(str(path))
    try:
        bagit.Bag(str(path)).validate(processes=1)
    except bagit.BagValidationError as error:
        for detail in error.details or [error]:
            yield _bag_problem(detail, place)
    except (bagit.BagError, OSError, ValueError) as error:
        yield problem("AR05", place, reason=error)


def _bag_problem(detail: Exception, place: Place) -> Problem:
    import bagit

    name = getattr(detail, "path", "")
    if isinstance(detail, bagit.ChecksumMismatch):
        return problem("AR02", place, name=name)
    if isinstance(detail, bagit.FileMissing):
        return problem("AR03", place, name=name)
    if isinstance(detail, bagit.UnexpectedFile):
        return problem("AR04", place, name=name)
    return problem("AR05", place, reason=detail)
