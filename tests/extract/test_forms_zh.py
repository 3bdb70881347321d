"""Chinese ways of asking that the first rules missed, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.extract.forms import aside, found, texts


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("渔民们的第二封信还是那句话：修码头。", "修码头"),
        ("渡口的住户对市长只有一句话：别让渡船停航。", "别让渡船停航"),
        ("商会的条件很明确：恢复夜市，退还押金。", "恢复夜市，退还押金"),
        ("立即停止抽沙——这是沿岸五个村子对水务局的最后请求。", "立即停止抽沙"),
        ("尽快公布水质报告，是我们对新一届市府的第一个期望。", "尽快公布水质报告"),
        ("工務局何不先把舊橋修好？", "先把舊橋修好"),
        ("能不能请水务局在渡口设一块水位牌？", "在渡口设一块水位牌"),
        ("文化局不妨先开放两间阅览室。", "文化局不妨先开放两间阅览室"),
        ("惠請　貴局轉知所屬場館，即日起延長開放時間為荷。", "轉知所屬場館，即日起延長開放時間"),
        ("若蒙貴處准予補辦登記，則不勝感激。", "准予補辦登記"),
        ("有鉴于此，敬请委员会将渡口保护列入议程。", "将渡口保护列入议程"),
        ("茲依檔案法申請公開歷年疏濬合約。", "公開歷年疏濬合約"),
        ("港務公司與其再辦一次說明會，不如先兌現上次的承諾。", "先兌現上次的承諾"),
        ("市政府所能做的最起码的事，就是公布账目。", "公布账目"),
        ("如果码头未能按期修复，港务局应向渔民支付补偿。", "如果码头未能按期修复，港务局应向渔民支付补偿"),
        ("国会再忙，也得先表决这份预算。", "国会再忙，也得先表决这份预算"),
        ("现在是政府公开合同的时候了。", "现在是政府公开合同的时候了"),
        ("当前最紧迫的任务，是重建渡口小学。", "重建渡口小学"),
        ("还渔村一个公道！", "还渔村一个公道"),
        ("我们要求：全民免费渡船。", "全民免费渡船"),
        ("我们重申去年的呼吁：取消过桥费。", "取消过桥费"),
        ("政府应邀请独立专家检验水质。", "政府应邀请独立专家检验水质"),
        ("请出版社不要刊登儿童的住址。", "不要刊登儿童的住址"),
        ("在第三条之后增列一款：“渡船免费。”", "在第三条之后增列一款：“渡船免费。”"),
        ("本会谨动议：将每年五月定为护河月。", "将每年五月定为护河月"),
        ("停止填海，现在就停。", "停止填海，现在就停"),
    ],
)
def test_a_demand_in_another_form(sentence: str, text: str) -> None:
    assert texts("zh", "p|" + sentence) == [text]


@pytest.mark.parametrize(
    "sentence",
    [
        "被问到渡口的事，老船工只说了一句：“让它去吧。”",
        "今天我只讲三点：河流、桥梁、渡船。",
        "根据本会章程第四条，理事须在三月前提交报告。",
        "新修订的条例明定，船东不得任意加价。",
        "在野党的修正案要求撤换主席，最终未获通过。",
        "应当承认，近年来航道有所改善。",
        "市政府早就应该在汛期之前疏散居民。",
        "历史告诉我们，权力必须受到制约。",
        "敬请关注本会的后续报道。",
        "谁来修这座桥？",
        "教育局为什么沉默？",
        "官员们总说要公开，却从未公开。",
    ],
)
def test_what_only_looks_like_one(sentence: str) -> None:
    assert found("zh", "p|" + sentence).recommendations == ()


def test_each_part_of_a_row_of_commands_is_one() -> None:
    assert [text for _, text in aside("zh", "p|致各方：立即停火；允许渡船通行。")] == [
        "立即停火",
        "允许渡船通行",
    ]


@pytest.mark.parametrize(
    "front", ["如果渡口关闭，", "一旦水位超过警戒线，", "在码头修复之前，", "无论水位高低，"]
)
@pytest.mark.parametrize("must", ["港务局应当停航", "必须停止收取过桥费"])
def test_a_condition_in_front_stays(front: str, must: str) -> None:
    """And so does a time that says until when."""
    assert texts("zh", f"p|{front}{must}。") == [front + must]


def test_a_question_mark_ends_a_sentence() -> None:
    sentence = "p|能不能请港务局公布航班？就这么一件小事，我们等了三年。"
    assert texts("zh", sentence) == ["公布航班"]
