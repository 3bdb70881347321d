"""Code pages: which one a font's character set stands for, and the letters of bytes written in it."""

from __future__ import annotations

import codecs

# RTF 1.9.1, Font Table, \fcharset: the character sets of Windows and of the Macintosh and their code pages.
_CHARSETS = {
    0: 1252, 77: 10000, 78: 932, 79: 949, 80: 936, 81: 950, 82: 949, 83: 10005, 84: 10004, 85: 10006,
    86: 10081, 87: 10021, 88: 10029, 89: 10007, 128: 932, 129: 949, 130: 1361, 134: 936, 136: 950,
    161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 179: 1256, 180: 1256, 181: 1255, 186: 1257,
    204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}  # fmt: skip
SYMBOL_CHARSET = 2
# RTF 1.9.1, \ansicpg and \cpg. Where Python has no codec of the Macintosh, the one of Windows whose letters
# lie at the same places stands for it.
_CODECS = {
    708: "iso8859_6", 819: "latin_1", 936: "gb18030", 1361: "johab", 10000: "mac_roman", 10001: "cp932",
    10002: "cp950", 10003: "cp949", 10004: "mac_arabic", 10005: "cp1255", 10006: "mac_greek",
    10007: "mac_cyrillic", 10008: "gb18030", 10010: "mac_romanian", 10017: "mac_cyrillic", 10021: "cp874",
    10029: "mac_latin2", 10079: "mac_iceland", 10081: "mac_turkish", 10082: "mac_croatian", 20866: "koi8_r",
    21866: "koi8_u", 54936: "gb18030", 65001: "utf_8",
} | {
    page: f"cp{page}"
    for page in (
        437, 720, 737, 775, 850, 852, 855, 857, 858, 860, 861, 862, 863, 864, 865, 866, 869, 874, 932,
        949, 950, 1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258,
    )
} | {28590 + part: f"iso8859_{part}" for part in (1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 15)}  # fmt: skip
_MACINTOSH = range(10000, 11000)
DEFAULT = "cp1252"


def codec_of_page(page: int) -> str:
    """The codec of a Windows code page; "" for 0 and for one that nobody knows."""
    return _CODECS.get(page, "")


def codec_of_charset(charset: int, page: int) -> str:
    """The codec of a font with this \\fcharset in a file with \\ansicpg `page`; "" for that of the file.

    Character set 0 is Windows-1252 whatever the file's page, but Word for Macintosh writes 0 for its own.
    """
    if charset == 0 and page in _MACINTOSH:
        return ""
    return codec_of_page(_CHARSETS.get(charset, 0))


def decoded(data: bytes, codec: str, fallback: str) -> tuple[str, bool]:
    """`data` in `codec`, else in `fallback` (fonts of a script that they do not hold), and whether all could.

    A byte that stands for no letter becomes U+FFFD, so that it shows that something is missing.
    """
    for each in (codec, fallback):
        try:
            return data.decode(each), True
        except UnicodeDecodeError:
            continue
    return data.decode(codec, "replace"), False


def unfinished(data: bytes, codec: str) -> int:
    """How many bytes at the end of `data` only begin a letter."""
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return 0
    return len(decoder.getstate()[0])
