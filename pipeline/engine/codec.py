"""Values of `models` as JSON and back, told by their types alone; what does not fit exactly is refused."""

from __future__ import annotations

import base64
import collections.abc
import dataclasses
import datetime as dt
import enum
import functools
import json
import operator
import types
import typing
from collections.abc import Callable
from typing import Any, Literal, NamedTuple, get_args, get_origin

__all__ = ["Unfit", "decode", "encode", "to_json"]


class Unfit(ValueError):  # noqa: N818 - a verdict on data, not an error of ours
    """JSON that is not what `encode` makes of a value of the wanted type."""


class _Coder(NamedTuple):
    """How values of one type become JSON and how they come back; `decode` raises Unfit, TypeError, ..."""

    encode: Callable[[Any], Any]
    decode: Callable[[Any], Any]


def encode(kind: Any, value: Any) -> bytes:
    """`value` of type `kind` as JSON in UTF-8. The same value gives the same bytes."""
    return to_json(_coder(kind).encode(value))


def decode(kind: Any, data: bytes) -> Any:
    """The value of type `kind` that `encode` made `data` of. Raises Unfit for anything else."""
    try:
        return _coder(kind).decode(json.loads(data))
    except Unfit:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as error:
        raise Unfit(type(error).__name__) from error


def to_json(value: Any) -> bytes:
    """JSON without blanks, in ASCII, so that half a surrogate pair from a broken file is no trouble."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


@functools.cache
def _coder(kind: Any) -> _Coder:  # noqa: PLR0911 - one way for each sort of type
    """The coder of a type; TypeError for one that no model uses. A type may contain itself."""
    if isinstance(kind, type) and kind in _PLAIN:
        return _PLAIN[kind]
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return _Coder(lambda value: value.value, kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, tuple(field.name for field in dataclasses.fields(kind)))
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _record(kind, kind._fields)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _Coder(_same, functools.partial(_one_of, frozenset(inner)))
    if origin in (types.UnionType, typing.Union):
        return _optional(kind, inner)
    if origin is tuple:
        return _many(inner[0], tuple) if inner[-1] is Ellipsis else _row(inner)
    if origin is frozenset:
        return _set(inner[0])
    if origin in (dict, collections.abc.Mapping):
        return _mapping(*inner)
    raise TypeError(f"{kind!r} is no type of a model")


def _same(value: Any) -> Any:
    return value


def _exactly(kinds: tuple[type, ...], value: Any) -> Any:
    if type(value) not in kinds:
        raise Unfit("another type")
    return value


def _one_of(allowed: frozenset[Any], value: Any) -> Any:
    if value not in allowed:
        raise Unfit("an unknown word")
    return value


def _list(value: Any, length: int = -1) -> list[Any]:
    if type(value) is not list or length not in (-1, len(value)):
        raise Unfit("not a list of the right length")
    return value


_AS_THEY_ARE = (str, bool, int)
_PLAIN: dict[type, _Coder] = {
    **{kind: _Coder(_same, functools.partial(_exactly, (kind,))) for kind in _AS_THEY_ARE},
    float: _Coder(_same, functools.partial(_exactly, (float, int))),
    bytes: _Coder(
        lambda value: base64.b64encode(value).decode("ascii"),
        lambda text: base64.b64decode(text, validate=True),
    ),
    dt.datetime: _Coder(dt.datetime.isoformat, dt.datetime.fromisoformat),
    dt.date: _Coder(dt.date.isoformat, dt.date.fromisoformat),
}


def _record(kind: Any, names: tuple[str, ...]) -> _Coder:
    """A dataclass or named tuple as the list of its fields, in their order.

    Fields that JSON has as they are get no call each: there are thousands in a build.
    """
    hints = typing.get_type_hints(kind)
    values = _getter(names)
    plain: list[tuple[int, type]] = []
    others: list[tuple[int, _Coder]] = []

    def sort_fields() -> None:
        # on first use, not before: a type may be a part of itself
        if not plain and not others:
            for place, name in enumerate(names):
                if hints[name] in _AS_THEY_ARE:
                    plain.append((place, hints[name]))
                else:
                    others.append((place, _coder(hints[name])))

    def encode_record(value: Any) -> list[Any]:
        sort_fields()
        parts = list(values(value))
        for place, coder in others:
            parts[place] = coder.encode(parts[place])
        return parts

    def decode_record(value: Any) -> Any:
        sort_fields()
        parts = list(_list(value, len(names)))
        for place, wanted in plain:
            if type(parts[place]) is not wanted:
                raise Unfit("another type")
        for place, coder in others:
            parts[place] = coder.decode(parts[place])
        return kind(*parts)

    return _Coder(encode_record, decode_record)


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the fields `names` of a record; `attrgetter` of one name gives no tuple."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _optional(kind: Any, inner: tuple[Any, ...]) -> _Coder:
    """A type or None; a union of plain types, which JSON tells apart."""
    others = [each for each in inner if each is not types.NoneType]
    if len(others) == 1:
        coder = _coder(others[0])
        return _Coder(
            lambda value: None if value is None else coder.encode(value),
            lambda value: None if value is None else coder.decode(value),
        )
    if all(each in (str, int, bool) for each in inner):
        return _Coder(_same, functools.partial(_exactly, inner))
    raise TypeError(f"{kind!r}: unions of models cannot be told apart")


def _many(kind: Any, gather: Callable[[Any], Any]) -> _Coder:
    coder = _coder(kind)
    return _Coder(
        lambda values: [coder.encode(value) for value in values],
        lambda values: gather([coder.decode(value) for value in _list(values)]),
    )


def _row(kinds: tuple[Any, ...]) -> _Coder:
    coders = tuple(map(_coder, kinds))
    return _Coder(
        lambda values: [coder.encode(value) for coder, value in zip(coders, values, strict=True)],
        lambda values: tuple(
            coder.decode(value) for coder, value in zip(coders, _list(values, len(coders)), strict=True)
        ),
    )


def _set(kind: Any) -> _Coder:
    """Sorted by their JSON: a set has no order of its own."""
    many = _many(kind, frozenset)
    return _Coder(lambda values: sorted(many.encode(values), key=to_json), many.decode)


def _mapping(key: Any, value: Any) -> _Coder:
    """As a list of pairs in the order of the mapping, which some outputs follow."""
    pairs = _many(tuple[key, value], dict)
    return _Coder(lambda mapping: pairs.encode(mapping.items()), pairs.decode)
