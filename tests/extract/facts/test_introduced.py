"""Pages that introduce a firm: its owners, its children, its industry. All names are invented."""

from collections.abc import Callable

import pytest

Facts = Callable[[str, str], set[str]]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[C|云岭铝业]成立于1998年，注册资本15亿元，是[C|青禾投资集团]的控股子公司。",
            {"青禾投资集团 > 云岭铝业"},
        ),
        ("[C|白石药业]位于河东，隶属于[C|远山控股]，生产原料药。", {"远山控股 > 白石药业"}),
        (
            "[C|云岭铝业]是铝材企业。其全资子公司[C|河东云岭铝业]已注册成立。",
            {"云岭铝业 > 河东云岭铝业"},
        ),
        ("[C|云岭铝业]成立于1998年，是[C|远山控股]的客户。", set()),
    ],
)
def test_owners_and_children(facts: Facts, text: str, said: set[str]) -> None:
    assert facts(text, "shareholder_of") == said


@pytest.mark.parametrize(
    "text",
    [
        "作为全球[H|空调]行业的领军企业，[C|沂山电器]今年增长。",
        "[H|空调]行业龙头企业、世博会指定供应商[C|沂山电器]总投资3亿元的工厂开业。",
    ],
)
def test_the_industry_that_a_firm_leads(facts: Facts, text: str) -> None:
    assert facts(text, "in_chain") == {"沂山电器 > 空调"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[C|云岭碳素]成立于2019年，位于河东，是[H|石墨电极行业]生产规模排名前列的企业。",
            {"云岭碳素 > 石墨电极行业"},
        ),
        (
            "[C|云岭碳素]成立于2019年。公司专业从事[H|石墨电极]、石墨坩埚和[H|负极材料]的研发。",
            {"云岭碳素 > 石墨电极", "云岭碳素 > 负极材料"},
        ),
    ],
)
def test_the_trade_of_an_introduced_firm(facts: Facts, text: str, said: set[str]) -> None:
    assert facts(text, "in_chain") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "[K|青禾工业园]简介\n园区以制造为主，下设[K|东湖片区]、[K|龙泉片区]。",
            {"东湖片区 > 青禾工业园", "龙泉片区 > 青禾工业园"},
        ),
        ("[R|河东乡]辖区内的[R|柳林村]已拆迁。", {"柳林村 > 河东乡"}),
        (
            "[R|临水县]域内风力较好的区域为[R|青石镇]至[R|白水镇]区域。",
            {"青石镇 > 临水县", "白水镇 > 临水县"},
        ),
    ],
)
def test_parts_of_what_was_named_before(facts: Facts, text: str, said: set[str]) -> None:
    assert facts(text, "part_of") == said


def test_what_a_firm_plans_is_no_focus_of_the_region(facts: Facts) -> None:
    text = "[C|远山控股]还将投资5亿元，打造[H|钢铁深加工]产业的核心区。"
    assert facts(text, "focuses_on") == set()
