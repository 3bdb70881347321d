"""The control words of RTF that a reader of words has to know (RTF 1.9.1, appendix B), as tables."""

from __future__ import annotations

# Words and signs that stand for a letter or a blank. What is not here and no format has no letters.
SPECIAL = {
    "tab": "\t", "line": "\n", "lbr": "\n", "softline": " ", "page": " ", "column": " ",
    "emdash": "—", "endash": "–", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
    "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "ltrmark": "\u200e", "rtlmark": "\u200f", "zwj": "\u200d", "zwnj": "\u200c",
    "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
SIGNS = {"~": "\u00a0", "_": "\u2011", "-": "", "\t": "\t", "|": "", ":": ""}

TEXT_BEGINS = frozenset(("pard", "sectd"))
"""Words that stand before text only, never in a table of the head."""

TOGGLES = {
    "b": "bold", "i": "italic", "v": "hidden", "caps": "caps", "deleted": "deleted", "mvf": "deleted",
    "revised": "revised", "mvt": "revised", "super": "superscript",
    "strike": "struck", "striked": "struck_twice",
} | dict.fromkeys((
    "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulthdash",
    "ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave",
), "underline")  # fmt: skip
FIGURES = {
    "f": "font", "cf": "colour", "cb": "ground", "chcbpat": "ground",
    "highlight": "highlight", "chshdng": "shading", "chcfpat": "pattern", "fs": "size", "cs": "style",
}  # fmt: skip
KEEP_FONT = (TOGGLES.keys() | FIGURES.keys() | {
    "ulnone", "nosupersub", "sub", "up", "dn", "kerning", "expnd", "expndtw", "charscalex", "lang", "langfe",
    "langnp", "langfenp", "noproof", "insrsid", "charrsid",
}) - {"f"}  # fmt: skip
"""Words that set letters and not their font: a letter of two bytes may have one in its midst."""
ASSOCIATED = {"ab": "bold", "ai": "italic", "aul": "underline", "afs": "size", "af": "font"}
PARAGRAPH = {
    "s": "style", "li": "left", "lin": "left", "ri": "right", "rin": "right", "outlinelevel": "outline",
    "itap": "level", "ls": "list", "ilvl": "depth", "cbpat": "ground", "shading": "shading",
    "cfpat": "pattern",
}  # fmt: skip

# Groups of which no word is on the page, also where their "\*" is missing.
UNREAD = frozenset((
    "aftncn", "aftnsep", "aftnsepc", "atnauthor", "atndate", "atnicn", "atnid", "atnparent", "atnref",
    "atntime", "atrfend", "atrfstart", "author", "bkmkend", "bkmkstart", "blipuid", "buptim",
    "category", "comment", "company", "creatim", "datafield", "defchp", "defpap", "doccomm", "docvar",
    "docvars", "ebcend", "ebcstart", "factoidname", "falt", "fchars", "ffdeftext", "ffentrymcr",
    "ffexitmcr", "ffformat", "ffhelptext", "ffl", "ffname", "ffstattext", "fldtype", "fname", "fontemb",
    "fontfile", "formfield", "ftncn", "ftnsep", "ftnsepc", "hl", "hlfr", "hlinkbase", "hlloc", "hlsrc",
    "hsv", "htmltag", "keycode", "keywords", "lchars", "levelmarker", "levelnumbers", "linkval", "listname",
    "listpicture", "liststylename", "lsdlockedexcept", "manager", "mhtmltag", "mmathPict", "nextfile",
    "nonesttables", "objalias", "objclass", "objname", "objsect", "objtime", "oldcprops", "oldpprops",
    "oldsprops", "oldtprops", "oleclsid", "operator", "panose", "password", "passwordhash", "pgp",
    "pgptbl", "picprop", "pn", "pnseclvl", "pntxta", "pntxtb", "printdata", "printim", "private",
    "propname", "protend", "protstart", "pxe", "revtim", "rxe", "shprslt", "staticval", "subject", "svb",
    "title", "txe", "userprops", "wgrffmtfilter", "windowcaption", "writereservation", "writereservhash",
    "xform", "xmlattrname", "xmlattrvalue", "xmlclose", "xmlname", "xmlopen",
))  # fmt: skip
HEADS = frozenset((
    "colorschememapping", "datastore", "filetbl", "generator", "gridtbl", "info", "latentstyles",
    "mailmerge", "pgdsctbl", "protusertbl", "revtbl", "rsidtbl", "themedata", "xmlnstbl",
))  # fmt: skip
# Groups that hold text or further groups although they begin with "\*".
READ = frozenset(("nesttableprops", "shppict", "moMath", "moMathPara", "mmath"))

KINDS_OF_STYLES = frozenset(("cs", "ds", "ts"))
"""Words of styles that are no paragraph styles: there they stand behind "\\*"."""

NOTE_FIGURES = {
    "nar": "decimal", "nalc": "lowerLetter", "nauc": "upperLetter", "nrlc": "lowerRoman",
    "nruc": "upperRoman", "nchi": "chicago",
}  # fmt: skip

PAGES = {"ansi": 1252, "mac": 10000, "pc": 437, "pca": 850}
"""The words that name the code page of a file (RTF 1.9.1, Character Set)."""
OUTSIDE = {
    "objlink": "an object that lies outside of it", "objautlink": "an object that lies outside of it",
    "objocx": "a control (ActiveX)", "subdocument": "a sub-document that lies outside of it",
}  # fmt: skip
