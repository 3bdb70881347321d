"""Files that only point to a document: shortcuts of Google Drive and of systems, placeholders of iCloud."""

from __future__ import annotations

import re

_LARGEST = 16_384
"""Bytes of such a file, at most."""

_GOOGLE_ENDINGS = (".gdoc", ".gsheet", ".gslides", ".gdraw", ".gform", ".gdrive", ".glink")
_JSON = re.compile(rb'\s*\{.{0,2000}"(?:url|doc_id|resource_id)"\s*:\s*"', re.S)
_WINDOWS = b"L\0\0\0\x01\x14\x02\0"
_MAC_ALIAS = b"book\0\0\0\0mark\0\0\0\0"
_SIGNS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"\s*\[InternetShortcut\]", re.I), "an Internet shortcut (.url)"),
    (re.compile(rb"\s*\[Desktop Entry\].{0,4000}^Type\s*=\s*Link", re.I | re.S | re.M), "a link (.desktop)"),
    (re.compile(rb"\s*<\?xml.{0,400}<plist.{0,400}<key>URL</key>", re.S), "an Internet shortcut (.webloc)"),
    (re.compile(rb"\s*https?://\S+\s*\Z"), "a web address and nothing else"),
)


def pointer(data: bytes, name: str) -> str:
    """What a file is that only points to a document ("a shortcut of Google Drive"); "" for any other."""
    ending = f".{name.lower().rpartition('.')[2]}"
    data = data.removeprefix(b"\xef\xbb\xbf")
    if len(data) > _LARGEST:
        return ""
    if data.startswith(_WINDOWS):
        return "a Windows shortcut (.lnk)"
    if data.startswith(_MAC_ALIAS):
        return "an alias of macOS"
    if data.startswith(b"bplist00"):
        away = ending == ".icloud" or b"NSURLNameKey" in data
        return (
            "a placeholder of iCloud Drive" if away else "an Internet shortcut (.webloc)" * (b"URL" in data)
        )
    if _JSON.match(data) and (ending in _GOOGLE_ENDINGS or b".google.com/" in data):
        return "a shortcut of Google Drive"
    return next((what for sign, what in _SIGNS if sign.match(data)), "")
