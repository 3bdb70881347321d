"""Arabic: whom a demand is made to, what only tells, press releases, and what "the Council" is in a text."""

from __future__ import annotations

from tests.extract.forms import aside, found, texts


def test_a_council_that_recommends_is_nobody_who_is_told() -> None:
    """An institution that its title calls "the Council" speaks in its text, as do its headings."""
    every = found(
        "ar",
        "h|رأي المجلس بشأن السجون",
        "p|يوصي المجلس بما يلي:",
        "h|أولا: إلى رئيس الحكومة",
        "1.|إغلاق الزنازين الانفرادية.",
        "h|ثانيا: إلى وسائل الإعلام",
        "2.|يهيب المجلس بوسائل الإعلام احترام خصوصية السجناء.",
        "h|التتبع",
        "3.|سيحرص المجلس على نشر تقرير كل سنة.",
    )
    assert [one.text for one in every.recommendations] == ["إغلاق الزنازين الانفرادية"]
    assert [one.recommendation.addressee.value for one in every.set_aside] == ["other"]


def test_the_committee_of_a_letter_is_the_one_it_is_written_to() -> None:
    """One of the parliament, not of the United Nations; "the Council" likewise by its full name."""
    title, wish = "h|مذكرة إلى لجنة الصحة والسكان النيابية", "p|نكرر دعوتنا اللجنة إلى زيارة المستشفيات."
    assert texts("ar", title, wish) == ["زيارة المستشفيات"]
    assert aside("ar", wish) == [("addressee", "زيارة المستشفيات")]
    assert texts("ar", "p|اجتمع مجلس النواب أمس.", "p|نطالب المجلس بسحب المشروع.") == ["سحب المشروع"]
    united = ("p|اجتمع مجلس حقوق الإنسان أمس.", "p|نطالب المجلس بتمديد الولاية.")
    assert aside("ar", *united) == [("addressee", "تمديد الولاية")]
