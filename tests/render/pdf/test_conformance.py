"""PDF/A-2a and PDF/UA-1: the file keeps what the checklist asks, and the checklist finds what is broken."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, NameObject, NullObject, NumberObject
from pypdf.generic import TextStringObject as Text

from pipeline.models.document import Document, Furniture, Paragraph, Part
from pipeline.render import render_pdf
from tests.render.pdf.checklist import faults
from tests.render.pdf.documents import paragraph, rendered
from tests.render.pdf.opened import File, parent_tree, plain
from tests.render.pdf_style import default_style


def file() -> File:
    return File(rendered().data)


def first(opened: File, kind: str) -> Any:
    return next(element for element in opened.elements() if opened.kind(element) == kind)


def test_a_document_with_every_block_keeps_the_checklist() -> None:
    """No check finds anything."""
    assert faults(file()) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (),
        (Paragraph(()),),
        (paragraph("中文 \u200b\u00ad\ufeff\u2009 \uf0b7 \ue001 😀"),),
        (
            paragraph(
                "1,000 m²—self-determination and/or https://treaties.un.org/Pages/View.aspx?src=IND " * 20
            ),
        ),
    ],
)
def test_odd_documents_keep_the_checklist_too(blocks: tuple[Paragraph, ...]) -> None:
    """Nothing at all; characters no font has, invisible ones, private ones; lines broken in all ways."""
    document = Document("A title", "en", (Part("statement", blocks),), Furniture((), page_of=""))
    assert faults(File(render_pdf(document, default_style()).data)) == []


def set_key(*path: str, value: Any) -> Callable[[File], None]:
    """A break: the entry at `path` below the root is another."""

    def change(opened: File) -> None:
        holder: Any = opened.root
        for key in path[:-1]:
            holder = plain(holder[key])
        holder[NameObject(path[-1])] = value

    return change


def without(*path: str) -> Callable[[File], None]:
    """A break: the entry at `path` below the root is gone."""

    def change(opened: File) -> None:
        holder: Any = opened.root
        for key in path[:-1]:
            holder = plain(holder[key])
        del holder[path[-1]]

    return change


def on(kind: str, key: str, value: Any = None) -> Callable[[File], None]:
    """A break: an entry of the first element `kind` is another, or gone."""

    def change(opened: File) -> None:
        element = first(opened, kind)
        if value is None:
            del element[key]
        else:
            element[NameObject(key)] = value

    return change


def attribute(kind: str, key: str, value: Any = None) -> Callable[[File], None]:
    def change(opened: File) -> None:
        element = next(e for e in opened.elements() if opened.kind(e) == kind and opened.attribute(e, key))
        if value is None:
            del plain(element["/A"])[key]
        else:
            plain(element["/A"])[NameObject(key)] = value

    return change


def link(key: str, value: Any = None) -> Callable[[File], None]:
    def change(opened: File) -> None:
        annotation = next(plain(a) for page in opened.pages for a in plain(page.get("/Annots", ())))
        if value is None:
            del annotation[key]
        else:
            annotation[NameObject(key)] = value

    return change


def font(key: str, value: Any = None) -> Callable[[File], None]:
    def change(opened: File) -> None:
        fonts = plain(plain(opened.pages[0]["/Resources"])["/Font"])
        chosen = plain(next(iter(fonts.values())))
        holder = plain(chosen["/FontDescriptor"]) if key in ("/FontFile2", "/Flags") else chosen
        if value is None:
            del holder[key]
        else:
            holder[NameObject(key)] = value

    return change


def operator(change: Callable[[list[Any]], None]) -> Callable[[File], None]:
    return lambda opened: change(opened.operators[1])


def unmark(operations: list[Any]) -> None:
    place = next(
        n for n, (operands, name) in enumerate(operations) if name == b"BDC" and operands[0] != "/Artifact"
    )
    operations[place] = ([NameObject("/Span"), DictionaryObject()], b"BDC")


def nest(operations: list[Any]) -> None:
    operations.insert(
        1, ([NameObject("/P"), DictionaryObject({NameObject("/MCID"): NumberObject(99)})], b"BDC")
    )
    operations.insert(2, ([], b"EMC"))


def tear_parent_tree(opened: File) -> None:
    del plain(parent_tree(opened)[1])[-1]


def swap_parents(opened: File) -> None:
    row = plain(parent_tree(opened)[1])
    row[0], row[-1] = row[-1], row[0]


def claim_twice(opened: File) -> None:
    leaf = first(opened, "LBody")
    first(opened, "Lbl")[NameObject("/K")] = leaf["/K"]


def drop_cell(opened: File) -> None:
    row = first(opened, "TR")
    row["/K"].pop()


def retitle(opened: File) -> None:
    for value in opened.objects:
        if isinstance(value, DictionaryObject) and "/Title" in value and "/Dest" in value:
            value[NameObject("/Title")] = Text("Agenda · 99")
            return


def transparent(opened: File) -> None:
    page = next(
        value for value in opened.objects if isinstance(value, dict) and value.get("/Type") == "/Page"
    )
    page[NameObject("/Group")] = DictionaryObject({NameObject("/S"): NameObject("/Transparency")})


BREAKS: dict[str, tuple[str, Callable[[File], None]]] = {
    "encrypted": ("header", lambda f: f.reader.trailer.update({NameObject("/Encrypt"): DictionaryObject()})),
    "no identifier": ("header", lambda f: f.reader.trailer.pop("/ID")),
    "font not embedded": ("fonts", font("/FontFile2")),
    "font with an encoding": ("fonts", font("/Encoding", NameObject("/WinAnsiEncoding"))),
    "font not symbolic": ("fonts", font("/Flags", NumberObject(32))),
    "font without meanings": ("fonts", font("/ToUnicode")),
    "font with wrong widths": ("fonts", font("/Widths", ArrayObject([NumberObject(7)] * 256))),
    "no output intent": ("colours", without("/OutputIntents")),
    "colour for the press": ("colours", operator(lambda ops: ops.append(([], b"k")))),
    "no XMP": ("metadata", without("/Metadata")),
    "another title in Info": ("metadata", lambda f: f.reader.trailer["/Info"].update({NameObject("/Title"): Text("X")})),  # type: ignore[union-attr]
    "another date in Info": ("metadata", lambda f: f.reader.trailer["/Info"].update({NameObject("/ModDate"): Text("D:2019")})),  # type: ignore[union-attr]
    "title not shown": ("metadata", set_key("/ViewerPreferences", "/DisplayDocTitle", value=BooleanObject(False))),
    "script": ("nothing_forbidden", set_key("/AA", value=DictionaryObject())),
    "attachment": ("nothing_forbidden", set_key("/Names", value=DictionaryObject({NameObject("/EmbeddedFiles"): NullObject()}))),
    "transparency": ("nothing_forbidden", transparent),
    "action on opening": ("nothing_forbidden", set_key("/OpenAction", value=DictionaryObject({NameObject("/S"): NameObject("/Launch")}))),
    "link not described": ("annotations", link("/Contents")),
    "link not printed": ("annotations", link("/F", NumberObject(2))),
    "link in no element": ("annotations", link("/StructParent", NumberObject(0))),
    "page not tabbed": ("annotations", lambda f: f.pages[1].pop("/Tabs")),
    "not marked as tagged": ("marked_content", without("/MarkInfo")),
    "text in no element": ("marked_content", operator(unmark)),
    "content in an artifact": ("marked_content", operator(nest)),
    "index too short": ("marked_content", tear_parent_tree),
    "index of another order": ("marked_content", swap_parents),
    "content in two elements": ("marked_content", claim_twice),
    "no language": ("elements", without("/Lang")),
    "language of no form": ("elements", set_key("/Lang", value=Text("English, please"))),
    "type of no standard": ("elements", on("P", "/S", NameObject("/Para"))),
    "item outside of its list": ("elements", on("L", "/S", NameObject("/Sect"))),
    "empty element": ("elements", on("P", "/K", ArrayObject())),
    "parent lost": ("elements", lambda f: first(f, "P").update({NameObject("/P"): first(f, "TR").raw_get("/P")})),
    "level left out": ("headings", on("H2", "/S", NameObject("/H4"))),
    "table with a short row": ("tables", drop_cell),
    "head without scope": ("tables", attribute("TH", "/Scope")),
    "head of another table": ("tables", attribute("TD", "/Headers", ArrayObject([Text("n999999")]))),
    "figure without words": ("figures_and_notes", on("Figure", "/Alt")),
    "figure without place": ("figures_and_notes", attribute("Figure", "/BBox")),
    "note without name": ("figures_and_notes", on("Note", "/ID")),
    "bookmark to another page": ("bookmarks", retitle),
    "labels not from one": ("bookmarks", set_key("/PageLabels", "/Nums", value=ArrayObject([NumberObject(0), DictionaryObject({NameObject("/S"): NameObject("/D"), NameObject("/St"): NumberObject(3)})]))),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_the_checklist_finds_what_is_broken(name: str) -> None:
    """Each check can fail: of a file with one fault, the check that is there for it says so."""
    check, spoil = BREAKS[name]
    opened = file()
    spoil(opened)
    assert check in {fault.partition(":")[0] for fault in faults(opened)}


def test_the_colours_of_the_output_intent_are_those_of_srgb() -> None:
    """The profile is read by LittleCMS and changes no colour by more than rounding."""
    from io import BytesIO

    from PIL import Image, ImageCms

    from pipeline.render.pdf.metadata import srgb_profile

    profile = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    assert ImageCms.getProfileDescription(profile).strip() == "sRGB IEC61966-2.1"
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    pixels = bytes(value for n in range(256) for value in (n, 255 - n, n * 7 % 256))
    changed = ImageCms.applyTransform(Image.frombytes("RGB", (16, 16), pixels), transform)
    assert changed is not None
    assert max(abs(a - b) for a, b in zip(pixels, changed.tobytes(), strict=True)) <= 1


def test_the_file_says_which_conformance_it_keeps() -> None:
    """Both identifiers stand in the XMP as plain text that any program finds."""
    data = rendered().data
    assert re.search(rb"<pdfaid:part>2</pdfaid:part>\s*<pdfaid:conformance>A<", data)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
