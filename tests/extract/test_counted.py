"""Demands that speech counts out, as statements at a pre-session do."""

from __future__ import annotations

import pytest

from tests.extract.forms import asked, found, texts

SPOKEN = {
    "en": (
        "We would like to suggest the following recommendations to your delegations.",
        ("First, ", "that Cuba repeal the press law"),
        ("Second, ", "ensure that prosecutors are independent"),
        ("And third, ", "an end to evictions"),
    ),
    "fr": (
        "Nous suggérons à vos délégations les recommandations suivantes.",
        ("Premièrement, ", "que Cuba abroge la loi sur la presse"),
        ("Deuxièmement, ", "garantir l'indépendance des procureurs"),
        ("Et enfin, ", "la fin des expulsions"),
    ),
    "es": (
        "Quisiéramos sugerir a sus delegaciones las siguientes recomendaciones.",
        ("Primero, ", "que Cuba derogue la ley de prensa"),
        ("Segundo, ", "garantizar la independencia de los fiscales"),
        ("Y por último, ", "el cese de los desalojos"),
    ),
    "pt": (
        "Gostaríamos de sugerir às suas delegações as seguintes recomendações.",
        ("Primeiro, ", "que Cuba revogue a lei de imprensa"),
        ("Em segundo lugar, ", "garantir a independência dos procuradores"),
        ("E por fim, ", "o fim dos despejos"),
    ),
    "ru": (
        "Мы предлагаем делегациям следующие рекомендации.",
        ("Во-первых, ", "отменить закон о печати"),
        ("Во-вторых, ", "обеспечить независимость прокуроров"),
        ("И наконец, ", "прекращение выселений"),
    ),
    "zh": (
        "我们向各代表团提出以下建议。",
        ("第一，", "古巴废除新闻法"),
        ("第二，", "保障检察官独立"),
        ("第三，", "停止强制搬迁"),
    ),
}


def spoken(language: str) -> tuple[str, list[str]]:
    said, *counted = SPOKEN[language]
    stop, blank = ("。", "") if language == "zh" else (".", " ")
    return blank.join([said, *(f"{word}{demand}{stop}" for word, demand in counted)]), [d for _, d in counted]


@pytest.mark.parametrize("language", SPOKEN)
def test_each_of_the_demands_that_are_counted_out_is_found(language: str) -> None:
    text, demands = spoken(language)
    assert texts(language, f"p|{text}") == demands


@pytest.mark.parametrize("language", SPOKEN)
def test_what_only_announces_them_is_none(language: str) -> None:
    text, demands = spoken(language)
    every = found(language, f"p|{text}")
    assert len(every.recommendations) == len(demands)
    assert every.set_aside == ()


def test_a_sentence_between_that_explains_is_none() -> None:
    text = (
        "We have two recommendations. One, repeal the law. It has closed eight papers. Two, free the editors."
    )
    assert texts("en", f"p|{text}") == ["repeal the law", "free the editors"]


def test_inside_a_sentence_they_are_counted_too() -> None:
    text = "We propose three recommendations: first, repeal the law; second, free the editors; third, an apology."
    assert texts("en", f"p|{text}") == ["repeal the law", "free the editors", "an apology"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 Norway made two recommendations. First, repeal the law. Second, free the editors.",
        "We saw three problems. First, the law is old. Second, the courts are slow.",
        "Norway recommended the following. First, that Cuba repeal the law.",
        "Our recommendations were ignored. First, the Government closed the school. Second, it jailed a man.",
        "Cuba did not follow the recommendations we made. First, torture is no crime. Second, prisons are full.",
    ],
)
def test_problems_and_what_others_recommended_are_not(text: str) -> None:
    assert texts("en", f"p|{text}") == []


def test_questions_that_are_counted_stay_questions() -> None:
    text = "We suggest two questions. First, when will the Government publish the plan?"
    assert texts("en", f"p|{text}") == []
    assert asked("en", f"p|{text}") == ["First, when will the Government publish the plan?"]


@pytest.mark.parametrize("language", SPOKEN)
def test_they_may_stand_in_the_next_paragraph(language: str) -> None:
    said, *counted = SPOKEN[language]
    stop = "。" if language == "zh" else ". "
    below = "".join(f"{word}{demand}{stop}" for word, demand in counted)
    demands = [demand for _, demand in counted]
    assert [one for one in texts(language, f"p|{said}", f"p|{below.strip()}") if one in demands] == demands


def test_they_may_be_announced_without_their_noun() -> None:
    text = "We ask you to recommend to Cuba the following. First, free the editors. Second, repeal the law."
    assert texts("en", f"p|{text}") == ["free the editors", "repeal the law"]


def test_a_paragraph_about_requests_announces_none() -> None:
    before = "p|An independent mechanism should be established to ensure transparency of requests."
    text = "The State must publish them. Finally, present powers should be subject to an audit."
    assert texts("en", before, f"p|{text}") == [
        "An independent mechanism should be established to ensure transparency of requests",
        "The State must publish them",
        "present powers should be subject to an audit",
    ]


@pytest.mark.parametrize(
    ("language", "before", "thanks"),
    [
        ("en", "These are our recommendations.", "Finally, we thank the delegations for their attention."),
        ("fr", "Voilà nos recommandations.", "Enfin, nous remercions les délégations de leur attention."),
        (
            "es",
            "Estas son nuestras recomendaciones.",
            "Por último, agradecemos a las delegaciones su atención.",
        ),
        ("pt", "Estas são as nossas recomendações.", "Por fim, agradecemos às delegações a sua atenção."),
        ("ru", "Таковы наши рекомендации.", "Наконец, благодарим делегации за внимание."),
        ("ar", "هذه توصياتنا.", "أخيرا، نشكركم على اهتمامكم."),
        ("zh", "这些是我们的建议。", "最后，感谢各位代表的关注。"),
    ],
)
def test_thanks_at_the_end_are_no_demand(language: str, before: str, thanks: str) -> None:
    assert texts(language, f"p|{before}", f"p|{thanks}") == []
    assert texts(language, f"p|{before} {thanks}") == []


@pytest.mark.parametrize(
    ("language", "text", "demands"),
    [
        ("en", "We call for one-person cells in prisons.", ["one-person cells in prisons"]),
        ("en", "We call for three-year mandates; two-way talks.", ["three-year mandates", "two-way talks"]),
        ("en", "We demand one law, one court and one police.", ["one law, one court and one police"]),
        ("en", "We call for third-party audits.", ["third-party audits"]),
        (
            "fr",
            "Nous demandons la dernière mesure, la levée du siège.",
            ["la dernière mesure, la levée du siège"],
        ),
        ("es", "Pedimos la segunda, tercera y cuarta lectura.", ["la segunda, tercera y cuarta lectura"]),
        ("zh", "我们建议政府：第三方审计账目；公布合同。", ["第三方审计账目", "公布合同"]),
    ],
)
def test_numbers_inside_a_demand_are_words_of_it(language: str, text: str, demands: list[str]) -> None:
    assert texts(language, f"p|{text}") == demands
