"""Lists inside a sentence, and demands that States only pass on, in every language."""

from __future__ import annotations

import pytest

from tests.extract.forms import texts


@pytest.mark.parametrize(
    ("language", "sentence", "parts"),
    [
        (
            "fr",
            "Nous demandons au gouvernement de (i) signer le traité, (ii) créer un registre et (iii) le financer.",
            ["signer le traité", "créer un registre", "le financer"],
        ),
        (
            "fr",
            "Le gouvernement doit signer le traité ; publier le projet ; et ouvrir les archives.",
            ["Le gouvernement doit signer le traité", "publier le projet", "ouvrir les archives"],
        ),
        (
            "es",
            "El Estado debe: a) firmar el tratado, b) publicar el proyecto y c) abrir los archivos.",
            ["firmar el tratado", "publicar el proyecto", "abrir los archivos"],
        ),
        (
            "pt",
            "Pedimos ao Governo que (i) assine o tratado, (ii) crie um registo e (iii) o financie.",
            ["assine o tratado", "crie um registo", "o financie"],
        ),
        (
            "ru",
            "Призываем власти: 1) подписать договор, 2) создать реестр и 3) открыть архивы.",
            ["подписать договор", "создать реестр", "открыть архивы"],
        ),
        (
            "ar",
            "ندعو الحكومة إلى: (1) التوقيع على المعاهدة، (2) إنشاء سجل، (3) فتح الأرشيف.",
            ["التوقيع على المعاهدة", "إنشاء سجل", "فتح الأرشيف"],
        ),
        (
            "zh",
            "我们呼吁政府：(1) 签署条约，(2) 设立机制，(3) 开放档案。",
            ["签署条约", "设立机制", "开放档案"],
        ),
    ],
)
def test_a_list_inside_a_sentence_is_taken_item_by_item(
    language: str, sentence: str, parts: list[str]
) -> None:
    """Whether numbers or semicolons part it."""
    assert texts(language, "p|" + sentence) == parts


@pytest.mark.parametrize(
    ("language", "sentence", "text"),
    [
        (
            "fr",
            "Nous invitons les États à recommander à Cuba d'ouvrir les archives.",
            "ouvrir les archives",
        ),
        ("es", "Instamos a los Estados a recomendar a Cuba que abra los archivos.", "abra los archivos"),
        ("pt", "Pedimos aos Estados que recomendem a Cuba abrir os arquivos.", "abrir os arquivos"),
        ("ru", "Призываем государства рекомендовать Кубе открыть архивы.", "открыть архивы"),
        ("ar", "ندعو الدول إلى توصية كوبا بفتح الأرشيف.", "فتح الأرشيف"),
        ("zh", "我们呼吁各国建议古巴开放档案。", "开放档案"),
    ],
)
def test_what_states_are_to_recommend_is_a_demand_to_the_state(
    language: str, sentence: str, text: str
) -> None:
    """At the review they only pass it on."""
    assert texts(language, "p|" + sentence) == [text]
