"""An organisation's letterhead, templates/reference.docx: its page, styles, heads, feet, logo, and no more.

Nothing else of the file reaches an output: not its text, macros, template, properties or history.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.models.letterhead import Area, AreaKind, Letterhead, LetterPicture, PageKind
from pipeline.models.style import Page
from pipeline.problems import Place, Problem, problem
from pipeline.read.docx.safety import carried, refuse_doctypes, refuse_macro_kind
from pipeline.read.docx.xml import Relation, child, get, parse, qualified, relations, toggle
from pipeline.read.letterhead_areas import Cleaner
from pipeline.read.letterhead_styles import WordStyles
from pipeline.read.limits import Refused
from pipeline.read.package import Package, open_package
from pipeline.read.xml import Element

MAX_LETTERHEAD = 5_000_000
"""Bytes of a letterhead: it goes into every pack."""
MAX_PIXELS = 20_000_000
MAX_AREA = 200_000
"""Characters of XML in a head or foot; those of real letterheads have some thousand."""
_STRICT = b"http://purl.oclc.org/ooxml/officeDocument"
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_KINDS = {"JPEG": "jpeg", "PNG": "png", "GIF": "png", "BMP": "png", "TIFF": "png"}


class _Unusable(Exception):  # noqa: N818  (a verdict on a letterhead, not an error of ours)
    pass


def read_letterhead(data: bytes, shown: str) -> tuple[Letterhead | None, tuple[Problem, ...]]:
    """The letterhead in `data`, called `shown`, and what is to be said; None where it cannot be used (TE16).

    Heads and feet are those of the first section that has some. TE17 names what was left out, TE18 what the
    file has not, TE19 pictures without alternative text.
    """
    place = Place(shown)
    try:
        return _read(data, place)
    except Refused as refused:
        values = dict(refused.problem.values)
        kind = f"it is {values['kind']}" if "kind" in values else ""
        reason = values.get("reason") or kind or refused.problem.what.rstrip(".")
    except _Unusable as unusable:
        reason = str(unusable)
    return None, (problem("TE16", place, reason=reason),)


def _read(data: bytes, place: Place) -> tuple[Letterhead, tuple[Problem, ...]]:
    if len(data) > MAX_LETTERHEAD:
        raise _Unusable(
            f"it has {len(data) / 1e6:.1f} MB, at most {MAX_LETTERHEAD // 1_000_000} are possible"
        )
    if data.startswith(_OLD_WORD):
        raise _Unusable("it is protected with a password, or of Word 2003 or earlier (.doc)")
    file = _File(open_package(data))
    noticed: set[str] = set()
    cleaner = Cleaner(file.styles, noticed)
    pictures = _Pictures(file.package, noticed)
    section = file.section()
    areas = tuple(_areas(file, section, cleaner, pictures))
    found = Letterhead(
        place.file,
        _page(section.properties, mirrored=bool(toggle(file.settings, "w:mirrorMargins"))),
        _distance(section.properties, "w:header"),
        _distance(section.properties, "w:footer"),
        tuple(file.styles.looks()),
        areas,
        tuple(pictures.found.values()),
    )
    problems = [problem("TE17", place, what=str(dict(each.values)["what"])) for each in file.carried()]
    problems += [problem("TE17", place, what=what) for what in sorted(noticed)]
    problems += [problem("TE18", place, what=what) for what in _missing(found)]
    if cleaner.silent:
        problems.append(problem("TE19", place, count=cleaner.silent))
    return found, tuple(problems)


def _missing(found: Letterhead) -> Iterator[str]:
    if not found.looks:
        yield "styles"
    if not found.areas:
        yield "head and no foot"


class _Section(NamedTuple):
    """The properties of a section and the parts of its heads and feet."""

    properties: Element | None
    parts: dict[tuple[AreaKind, PageKind], str]


class _File:
    """The parts of one file that a letterhead needs."""

    def __init__(self, package: Package) -> None:
        refuse_doctypes(package)
        self.package = package
        self._own = relations(package, "")
        mains = [each.target for each in self._own if each.kind == "officeDocument" and not each.external]
        if len(mains) != 1 or mains[0] not in package:
            raise _Unusable("it is no Word document")
        if _STRICT in package.read("_rels/.rels"):
            raise _Unusable('it is in the form "Strict Open XML"')
        refuse_macro_kind(package, mains[0])
        self._relations = relations(package, mains[0])
        self._root = parse(package.read(mains[0]), mains[0])
        if child(self._root, "w:body") is None:
            raise _Unusable("it is no Word document")
        self.settings = self._part("settings")
        self.styles = WordStyles(self._part("styles"), self._part("theme"))

    def _part(self, kind: str) -> Element | None:
        for each in self._relations:
            if each.kind == kind and not each.external and each.target in self.package:
                return parse(self.package.read(each.target), each.target)
        return None

    def carried(self) -> tuple[Problem, ...]:
        """FI13 for each kind of thing that is not followed, also in heads and feet."""
        settings = [each.target for each in self._relations if each.kind in ("settings", "header", "footer")]
        further = [
            found for part in settings if part in self.package for found in relations(self.package, part)
        ]
        names = carried(self.package, (*self._own, *self._relations, *further))
        return tuple(problem("FI13", what=what) for what in sorted(names))

    def section(self) -> _Section:
        """The first section with heads or feet, else the first of all."""
        sections = list(self._root.iter(qualified("w:sectPr")))
        targets = {each.id: each.target for each in self._relations if not each.external}
        for each in sections:
            if parts := dict(_named(each, targets)):
                return _Section(each, {key: part for key, part in parts.items() if self._used(each, key[1])})
        return _Section(sections[0] if sections else None, {})

    def _used(self, section: Element, pages: PageKind) -> bool:
        if pages == "first":
            return bool(toggle(section, "w:titlePg"))
        return pages == "default" or bool(toggle(self.settings, "w:evenAndOddHeaders"))


def _named(section: Element, targets: dict[str, str]) -> Iterator[tuple[tuple[AreaKind, PageKind], str]]:
    kinds: tuple[tuple[str, AreaKind], ...] = (("w:headerReference", "head"), ("w:footerReference", "foot"))
    names: dict[str, PageKind] = {"default": "default", "first": "first", "even": "even"}
    for reference, kind in kinds:
        for each in section.iter(qualified(reference)):
            pages, target = names.get(get(each, "w:type")), targets.get(get(each, "r:id"))
            if pages and target:
                yield (kind, pages), target


def _areas(file: _File, section: _Section, cleaner: Cleaner, pictures: _Pictures) -> Iterator[Area]:
    for (kind, pages), part in section.parts.items():
        if part not in file.package:
            continue
        root = parse(file.package.read(part), part)
        if root.tag not in (qualified("w:hdr"), qualified("w:ftr")):
            raise _Unusable("a head or foot of it is something else")
        pictures.turn_to(relations(file.package, part))
        content, numbered = cleaner.clean(root, pictures.name_of)
        if len(content) > MAX_AREA:
            raise _Unusable("a head or foot of it is too long")
        yield Area(kind, pages, content, numbered)


class _Pictures:
    """The pictures of all heads and feet, each stored once under a name."""

    def __init__(self, package: Package, noticed: set[str]) -> None:
        self._package, self._noticed = package, noticed
        self._targets: dict[str, str] = {}
        self.found: dict[str, LetterPicture] = {}

    def turn_to(self, all_relations: tuple[Relation, ...]) -> None:
        """Names are now those of this part's relationships."""
        self._targets = {r.id: r.target for r in all_relations if r.kind == "image" and not r.external}

    def name_of(self, relation: str) -> str:
        """The name of a picture, "" for one that lies outside. Raises _Unusable for one not to be had."""
        target = self._targets.get(relation, "")
        if not target or target not in self._package:
            return ""
        if target not in self.found:
            name = f"letterhead{len(self.found) + 1}"
            self.found[target] = _picture(self._package.read(target), name)
        return self.found[target].name


def _picture(data: bytes, name: str) -> LetterPicture:
    """The picture without metadata. A JPEG stays one; what can be seen through stays so."""
    from PIL import Image, UnidentifiedImageError

    stream = io.BytesIO()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=tuple(_KINDS)) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise _Unusable("a picture in it has more than 20 megapixels")
                if image.format == "JPEG":
                    image.save(stream, "JPEG", quality="keep", icc_profile=image.info.get("icc_profile"))
                    return LetterPicture(name, stream.getvalue(), "jpeg")
                plain = image if image.mode in ("1", "L", "RGB", "RGBA") else image.convert("RGBA")
                bare = Image.frombytes(plain.mode, plain.size, plain.tobytes())
                bare.save(stream, "PNG", optimize=True)
    except UnidentifiedImageError:
        raise _Unusable(
            "a picture in it is neither PNG nor JPEG (drawings such as EMF are not taken)"
        ) from None
    except Image.DecompressionBombError:
        raise _Unusable("a picture in it has more than 20 megapixels") from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError):
        raise _Unusable("a picture in it is damaged") from None
    return LetterPicture(name, stream.getvalue(), "png")


def _page(section: Element | None, *, mirrored: bool) -> Page | None:
    """The sheet and its margins; None where the file says nothing, or nothing possible."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    lengths = [_twips(get(size, f"w:{side}")) for side in ("w", "h")]
    lengths += [_twips(get(margins, f"w:{side}")) for side in ("top", "bottom", "left", "right")]
    if None in lengths:
        return None
    width, height, top, bottom, left, right = (length or 0 for length in lengths)
    return Page(width, height, top, bottom, left, right, mirrored)


def _twips(written: str) -> float | None:
    """Points, never less than none: a top margin below zero only holds the head in its place."""
    try:
        found = abs(float(written)) / 20
    except ValueError:
        return None
    return found if found <= 1584 else None


def _distance(section: Element | None, side: str) -> float:
    """From the edge of the sheet to the head or foot, in points; Word's own where the file says nothing."""
    found = _twips(get(child(section, "w:pgMar"), side))
    return 36 if found is None else found
