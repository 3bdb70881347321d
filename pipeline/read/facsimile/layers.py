"""The optional layers of a fact sheet: what lies on one that is off at opening is not bound in."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, DictionaryObject, NullObject

from pipeline.read.limits import Refused

__all__ = ["Layers"]


class Layers:
    """The layers (optional content groups) of an open file; ISO 32000-1:2008, 8.11."""

    def __init__(self, root: Any) -> None:
        properties = _plain(root.get("/OCProperties"))
        self._off: set[int] = set()
        if isinstance(properties, DictionaryObject):
            view = _plain(properties.get("/D")) or DictionaryObject()
            if view.get("/BaseState", "/ON") == "/OFF":
                self._off = _numbers(properties.get("/OCGs")) - _numbers(view.get("/ON"))
            else:
                self._off = _numbers(view.get("/OFF"))

    def hide(self, value: Any) -> bool:
        """Whether what belongs to the group or membership `value` is not shown.

        Raises Refused (FS02) for a membership by an expression, which programs read differently.
        """
        found = _plain(value)
        if not isinstance(found, DictionaryObject):
            return False
        if found.get("/Type") != "/OCMD":
            return self._is_off(value)
        if "/VE" in found:
            raise Refused("FS02", reason="what is shown on a page depends on a rule about its layers")
        groups = found.raw_get("/OCGs") if "/OCGs" in found else None
        inner = _plain(groups)
        members = list(list.__iter__(inner)) if isinstance(inner, ArrayObject) else [groups]
        off = [self._is_off(each) for each in members if _plain(each) is not None]
        if not off:
            return False
        shown = {
            "/AllOn": not any(off),
            "/AnyOn": not all(off),
            "/AnyOff": any(off),
            "/AllOff": all(off),
        }
        return not shown.get(str(found.get("/P", "/AnyOn")), not all(off))

    def _is_off(self, value: Any) -> bool:
        number = getattr(value, "idnum", 0) or getattr(
            getattr(_plain(value), "indirect_reference", None), "idnum", 0
        )
        return number in self._off


def _numbers(value: Any) -> set[int]:
    found = _plain(value)
    items = list.__iter__(found) if isinstance(found, ArrayObject) else ()
    return {each.idnum for each in items if hasattr(each, "idnum")}


def _plain(value: Any) -> Any:
    found = value.get_object() if hasattr(value, "get_object") else value
    return None if isinstance(found, NullObject) else found
