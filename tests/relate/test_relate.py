"""What the demands of one State have to do with each other, in seven languages; all demands are made up."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.models.findings import Findings, Recommendation, Span
from pipeline.models.pack import Contribution
from pipeline.models.relations import Demand, Relations
from pipeline.models.session import Organisation, PreviousRecommendation, Speaker
from pipeline.problems import Place
from pipeline.relate import relate
from pipeline.relate.likeness import likeness
from pipeline.relate.shape import shape

SAME = {
    "torture protocol": [
        "Ratify the Optional Protocol to the Convention against Torture without delay.",
        "Accede to OP-CAT",
        "Ratifier le Protocole facultatif se rapportant à la Convention contre la torture",
        "Ratificar el Protocolo Facultativo de la Convención contra la Tortura",
        "Ratificar o Protocolo Facultativo à Convenção contra a Tortura",
        "Ратифицировать Факультативный протокол к Конвенции против пыток",
        "التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب",
        "批准《禁止酷刑公约》任择议定书",
    ],
    "death penalty": [
        "Abolish the death penalty",
        "Abolish capital punishment for all crimes",
        "Abolir la peine de mort",
        "Abolir la pena de muerte",
        "Abolir a pena de morte",
        "Отменить смертную казнь",
        "إلغاء عقوبة الإعدام",
        "废除死刑",
    ],
    "domestic violence": [
        "Criminalize domestic violence and marital rape",
        "Ériger en infraction les violences domestiques et le viol conjugal",
        "Tipificar la violencia doméstica y la violación conyugal",
        "Criminalizar a violência doméstica e o estupro marital",
        "Криминализировать домашнее насилие и супружеское изнасилование",
        "تجريم العنف المنزلي والاغتصاب الزوجي",
        "将家庭暴力和婚内强奸定为刑事犯罪",
    ],
    "journalists": [
        "Release all journalists and human rights defenders",
        "Libérer tous les journalistes et défenseurs des droits de l'homme",
        "Liberar a todos los periodistas y defensores de los derechos humanos",
        "Libertar todos os jornalistas e defensores dos direitos humanos",
        "Освободить всех журналистов и правозащитников",
        "الإفراج عن جميع الصحفيين والمدافعين عن حقوق الإنسان",
        "释放所有记者和人权捍卫者",
    ],
}


def said(*speakers: list[str]) -> list[Contribution]:
    """A contribution for each speaker with these demands."""
    return [
        Contribution(
            Speaker(number, "", "", Organisation(f"SAMPLE {number}"), 5),
            findings=Findings(tuple(Recommendation(text, (Span(0, 0, 1),), Place()) for text in texts)),
        )
        for number, texts in enumerate(speakers, 1)
    ]


def earlier(*texts: str) -> tuple[PreviousRecommendation, ...]:
    return tuple(PreviousRecommendation(text, supported=True) for text in texts)


@pytest.mark.parametrize("name", SAME)
def test_one_demand_in_every_language_is_one_group(name: str) -> None:
    """Each speaker in another language or other words: all of them in one group."""
    found = relate(said(*([text] for text in SAME[name])), ())
    assert [len(group.members) for group in found.same] == [len(SAME[name])]


@pytest.mark.parametrize(("one", "other"), list(combinations(SAME, 2)))
def test_different_demands_are_never_grouped(one: str, other: str) -> None:
    """Whatever the languages are."""
    for mine in SAME[one]:
        for theirs in SAME[other]:
            assert relate(said([mine], [theirs]), ()).same == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ratify the Convention against Torture", "Ratify the Optional Protocol to the Convention against Torture"),
        ("Ratify ILO Convention No. 169", "Ratify ILO Convention No. 189"),
        ("Amend article 144 of the Criminal Code", "Amend article 91 of the Criminal Code"),
        ("Train the police on the use of force", "Prosecute the police for the excessive use of force"),
        ("Ratify OPCAT", "Adopt a law that carries out OPCAT"),
        ("End violence against women", "End violence against children"),
        ("Take all necessary measures", "Take the necessary steps without delay"),
        ("Provide free school meals in rural areas", "Provide free legal aid in rural areas"),
    ],
)  # fmt: skip
def test_demands_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    """Another treaty, article, act or person is another demand."""
    assert relate(said([one], [other]), ()).same == ()


def test_other_words_of_one_language_are_one_demand() -> None:
    """Synonyms of the lexicon and words that say nothing do not part demands."""
    found = relate(
        said(
            ["Issue a standing invitation to all special procedures of the Human Rights Council"],
            ["Consider extending an open and standing invitation to special procedures mandate holders"],
            ["Build a cycle path along the river"],
        ),
        (),
    )
    assert [group.members for group in found.same] == [(Demand(0, 0), Demand(1, 0))]


def test_a_group_is_never_within_one_speaker() -> None:
    """Who says a thing twice has not found company."""
    assert relate(said(["Abolish the death penalty", "Abolish capital punishment"]), ()).same == ()


def test_two_demands_of_a_speaker_meet_through_another_speaker() -> None:
    """The second speaker's demand is the same as both."""
    found = relate(
        said(["Abolish the death penalty", "Abolish capital punishment"], ["Abolir la peine de mort"]), ()
    )
    assert [group.members for group in found.same] == [(Demand(0, 0), Demand(0, 1), Demand(1, 0))]


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Abolish the death penalty", "Maintain the death penalty for grave crimes", ("Abolish", "Maintain")),
        ("Abolir la peine de mort", "Mantener la pena de muerte", ("Abolir", "Mantener")),
        ("Отменить смертную казнь", "保留死刑", ("Отменить", "保留")),
        ("Lift the ban on peaceful assembly", "Prohibit peaceful assembly", ("Lift the ban", "Prohibit")),
        ("Raise the age of criminal responsibility to 14", "Rebajar la edad de responsabilidad penal a 12", ("Raise", "Rebajar")),
        ("Withdraw the reservation to article 16 of CEDAW", "Keep the reservation to article 16 of CEDAW", ("Withdraw", "Keep")),
        ("Repeal laws criminalizing homosexuality", "Criminaliser l’homosexualité", ("Repeal laws criminalizing", "Criminaliser")),
        ("Do not reinstate the death penalty", "Restablecer la pena de muerte", ("reinstate", "Restablecer")),
        ("Maintain the moratorium on the death penalty", "Maintain the death penalty", ("Maintain the moratorium", "Maintain")),
        ("Despenalizar el aborto", "حظر الإجهاض", ("Despenalizar", "حظر")),
    ],
)  # fmt: skip
def test_opposite_acts_on_one_object_clash(one: str, other: str, about: tuple[str, str]) -> None:
    """In every order and language, with the words that clash; and they are not the same demand."""
    found = relate(said([one], [other]), ())
    assert [(each.first, each.second, each.about) for each in found.contradictions] == [
        (Demand(0, 0), Demand(1, 0), about)
    ]
    assert found.same == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abolish school fees for girls", "Keep girls in school"),
        ("Abolish the death penalty", "Respect minimum standards as long as it maintains the death penalty"),
        ("Reduce maternal mortality", "Increase access to maternal health care"),
        ("Reduce unemployment", "Increase employment"),
        ("Repeal laws that allow corporal punishment", "Prohibit corporal punishment"),
        ("Abolish the death penalty", "Reintroduce the moratorium and abolish capital punishment"),
        ("Withdraw the reservation to article 2 of CEDAW", "Maintain the reservation to article 16 of CEDAW"),
        ("Criminalize discrimination against homosexuals", "Decriminalize homosexuality"),
        ("Abolish the death penalty", "Abolir la peine de mort"),
    ],
)
def test_acts_that_only_look_opposite_do_not_clash(one: str, other: str) -> None:
    """Another object, another scale, an aside, or twice a no."""
    assert relate(said([one], [other]), ()).contradictions == ()


def test_a_demand_is_linked_to_what_was_recommended_before() -> None:
    """In another language, whatever States stand in brackets; what was not recommended has no link."""
    previous = earlier(
        "Train judges on trafficking (Chile)",
        "Ratify the Optional Protocol to the Convention against Torture (Norway) (Peru)",
        "Abolish the death penalty (Norway)",
    )
    found = relate(
        said(["Ратифицировать Факультативный протокол к Конвенции против пыток"], ["Publish the budget"]),
        previous,
    )
    assert [(each.demand, each.previous) for each in found.repeats] == [(Demand(0, 0), (1,))]


def test_the_opposite_of_a_recommendation_does_not_repeat_it() -> None:
    """To keep the death penalty is no repetition of abolishing it."""
    assert relate(said(["Mantener la pena de muerte"]), earlier("Abolish the death penalty")).repeats == ()


def test_nobody_and_nothing_relate_to_nothing() -> None:
    """No contribution, no demand, empty and senseless texts."""
    assert relate([], ()) == Relations()
    assert relate(said(["", "...", "???"], ["", "1", " "]), earlier("", "(France)")) == Relations()


TEXTS = [text for texts in SAME.values() for text in texts] + [
    "Maintain the death penalty",
    "Mantener la pena de muerte",
]
SPEAKERS = st.lists(st.lists(st.sampled_from(TEXTS), max_size=4), max_size=5)


@settings(max_examples=60, deadline=None)
@given(SPEAKERS, st.randoms(use_true_random=False))
def test_another_order_of_speakers_only_renumbers(speakers: list[list[str]], random) -> None:
    """The same groups, clashes and repetitions under other numbers."""
    order = list(range(len(speakers)))
    random.shuffle(order)
    previous = earlier(*TEXTS[::3])
    here, there = relate(said(*speakers), previous), relate(said(*(speakers[n] for n in order)), previous)

    def back(demand: Demand) -> Demand:
        return Demand(order[demand.contribution], demand.recommendation)

    assert {g.members for g in here.same} == {tuple(sorted(map(back, g.members))) for g in there.same}
    assert {frozenset((c.first, c.second)) for c in here.contradictions} == {
        frozenset((back(c.first), back(c.second))) for c in there.contradictions
    }
    assert {(r.demand, r.previous) for r in here.repeats} == {
        (back(r.demand), r.previous) for r in there.repeats
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(TEXTS) | st.text(max_size=60), max_size=4), max_size=5))
def test_groups_are_disjoint_and_have_two_speakers(speakers: list[list[str]]) -> None:
    """On any text: a demand is in at most one group, in order, and no group is within one speaker."""
    found = relate(said(*speakers), earlier(*(text for texts in speakers for text in texts)))
    members = [member for group in found.same for member in group.members]
    assert len(members) == len(set(members))
    for group in found.same:
        assert len({member.contribution for member in group.members}) > 1
        assert list(group.members) == sorted(group.members)
    for clash in found.contradictions:
        assert clash.about[0] in speakers[clash.first.contribution][clash.first.recommendation]
        assert clash.about[1] in speakers[clash.second.contribution][clash.second.recommendation]


@given(st.text(max_size=200), st.text(max_size=200))
def test_likeness_is_between_nothing_and_one_and_the_same_both_ways(one: str, other: str) -> None:
    """Of any two texts."""
    first, second = shape(one), shape(other)
    assert 0 <= likeness(first, second) <= 1
    assert likeness(first, second) == pytest.approx(likeness(second, first))
