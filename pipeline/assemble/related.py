"""What relates to a demand: who else asks it, what clashes with it, what it repeats of the last review."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence

from pipeline.assemble.shown import Shown
from pipeline.models.pack import Numbered
from pipeline.models.relations import Demand, Relations
from pipeline.models.session import PreviousRecommendation

_ByDemand = Mapping[Demand, Numbered]


def with_relations(
    rows: Sequence[Numbered],
    speakers: Sequence[Shown],
    relations: Relations,
    previous: Sequence[PreviousRecommendation],
) -> tuple[Numbered, ...]:
    """The same rows, each with its `same`, `against` and `previous`.

    Only rows that the edition shows can be pointed at: a demand of a withheld statement leaves no trace.
    """
    by_demand = _by_demand(rows, speakers)
    same = _same(relations, by_demand)
    against = _against(relations, by_demand)
    repeats = {
        by_demand[found.demand].number: tuple(
            previous[index] for index in found.previous if index < len(previous)
        )
        for found in relations.repeats
        if found.demand in by_demand
    }
    return tuple(
        dataclasses.replace(
            row,
            same=same.get(row.number, ()),
            against=against.get(row.number, ()),
            previous=repeats.get(row.number, ()),
        )
        for row in rows
    )


def _by_demand(rows: Sequence[Numbered], speakers: Sequence[Shown]) -> dict[Demand, Numbered]:
    places = {
        (index, item.spans): number
        for index, speaker in enumerate(speakers)
        for number, item in enumerate(speaker.findings.recommendations)
    }
    return {
        Demand(row.contribution, places[row.contribution, row.item.spans]): row
        for row in rows
        if row.kind == "recommendation" and (row.contribution, row.item.spans) in places
    }


def _same(relations: Relations, rows: _ByDemand) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in relations.same:
        members = _shown(group.members, rows)
        if len({row.contribution for row in members}) > 1:
            numbers = [row.number for row in members]
            found |= {number: tuple(n for n in numbers if n != number) for number in numbers}
    return found


def _against(relations: Relations, rows: _ByDemand) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for clash in relations.contradictions:
        pair = _shown((clash.first, clash.second), rows)
        if len(pair) == 2:
            for one, other in (pair, pair[::-1]):
                found[one.number] = (*found.get(one.number, ()), other.number)
    return found


def _shown(members: Iterable[Demand], rows: _ByDemand) -> list[Numbered]:
    return [rows[member] for member in members if member in rows]


def groups(rows: Sequence[Numbered]) -> tuple[tuple[Numbered, ...], ...]:
    """Rows that ask the same, each group once: those of most speakers first, then in the order of numbers."""
    found: dict[frozenset[str], tuple[Numbered, ...]] = {}
    for row in rows:
        numbers = frozenset((row.number, *row.same))
        if row.same and numbers not in found:
            found[numbers] = tuple(each for each in rows if each.number in numbers)
    return tuple(sorted(found.values(), key=lambda members: -speakers_of(members)))


def clashes(rows: Sequence[Numbered]) -> tuple[tuple[Numbered, Numbered], ...]:
    """The pairs of rows that the State cannot both fulfil, each pair once."""
    by_number = {row.number: row for row in rows}
    place = {row.number: index for index, row in enumerate(rows)}
    return tuple(
        (row, by_number[number])
        for row in rows
        for number in row.against
        if place.get(number, -1) > place[row.number]
    )


def speakers_of(members: Iterable[Numbered]) -> int:
    """How many speakers ask it: each counts once, however often they say it."""
    return len({row.contribution for row in members})


def asking(row: Numbered, asked_by: Mapping[str, int]) -> int:
    """How many speakers ask what `row` asks, its own included; `asked_by` is a speaker by each number."""
    return len({asked_by[number] for number in (row.number, *row.same) if number in asked_by})
