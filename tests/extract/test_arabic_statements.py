"""Arabic: whom a demand is made to, what only tells, press releases, and what "the Council" is in a text."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts

TOLD = [
    # who should act stands in front, with an aside behind the name
    (
        "other_state",
        "وعلى تركيا، بوصفها دولة المنبع، أن تزيد حصة النهر.",
        "على تركيا، بوصفها دولة المنبع، أن تزيد حصة النهر",
    ),
    (
        "other_state",
        "الماء يكفي الجميع، وعلى تركيا، بصفتها جارة، أن تفتح السد.",
        "على تركيا، بصفتها جارة، أن تفتح السد",
    ),
    (
        "other",
        "وعلى المؤسسات الصحفية من جانبها ألا تكلف المتدربين بتغطية الحرب.",
        "على المؤسسات الصحفية من جانبها ألا تكلف المتدربين بتغطية الحرب",
    ),
    ("un_body", "على المبعوث الخاص أن يزور المخيمات.", "على المبعوث الخاص أن يزور المخيمات"),
    (
        "un_body",
        "وعلى مكتب الممثل الخاص أن يشرك الشباب في المفاوضات.",
        "على مكتب الممثل الخاص أن يشرك الشباب في المفاوضات",
    ),
    ("other", "لا بد للطرفين من تبادل الأسرى.", "لا بد للطرفين من تبادل الأسرى"),
    ("other", "ينبغي للصحافة أن تنشر أسماء المفقودين.", "ينبغي للصحافة أن تنشر أسماء المفقودين"),
    ("other", "على الإعلام أن يتجنب لغة الكراهية.", "على الإعلام أن يتجنب لغة الكراهية"),
    # other States by what they do, and donors
    ("other_state", "نناشد الدول المصدرة للأسلحة أن توقف الشحنات.", "توقف الشحنات"),
    ("other_state", "ندعو الدول المشغلة للعمال المهاجرين إلى توقيع اتفاق ثنائي.", "توقيع اتفاق ثنائي"),
    ("other_state", "ندعو الجهات المانحة إلى تمويل العيادات.", "تمويل العيادات"),
    ("other_state", "نحث الدول الأعضاء في المجلس على تمديد ولاية الخبير.", "تمديد ولاية الخبير"),
    ("other", "نأمل من بعثات المراقبة الدولية أن تزور السجون.", "تزور السجون"),
    (
        "other_state",
        "وترجو الجمعية من حكومات بلدان المهجر توثيق عقود العاملات.",
        "توثيق عقود العاملات",
    ),
]

ASKED = [
    (
        "على وزارة الصحة أن تدفع أجور الممرضات، وألا تحمل المرضى ثمن الدواء.",
        ["على وزارة الصحة أن تدفع أجور الممرضات، وألا تحمل المرضى ثمن الدواء"],
    ),
    ("يجب فتح الطريق، وإلا توقفت المدارس.", ["يجب فتح الطريق"]),
    ("ونطلب إليهم نشر القائمة.", ["نشر القائمة"]),
    ("وتنتظر النقابة من الوزارة أن تصرف الأجور.", ["تصرف الأجور"]),
    # softer forms
    ("نرجو ألا تؤجل الحكومة الانتخابات.", ["ألا تؤجل الحكومة الانتخابات"]),
    (
        "يستحسن، ريثما يبنى الجسر، أن توفر البلدية قاربا.",
        ["يستحسن، ريثما يبنى الجسر، أن توفر البلدية قاربا"],
    ),
    (
        "ومن غير الجائز أن يصوت البرلمان من دون نقاش، ونطالب الوزارة بنشر النص.",
        ["من غير الجائز أن يصوت البرلمان من دون نقاش", "نشر النص"],
    ),
    ("لا يصح أن تفرض الوزارة رسوما على العلاج.", ["لا يصح أن تفرض الوزارة رسوما على العلاج"]),
    ("ولا نطلب من الحكومة إلا أن تفتح المدارس.", ["تفتح المدارس"]),
    ("لا نطلب من الوزارة سوى نشر القائمة.", ["نشر القائمة"]),
    ("وتُمنع الشرطة من تفتيش الهواتف دون إذن قضائي.", ["تُمنع الشرطة من تفتيش الهواتف دون إذن قضائي"]),
    ("ترى الشبكة أن معالجة الأزمة تتطلب فتح تحقيق مستقل.", ["فتح تحقيق مستقل"]),
    # a verb that stands once, and whom it tells in each part
    ("ندعو الوزارة إلى خفض الرسوم؛ والبلدية إلى فتح الحديقة.", ["خفض الرسوم", "فتح الحديقة"]),
]

NOTHING = [
    # what should have been done
    "وكان ينبغي أن تنشر الوزارة الأرقام منذ سنوات.",
    "وكان يتوجب على البرلمان أن يناقش الميزانية علنا.",
    "كان لزاما على الحكومة أن تسأل السكان.",
    "وكان يفترض بالوزارة أن تنشر التقرير.",
    # what a law says or does
    "القانون الدولي يحظر التجويع ويلزم الأطراف بفتح الممرات.",
    "لا يزال قانون الأسرة يعتبر تأديب الأطفال حقا للأب.",
    "المعايير الدولية صريحة: يجب على السلطات أن تسمح بالزيارة، ويتعين على القاضي أن يسمع السجين.",
    # what a document or others ask
    "ومن بينها توصية من بلد آسيوي تدعو إلى رفع الحظر عن النقابات.",
    "ونضم صوتنا اليوم إلى أصوات الصيادين في مطالبتهم بفتح الميناء.",
    # what is only said so, and what the people are to do
    "المطلوب اليوم ليس مؤتمرا بل مستشفى.",
    "ولا يجوز أن يعفي هذا الحكومة من مسؤوليتها.",
    "ندعو كل مواطن ومواطنة إلى تنظيف الشاطئ.",
    "وتمنع السلطات الصحفيين من السفر.",
]

RELEASE = (
    "h|بيان صحفي",
    "p|قالت منظمة «بيت آمن» اليوم إن الأسر بلا مأوى. ودعت المنظمة الحكومة إلى بناء المساكن.",
)


@pytest.mark.parametrize(("who", "sentence", "wanted"), TOLD)
def test_whom_a_demand_is_made_to(who: str, sentence: str, wanted: str) -> None:
    """By the place and the name in front of what is to be done."""
    every = found("ar", f"p|{sentence}")
    assert not every.recommendations
    assert [(one.recommendation.addressee.value, one.recommendation.text) for one in every.set_aside] == [
        (who, wanted)
    ]


@pytest.mark.parametrize(("sentence", "wanted"), ASKED)
def test_what_is_asked(sentence: str, wanted: list[str]) -> None:
    """Of those who govern."""
    assert texts("ar", f"p|{sentence}") == wanted


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_asks_for_nothing(sentence: str) -> None:
    """Criticism, the law, and what somebody else asks."""
    assert texts("ar", f"p|{sentence}") == []
    assert [reason for reason, _ in aside("ar", f"p|{sentence}") if reason != "reported"] == []


def test_each_part_of_a_row_tells_whom_it_names() -> None:
    """Banks first, donors and the Ministry behind a semicolon."""
    every = found(
        "ar", "p|ندعو المصارف إلى خفض الرسوم؛ والجهات المانحة إلى تمويل العيادات؛ والوزارة إلى فتح المدارس."
    )
    assert [one.text for one in every.recommendations] == ["فتح المدارس"]
    assert [one.recommendation.addressee.value for one in every.set_aside] == ["company", "other_state"]


def test_recommendations_of_the_report_that_a_press_release_is_about_are_its_own() -> None:
    """ "Among the recommendations of the report:" opens a list of what is asked now."""
    items = ("-|أن تنشر الوزارة القائمة.", "-|ضرورة تدريب المفتشين.")
    assert texts("ar", *RELEASE, "p|ومن توصيات التقرير أيضا:", *items) == [
        "بناء المساكن",
        "تنشر الوزارة القائمة",
        "تدريب المفتشين",
    ]


def test_what_a_director_says_is_said_by_the_organisation() -> None:
    """Also what "she added", in a second quotation; not what a resident says."""
    first = "p|وقالت مديرة المنظمة: «يجب على البلدية أن تفتح الملاجئ ليلا». "
    added = "وأضافت: «الشتاء قاس. على وزارة الطاقة أن تخفض سعر الوقود»."
    resident = "وقال أحد السكان: «الشتاء قاس. على وزارة الطاقة أن تخفض سعر الوقود»."
    told = "يجب على البلدية أن تفتح الملاجئ ليلا"
    assert texts("ar", *RELEASE, first + added)[1:] == [told, "على وزارة الطاقة أن تخفض سعر الوقود"]
    assert texts("ar", *RELEASE, first + resident)[1:] == [told]
    spoken = "p|«نريد من البلديات أن تنشر لوائح الانتظار كل شهر»، تقول المديرة التنفيذية."
    assert texts("ar", *RELEASE, spoken)[1:] == ["تنشر لوائح الانتظار كل شهر"]


def test_what_an_organisation_asked_earlier_is_told() -> None:
    """A month says that it was not today."""
    earlier = "p|ففي يناير راسلت المنظمة الوزير برسالة دعت فيها إلى تجميد الإيجار، وأطلقت في أبريل نداء إلى المصارف لخفض الفوائد."
    assert texts("ar", *RELEASE, earlier) == ["بناء المساكن"]
    assert [reason for reason, _ in aside("ar", *RELEASE, earlier) if reason != "reported"] == []


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


def test_the_data_to_be_published_are_contents_of_one_demand() -> None:
    """ "The following data:" opens no list of demands."""
    lines = ("1.|تعليق البيانات التالية في مدخل كل مستشفى:", "-|أسماء المناوبين؛", "-|أرقام الهاتف.")
    assert texts("ar", "h|توصيات", *lines, "2.|إلغاء الرسوم.") == [
        "تعليق البيانات التالية في مدخل كل مستشفى:\nأسماء المناوبين؛\nأرقام الهاتف",
        "إلغاء الرسوم",
    ]
