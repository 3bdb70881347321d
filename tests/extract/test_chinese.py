"""Chinese forms, in simplified and traditional characters, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("本會促請立法會否決有關草案。", "否決有關草案"),
        ("請教育部正視校園霸凌問題，並提出改善方案。", "正視校園霸凌問題，並提出改善方案"),
        ("我們在此呼籲行政院儘速將草案送審。", "儘速將草案送審"),
        ("我们恳请国会就该条例召开公听会。", "就该条例召开公听会"),
        ("我們想以最謙卑的心情懇求特首用心聆聽民意。", "用心聆聽民意"),
        ("我們一眾街坊在此要求政府正面回應訴求。", "正面回應訴求"),
        ("強烈反對迫遷，要求市政府暫緩拆除。", "暫緩拆除"),
        ("还望当权者能够广纳民意。", "广纳民意"),
        ("政府必須撤回惡法，並向公眾道歉。", "政府必須撤回惡法，並向公眾道歉"),
        ("由於資源不足，衛生署應增聘護士。", "衛生署應增聘護士"),
        ("我們促請政府當局必須作出正面回應。", "必須作出正面回應"),
        ("我們認為，校方應該下放權力。", "校方應該下放權力"),
        ("警方应当为被拘押者提供律师会见。", "警方应当为被拘押者提供律师会见"),
        ("我們對此表示遺憾，並要求校方馬上解除凍結令。", "馬上解除凍結令"),
        ("本联盟建议将最低工资调升至每小时四十元。", "将最低工资调升至每小时四十元"),
        ("我們不但呼籲特首林小明臨崖勒馬，撤回草案。", "臨崖勒馬，撤回草案"),
        ("我们呼吁政府领导人尊重法律，立即放人。", "尊重法律，立即放人"),
        ("並呼籲港府管治團隊要有承擔，正面回應訴求。", "要有承擔，正面回應訴求"),
        ("公共政策应重新聚焦于消除歧视。", "公共政策应重新聚焦于消除歧视"),
        ("协会呼吁政府落实所有建议。", "落实所有建议"),
        ("我们促请当局采取措施，将这一呼吁转变为行动。", "采取措施，将这一呼吁转变为行动"),
        ("懇請部長於兩週內召開記者會說明。", "於兩週內召開記者會說明"),
        ("民政部门要定期公布数据。", "民政部门要定期公布数据"),
        ("下一步的行動是重啟改革。", "重啟改革"),
        ("我們促請政府聆聽社會各界的意見，並反對特首一意孤行。", "聆聽社會各界的意見"),
        ("我们要求教育部从制度上根本解决师资短缺。", "从制度上根本解决师资短缺"),
        ("學生會要求警務處處長公開道歉。", "公開道歉"),
        ("我們勸籲政府匡正社會價值觀。", "匡正社會價值觀"),
        ("当局应重审此案，否则难以服众。", "当局应重审此案"),
        (
            "我们呼吁政府与居民对话；而不是以高压手段对待他们。",
            "与居民对话；而不是以高压手段对待他们",
        ),
    ],
)
def test_a_sentence(sentence: str, text: str) -> None:
    assert texts("zh", "p|" + sentence) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "政府本應在事前諮詢公眾，但它沒有這樣做。",
        "現有的法例，未能令市民得到應得的保障。",
        "我們希望可以守護政府的信譽。",
        "我们支持居民要求政府停止拆迁的诉求及行动。",
        "政府要求市民申报收入。",
        "数千名民众走上街头，要求总统下台。",
        "法律规定，被拘留者应当在二十四小时内被讯问。",
        "請大家踴躍簽名並轉發這份聲明。",
        "联署行动一天内收集到一千个民众的签名，要求总统释放教师。",
        "【以下是本会支持的，呼吁邻国停止遣返的联合声明】",
        "我們將呼籲各校學生罷課。",
        "這是我們應愛惜的下一代，何忍如此對待？他們是香港人。",
        "我们呼吁所有香港人一起站出来守护家园。",
        "病人急需家人陪伴照看。",
        "我曾在去年建议部长不要接受这个职位。",
        "我們都應該記住那些為自由犧牲的人。",
    ],
)
def test_what_is_no_demand(sentence: str) -> None:
    assert found("zh", "p|" + sentence).recommendations == ()


def test_numbers_in_front_are_left_out() -> None:
    assert texts("zh", "p|我們要求：(一) 釋放被捕學生；(二) 撤銷所有控罪；（三）懲處失職警員。") == [
        "釋放被捕學生",
        "撤銷所有控罪",
        "懲處失職警員",
    ]
    assert texts("zh", "p|建議：", "p|一、取消收費；", "p|二、設立人權委員會。") == [
        "取消收費",
        "設立人權委員會",
    ]


def test_an_item_keeps_its_own_subject_and_its_topic() -> None:
    assert texts(
        "zh", "p|直到以下目標達成為止：", "1.|政府停止強拆；", "2.|對於濫權行為，監察院應展開調查。"
    ) == [
        "政府停止強拆",
        "對於濫權行為，監察院應展開調查",
    ]


def test_a_title_in_front_of_an_item_is_left_out_if_a_later_sentence_asks() -> None:
    assert texts(
        "zh",
        "p|四大訴求包括：",
        "1.|落實普選。 政府漠視民意，我們要求政府以行政命令解散議會。",
        "2.|取消收費。",
    ) == ["以行政命令解散議會", "取消收費"]


def test_who_starts_a_statement_is_no_item() -> None:
    got = texts("zh", "p|我們要求政府：", "1.|停止打壓；", "p|共同發起團體：", "1.|勞動力聯會", "2.|教師工會")
    assert got == ["停止打壓"]


def test_what_you_are_asked_to_urge_is_one_demand() -> None:
    assert [text for _, text in aside("zh", "p|尊敬的高级专员：", "p|我们请求您要求政府立即释放他们。")] == [
        "要求政府立即释放他们"
    ]


def test_an_organisation_named_in_the_title_is_the_author() -> None:
    got = texts("zh", "h|綠原黨就《漁業管理》意見書", "p|綠原黨認為，政府應補助漁民，我們會跟進。")
    assert got == ["政府應補助漁民，我們會跟進"]


def test_a_list_that_others_put_forward_is_reported() -> None:
    lines = ("p|部分抗爭者佔領議會，並提出三大訴求：", "1.|撤回修例", "2.|普選議會", "p|我們相信民主。")
    assert aside("zh", *lines) == [("reported", "撤回修例"), ("reported", "普選議會")]


def test_states_that_are_to_press_another_are_other_states() -> None:
    assert aside("zh", "p|我们呼吁各国政府要求老挝停止遣返。") == [("addressee", "要求老挝停止遣返")]
    assert texts("zh", "p|我们呼吁各国政府制定具体指标。") == ["制定具体指标"]


def test_a_committee_calls_upon_a_state_earlier() -> None:
    assert aside("zh", "p|委员会呼吁缔约国制定全面机制。") == [("reported", "制定全面机制")]
    assert aside("zh", "p|委员会还鼓励该缔约国提高认识。") == [("reported", "提高认识")]


@pytest.mark.parametrize(
    "lines",
    [
        ("p|(吉隆坡23日讯)青年会今日发文告,促请首相尽快兑现承诺。", "p|政府理应提供拨款。"),
        ("p|湖畔學會今(5)日發表聲明，要求政府立刻撤回法令。", "p|湖畔學會表示，政府應立即道歉。"),
        ("p|環保團體今天召開記者會提出訴求，包括：環境部停止審查。", "p|環團也呼籲，立法院凍結預算。"),
        ("p|另一發起人表示，希望政府回應年輕人的訴求。", "p|市民在街頭遊行。"),
        ("p|某网5月10日电 据报道，校董联会吁请各方要求政府从制度上解决师资问题。",),
        ("p|特首一直強調施政須「聆聽」。",),
        ("p|中央社／台北30日電", "p|學會建議法務部推動對話。", "p|政府應落實承諾。"),
    ],
)
def test_newspapers_tell_what_others_demand(lines: tuple[str, ...]) -> None:
    assert found("zh", *lines).recommendations == ()
    assert {reason for reason, _ in aside("zh", *lines)} <= {"reported"}
