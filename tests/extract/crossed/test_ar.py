"""Arabic: who asks, with which verb, of whom and what, each crossed with the others."""

from __future__ import annotations

from itertools import product

from tests.extract.forms import aside, texts

DONE = "إلغاء عقوبة الإعدام"
ITEMS = ("الإفراج عن جميع السجناء", "إلغاء قانون الجمعيات", "السماح للصحفيين بالعمل")
STATE = ("كوبا", "حكومة كوبا", "السلطات الكوبية", "الدولة الطرف", "وزارة العدل")
ASKERS = (
    "منظمة العفو الدولية",
    "اللجنة الكوبية للحقوق والحريات",
    "لجنة الدفاع عن المعتقلين",
    "مؤسسة النور للسلام والتنمية",
    "شبكة حقوق الأرض، وهي شبكة تعمل في سبع محافظات،",
    "المنظمات الموقعة على هذا التقرير",
    "المنظمات المقدمة لهذا التقرير",
    "الجهات المقدمة للتقرير",
    "دار العدالة",
)
OURS = (
    ("ندعو", "إلى "),
    ("نود أن ندعو", "إلى "),
    ("نود أن نحث", "على "),
    ("نواصل حث", "على "),
    ("نجدد دعوة", "إلى "),
    ("نغتنم هذه الفرصة لحث", "على "),
    ("نغتنم هذه المناسبة لدعوة", "إلى "),
    ("نتوجه بالنداء إلى", "من أجل "),
    ("نتطلع إلى قيام", "ب"),
    ("نتقدم بتوصية إلى", "ب"),
    ("نطلب بإلحاح من", ""),
)
THEIRS = (
    ("تحث", "على "),
    ("تجدد دعوتها إلى", "إلى "),
    ("تود أن تحث", "على "),
    ("تواصل دعوة", "إلى "),
    ("تغتنم هذه الفرصة لحث", "على "),
    ("توجه نداء إلى", "من أجل "),
    ("لا يسعها إلا أن تطالب", "ب"),
    ("تلتمس من", ""),
)
AFTER = ("", " كما أوصت اللجنة المعنية بحقوق الإنسان", " كما دعت إليه عدة دول", " بحلول عام 2028")
STEMS = (
    "نوصي بما يلي:",
    "يجب على الحكومة الكوبية:",
    "بناء على ما سبق توصي المنظمات الموقعة بما يلي:",
    "نقدم التوصيات التالية إلى الحكومة الكوبية:",
    "ندعو الحكومة إلى اتخاذ الخطوات التالية:",
)
GROUPS = ("", "حرية التعبير:", "أ. حرية التعبير", "في مجال حرية التعبير:")
OTHERS = ("اللجنة المعنية بحقوق الإنسان", "عدة دول", "المقرر الخاص", "المحكمة الدستورية")
TOLD = (
    "أوصت {} كوبا ب",
    "وفي عام 2019 دعت {} كوبا إلى ",
    "وكانت {} قد أوصت ب",
    "لم تنفذ الحكومة توصية {} ب",
)
HAPPENED = ("تعهدت الحكومة ب", "ينص القانون على ", "يطالب الضحايا ب", "نرحب ب", "رفضت السلطات ")


def test_we_ask_with_each_verb_each_authority() -> None:
    """Also with a verb on which that of asking hangs ("we would like to urge")."""
    for (verb, to), who in product(OURS, STATE):
        assert texts("ar", f"p|{verb} {who} {to}{DONE}.") == [DONE], verb


def test_an_organisation_asks_with_each_verb() -> None:
    """In front of the verb."""
    for (verb, to), asker in product(THEIRS, ASKERS[:7]):
        assert texts("ar", f"p|{asker} {verb} كوبا {to}{DONE}.") == [DONE], (verb, asker)


def test_an_organisation_recommends_behind_its_verb() -> None:
    """With and without whom it tells, and with what others recommended too."""
    for asker, who, after in product(ASKERS, ("", " كوبا", " الحكومة"), AFTER):
        assert texts("ar", f"p|توصي {asker}{who} ب{DONE}{after}.") == [DONE + after], (asker, who)


def test_lists_under_each_stem_and_group() -> None:
    """A line that only names a group of the list does not end it."""
    for stem, group in product(STEMS, GROUPS):
        mark = "أ." if group.startswith("أ. ") else "p"
        label = [f"{mark}|{group.removeprefix('أ. ')}"] if group else []
        lines = [f"p|{stem}", *label, *(f"-|{one}؛" for one in ITEMS)]
        assert texts("ar", "p|القانون قديم.", *lines) == list(ITEMS), (stem, group)


def test_two_obligations_of_a_sentence_are_two() -> None:
    """Each with whom it tells."""
    for one, other in product(("يجب على الحكومة ", "ينبغي "), ("ويجب على البرلمان ", "وينبغي ")):
        text = f"{one}{DONE}، {other}{ITEMS[1]}"
        assert texts("ar", f"p|{text}.") == [one + DONE, other[1:] + ITEMS[1]]
    lines = f"p|يجب على الحكومة {DONE}، وعلى الدول الأعضاء أن تدعم ذلك."
    assert aside("ar", lines) == [("addressee", "على الدول الأعضاء أن تدعم ذلك")]


def test_what_others_ask_and_what_happened_is_not_asked() -> None:
    """Whatever is told of."""
    for told, who, what in product(TOLD, OTHERS, ITEMS):
        assert texts("ar", f"p|{told.format(who)}{what}.") == [], told
    for told, what in product(HAPPENED, (DONE, *ITEMS)):
        assert texts("ar", f"p|{told}{what}.") == [], told
