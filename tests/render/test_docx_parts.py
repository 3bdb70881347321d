"""The parts of a Word file follow the schema and the packaging standard, and its fonts come back whole."""

from __future__ import annotations

import io
import uuid
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.render.characters import xml_safe
from pipeline.render.docx.typefaces import font_key, obfuscated
from pipeline.render.docx.xml import XML_SPACE, Element, adjust, props, qualified, serialised, w
from pipeline.render.fonts import font_bytes
from tests.render.pdf_style import default_style
from tests.render.test_docx import R, W, made, part_of

# ECMA-376, 5th edition, Part 4, wml.xsd: the whole sequences, of which the writer uses some.
SEQUENCES = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection "
    "textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "tcBorders": "top start left bottom end right insideH insideV tl2br tr2bl",
    "tblBorders": "top start left bottom end right insideH insideV",
    "tblCellMar": "top start left bottom end right",
    "tcMar": "top start left bottom end right",
    "pBdr": "top left bottom right between bar",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat "
    "locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime "
    "doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText "
    "printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts "
    "saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle "
    "proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod "
    "documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting "
    "documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength "
    "clickAndTypeStyle defaultTableStyle evenAndOddHeaders characterSpacingControl footnotePr compat docVars rsids "
    "mathPr attachedSchema themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic "
    "embedBoldItalic",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "sdt": "sdtPr sdtEndPr sdtContent",
}
PARTS = (
    "document",
    "styles",
    "settings",
    "fontTable",
    "footnotes",
    "header1",
    "header2",
    "footer1",
    "footer2",
)


@pytest.fixture(scope="module")
def whole() -> bytes:
    return made()


@pytest.mark.parametrize("name", PARTS)
@pytest.mark.parametrize("parent", SEQUENCES)
def test_children_stand_in_the_order_of_the_schema(whole: bytes, name: str, parent: str) -> None:
    rank = {W + child: number for number, child in enumerate(SEQUENCES[parent].split())}
    for element in part_of(whole, f"word/{name}.xml").iter(W + parent):
        ranks = [rank[child.tag] for child in element]
        assert ranks == sorted(ranks)


@pytest.mark.parametrize("parent", ["pPr", "rPr", "tcPr", "tblPr"])
def test_a_property_is_said_once(whole: bytes, parent: str) -> None:
    for element in part_of(whole, "word/document.xml").iter(W + parent):
        tags = [child.tag for child in element]
        assert len(set(tags)) == len(tags)


def test_properties_come_first_in_paragraphs_and_runs(whole: bytes) -> None:
    for kind in ("p", "r"):
        for element in part_of(whole, "word/document.xml").iter(W + kind):
            assert [n for n, child in enumerate(element) if child.tag == W + kind + "Pr"] in ([], [0])


def test_properties_are_put_in_order_and_replaced() -> None:
    made_ = props("pPr", [w("jc", val="left"), w("pStyle", val="Normal"), w("keepNext")])
    paragraph = w("p", made_, w("r"))
    adjust(paragraph, w("jc", val="both"), w("pageBreakBefore"))
    assert [child.tag.rpartition("}")[2] for child in paragraph[0]] == [
        "pStyle",
        "keepNext",
        "pageBreakBefore",
        "jc",
    ]
    assert paragraph[0][-1].get(W + "val") == "both"


def test_a_property_that_the_table_does_not_know_is_our_bug() -> None:
    with pytest.raises(KeyError):
        props("pPr", [w("unheardOf")])


def test_every_style_that_is_used_is_there(whole: bytes) -> None:
    known = {style.get(W + "styleId") for style in part_of(whole, "word/styles.xml").iter(W + "style")}
    used = {
        element.get(W + "val")
        for name in PARTS
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for element in part_of(whole, f"word/{name}.xml").iter(W + kind)
    }
    assert used <= known


def test_every_relationship_that_is_used_is_there_and_every_part_has_a_type(whole: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(whole))
    for name in PARTS:
        used = {
            value
            for element in part_of(whole, f"word/{name}.xml").iter()
            for key, value in element.attrib.items()
            if key.startswith(R)
        }
        if used:
            relations = etree.fromstring(archive.read(f"word/_rels/{name}.xml.rels"))
            assert used <= {relation.get("Id") for relation in relations}
    types = etree.fromstring(archive.read("[Content_Types].xml"))
    covered = {t.get("PartName") for t in types} | {t.get("Extension") for t in types}
    for name in archive.namelist()[1:]:
        assert f"/{name}" in covered or name.rpartition(".")[2] in covered


def test_fonts_are_inside_under_the_names_that_the_styles_use(whole: bytes) -> None:
    table = part_of(whole, "word/fontTable.xml")
    names = {font.get(W + "name") for font in table}
    assert names == {"Source Serif 4", "Source Sans 3", "Source Serif 4 Display"}
    used = {f.get(W + "ascii") for f in part_of(whole, "word/styles.xml").iter(W + "rFonts")}
    assert used <= names
    settings = part_of(whole, "word/settings.xml")
    assert settings.find(W + "embedTrueTypeFonts") is not None
    assert settings.find(W + "mirrorMargins") is not None


def test_an_embedded_font_comes_back_with_its_key(whole: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(whole))
    regular = part_of(whole, "word/fontTable.xml").find(f"{W}font[@{W}name='Source Serif 4']/{W}embedRegular")
    relations = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
    target = next(r.get("Target") for r in relations if r.get("Id") == regular.get(R + "id"))
    stored = archive.read(f"word/{target}")
    original = font_bytes(dict(default_style().families)["serif"], "regular", False)
    assert stored != original
    assert obfuscated(stored, regular.get(W + "fontKey")) == original


def test_the_key_of_a_font_is_a_guid_made_from_the_font() -> None:
    key = font_key(b"a font")
    assert key == font_key(b"a font") != font_key(b"another")
    assert key == "{" + str(uuid.UUID(key)).upper() + "}"


def test_the_first_bytes_are_combined_with_the_key_from_its_end() -> None:
    key = "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    assert obfuscated(bytes(40), key)[:16] == bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
    assert obfuscated(bytes(40), key)[32:] == bytes(8)


def test_the_file_stays_small_enough_for_a_mail(whole: bytes) -> None:
    assert len(whole) < 1_200_000


@given(st.text(), st.text())
def test_any_words_come_back_from_a_part_as_an_independent_parser_reads_it(text: str, said: str) -> None:
    words = w("t", val=xml_safe(said))
    words.text = xml_safe(text)
    words.set(XML_SPACE, "preserve")
    root = etree.fromstring(serialised(w("p", w("r", words), w("b"))))
    read = root.find(f".//{qualified('t')}")
    assert read is not None
    assert (read.text or "") == xml_safe(text)
    assert read.get(qualified("val")) == xml_safe(said)


def test_a_part_declares_the_namespaces_that_it_uses_and_no_other() -> None:
    drawing = w("drawing", Element(qualified("wp:inline"), {"distT": "0"}), w("blip"))
    drawing[1].set(qualified("a:embed"), "a: pic: is no prefix")
    root = etree.fromstring(serialised(w("p", drawing)))
    assert set(root.nsmap) == {"w", "r", "wp", "a"}


def test_a_namespace_without_a_prefix_is_our_bug() -> None:
    with pytest.raises(KeyError):
        serialised(w("p", Element("{urn:unheard-of}x")))
