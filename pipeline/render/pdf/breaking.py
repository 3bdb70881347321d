"""Breaking a paragraph into lines as a whole (Knuth and Plass, "Breaking Paragraphs into Lines", 1981)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from pipeline.render.pdf.words import FREE, GLUED, HYPHEN, IDEOGRAPH, NEWLINE, SPACE, TIED, Atom

STRETCH, SHRINK = 0.55, 0.18
"""How far a blank may grow or shrink, in shares of its width, before it is ugly."""

HYPHEN_COST, FREE_COST, TWO_HYPHENS_COST, RUNT_COST = 1500.0, 1e6, 6000.0, 20_000.0
UGLY, INFINITE = 1e9, float("inf")

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
    if _all_fit(atoms, measure):
        return list(atoms)
    result: list[Atom] = []
    group: list[Atom] = []
    for atom in atoms:
        group.append(atom)
        if atom.after not in (GLUED, TIED):
            result.extend(_fitted(group, measure))
            group = []
    result.extend(_fitted(group, measure))
    return result


def _all_fit(atoms: Sequence[Atom], measure: float) -> bool:
    """Whether no atoms that no break divides, with a hyphen if need be, are wider than a line."""
    width = 0.0
    for atom in atoms:
        width += atom.width + atom.space
        if atom.after not in (GLUED, TIED):
            if width > measure or (atom.after == HYPHEN and width + _hyphen(atom) > measure):
                return False
            width = 0.0
    return width <= measure


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


class _End(NamedTuple):
    """A place where a line may end: the sums up to there and the cost of ending there.

    `again` comes on top where the line before ends with a hyphen too.
    """

    right: float
    blanks: float
    cost: float
    again: float


class _Paragraph:
    """The atoms of one paragraph as running sums, so that any line is measured in constant time.

    `cost` is that of the best lines up to each atom, infinite where no line may end.
    """

    def __init__(self, atoms: Sequence[Atom], measure: float) -> None:
        self.measure = measure
        self.width = [0.0, *accumulate([atom.width + atom.space for atom in atoms])]
        self.flexible = [flexible(atom) for atom in atoms]
        self.space = [0.0, *accumulate(self.flexible)]
        self.hyphen = [False, *[atom.after == HYPHEN for atom in atoms]]
        self.cost = [0.0] + [INFINITE] * len(atoms)

    def end(self, number: int, atom: Atom) -> _End:
        """The end of a line after `atom`, the one of that number from 1; not the last."""
        right = self.width[number] - atom.space
        blanks = self.space[number] - self.flexible[number - 1]
        if atom.after == HYPHEN:
            return _End(right + _hyphen(atom), blanks, HYPHEN_COST, HYPHEN_COST + TWO_HYPHENS_COST)
        extra = FREE_COST if atom.after == FREE else 0.0
        return _End(right, blanks, extra, extra)

    def justified(self, starts: Sequence[int], end: _End) -> tuple[float, int]:
        """The cost of the best line up to `end` with all before it, and its start.

        From the longest line on, until lines are so loose that each costs more after the cheapest start.
        """
        width, space, cost, hyphen = self.width, self.space, self.cost, self.hyphen
        right, blanks_right, once, again = end
        measure, nearest, floor = self.measure, starts[-1], min(map(cost.__getitem__, starts))
        least, best = INFINITE, nearest
        for start in starts:
            slack = measure - (right - width[start])
            blanks = blanks_right - space[start]
            if slack < 0:
                if -slack > blanks * SHRINK + 0.01 and start != nearest:
                    continue
                line = _tight(slack, blanks)
            else:
                ratio = slack / (blanks * STRETCH) if blanks else 9 + 90 * slack / measure
                line = (10 + 100 * ratio**3) ** 2 if ratio < 4 else UGLY * ratio / 4
                if floor + line > least:
                    break
            total = cost[start] + (line + (again if hyphen[start] else once))
            if total <= least:
                least, best = total, start
        return least, best

    def ragged(self, starts: Sequence[int], end: _End) -> tuple[float, int]:
        """As `justified`, for lines whose blanks keep their width."""
        width, cost, hyphen = self.width, self.cost, self.hyphen
        right, _, once, again = end
        measure, nearest, floor = self.measure, starts[-1], min(map(cost.__getitem__, starts))
        least, best = INFINITE, nearest
        for start in starts:
            slack = measure - (right - width[start])
            if slack < -0.01:
                if start != nearest:
                    continue
                line = UGLY * 10 - slack * UGLY
            else:
                line = (10 + 60 * slack / measure) ** 2 + (40 * slack / measure) ** 4
                if floor + line > least:
                    break
            total = cost[start] + (line + (again if hyphen[start] else once))
            if total <= least:
                least, best = total, start
        return least, best

    def last(self, starts: Sequence[int], end: _End, justified: bool) -> int:
        """The start of the last line, which may be short, but no runt."""
        measure, nearest = self.measure, starts[-1]
        least, best = INFINITE, nearest
        for start in starts:
            slack = measure - (end.right - self.width[start])
            blanks = end.blanks - self.space[start]
            if -slack > blanks * SHRINK * justified + 0.01 and start != nearest:
                continue
            if slack >= 0:
                line = RUNT_COST if slack > measure * 0.88 else 0.0
            else:
                line = _tight(slack, blanks if justified else 0.0)
            if self.cost[start] + line <= least:
                least, best = self.cost[start] + line, start
        return best

    def forget(self, starts: list[int], right: float) -> None:
        """Drop the starts from which every further line is too long."""
        while len(starts) > 1 and (right - self.width[starts[0]]) * (1 - SHRINK) > self.measure:
            starts.pop(0)


def _best(atoms: Sequence[Atom], measure: float, justified: bool) -> list[tuple[int, int]]:
    """The cheapest way through: for every break the best line that ends there."""
    count = len(atoms)
    text = _Paragraph(atoms, measure)
    if text.width[count] - atoms[-1].space <= measure:
        return [(0, count)]
    before, starts = [0] * (count + 1), [0]
    best = text.justified if justified else text.ragged
    for number, atom in enumerate(atoms[:-1], start=1):
        if atom.after not in (GLUED, TIED):
            end = text.end(number, atom)
            text.cost[number], before[number] = best(starts, end)
            starts.append(number)
            text.forget(starts, end.right)
    blanks = text.space[count] - text.flexible[count - 1]
    end = _End(text.width[count] - atoms[-1].space, blanks, 0.0, 0.0)
    before[count] = text.last(starts, end, justified)
    return _way_back(before, count)


def _tight(slack: float, blanks: float) -> float:
    """The cost of a line whose `blanks` must shrink by -`slack`; it does not fit where they cannot."""
    ratio = -slack / (blanks * SHRINK) if blanks else 99.0
    return (10 + 100 * ratio**3) ** 2 if ratio <= 1.01 else UGLY * 10 - slack * UGLY


def _way_back(before: Sequence[int], count: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    end = count
    while end > 0:
        lines.append((before[end], end))
        end = before[end]
    return lines[::-1]
