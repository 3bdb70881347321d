"""English, crossed: whoever asks, with whatever verb, above whatever list, the same demand is found."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts

DEMAND = "ratify the Convention against Torture"

ONE = [
    "Amnesty International",
    "CIVICUS",
    "JS3",
    "Our organisation",
    "The coalition",
    "The Cuba Human Rights Network",
    "The Cuba Law Society",
    "The Law Society of Cuba",
    "The Centre for Law and Democracy",
    "The Cuba Section of ICJ",
    "The World Organisation Against Torture (OMCT)",
    "The Dalit Network, which works in seven countries,",
    "UPR Info",
    "In this regard, the NHRC",
    "While welcoming the new law, Amnesty International",
    "Although progress has been made, the network",
    "Mr. President, ICJ",
]
SEVERAL = [
    "LWBC and LRWC",
    "PEN, ARTICLE 19 and IFEX",
    "PEN, ARTICLE 19, and IFEX",
    "The Bar Association and the Law Society",
    "The network and its partners",
    "Lawyers' Rights Watch Canada and Lawyers Without Borders Canada",
    "Amnesty International, together with its partners,",
    "Both organisations",
    "The organisations behind this report",
    "The undersigned",
    "Reporters Without Borders",
    "Alarmed by these attacks, HRW and IDSN",
    "On prisons, the Bar Association and its members",
    "As women human rights defenders, we",
    "Excellencies, we",
]
WHO = [*((who, "s") for who in ONE), *((who, "") for who in SEVERAL)]


@pytest.mark.parametrize(("who", "s"), WHO, ids=[who for who, _ in WHO])
def test_whoever_asks(who: str, s: str) -> None:
    """By name, by several names, with the State's name in one's own, behind a greeting or an aside."""
    for lead in ("", "The law was adopted in 2019. "):
        assert texts("en", f"p|{lead}{who} urge{s} Cuba to {DEMAND}.") == [DEMAND]
        assert texts("en", f"p|{lead}{who} call{s} on the Government of Cuba to {DEMAND}.") == [DEMAND]
        assert texts("en", f"p|{lead}{who} recommend{s} that Cuba {DEMAND}.") == [f"Cuba {DEMAND}"]
    items = (f"-|{DEMAND};", "-|abolish the death penalty.")
    assert texts("en", f"p|{who} recommend{s} that Cuba:", *items) == [DEMAND, "abolish the death penalty"]


@pytest.mark.parametrize(
    "who",
    [
        "The Committee against Torture and the Special Rapporteur",
        "Norway and Peru",
        "The Government and Parliament",
        "Cuba, which has signed it and",
    ],
)
def test_what_others_ask_together_is_not_taken(who: str) -> None:
    """Bodies, States, those who govern."""
    assert texts("en", f"p|{who} urge Cuba to {DEMAND}.") == []
    assert texts("en", f"p|{who} recommend that Cuba {DEMAND}.") == []


THING = "the immediate release of all imprisoned journalists"


@pytest.mark.parametrize("who", ["We", "JS3", "The network and its partners"])
@pytest.mark.parametrize(
    "verb",
    [
        "call{s} for",
        "continue{s} to call for",
        "call{s} once more for",
        "reiterate{s} {its} call for",
        "renew{s} {its} appeal for",
        "demand{s}",
        "insist{s} on",
        "ask{s} for",
        "strongly press{es} for",
        "appeal{s} for",
        "join{s} other organisations in calling for",
        "emphasise{s} the need for",
        "stress{es} the urgent need for",
        "take{s} this opportunity to call for",
        "recommend{s}",
    ],
)
def test_a_thing_asked_for(who: str, verb: str) -> None:
    """The thing alone is the demand, whoever asks for it and in whatever words."""
    one = who == "JS3"
    words = verb.format(s="s" if one else "", es="es" if one else "", its="its" if one else "our")
    words = words.replace("our", "their") if who.startswith("The") else words
    assert texts("en", f"p|{who} {words} {THING}.") == [THING]


STEMS = [
    "We ask you to recommend to Cuba to:",
    "We ask that you recommend to Cuba that it:",
    "We hope that you will recommend to Cuba that it should:",
    "We would be grateful if you could recommend to Cuba that it:",
    "We urge your delegation to call on Cuba to:",
    "We ask States to recommend to the Government of Cuba that it:",
    "Recommendation to the SuR:",
    "Steps to be taken by the Government:",
    "Measures required:",
    "Our recommendations are summarised below.",
    "PEN's recommendations outlined in these reports are summarised below.",
    "The following recommendations are made:",
]
HEADINGS = [
    "Way forward",
    "Action points",
    "Steps to be taken",
    "What Cuba must do",
    "Suggested recommendations",
]
FIRST, SECOND, THIRD = "Allow foreign journalists to work", "Collect data on hate crime", "Hold a census"


@pytest.mark.parametrize("line", [*(f"p|{one}" for one in STEMS), *(f"h|{one}" for one in HEADINGS)])
def test_a_list_below_whatever_opens_it(line: str) -> None:
    """Also behind facts, and with any mark."""
    for mark in ("-", "•", "1."):
        items = [f"{mark}|{one}." for one in (FIRST, SECOND, THIRD)]
        assert texts("en", "p|The law was made in 1960.", line, *items) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "line",
    [
        "p|Our recommendations:",
        "p|We make the following recommendations:",
        "p|Our asks are summarised below.",
    ],
)
@pytest.mark.parametrize("group", ["h|{}", "p|{}:", "h|A. {}"])
def test_a_list_in_groups(line: str, group: str) -> None:
    """What names a group of the list, a heading or a line with a colon, ends it nowhere."""
    prisons = (group.format("Prisons"), f"-|{FIRST}.", f"-|{SECOND}.")
    schools = (group.replace("A.", "B.").format("Schools"), f"-|{THIRD}.")
    assert texts("en", line, *prisons, *schools) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    "who",
    ["The Attorney General", "The Ministry of Interior and Coordination", "Judges and prosecutors"],
)
@pytest.mark.parametrize("lead", ["", "We believe that ", "In our view, "])
def test_an_office_that_must(lead: str, who: str) -> None:
    """Its name is whole, with an "and" in it, behind whatever opinion."""
    who = who if not lead else who[0].lower() + who[1:]
    assert texts("en", f"p|{lead}{who} must respect privacy.") == [f"{who} must respect privacy"]


@pytest.mark.parametrize(
    "holds", ["believes that", "considers that", "is of the view that", "takes the position that"]
)
def test_what_somebody_holds(holds: str) -> None:
    """It is the authors' if nothing is known of who holds it, and told of if others do."""
    for who in ("SUHAKAM", "The Law Society", "The network"):
        assert texts("en", f"p|{who} {holds} the law should be repealed.") == ["the law should be repealed"]
    for who in ("The Committee", "The Minister", "The judge", "The Special Rapporteur"):
        assert texts("en", f"p|{who} {holds} the law should be repealed.") == []


@pytest.mark.parametrize(
    "second", ["it is imperative that the police leave", "Parliament should repeal the law"]
)
def test_two_obligations_that_a_colon_parts(second: str) -> None:
    """Each is a demand; what only explains the first is none."""
    assert texts("en", f"p|The Government must act: {second}.") == ["The Government must act", second]
    assert len(texts("en", "p|The Government must act: it has waited for years.")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Geneva, Switzerland – Freedom Campaign urges Cuba to {}.",
        "In view of this, FREE implore the police to {}.",
        "We, the 457 undersigned Cuban, regional and international organisations, call on Cuba to {}.",
        "Cuba is urged to {} and we hope that it will.",
        "The coalition calls on Cuba to {}, noting the support of many groups.",
        "I write on behalf of the union, which has fifty members, to call upon you to {}.",
    ],
)
def test_what_stands_around_a_demand(line: str) -> None:
    """A dateline, a verb in the wrong number, a long name, a hope behind it, a remark."""
    assert texts("en", "p|Dear Ambassador of Cuba,", "p|" + line.format(DEMAND)) == [DEMAND]


@pytest.mark.parametrize("who", ["Women and girls", "Farmers and fishermen", "The police and the army"])
def test_people_at_large_are_no_authors(who: str) -> None:
    """What they ask together is told of."""
    assert texts("en", f"p|{who} urge Cuba to {DEMAND}.") == []


@pytest.mark.parametrize(
    "item",
    [
        "Bearing in mind the rights of the child, end the detention of minors",
        "Considering a moratorium on executions",
        "Acknowledging the harm done and paying the victims",
    ],
)
def test_an_item_that_begins_as_a_preamble_does(item: str) -> None:
    """In a list of recommendations it is one."""
    assert texts("en", "h|Recommendations", f"-|{item}.", "-|Adopting a law.") == [item, "Adopting a law"]


def test_a_row_of_obligations_without_an_end() -> None:
    """However many clauses a sentence has, they are read."""
    assert texts("ar", "p|" + "، وعلى الحكومة ان " * 1000) is not None


@pytest.mark.parametrize("thing", ["pay <<now>>", "publish the report <<Justice>>"])
def test_marks_of_quotation_of_the_united_nations_stay_whole(thing: str) -> None:
    """The closing one is two characters of the text."""
    assert texts("en", f"p|We urge Cuba to {thing}.") == [thing]
