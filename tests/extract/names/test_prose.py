"""Names in running prose: firms that act, firms in brackets, firms with a mask inside. Invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def named(text: str) -> set[tuple[str, str]]:
    """(type, name) of every mention, the inner ones included."""
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {(m.type, m.name) for m in (*frame.mentions, *frame.inner)}


FIRMS = [
    ("停产的老糖厂被江西旭禾整体收购。", {"江西旭禾"}),
    ("会上由县商务局和湖南峰邑签约。", {"湖南峰邑"}),
    ("与苏州南禾真空技术合资建设的镀膜项目已开工。", {"苏州南禾真空技术"}),
    ("智能终端项目因投资方上海映川资金问题停工。", {"上海映川"}),
    ("一户做包装，叫作绿岚源新材料，5月签了合同。", {"绿岚源新材料"}),
    ("促成吉林泓泉的皮革加工项目落地。", {"吉林泓泉"}),
    ("华禾川、中岳西域两大龙头继续发力。", {"华禾川", "中岳西域"}),
    ("检测中心（青宝检测，1.5亿元）6月签约。", {"青宝检测"}),
    ("与业主方恒岚置业共同招商。", {"恒岚置业"}),
    ("由负转正，由于资金问题，由县里统筹。", set()),
    ("项目（投资2亿元，占地30亩）已开工。", set()),
    # a mask inside the name
    ("国X禾投西南区域总部已签约。", {"国X禾投"}),
    ("委托仲岚X行代理招租。", {"仲岚X行"}),
    ("引进投资X亿元，增长X个百分点，X县、X镇各1个。", set()),
]


@pytest.mark.parametrize(("text", "firms"), FIRMS)
def test_firms_in_prose(text: str, firms: set[str]) -> None:
    assert {name for kind, name in named(text) if kind == "Company"} == firms


MEMBERS = [
    "玻璃管（投资*亿元，*辉通信）、薄膜裁切（投资1.2亿元，台州亚岚）、窗口片（投资8000万元，青视光电）3个项目均已签约。",
    "签约的还有玻璃管（投资方：台州亚岚）、薄膜裁切、窗口片三个项目。",
    "签约未开工的有8个，其中超过半年的3个：玻璃管（土地未组卷）、薄膜裁切（选址被否）、窗口片（融资没有到位）。",
]


@pytest.mark.parametrize("text", MEMBERS)
def test_a_bracket_after_a_member_is_no_part_of_its_name(text: str) -> None:
    assert {name for kind, name in named(text) if kind == "Project"} == {
        "玻璃管项目",
        "薄膜裁切项目",
        "窗口片项目",
    }


WORKS = [
    ("今年新上的羊肉卷分割线8月投产。", {"羊肉卷分割线"}),
    ("老办公楼改造成“数创产业楼”，投资2亿元。", {"数创产业楼"}),
    ("与冰城文旅共同打造云岭滑雪度假区（总投资6亿元）。", {"云岭滑雪度假区"}),
    ("车联网检测中心（青宝检测，1.5亿元）6月签约。", {"车联网检测中心"}),
    ("禾川西南区域总部：5月签署投资协议。", {"禾川西南区域总部"}),
    ("具身机器人研发中试基地：天岚机器人公司投资，3亿元。", {"具身机器人研发中试基地"}),
    ("惠岚秸秆板材因老板资金链断裂，项目已经黄了。", {"惠岚秸秆板材项目"}),
    ("启动玉岚产业园北区供水扩建。", {"玉岚产业园北区供水扩建项目"}),
    ("1.老窑厂下游的窄带钢项目由江苏飞岚金属投资，总投资6亿元。", {"窄带钢项目"}),
    ("大力发展总部经济，建成2万吨冷库，新增实验室3个。", set()),
]


@pytest.mark.parametrize(("text", "works"), WORKS)
def test_works_told_by_what_is_built(text: str, works: set[str]) -> None:
    assert {name for kind, name in named(text) if kind == "Project"} == works


def test_a_part_of_a_park_has_a_name_of_its_own() -> None:
    parks = {
        name for kind, name in named("青岚产业园北区、光谷文创园A区已开园。") if kind == "Park"
    }
    assert parks == {"青岚产业园北区", "光谷文创园A区"}


ELSE = [
    ("落户秦皇岛市经济技术开发区的企业投产。", "Park", {"秦皇岛市经济技术开发区"}),
    ("将就地建设年产5万吨铸件企业，为发展注入动力。", "Company", set()),
    ("白色家电制造商沂山株式会社投资建厂。", "Company", {"沂山株式会社"}),
    ("经营项目包括养殖、餐饮、垂钓等。", "Project", set()),
]


@pytest.mark.parametrize(("text", "kind", "names"), ELSE)
def test_what_news_and_village_pages_name(text: str, kind: str, names: set[str]) -> None:
    assert {name for k, name in named(text) if k == kind} == names


def test_what_money_is_spent_on_is_no_firm() -> None:
    text = "推进利安、社会福利、生物柴油等一批落地项目。"
    assert {name for kind, name in named(text) if kind == "Company"} <= {"利安"}


def test_a_numbered_entry_keeps_its_number_out_of_the_name() -> None:
    text = "重点项目：\n2.Low-E镀膜项目，由甲岚集团投资。\n智算中心（二期），由乙岚集团投资。\n"
    assert {name for kind, name in named(text) if kind == "Project"} == {
        "Low-E镀膜项目",
        "智算中心二期",
    }


def test_a_park_with_a_size_in_its_name_is_built() -> None:
    text = "签约青岚公司30万吨粮食仓储物流园。"
    assert ("Project", "青岚公司30万吨粮食仓储物流园") in named(text)
