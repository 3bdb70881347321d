"""The States: complete, by their UN names, found by code and by other names."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from pipeline.models.states import LANGUAGES, all_states, find_state, named_states


def test_there_are_193_member_states_and_two_observers_with_codes_that_exist() -> None:
    """ISO codes as in Unicode's list of territories."""
    states = all_states()
    assert len(states) == 195
    assert len({state.code for state in states}) == len({state.alpha3 for state in states}) == 195
    assert {state.code for state in states} <= set(Locale("en").territories)


def test_every_state_has_a_name_in_seven_languages_and_no_name_means_two_states() -> None:
    """Names and aliases are unambiguous, or a State would be taken for another."""
    owner: dict[str, str] = {}
    for state in all_states():
        assert tuple(language for language, _ in state.names) == LANGUAGES
        for name in (*(name for _, name in state.names), *state.aliases):
            assert name == name.strip() != ""
            assert owner.setdefault(name.casefold(), state.code) == state.code


@pytest.mark.parametrize(
    ("code", "english", "french", "spanish"),
    [
        ("CV", "Cabo Verde", "Cabo Verde", "Cabo Verde"),
        ("RU", "Russian Federation", "Fédération de Russie", "Federación de Rusia"),
        (
            "IR",
            "Iran (Islamic Republic of)",
            "Iran (République islamique d')",
            "Irán (República Islámica del)",
        ),
        ("KR", "Republic of Korea", "République de Corée", "República de Corea"),
        ("VN", "Viet Nam", "Viet Nam", "Viet Nam"),
        ("TR", "Türkiye", "Türkiye", "Türkiye"),
        ("CI", "Côte d'Ivoire", "Côte d'Ivoire", "Côte d'Ivoire"),
        ("PS", "State of Palestine", "État de Palestine", "Estado de Palestina"),
    ],
)
def test_names_are_those_of_the_united_nations(code: str, english: str, french: str, spanish: str) -> None:
    """Not those of the news."""
    state = find_state(code)
    assert state is not None
    assert (state.name("en"), state.name("fr"), state.name("es")) == (english, french, spanish)
    assert state.name("de") == english


@pytest.mark.parametrize(
    ("asked", "code"),
    [("cu", "CU"), ("CUB", "CU"), ("Cape Verde", "CV"), ("ivory coast", "CI"), ("Côte d’Ivoire", "CI"),
     ("Swaziland", "SZ"), ("Turquie", "TR"), (" Russia ", "RU"), ("Holy See", "VA")],
)  # fmt: skip
def test_a_state_is_found_by_code_and_by_any_of_its_names(asked: str, code: str) -> None:
    """In any case, with either apostrophe."""
    state = find_state(asked)
    assert state is not None
    assert state.code == code


@given(st.text(max_size=30))
def test_any_other_text_is_no_state(text: str) -> None:
    """None, never an exception."""
    state = find_state(text)
    assert state is None or state in all_states()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("South Sudan and Nigeria", ["SS", "NG"]),
        ("the Democratic Republic of the Congo", ["CD"]),
        ("Equatorial Guinea, Guinea-Bissau, Papua New Guinea", ["GQ", "GW", "PG"]),
        ("Northern Ireland and New Mexico", []),
        ("the Government of Côte d’Ivoire", ["CI"]),
        ("une grenade", []),
        ("Malian authorities", []),
        ("Fédération de Russie", ["RU"]),
    ],
)
def test_the_longest_name_counts_and_only_whole_words(text: str, codes: list[str]) -> None:
    """Sudan is not in South Sudan, Mali not in Malian."""
    assert [state.code for _, _, state in named_states(text)] == codes


@given(st.text(max_size=200))
def test_spans_lie_in_the_text(text: str) -> None:
    """Whatever it is."""
    assert all(0 <= start < end <= len(text) for start, end, _ in named_states(text))


# Where the United Nations call a State otherwise than Unicode does (CLDR territories): by its full short name
# ("Bolivia (Plurinational State of)"), by the name it asked for (Cabo Verde, Türkiye, Eswatini), or by another
# spelling in Arabic, Russian and Portuguese.
OTHERWISE = {
    "ar": "BO BN CV CL CG CI CZ KP CD DO VA IR IE LA MV FM MM NL OM KR MD RU ST SC PS SY GB TZ US VE VN",
    "zh": "BO BN CG KP CD VA IR LA FM NL KR MD RU PS SY GB TZ US VE",
    "ru": "BS BO BN CF KM CG KP CD SV VA IR KG LA MH FM MM NL MD RU SC SB ZA PS SY TL AE GB TZ US VE",
    "pt": "BS BD BY BO BN CG CI DJ KP CD SV VA IR KI KW LA LI MW FM MM NL KR MD RU SC LK PS SY TR GB TZ US UZ VE VN",
}


@pytest.mark.parametrize("language", sorted(OTHERWISE))
def test_names_are_those_of_unicode_but_where_the_united_nations_say_otherwise(language: str) -> None:
    """A slip in a name of the table is found: every difference is one of those listed, and all are needed."""
    territories = Locale.parse({"pt": "pt_PT"}.get(language, language)).territories
    different = {state.code for state in all_states() if state.name(language) != territories[state.code]}
    assert different == set(OTHERWISE[language].split())


def test_names_of_other_languages_are_printed_and_not_looked_for() -> None:
    """A Russian or Portuguese name can be a common word; statements are searched for three languages' names."""
    assert named_states("Того времени, Мали, Perú") != ()
    assert [state.code for _, _, state in named_states("Того времени")] == []


def test_english_names_take_their_article() -> None:
    """As English sentences of the United Nations do: the Russian Federation, but Cuba."""
    articles = {state.code: state.article for state in all_states()}
    assert (articles["RU"], articles["CU"], articles["GB"], articles["SS"]) == ("the", "", "the", "")
