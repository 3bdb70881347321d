"""A pack as a whole: its parts, marks, references, and what a State with little or nothing gets."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.assemble import assemble_pack
from pipeline.models.document import Document, Paragraph, Table, Timeline
from pipeline.models.session import FrontMatter, PreviousRecommendation
from pipeline.models.templates import PARTS, PartPlan
from tests import build, walk


def with_options(part: str, **options: str | int | bool) -> Document:
    templates = build.the_templates()
    plans = tuple(
        PartPlan(plan.id, {**plan.options, **options}) if plan.id == part else plan
        for plan in templates.parts
    )
    return assemble_pack(build.a_pack_input(), dataclasses.replace(templates, parts=plans))


def test_parts_come_in_the_order_of_the_template() -> None:
    """Statements take a part each; what has nothing to say is not there."""
    assert walk.part_ids(build.a_document()) == [
        "cover",
        "contents",
        "how-to-use",
        "awaited",
        "agenda",
        "at-a-glance",
        "recommendations",
        "questions",
        *["statement"] * 3,
        "since-previous-review",
        "bios",
        "index-of-speakers",
        "about",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(PARTS)), unique=True))
def test_any_choice_of_parts_has_no_link_into_nothing(chosen: list[str]) -> None:
    """Staff can take parts out and move them without leaving dead references."""
    templates = dataclasses.replace(build.the_templates(), parts=tuple(map(PartPlan, chosen)))
    document = assemble_pack(build.a_pack_input(), templates)
    found = walk.anchors(document)
    assert len(found) == len(set(found))
    assert set(walk.links(document)) <= set(found)


def test_clock_times_follow_from_the_minutes() -> None:
    """Opening, State under Review, speakers, dialogue with what is left, closing."""
    timeline = next(b for b in walk.blocks(build.a_document(), "agenda") if isinstance(b, Timeline))
    times = [(slot.time, slot.minutes, slot.kind) for slot in timeline.slots]
    assert times == [
        ("10.00", 3, "frame"),
        ("10.03", 2, "frame"),
        ("10.05", 6, "speaker"),
        ("10.11", 6, "speaker"),
        ("10.17", 6, "speaker"),
        ("10.23", 34, "dialogue"),
        ("10.57", 3, "frame"),
    ]


def test_what_has_no_minutes_is_not_on_the_agenda() -> None:
    """A State that does not take the floor has no slot."""
    pack = build.a_pack_input()
    pack = dataclasses.replace(pack, review=dataclasses.replace(pack.review, sur_minutes=0))
    assert "State under Review" not in walk.part_text(build.a_document(pack), "agenda")


def test_a_draft_says_so_everywhere_and_lists_what_is_awaited() -> None:
    """On the cover with the count, at the head of every page, and as a list."""
    document = build.a_document()
    assert document.furniture.marks == ("DRAFT", "SAMPLE", "PROVISIONAL")
    assert "DRAFT · 1 item awaited" in walk.part_text(document, "cover")
    assert "Statement of Sample Speaker 3, Sample Centre 3" in walk.part_text(document, "awaited")


def test_a_final_pack_drops_the_draft_mark_and_the_list() -> None:
    """Sample and provisional stay."""
    document = build.a_document(build.a_pack_input(final=True))
    assert document.furniture.marks == ("SAMPLE", "PROVISIONAL")
    assert "awaited" not in walk.part_ids(document)
    assert "DRAFT" not in repr(document)


def test_the_cover_counts_what_is_in_the_pack() -> None:
    """Kinds of speakers; statements, recommendations and questions."""
    cover = walk.part_text(build.a_document(), "cover")
    assert "2 civil society organisations and 1 coalition" in cover
    assert "2 statements, 6 recommendations and 2 advance questions" in cover
    assert "30th session of the UPR Working Group, May 2018, third cycle" in cover


def test_what_stands_above_a_table_stays_with_it() -> None:
    """No heading with its line is left at the foot of a page."""
    document = build.a_document()
    for part in ("at-a-glance", "recommendations", "questions"):
        _, lead, table = walk.blocks(document, part)
        assert isinstance(lead, Paragraph) and lead.keep
        assert isinstance(table, Table)


def test_a_state_with_nothing_gets_a_dignified_pack() -> None:
    """Agenda, previous review and about; no empty table, no nought."""
    document = build.a_document(build.a_pack_input(()))
    assert walk.part_ids(document) == [
        *("cover", "contents", "awaited", "agenda", "statement"),
        *("since-previous-review", "about"),
    ]
    said = " ".join(walk.text(block) for block in walk.blocks(document))
    assert "No statement had been received when this pack was made." in said
    assert " 0 " not in said
    assert "R1" not in said
    assert "Speakers to be confirmed" in said


def test_a_session_that_says_little_gives_no_empty_sections() -> None:
    """Without front matter, previous review and moderator, their headings are not there either."""
    session = build.a_session(front_matter=FrontMatter(), provisional=False, sample=False)
    pack = build.a_pack_input((), session=session, previous=())
    review = dataclasses.replace(pack.review, previous_review=None, moderator="")
    document = build.a_document(dataclasses.replace(pack, review=review, final=True))
    said = " ".join(walk.text(block) for block in walk.blocks(document))
    assert document.furniture.marks == ()
    assert "since-previous-review" not in walk.part_ids(document)
    assert "Objectives" not in said
    assert "Moderator" not in said.replace("moderator", "")


def test_recommendations_can_be_grouped_by_topic() -> None:
    """The option of the template; the source then names the speaker."""
    said = walk.part_text(with_options("recommendations", group="topic"), "recommendations")
    assert "Sample Speaker 1, Sample Centre 1" in said
    assert said.index("International instruments") < said.index("Rights of the child")


def test_a_stem_is_shown_only_where_the_demand_needs_it() -> None:
    """ "publish ..." goes on with the stem's sentence, "Ratify ..." stands by itself."""
    said = walk.part_text(build.a_document(), "recommendations")
    assert "We recommend that the Government of Cuba:publish" in said
    assert "We recommend that the Government of Cuba:Ratify" not in said


def test_words_in_another_language_are_labelled() -> None:
    """The second statement of the sample is Spanish."""
    said = walk.part_text(build.a_document(), "recommendations")
    assert said.count("in Spanish") == 3


@pytest.mark.parametrize("maximum", [1, 2, 5, 60])
def test_at_a_glance_keeps_to_its_maximum_and_says_how_many_more(maximum: int) -> None:
    """Whole recommendations, the first of each speaker first."""
    document = with_options("at-a-glance", maximum=maximum)
    numbers = [
        i.text for b in walk.blocks(document, "at-a-glance") for i in walk.inlines(b) if i.role == "number"
    ]
    assert len(numbers) == min(maximum, 6)
    assert ("more in the table" in walk.part_text(document, "at-a-glance")) is (maximum < 6)
    if maximum == 2:
        assert numbers == ["R1", "R4"]


def test_at_a_glance_leaves_out_what_a_page_cannot_hold() -> None:
    """Eight speakers with long recommendations: fewer rows, none shortened."""
    long = "Adopt a sample law that is described at great length. " * 8
    contributions = []
    for number in range(1, 9):
        made = build.a_contribution(number)
        found = made.findings.recommendations
        longer = tuple(dataclasses.replace(each, text=long) for each in found)
        findings = dataclasses.replace(made.findings, recommendations=longer)
        contributions.append(dataclasses.replace(made, findings=findings))
    document = build.a_document(build.a_pack_input(contributions))
    said = walk.part_text(document, "at-a-glance")
    shown = said.count(long.strip())
    assert 2 <= shown < 8
    assert said.count("described") == shown * 8


def test_a_long_previous_list_is_summed_up_and_never_cut() -> None:
    """By theme, with the document that has the whole list."""
    many = [PreviousRecommendation(f"Do {n}.", (), n % 2 == 0, theme="Theme A") for n in range(60)]
    said = walk.part_text(build.a_document(build.a_pack_input(previous=many)), "since-previous-review")
    assert "60 recommendations were made. The whole list is in document A/HRC/24/16." in said
    assert "Theme A3030–" in said
    assert "Do 1." not in said


def test_previous_recommendations_are_grouped_by_answer() -> None:
    """Supported, noted, not recorded; States and theme below each."""
    said = walk.part_text(build.a_document(), "since-previous-review")
    order = [said.index(word) for word in ("Supported", "Estonia and Japan", "Noted", "Answer not recorded")]
    assert order == sorted(order)


def test_a_list_that_is_not_whole_says_of_how_many() -> None:
    """Where review.yaml counts more than are listed; a whole list gives its number alone."""
    pack = build.a_pack_input()
    assert pack.review.previous_review is not None
    for counted, said in ((260, "Supported · 2 of 260"), (2, "Supported · 2170"), (None, "Supported · 2170")):
        previous = dataclasses.replace(pack.review.previous_review, supported=counted)
        review = dataclasses.replace(pack.review, previous_review=previous)
        made = build.a_document(dataclasses.replace(pack, review=review))
        assert said in walk.part_text(made, "since-previous-review")


def test_the_same_input_gives_the_same_document() -> None:
    """Nothing of the clock, of chance or of the order of sets."""
    assert build.a_document() == build.a_document()


def test_properties_hold_only_what_the_inputs_say() -> None:
    """Title, organiser, session, State, marks and the day of the pre-session."""
    document = build.a_document()
    assert document.title == "Cuba: briefing pack, 30th session of the UPR"
    assert (document.author, document.created, document.language) == ("UPR Info", "2018-04-12", "en")
    assert document.keywords == ("UPR", "Cuba", "DRAFT", "SAMPLE", "PROVISIONAL")


def test_names_that_need_an_article_get_it_in_english() -> None:
    """ "Pre-session on the Russian Federation"."""
    state = dataclasses.replace(
        build.CUBA, names=(("en", "Russian Federation"), ("fr", "Fédération de Russie")), article="the"
    )
    head = build.a_document(build.a_pack_input((), state=state)).furniture.head_left
    assert "".join(i.text for i in head) == ("Pre-session on the Russian Federation (UPR 30)")
