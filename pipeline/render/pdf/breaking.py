"""Breaking a paragraph into lines as a whole (Knuth and Plass, "Breaking Paragraphs into Lines", 1981)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipeline.render.pdf.words import FREE, GLUED, HYPHEN, IDEOGRAPH, NEWLINE, SPACE, TIED, Atom

STRETCH, SHRINK = 0.55, 0.18
"""How far a blank may grow or shrink, in shares of its width, before it is ugly."""

HYPHEN_COST, FREE_COST, TWO_HYPHENS_COST, RUNT_COST = 1500.0, 1e6, 6000.0, 20_000.0
UGLY = 1e9

GAP = 0.15
"""How flexible the gap between two ideographs is, in shares of their size."""


def break_lines(atoms: Sequence[Atom], measure: float, justified: bool) -> list[tuple[int, int]]:
    """The first atom of each line and the one after its last; `measure` in points.

    Every line fits unless one atom alone is wider than the measure (see `fit`). A forced break ends a line.
    """
    lines: list[tuple[int, int]] = []
    for start, end in _stretches(atoms):
        lines.extend((start + a, start + b) for a, b in _best(atoms[start:end], measure, justified))
    return lines


def fit(atoms: Sequence[Atom], measure: float) -> list[Atom]:
    """The atoms; those that together would be wider than a line are let go or cut. Nothing is lost."""
    result: list[Atom] = []
    group: list[Atom] = []
    for atom in atoms:
        group.append(atom)
        if atom.after not in (GLUED, TIED):
            result.extend(_fitted(group, measure))
            group = []
    result.extend(_fitted(group, measure))
    return result


def _fitted(group: list[Atom], measure: float) -> Iterator[Atom]:
    """Atoms that no break divides, as they are if they have room on a line, with a hyphen if need be."""
    hyphen = _hyphen(group[-1]) if group else 0.0
    if sum(atom.width + atom.space for atom in group) + hyphen <= measure:
        yield from group
        return
    for number, atom in enumerate(group):
        freed = {GLUED: FREE, TIED: SPACE}.get(atom.after, atom.after)
        loose = atom if number == len(group) - 1 else atom._replace(after=freed)
        yield from _cut(loose, max(measure - _hyphen(loose), 1.0))


def _hyphen(atom: Atom) -> float:
    return atom.face.width("-", atom.look.size) if atom.after == HYPHEN else 0.0


def flexible(atom: Atom) -> float:
    """What may grow after `atom`: a blank, or the gap between two ideographs."""
    return atom.look.size * GAP if atom.after == IDEOGRAPH else atom.space


def _cut(atom: Atom, measure: float) -> Iterator[Atom]:
    """The atom in pieces that are not wider than `measure`, were it by one letter each."""
    if atom.width <= measure:
        yield atom
        return
    text = ""
    for char in atom.text:
        if text and atom.face.width(text + char, atom.look.size) > measure:
            width = atom.face.width(text, atom.look.size)
            yield atom._replace(text=text, width=width, after=FREE, space=0.0)
            text = ""
        text += char
    yield atom._replace(text=text, width=atom.face.width(text, atom.look.size))


def _stretches(atoms: Sequence[Atom]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, atom in enumerate(atoms):
        if atom.after == NEWLINE:
            yield start, place + 1
            start = place + 1
    if start < len(atoms):
        yield start, len(atoms)


class _Sums:
    """Running sums over the atoms, so that any line is measured in constant time."""

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self.width = [0.0, *accumulate(atom.width + atom.space for atom in atoms)]
        self.flexible = [flexible(atom) for atom in atoms]
        self.space = [0.0, *accumulate(self.flexible)]
        self.hyphen = [_hyphen(atom) for atom in atoms]
        self.trail = [atom.space for atom in atoms]


def _best(atoms: Sequence[Atom], measure: float, justified: bool) -> list[tuple[int, int]]:
    """The cheapest way through: for every break the best line that ends there."""
    count = len(atoms)
    if sum(atom.width + atom.space for atom in atoms) - atoms[-1].space <= measure:
        return [(0, count)]
    sums = _Sums(atoms)
    cost = [0.0] + [float("inf")] * count
    before = [0] * (count + 1)
    starts = [0]
    for end in range(1, count + 1):
        last = end == count
        if atoms[end - 1].after in (GLUED, TIED) and not last:
            continue
        hyphen = atoms[end - 1].after == HYPHEN and not last
        right = sums.width[end] - sums.trail[end - 1] + sums.hyphen[end - 1] * hyphen
        blanks_right = sums.space[end] - sums.flexible[end - 1]
        for start in reversed(starts):
            width = right - sums.width[start]
            blanks = blanks_right - sums.space[start]
            over = width - measure
            if over > blanks * SHRINK * justified + 0.01 and start != starts[-1]:
                break
            line = _line_cost(-over, blanks, measure, (justified, last))
            if hyphen:
                line += HYPHEN_COST + TWO_HYPHENS_COST * (start > 0 and atoms[start - 1].after == HYPHEN)
            elif atoms[end - 1].after == FREE and not last:
                line += FREE_COST
            if cost[start] + line < cost[end]:
                cost[end], before[end] = cost[start] + line, start
        starts.append(end)
        _forget(starts, sums, right, measure)
    return _way_back(before, count)


def _forget(starts: list[int], sums: _Sums, right: float, measure: float) -> None:
    """Drop the starts from which every further line is too long."""
    while len(starts) > 1 and (right - sums.width[starts[0]]) * (1 - SHRINK) > measure:
        starts.pop(0)


def _line_cost(slack: float, blanks: float, measure: float, kind: tuple[bool, bool]) -> float:
    justified, last = kind
    if slack < -0.01 and not justified:
        return UGLY * 10 - slack * UGLY
    if last and slack >= 0:
        return RUNT_COST if slack > measure * 0.88 else 0.0
    if not justified:
        return (10 + 60 * slack / measure) ** 2 + (40 * slack / measure) ** 4
    if slack < 0:
        ratio = -slack / (blanks * SHRINK) if blanks else 99.0
        return (10 + 100 * ratio**3) ** 2 if ratio <= 1.01 else UGLY * 10 - slack * UGLY
    ratio = slack / (blanks * STRETCH) if blanks else 9 + 90 * slack / measure
    return (10 + 100 * ratio**3) ** 2 if ratio < 4 else UGLY * ratio / 4


def _way_back(before: Sequence[int], count: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    end = count
    while end > 0:
        lines.append((before[end], end))
        end = before[end]
    return lines[::-1]
