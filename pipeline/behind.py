"""What of a finished build was made from other inputs than lie there now, or was not made at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline import archive, read, validate
from pipeline.hiding import veil
from pipeline.models.build import Options, build_folder, template_folders

__all__ = ["Behind", "behind"]


@dataclass(frozen=True, slots=True)
class Behind:
    """Folders of States whose pack is `old` (made from other files than are there now) or `missing`.

    `programme`: whether the session's own files are old. `unread`: the session cannot be read, nothing was
    compared.
    """

    old: tuple[str, ...]
    missing: tuple[str, ...]
    programme: bool
    unread: bool = False

    def as_facts(self) -> dict[str, str]:
        """What bag-info.txt says of it."""
        old = (*self.old, *(["programme"] if self.programme else []))
        if self.unread:
            return {"Presession-Behind-Inputs": "not compared, the session cannot be read"}
        facts = {"Presession-Behind-Inputs": ", ".join(old), "Presession-Without": ", ".join(self.missing)}
        return {tag: said for tag, said in facts.items() if said}


def behind(folder: Path, options: Options) -> Behind:
    """How the build of the session in `folder` stands beside the inputs; they are compared by content.

    Nothing is behind of a build that is not there.
    """
    manifest = archive.read_manifest(build_folder(folder, options))
    if manifest is None:
        return Behind((), (), programme=False)
    raw = read.read_session(folder)
    session, _ = validate.validate_session(raw)
    if session is None:
        return Behind((), (), programme=False, unread=True)
    look = archive.described_templates(read.read_templates(template_folders(folder)).files)
    called = veil(raw, session, options.edition).path
    folders = [review.folder for review in raw.reviews]
    old = tuple(
        name
        for name in folders
        if (record := manifest.states.get(name))
        and not (record.templates == look and _is_same(record.inputs, archive.made_from(raw, called, name)))
    )
    programme = manifest.templates != look or not _is_same(
        manifest.inputs, archive.made_from(raw, called, "")
    )
    gone = tuple(name for name in manifest.states if name not in folders)
    return Behind((*old, *gone), tuple(name for name in folders if name not in manifest.states), programme)


def _is_same(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    """Whether the same contents are there; what stands for a path depends on what else is in a State."""
    return sorted(before.values()) == sorted(now.values())
