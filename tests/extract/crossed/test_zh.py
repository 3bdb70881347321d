"""Chinese: who asks, with which verb, of whom and what, each crossed with the others."""

from __future__ import annotations

from itertools import product

from tests.extract.forms import aside, texts

DONE = "废除死刑"
ITEMS = ("释放所有被监禁的记者", "取消诽谤罪的刑事处罚", "允许外国记者在该国工作")
STATE = ("古巴", "古巴政府", "有关当局", "缔约国", "全国人大", "贵国政府", "司法部")
OURS = (
    "我们呼吁",
    "我们建议",
    "我们再次呼吁",
    "我们不得不再次呼吁",
    "我们愿借此机会呼吁",
    "我们重申呼吁",
    "我们谨此呼吁",
    "有鉴于此，谨建议",
    "为此，特建议",
    "据此建议",
)
ASKERS = (
    "国际特赦组织",
    "古巴法律援助中心",
    "香港人权监察",
    "香港律师会",
    "世界维吾尔代表大会",
    "台湾人权促进会",
    "维权律师关注组",
    "联署团体",
)
VERBS = ("呼吁", "建议", "再次呼吁", "谨建议", "敦促")
STEMS = (
    "我们的建议：",
    "我们建议古巴政府：",
    "吁请各国建议古巴：",
    "我们提出以下建议：",
)
GROUPS = (("",), ("h|言论自由",), ("p|言论自由：",))
HEADINGS = ("建议清单", "建议摘要", "行动要点", "下一步", "古巴必须做什么")
MUST = ("法律应当修改", "应将酷刑定为犯罪", "应对此案进行独立调查", "政府需要废除死刑")
OTHERS = ("人权高专办", "禁止酷刑委员会", "特别报告员", "若干国家")
TOLD = ("{}建议古巴", "2019年，{}敦促古巴", "在第三轮审议中，{}建议")
HAPPENED = ("政府承诺", "总统答应", "受害者要求", "根据第六条，必须", "我们在上一份报告中建议")


def test_we_ask_with_each_verb_each_authority() -> None:
    """Also behind what gives the reason."""
    for verb, who in product(OURS, STATE):
        assert texts("zh", f"p|{verb}{who}{DONE}。") == [DONE], (verb, who)


def test_an_organisation_asks_with_each_verb() -> None:
    """Whatever its name has in it."""
    for asker, verb, who in product(ASKERS, VERBS, ("古巴", "古巴政府")):
        assert texts("zh", f"p|{asker}{verb}{who}{DONE}。") == [DONE], (asker, verb, who)


def test_what_is_not_to_be_done_keeps_its_negation() -> None:
    """ "Not to use force" is no call to use it."""
    for verb, what in product(OURS, ("不对示威者使用武力", "不将批评者定罪", "不使用武力")):
        assert texts("zh", f"p|{verb}政府{what}。") == [what], (verb, what)


def test_lists_under_each_stem_and_group() -> None:
    """A heading or a line that only names a group of the list does not end it."""
    for stem, group in product(STEMS, GROUPS):
        label = [one for one in group if one]
        lines = [f"p|{stem}", *label, *(f"-|{one}；" for one in ITEMS)]
        assert texts("zh", "p|该法律早已过时。", *lines) == list(ITEMS), (stem, group)
    for heading in HEADINGS:
        assert texts("zh", f"h|{heading}", *(f"-|{one}；" for one in ITEMS)) == list(ITEMS), heading
    counted = [f"p|{number}是{one}；" for number, one in zip("一二三", ITEMS, strict=True)]
    assert texts("zh", "p|我们的建议：", *counted) == list(ITEMS)


def test_obligations_behind_a_fronted_phrase() -> None:
    """It is no part of them."""
    for must, front in product(MUST, ("", "在这方面，", "我们认为，", "因此，")):
        assert texts("zh", f"p|{front}{must}。") == [must], (must, front)


def test_companies_are_no_authority() -> None:
    """Of the State under Review."""
    for text in ("我们呼吁矿业公司停止开采。", "请矿业公司停止开采。"):
        assert aside("zh", f"p|{text}") == [("addressee", "停止开采")]


def test_what_others_ask_and_what_happened_is_not_asked() -> None:
    """Whatever is told of."""
    for told, who, what in product(TOLD, OTHERS, ITEMS):
        assert texts("zh", f"p|{told.format(who)}{what}。") == [], (told, who)
    for told, what in product(HAPPENED, (DONE, *ITEMS)):
        assert texts("zh", f"p|{told}{what}。") == [], told
