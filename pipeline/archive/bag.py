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

DECLARATION, INFO, PAYLOAD = "bagit.txt", "bag-info.txt", "data"
TAG_FILES = (INFO, DECLARATION, "manifest-sha256.txt")
TAG_MANIFEST = "tagmanifest-sha256.txt"
IDENTIFIER = "External-Identifier"


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
    version = next_version(archive, f"{manifest.session}-{manifest.edition}")
    target = archive / f"{_called(manifest)}-v{version}"
    work = archive / f".{target.name}.new"
    if work.exists():
        shutil.rmtree(work)
    info = {IDENTIFIER: target.name, **_told(manifest), **facts}
    try:
        _copy_whole(built, work)
        bagit.make_bag(str(work), info, checksums=["sha256"], processes=1)
        _by_rfc_8493(work)
        sync_tree(work)
        os.rename(work, target)  # noqa: PTH104 - fails on an existing bag instead of replacing it
    except (OSError, OutputError, bagit.BagError):
        shutil.rmtree(work, ignore_errors=True)
        raise
    return target


def _called(manifest: Manifest) -> str:
    """How a bag of this build is called, without its version."""
    return f"{manifest.session}-{manifest.edition}{'' if manifest.final else '-draft'}"


def _told(manifest: Manifest) -> dict[str, str]:
    """What bag-info.txt tells of the build in its bag."""
    return {
        "Presession-Status": "final" if manifest.final else "draft",
        "Presession-Edition": manifest.edition,
        "Presession-Version": manifest.versions.get("presession", ""),
    }


def _by_rfc_8493(work: Path) -> None:
    """Say that the bag is one of BagIt 1.0, which it is: the library knows the draft before it, 0.97, alone.

    The two differ for names of files with a percent sign, which ours have not, and several manifests.
    """
    (work / DECLARATION).write_bytes(b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    lines = (f"{digest((work / name).read_bytes())} {name}\n" for name in TAG_FILES)
    (work / TAG_MANIFEST).write_bytes("".join(lines).encode())


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

    `path` is a bag, or a build folder with its manifest.json. A bag must have all that one of ours has, and
    nothing else, and what it tells of its build must be true.
    """
    if not (path / DECLARATION).is_file():
        return sorted_problems(_verify_build(path, path))
    found = [*_verify_bag(path), *_verify_tags(path), *_verify_build(path / PAYLOAD, path)]
    return sorted_problems(found)


def _verify_build(folder: Path, shown: Path) -> Iterator[Problem]:
    place, manifest = Place(str(shown)), read_manifest(folder)
    if manifest is None:
        yield problem("AR01", place)
        return
    yield from _compare(folder, manifest, place, hidden=folder != shown)
    made = _told(manifest)["Presession-Status"]
    if (said := manifest.said) != made:
        yield problem("AR06", place, name=MANIFEST, tag="status", said=said, made=made)


def _compare(folder: Path, manifest: Manifest, place: Place, hidden: bool = False) -> Iterator[Problem]:
    """Files that differ from the manifest, lack, or are there without being in it.

    Hidden files count in a bag, which has none; a folder that people work in has those of the system.
    """
    expected = manifest.all_outputs()
    present = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file()
        and (hidden or not any(part.startswith(".") for part in path.relative_to(folder).parts))
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
    """What a BagIt tool finds; then, what bag-info.txt tells of the build but is not so."""
    import bagit

    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    place = Place(str(path))
    try:
        bag = bagit.Bag(str(path))
        yield from _compare_told(bag.info, read_manifest(path / PAYLOAD), place)
        bag.validate(processes=1)
    except bagit.BagValidationError as error:
        for detail in error.details or [error]:
            yield _bag_problem(detail, place)
    except (bagit.BagError, OSError, ValueError) as error:
        yield problem("AR05", place, reason=error)


def _compare_told(info: Mapping[str, object], manifest: Manifest | None, place: Place) -> Iterator[Problem]:
    """What bag-info.txt tells otherwise than the manifest of the build, or twice, or not at all."""
    if manifest is None:
        return
    for tag, made in _told(manifest).items():
        if (said := info.get(tag, "")) != made:
            yield problem("AR06", place, name=INFO, tag=tag, said=said or "nothing", made=made or "nothing")
    called, said = _called(manifest), info.get(IDENTIFIER, "")
    if not re.fullmatch(re.escape(called) + r"-v[1-9][0-9]*", str(said)):
        yield problem("AR06", place, name=INFO, tag=IDENTIFIER, said=said or "nothing", made=f"{called}-v…")


def _verify_tags(path: Path) -> Iterator[Problem]:
    """Files beside the payload: exactly those of a bag of ours, all under the tag manifest.

    BagIt itself lets a bag be without a tag manifest and have other files, which no checksum covers.
    """
    place = Place(str(path))
    for name in sorted(_beside(path) - {*TAG_FILES, TAG_MANIFEST}):
        yield problem("AR04", place, name=name)
    try:
        lines = (path / TAG_MANIFEST).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        yield problem("AR03", place, name=TAG_MANIFEST)
        return
    named = {line.partition(" ")[2].strip() for line in lines}
    for name in TAG_FILES:
        if name not in named:
            yield problem("AR05", place, reason=f"{TAG_MANIFEST} does not name {name}")


def _beside(path: Path) -> set[str]:
    """The files of a bag that are no payload, with all that lies in other folders."""
    found: set[str] = set()
    for entry in path.iterdir():
        if entry.name == PAYLOAD and entry.is_dir() and not entry.is_symlink():
            continue
        inside = [each for each in entry.rglob("*") if not each.is_dir()] if entry.is_dir() else []
        found |= {each.relative_to(path).as_posix() for each in inside or [entry]}
    return found


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
