"""Figures and investments of invented sentences: indicator, measure, kind, period, subject."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.figures import find_quantities
from kg.extract.finish import finish
from kg.extract.frame import Frame, Mention
from kg.extract.measured import find_measured
from kg.extract.outline import find_outline
from kg.extract.times import find_times
from kg.model import Document, Ref, Source

HOME = Ref("Region", "青禾县")
NAMES = {
    "青禾县": "Region",
    "云岭工业园": "Park",
    "白石食品有限公司": "Company",
    "红枫木业项目": "Project",
    "绿源饲料项目": "Project",
    "首届山茶节": "Event",
    "竹木产业": "Chain",
}


def frame_of(text: str, period: str | None = "2023-H1") -> Frame:
    frame = Frame(Document(Source("t", period=period), text, text, range(len(text))))
    for name, kind in NAMES.items():
        at = text.find(name)
        while at >= 0:
            frame.mentions.append(Mention(at, at + len(name), kind, name, "test"))
            at = text.find(name, at + 1)
    frame.mentions.sort(key=lambda m: m.start)
    frame.home = HOME
    for step in (find_outline, find_quantities, find_times, find_measured, finish):
        step(frame)
    return frame


def figures(text: str, period: str | None = "2023-H1") -> list[tuple[object, ...]]:
    return [
        (s.qualifiers["indicator"], s.value, s.qualifiers["measure"], s.qualifiers["kind"])
        for s in frame_of(text, period).statements
        if s.predicate == "measured"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "招商引资到位资金30亿元，完成目标任务60亿元的50％，同比增长5%。",
            [
                ("招商引资到位资金", 3000000000, "level", "actual"),
                ("招商引资到位资金", 6000000000, "level", "target"),
                ("招商引资到位资金", 50, "completion", "actual"),
                ("招商引资到位资金", 5, "yoy", "actual"),
            ],
        ),
        (
            "实际利用外资*万美元，同比下降*%。",
            [
                ("实际利用外资", None, "level", "actual"),
                ("实际利用外资", None, "yoy", "actual"),
            ],
        ),
        (
            "新签约项目12个，总投资25亿元，其中开工项目5个，竣工3个。",
            [
                ("新签约项目数", 12, "count", "actual"),
                ("新签约项目总投资", 2500000000, "level", "actual"),
                ("开工项目数", 5, "count", "actual"),
                ("竣工项目数", 3, "count", "actual"),
            ],
        ),
        ("外出招商17次。", [("外出招商次数", 17, "count", "actual")]),
        ("制造业占比37.17％，开工率80%。", [
            ("制造业占比", 37.17, "share", "actual"),
            ("开工率", 80, "share", "actual"),
        ]),
        ("进出口总额3亿元，占全市的20%。", [
            ("进出口总额", 300000000, "level", "actual"),
            ("进出口总额占全市比重", 20, "share", "actual"),
        ]),
        ("力争全年到位资金达到100亿元。", [("到位资金", 10000000000, "level", "target")]),
        ("预计年税收2亿元。", []),  # of whom?
        ("城镇、农村居民人均可支配收入分别为2万元、1万元。", [
            ("城镇居民人均可支配收入", 20000, "level", "actual"),
            ("农村居民人均可支配收入", 10000, "level", "actual"),
        ]),
        ("围绕全年规上工业产值50亿元、增长8%的目标，狠抓落实。", [
            ("规上工业产值", 5000000000, "level", "target"),
            ("规上工业产值", 8, "yoy", "target"),
        ]),
        ("产业投资占比提高到48%。", [("产业投资占比", 48, "share", "actual")]),
        ("新签约项目开工率不低于60%。", [("新签约项目开工率", 60, "share", "target")]),
        ("新增规上企业6家，总数达到58家。", [
            ("新增规上企业数", 6, "count", "actual"),
            ("规上企业数", 58, "count", "actual"),
        ]),
        ("零售额预计完成2亿元；出口额860万元。", [
            ("零售额", 200000000, "level", "forecast"),
            ("出口额", 8600000, "level", "actual"),
        ]),
        ("设立规模20亿元的产业基金。", [("产业基金规模", 2000000000, "level", "actual")]),
        ("工业、农业增加值分别增长5%和3%。", [
            ("工业增加值", 5, "yoy", "actual"),
            ("农业增加值", 3, "yoy", "actual"),
        ]),
        (
            "确保工业投资、服务业投资、民间投资三大指标增长10%以上。",
            [
                ("工业投资", 10, "yoy", "target"),
                ("服务业投资", 10, "yoy", "target"),
                ("民间投资", 10, "yoy", "target"),
            ],
        ),
        ("引进5000万元以上的项目6个。", [("引进5000万元以上的项目数", 6, "count", "actual")]),
        ("*亿元以上签约项目开工率任务*%，完成开工率*%，完成比*%。", [
            ("*亿元以上签约项目开工率", None, "share", "target"),
            ("*亿元以上签约项目开工率", None, "share", "actual"),
            ("*亿元以上签约项目开工率", None, "completion", "actual"),
        ]),
        ("督办项目任务履约率为90%、开工率50%，完成履约率80%、开工率40%，完成比分别为88%、80%。", [
            ("督办项目任务履约率", 90, "share", "target"),
            ("督办项目任务开工率", 50, "share", "target"),
            ("督办项目任务履约率", 80, "share", "actual"),
            ("督办项目任务开工率", 40, "share", "actual"),
            ("督办项目任务履约率", 88, "completion", "actual"),
            ("督办项目任务开工率", 80, "completion", "actual"),
        ]),
        ("实际利用外资稳步增长，完成3万美元，务求完成5万美元目标任务。", [
            ("实际利用外资", 30000, "level", "actual"),
            ("实际利用外资", 50000, "level", "target"),
        ]),
        ("（一）到位资金情况。完成3亿元。", [("到位资金", 300000000, "level", "actual")]),
        ("亿元以上项目少，仅有3个。", [("亿元以上项目数", 3, "count", "actual")]),
        ("到位资金9亿元（其中工业项目4亿元，占比44%），增长5%。", [
            ("到位资金", 900000000, "level", "actual"),
            ("工业项目到位资金", 400000000, "level", "actual"),
            ("工业项目到位资金占比", 44, "share", "actual"),
            ("到位资金", 5, "yoy", "actual"),
        ]),
        ("制造业占比由38%提高到45%。", [
            ("制造业占比", 38, "share", "actual"),
            ("制造业占比", 45, "share", "actual"),
        ]),
        ("力争招引亿元以上项目2个，10亿元以上项目1个。", [
            ("招引亿元以上项目数", 2, "count", "target"),
            ("招引10亿元以上项目数", 1, "count", "target"),
        ]),
        ("增加值增长6%，高于全市平均水平2个百分点。", [("增加值", 6, "yoy", "actual")]),
        ("召开党组会3次，讲党课2次，落实省委十二届三次全会精神。", []),  # a body's household
        ("规上企业由39家增加到117家，税收两位数增长。", [
            ("规上企业数", 39, "count", "actual"),
            ("规上企业数", 117, "count", "actual"),
        ]),
        ("出台稳增长“21条”政策。", []),  # a name
        ("实施招才引智计划，引进人才35人。", [("引进人才人数", 35, "count", "actual")]),
        ("每亩能够达到3万公斤。", []),  # a piece of a sentence
        ("引进3-5家企业。", [
            ("引进企业数", 3, "count", "actual"),
            ("引进企业数", 5, "count", "actual"),
        ]),
    ],
)  # fmt: skip
def test_what_the_figures_say(text, expected):
    assert figures("全县情况\n" + text) == expected


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("签约项目3个。", HOME),
        ("云岭工业园实现产值30亿元。", Ref("Park", "云岭工业园")),
        ("白石食品有限公司占地200亩。", Ref("Company", "白石食品有限公司")),
        ("首届山茶节上集中签约12个项目。", Ref("Event", "首届山茶节")),
        ("竹木产业完成产值8亿元。", Ref("Chain", "竹木产业")),
        ("我县参加首届山茶节，现场签约项目3个。", Ref("Event", "首届山茶节")),
        ("（一）红枫木业项目\n已完成投资1亿元。\n", Ref("Project", "红枫木业项目")),
        ("红枫木业项目进展顺利。项目开工率达80%。", Ref("Project", "红枫木业项目")),
        ("我县引进白石食品有限公司等企业，新增就业300人。", HOME),
        ("推动云岭工业园扩区1500亩。", Ref("Park", "云岭工业园")),
        ("红枫木业项目开工。全年供应土地300亩。", HOME),
        ("红枫木业项目开工。达产后年产值8亿元。", Ref("Project", "红枫木业项目")),
    ],
)
def test_whose_figure_it_is(text, subject):
    frame = frame_of("全县全县全县情况通报如下。\n" + text)
    assert [s.subject for s in frame.statements] == [subject]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("签约项目3个。", "2023-H1"),
        ("1-5月，签约项目3个。", "2023-01/2023-05"),
        ("去年签约项目3个。", "2022"),
        ("截至6月底，签约项目3个。", "2023-H1"),
        ("力争签约项目3个。", "2023"),
        ("力争年底前签约项目3个。", "2023-12"),
        ("“十四五”期间签约项目3个。", "2021/2025"),
        ("2022年，签约项目9个。开工项目3个。", "2022"),
        ("1-5月，到位资金3亿元，完成年度任务5亿元。", "2023"),  # the goal is the year's
        ("力争*年签约项目3个。", "2023"),
        ("制造业占比由2021年的38%提高到45%。", "2023-H1"),
        ("\n三、2024年工作打算\n全年签约项目3个。", "2024"),
        ("\n三、2024年工作打算\n签约项目3个。", "2024"),
        ("\n一、2022年工作回顾\n签约项目3个。", "2022"),
        ("二期计划明年二季度开工。现有企业14家。", "2023-H1"),
        ("订单排到2025年，签约项目3个。", "2023-H1"),
        ("4—6月份到位资金8亿元。", "2023-Q2"),
    ],
)
def test_the_period(text, period):
    assert frame_of("全县情况\n" + text).statements[-1].qualifiers["period"] == period


def test_each_number_after_apart_is_of_its_own_name_or_time():
    frame = frame_of("全县全县全县。红枫木业项目、绿源饲料项目分别完成投资3亿元、2亿元。")
    assert [(s.subject.name, s.value) for s in frame.statements] == [
        ("红枫木业项目", 300000000),
        ("绿源饲料项目", 200000000),
    ]
    frame = frame_of("全县全县全县。一季度、二季度分别签约项目5个、8个。")
    assert [(s.qualifiers["period"], s.value) for s in frame.statements] == [
        ("2023-Q1", 5),
        ("2023-Q2", 8),
    ]


def test_a_speech_of_the_new_year_looks_back():
    text = "一、过去一年工作回顾\n全年签约项目35个。\n二、2024年工作安排\n签约项目40个。\n"
    frame = Frame(
        Document(Source("t", period="2024", date="2024-01-08"), text, text, range(len(text)))
    )
    frame.home = HOME
    for step in (find_outline, find_quantities, find_times, find_measured, finish):
        step(frame)
    assert [(s.value, s.qualifiers["period"]) for s in frame.statements] == [
        (35, "2023"),
        (40, "2024"),
    ]


def test_a_park_speaks_for_itself():
    text = "云岭工业园管委会\n2023年上半年工作总结\n全区签约项目12个，到位资金30亿元。\n"
    frame = frame_of(text)
    assert {s.subject for s in frame.statements} == {Ref("Park", "云岭工业园")}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "红枫木业项目（总投资3亿元）、绿源饲料项目（总投资2亿元）签约。",
            [("红枫木业项目", 300000000), ("绿源饲料项目", 200000000)],
        ),
        ("甲与乙共建的检测中心，总投资5亿元。红枫木业项目签约。", []),
        ("引进总投资3亿元的红枫木业项目。", [("红枫木业项目", 300000000)]),
        ("红枫木业项目，总投资3亿元。", [("红枫木业项目", 300000000)]),
        ("投资*亿元的红枫木业项目开工。", [("红枫木业项目", None)]),
        (
            "红枫木业项目，总投资3亿元；绿源饲料项目，总投资2亿元。",
            [("红枫木业项目", 300000000), ("绿源饲料项目", 200000000)],
        ),
        ("红枫木业项目位于城东。项目总投资3亿元。", [("红枫木业项目", 300000000)]),
        ("红枫木业项目、绿源饲料项目，总投资5亿元。", []),  # one sum for two
        ("红枫木业项目完成投资1亿元。", []),  # what was spent is no total
        (
            "引进总投资3亿元的红枫木业项目、投资2亿元的绿源饲料项目。",
            [("红枫木业项目", 300000000), ("绿源饲料项目", 200000000)],
        ),
        ("由白石食品有限公司投资3亿元建设的红枫木业项目开工。", [("红枫木业项目", 300000000)]),
        ("（一）红枫木业项目\n总投资：3亿元\n", [("红枫木业项目", 300000000)]),  # an entry
        ("投资*亿元年产*万吨的红枫木业项目开工。", [("红枫木业项目", None)]),
    ],
)
def test_investment(text, found):
    frame = frame_of(text)
    said = [(s.subject.name, s.value) for s in frame.statements if s.predicate == "has_investment"]
    assert said == found


def test_of_a_masked_and_an_open_figure_the_open_one_stays():
    frame = frame_of("投资*亿元的红枫木业项目签约。红枫木业项目，总投资3亿元。")
    assert [s.value for s in frame.statements] == [300000000]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["一、工作成效\n", "引进", "红枫木业项目", "总投资", "3亿元", "*亿元", "，", "。",
             "其中", "云岭工业园", "同比增长", "5%", "1-8月", "力争", "签约", "12个", "的",
             "完成目标任务", "分别", "和", "\n", "、"]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_every_quote_is_the_text(parts):
    frame = frame_of("".join(parts))
    for statement in frame.statements:
        assert statement.evidence
        assert all(frame.document.text[e.start : e.end] == e.quote for e in statement.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "白石食品有限公司成立于2003年，是一家加工企业，现有员工600人。",
        "云岭工业园2005年9月组建，2012年被批准为省级开发区，规划面积25平方公里。",
    ],
)
def test_when_something_came_to_be_is_no_period_of_its_figures(text):
    assert [s.qualifiers.get("period") for s in frame_of(text, None).statements] == [None]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("白石食品有限公司在建的红枫木业项目位于河东，投产后预计产值35亿元。", ["红枫木业项目"]),
        (
            "白石食品有限公司将建设红枫木业项目，主要建设绿源饲料项目。全部建成达产后，预计年产值50亿元。",
            ["红枫木业项目"],
        ),
        (
            "白石食品有限公司现有员工6000余人，2022年实现营业收入210亿元。",
            ["白石食品有限公司", "白石食品有限公司"],
        ),
        ("云岭工业园简介\\n云岭工业园在河东。园区入驻企业128家，税收6亿元。", ["云岭工业园"] * 2),
    ],
)
def test_what_a_page_tells_is_of_what_it_introduces(text, subjects):
    said = [s for s in frame_of(text, None).statements if s.predicate == "measured"]
    assert [s.subject.name for s in said] == subjects
    assert all("人营业" not in str(s.qualifiers["indicator"]) for s in said)


def test_a_place_that_only_begins_an_unread_name_is_no_subject():
    text = "一是青禾县清溪休闲山庄，投资500万元，占地20亩。"
    said = [s.subject.name for s in frame_of(text, None).statements if s.predicate == "measured"]
    assert "青禾县" not in said


def test_news_with_lettered_parts_is_no_report():
    text = (
        "生物柴油上市\nA.“喝”上生物柴油\n记者看到，目前已卖了10吨，11个或立或卧的储油罐分布其中。"
    )
    assert frame_of(text, None).statements == []
