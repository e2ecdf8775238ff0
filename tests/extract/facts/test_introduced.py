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
