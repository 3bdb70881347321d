"""Keeping what is slow to make and never changes (fonts) in the user's cache folder, checked when read."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

DIGEST = 32


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def kept(recipe: tuple[object, ...], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, made only once for a `recipe` on this machine.

    The recipe says all that the bytes depend on; the version of fontTools is added. What is damaged, or
    cannot be kept, is made again: a cache costs time, nothing else.
    """
    place = _place(recipe)
    data = _load(place)
    if data is None:
        data = make()
        _keep(place, data)
    return data


def _place(recipe: tuple[object, ...]) -> Path | None:
    import fontTools

    base = os.environ.get("XDG_CACHE_HOME") or ""
    try:
        folder = Path(base) if base else Path.home() / ".cache"
    except RuntimeError:
        return None
    return folder / "presession" / "fonts" / digest(repr((fontTools.version, *recipe)).encode())


def _load(place: Path | None) -> bytes | None:
    """The kept bytes if they are there and whole: their digest stands before them."""
    if place is None:
        return None
    try:
        content = place.read_bytes()
    except OSError:
        return None
    expected, data = content[:DIGEST], content[DIGEST:]
    return data if hashlib.sha256(data).digest() == expected else None


def _keep(place: Path | None, data: bytes) -> None:
    """Write beside and rename: nobody reads half a file."""
    if place is None:
        return
    beside: str | None = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as stream:
            beside = stream.name
            stream.write(hashlib.sha256(data).digest() + data)
        Path(beside).replace(place)
    except OSError:
        if beside:
            Path(beside).unlink(missing_ok=True)
