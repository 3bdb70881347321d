"""Small RTF files made in memory, as Word writes them."""

from __future__ import annotations

from pipeline.models.passages import RawStatement
from pipeline.read import read_statement

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0\fprq2{\*\panose 02020603050405020304}Times New Roman;}{\f1\fmodern\fcharset0 "
    r"Courier New;}{\f3\froman\fcharset2\fprq2 Symbol;}{\f4\fnil\fcharset2 Wingdings;}{\f5\fcharset128 MS Mincho"
    r"{\*\falt \'82\'6c};}{\f6\fcharset134 SimSun;}{\f7\fcharset136 PMingLiU;}{\f8\fcharset129 Batang;}{\f9\fcharset"
    r"178 Arial (Arabic);}{\f10\fcharset204 Arial Cyr;}{\f11\fcharset161 Arial Greek;}{\f12\fcharset238 Arial CE;}"
    r"{\f13 Arial Cyr;}{\f14\fnil\fcharset0\cpg1251 Lucida;}{\f15\fcharset1 Default;}}"
)
COLOURS = r"{\colortbl;\red0\green0\blue0;\red255\green255\blue255;\red0\green32\blue96;}"
STYLES = (
    r"{\stylesheet{\ql\sa160 \snext0\sqformat Normal;}{\s1\outlinelevel0\b\fs32 \sbasedon0\snext0 heading 1;}"
    r"{\s2\b \sbasedon1 My own head;}{\s3 \u220\'dcberschrift 2;}{\s4 Titre 3;}{\s5\outlinelevel9 \sbasedon1 Not;}"
    r"{\*\cs10\additive Default Paragraph Font;}{\*\cs11\additive\v Secret;}{\*\ts12\tsrowd Normal Table;}"
    r"{\s16 footnote text;}{\s17 Intense Quote;}{\s18 toc 1;}{\s19\v Hidden Style;}{\s20\sbasedon20 Circle;}}"
)
LISTS = (
    r"{\*\listtable{\list\listtemplateid-1\listhybrid{\listlevel\levelnfc0\levelnfcn0\leveljc0\levelfollow0"
    r"\levelstartat1\levelspace0\levelindent0{\leveltext\leveltemplateid67698703\'02\'00.;}{\levelnumbers\'01;}"
    r"\fi-360\li720\lin720 }{\listlevel\levelnfc4\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}"
    r"{\listlevel\levelnfc2\levelstartat1{\leveltext\'03\'00.\'02;}{\levelnumbers\'01\'03;}}{\listname ;}\listid7}"
    r"{\list{\listlevel\levelnfc23{\leveltext\'01\u-3913 ?;}{\levelnumbers;}\f3}{\listname ;}\listid8}}"
    r"{\*\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}{\listoverride\listid7\listoverridecount1"
    r"{\lfolevel\listoverridestartat\levelstartat26}\ls2}{\listoverride\listid8\listoverridecount0\ls3}}"
)
HEAD = (
    FONTS
    + COLOURS
    + STYLES
    + LISTS
    + r"{\*\rsidtbl \rsid1\rsid2}{\mmathPr\mmathFont34\mbrkBin0}{\info{\title "
    r"A title nobody sees}{\author Sample Author}}{\*\xmlnstbl {\xmlns1 http://example.org}}\paperw12240\ftnbj"
    r"{\*\pnseclvl1\pnucrm\pnstart1{\pntxta .}}"
)
TAIL = r"{\*\themedata 504b0304}{\*\latentstyles{\lsdlockedexcept Normal;heading 1;}}{\*\datastore 0105}}"


def make_rtf(body: str | bytes, opening: str = r"{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1033") -> bytes:
    """A file with `body` behind the head and before the tail that Word writes."""
    inside = body if isinstance(body, bytes) else body.encode("ascii")
    return (opening + HEAD).encode("ascii") + inside + TAIL.encode("ascii")


def rtf(body: str | bytes, opening: str = r"{\rtf1\ansi\ansicpg1252\uc1\deff0\deflang1033") -> RawStatement:
    """Read a file made of `body`."""
    return read_statement(make_rtf(body, opening), "statement.rtf")


def par(text: str, properties: str = "") -> str:
    """A paragraph of one run as Word writes it."""
    return (
        rf"\pard\plain \ltrpar\ql {properties}\rtlch\fcs1 \af0\afs22 \ltrch\fcs0 "
        rf"{{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid2 {text}}}{{\rtlch\fcs1 \af0 \ltrch\fcs0 \insrsid3 \par }}"
        + "\r\n"
    )
