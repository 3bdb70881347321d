"""What relates to a demand: asked by several, contradicted, asked before; and nothing of it without consent."""

from __future__ import annotations

import dataclasses

from pipeline.assemble import assemble_pack, number
from pipeline.models.document import Document, Table
from pipeline.models.pack import PackInput
from pipeline.models.relations import Contradiction, Demand, Relations, Repeats, SameDemand
from pipeline.models.suggestions import ActionCategory, Suggestions
from tests import build, walk

RELATIONS = Relations(
    same=(SameDemand((Demand(0, 0), Demand(1, 0))),),
    contradictions=(Contradiction(Demand(0, 1), Demand(1, 2)),),
    repeats=(Repeats(Demand(0, 0), (0, 2)),),
)


def related(**fields: object) -> PackInput:
    return build.a_pack_input(**{"relations": RELATIONS, **fields})  # type: ignore[arg-type]


def with_categories(pack: PackInput) -> PackInput:
    first, *rest = pack.contributions
    suggested = Suggestions(category=ActionCategory.SPECIFIC)
    recommendations = tuple(
        dataclasses.replace(item, suggested=suggested) for item in first.findings.recommendations
    )
    findings = dataclasses.replace(first.findings, recommendations=recommendations)
    return dataclasses.replace(pack, contributions=(dataclasses.replace(first, findings=findings), *rest))


def document(pack: PackInput, **options: bool) -> Document:
    templates = build.the_templates()
    plans = tuple(
        dataclasses.replace(plan, options={**plan.options, **options})
        if plan.id == "recommendations"
        else plan
        for plan in templates.parts
    )
    return assemble_pack(pack, dataclasses.replace(templates, parts=plans))


def test_rows_that_ask_the_same_point_at_each_other() -> None:
    """By the numbers of the pack; the row without a companion stays alone."""
    rows = {row.number: row for row in number(related())}
    assert rows["R1"].same == ("R4",)
    assert rows["R4"].same == ("R1",)
    assert rows["R2"].same == ()


def test_a_contradiction_is_told_on_both_sides() -> None:
    """R2 is against R6 and R6 against R2."""
    rows = {row.number: row for row in number(related())}
    assert (rows["R2"].against, rows["R6"].against) == (("R6",), ("R2",))


def test_what_the_edition_withholds_leaves_no_trace_in_the_others() -> None:
    """Without consent to the second statement nobody learns that somebody else asked the same."""
    silent = build.a_contribution(2, consent=build.consent("name", "organisation"))
    pack = related(contributions=(build.a_contribution(1), silent))
    rows = number(pack)
    assert [row.same for row in rows] == [()] * len(rows)
    assert [row.against for row in rows] == [()] * len(rows)
    assert "several" not in walk.anchors(document(pack))


def test_the_pack_says_by_how_many_a_demand_is_asked() -> None:
    """Before the table of all recommendations, with the numbers of all who ask."""
    said = walk.part_text(document(related()), "recommendations")
    assert "Asked by several speakers" in said
    assert "asked by 2 speakers" in said
    assert "R1, R4" in said
    assert "also R4" in said


def test_contradictory_demands_stand_side_by_side() -> None:
    """Two cells of one row, each with its number and who asks it."""
    tables = [b for b in walk.blocks(document(related()), "recommendations") if isinstance(b, Table)]
    pair = next(table for table in tables if table.summary == "Demands that do not go together").rows[0]
    assert len(pair) == 2
    said = [" ".join(walk.text(paragraph) for paragraph in cell.paragraphs) for cell in pair]
    assert "R2" in said[0] and "publish disaggregated data" in said[0]
    assert "R6" in said[1] and "Sample Coalition" in said[1]


def test_staff_can_leave_out_what_several_ask() -> None:
    """The option of templates/pack.yaml; the notes below the rows stay."""
    said = walk.part_text(document(related(), several=False), "recommendations")
    assert "Asked by several speakers" not in said
    assert "also R4" in said


def test_a_demand_names_the_states_that_made_it_before_and_the_answer() -> None:
    """Each answer with its own States, the year of the previous review beside them."""
    said = walk.part_text(document(related()), "recommendations")
    assert "as recommended by Estonia and Japan in 2013, supported" in said
    assert "as recommended by Norway in 2013, noted" in said


def test_many_recommending_states_are_counted_and_not_listed() -> None:
    """Four names and how many more; the table of files has them all."""
    states = tuple(f"State {n}" for n in range(9))
    previous = (dataclasses.replace(build.some_previous()[0], states=states), *build.some_previous()[1:])
    said = walk.part_text(document(related(previous=previous)), "recommendations")
    assert "State 0, State 1, State 2, State 3 and 5 other States" in said


def test_the_previous_review_says_what_is_asked_again() -> None:
    """Below the recommendation that is repeated, with the number of the new demand."""
    said = walk.part_text(document(related()), "since-previous-review")
    assert "asked again in R1" in said


def test_a_long_previous_list_still_shows_what_is_asked_again() -> None:
    """It is summed up by theme, and only the repeated recommendations are printed."""
    previous = tuple(
        dataclasses.replace(build.some_previous()[0], paragraph=f"170.{n}", text=f"Sample {n}.")
        for n in range(99)
    )
    said = walk.part_text(document(related(previous=previous)), "since-previous-review")
    assert "Asked again by the speakers" in said
    assert "Sample 2." in said
    assert "Sample 3." not in said


def test_suggested_categories_come_with_their_legend() -> None:
    """A narrow column, and a line that says that a program suggests them."""
    said = walk.part_text(document(with_categories(related())), "recommendations")
    assert "5 specific" in said
    assert "not by the speaker" in said


def test_without_categories_there_is_no_column_and_no_legend() -> None:
    """Neither when nothing is suggested nor when staff take the column out."""
    for made in (document(related()), document(with_categories(related()), category=False)):
        tables = [b for b in walk.blocks(made, "recommendations") if isinstance(b, Table)]
        assert len(tables[-1].widths) == 3
        assert "Cat." not in walk.part_text(made, "recommendations")


def test_what_most_speakers_ask_comes_first_at_a_glance() -> None:
    """With its count, and not twice in other words while there is room for something else."""
    said = walk.part_text(document(related()), "at-a-glance")
    assert "asked by 2 speakers" in said


def test_numbers_beyond_the_list_of_the_previous_review_are_left_out() -> None:
    """A list that was cut since then does not break the pack."""
    rows = number(related(previous=()))
    assert all(row.previous == () for row in rows)
