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
} | dict.fromkeys((
    "ul", "uld", "uldash", "uldashd", "uldashdd", "uldb", "ulhwave", "ulldash", "ulth", "ulthd", "ulthdash",
    "ulthdashd", "ulthdashdd", "ulthldash", "ululdbwave", "ulw", "ulwave",
), "underline")  # fmt: skip
FIGURES = {
    "f": "font", "cf": "colour", "cb": "ground", "chcbpat": "ground",
    "highlight": "highlight", "chshdng": "shading", "fs": "size", "cs": "style",
}  # fmt: skip
ASSOCIATED = {"ab": "bold", "ai": "italic", "aul": "underline", "afs": "size", "af": "font"}
PARAGRAPH = {
    "s": "style", "li": "left", "lin": "left", "ri": "right", "rin": "right", "outlinelevel": "outline",
    "itap": "level", "ls": "list", "ilvl": "depth", "cbpat": "ground", "shading": "shading",
}  # fmt: skip

# Groups of which no word is on the page, also where their "\*" is missing.
UNREAD = frozenset((
    "aftncn", "aftnsep", "aftnsepc", "atnauthor", "atnicn", "atnid", "atnparent", "atnref", "atntime",
    "atrfend", "atrfstart", "background", "bkmkend", "bkmkstart", "blipuid", "datafield", "defchp",
    "defpap", "docvar", "falt", "fchars", "fname", "fontemb", "fontfile", "formfield", "ftncn", "ftnsep",
    "ftnsepc", "hlinkbase", "keycode", "lchars", "levelmarker", "levelnumbers", "listname", "listpicture",
    "liststylename", "mmathPict", "nextfile", "nonesttables", "objalias", "objclass",
    "objname", "objsect", "objtime", "oldcprops", "oldpprops", "oldsprops", "oldtprops", "panose",
    "passwordhash", "pgp", "pgptbl", "picprop", "pnseclvl", "printdata", "private", "rxe", "shprslt",
    "staticval", "txe", "userprops", "wgrffmtfilter", "windowcaption", "writereservation",
    "writereservhash", "xform", "xmlattrname", "xmlattrvalue",
))  # fmt: skip
HEADS = frozenset((
    "colorschememapping", "datastore", "filetbl", "generator", "info", "latentstyles", "mailmerge",
    "pgdsctbl", "protusertbl", "revtbl", "rsidtbl", "themedata", "xmlnstbl",
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
