"""Bad inputs that cannot lie in the repository as files: links, odd names, binary formats."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Builder = Callable[[Path], None]


def link_nobody_names(session: Path) -> None:
    (session / "cuba" / "statements" / "hosts.txt").symlink_to("/etc/hosts")


def too_many_files(session: Path) -> None:
    folder = session / "cuba" / "drafts"
    folder.mkdir()
    for number in range(1_001):
        (folder / f"{number}.txt").write_text("A sample.")


def office_lock_file(session: Path) -> None:
    (session / "cuba" / "statements" / "~$legal-aid.docx").write_bytes(b"\x05Sample" + bytes(100))


def name_for_another_direction(session: Path) -> None:
    (session / "cuba" / "photos").mkdir()
    (session / "cuba" / "photos" / "sample\u202egnp.exe").write_bytes(b"A sample.")


def names_that_differ_in_capitals(session: Path) -> None:
    (session / "cuba" / "fact-sheets").mkdir()
    for name in ("sheet.txt", "Sheet.txt"):
        (session / "cuba" / "fact-sheets" / name).write_text("A sample.")


def photo(session: Path) -> None:
    from PIL import Image

    (session / "cuba" / "photos").mkdir()
    Image.new("RGB", (60, 80), "grey").save(session / "cuba" / "photos" / "portrait.png")


BUILDERS: dict[str, Builder] = {
    "photo-without-alternative-text": photo,
    "file-nobody-names-is-a-link": link_nobody_names,
    "too-many-files": too_many_files,
    "office-lock-file": office_lock_file,
    "name-for-another-direction": name_for_another_direction,
    "names-that-differ-in-capitals-only": names_that_differ_in_capitals,
}
