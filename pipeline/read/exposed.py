"""Whatever personal data a file of any kind carries: dispatch by its bytes; the boundary of `expose`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from pipeline.models.exposure import Exposed
from pipeline.models.personal import personal
from pipeline.problems import Problem, printable, problem
from pipeline.read.limits import Refused

__all__ = ["exposed_in"]

MOST_FINDINGS = 2_000
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\x00", b"MM\x00*", b"GIF8", b"RIFF")
# A path of a computer with the name of its user (Windows, macOS, Linux).
_USER = re.compile(
    r"(?:[A-Za-z]:\\|\\\\)?(?:Users|Documents and Settings)\\[^\\/\"<>|\s]+|/(?:Users|home)/[^/\"<>|\s]+"
)


def exposed_in(data: bytes) -> tuple[tuple[Exposed, ...], tuple[Problem, ...]]:
    """Every finding in the file `data`, sorted; and what kept it from being looked through (FI03, FI04 ...).

    PDF, Office files (DOCX, DOC, XLSX, PPTX, ODT), pictures, HTML, text. Never raises. At most 2,000
    findings.
    """
    found: dict[Exposed, None] = {}
    problems: tuple[Problem, ...] = ()
    try:
        for each in _of_kind(data)(data):
            found[Exposed(each.kind, each.where, printable(" ".join(each.what.split())))] = None
            if len(found) >= MOST_FINDINGS:
                break
    except Refused as refusal:
        problems = (refusal.problem,)
    except (MemoryError, RecursionError):
        problems = (problem("FI04", reason="it needs too much memory to read"),)
    except Exception as failure:
        reason = f"its structure is not as it should be ({type(failure).__name__})"
        problems = (problem("FI03", reason=reason),)
    return tuple(found), problems


def _of_kind(data: bytes) -> Callable[[bytes], Iterable[Exposed]]:
    """The reader for the kind that the bytes say."""
    if b"%PDF-" in data[:1024]:
        from pipeline.read.exposed_pdf import in_pdf

        return in_pdf
    if data.startswith(b"PK"):
        from pipeline.read.exposed_office import in_package

        return in_package
    if data.startswith(_IMAGES):
        from pipeline.read.exposed_image import in_image

        return lambda image: in_image(image, "picture")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        from pipeline.read.exposed_old_office import in_container

        return in_container
    from pipeline.read.exposed_text import in_markup

    return in_markup


def in_words(text: str, where: str) -> Iterator[Exposed]:
    """Addresses and numbers of persons, and paths with a user's name, in words that are shown."""
    for start, end, kind in personal(text):
        yield Exposed(kind, where, text[start:end])
    for match in _USER.finditer(text):
        yield Exposed("path with the name of a user", where, match.group())
