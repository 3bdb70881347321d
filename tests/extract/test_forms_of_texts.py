"""Forms of submissions, letters, manifestos and motions: what is taken, and what looks like it and is not."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts

SENTENCES = [
    (
        "The Government should publish the report, and the police should stop using spit hoods.",
        ["The Government should publish the report", "the police should stop using spit hoods"],
    ),
    (
        "We urge the Government to repeal the Act and Parliament to open an inquiry.",
        ["repeal the Act", "open an inquiry"],
    ),
    (
        "It is the Ministry of Health that must pay for the interpreters.",
        ["It is the Ministry of Health that must pay for the interpreters"],
    ),
    (
        "The time has come for the Government to recognise sign language in law.",
        ["The time has come for the Government to recognise sign language in law"],
    ),
    (
        "We call for the filling of all posts in the ministries, so that the benefits reach all those that need them.",
        ["the filling of all posts in the ministries, so that the benefits reach all those that need them"],
    ),
    (
        "We advocate for the adoption of laws that protect tenants.",
        ["the adoption of laws that protect tenants"],
    ),
    ("We need a law that protects whistleblowers.", ["a law that protects whistleblowers"]),
    ("I expect Cuba to be a voice for the prisoners.", ["be a voice for the prisoners"]),
    ("I want my country to support small farms.", ["support small farms"]),
    ("We oppose the bill and ask you to vote it down.", ["vote it down"]),
    (
        "While the authorities should adopt these rules, they will not suffice.",
        ["the authorities should adopt these rules"],
    ),
    (
        "The Act must be amended, as its many gaps would continue to harm those who report fraud.",
        ["The Act must be amended"],
    ),
    (
        "This late change was rushed and should not be included.",
        ["This late change was rushed and should not be included"],
    ),
    ("It is essential that survivors are heard.", ["It is essential that survivors are heard"]),
    ("Nobody should be deported to a place of war.", ["Nobody should be deported to a place of war"]),
]

NONE = [
    "We endorse calls for a public inquiry.",
    "Critics say the Government should resign.",
    "According to the Aliens Act, children should be housed in homes for children.",
    "The changes it recommends to protect the nurses are few.",
    "The second argument is that access must be paid for.",
    "The new rules name the measures that Cuba must take.",
    "It should also be pointed out that the police are few.",
    "The money is gone if a wheelchair must be replaced.",
    "It is imperative that we explore all paths.",
    "It demands the highest standards of all of us.",
    "Asking for a new vote means that they are not happy with the text.",
    "Our recommendations are derived from meetings with nurses.",
    "Unless the world sees the need to change the rules, the poor will lose.",
]


@pytest.mark.parametrize(("sentence", "wanted"), SENTENCES)
def test_sentences_that_demand(sentence: str, wanted: list[str]) -> None:
    made = found("en", "p|Dear Minister,", "p|" + sentence)
    others = [one.recommendation.text for one in made.set_aside if one.reason.value == "addressee"]
    assert [one.text for one in made.recommendations] + others == wanted


@pytest.mark.parametrize("sentence", NONE)
def test_sentences_that_demand_nothing(sentence: str) -> None:
    assert texts("en", "p|" + sentence) == []


def test_what_others_said_to_have_recommended_is_set_aside() -> None:
    assert aside("en", "p|The World Health Organization recommends that the State vaccinate nurses.") == [
        ("reported", "the State vaccinate nurses")
    ]


def test_items_may_say_in_the_third_person_what_is_asked_for() -> None:
    lines = ("p|We call for a law that:", "-|Ensures that schools are free", "-|Bans the sale of spyware")
    assert texts("en", *lines) == ["Ensures that schools are free", "Bans the sale of spyware"]


def test_whatever_follows_that_is_demanded() -> None:
    lines = (
        "p|6 We therefore demand that:",
        "p|the water companies are owned by all",
        "p|all sewage is treated",
    )
    assert texts("en", *lines) == ["the water companies are owned by all", "all sewage is treated"]


def test_a_heading_that_demands_counts_where_nothing_below_it_does() -> None:
    lines = ("h|What we want", "h|1. Build ten thousand new homes", "p|Too many wait for years.")
    assert texts("en", *lines) == ["Build ten thousand new homes"]


def test_headings_of_a_manifesto_are_demands_and_invitations_are_not() -> None:
    lines = (
        "h|For a fair town",
        "h|Scrap the tax on bedrooms",
        "p|It hurts the poor.",
        "h|Build one thousand council homes",
        "p|Many wait.",
        "h|Reinstate the grant for students",
        "p|They have none.",
        "h|Join us and help to achieve this",
        "p|We meet on Mondays.",
    )
    assert texts("en", *lines) == [
        "Scrap the tax on bedrooms",
        "Build one thousand council homes",
        "Reinstate the grant for students",
    ]


def test_a_heading_may_lack_the_colon_of_its_list() -> None:
    lines = ("h|We call on the Government to", "-|stop the pushbacks,", "-|respect the right to asylum.")
    assert texts("en", *lines) == ["stop the pushbacks", "respect the right to asylum"]


def test_clauses_of_a_resolution_that_demand() -> None:
    lines = (
        "p|The undersigned organisations therefore:",
        "-|Condemn the arrest of two editors;",
        "-|Demand their release;",
        "-|Call on the courts to dismiss the charges;",
    )
    assert texts("en", *lines)[-2:] == ["their release", "dismiss the charges"]


def test_a_list_of_reasons_is_no_list_of_demands() -> None:
    lines = (
        "h|Demands",
        "p|Considering",
        "-|the rise of the sea",
        "-|the lack of dykes",
        "p|We ask the Government to act:",
        "-|Build dykes along the coast",
    )
    assert texts("en", *lines) == ["Build dykes along the coast"]


def test_an_item_that_only_sums_up_those_below_it_is_left_out() -> None:
    lines = (
        "h|Demands",
        "-|Make the town safe for bicycles",
        "(a)|Lower the limit to 30 km an hour",
        "(b)|Build lanes on all main roads",
    )
    assert texts("en", *lines) == ["Lower the limit to 30 km an hour", "Build lanes on all main roads"]


def test_names_of_those_who_sign_are_no_contents_of_a_demand() -> None:
    lines = (
        "p|We, workers of the port, demand the release of our colleague:",
        "-|Ann Bell, crane driver, North Quay",
        "-|Carl Dunn, clerk",
    )
    assert texts("en", *lines) == ["the release of our colleague"]


def test_a_list_after_a_demand_says_how() -> None:
    lines = (
        "p|The Government must act now. This includes:",
        "-|Expulsion of all envoys",
        "-|Closure of the two camps",
    )
    assert texts("en", *lines) == ["Expulsion of all envoys", "Closure of the two camps"]


def test_the_contents_of_a_law_asked_for_with_labels_are_demands() -> None:
    lines = (
        "p|We ask the Government to act at once:",
        "1.|Equal treatment. Guarantee the same rules for all.",
        "2.|Public files. Publish all the files.",
    )
    assert texts("en", *lines) == ["Guarantee the same rules for all", "Publish all the files"]


def test_recommendations_of_a_committee_are_its_own() -> None:
    lines = ("h|Recommendations of the Committee against Torture", "p|The State should close the wing.")
    assert aside("en", *lines) == [("reported", "The State should close the wing")]


def test_an_organisation_that_says_what_it_is_speaks_of_itself() -> None:
    lines = (
        "p|Open Files (OFI) is a network of lawyers.",
        "p|OFI has called on the Government to publish the files.",
    )
    assert texts("en", *lines) == ["publish the files"]


def test_another_organisation_that_has_called_is_reported() -> None:
    assert texts("en", "p|Open Files has called on the Government to publish the files.") == []


def test_calls_to_the_public_are_no_demands() -> None:
    assert texts("en", "p|We urge you to join the march on Sunday.") == []
    assert texts("fr", "p|La CGT appelle à se mobiliser partout le 5 décembre.") == []


def test_the_state_that_must_act_is_the_one_a_text_is_about() -> None:
    lines = [
        "p|Iran holds hundreds. Iran kills. Iran lies. Cuba must speak. Cuba should act. Cuba must vote."
    ]
    made = found("en", *lines, state=None)
    assert [one.text for one in made.recommendations] == [
        "Cuba must speak",
        "Cuba should act",
        "Cuba must vote",
    ]


def test_in_a_letter_to_member_states_they_are_meant_as_members() -> None:
    lines = [
        "p|Dear Member States,",
        "p|The United Nations is slow. The Human Rights Council waits. UNESCO waits. UNICEF waits. UNCTAD waits.",
        "p|We urge you to go back to the table.",
    ]
    made = found("en", *lines, state=None)
    assert [one.recommendation.addressee.value for one in made.set_aside] == ["other_state"]


FRENCH = [
    (
        "Il ne suffit pas de condamner les violences, il faut poursuivre les responsables.",
        ["il faut poursuivre les responsables"],
    ),
    (
        "Le gouvernement doit publier le rapport et le Parlement doit ouvrir une enquête.",
        ["Le gouvernement doit publier le rapport", "le Parlement doit ouvrir une enquête"],
    ),
    (
        "Nous demandons au gouvernement de retirer la loi et au Parlement d'ouvrir une enquête.",
        ["retirer la loi", "ouvrir une enquête"],
    ),
    ("Nous vous prions de bien vouloir suspendre l'expulsion.", ["suspendre l'expulsion"]),
    ("Les magistrats sont invités à ouvrir une enquête.", ["ouvrir une enquête"]),
    ("Cette mesure doit empêcher les expulsions abusives.", []),
    ("Nous soutenons l'appel des familles à une enquête.", []),
    ("La loi énonce les mesures que Cuba doit prendre.", []),
    ("Le Parlement doit en être félicité.", []),
]


@pytest.mark.parametrize(("sentence", "wanted"), FRENCH)
def test_french_sentences(sentence: str, wanted: list[str]) -> None:
    assert texts("fr", "p|Monsieur le Ministre,", "p|" + sentence) == wanted


@pytest.mark.parametrize("part", ["A-", "A-b", "A ", "A b ", "A.", "a' A-"])
def test_a_row_of_parts_before_an_organisation_ends(part: str) -> None:
    """Read in one way only: a name of eighty parts would else be read in more ways than there is time for."""
    assert texts("en", "p|" + part * 80 + "! is a network of lawyers. We urge Cuba to free them.") == [
        "free them"
    ]
