"""Ordering: the direction of every character and the order of a line (Unicode Standard Annex 9)."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff]"
)
"""Whether a text needs ordering at all: letters, figures and marks of scripts that run to the left."""

RTL_LANGUAGES = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages written from the right (ISO 639-1; Sorani and Dhivehi as Babel has them)."""

DEEPEST = 125
STARTS = {"LRE": "L", "RLE": "R", "LRO": "L", "RLO": "R"}
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
GONE = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
OPENING = frozenset({"LRI", "RLI", "FSI", "LRE", "RLE", "LRO", "RLO"})


def is_rtl(language: str) -> bool:
    """Whether `language` (ISO 639-1, a region may follow) is written from the right."""
    return language.replace("_", "-").partition("-")[0].lower() in RTL_LANGUAGES


def levels(text: str, base: int) -> list[int]:
    """The embedding level of every character of a paragraph of level `base` (0 from the left, 1 the right).

    Rules X1 to I2 with isolates (X5) and paired brackets (N0). Where a line ends is not known here: rule L1,
    blanks at its end, is the caller's.
    """
    if base == 0 and not RIGHT_TO_LEFT.search(text):
        return [0] * len(text)
    original = [unicodedata.bidirectional(char) or "L" for char in text]
    found, kinds = _explicit(original, base)
    given = tuple(found)
    for run in _sequences(original, given):
        here = _resolved(text, run, (original, kinds, given), base)
        for place, kind in zip(run, here, strict=True):
            found[place] += _above(kind, given[place])
    previous = base
    for place, kind in enumerate(original):
        if kind in GONE:
            found[place] = previous
        previous = found[place]
    return found


def visual(line: Sequence[int]) -> list[int]:
    """The places of a line's runs from left to right, given their levels in reading order (rule L2)."""
    order = list(range(len(line)))
    for level in range(max(line, default=0), 0, -1):
        start = 0
        while start < len(order):
            if line[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and line[order[end]] >= level:
                end += 1
            order[start:end] = order[start:end][::-1]
            start = end
    return order


def mirrored(char: str) -> str:
    """The bracket or sign that `char` is drawn as where it runs to the left (rule L4)."""
    from bidi.mirror import MIRRORED

    return str(MIRRORED.get(char, char))


class _Open(NamedTuple):
    level: int
    override: str
    isolate: bool


def _explicit(original: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Rules X1 to X8: levels from embeddings, overrides and isolates; classes with overrides carried out."""
    ends = _isolate_ends(original)
    stack = [_Open(base, "", False)]
    found, kinds = [], list(original)
    overflow_isolates = overflow = valid = 0
    for place, kind in enumerate(original):
        if kind == "PDI" and overflow_isolates:
            overflow_isolates -= 1
        elif kind == "PDI" and valid:
            overflow, valid = 0, valid - 1
            _close(stack)
        elif kind == "PDF":
            if not overflow_isolates and overflow:
                overflow -= 1
            elif not overflow_isolates and not stack[-1].isolate and len(stack) > 1:
                stack.pop()
        found.append(stack[-1].level)
        if stack[-1].override and kind not in GONE:
            kinds[place] = stack[-1].override
        if kind in OPENING:
            right = _opens_right(kind, original[place + 1 : ends.get(place, len(original))])
            level = _next_level(stack[-1].level, right)
            isolate = kind in ISOLATES
            if level <= DEEPEST and not overflow_isolates and not overflow:
                override = STARTS[kind] if kind in ("LRO", "RLO") else ""
                stack.append(_Open(level, override, isolate))
                valid += isolate
            elif isolate:
                overflow_isolates += 1
            elif not overflow_isolates:
                overflow += 1
    return found, kinds


def _close(stack: list[_Open]) -> None:
    """Leave the innermost isolate and what is open in it."""
    while not stack[-1].isolate:
        stack.pop()
    stack.pop()


def _next_level(level: int, right: bool) -> int:
    return level + 1 if (level % 2 == 0) == right else level + 2


def _opens_right(kind: str, inside: Sequence[str]) -> bool:
    if kind != "FSI":
        return kind in ("RLI", "RLE", "RLO")
    depth = 0
    for other in inside:
        if other in ISOLATES:
            depth += 1
        elif other == "PDI":
            depth -= 1
        elif depth == 0 and other in ("L", "R", "AL"):
            return other != "L"
    return False


def _isolate_ends(original: Sequence[str]) -> dict[int, int]:
    """For each isolate that is closed the place where (BD9)."""
    waiting: list[int] = []
    ends: dict[int, int] = {}
    for place, kind in enumerate(original):
        if kind in ISOLATES:
            waiting.append(place)
        elif kind == "PDI" and waiting:
            ends[waiting.pop()] = place
    return ends


def _sequences(original: Sequence[str], found: Sequence[int]) -> Iterator[list[int]]:
    """The isolating run sequences (X10): runs of one level, carried on behind an isolate in them."""
    kept = [place for place, kind in enumerate(original) if kind not in GONE]
    runs = [list(group) for _, group in itertools.groupby(kept, key=lambda place: found[place])]
    ends = _isolate_ends(original)
    closing = set(ends.values())
    beginning = {run[0]: run for run in runs}
    for run in runs:
        if run[0] in closing and original[run[0]] == "PDI":
            continue
        whole = list(run)
        while whole[-1] in ends and ends[whole[-1]] in beginning:
            whole += beginning[ends[whole[-1]]]
        yield whole


def _resolved(
    text: str, run: list[int], known: tuple[Sequence[str], Sequence[str], Sequence[int]], base: int
) -> list[str]:
    """The classes of one sequence after rules W1 to N2: only L, R, EN and AN."""
    original, kinds, given = known
    first, last, level = run[0], run[-1], given[run[0]]
    before = next((given[at] for at in range(first - 1, -1, -1) if original[at] not in GONE), base)
    after = base
    if original[last] not in ISOLATES:
        behind = range(last + 1, len(original))
        after = next((given[at] for at in behind if original[at] not in GONE), base)
    edges = ("R" if max(level, before) % 2 else "L", "R" if max(level, after) % 2 else "L")
    here = [kinds[place] for place in run]
    _weak(here, edges[0])
    embedding = "R" if level % 2 else "L"
    _brackets([text[place] for place in run], here, [kinds[place] for place in run], (embedding, edges[0]))
    _neutral(here, edges, embedding)
    return here


def _above(kind: str, level: int) -> int:
    """Rules I1 and I2: by how much a character stands above the level of its sequence."""
    if level % 2:
        return 0 if kind == "R" else 1
    return {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)


def _weak(here: list[str], start: str) -> None:
    """Rules W1 to W7, in place."""
    previous = start
    for place, kind in enumerate(here):
        if kind == "NSM":
            here[place] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = here[place]
    strong = start
    for place, kind in enumerate(here):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            here[place] = "AN"
    here[:] = ["R" if kind == "AL" else kind for kind in here]
    for place in range(1, len(here) - 1):
        left, right = here[place - 1], here[place + 1]
        if left == right and (
            (here[place] == "ES" and left == "EN") or (here[place] == "CS" and left in ("EN", "AN"))
        ):
            here[place] = left
    _terminators(here)
    here[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in here]
    strong = start
    for place, kind in enumerate(here):
        if kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            here[place] = "L"


def _terminators(here: list[str]) -> None:
    """Rule W5: signs beside European figures (currencies, per cent) go with them."""
    start_at = 0
    for kind, group in itertools.groupby(list(here)):
        count = len(list(group))
        if kind == "ET":
            beside = here[start_at - 1 : start_at] + here[start_at + count : start_at + count + 1]
            if "EN" in beside:
                here[start_at : start_at + count] = ["EN"] * count
        start_at += count


def _pairs(chars: Sequence[str], here: Sequence[str]) -> list[tuple[int, int]]:
    """Paired brackets (BD16), by their first one: U+2329 and U+232A count as U+3008 and U+3009."""
    from bidi.mirror import MIRRORED

    same = {"\u2329": "\u3008", "\u232a": "\u3009"}
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(chars):
        if here[place] != "ON" or char not in MIRRORED:
            continue
        kind = unicodedata.category(char)
        if kind == "Ps":
            if len(waiting) == 63:
                break
            waiting.append((same.get(MIRRORED[char], MIRRORED[char]), place))
        elif kind == "Pe":
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == same.get(char, char):
                    pairs.append((waiting[depth][1], place))
                    del waiting[depth:]
                    break
    return sorted(pairs)


def _brackets(
    chars: Sequence[str], here: list[str], original: Sequence[str], around: tuple[str, str]
) -> None:
    """Rule N0: a pair of brackets goes with what it encloses, or with what stands before it."""
    embedding, start = around

    def strong(kind: str) -> str:
        return "R" if kind in ("R", "EN", "AN") else kind

    for first, last in _pairs(chars, here):
        inside = {strong(kind) for kind in here[first + 1 : last]} & {"L", "R"}
        if not inside:
            continue
        if embedding in inside:
            chosen = embedding
        else:
            behind = (strong(kind) for kind in reversed(here[:first]))
            before = next((kind for kind in behind if kind in ("L", "R")), start)
            chosen = before if before in inside else embedding
        for place in (first, last):
            here[place] = chosen
            for next_one in range(place + 1, len(here)):
                if original[next_one] != "NSM":
                    break
                here[next_one] = chosen


def _neutral(here: list[str], edges: tuple[str, str], embedding: str) -> None:
    """Rules N1 and N2: what has no direction goes with both neighbours if they agree, else with the text."""
    start = 0
    while start < len(here):
        if here[start] not in NEUTRAL:
            start += 1
            continue
        end = start
        while end < len(here) and here[end] in NEUTRAL:
            end += 1
        left = edges[0] if start == 0 else here[start - 1]
        right = edges[1] if end == len(here) else here[end]
        left, right = ("L" if kind == "L" else "R" for kind in (left, right))
        here[start:end] = [left if left == right else embedding] * (end - start)
        start = end
