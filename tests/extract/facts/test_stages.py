"""at_stage: how a report says where a project stands, one sentence a row."""

from collections.abc import Callable

import pytest

Facts = Callable[[str, str], set[str]]

PLAN = "四、下一步工作计划\n"

ROWS = {
    # a class word on a list
    "引进[P|甲泰项目]、[P|乙宏项目]等一批项目。": {"甲泰项目 > signed", "乙宏项目 > signed"},
    "[P|甲泰项目]、[P|乙宏项目]等2个新签约项目进展不一。": {
        "甲泰项目 > signed",
        "乙宏项目 > signed",
    },
    "在谈的外资项目[P|甲泰项目]。": {"甲泰项目 > negotiating"},
    "开工项目2个（[P|甲泰项目]、[P|乙宏项目]），投产项目1个（[P|丙兴项目]）。": {
        "甲泰项目 > started",
        "乙宏项目 > started",
        "丙兴项目 > production",
    },
    "投产的2个是[P|甲泰项目]和[P|乙宏项目]。": {"甲泰项目 > production", "乙宏项目 > production"},
    "今年拟上规企业2家，分别是[C|甲泰纸业]、[C|乙宏木业]。": {
        "甲泰纸业 > above_scale planned 2023",
        "乙宏木业 > above_scale planned 2023",
    },
    "停产企业2家，分别为[C|甲泰纸业]、[C|乙宏木业]。": {"甲泰纸业 > stalled", "乙宏木业 > stalled"},
    "新引进[P|甲泰项目]（[H|纺织]）、[P|乙宏项目]（[H|食品]）。": {
        "甲泰项目 > signed",
        "乙宏项目 > signed",
    },
    "[P|甲泰项目]（已开工）、[P|乙宏项目]（在谈）。": {
        "甲泰项目 > started",
        "乙宏项目 > negotiating",
    },
    "经发改部门认定开工的项目有[P|甲泰项目]。": {"甲泰项目 > started 发改"},
    # a verb of its subject, with tense and date
    "[P|甲泰项目]于3月18日正式开工建设。": {"甲泰项目 > started 2023-03-18"},
    "[P|甲泰项目]主体已完工，预计10月投产。": {
        "甲泰项目 > building",
        "甲泰项目 > production planned 2023-10",
    },
    "[P|甲泰项目]还在跑手续，[P|乙宏项目]开了工。": {
        "甲泰项目 > permitting",
        "乙宏项目 > started",
    },
    "[P|甲泰项目]至今未能开工。": {"甲泰项目 > started failed"},
    "[P|甲泰项目]用地手续尚未办结，影响开工。": set(),
    "[C|甲泰纸业]、[C|乙宏木业]两家企业退库。": {"甲泰纸业 > delisted", "乙宏木业 > delisted"},
    "培育[C|甲泰纸业]上规入统。": {"甲泰纸业 > above_scale planned"},
    "先后有[C|甲泰集团]、[C|乙宏集团]落户我县。": {"甲泰集团 > signed", "乙宏集团 > signed"},
    "[P|甲泰项目]3月签约，6月动工，年底建成。": {
        "甲泰项目 > signed 2023-03",
        "甲泰项目 > started 2023-06",
        "甲泰项目 > completed planned 2023-12",
    },
    # the subject stands before the clause, the sentence, the paragraph's list
    "一是[P|甲泰项目]。总投资5亿元，由[C|乙宏公司]投资，目前厂房主体已完工。": {
        "甲泰项目 > building",
    },
    "[P|甲泰项目]、[P|乙宏项目]。这2个项目已全部投产。": {
        "甲泰项目 > production",
        "乙宏项目 > production",
    },
    "全县16个项目实现签约，[C|甲泰公司]参会。": set(),
    # what is planned, and what is but a condition
    PLAN + "确保[P|甲泰项目]开工建设，[P|乙宏项目]竣工投产。": {
        "甲泰项目 > started planned",
        "乙宏项目 > completed planned",
        "乙宏项目 > production planned",
    },
    PLAN + "围绕[P|甲泰项目]等签约项目抓好服务，推动项目早日签约、早日开工。": {
        "甲泰项目 > signed",
        "甲泰项目 > started planned",
    },
    "[P|甲泰项目]投产后，年产值可达2亿元。": set(),
    "推进[P|甲泰项目]、[P|乙宏项目]等在建项目尽快竣工。": {
        "甲泰项目 > building",
        "乙宏项目 > building",
        "甲泰项目 > completed planned",
        "乙宏项目 > completed planned",
    },
    # no stage: what a list is built on, what hinders, who builds, when it was counted
    "在[P|甲泰项目]、[P|乙宏项目]等项目基础上，新引进投资2亿元[P|丙兴项目]。": {
        "丙兴项目 > signed"
    },
    "依托[C|甲泰公司]引进上下游企业[C|乙宏公司]。": {"乙宏公司 > signed"},
    "[P|甲泰项目]受拆迁影响进展缓慢。": set(),
    "[P|甲泰项目]由[C|甲泰公司]投资建设。": set(),
    "截至6月底，[P|甲泰项目]已开工。": {"甲泰项目 > started"},
    "新增[C|甲泰公司]、[C|乙宏公司]2家规上企业。": {
        "甲泰公司 > above_scale",
        "乙宏公司 > above_scale",
    },
    "促成[C|甲泰公司]、[C|乙宏公司]两家企业签约。": {"甲泰公司 > signed", "乙宏公司 > signed"},
    "[P|甲泰项目]合同已正式签订。": {"甲泰项目 > signed"},
    # occasions
    "引进[C|甲泰集团]，投资5亿元建设[P|乙宏项目]。": {"乙宏项目 > signed"},
    "[P|甲泰项目]在城东举行[E|奠基仪式]。": {"甲泰项目 > started"},
    "我县与[C|甲泰集团]签订合作协议，共同建设[K|电商产业园]。": {"电商产业园 > signed"},
}


@pytest.mark.parametrize("marked", ROWS)
def test_stage(facts: Facts, marked: str) -> None:
    assert facts(marked, "at_stage") == ROWS[marked]


LISTS = {
    "已签约项目2个，进展不一：[C|甲泰公司]的[P|电缆项目]正在办征地；"
    "[C|乙宏公司]的[P|农机项目]还停留在规划阶段。": {
        "电缆项目 > signed",
        "电缆项目 > permitting",
        "农机项目 > signed",
        "农机项目 > permitting",
    },
    "全年新签约项目3个，其中[H|新材料]项目2个：[P|甲泰项目]、[P|乙宏项目]；"
    "[H|食品]项目1个：[P|丙兴项目]。": {
        "甲泰项目 > signed 2023",
        "乙宏项目 > signed 2023",
        "丙兴项目 > signed 2023",
    },
    "今年开工的项目有：\n[P|甲泰项目]\n[P|乙宏项目]": {
        "甲泰项目 > started 2023",
        "乙宏项目 > started 2023",
    },
    "（一）洽谈\n1.[P|甲泰项目]。已签订框架协议，正在开展前期工作。": {
        "甲泰项目 > negotiating",
        "甲泰项目 > intent",
        "甲泰项目 > permitting",
    },
    "[P|甲泰项目]主体工程完工，设备已安装调试完毕。": {"甲泰项目 > building"},
    "在谈项目2个。分别为[P|甲泰项目]、[P|乙宏项目]。": {
        "甲泰项目 > negotiating",
        "乙宏项目 > negotiating",
    },
    "续建项目进展顺利：\n[P|甲泰项目]已封顶；[P|乙宏项目]投资过半。": {
        "甲泰项目 > building",
        "乙宏项目 > building",
    },
    "（一）引进项目的行业分布。[H|建材]项目2个，其中有[P|甲泰项目]；"
    "其余3个属于旅游业，包括[P|乙宏项目]等；[H|食品]项目1个，[P|丙兴项目]在其中。": {
        "甲泰项目 > signed",
        "乙宏项目 > signed",
        "丙兴项目 > signed",
    },
    "项目名称：[P|甲泰项目]；投资单位：[C|乙宏公司]；进展情况：已开工。": {"甲泰项目 > started"},
    # a list ends where the next class begins
    "签约项目2个，分别是：[P|甲泰项目]、[P|乙宏项目]。\n1.在谈项目：\n[P|丙兴项目]。": {
        "甲泰项目 > signed",
        "乙宏项目 > signed",
        "丙兴项目 > negotiating",
    },
    "一、签约。[P|甲泰项目]、[P|乙宏项目]。\n二、开工。年内有[P|丙兴项目]、[P|丁发项目]。": {
        "甲泰项目 > signed",
        "乙宏项目 > signed",
        "丙兴项目 > started",
        "丁发项目 > started",
    },
}


@pytest.mark.parametrize("marked", LISTS)
def test_stage_of_a_list_over_sentences(facts: Facts, marked: str) -> None:
    assert facts(marked, "at_stage") == LISTS[marked]


def test_a_count_that_is_met_holds_for_what_follows(facts: Facts) -> None:
    marked = (
        "3月23日，[E|集中签约仪式]举行，现场签约项目2个。\n"
        "[P|甲泰项目]计划投资2亿元。[P|乙宏项目]计划投资1亿元。"
    )
    assert facts(marked, "at_stage") == {
        "甲泰项目 > signed 2023-03-23",
        "乙宏项目 > signed 2023-03-23",
    }
    assert facts(marked, "signed_at") == {"甲泰项目 > 集中签约仪式", "乙宏项目 > 集中签约仪式"}
