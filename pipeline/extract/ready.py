"""A grammar's expressions as Python compiled them, kept beside its compiled modules: 3 ms in place of 200.

What Python makes of an expression is a list of numbers, the same for the same version of Python. It is kept
where Python keeps what it makes of our modules, so who can change it can change our code as well; for the
very bytes of the grammar, of the code that makes its expressions, and of Python. Python checks such numbers
before it uses them. Where anything is not as expected the expressions are compiled as ever.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import sys
from array import array
from collections.abc import Sequence
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from pipeline.extract.phrases import NEVER

__all__ = ["Ready", "keep", "load"]

Pattern = re.Pattern[str]
Ready = tuple[dict[str, Any], list[Pattern]]
"""What a grammar says beside its expressions, and these in the order in which they are needed."""
_CODE = "I"
_DIGEST = 32
_MAKERS = ("grammar.py", "phrases.py", "ready.py")


def load(file: Path) -> Ready | None:
    """What was kept of the grammar in `file`; None if there is nothing, or not for this Python and code."""
    try:
        content = _place(file).read_bytes()
        body = content[_DIGEST:]
        if content[:_DIGEST] != _seal(file, body):
            return None
        head, _, codes = body.partition(b"\n")
        said = json.loads(head)
        numbers = array(_CODE)
        numbers.frombytes(codes)
        found, place, make = [], 0, import_module("_sre").compile
        for pattern, flags, groups, names, length in said["patterns"]:
            code = numbers[place : place + length].tolist()
            one = make(pattern, flags, code, groups, names, _by_number(names, groups))
            found.append(NEVER if one == NEVER else one)  # it is asked for by identity
            place += length
    except Exception:  # a private part of Python raises what it likes; then this way is none
        return None
    return said["plain"], found


def keep(file: Path, plain: dict[str, Any], patterns: Sequence[Pattern]) -> bool:
    """Keep what was made of the grammar in `file` for `load`; False where that cannot be."""
    try:
        numbers = array(_CODE)
        listed = []
        for pattern in patterns:
            code = _code(pattern)
            numbers.extend(code)
            names = dict(pattern.groupindex)
            listed.append([pattern.pattern, pattern.flags, pattern.groups, names, len(code)])
        head = json.dumps({"plain": plain, "patterns": listed}).encode()
        body = head + b"\n" + numbers.tobytes()
        place = _place(file)
        place.parent.mkdir(exist_ok=True)
        return _write(place, _seal(file, body) + body)
    except Exception:  # as above
        return False


def _code(pattern: Pattern) -> list[int]:
    """The numbers that Python made of an expression. Raises ValueError if they would not give it again."""
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    code: list[int] = compiler._code(parser.parse(pattern.pattern, 0), 0)
    names = dict(pattern.groupindex)
    again = import_module("_sre").compile(
        pattern.pattern, pattern.flags, code, pattern.groups, names, _by_number(names, pattern.groups)
    )
    if again != pattern:  # Python compares the numbers
        raise ValueError("another expression")
    return code


def _by_number(names: dict[str, int], groups: int) -> tuple[str | None, ...]:
    found: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        found[number] = name
    return tuple(found)


def _place(file: Path) -> Path:
    """Beside compiled modules: `__pycache__/en.cpython-311.grammar`. Raises NotImplementedError without."""
    return Path(cache_from_source(str(file))).with_suffix(".grammar")


def _seal(file: Path, body: bytes) -> bytes:
    """The digest of what is kept and of all that it was made from."""
    here = Path(__file__).parent
    python = f"{sys.version} {import_module('_sre').MAGIC} {sys.byteorder} {array(_CODE).itemsize}"
    made_of = [python.encode(), file.read_bytes(), *((here / name).read_bytes() for name in _MAKERS), body]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in made_of)).digest()


def _write(place: Path, data: bytes) -> bool:
    """Write beside and rename: nobody reads half a file."""
    beside = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        beside.write_bytes(data)
        beside.replace(place)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        return False
    return True
