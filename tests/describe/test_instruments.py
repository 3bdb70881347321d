"""Instruments and mechanisms are found by their official and short names in seven languages."""

from __future__ import annotations

import pytest

from pipeline.describe import describe
from pipeline.describe.instruments import official_names
from pipeline.describe.terms import rows


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Ratify OP-CAT and the CAT", ("OP-CAT", "CAT")),
        ("en", "Ratify the Optional Protocol to the Convention against Torture", ("OP-CAT",)),
        ("en", "Ratify the Second Optional Protocol to the ICCPR", ("ICCPR-OP2",)),
        ("en", "Accede to the ICCPR", ("ICCPR",)),
        ("en", "Ratify ILO Convention No. 169 and ILO 189", ("ILO C169", "ILO C189")),
        ("en", "Extend a standing invitation to special procedures", ("Special procedures",)),
        ("en", "Invite the Special Rapporteur on torture", ("Special Rapporteur on torture",)),
        ("fr", "Ratifier le Protocole facultatif à la Convention contre la torture", ("OP-CAT",)),
        ("fr", "Ratifier la Convention n° 169 de l'OIT", ("ILO C169",)),
        (
            "es",
            "Ratificar el Convenio núm. 190 de la OIT y el Acuerdo de Escazú",
            ("ILO C190", "Escazú Agreement"),
        ),
        ("pt", "Ratificar a Convenção nº 190 da OIT e o OPCAT", ("ILO C190", "OP-CAT")),
        ("ru", "Присоединиться к Факультативному протоколу к Конвенции против пыток", ("OP-CAT",)),
        ("ru", "Выполнять положения Конвенции о правах инвалидов", ("CRPD",)),
        ("ar", "التصديق على البروتوكول الاختياري لاتفاقية مناهضة التعذيب", ("OP-CAT",)),
        ("ar", "والانضمام إلى الاتفاقية الدولية لحماية جميع الأشخاص من الاختفاء القسري", ("ICPPED",)),
        ("zh", "批准《禁止酷刑公约任择议定书》和《残疾人权利公约》", ("OP-CAT", "CRPD")),
        ("de", "CEDAW umsetzen", ("CEDAW",)),
    ],
)
def test_what_is_named_is_found_and_the_longest_name_counts(
    language: str, text: str, found: tuple[str, ...]
) -> None:
    """OP-CAT beats CAT, whatever the case, the accents and the endings."""
    assert describe(text, language).instruments == found


@pytest.mark.parametrize(
    "text", ["A cat sat on the mat", "They cat-call", "ced the point", "the rights, child"]
)
def test_short_acronyms_count_in_capitals_only(text: str) -> None:
    """A cat is no convention."""
    assert describe(text, "en").instruments == ()


def test_a_name_does_not_reach_over_the_end_of_a_sentence() -> None:
    """Words of two sentences are not one name."""
    assert describe("Respect the Convention. Against torture take measures", "en").instruments == ()


def test_an_official_name_in_any_case_and_without_accents_is_found() -> None:
    """Every official name of the table finds its own instrument, in every language."""
    for language in ("ar", "en", "es", "fr", "pt", "ru", "zh"):
        for label, name in official_names(language).items():
            for spelling in (name, name.upper(), f"«{name}»"):
                assert label in describe(spelling, language).instruments, (language, label)


def test_the_core_instruments_have_an_official_name_in_all_languages() -> None:
    """The nine core treaties, their protocols and the ILO's fundamental conventions."""
    core = {
        "ICCPR",
        "ICESCR",
        "ICERD",
        "CEDAW",
        "CAT",
        "CRC",
        "ICRMW",
        "CRPD",
        "ICPPED",
        "OP-CAT",
        "ICCPR-OP1",
    }
    core |= {"ICCPR-OP2", "ICESCR-OP", "CEDAW-OP", "CRC-OP-AC", "CRC-OP-SC", "CRC-OP-IC", "CRPD-OP"}
    core |= {f"ILO C{number}" for number in (29, 87, 98, 100, 105, 111, 138, 169, 182, 189, 190)}
    for language in ("ar", "en", "es", "fr", "pt", "ru", "zh"):
        assert core - official_names(language).keys() == set()


def test_no_term_stands_for_two_instruments() -> None:
    """One language, one term, one label."""
    seen: dict[tuple[str, str], str] = {}
    for label, language, terms in rows("instruments"):
        for term in terms:
            assert seen.setdefault((language, term.casefold()), label) == label, (language, term)
