"""From contributions to relations: number the demands, take their shapes, compare them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.models.pack import Contribution
from pipeline.models.relations import Contradiction, Demand, Relations, Repeats, SameDemand
from pipeline.models.session import PreviousRecommendation
from pipeline.relate.clashes import clashes
from pipeline.relate.groups import groups
from pipeline.relate.repeats import repeats
from pipeline.relate.shape import Shape, shape


def relate(contributions: Sequence[Contribution], previous: Sequence[PreviousRecommendation]) -> Relations:
    """See `pipeline.relate.relate`."""
    demands, shapes = _demands(contributions)
    speakers = [demand.contribution for demand in demands]
    earlier = [shape(item.text) for item in previous]
    return Relations(
        same=tuple(
            SameDemand(tuple(demands[number] for number in group)) for group in groups(shapes, speakers)
        ),
        contradictions=tuple(
            Contradiction(demands[one], demands[other], about) for one, other, about in clashes(shapes)
        ),
        repeats=tuple(
            Repeats(demand, numbers)
            for demand, numbers in zip(demands, repeats(shapes, earlier), strict=True)
            if numbers
        ),
    )


def _demands(contributions: Sequence[Contribution]) -> tuple[list[Demand], list[Shape]]:
    """All demands in speaking order, with the shape of each; its stem helps where the item has no act."""
    demands: list[Demand] = []
    shapes: list[Shape] = []
    for number, contribution in enumerate(contributions):
        language = contribution.statement.language if contribution.statement else ""
        for place, item in enumerate(contribution.findings.recommendations):
            demands.append(Demand(number, place))
            shapes.append(shape(item.text, language))
    return demands, shapes
