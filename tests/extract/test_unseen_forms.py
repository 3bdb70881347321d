"""Forms that texts nobody had looked at have shown, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        (
            "We reiterate calls to reopen the three closed radio stations.",
            "reopen the three closed radio stations",
        ),
        ("We stress on the need for Parliament to publish the report.", "publish the report"),
        (
            "We are calling for a single inspectorate to watch all prisons.",
            "a single inspectorate to watch all prisons",
        ),
        ("We call for the charges to be dropped.", "the charges to be dropped"),
        (
            "We ask the court to free the young teacher at once as she was only reporting.",
            "free the young teacher at once",
        ),
        (
            "It is of the utmost importance that the police publish the figures.",
            "It is of the utmost importance that the police publish the figures",
        ),
        (
            "Our submission argues that the bill should not be passed.",
            "the bill should not be passed",
        ),
        (
            "The Act should contain what has been proposed to parties by the regulator.",
            "The Act should contain what has been proposed to parties by the regulator",
        ),
        (
            "All data whether old or not should be deleted.",
            "All data whether old or not should be deleted",
        ),
        ("Our demand: release the teachers.", "release the teachers"),
    ],
)
def test_english_sentences(sentence: str, text: str) -> None:
    assert texts("en", "p|" + sentence) == [text]


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Nous vous demandons, Madame la Ministre, de ne pas signer ce décret.", "ne pas signer ce décret"),
        ("Notre proposition : ouvrir un lieu d'accueil.", "ouvrir un lieu d'accueil"),
        (
            "Les Etats du monde entier doivent ratifier le traité.",
            "Les Etats du monde entier doivent ratifier le traité",
        ),
        (
            "Il est aujourd'hui urgent de fermer cette prison.",
            "Il est aujourd'hui urgent de fermer cette prison",
        ),
        (
            "L'association réitère son appel aux autorités pour que celles-ci enquêtent sur ces morts.",
            "celles-ci enquêtent sur ces morts",
        ),
        ("J'appelle le gouvernement à rouvrir le lycée.", "rouvrir le lycée"),
    ],
)
def test_french_sentences(sentence: str, text: str) -> None:
    assert texts("fr", "p|" + sentence) == [text]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This is because the right to privacy must be protected."),
        ("en", "In Cuba we must stand together."),
        ("en", "We thank her for the High Commissioner's calls for dialogue."),
        ("fr", "Vous devez vous rendre à Tunis en juillet."),
    ],
)
def test_what_is_no_demand(language: str, sentence: str) -> None:
    assert found(language, "p|" + sentence).recommendations == ()


def test_an_obligation_to_urge_somebody_is_one_demand_to_whom_it_names() -> None:
    """ "Donors should urge the authorities to ..." is a demand to donors, not one of donors."""
    assert aside("en", "p|Foreign governments should urge the authorities to free them.") == [
        ("addressee", "Foreign governments should urge the authorities to free them")
    ]


def test_a_country_by_its_name_is_an_actor() -> None:
    assert aside("en", "p|Canada must stop the sale of these weapons.") == [
        ("addressee", "Canada must stop the sale of these weapons")
    ]


def test_items_of_a_plan_are_demands_and_their_labels_are_left_out() -> None:
    assert texts("en", "p|Our four point action plan:", "-|end school fees", "-|build ramps") == [
        "end school fees",
        "build ramps",
    ]
    assert texts(
        "fr",
        "1)|Repas : nous proposons que la ville ouvre une cuisine.",
        "2)|Bus : permettre à tous d'en profiter.",
    ) == [
        "la ville ouvre une cuisine",
        "permettre à tous d'en profiter",
    ]


def test_what_somebody_should_be_asked_to_do_is_a_stem() -> None:
    got = texts(
        "en",
        "p|The authorities should be asked to sign a charter with pledges to:",
        "-|open the archives",
        "-|train clerks",
    )
    assert got == ["open the archives", "train clerks"]


def test_a_paragraph_of_a_quoted_letter_is_the_letter_s() -> None:
    lines = ("p|The declaration reads as follows:", "p|“We therefore call on Cuba to free them.")
    assert texts("en", *lines) == ["free them"]


def test_a_right_for_somebody_is_a_thing_and_no_addressee() -> None:
    lines = ("p|Nous exigeons :", "-|Le droit pour tous les médias de circuler librement.")
    assert texts("fr", *lines) == ["Le droit pour tous les médias de circuler librement"]


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        (
            "en",
            ("p|We urge the authorities to", "•|publish the list", "•|train judges"),
            ["publish the list", "train judges"],
        ),
        (
            "fr",
            ("p|Nous exhortons le gouvernement à", "-|publier la liste", "-|former les juges"),
            ["publier la liste", "former les juges"],
        ),
        ("en", ("p|Recommendation 4: Repeal the decree.",), ["Repeal the decree"]),
        ("fr", ("p|Recommandation 4 : Abroger le décret.",), ["Abroger le décret"]),
        ("en", ("p|We urge the repeal of the decree.",), ["the repeal of the decree"]),
        ("en", ("p|We're calling on the State to close the camp.",), ["close the camp"]),
        (
            "en",
            ("p|We have joined with groups worried about these plans to call on the State to drop them.",),
            ["drop them"],
        ),
        (
            "en",
            ("p|We urge the State to close the camp and call on Parliament to change the law.",),
            ["close the camp", "change the law"],
        ),
        (
            "en",
            ("p|Despite promises, the police are idle and the courts must act.",),
            ["the courts must act"],
        ),
        (
            "fr",
            ("p|Nous appelons les sénateurs à rejeter ce texte, et le gouvernement à financer l'école.",),
            ["rejeter ce texte", "financer l'école"],
        ),
        ("fr", ("p|Nous demandons, Monsieur le Maire, un lieu d'accueil.",), ["un lieu d'accueil"]),
        (
            "fr",
            (
                "p|-",
                "p|Demandez au ministre de libérer ces hommes.",
            ),
            ["libérer ces hommes"],
        ),
        (
            "fr",
            ("p|Alors que le président hésite, le Collectif Tilleul appelle la justice à agir sans délai.",),
            ["agir sans délai"],
        ),
        (
            "fr",
            ("p|Le Collectif Tilleul salue l'arrêt de la Cour, et exhorte le gouvernement à l'appliquer.",),
            ["l'appliquer"],
        ),
        ("en", ("p|Dear Minister,", "p|Do not let these families wait."), ["Do not let these families wait"]),
        ("fr", ("p|Monsieur le Député,", "p|Ne votez pas ce texte."), ["Ne votez pas ce texte"]),
    ],
)
def test_forms_of_lists_letters_and_long_sentences(
    language: str, lines: tuple[str, ...], wanted: list[str]
) -> None:
    assert texts(language, *lines) == wanted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Should deputies vote for it, we will protest."),
        ("en", "I urge you to do so."),
        ("en", "A columnist calls for a curfew in the south."),
        ("en", "Democracy must be defended."),
        ("fr", "La démocratie doit être défendue."),
        ("fr", "La situation de ces hommes exige une attention urgente."),
        ("fr", "Le Comité, réuni à Genève, et la Cour appellent le gouvernement à agir."),
    ],
)
def test_more_that_is_no_demand(language: str, sentence: str) -> None:
    assert found(language, "p|" + sentence).recommendations == ()


def test_candidates_are_no_state_though_elections_name_one() -> None:
    sentence = "p|Nous appelons les candidats aux élections législatives à publier leur programme."
    assert aside("fr", sentence) == [("addressee", "publier leur programme")]


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        (
            "en",
            ("h|Recommendations to the government", "•|Pending its abolition, to commute all sentences;"),
            ["commute all sentences"],
        ),
        (
            "en",
            ("p|The ICJ called on the State to free them. It called on Parliament to change the law.",),
            ["free them", "change the law"],
        ),
        (
            "en",
            ("p|“The police must wear numbers. The courts must be open.”",),
            ["The police must wear numbers", "The courts must be open"],
        ),
        (
            "en",
            ("p|The statement stressed that all votes of the last two years should be counted again.",),
            ["all votes of the last two years should be counted again"],
        ),
        (
            "fr",
            ("p|Nous exhortons le Congrès à rejeter ce texte contraire au traité car il menace la presse.",),
            ["rejeter ce texte contraire au traité"],
        ),
        ("fr", ("p|On demande a minima que ces places soient gardées.",), ["ces places soient gardées"]),
        (
            "fr",
            ("p|Nous demandons « la suspension de toutes les expulsions cet hiver » à l'heure du gel.",),
            ["la suspension de toutes les expulsions cet hiver"],
        ),
        (
            "fr",
            ("p|Elle porte une exigence commune : l'adoption rapide d'une loi.",),
            ["l'adoption rapide d'une loi"],
        ),
    ],
)
def test_forms_of_press_notes(language: str, lines: tuple[str, ...], wanted: list[str]) -> None:
    assert texts(language, *lines) == wanted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Le collectif appelle à une grande marche contre la guerre."),
        ("fr", "Il est urgent que les citoyens se fassent entendre."),
        ("fr", "Le projet de loi devrait être présenté au mois de juin."),
        ("en", "It is essential that citizens speak out."),
        ("en", "They call for a march on Sunday."),
    ],
)
def test_calls_to_the_people_and_what_is_planned_are_no_demands(language: str, sentence: str) -> None:
    assert found(language, "p|" + sentence).recommendations == ()


def test_what_a_law_says_in_a_quotation_is_no_demand() -> None:
    lines = ("p|Article 9 of the Covenant reads:", "p|“The State must guarantee fair trials.")
    assert texts("en", *lines) == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It said the law should be rewritten by Parliament."),
        ("en", "The police must be reformed, experts have said."),
        ("en", "The ministers said these cuts should be approved."),
        ("fr", "Nous vous prions de bien vouloir agréer, Madame, nos salutations."),
        (
            "fr",
            "L'association a porté plainte contre le préfet pour exiger de l'État qu'il publie le rapport.",
        ),
    ],
)
def test_what_somebody_said_is_not_made_by_the_authors(language: str, sentence: str) -> None:
    assert found(language, "p|" + sentence).recommendations == ()


@pytest.mark.parametrize(
    ("language", "sentence", "text"),
    [
        (
            "fr",
            "RSF appelle les autorités à tout mettre en œuvre pour la libérer.",
            "tout mettre en œuvre pour la libérer",
        ),
        (
            "fr",
            "RSF et dix associations écrivent aux chefs de dix pays pour leur demander de les libérer.",
            "les libérer",
        ),
        (
            "fr",
            "Il est plus que nécessaire de réformer la loi.",
            "Il est plus que nécessaire de réformer la loi",
        ),
        (
            "en",
            "Amnesty International wants more. It said the law should be rewritten by Parliament.",
            "the law should be rewritten by Parliament",
        ),
        (
            "en",
            "On Monday, Amnesty International, with forty groups, called for the release of the poet.",
            "the release of the poet",
        ),
        (
            "en",
            "Amnesty International condemned the ban of the Government and called on it to lift it.",
            "lift it",
        ),
    ],
)
def test_what_the_authors_say_of_themselves(language: str, sentence: str, text: str) -> None:
    assert texts(language, "p|" + sentence) == [text]


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        ("en", ("p|Clause 4 should be deleted.",), ["Clause 4 should be deleted"]),
        ("en", ("p|Recommendation: That the bill not be passed.",), ["That the bill not be passed"]),
        (
            "en",
            ("p|Recommendation 5 – Amend section 3 to include children.",),
            ["Amend section 3 to include children"],
        ),
        ("en", ("p|We submit that section 3 be amended.",), ["section 3 be amended"]),
        ("en", ("p|It is our recommendation that the law be repealed.",), ["the law be repealed"]),
        ("en", ("p|We regret that the State refused a visit and urge it to reconsider.",), ["reconsider"]),
        ("en", ("p|The State needs urgently to adopt a law.",), ["The State needs urgently to adopt a law"]),
        (
            "en",
            (
                "p|Some of our recommendations include:",
                "-|On health: To train nurses.",
                "-|On data: To count patients.",
            ),
            ["train nurses", "count patients"],
        ),
        ("fr", ("p|Nous appelons tous les États à publier ces chiffres.",), ["publier ces chiffres"]),
        ("fr", ("p|Nous soulignons la nécessité de réformer le code pénal.",), ["réformer le code pénal"]),
    ],
)
def test_forms_of_submissions(language: str, lines: tuple[str, ...], wanted: list[str]) -> None:
    assert texts(language, *lines) == wanted


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The list should not be interpreted as complete by the State."),
        ("en", "Women must battle constantly to keep their land."),
        ("fr", "Les femmes doivent sans cesse se battre pour leurs terres."),
        ("fr", "Tenir les registres demande du temps au greffe."),
        (
            "fr",
            "Dans une ordonnance de mai, le tribunal constate la faute et enjoint la mairie à rouvrir le dossier.",
        ),
        ("fr", "Les élèves sont encouragés par les médias, qu'il s'agisse de la presse ou de la radio."),
    ],
)
def test_hardships_and_remarks_are_no_demands(language: str, sentence: str) -> None:
    assert found(language, "p|" + sentence).recommendations == ()


@pytest.mark.parametrize(
    ("language", "lines", "wanted"),
    [
        ("fr", ("p|Nous demandons :", "p|La libération des prisonniers"), ["La libération des prisonniers"]),
        ("en", ("p|We demand:", "p|An official apology"), ["An official apology"]),
        ("en", ("p|We the people of Peru implore our deputies to debate it.",), ["debate it"]),
        (
            "en",
            ("p|We want a commitment from the Government to build homes.",),
            ["a commitment from the Government to build homes"],
        ),
        (
            "fr",
            ("p|Nous voulons de la transparence dans la police.",),
            ["la transparence dans la police"],
        ),
        ("en", ("p|Please copy this text for your neighbours.",), []),
        ("fr", ("p|Ce que demandent les grévistes est simple : vivre en paix.",), []),
    ],
)
def test_things_asked_for(language: str, lines: tuple[str, ...], wanted: list[str]) -> None:
    assert texts(language, *lines) == wanted


def test_who_acts_after_an_impersonal_obligation_is_whom_it_asks() -> None:
    assert found("en", "p|It is crucial that the international community act.").recommendations == ()
    assert texts("en", "p|It is crucial that the Government act.") == [
        "It is crucial that the Government act"
    ]
