"""Word's styles from the style of the pack: built-in ones where Word has them, so that its tools work."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.models.letterhead import Letterhead
from pipeline.models.style import Style, TextStyle
from pipeline.render.docx.letterhead import dress
from pipeline.render.docx.paragraphs import RULE_SPACE
from pipeline.render.docx.typefaces import HEAVY, word_family
from pipeline.render.docx.writing import EAST_ASIAN, RIGHT_TO_LEFT, languages_of
from pipeline.render.docx.xml import Element, props, qualified, rule, serialised, twips, w

FALLBACK_SERIF, FALLBACK_SANS = "Times New Roman", "Arial"
CHINESE_SERIF, CHINESE_SANS = "SimSun", "Microsoft YaHei"
"""For scripts that the pack's fonts do not have (Arabic, Hebrew): what Word has everywhere."""


TABLE_SCALE = 0.95
"""The speakers' words in a table, against the size that they have in the statement."""


class Look(NamedTuple):
    """A paragraph style: its Word name, the role it takes its look from, and how it differs."""

    id: str
    name: str
    role: str
    indented: bool = False
    parent: str = "Normal"
    following: str = ""
    level: int = 0
    keep: bool = False
    tight: bool = False
    scale: float = 1.0


# Names of built-in styles are Word's own, in its spelling ("heading 1"); so are their ids.
LOOKS = (
    Look("Normal", "Normal", "own", indented=True, parent=""),
    Look("BodyText", "Body Text", "text", indented=True),
    Look("Caption", "caption", "small"),
    Look("Title", "Title", "title", keep=True),
    Look("Subtitle", "Subtitle", "lead", keep=True),
    Look("Notice", "Notice", "notice"),
    Look("SpeakerLine", "Speaker Line", "signature", keep=True),
    *(
        Look(f"Heading{n}", f"heading {n}", f"heading{n}", following="Normal", level=n, keep=True)
        for n in range(1, 5)
    ),
    *(
        Look(
            f"Heading{n}Unlisted",
            f"Heading {n} unlisted",
            f"heading{n}",
            False,
            f"Heading{n}",
            "Normal",
            n,
            True,
        )
        for n in range(1, 5)
    ),
    *(
        Look(
            f"Heading{n}Statement",
            f"Heading {n} statement",
            f"statement{n}",
            True,
            f"Heading{n}",
            "BodyText",
            n,
            True,
        )
        for n in range(1, 5)
    ),
    Look("Recommendation", "Recommendation", "text", parent="BodyText"),
    Look("Question", "Question", "text", parent="BodyText"),
    Look("Quote", "Quote", "text", parent="BodyText"),
    Look("ListParagraph", "List Paragraph", "text", indented=True, parent="BodyText"),
    Look("PackList", "Pack List", "own", indented=True),
    Look("FootnoteText", "footnote text", "note"),
    Look("TableText", "Table Text", "table", tight=True),
    Look("TableHead", "Table Head", "table_head", tight=True),
    Look("TableWords", "Table Words", "text", tight=True, scale=TABLE_SCALE),
    Look("TableSmall", "Table Small", "small", tight=True),
    Look("BesidePhoto", "Beside Photo", "own"),
    Look("WordsBesidePhoto", "Words Beside Photo", "text"),
    Look("CoverLabel", "Cover Label", "cover_label"),
    Look("CoverValue", "Cover Value", "cover_value"),
    Look("SlotTime", "Slot Time", "time", tight=True),
    Look("SlotWords", "Slot Words", "slot", tight=True),
    Look("SlotBelow", "Slot Below", "slot_below", tight=True),
    Look("SlotBar", "Slot Bar", "small", tight=True),
    Look("ContentsLabel", "Contents Label", "small", keep=True),
    Look("TOC1", "toc 1", "contents1"),
    *(Look(f"TOC{n}", f"toc {n}", "contents2", indented=True) for n in range(2, 5)),
    Look("Header", "header", "head", tight=True),
    Look("Footer", "footer", "foot", tight=True),
    Look("Picture", "Picture", "own"),
    Look("Spacer", "Spacer", "small", tight=True),
)
QUOTE_INDENT, NOTE_HANG = 14.0, 14.0
SLOT_EDGE = 17.0
"""Points of the agenda's bar and of the white beside it."""
RAGGED = frozenset({"TableWords", "SlotWords", "CoverValue"})


def stylesheet(style: Style, language: str, line_width: float, letterhead: Letterhead | None = None) -> bytes:
    """word/styles.xml for a document in `language` whose lines are `line_width` points wide."""
    root = w("styles", _defaults(style, language))
    for look in LOOKS:
        root.append(_paragraph_style(style, look, line_width))
    root.extend(_character_styles(style))
    root.extend(_table_styles(style, turned=language in RIGHT_TO_LEFT))
    dress(root, style, letterhead)
    return serialised(root)


def _defaults(style: Style, language: str) -> Element:
    """What every paragraph starts from."""
    look = props("rPr", [*_type(style, style.text("own")), w("lang", **languages_of(language))])
    if language in EAST_ASIAN:
        look[0].set(qualified("hint"), "eastAsia")
    spacing = w("spacing", before=0, after=0)
    return w("docDefaults", w("rPrDefault", look), w("pPrDefault", props("pPr", [spacing])))


def _type(style: Style, text: TextStyle) -> list[Element]:
    """Font, weight, slant, colour and size."""
    name = word_family(style, text.family)
    fallback = FALLBACK_SANS if text.family == "sans" else FALLBACK_SERIF
    chinese = CHINESE_SANS if text.family == "sans" else CHINESE_SERIF
    heavy = int(text.weight in HEAVY)
    return [
        w("rFonts", ascii=name, hAnsi=name, eastAsia=chinese, cs=fallback),
        w("b", val=heavy),
        w("bCs", val=heavy),
        w("i", val=int(text.italic)),
        w("iCs", val=int(text.italic)),
        w("color", val=style.colour(text.colour).lstrip("#")),
        w("sz", val=round(text.size * 2)),
        w("szCs", val=round(text.size * 2)),
    ]


def _paragraph_style(style: Style, look: Look, line_width: float) -> Element:
    text = style.text(look.role)
    text = dataclasses.replace(text, size=text.size * look.scale, leading=text.leading * look.scale)
    parts = [w("name", val=look.name), w("qFormat")]
    if look.parent:
        parts.append(w("basedOn", val=look.parent))
    if look.following:
        parts.append(w("next", val=look.following))
    parts.append(props("pPr", _layout(style, look, text, line_width)))
    parts.append(props("rPr", _type(style, text)))
    default = {"default": 1} if look.id == "Normal" else {}
    custom = {"customStyle": 1} if look.name[:1].isupper() and look.id not in _BUILT_IN else {}
    return _style("paragraph", look.id, parts, **default, **custom)


_BUILT_IN = frozenset({"Normal", "BodyText", "Title", "Subtitle", "Quote", "ListParagraph"})


def _style(kind: str, name: str, parts: list[Element], **more: int) -> Element:
    made = props("style", parts)
    for key, value in {"type": kind, **more, "styleId": name}.items():
        made.set(qualified(key), str(value))
    return made


def _layout(style: Style, look: Look, text: TextStyle, line_width: float) -> list[Element]:
    tight = look.tight
    before, after = (0.0, 0.0) if tight else (text.before, text.after)
    parts = [
        w("keepNext", val=int(look.keep)),
        w("keepLines", val=int(look.keep)),
        w("widowControl"),
        w("suppressAutoHyphens", val=int(not text.hyphenated)),
        w("spacing", before=twips(before), after=twips(after), line=twips(text.leading), lineRule="atLeast"),
        w("jc", val="both" if text.justified and look.id not in RAGGED else "left"),
    ]
    if look.level:
        parts.append(w("outlineLvl", val=look.level - 1))
    return [*parts, *_special(style, look, line_width)]


def _special(style: Style, look: Look, line_width: float) -> list[Element]:
    """Indents, tabs and rules of single styles."""
    indent = style.label_indent
    if look.id in ("Recommendation", "Question"):
        return _demand(style, "signal" if look.id == "Recommendation" else "grey")
    if lines := _lines(style, look):
        return [w("pBdr", *lines), _indent(indent if look.indented else 0)]
    if look.id == "Quote":
        return [w("ind", left=twips(indent + QUOTE_INDENT), right=twips(QUOTE_INDENT))]
    if look.id == "FootnoteText":
        start = twips(indent + NOTE_HANG)
        return [_stop("left", indent + NOTE_HANG), w("ind", left=start, hanging=twips(NOTE_HANG))]
    right = {"Header": line_width, "Footer": line_width, "SlotWords": line_width - indent - SLOT_EDGE}
    stops = [_stop("right", right[look.id])] if look.id in right else []
    return [*stops, _indent(indent if look.indented else 0)]


def _lines(style: Style, look: Look) -> list[Element]:
    """Rules above and below the paragraphs of a style, or between them."""
    if look.id == "Notice":
        return [rule(side, style.rule * 2, style.colour("signal"), 6) for side in ("top", "bottom")]
    if look.id == "SpeakerLine":
        return [rule("bottom", style.rule, style.colour("rule"), 6)]
    if look.id.startswith("TOC"):
        return [rule(side, style.rule, style.colour("rule"), 2) for side in ("bottom", "between")]
    return []


def _demand(style: Style, colour: str) -> list[Element]:
    """A rule beside the words, room for the number between them."""
    indent = style.label_indent
    return [
        w("pBdr", rule("left", 1, style.colour(colour), RULE_SPACE)),
        _stop("left", indent),
        w("ind", left=twips(indent), hanging=twips(indent - RULE_SPACE)),
    ]


def _stop(kind: str, position: float) -> Element:
    return w("tabs", w("tab", val=kind, pos=twips(position)))


def _indent(left: float) -> Element:
    return w("ind", left=twips(left), right=0, firstLine=0)


def _character_styles(style: Style) -> Iterator[Element]:
    """Looks of stretches of text."""
    grey = w("color", val=style.colour("grey").lstrip("#"))
    default = _style(
        "character", "DefaultParagraphFont", [w("name", val="Default Paragraph Font")], default=1
    )
    yield default
    yield _character(
        "RecommendationNumber", "Recommendation Number", [*_label(style), w("b"), w("bCs")], custom=True
    )
    question = [part for part in _label(style) if not part.tag.endswith("}color")]
    yield _character("QuestionNumber", "Question Number", [*question, w("b"), w("bCs"), grey], custom=True)
    yield _character("Muted", "Muted", [w("color", val=style.colour("grey").lstrip("#"))], custom=True)
    yield _character("Strong", "Strong", [w("b"), w("bCs"), w("color", val=style.colour("ink").lstrip("#"))])
    signal = w("color", val=style.colour("signal").lstrip("#"))
    yield _character("Hyperlink", "Hyperlink", [signal])
    yield _character("FootnoteReference", "footnote reference", [w("vertAlign", val="superscript")])
    yield _character("Mark", "Mark", _type(style, style.text("mark")), custom=True)
    yield _character("Minutes", "Minutes", _type(style, style.text("slot_below")), custom=True)


def _label(style: Style) -> list[Element]:
    return [p for p in _type(style, style.text("label")) if not p.tag.endswith(("}b", "}bCs", "}i", "}iCs"))]


def _character(name: str, shown: str, look: list[Element], *, custom: bool = False) -> Element:
    parts = [w("name", val=shown), w("basedOn", val="DefaultParagraphFont"), w("qFormat"), props("rPr", look)]
    return _style("character", name, parts, **({"customStyle": 1} if custom else {}))


def _table_styles(style: Style, *, turned: bool) -> Iterator[Element]:
    """Tables with thin rules between rows; lists of labels; the agenda.

    Whether the left margin of a cell in a table that runs to the left is at its left, programs read in two
    ways: where tables are `turned` both sides have it.
    """
    before = 5 if turned else 0
    after = 5 if turned else 10
    lines = [rule(side, style.rule, style.colour("rule")) for side in ("top", "bottom", "insideH")]
    borders = w("tblBorders", *lines)
    yield _table("TableNormal", "Normal Table", [_cell_margins(0, 0, 0)], default=1)
    yield _table("PackRules", "Pack Rules", [borders, _cell_margins(4, 4.5, after, before)], customStyle=1)
    yield _table("PackKey", "Pack Key", [_cell_margins(0, 0, after, before)], customStyle=1)
    yield _table("PackAgenda", "Pack Agenda", [_cell_margins(0, 0, 0)], customStyle=1)


def _table(name: str, shown: str, look: list[Element], **more: int) -> Element:
    parts = [w("name", val=shown), props("tblPr", [w("tblInd", w=0, type="dxa"), *look])]
    if "default" not in more:
        parts.append(w("basedOn", val="TableNormal"))
    if name == "PackRules":
        head = props("rPr", [w("b"), w("bCs")])
        parts.append(w("tblStylePr", head, w("trPr", w("tblHeader")), type="firstRow"))
    return _style("table", name, parts, **more)


def _cell_margins(top: float, bottom: float, right: float, left: float = 0) -> Element:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides))
