"""Chinese: forms that other languages had, crossed with what stands around them."""

from __future__ import annotations

from itertools import product

import pytest

from tests.extract.forms import texts

DONE = "废除《新闻法》第十二条"
HEADS = (
    ("我们敦促政府", DONE),
    ("我们建议", DONE),
    ("记者协会敦促政府", DONE),
    ("", f"政府应当{DONE}"),
    ("", f"有必要{DONE}"),
)
TAILS = (
    "，因它侵犯记者的权利",
    "：它侵犯记者的权利",
    "，该条侵犯记者的权利",
    "，正如其所承诺的那样",
    "，谢谢",
    "，这也是我们写信的原因",
    "，这一做法违反国际法",
    "，我们期待您的答复",
)
FRONTS = (
    "为保护记者，",
    "在这种情况下，",
    "考虑到形势严峻，",
    "从今天起，",
    "2027年，",
)
ASKED = (
    ("我们强调有必要", DONE),
    ("我们重申", f"{DONE}的必要性"),
    ("我们需要", "一部保护妇女的法律"),
    ("我们想要", "一个独立的投诉机构"),
    ("我们要求", "一个独立的警察投诉机构"),
    ("我们要求", "真相与正义"),
    ("我们争取", "八小时工作制"),
    ("请", "立即停止拆迁"),
    ("第二届教师工会大会要求政府", "提高教师工资"),
    ("如果政府尊重法律，记者协会建议政府", DONE),
)
NEEDED = (
    "迫切需要通过反家庭暴力法",
    "亟需通过反家庭暴力法",
    "通过反家庭暴力法刻不容缓",
    "现在是废除死刑的时候了",
    "每个区都应当有一个妇女庇护所",
    "任何被剥夺自由的人都应当能够会见律师",
    "关键在于建立独立的监督机制",
    "重要的是要让受害者得到赔偿",
)
NOT = (
    "申请书必须由两名证人签名。",
    "我们邀请您参加会议。",
    "必须记住过去的受害者。",
    "法案建议取消补贴。",
    "正义必须得到伸张。",
    "人权应当得到尊重。",
    "根据《公约》，国家必须保护生命权。",
    "部长说各组织必须登记。",
    "我们将继续要求废除该法。",
)


def test_what_stands_behind_a_demand_is_left_out() -> None:
    """Reasons, thanks, promises, judgements."""
    for (head, what), tail in product(HEADS, TAILS):
        assert texts("zh", f"p|{head}{what}{tail}。") == [what], (head, tail)


def test_what_stands_in_front_is_left_out() -> None:
    """Of an obligation without a subject too."""
    for front, must in product(FRONTS, ("必须", "有必要", "政府应当")):
        assert texts("zh", f"p|{front}{must}{DONE}。") == [must + DONE], (front, must)


@pytest.mark.parametrize(("front", "what"), ASKED)
def test_a_thing_is_asked_for(front: str, what: str) -> None:
    """By each way of asking."""
    assert texts("zh", f"p|{front}{what}。") == [what]


@pytest.mark.parametrize("text", NEEDED)
def test_what_is_needed_is_asked(text: str) -> None:
    """By a word of need, a judgement behind the action, or an obligation."""
    assert texts("zh", f"p|{text}。") == [text]


def test_two_clauses_with_whom_each_tells() -> None:
    """Only a comma parts them."""
    one, other = f"政府应当{DONE}", "议会应当通过新的新闻法"
    assert texts("zh", f"p|{one}，{other}。") == [one, other]


def test_a_list_hangs_on_its_stem() -> None:
    """On a noun, and on an obligation without a subject."""
    for stem in ("我们的优先事项：", "为此，必须："):
        assert texts("zh", f"p|{stem}", f"-|{DONE}；", "-|释放记者。") == [DONE, "释放记者"], stem


def test_a_letter_tells_what_to_do() -> None:
    """And what not to do."""
    for text in ("把公交车还给我们村", "不要关闭我们的学校"):
        please = "请" if text[0] == "把" else ""
        assert texts("zh", "p|尊敬的部长：", f"p|{please}{text}。") == [text]


@pytest.mark.parametrize("text", NOT)
def test_what_asks_nothing(text: str) -> None:
    """Rules for everybody, the law, values, others."""
    assert not texts("zh", f"p|{text}")
