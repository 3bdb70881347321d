"""Pages of a fact sheet copied by a list of what may come along: START HERE for what is bound in.

Nothing is taken over whole. Every object is made anew from the entries that `facsimile_tables` names, every
stream is unpacked and packed again, and only what a page draws with is looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    ContentStream,
    DictionaryObject,
    EncodedStreamObject,
    IndirectObject,
    NameObject,
    NullObject,
    StreamObject,
)

from pipeline.read.facsimile.content import DEVICES, Cleaned, clean_content
from pipeline.read.facsimile.layers import Layers
from pipeline.read.facsimile.pictures import inflated, pixels_of
from pipeline.read.facsimile.tables import SUBTYPES, TABLES
from pipeline.read.limits import MAX_UNPACKED, Refused, too_much

__all__ = ["Copied", "Copier"]

MAX_DEEP = 24
MAX_OBJECTS = 20_000
MAX_FORMS = 400
PACKED = 6
STREAMS = frozenset(("program", "cmap", "bytes", "profile", "function", "shading"))
"""Kinds whose objects can be streams of bytes that are not operators."""
SINGLE = {"/CalGray": 1, "/CalRGB": 1, "/Lab": 1}
SPACES = {"/I": "/Indexed", "/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK"}


@dataclass(slots=True)
class Copied:
    """What copying saw: fonts by their new object's number with the codes shown in them; colour spaces.

    `deepest` is how far graphics states are nested at most, `unproved` names what is not looked into.
    """

    fonts: dict[int, set[bytes]] = field(default_factory=dict)
    spaces: set[str] = field(default_factory=set)
    unproved: dict[str, None] = field(default_factory=dict)
    profiles: list[tuple[int, bytes]] = field(default_factory=list)
    deepest: int = 0


class Copier:
    """Copies from one open file into another. Raises Refused for what cannot be bound in."""

    def __init__(self, source: Any, target: Any, layers: Layers) -> None:
        self.seen = Copied()
        self._source, self._target, self._layers = source, target, layers
        self._done: dict[tuple[int, str], Any] = {}
        self._forms = 0
        self._bytes = 0

    def page(self, page: Any) -> tuple[Any, Any]:
        """The operators of a page as a new stream, and the resources that they use."""
        resources = plain(page.get("/Resources")) or DictionaryObject()
        return self._content(page.get("/Contents"), resources, 0)

    def _content(self, contents: Any, resources: Any, deep: int) -> tuple[Any, Any]:
        self._forms += 1
        if self._forms > MAX_FORMS:
            raise too_much(f"it has more than {MAX_FORMS} forms")
        operations = ContentStream(contents, self._source).operations if contents is not None else []
        properties = plain(resources.get("/Properties")) or {}
        cleaned = clean_content(
            operations,
            lambda kind, name: self._may_draw(resources, kind, name),
            lambda name: self._layers.hide(properties.get(name)),
        )
        if "" in cleaned.shown:
            raise Refused("FS02", reason="words on a page are in a font that is not named")
        self.seen.spaces |= cleaned.devices
        self.seen.deepest = max(self.seen.deepest, cleaned.deepest + deep)
        return self._packed(cleaned.data, {}), self._resources(cleaned, resources, deep)

    def _may_draw(self, resources: Any, kind: str, name: str) -> bool:
        found = plain((plain(resources.get(kind)) or {}).get(name))
        if kind != "/XObject":
            return found is not None
        subtype = found.get("/Subtype") if isinstance(found, DictionaryObject) else None
        return subtype in SUBTYPES["xobject"] and not self._layers.hide(found.get("/OC"))

    def _resources(self, cleaned: Cleaned, resources: Any, deep: int) -> Any:
        """The resources that are used, each copied."""
        kinds: dict[str, Callable[[Any], Any]] = {
            "/Font": lambda value: self.copy(value, "font", deep),
            "/XObject": lambda value: self._xobject(value, resources, deep),
            "/ExtGState": lambda value: self.copy(value, "state", deep),
            "/ColorSpace": lambda value: self.colour(value, deep),
            "/Pattern": lambda value: self._pattern(value, resources, deep),
            "/Shading": lambda value: self.copy(value, "shading", deep),
        }
        made = DictionaryObject()
        for kind, make in kinds.items():
            holder, inner = plain(resources.get(kind)) or {}, DictionaryObject()
            for name in sorted(cleaned.names.get(kind, ())):
                copied = make(raw(holder, name))
                if copied is None:
                    raise Refused("FS02", reason=f"a page draws with a {kind[1:]} that is not known")
                inner[NameObject(name)] = copied
                if kind == "/Font" and isinstance(copied, IndirectObject):
                    self.seen.fonts.setdefault(copied.idnum, set()).update(cleaned.shown.get(name, ()))
            if inner:
                made[NameObject(kind)] = inner
        return made

    def copy(self, value: Any, kind: str, deep: int) -> Any:
        """A copy of `value`, which is of `kind`; None where it is not."""
        if deep > MAX_DEEP:
            raise too_much("its objects are nested too deeply")
        if kind == "plain":
            return self._plain(value, deep)
        special = self._special(kind)
        if special is not None:
            return special(value, deep)
        found = plain(value)
        if not isinstance(found, DictionaryObject):
            return found if kind in ("cmap", "bytes", "encoding", "soft mask") and is_name(found) else None
        kind = SUBTYPES[kind].get(str(found.get("/Subtype")), "") if kind in SUBTYPES else kind
        return self._once(value, kind, lambda: self._made(found, kind, deep)) if kind else None

    def _special(self, kind: str) -> Callable[[Any, int], Any] | None:
        return {
            "colour": self.colour,
            "descendants": lambda value, deep: self._list(value, "font", deep),
            "mask": self._mask,
            "glyphs": self._glyphs,
            "font and size": self._font_and_size,
            "form": lambda value, deep: self._xobject(value, DictionaryObject(), deep),
            "function": self._function,
        }.get(kind)

    def _once(self, value: Any, kind: str, make: Callable[[], Any]) -> Any:
        """The copy of an object that is there already, else a new one; what holds itself is refused."""
        number = getattr(value, "idnum", 0)
        if not number:
            return self._added(make())
        if (number, kind) not in self._done:
            self._done[number, kind] = None
            self._done[number, kind] = self._added(make())
        if self._done[number, kind] is None:
            raise Refused("FS02", reason="an object in it holds itself")
        return self._done[number, kind]

    def _added(self, made: Any) -> Any:
        if len(self._target._objects) > MAX_OBJECTS:
            raise too_much(f"it has more than {MAX_OBJECTS} objects")
        return self._target._add_object(made)

    def _made(self, found: Any, kind: str, deep: int) -> Any:
        entries = self._entries(found, kind, deep)
        if entries.get("/Subtype") == "/CIDFontType2":
            # what holds where nothing is said (ISO 32000-1:2008, table 117), and PDF/A wants to be said
            entries.setdefault(NameObject("/CIDToGIDMap"), NameObject("/Identity"))
        if kind == "picture":
            pixels = pixels_of(found)
            made = self._stream(pixels.data, entries, packed=not pixels.filter)
            if pixels.filter:
                made[NameObject("/Filter")] = NameObject(pixels.filter)
            if pixels.parameters:
                made[NameObject("/DecodeParms")] = self._plain(DictionaryObject(pixels.parameters), deep)
            return made
        if kind in STREAMS and isinstance(found, StreamObject):
            data = self._data(found)
            if kind == "profile":
                self.seen.profiles.append((int(entries.get("/N", 0)), data))
            return self._stream(data, entries)
        return entries

    def _entries(self, found: Any, kind: str, deep: int) -> Any:
        """The entries of a dictionary that are kept."""
        made = DictionaryObject()
        for key, inner in TABLES[kind].items():
            if key in found:
                copied = self.copy(raw(found, key), inner, deep + 1)
                if copied is not None:
                    made[NameObject(key)] = copied
        return made

    def _data(self, stream: Any) -> bytes:
        """The bytes of a stream, unpacked."""
        alone = stream.get("/Filter") in ("/FlateDecode", ["/FlateDecode"]) and not stream.get("/DecodeParms")
        data = inflated(stream._data) if alone else bytes(stream.get_data())
        self._bytes += len(data)
        if self._bytes > MAX_UNPACKED:
            raise too_much("it is too large when unpacked")
        return data

    def _stream(self, data: bytes, entries: Any, packed: bool = True) -> Any:
        made: Any = EncodedStreamObject() if packed else StreamObject()
        made.update(entries)
        if packed:
            made[NameObject("/Filter")] = NameObject("/FlateDecode")
        made._data = zlib.compress(data, PACKED) if packed else data
        return made

    def _packed(self, data: bytes, entries: Any) -> Any:
        self._bytes += len(data)
        return self._stream(data, entries)

    def _plain(self, value: Any, deep: int) -> Any:
        """Numbers, names, strings and what is made of them; strings byte for byte."""
        found = plain(value)
        if deep > MAX_DEEP:
            raise too_much("its objects are nested too deeply")
        if hasattr(found, "original_bytes"):
            return ByteStringObject(found.original_bytes)
        if isinstance(found, StreamObject) or found is None:
            return None
        if isinstance(found, DictionaryObject):
            values = {NameObject(key): self._plain(raw(found, key), deep + 1) for key in found}
            return DictionaryObject({key: each for key, each in values.items() if each is not None})
        if isinstance(found, ArrayObject):
            inner = (self._plain(each, deep + 1) for each in list.__iter__(found))
            return ArrayObject([NullObject() if each is None else each for each in inner])
        return found

    def _list(self, value: Any, kind: str, deep: int) -> Any:
        items = [self.copy(each, kind, deep + 1) for each in list.__iter__(plain(value) or ArrayObject())]
        return ArrayObject([each for each in items if each is not None])

    def _mask(self, value: Any, deep: int) -> Any:
        """A picture that masks another, or the colours that are left out."""
        found = plain(value)
        return (
            self._plain(found, deep) if isinstance(found, ArrayObject) else self.copy(value, "xobject", deep)
        )

    def _function(self, value: Any, deep: int) -> Any:
        found = plain(value)
        if isinstance(found, ArrayObject):
            return self._list(found, "function", deep)
        if not isinstance(found, DictionaryObject):
            return found if is_name(found) else None
        return self._once(value, "function", lambda: self._made(found, "function", deep))

    def _font_and_size(self, value: Any, deep: int) -> Any:
        found = plain(value)
        self.seen.unproved["a font that a graphics state names"] = None
        if not isinstance(found, ArrayObject) or len(found) != 2:
            return None
        font = self.copy(list.__getitem__(found, 0), "font", deep + 1)
        return ArrayObject([font, self._plain(list.__getitem__(found, 1), deep)]) if font else None

    def _glyphs(self, value: Any, deep: int) -> Any:
        """The shapes of a font that draws itself, each a stream of operators."""
        self.seen.unproved["a font whose letters are drawn by operators (Type 3)"] = None
        made = DictionaryObject()
        for name, shape in (plain(value) or {}).items():
            if isinstance(plain(shape), StreamObject):
                stream, _ = self._content(plain(shape), DictionaryObject(), deep + 1)
                made[NameObject(name)] = self._added(stream)
        return made

    def _xobject(self, value: Any, around: Any, deep: int) -> Any:
        """A picture, or a form with its own operators; one without resources uses those around it."""
        found = plain(value)
        if not isinstance(found, StreamObject) or found.get("/Subtype") != "/Form":
            return self.copy(value, "xobject", deep + 1)
        return self._once(value, "form", lambda: self._drawing(found, "form", around, deep + 1))

    def _pattern(self, value: Any, around: Any, deep: int) -> Any:
        found = plain(value)
        if isinstance(found, StreamObject):
            return self._once(value, "tiling", lambda: self._drawing(found, "tiling", around, deep + 1))
        return self.copy(value, "shaded", deep + 1)

    def _drawing(self, found: Any, kind: str, around: Any, deep: int) -> Any:
        """A stream of operators with the resources that they use."""
        if deep > MAX_DEEP:
            raise too_much("its forms are nested too deeply")
        resources = plain(found.get("/Resources")) or around
        made, used = self._content(found, resources, deep)
        made.update(self._entries(found, kind, deep))
        made[NameObject("/Resources")] = used
        return made

    def colour(self, value: Any, deep: int) -> Any:
        """A colour space; None where there is no such one."""
        found = plain(value)
        if deep > MAX_DEEP:
            raise too_much("its colours are nested too deeply")
        if is_name(found):
            name = SPACES.get(str(found), str(found))
            self.seen.spaces.add(name)
            return NameObject(name) if name in DEVICES else None
        if not isinstance(found, ArrayObject) or not found:
            return None
        items = list(list.__iter__(found))
        name = SPACES.get(str(plain(items[0])), str(plain(items[0])))
        self.seen.spaces.add(name)
        return self._space(name, items[1:], deep)

    def _space(self, name: str, rest: list[Any], deep: int) -> Any:
        head = NameObject(name)
        if name in DEVICES and not rest:
            return head
        parts: list[Any] = []
        if name in SINGLE and rest:
            parts = [self._plain(rest[0], deep)]
        elif name == "/ICCBased" and rest:
            parts = [self.copy(rest[0], "profile", deep + 1)]
        elif name == "/Indexed" and len(rest) == 3:
            looked_up = plain(rest[2])
            stream = isinstance(looked_up, StreamObject)
            colours = self.copy(rest[2], "bytes", deep + 1) if stream else self._plain(looked_up, deep)
            parts = [self.colour(rest[0], deep + 1), self._plain(rest[1], deep), colours]
        elif name in ("/Separation", "/DeviceN") and len(rest) >= 3:
            named, base = self._plain(rest[0], deep), self.colour(rest[1], deep + 1)
            parts = [named, base, self._function(rest[2], deep + 1)]
        elif name == "/Pattern" and rest:
            parts = [self.colour(rest[0], deep + 1)]
        return ArrayObject([head, *parts]) if parts and all(part is not None for part in parts) else None


def plain(value: Any) -> Any:
    """What a reference leads to; None for nothing."""
    found = value.get_object() if hasattr(value, "get_object") else value
    return None if isinstance(found, NullObject) else found


def raw(holder: Any, key: str) -> Any:
    """The value of `key` as it stands there: a reference stays one."""
    return holder.raw_get(key) if hasattr(holder, "raw_get") else holder[key]


def is_name(value: Any) -> bool:
    """Whether `value` is a name."""
    return isinstance(value, NameObject)
