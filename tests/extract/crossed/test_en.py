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
