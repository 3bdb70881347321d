"""Groups under headings, stems without a colon, markers without a blank, questions inside a command."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, texts

HEADS = {
    "en": (
        "Recommendations on data",
        "The Committee had recommended the following:",
        "establish safeguards;",
    ),
    "es": (
        "Recomendaciones sobre datos",
        "El Comité había recomendado lo siguiente:",
        "establecer garantías;",
    ),
    "fr": (
        "Recommandations sur les données",
        "Le Comité avait recommandé ce qui suit :",
        "établir des garanties ;",
    ),
}


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        ("en", "Access to the data must be restricted by law"),
        ("es", "El acceso a los datos debe restringirse por ley"),
        ("fr", "L'accès aux données doit être limité par la loi"),
    ],
)
def test_what_was_reported_under_one_heading_does_not_reach_the_next(language: str, asked: str) -> None:
    """A stem that was opened below "ii. Security" ends at "iii. Limits", a heading of the same shape."""
    title, stem, item = HEADS[language]
    lines = (f"h|{title}", "h|ii. Security", f"p|{stem}", f"-|{item}", "h|iii. Limits", f"p|{asked}.")
    assert texts(language, *lines) == [asked]
    assert len(aside(language, *lines)) == 1


def test_a_stem_above_all_groups_reaches_every_one_of_them() -> None:
    lines = (
        "p|We call on the Government to:",
        "h|Schools",
        "-|build schools;",
        "h|Prisons",
        "-|close prisons.",
    )
    assert texts("en", *lines) == ["build schools", "close prisons"]


def test_recommendations_named_in_brackets_are_no_report() -> None:
    lines = (
        "h|Recomendaciones",
        "h|Seguridad",
        "p|La protección (según las recomendaciones expresadas en los demás apartados) requiere al menos lo siguiente:",
        "-|establecer garantías;",
    )
    assert texts("es", *lines) == ["establecer garantías"]


@pytest.mark.parametrize(
    ("language", "lead", "verb", "item"),
    [
        ("es", "El movimiento sale a la calle para:", "EXIGIR:", "Que el Gobierno abra la escuela"),
        ("fr", "Le mouvement descend dans la rue pour :", "EXIGER :", "Que le Gouvernement ouvre l'école"),
        ("pt", "O movimento sai à rua para:", "EXIGIR:", "Que o Governo abra a escola"),
        ("en", "The movement takes to the streets to:", "DEMAND:", "That the Government open the school"),
    ],
)
def test_a_verb_of_asking_alone_in_a_line_opens_a_list(
    language: str, lead: str, verb: str, item: str
) -> None:
    assert texts(language, f"p|{lead}", f"h|{verb}", f"-|{item}.") == [item]
    assert texts(language, f"p|{lead}", f"p|{verb}", f"-|{item}.") == [item]


def test_a_stem_may_end_with_a_semicolon() -> None:
    stem = "p|Therefore we call on the Government to;"
    assert texts("en", stem, "a)|withdraw this bill", "b)|introduce another") == [
        "withdraw this bill",
        "introduce another",
    ]


@pytest.mark.parametrize(
    ("language", "stem", "items"),
    [
        ("es", "Recomendamos:", ("Determinar quiénes pueden tener acceso", "Definir cuáles son los datos")),
        (
            "fr",
            "Nous recommandons :",
            ("De préciser comment l'accès est donné", "De définir quels sont les droits"),
        ),
        (
            "pt",
            "Recomendamos:",
            ("Determinar quantos podem ter acesso", "Definir como são guardados os dados"),
        ),
        ("en", "We recommend:", ("Determine who can have access", "Define when it is deleted")),
    ],
)
def test_the_verb_of_a_question_inside_a_command_makes_no_statement_of_it(
    language: str, stem: str, items: tuple[str, ...]
) -> None:
    wanted = [item.removeprefix("De ") for item in items]
    assert texts(language, f"p|{stem}", *(f"-|{item}." for item in items)) == wanted


def test_what_we_clearly_state_is_ours_and_what_others_state_is_not() -> None:
    ours = "We clearly state that both the bill and the existing Act must be withdrawn."
    assert texts("en", f"p|{ours}") == ["both the bill and the existing Act must be withdrawn"]
    assert texts("en", "p|The Minister clearly states that the bill must be withdrawn.") == []


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        (
            "es",
            "El uso de la norma hace necesario que el Estado defina marcos legales.",
            "que el Estado defina marcos legales",
        ),
        (
            "pt",
            "O uso destas ferramentas torna necessário que o Estado defina um marco legal.",
            "que o Estado defina um marco legal",
        ),
        (
            "fr",
            "L'usage de ces outils rend nécessaire que l'État définisse un cadre légal.",
            "l'État définisse un cadre légal",
        ),
        (
            "en",
            "The use of these tools makes it essential that the Government define a framework.",
            "the Government define a framework",
        ),
    ],
)
def test_what_something_makes_necessary_is_asked(language: str, sentence: str, asked: str) -> None:
    [found] = texts(language, f"p|{sentence}")
    assert found.endswith(asked)


def test_a_concession_and_a_condition_stay_in_a_demand() -> None:
    item = (
        "Esta consulta deberá ser obligatoria, a pesar de no ser vinculante, siempre que reúna los requisitos"
    )
    assert texts("es", "p|Recomendamos:", f"-|{item}.") == [item]


def test_an_ordinal_ends_no_sentence() -> None:
    item = "Retomada do processo da 6ª. Conferência das Cidades"
    assert texts("pt", "p|Exigimos:", f"-|{item}.") == [item]


def test_free_software_is_no_command_to_set_anybody_free() -> None:
    assert texts("en", "p|Free software is best defined by the following freedoms:", "-|to run it;") == []
    assert texts("en", "p|Free the prisoners.") == ["Free the prisoners"]


def test_a_section_that_is_only_told_of_ends_at_the_next_heading() -> None:
    """Also among headings of one shape, under which the demands of a title stand in groups."""
    lines = (
        "h|Revendications", "h|Logement", "-|Construire des logements ;", "h|Le dernier examen",
        "p|Le Comité avait recommandé ce qui suit :", "-|établir des garanties ;", "h|Transports",
        "p|Nous demandons au Gouvernement :", "-|d'ouvrir la ligne.",
    )  # fmt: skip
    assert texts("fr", *lines) == ["Construire des logements", "ouvrir la ligne"]


def test_what_somebody_said_ends_with_the_paragraph_below() -> None:
    """Paragraphs later the authors speak again."""
    lines = (
        "p|In her statement the teacher said:",
        "q|We waited for a year.",
        "p|The inquiry has heard much evidence.",
        "p|Third, decision-makers should take a preventative approach.",
    )
    assert texts("en", *lines) == ["decision-makers should take a preventative approach"]


@pytest.mark.parametrize(
    ("language", "stem", "items"),
    [
        (
            "pt",
            "Nesta carta a Associação aponta os compromissos que devem ser assumidos pelos candidatos.",
            ("A garantia do respeito ao resultado", "A revogação da emenda"),
        ),
        (
            "en",
            "In this letter we set out the commitments that must be made.",
            ("Respect for the result", "Repeal of the law"),
        ),
        (
            "fr",
            "Dans cette lettre nous présentons les engagements qui doivent être pris.",
            ("La garantie du respect du résultat", "L'abrogation de la loi"),
        ),
        (
            "es",
            "En esta carta presentamos los compromisos que deben asumirse.",
            ("La garantía del respeto al resultado", "La derogación de la ley"),
        ),
    ],
)
def test_a_list_follows_the_sentence_that_names_its_commitments(
    language: str, stem: str, items: tuple[str, ...]
) -> None:
    lines = [f"{number})|{item};" for number, item in enumerate(items, 1)]
    found = texts(language, f"p|{stem}", *lines)
    assert found[-2:] == list(items)


def test_be_it_in_the_papers_or_elsewhere_asks_for_nothing() -> None:
    assert (
        texts("fr", "p|Que ce soit dans les médias ou sur les réseaux, la parole haineuse se libère.") == []
    )


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        (
            "es",
            "Exigimos al Gobierno acabar con los controles porque vulneran derechos como:",
            "acabar con los controles",
        ),
        (
            "es",
            "Exigimos que el Gobierno acabe con los controles porque vulneran derechos como:",
            "el Gobierno acabe con los controles",
        ),
        (
            "fr",
            "Nous demandons au Gouvernement de cesser les contrôles parce qu'ils violent des droits comme :",
            "cesser les contrôles",
        ),
        (
            "pt",
            "Exigimos que o Governo acabe com os controlos porque violam direitos como:",
            "o Governo acabe com os controlos",
        ),
        (
            "en",
            "We demand that the Government end the checks because they violate rights such as:",
            "the Government end the checks",
        ),
    ],
)
def test_a_list_that_belongs_to_the_reason_is_not_asked_for(language: str, sentence: str, asked: str) -> None:
    found = texts(language, f"p|{sentence}", "-|équalité;", "-|liberté.")
    assert len(found) == 1
    assert found[0].startswith(asked)
    assert "liberté" not in found[0]


def test_an_amendment_ends_where_its_reason_begins() -> None:
    lines = (
        "-|À l'alinéa 3, supprimer le « , si possible, » : par cohérence avec l'article 4.",
        "-|Supprimer l'alinéa 12 : l'anonymisation étant obligatoire, imaginer cela est peu utile.",
    )
    assert texts("fr", *lines) == ["À l'alinéa 3, supprimer le « , si possible, »", "Supprimer l'alinéa 12"]


def test_to_engage_a_new_start_is_not_to_call_on_anybody() -> None:
    stem = (
        "Pour que la loi soit utile et qu'elle engage un nouveau souffle, il est important que le Parlement :"
    )
    assert texts("fr", f"p|{stem}", "-|revienne au texte ;", "-|rende la loi cohérente.") == [
        "revienne au texte",
        "rende la loi cohérente",
    ]


def test_a_wishlist_is_a_list_of_demands() -> None:
    assert texts("en", "p|Students' budget wishlist:", "1.|Restore allowances.", "2.|Fund universities.") == [
        "Restore allowances",
        "Fund universities",
    ]


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        ("en", "We urge the Government to close the camp because the law forbids it.", "close the camp"),
        ("en", "We urge the Government not to detain anybody because the law is vague.",
         "not to detain anybody because the law is vague"),
        ("es", "Pedimos al Gobierno no detener a nadie porque participe en una protesta.",
         "no detener a nadie porque participe en una protesta"),
        ("pt", "Pedimos ao Governo que não detenha ninguém porque participou num protesto.",
         "não detenha ninguém porque participou num protesto"),
    ],
)  # fmt: skip
def test_a_reason_goes_unless_it_is_what_must_not_be_one(language: str, sentence: str, asked: str) -> None:
    assert texts(language, f"p|{sentence}") == [asked]
