"""Addresses, telephone and document numbers of persons in a text; UN symbols, dates and amounts are none."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal

__all__ = ["PersonalKind", "personal"]

PersonalKind = Literal["e-mail address", "telephone number", "passport or identity number"]

# Local part and domain of RFC 5321, without quoted forms; also with letters of other scripts.
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%'-]{1,64}\s?@\s?(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@-])")
_SPELT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?[\[({]\s?(?:at|arroba|@)\s?[\])}]\s?"
    r"(?:[\w-]{1,63}\s?(?:\.|[\[({]\s?(?:dot|punto|point)\s?[\])}])\s?){1,4}[a-z]{2,24}(?!\w)",
    re.IGNORECASE,
)
_DIGITS = r"\(?\d(?:[\s().\-–/]{0,3}\d){%d,%d}"
# ITU-T E.164: at most fifteen digits with the country code, written with + or after the prefix 00.
_INTERNATIONAL = re.compile(r"(?<![\w+])(?:\+(?=\(?[1-9])|00(?=\s?[1-9]))\s?" + _DIGITS % (6, 14) + r"(?!\w)")
_PLAIN = (
    r"(?:tele?phones?|phones?|t[ée]l[ée]phones?|tel[ée]fonos?|telefones?|tels?|t[ée]l|whats\s?app"
    r"|тел(?:ефон)?|هاتف|الهاتف|جوال|واتساب|电话|電話|手机|传真|联系电话)"
    r"(?:\s*(?:no|number|num[ée]ro|n[°ºo]|номер))?[\s.:：#)/]{0,4}"
)
# These are also common words: a point or colon must follow.
_COMMON = (
    r"(?:mobile|cell(?:ular)?|m[óo]vil|celular|portable|telem[óo]vel|signal|telegram|fax|viber|моб(?:ильный)?|факс"
    r"|محمول|فاكس)\s?[.:：]\s?"
)
_CALLED = re.compile(
    rf"(?<!\w)(?:{_PLAIN}|{_COMMON})(?P<number>\+?\s?" + _DIGITS % (5, 14) + r")(?!\w)", re.IGNORECASE
)
_AREA = re.compile(r"(?<![\w/.])\((?:\+\d|0)\d{0,3}\)\s?\d(?:[\s.\-–]{0,2}\d){5,11}(?![\w/])")
_DOCUMENT = re.compile(
    r"(?<!\w)(?:passports?|passeports?|pasaportes?|passaportes?|паспорт\w*"
    r"|(?:identity|id|national id)\s+cards?"
    r"|carte\s+(?:nationale\s+)?d['’]identit[ée]|c[ée]dula(?:\s+de\s+identidad)?|carn[ée]t?\s+de\s+identidad"
    r"|documento\s+(?:nacional\s+)?de\s+identidad|bilhete\s+de\s+identidade|dni|curp|cni|nin|ssn"
    r"|social security"
    r"|удостоверение личности|جواز(?:\s+ال)?\s?سفر|بطاقة(?:\s+ال)?\s?هوية|护照|護照|身份证)"
    r"(?:\s*(?:number|no|num[ée]ro|n[úu]mero|n[°ºo]|nr|номер|رقم|号码?|#|is|:|：|\.)){0,3}\s*[:：#]?\s*"
    r"(?-i:(?P<number>(?=[A-Z0-9 -]*\d{4})[A-Z]{0,3}[ -]?\d(?:[ -]?[A-Z0-9]){4,17}))(?!\w)",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[PersonalKind, re.Pattern[str]], ...] = (
    ("e-mail address", _EMAIL),
    ("e-mail address", _SPELT),
    ("passport or identity number", _DOCUMENT),
    ("telephone number", _CALLED),
    ("telephone number", _INTERNATIONAL),
    ("telephone number", _AREA),
)


def personal(text: str) -> list[tuple[int, int, PersonalKind]]:
    """(start, end, kind) of what leads to a person in `text`, in order and without overlaps.

    A number counts as a telephone's where it is written in international form, with its area in brackets, or
    after a word for telephone; as a document's only after a word for one.
    """
    return list(_personal(text))


@functools.lru_cache(maxsize=300)
def _personal(text: str) -> tuple[tuple[int, int, PersonalKind], ...]:
    """As `personal`: each text is looked through for both editions, when it was read and when examined."""
    taken: list[tuple[int, int, PersonalKind]] = []
    for start, end, kind in _found(text):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, kind))
    return tuple(sorted(taken))


def _found(text: str) -> Iterator[tuple[int, int, PersonalKind]]:
    if not any(char.isdigit() or char in "@[({" for char in text):
        return
    for kind, pattern in _KINDS:
        for match in pattern.finditer(text):
            group = "number" if "number" in pattern.groupindex else 0
            yield match.start(group), match.end(group), kind
