"""Where a text names somebody: whole names in any spelling, order, case and accents, initials, surnames.

What is looked for is the name as review.yaml has it; another transliteration of it is not known here.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.models.session import Edition, Review, Speaker
from pipeline.models.states import find_state

__all__ = ["Hidden", "find", "hidden_by", "is_in_name_of_file", "places", "withheld"]

HiddenKind = Literal["name", "organisation", "acronym", "words"]

# Particles and titles say nothing alone: "de la Cruz", "van Dijk", "Dr".
_PARTICLES = frozenset(
    [
        "a",
        "al",
        "ap",
        "at",
        "bin",
        "bint",
        "da",
        "das",
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "et",
        "ibn",
        "la",
        "las",
        "le",
        "los",
        "of",
        "the",
        "ten",
        "ter",
        "und",
        "van",
        "vom",
        "von",
        "y",
        "zu",
        "and",
        "dr",
        "mr",
        "mrs",
        "ms",
        "mx",
        "prof",
        "sir",
        "sra",
        "sr",
        "srta",
        "mme",
        "mlle",
        "me",
        "m",
        "dra",
        "don",
        "dona",
    ]
)
_TITLES = (
    r"(?:mr|mrs|ms|mx|dr|prof|sir|sra|sr|srta|dra|don|dona|mme|mlle|me|m|senora?|senhora?|monsieur|madame)"
)
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
_LETTERS |= {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "", "ё": "е", "й": "и"}
_BLANKS = "-‐‑‒–—_'’‘ʼ`´·/"
_HAN = r"[㐀-鿿豈-﫿぀-ヿ가-힯]"
# Between two parts of a name: blanks, a comma, initials and particles, at most one other word.
_JOIN = r"[\s.,]{1,3}"
_BEFORE, _AFTER = r"(?<!\w)", r"(?!\w)"
_MARKS = " \"'“”„«»‘’‚‹›"
_SHORTEST_SURNAME = 3
_SHORTEST_JOINED = 6


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words that an edition does not show: those of speaker `number` (0: of none), and what they are."""

    number: int
    kind: HiddenKind
    words: str


def hidden_by(speaker: Speaker, edition: Edition) -> tuple[Hidden, ...]:
    """The names that `speaker` has not agreed to have in `edition`."""
    found: list[Hidden] = []
    if not speaker.consent.allows("name", edition):
        found.append(Hidden(speaker.number, "name", speaker.name))
    if not speaker.consent.allows("organisation", edition):
        organisation = speaker.organisation
        names = (organisation.name, *organisation.members)
        found += [Hidden(speaker.number, "organisation", name) for name in names]
        found.append(Hidden(speaker.number, "acronym", organisation.acronym.strip(_MARKS)))
    return tuple(each for each in found if each.words.split())


def withheld(review: Review, edition: Edition) -> tuple[Hidden, ...]:
    """Every name that `edition` withholds in the State of `review`, but what another speaker agreed to show.

    Two speakers of one organisation may differ: what one of them lets stand is no secret of the pack.
    """
    shown: set[str] = set()
    for speaker in review.speakers:
        if speaker.consent.allows("name", edition):
            shown.add(_key(speaker.name))
        if speaker.consent.allows("organisation", edition):
            organisation = speaker.organisation
            shown |= {_key(w) for w in (organisation.name, organisation.acronym, *organisation.members)}
    found = (each for speaker in review.speakers for each in hidden_by(speaker, edition))
    return tuple(dict.fromkeys(each for each in found if _key(each.words) not in shown))


def places(text: str, hidden: Iterable[Hidden], allowed: Sequence[str] = ()) -> list[tuple[int, int, Hidden]]:
    """(start, end, what) of all that is named in `text`, in order and without overlaps.

    `allowed` are words that may stand although they look like a name, and with them every part of them there.
    """
    kept = {_key(word) for word in allowed}
    found = [(start, end, each) for each in hidden for start, end in find(text, each)]
    free = [(start, end) for start, end, _ in found if _key(text[start:end]) in kept] if kept else []
    return _parted([f for f in found if not any(start <= f[0] and f[1] <= end for start, end in free)])


def _parted(found: list[tuple[int, int, Hidden]]) -> list[tuple[int, int, Hidden]]:
    """The longest first where they overlap; then in the order of the text."""
    taken: list[tuple[int, int, Hidden]] = []
    for start, end, each in sorted(found, key=lambda f: (f[0] - f[1], f[0], f[2].number)):
        if all(end <= other[0] or start >= other[1] for other in taken):
            taken.append((start, end, each))
    return sorted(taken, key=lambda f: f[:2])


def find(text: str, hidden: Hidden) -> list[tuple[int, int]]:
    """(start, end) of every place of `text` that says `hidden`."""
    if not text:
        return []
    if hidden.kind == "acronym":
        return [m.span() for m in _acronym(hidden.words).finditer(text)]
    spans: set[tuple[int, int]] = set()
    for broken in (False, True) if re.search(r"[-‐]\s*\n", text) else (False,):
        folded = _fold(text, broken)
        for pattern, as_name in _patterns(hidden.kind, hidden.words):
            for match in pattern.finditer(folded.text):
                start, end = folded.at[match.start()], folded.at[match.end() - 1] + 1
                if not as_name or _is_written_as_name(text[start:end]):
                    spans.add((start, _whole(text, end)))
    return sorted(spans)


def is_in_name_of_file(path: str, hidden: Hidden) -> bool:
    """Whether the name of a file says `hidden`: also run together, in small letters, or with initials."""
    words = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", path)
    words = re.sub(r"[\W_]+", " ", words)
    if find(words, hidden) or find(path, hidden):
        return True
    parts = _parts(hidden.words)
    squeezed = re.sub(r"[\W_]+", "", _fold(path).text)
    if hidden.kind == "acronym":
        return bool(re.search(rf"{_BEFORE}{re.escape(hidden.words.casefold())}{_AFTER}", words.casefold()))
    if len("".join(parts)) >= _SHORTEST_JOINED and "".join(parts) in squeezed:
        return True
    if hidden.kind != "name" or any(part.isdigit() for part in parts):
        return False
    tokens = _fold(words).text.split()
    surnames = [part for part in _surnames(parts) if len(part) >= _SHORTEST_SURNAME]
    forms = {*surnames, *(first[0] + last for last in surnames for first in parts if first != last)}
    return any(token in forms for token in tokens)


@dataclass(frozen=True, slots=True)
class _Folded:
    """A text in small plain letters; `at`: where each of its characters stood."""

    text: str
    at: tuple[int, ...]


@functools.lru_cache(maxsize=64)
def _fold(text: str, broken: bool = False) -> _Folded:
    """`text` without case, accents and signs that are not seen; `broken`: parted words are joined."""
    letters: list[str] = []
    at: list[int] = []
    skip = {i for m in re.finditer(r"[-‐]\s*\n\s*", text) for i in range(*m.span())} if broken else set()
    for position, char in enumerate(text):
        if position in skip:
            continue
        for plain in _plain(char):
            letters.append(plain)
            at.append(position)
    return _Folded("".join(letters), tuple(at))


@functools.lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    if char in _BLANKS or char.isspace():
        return " "
    if char < "\x7f":
        return char.casefold()
    if unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return ""
    apart = "".join(c for c in unicodedata.normalize("NFKD", char.casefold()) if not unicodedata.combining(c))
    return "".join(_LETTERS.get(c, c) for c in _LETTERS.get(char.casefold(), apart))


def _key(words: str) -> str:
    return " ".join(_fold(words).text.split())


def _parts(name: str) -> list[str]:
    """The parts of a name that say who it is."""
    parts = re.findall(r"\w+", _fold(name).text)
    return [part for part in parts if part not in _PARTICLES] or parts


@functools.lru_cache(maxsize=512)
def _acronym(words: str) -> re.Pattern[str]:
    """Only as written, for an acronym may be a common word; with or without points between capitals."""
    letters = r"\.?".join(map(re.escape, words)) if words.isalpha() and words.isupper() else re.escape(words)
    return re.compile(rf"{_BEFORE}{letters}{_AFTER}")


_Pattern = tuple[re.Pattern[str], bool]


@functools.lru_cache(maxsize=512)
def _patterns(kind: HiddenKind, words: str) -> tuple[_Pattern, ...]:
    """What to look for in a folded text, and whether it must begin with a capital to be a name there."""
    whole = re.findall(r"\w+", _fold(words).text)
    if not whole:
        return ()
    if re.search(_HAN, words):
        return ((re.compile(r"\s*".join(map(re.escape, "".join(whole)))), False),)
    found: list[_Pattern] = [(_bounded(r"[\s.,&]*".join(_inflected(word) for word in whole)), False)]
    if kind == "name" and not any(word.isdigit() for word in whole):
        found += _of_person(words)
    return tuple(found)


def _of_person(words: str) -> Iterator[_Pattern]:
    """Two parts of a name in any order, a surname with a title or alone, with the initials before it.

    An initial left standing before the mask would tell half of a name, also one not in review.yaml.
    """
    parts = list(dict.fromkeys(_parts(words)))
    if len(parts) == 1:
        yield _bounded(_inflected(parts[0])), True
        return
    long = [part for part in parts if len(part) > 1]
    any_part = "|".join(map(_inflected, long))
    particle = "|".join(sorted(_PARTICLES))
    between = rf"{_JOIN}(?:(?:{particle}|\w){_JOIN}){{0,3}}"
    yield _bounded(rf"(?P<one>{any_part}){between}(?!(?P=one){_AFTER})(?:{any_part})"), True
    joined = "".join(parts)
    if len(joined) >= _SHORTEST_JOINED:
        yield _bounded(joined), False
    for surname in _surnames(parts):
        initials = "".join(sorted({part[0] for part in parts if part != surname}))
        ours = rf"(?:[{initials}](?:[.\s]+|\b)){{1,3}}"
        yield _bounded(rf"(?:\w\.\s*){{0,2}}{ours}(?:\w[.\s]+|\w\.){{0,2}}{_inflected(surname)}"), True
        yield _bounded(rf"{_inflected(surname)},?\s+[{initials}]\."), True
        yield _bounded(rf"{_TITLES}\.?\s+(?:(?:{particle})\s+)*{_inflected(surname)}"), False
        if len(surname) >= _SHORTEST_SURNAME and find_state(surname) is None:
            yield _bounded(rf"(?:\w\.\s*){{0,3}}{_inflected(surname)}"), True


def _surnames(parts: Sequence[str]) -> list[str]:
    """The last part, and of three or more the last two: "Ana María Sample Ejemplo" has two surnames."""
    return [part for part in parts[1:][-2:] if len(part) > 1]


def _inflected(part: str) -> str:
    """A part of a name as it may stand in a sentence: declined, with short words before it."""
    if re.fullmatch(r"[Ѐ-ӿ]{4,}", part):
        return re.escape(re.sub(r"[аеиоуыэюяь]$", "", part)) + r"[Ѐ-ӿ]{0,3}"
    if re.match(r"[؀-ۿ]", part):
        return r"[وفبلك]{0,2}(?:ال)?" + re.escape(part)
    return re.escape(part)


def _bounded(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{pattern})(?:{_AFTER}|(?=s{_AFTER})(?<=\\W))")


def _is_written_as_name(text: str) -> bool:
    """Whether no word of it begins with a small letter but particles: "Hope", not "hope"."""
    words = re.findall(r"\w+", text)
    return any(not word[0].islower() for word in (words[0], words[-1]))


def _whole(text: str, end: int) -> int:
    """`end` moved over the accents and signs that belong to the last letter."""
    while end < len(text) and unicodedata.category(text[end]) in ("Mn", "Me", "Cf"):
        end += 1
    return end
