"""Arabic: forms that other languages had, crossed with what stands around them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.extract.forms import texts

DONE = "إلغاء المادة 12 من قانون الصحافة"
HEADS = (
    ("ندعو الحكومة إلى ", DONE),
    ("نطالب ب", DONE),
    ("نطلب من الحكومة ", DONE),
    ("تدعو نقابة الصحفيين الحكومة إلى ", DONE),
    ("", f"يجب على الحكومة {DONE}"),
    ("", "على الحكومة أن تلغي المادة 12 من قانون الصحافة"),
    ("", f"لا بد من {DONE}"),
)
TAILS = (
    "، كونها تنتهك حقوق الصحفيين",
    "، لكونها تنتهك حقوق الصحفيين",
    "، وإلا فإننا سنضرب عن العمل",
    "، ونشكركم على اهتمامكم",
    "، ونحملها مسؤولية سلامتهم",
    "، ولهذا السبب نكتب إليكم",
)
FRONTS = (
    "لهذا السبب، ",
    "وعليه، ",
    "وبالتالي ",
    "إذا كانت الحكومة تحترم القانون، ",
    "ورغم أن الحكومة وعدت، ",
)
ASIDES = ("، إلى جانب نقابة الأطباء،", " (إلى جانب نقابة الأطباء)", " - إلى جانب نقابة الأطباء -")
ASKED = (
    ("نطالب ب", "آلية مستقلة لتلقي الشكاوى ضد الشرطة"),
    ("نطالب ب", "قانون يحمي النساء من العنف"),
    ("نريد من الحكومة ", "قانونا يحمي النساء من العنف"),
    ("نتوقع أن ", "تلغي الحكومة قانون الصحافة"),
    ("نعرب عن أملنا في أن ", "تلغي الحكومة القانون"),
    ("نحن مقتنعون بضرورة ", DONE),
    ("نتطلع إلى ", DONE),
    ("إلى وزارة العدل: ", DONE),
    ("توصي رابطة الأمهات ومركز الحماية ب", DONE),
    ("تختتم المؤسسة الحملة بالمطالبة ب", "إصدار قانون موحد"),
    ("اقتراحنا هو ", DONE),
    ("توصيتنا للحكومة هي ", DONE),
    ("نكتب إليكم لنطلب ", DONE),
    ("نود أن نلفت انتباهكم إلى ضرورة ", DONE),
    ("وبناء عليه قررنا مطالبة الحكومة ب", DONE),
)
NEEDED = (
    "تبرز الحاجة إلى اعتماد قانون ضد العنف",
    "الحاجة ماسة إلى إنشاء ملاجئ للنساء",
    "باتت الحاجة ملحة إلى إنشاء ملاجئ للنساء",
    "يبقى اعتماد قانون ضد العنف أولوية",
    "اعتماد قانون ضد العنف أمر عاجل",
    "إصدار قانون موحد أصبح أمرا ملحا",
    "الدولة هي التي يجب أن تدفع التعويضات",
    "يجب أن يحصل كل شخص محروم من حريته على محام",
    "لا يجب أن تستمر هذه الممارسات",
)
STEMS = (
    ("نوصي الحكومة بأن", "تلغي المادة 12"),
    ("نطالب الحكومة بأن:", "تلغي المادة 12"),
    ("نتقدم إلى الوزير بالمطالب التالية:", DONE),
    ("نرفع إلى البرلمان المطالب الآتية:", DONE),
)
LETTER = "p|السيد الوزير المحترم"
NOT = (
    "يجب إخطار السلطات بأي مسيرة قبل عشرة أيام.",
    "يجب على منظمي المسيرات إخطار السلطات.",
    "يجب تقديم الطلب قبل نهاية الشهر.",
    "للحصول على جواز السفر يجب تقديم طلب.",
    "لا بد من الإشارة إلى أن القانون لم يطبق.",
    "من المهم أن نتذكر ضحايا الماضي.",
    "كان يجب على الحكومة إلغاء القانون عام 2020.",
    "يطلب صاحب العمل من النساء شهادة.",
    "يتعين على الدولة بموجب العهد حماية الحق في الحياة.",
    "على المسافرين تقديم جوازاتهم.",
    "يجب أن يكون المترشح بالغا من العمر 25 سنة.",
    "تنشر الوزارة الإعلان وتدعو الراغبين إلى تقديم ملفاتهم.",
)


def test_what_stands_behind_a_demand_is_left_out() -> None:
    """Reasons, thanks, promises, threats, blame."""
    for (head, what), tail in product(HEADS, TAILS):
        assert texts("ar", f"p|{head}{what}{tail}.") == [what], (head, tail)


def test_what_stands_in_front_is_left_out() -> None:
    """Also a condition, and what is granted."""
    for (head, what), front in product(HEADS, FRONTS):
        assert texts("ar", f"p|{front}{head}{what}.") == [what], (head, front)


def test_asides_are_left_out() -> None:
    """Behind the verb and behind whom it tells."""
    for aside in ASIDES:
        assert texts("ar", f"p|ندعو الحكومة{aside} إلى {DONE}.") == [DONE], aside
        assert texts("ar", f"p|نطالب{aside} الحكومة ب{DONE}.") == [DONE], aside


@pytest.mark.parametrize(("front", "what"), ASKED)
def test_a_thing_is_asked_for(front: str, what: str) -> None:
    """By each way of asking."""
    assert texts("ar", f"p|{front}{what}.") == [what]


@pytest.mark.parametrize("text", NEEDED)
def test_what_is_needed_is_asked(text: str) -> None:
    """By a noun, an adjective behind the action, or an obligation."""
    assert texts("ar", f"p|{text}.") == [text]


def test_each_of_two_is_told() -> None:
    """By one verb, and in two clauses."""
    other = "اعتماد قانون جديد"
    for one in (
        f"ندعو الحكومة إلى {DONE}، والبرلمان إلى {other}",
        f"نطلب من الحكومة {DONE}، ومن البرلمان {other}",
    ):
        assert texts("ar", f"p|{one}.") == [DONE, other]
    assert texts("ar", f"p|القانون قديم، ولذلك يجب على الحكومة {DONE}.") == [f"يجب على الحكومة {DONE}"]
    must = ("يتعين وقف احتجاز الأطفال", "يجب أن تدرس كل حالة على حدة")
    assert texts("ar", f"p|{must[0]}، و{must[1]}.") == list(must)


@pytest.mark.parametrize(("stem", "what"), STEMS)
def test_a_list_hangs_on_its_stem(stem: str, what: str) -> None:
    """On "that" without a colon, and on a noun that names whom it is for."""
    assert texts("ar", f"p|{stem}", f"-|{what}؛", f"-|{what}.") == [what, what]


def test_two_requests_are_announced() -> None:
    """And follow in sentences of their own."""
    text = f"لدينا طلبان. أولا، {DONE}. ثانيا، إلغاء الرسوم."
    assert texts("ar", f"p|{text}") == [DONE, "إلغاء الرسوم"]


def test_a_letter_tells_what_to_do() -> None:
    """And what not to do."""
    assert texts("ar", LETTER, "p|عليكم رفض هذا المشروع.") == ["عليكم رفض هذا المشروع"]
    assert texts("ar", LETTER, "p|لا تغلقوا مدرستنا.") == ["لا تغلقوا مدرستنا"]
    assert texts("ar", LETTER, "p|نرجو منكم التدخل لمنع الإغلاق.") == ["التدخل لمنع الإغلاق"]


def test_a_resolution_greets_in_between() -> None:
    """What it hails is none of its demands."""
    lines = ("p|يوصي المؤتمر بما يلي:", f"-|{DONE}؛", "-|يحيي نضالات الشعب؛", "-|فتح تحقيق.")
    assert texts("ar", *lines) == [DONE, "فتح تحقيق"]


@pytest.mark.parametrize("text", NOT)
def test_what_asks_nothing(text: str) -> None:
    """Rules for everybody, the law, the past, others."""
    assert not texts("ar", f"p|{text}")


def test_an_item_keeps_its_obligation() -> None:
    """Under a stem that asks for it already."""
    for must in ("ينبغي للحكومة أن تلغي المادة 12", "على الحكومة أن تلغي المادة 12"):
        assert texts("ar", "p|نطالب بما يلي:", f"-|{must}.", f"-|{must}.") == [must, must], must


def test_things_under_a_title_are_demands() -> None:
    """Without a mark."""
    items = ("نقل مجاني لجميع تلاميذ الإقليم", "مساواة في الأجور بين النساء والرجال")
    assert texts("ar", "h|مطالبنا", *(f"p|{one}" for one in items)) == list(items)
