"""not_counted_in: projects that are said to be left out of an indicator, one saying a row."""

from collections.abc import Callable

import pytest

from kg.extract.facts.uncounted import indicator

Facts = Callable[[str, str], set[str]]

SAYINGS = {
    "[P|甲泰项目]、[P|乙宏项目]都是县内法人，无法纳入我县招商引资新签约项目的指标任务。": {
        "甲泰项目 > 新签约项目",
        "乙宏项目 > 新签约项目",
    },
    "[P|甲泰项目]未计入工业投资统计范围。": {"甲泰项目 > 工业投资"},
    "剔除[P|甲泰项目]后，固定资产投资同比增长5%。": {"甲泰项目 > 固定资产投资"},
    "[P|甲泰项目]不属于制造业项目，影响了新签约制造业占比。": {"甲泰项目 > 新签约制造业占比"},
    # counted after all, and what is no indicator
    "[P|甲泰项目]已纳入工业投资统计。": set(),
    "[P|甲泰项目]不纳入用地红线。": set(),
    # no named project
    "部分项目不纳入新签约项目统计。": set(),
}


@pytest.mark.parametrize("marked", SAYINGS)
def test_what_is_left_out(facts: Facts, marked: str) -> None:
    assert facts(marked, "not_counted_in") == SAYINGS[marked]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("我县招商引资新签约项目的指标任务", "新签约项目"),
        ("固定资产投资统计口径", "固定资产投资"),
        ("全县规上工业总产值", "规上工业总产值"),
        ("用地红线", None),
        ("统计", None),
    ],
)
def test_the_words_of_counting_are_none_of_the_indicator(said: str, name: str | None) -> None:
    assert indicator(said) == name
