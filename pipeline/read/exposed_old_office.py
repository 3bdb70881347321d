"""Personal data in old Word files: properties, people, comments, revisions, hidden text, what lies inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.models.exposure import Exposed
from pipeline.read.doc.bytes import Plex, strings, u16, u32
from pipeline.read.doc.carried import TEMPLATE
from pipeline.read.doc.container import Container
from pipeline.read.doc.fib import Head
from pipeline.read.doc.file import File
from pipeline.read.doc.letters import Character
from pipeline.read.doc.summary import properties_in
from pipeline.read.doc.text import paired
from pipeline.read.exposed import in_words
from pipeline.read.exposed_image import in_image
from pipeline.read.limits import Refused

# [MS-OLEPS] 2.25: numbers in the one stream of properties and in the other.
_SUMMARY = {4: "author", 6: "description", 8: "last author", 17: "thumbnail of the first page"}
_DOCUMENT = {14: "manager", 15: "company"}
_STREAMS = (("\x05SummaryInformation", _SUMMARY), ("\x05DocumentSummaryInformation", _DOCUMENT))
_OWN = ("WordDocument", "0Table", "1Table", "Data")
_COMMENT = 30
# [MS-ODRAW] 2.2.23: pictures in the formats of photos, one or two digests of 16 bytes and a byte before each.
_PICTURE = re.compile(rb"(?:[\xa0\xb0\x20\x30]\x46|[\x00-\xff]\x6e)[\x1d\x1e\x29\x2a]\xf0(....)", re.S)
_MOST_PICTURES = 200
_MARK = re.compile("[\r\x07\x0c]")


def in_container(data: bytes) -> Iterator[Exposed]:
    """Findings in an old Word file. Raises Refused for any other, and as `Head` does."""
    container = Container(data)
    if "WordDocument" not in container:
        raise Refused("FI02", kind="an old Office file (.xls or .ppt), or an encrypted one")
    yield from _properties(container)
    yield from _inside(container)
    for name in ("Data", "WordDocument"):
        for number, picture in enumerate(_pictures(container.read(name)), 1):
            yield from in_image(picture, f"picture {number} in {name}")
    head = Head(container)
    yield from _people(head)
    yield from _in_text(File(head), head)


def _properties(container: Container) -> Iterator[Exposed]:
    for name, wanted in _STREAMS:
        shown = name.lstrip("\x05")
        for number, place, text in properties_in(container.read(name)):
            if not text.strip():
                continue
            if number == 0 and place in wanted:
                yield Exposed(wanted[place], shown, text)
            elif number == 1:
                yield Exposed("custom property", shown, text)
            else:
                yield from in_words(text, shown)


def _inside(container: Container) -> Iterator[Exposed]:
    """Streams that are no part of a plain document."""
    for name in container.names:
        if "/" in name or name.upper() not in (*map(str.upper, _OWN), *_own_signs(name)):
            yield Exposed("embedded file", name, f"{len(container.read(name))} bytes")


def _pictures(stream: bytes) -> Iterator[bytes]:
    """The pictures in a stream, as the files that they were.

    They never overlap: where they say so and all of it was looked at twice, each ends where the next begins.
    """
    signs = list(islice(_PICTURE.finditer(stream), _MOST_PICTURES + 1))
    nexts = [*(sign.start() for sign in signs[1:]), len(stream)]
    left = 2 * len(stream)
    for found, following in zip(signs[:_MOST_PICTURES], nexts, strict=False):
        digests = 2 if found.group()[0] & 0x10 else 1
        begin, end = found.end() + 16 * digests + 1, min(found.end() + u32(found[1], 0), len(stream))
        if end - begin > left:
            end = following
        left -= max(0, end - begin)
        yield stream[begin:end]


def _own_signs(name: str) -> tuple[str, ...]:
    """`name` where it is one of the small streams that every file has."""
    return (name.upper(),) if name[:1] in ("\x01", "\x05") else ()


def _people(head: Head) -> Iterator[Exposed]:
    """Who edited, who saved and where, and the template with its path."""
    for author in strings(head.table("authors")):
        if author.strip() and author != "Unknown":
            yield Exposed("person who edited", "tracked changes", author)
    saved = list(strings(head.table("saved by")))
    for author, path in zip(saved[::2], saved[1::2], strict=False):
        yield Exposed("person who edited", "list of who saved it", author)
        yield Exposed("path", "list of who saved it", path)
    named = list(strings(head.table("associated")))
    if len(named) > TEMPLATE and named[TEMPLATE].strip():
        yield Exposed("path of the template", "list of strings", named[TEMPLATE])


def _in_text(file: File, head: Head) -> Iterator[Exposed]:
    """Hidden and changed words, comments with their authors, addresses in all words."""
    yield from _comments(file, head)
    place, text = 0, file.text.text
    while place < len(text):
        mark = _MARK.search(text, place)
        end = mark.start() if mark else len(text)
        if words := paired(text[place:end]):
            yield from in_words(words, "text")
        style = file.formatted(min(end, len(text) - 1)).setting.style
        while place < end:
            character, until = file.stretch(place, style)
            until = max(place + 1, min(until, end))
            yield from _unseen(character, paired(text[place:until]))
            place = until
        place = end + 1


def _unseen(character: Character, words: str) -> Iterator[Exposed]:
    letters = character.letters
    if not words.strip() or character.special:
        return
    if letters.hidden:
        yield Exposed("hidden text", "text", words)
    if letters.deleted or letters.revised:
        yield Exposed("revision", "tracked changes", words)


def _comments(file: File, head: Head) -> Iterator[Exposed]:
    """Every comment with the initials or the name of its author ([MS-DOC] 2.8.6, 2.8.7)."""
    owners: list[str] = []
    table, at = head.table("comments by"), 0
    while at + 2 <= len(table):
        length = u16(table, at)
        owners.append(table[at + 2 : at + 2 + 2 * length].decode("utf-16-le", "replace"))
        at += 2 + 2 * length
    lengths = head.lengths()
    first = lengths["text"] + lengths["footnotes"] + lengths["heads"] + lengths["macros"]
    places = Plex(head.table("comments' text"), 0).places
    for number, (_, _, item) in enumerate(Plex(head.table("comments"), _COMMENT).stretches()):
        owner = u16(item, 20)
        author = owners[owner] if owner < len(owners) else ""
        begin, end = (places[number], places[number + 1]) if number + 1 < len(places) else (0, 0)
        words = paired(file.text.text[first + begin : first + end]).strip("\x05\r ")
        yield Exposed("comment", "comments", f"{author}: {words}" if author else words)
