"""Bad inputs that cannot lie in the repository as files: links, odd names, binary formats, broken builds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests import letterheads, sheets
from tests.bad import documents, packs

Builder = Callable[[Path], None]


def statement(name: str, make: Callable[[], bytes]) -> Builder:
    """Cuba's statement is the file `name`."""

    def build(session: Path) -> None:
        (session / "cuba" / "statements" / "legal-aid.md").unlink()
        (session / "cuba" / "statements" / name).write_bytes(make())
        review = session / "cuba" / "review.yaml"
        review.write_text(review.read_text("utf-8").replace("legal-aid.md", name), "utf-8")

    return build


def photo(make: Callable[[], bytes]) -> Builder:
    """The first speaker has this photo."""

    def build(session: Path) -> None:
        (session / "cuba" / "photos").mkdir()
        (session / "cuba" / "photos" / "portrait.png").write_bytes(make())
        review = session / "cuba" / "review.yaml"
        if "photo:" not in review.read_text("utf-8").replace("photo: no", ""):
            line = "    photo: {file: photos/portrait.png, alternative: Portrait of Sample Speaker 1}\n"
            words = review.read_text("utf-8").replace("photo: no", "photo: yes")
            review.write_text(words.replace("    floor: 6\n", f"{line}    floor: 6\n"), "utf-8")

    return build


def fact_sheet(make: Callable[[], bytes], pages: str = "", name: str = "sheet.pdf") -> Builder:
    """The first speaker has this fact sheet, of which `pages` are wanted, and agrees that it is shown.

    The consent is put at the end of what review.yaml of the folder says, if it says nothing of it.
    """

    def build(session: Path) -> None:
        (session / "cuba" / "fact-sheets").mkdir()
        (session / "cuba" / "fact-sheets" / name).write_bytes(make())
        review = session / "cuba" / "review.yaml"
        file = f"{{file: fact-sheets/{name}, pages: {pages}}}" if pages else f"fact-sheets/{name}"
        words = review.read_text("utf-8").replace("    floor: 6\n", f"    floor: 6\n    fact_sheet: {file}\n")
        if "fact_sheet: yes" not in words:
            words = words.replace("statement: yes}", "statement: yes, fact_sheet: yes}")
        review.write_text(words, "utf-8")

    return build


def letterhead(make: Callable[[], bytes]) -> Builder:
    """The session's Word files are written on this letterhead."""

    def build(session: Path) -> None:
        (session / "templates").mkdir()
        (session / "templates" / "reference.docx").write_bytes(make())

    return build


def link_nobody_names(session: Path) -> None:
    (session / "cuba" / "statements" / "hosts.txt").symlink_to("/etc/hosts")


def statement_is_a_link(session: Path) -> None:
    path = session / "cuba" / "statements" / "legal-aid.md"
    path.rename(session / "elsewhere.md")
    path.symlink_to("../../elsewhere.md")


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


def build_with(fault: Callable[[Path], None], archived: bool = False) -> Builder:
    """A finished build in `build/`, or a bag of it, that something happened to afterwards."""

    def build(session: Path) -> None:
        from pipeline.archive import Manifest, archive_build, digest

        folder = session / "build"
        folder.mkdir()
        (folder / "programme.pdf").write_bytes(b"%PDF sample")
        manifest = Manifest("upr30", "room", {}, outputs={"programme.pdf": digest(b"%PDF sample")})
        (folder / "manifest.json").write_bytes(manifest.as_bytes())
        if archived:
            bag = archive_build(folder, session / "archive", {})
            shutil.rmtree(folder)
            shutil.move(bag, folder)
        fault(folder)

    return build


def call_final(bag: Path) -> None:
    """Somebody changed the status in bag-info.txt, and the checksum of it."""
    from pipeline.archive import digest

    info, manifest = bag / "bag-info.txt", bag / "tagmanifest-sha256.txt"
    before = digest(info.read_bytes())
    info.write_text(info.read_text().replace("Status: draft", "Status: final"))
    manifest.write_text(manifest.read_text().replace(before, digest(info.read_bytes())))


def finished_pack(make: Callable[[], bytes]) -> Builder:
    """A finished PDF beside the session."""

    def build(session: Path) -> None:
        (session / "build").mkdir()
        (session / "build" / "pack.pdf").write_bytes(make())

    return build


BUILDERS: dict[str, Builder] = {
    **{name: finished_pack(make) for name, make in packs.PACKS.items()},
    "file-nobody-names-is-a-link": link_nobody_names,
    "name-for-another-direction": name_for_another_direction,
    "names-that-differ-in-capitals-only": names_that_differ_in_capitals,
    "office-lock-file": office_lock_file,
    "too-many-files": too_many_files,
    # letterheads
    "letterhead-with-macros": letterhead(letterheads.with_macros),
    "letterhead-without-head-and-styles": letterhead(letterheads.bare),
    "letterhead-with-a-logo-without-words": letterhead(letterheads.silent),
    "letterhead-in-a-pale-colour": letterhead(letterheads.pale),
    # statements
    "statement-of-unknown-kind": statement("legal-aid.docx", documents.zip_of_nothing_known),
    "statement-cut-off": statement("legal-aid.docx", lambda: documents.docx()[:9_000]),
    "statement-nested-too-deeply": statement("legal-aid.md", lambda: b">" * 5_000 + b" Cuba"),
    "statement-with-password": statement(
        "legal-aid.pdf", lambda: documents.encrypted(userPassword="sample", ownerPassword="other")
    ),
    "statement-scanned": statement("legal-aid.pdf", lambda: documents.pdf(documents.picture)),
    "statement-with-another-ending": statement("legal-aid.pdf", documents.docx),
    "statement-page-without-text": statement(
        "legal-aid.pdf", lambda: documents.pdf(documents.text, documents.text, documents.picture)
    ),
    "statement-with-tracked-changes": statement("legal-aid.docx", documents.tracked),
    "statement-with-hidden-text": statement("legal-aid.docx", documents.hidden),
    "statement-that-takes-too-long": statement("legal-aid.docx", documents.many_paragraphs),
    "statement-is-a-link": statement_is_a_link,
    "statement-without-text": statement("legal-aid.docx", lambda: documents.docx(text=[])),
    "statement-with-blacked-out-words": statement("legal-aid.docx", documents.blacked_out),
    "statement-with-bytes-before-its-beginning": statement(
        "legal-aid.pdf", lambda: b"sample\n" + documents.pdf(documents.text)
    ),
    "statement-not-to-be-copied": statement(
        "legal-aid.pdf", lambda: documents.encrypted(userPassword="", ownerPassword="other", canCopy=0)
    ),
    "statement-is-a-portfolio": statement("legal-aid.pdf", documents.portfolio),
    "statement-with-form-field": statement("legal-aid.pdf", lambda: documents.pdf(documents.form_field)),
    "statement-in-columns-that-may-be-a-table": statement(
        "legal-aid.pdf", lambda: documents.pdf(documents.side_by_side)
    ),
    "statement-from-text-recognition": statement(
        "legal-aid.pdf", lambda: documents.pdf(documents.recognised)
    ),
    "statement-with-crossed-out-words": statement("legal-aid.docx", documents.crossed_out),
    "statement-crossed-out-as-a-whole": statement("legal-aid.docx", documents.crossed_out_as_a_whole),
    "statement-that-is-a-web-page-by-another-name": statement(
        "legal-aid.docx", lambda: b"<!DOCTYPE html><html><body><p>Please sign in.</p></body></html>"
    ),
    "statement-that-only-points-to-a-document": statement(
        "legal-aid.docx", lambda: b'{"url": "https://docs.google.com/document/d/sample"}'
    ),
    # photos
    "photo-without-alternative-text": photo(lambda: documents.png(60, 80)),
    "photo-is-no-picture": photo(lambda: b"A sample."),
    "photo-of-too-many-pixels": photo(lambda: documents.png(9_000, 9_000)),
    # fact sheets
    "fact-sheet-is-a-word-file": fact_sheet(documents.docx, name="sheet.docx"),
    "fact-sheet-that-is-damaged": fact_sheet(lambda: sheets.loose()[:600]),
    "fact-sheet-of-many-pages": fact_sheet(lambda: sheets.many(13)),
    "fact-sheet-that-names-who-is-withheld": fact_sheet(lambda: sheets.loose("Written by Sample Speaker 1")),
    "fact-sheet-with-an-address": fact_sheet(lambda: sheets.loose("Write to somebody@sample.example")),
    "fact-sheet-scanned": fact_sheet(lambda: documents.pdf(documents.picture)),
    "fact-sheet-in-fonts-that-are-not-embedded": fact_sheet(sheets.loose),
    "fact-sheet-page-that-is-not-there": fact_sheet(sheets.loose, pages="[1, 2]"),
    "fact-sheet-of-an-organisation-that-is-withheld": fact_sheet(sheets.loose),
    "fact-sheet-with-pictures": fact_sheet(sheets.with_photo),
    "fact-sheet-that-a-final-pack-waits-for": fact_sheet(lambda: b"A sample."),
    # builds and bags
    "build-without-manifest": build_with(lambda folder: (folder / "manifest.json").unlink()),
    "build-with-a-changed-file": build_with(
        lambda folder: (folder / "programme.pdf").write_bytes(b"%PDF other")
    ),
    "build-with-a-missing-file": build_with(lambda folder: (folder / "programme.pdf").unlink()),
    "build-with-a-strange-file": build_with(lambda folder: (folder / "notes.txt").write_text("A sample.")),
    "bag-that-calls-a-draft-final": build_with(call_final, archived=True),
    "bag-that-is-broken": build_with(lambda folder: (folder / "manifest-sha256.txt").unlink(), archived=True),
}
